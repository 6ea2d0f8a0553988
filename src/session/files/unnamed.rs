//! Files that get their name when they are whole: whatever ends the program before, nothing of them is left.
//!
//! Linux has them on most file systems. Elsewhere a temporary file beside the target has to do.

use std::fs::{self, File};
use std::io;
use std::os::fd::AsRawFd as _;
use std::path::Path;

use rustix::fs::{AtFlags, CWD, Mode, OFlags};

/// A file in `folder` that has no name, with the permissions `mode` as the system gives them to new files.
pub(super) fn create(folder: &Path, mode: u32) -> io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(folder, flags, Mode::from_raw_mode(mode))?))
}

/// Gives `file` the name `path`, if nothing has it.
pub(super) fn link(file: &File, path: &Path) -> io::Result<()> {
    let itself = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(rustix::fs::linkat(CWD, itself, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// Gives `file` the name `path` in `folder`, in place of the file that may have it.
pub(super) fn replace(file: &File, folder: &Path, path: &Path) -> io::Result<()> {
    // No call of the system's puts a file without a name in another's place: it has one for a moment.
    let named = super::builder(0o666).make_in(folder, |name| link(file, name))?;
    fs::rename(named.path(), path)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_file_is_not_there_before_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let count = || fs::read_dir(folder.path()).unwrap().count();
        // Not every file system has such files; then there is nothing to be seen here.
        let Ok(mut file) = create(folder.path(), 0o600) else { return };
        file.write_all(b"a").unwrap();
        assert_eq!(count(), 0);
        let path = folder.path().join("a");
        link(&file, &path).unwrap();
        assert_eq!(link(&file, &path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        let file = create(folder.path(), 0o600).unwrap();
        replace(&file, folder.path(), &path).unwrap();
        assert_eq!((fs::read(&path).unwrap(), count()), (Vec::new(), 1));
    }
}
