//! The files of the reader: read whole, and written in one step or not at all. The only place that touches them.

pub mod look;

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Largest file that is opened, in bytes: 1 GiB.
pub const LARGEST: u64 = 1 << 30;

/// How many bytes are read between two reports.
const STEP: u64 = 1 << 20;

/// Hears how many bytes of how many are read; `Break` cancels. The total of standard input is not known and
/// given as 0.
pub type Watch<'a> = &'a dyn Fn(u64, u64) -> ControlFlow<()>;

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {kind}", path.display())]
pub struct FileError {
    /// The file, as it was asked for.
    pub path: PathBuf,
    /// What is the matter with it.
    pub kind: FileErrorKind,
}

/// What is the matter with a file.
#[derive(Debug, thiserror::Error)]
pub enum FileErrorKind {
    /// There is no such file, or it went away.
    #[error("no such file")]
    Missing,
    /// It is a folder.
    #[error("is a folder")]
    Directory,
    /// The system does not let us, or the file to be replaced is marked as read-only.
    #[error("not permitted")]
    NotPermitted,
    /// A folder is needed, and it is none.
    #[error("is not a folder")]
    NotFolder,
    /// It is a pipe, a device or a link to nothing.
    #[error("is not a regular file")]
    NotRegular,
    /// It is larger than what is opened.
    #[error("has {size} bytes, more than {limit}")]
    TooLarge {
        /// Its size in bytes, as far as it is known.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// There is a file of that name already, and it was not to be replaced.
    #[error("exists already")]
    Exists,
    /// The folder to write into is not there.
    #[error("its folder does not exist")]
    NoFolder,
    /// The file system is read-only.
    #[error("is on a read-only file system")]
    ReadOnly,
    /// The disk or the quota is full.
    #[error("no space left")]
    Full,
    /// It holds a document, but not as text.
    #[error("is a package ({0:?})")]
    Package(crate::decode::Package),
    /// The watch cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Anything else that the system reports.
    #[error(transparent)]
    Other(io::Error),
}

impl From<io::Error> for FileErrorKind {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as E;
        match error.kind() {
            E::NotFound | E::NotADirectory => Self::Missing,
            E::IsADirectory => Self::Directory,
            E::PermissionDenied => Self::NotPermitted,
            E::AlreadyExists => Self::Exists,
            E::ReadOnlyFilesystem => Self::ReadOnly,
            E::StorageFull | E::QuotaExceeded => Self::Full,
            _ => Self::Other(error),
        }
    }
}

/// Whether a file that stands in the way is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It is an error.
    No,
    /// It is replaced; its permissions stay.
    Yes,
}

/// Reads the whole file, which stays untouched.
///
/// # Errors
/// Anything but a readable regular file (or a link to one) of at most `limit` bytes. Pipes and devices are
/// refused before they are opened, so they do not hang.
pub fn read(path: &Path, limit: u64, watch: Watch<'_>) -> Result<Vec<u8>, FileError> {
    read_regular(path, limit, watch).map_err(|kind| FileError { path: path.to_owned(), kind })
}

fn read_regular(path: &Path, limit: u64, watch: Watch<'_>) -> Result<Vec<u8>, FileErrorKind> {
    check_regular(&fs::metadata(path)?)?;
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    check_regular(&metadata)?;
    read_to_end(&mut file, metadata.len(), limit, watch)
}

fn check_regular(metadata: &fs::Metadata) -> Result<(), FileErrorKind> {
    match metadata.file_type() {
        kind if kind.is_dir() => Err(FileErrorKind::Directory),
        kind if kind.is_file() => Ok(()),
        _ => Err(FileErrorKind::NotRegular),
    }
}

/// Reads standard input to its end.
///
/// # Errors
/// More than `limit` bytes, a cancelling watch, or what the system reports; the path is `-`.
pub fn read_stdin(limit: u64, watch: Watch<'_>) -> Result<Vec<u8>, FileError> {
    read_to_end(&mut io::stdin().lock(), 0, limit, watch)
        .map_err(|kind| FileError { path: PathBuf::from("-"), kind })
}

