//! stub
use crate::{export::ExportError, lang::Lang, script::ConvertError, session::files::FileError};
/// x
pub fn file_error(_: Lang, e: &FileError) -> String { e.to_string() }
/// x
pub fn convert_error(_: Lang, e: &ConvertError) -> String { e.to_string() }
/// x
pub fn export_error(_: Lang, e: &ExportError) -> String { e.to_string() }
/// x
pub fn to_stderr(e: &FileError) { let _ = e; }
