//! Reading the reader's dictionaries.

use std::ops::ControlFlow;
use std::path::Path;

use crate::decode;
use crate::script::Dictionary;
use crate::session::files::{self, FileError};

/// Reads a dictionary of the reader's in whatever encoding it has.
pub(in crate::session) fn read_own_words(path: &Path) -> Result<Dictionary, FileError> {
    let bytes = files::read(path, files::LARGEST, &|_, _| ControlFlow::Continue(()))?;
    Ok(Dictionary::parse(decode::decode(bytes, None).text))
}