/// Reads all that `source` gives, of which `size` bytes are expected.
fn read_to_end(
    source: &mut impl Read,
    size: u64,
    limit: u64,
    watch: Watch<'_>,
) -> Result<Vec<u8>, FileErrorKind> {
    if size > limit {
        return Err(FileErrorKind::TooLarge { size, limit });
    }
    let mut bytes = Vec::new();
    // One more than expected, so that the end is found without growing.
    let room = usize::try_from(size).unwrap_or(usize::MAX).saturating_add(1);
    bytes.try_reserve_exact(room).map_err(|error| FileErrorKind::Other(error.into()))?;
    loop {
        let read = source.by_ref().take(STEP).read_to_end(&mut bytes)?;
        let done = bytes.len() as u64;
        if watch(done, size).is_break() {
            return Err(FileErrorKind::Cancelled);
        }
        if read == 0 {
            return Ok(bytes);
        }
        // A file may grow while it is read, and what lies under /proc says that it is empty.
        if done > limit {
            return Err(FileErrorKind::TooLarge { size: done, limit });
        }
    }
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
    write_beside(path, bytes, overwrite).map_err(|kind| FileError { path: path.to_owned(), kind })
}

fn write_beside(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), FileErrorKind> {
    let (target, replaced) = target_of(path, overwrite)?;
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(FileErrorKind::Directory),
    };
    let missing_folder = |error: io::Error| match FileErrorKind::from(error) {
        FileErrorKind::Missing => FileErrorKind::NoFolder,
        kind => kind,
    };
    let mut file = builder().tempfile_in(folder).map_err(missing_folder)?;
    file.write_all(bytes)?;
    if let Some(permissions) = replaced {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    match overwrite {
        Overwrite::Yes => file.persist(&target),
        Overwrite::No => file.persist_noclobber(&target),
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

/// Makes temporary files that have the permissions of any new file, not those of a secret.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".gangmu-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Makes the new name last through a power cut. The file is in place already and some file systems cannot sync a
/// folder at all, so a failure is none of the caller's.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Makes the folder `path` and those above it where they are missing.
///
/// # Errors
/// Something else of that name, or what the system reports.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path).map_err(|error| {
        let kind = match FileErrorKind::from(error) {
            FileErrorKind::Exists | FileErrorKind::Missing => FileErrorKind::NotFolder,
            kind => kind,
        };
        FileError { path: path.to_owned(), kind }
    })
}

/// Waits until no other window of ours holds the file `path`, and holds it until what is returned goes away.
///
/// # Errors
/// Where the file cannot be made. Where the file system knows no locks, none is held.
pub fn lock(path: &Path) -> Result<impl Sized + use<>, FileError> {
    let open = File::options().create(true).truncate(false).write(true).open(path);
    let file = open.map_err(|error| FileError { path: path.to_owned(), kind: error.into() })?;
    let _ = file.lock();
    Ok(file)
}

/// Whether something has that name; a link to nothing counts.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Renames an unreadable file of ours out of the way, so that it is not lost, and nothing that was set aside before
/// is; returns its new name.
///
/// # Errors
/// Where it cannot be renamed.
pub fn set_aside(path: &Path) -> Result<PathBuf, FileError> {
    let aside = |number: usize| {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(if number == 0 { ".unreadable".to_owned() } else { format!(".unreadable-{number}") });
        path.with_file_name(name)
    };
    let free = (0..1_000).map(aside).find(|aside| !exists(aside)).unwrap_or_else(|| aside(0));
    fs::rename(path, &free).map_err(|error| FileError { path: path.to_owned(), kind: error.into() })?;
    Ok(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_written_is_read_back_in_steps() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("綱");
        let bytes = vec![7; 2 * (1 << 20) + 5];
        write_atomic(&path, &bytes, Overwrite::No).unwrap();
        let reports = std::cell::RefCell::new(Vec::new());
        let watch = |done, of| {
            reports.borrow_mut().push((done, of));
            ControlFlow::Continue(())
        };
        assert_eq!(read(&path, LARGEST, &watch).unwrap(), bytes);
        let (step, all) = (STEP, bytes.len() as u64);
        assert_eq!(reports.into_inner(), [(step, all), (2 * step, all), (all, all), (all, all)]);
    }

    #[test]
    fn reading_can_be_cancelled_and_has_a_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_atomic(&path, b"12345", Overwrite::No).unwrap();
        let kind = |limit, watch: Watch<'_>| read(&path, limit, watch).unwrap_err().kind;
        assert!(matches!(kind(4, &unwatched), FileErrorKind::TooLarge { size: 5, limit: 4 }));
        assert!(matches!(kind(5, &|_, _| ControlFlow::Break(())), FileErrorKind::Cancelled));
        assert!(matches!(
            read_to_end(&mut io::repeat(0), 0, 9, &unwatched),
            Err(FileErrorKind::TooLarge { .. })
        ));
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
