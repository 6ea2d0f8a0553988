//! Taking turns with other windows of ours.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::{FileError, FileErrorKind};

/// How long it takes to ask again.
const PAUSE: Duration = Duration::from_millis(10);

/// Waits until no other window of ours holds the file `path`, but no longer than `wait`, and holds it until what is
/// returned goes away. None is held where the file system knows no locks, and where something that is no file has that
/// name: opening a pipe might never end.
///
/// # Errors
/// [`FileErrorKind::Busy`] where another holds it for longer, and where the file cannot be made.
pub fn lock(path: &Path, wait: Duration) -> Result<Option<File>, FileError> {
    let failed = |kind| FileError { path: path.to_owned(), kind };
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Ok(None);
    }
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    super::writing::only_for_owner(&mut options);
    let file = options.open(path).map_err(|error| failed(error.into()))?;
    let due = Instant::now() + wait;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if Instant::now() < due => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(failed(FileErrorKind::Busy)),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_holds_is_waited_for_and_no_longer_than_agreed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = lock(&path, Duration::ZERO).unwrap();
        assert!(held.is_some());
        let refused = lock(&path, Duration::from_millis(30)).unwrap_err();
        assert!(matches!(refused.kind, FileErrorKind::Busy));
        drop(held);
        assert!(lock(&path, Duration::ZERO).unwrap().is_some());
        assert!(lock(folder.path(), Duration::ZERO).unwrap().is_none(), "a folder is no lock");
    }
}
