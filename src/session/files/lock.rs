//! Taking turns with other windows of ours.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use super::{FileError, FileErrorKind};

/// Holds the file `path`, which no other window of ours holds, until what is returned goes away. None is held where the
/// file system knows no locks, and where something that is no file has that name: opening a pipe might never end.
///
/// # Errors
/// [`FileErrorKind::Busy`] where another holds it, and where the file cannot be made.
pub fn lock(path: &Path) -> Result<Option<File>, FileError> {
    let failed = |kind| FileError { path: path.to_owned(), kind };
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Ok(None);
    }
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    super::writing::only_for_owner(&mut options);
    let file = options.open(path).map_err(|error| failed(error.into()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(failed(FileErrorKind::Busy)),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_holds_is_not_held_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = lock(&path).unwrap();
        assert!(held.is_some());
        assert!(matches!(lock(&path).unwrap_err().kind, FileErrorKind::Busy));
        drop(held);
        assert!(lock(&path).unwrap().is_some());
        assert!(lock(folder.path()).unwrap().is_none(), "a folder is no lock");
    }
}
