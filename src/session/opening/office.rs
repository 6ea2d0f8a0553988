//! LibreOffice, where it is installed, turns what only an office can read into a Word file.

use crate::import::ImportError;
use crate::session::files::FileErrorKind;

/// The document `bytes` as a Word file (.docx).
///
/// # Errors
/// [`ImportError::NeedsOffice`] where LibreOffice is not installed, [`ImportError::OfficeFailed`] where it cannot read
/// the file, [`ImportError::TooLong`] beyond its time; `Cancelled` where `is_stopped` says so.
pub(super) fn to_docx(_bytes: &[u8], _is_stopped: &dyn Fn() -> bool) -> Result<Vec<u8>, FileErrorKind> {
    Err(FileErrorKind::Import(ImportError::NeedsOffice))
}
