//! Reading a file of any format: in a process of its own where others packed it.

use std::borrow::Cow;
use std::path::Path;

use super::{office, worker};
use crate::decode::Encoding;
use crate::import::{self, Format, Imported, Options, Remark};
use crate::session::files::FileErrorKind;

/// The format of `bytes`, which are the file at `path` if they are of one.
///
/// # Errors
/// [`FileErrorKind::Package`] for what is no document.
pub fn format_of(bytes: &[u8], path: Option<&Path>) -> Result<Format, FileErrorKind> {
    let extension = path.and_then(Path::extension).and_then(|extension| extension.to_str());
    Format::of(bytes, extension).map_err(FileErrorKind::Package)
}

/// Reads `bytes` as `format`, with the encoding that the reader chose.
///
/// # Errors
/// [`FileErrorKind::Import`] where it cannot be read as that, `Cancelled` where `is_stopped` says so.
pub fn import(
    bytes: Vec<u8>,
    format: Format,
    encoding: Option<Encoding>,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Imported, FileErrorKind> {
    let mut options = Options { encoding, ..Options::default() };
    if !format.needs_worker() {
        return import::import(bytes, format, &options).map_err(FileErrorKind::Import);
    }
    if !format.needs_office() {
        return worker::import(bytes, format, &options, is_stopped);
    }
    // What the other program writes says its encodings itself.
    options.encoding = None;
    let whole = if format == Format::Rtf { import::closed(&bytes) } else { Cow::Borrowed(bytes.as_slice()) };
    let is_cut = matches!(whole, Cow::Owned(_));
    let word = office::to_docx(&whole, format, is_stopped)?;
    let mut imported = worker::import(word, Format::Docx, &options, is_stopped)?;
    if is_cut && !imported.remarks.contains(&Remark::Damaged) {
        imported.remarks.push(Remark::Damaged);
    }
    Ok(Imported { format, ..imported })
}
