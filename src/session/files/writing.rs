//! Files written in one step or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

#[cfg(target_os = "linux")]
use super::unnamed;
use super::{FileError, FileErrorKind, check_regular};

/// Whether a file that stands in the way is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It is an error.
    No,
    /// It is replaced; its permissions stay.
    Yes,
}

/// Writes `bytes` to `path` in one step: into a temporary file beside it, which then takes its name. On an error
/// what was there is untouched and the temporary file is gone.
///
/// A link is followed, so that the link stays and the file that it points to is replaced. A new file gets the
/// permissions that the system gives new files.
///
/// # Errors
/// [`FileErrorKind::Exists`] where something is there and `overwrite` says no; anything there but a regular
/// file; a file that is marked as read-only; a folder that is missing, read-only or full.
pub fn write_atomic(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), FileError> {
    let written = target_of(path, overwrite).and_then(|target| write_beside(target, bytes, overwrite));
    written.map_err(|kind| FileError { path: path.to_owned(), kind })
}

/// Writes a file that is nobody's but its owner's, as [`write_atomic`] does where something may be replaced.
///
/// # Errors
/// As [`write_atomic`].
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let target = target_of(path, Overwrite::Yes).map(|(target, _)| (target, only_owners()));
    let written = target.and_then(|target| write_beside(target, bytes, Overwrite::Yes));
    written.map_err(|kind| FileError { path: path.to_owned(), kind })
}

/// Writes to a target, with those permissions or with those of any new file.
fn write_beside(
    (target, permissions): (PathBuf, Option<fs::Permissions>),
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), FileErrorKind> {
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(FileErrorKind::Directory),
    };
    let missing_folder = |error: io::Error| match FileErrorKind::from(error) {
        FileErrorKind::Missing => FileErrorKind::NoFolder,
        kind => kind,
    };
    // Nobody else sees what it holds before it has the permissions that it shall have.
    let mode = if permissions.is_some() { 0o600 } else { 0o666 };
    let fill = |file: &mut File| {
        file.write_all(bytes)?;
        permissions.clone().map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
        file.sync_all()
    };
    #[cfg(target_os = "linux")]
    if let Ok(mut file) = unnamed::create(folder, mode) {
        fill(&mut file)?;
        let named = match overwrite {
            Overwrite::Yes => unnamed::replace(&file, folder, &target),
            Overwrite::No => unnamed::link(&file, &target),
        };
        match named {
            Ok(()) => {
                sync_folder(folder);
                return Ok(());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error.into()),
            // It can be given no name here, as where /proc is missing.
            Err(_) => {}
        }
    }
    let mut named = super::builder(mode).tempfile_in(folder).map_err(missing_folder)?;
    fill(named.as_file_mut())?;
    match overwrite {
        Overwrite::Yes => named.persist(&target),
        Overwrite::No => named.persist_noclobber(&target),
    }
    .map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// The file that is really written for `path`, and the permissions of the one that it replaces.
fn target_of(path: &Path, overwrite: Overwrite) -> Result<(PathBuf, Option<fs::Permissions>), FileErrorKind> {
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((path.to_owned(), None)),
        Err(error) => return Err(error.into()),
    };
    if overwrite == Overwrite::No {
        return Err(if found.is_dir() { FileErrorKind::Directory } else { FileErrorKind::Exists });
    }
    // A link that leads nowhere is no place that somebody chose to write to.
    let target = fs::canonicalize(path).map_err(|_dangling| FileErrorKind::NotRegular)?;
    let metadata = fs::metadata(&target)?;
    check_regular(&metadata)?;
    let permissions = metadata.permissions();
    // Renaming over a file asks for no right to write it; its owner's wish to protect it still holds.
    if permissions.readonly() {
        return Err(FileErrorKind::NotPermitted);
    }
    Ok((target, Some(permissions)))
}

/// Permissions for the owner alone, where the system has such.
#[cfg_attr(unix, expect(clippy::unnecessary_wraps, reason = "other systems have none"))]
fn only_owners() -> Option<fs::Permissions> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        Some(fs::Permissions::from_mode(0o600))
    }
    #[cfg(not(unix))]
    None
}

/// Makes a new file the owner's alone, where the system has such permissions.
pub(super) fn only_for_owner(options: &mut fs::OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

/// Makes the new name last through a power cut. The file is in place already and some file systems cannot sync a
/// folder at all, so a failure is none of the caller's.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_existing_file_is_replaced_only_on_demand_and_leaves_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_atomic(&path, b"old", Overwrite::No).unwrap();
        let error = write_atomic(&path, b"new", Overwrite::No).unwrap_err();
        assert!(matches!(error.kind, FileErrorKind::Exists));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write_atomic(&path, b"new", Overwrite::Yes).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named_and_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let kind = |path: &Path| write_atomic(path, b"x", Overwrite::Yes).unwrap_err().kind;
        assert!(matches!(kind(folder.path()), FileErrorKind::Directory));
        assert!(matches!(kind(&folder.path().join("no/a")), FileErrorKind::NoFolder));
        write_atomic(&path, b"old", Overwrite::No).unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(kind(&path), FileErrorKind::NotPermitted));
        assert!(matches!(kind(&path.join("b")), FileErrorKind::Missing));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_the_replaced_file_or_of_any_new_one() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        let write = |name: &str| write_atomic(&folder.path().join(name), b"x", Overwrite::Yes).unwrap();
        File::create(folder.path().join("plain")).unwrap();
        write("new");
        assert_eq!(mode("new"), mode("plain"));
        fs::set_permissions(folder.path().join("plain"), fs::Permissions::from_mode(0o640)).unwrap();
        write("plain");
        assert_eq!(mode("plain"), 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_link_to_nothing_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, dangling] = ["file", "link", "dangling"].map(|name| folder.path().join(name));
        write_atomic(&file, b"old", Overwrite::No).unwrap();
        std::os::unix::fs::symlink("file", &link).unwrap();
        std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
        write_atomic(&link, b"new", Overwrite::Yes).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let kind = |overwrite| write_atomic(&dangling, b"x", overwrite).unwrap_err().kind;
        assert!(matches!(kind(Overwrite::Yes), FileErrorKind::NotRegular));
        assert!(matches!(kind(Overwrite::No), FileErrorKind::Exists));
        assert_eq!(names(folder.path()), ["dangling", "file", "link"]);
    }
}
