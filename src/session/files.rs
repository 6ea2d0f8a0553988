//! The files of the reader: read whole, and written in one step or not at all. The only place that touches them.

pub mod stat;

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

mod folder;
mod lock;
#[cfg(target_os = "linux")]
mod unnamed;
mod writing;

pub use folder::FolderWriter;
pub use lock::lock;
pub use writing::{Overwrite, write_atomic, write_private};

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
    /// It is the document itself: what is read is never written to.
    #[error("is the document itself")]
    Source,
    /// The folder to write into is not there.
    #[error("its folder does not exist")]
    NoFolder,
    /// The file system is read-only.
    #[error("is on a read-only file system")]
    ReadOnly,
    /// The disk or the quota is full, or the disk takes no file of that size.
    #[error("no space left")]
    Full,
    /// Another window or program holds it.
    #[error("is held by another program")]
    Busy,
    /// It is packed, and no document.
    #[error("is a package ({0:?})")]
    Package(crate::import::Package),
    /// It is a document that could not be read as its format.
    #[error(transparent)]
    Import(crate::import::ImportError),
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
            E::StorageFull | E::QuotaExceeded | E::FileTooLarge => Self::Full,
            _ => Self::Other(error),
        }
    }
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

/// A place for a file called `name` in a new folder that only the reader can look into, among the system's temporary
/// ones.
///
/// # Errors
/// What the system reports.
pub fn private_place(name: &str) -> Result<PathBuf, FileError> {
    let folder = tempfile::Builder::new().prefix("gangmu-").tempdir();
    let failed = |error: io::Error| FileError { path: std::env::temp_dir(), kind: error.into() };
    Ok(folder.map_err(failed)?.keep().join(name))
}

/// Makes the folder `path` and those above it where they are missing.
///
/// # Errors
/// Something else of that name, or what the system reports.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    make_folders(path, fs::DirBuilder::new())
}

/// Makes the folder `path` and those above it where they are missing, for their owner alone.
///
/// # Errors
/// As [`make_folder`].
pub fn make_private_folder(path: &Path) -> Result<(), FileError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    make_folders(path, builder)
}

fn make_folders(path: &Path, mut builder: fs::DirBuilder) -> Result<(), FileError> {
    builder.recursive(true).create(path).map_err(|error| {
        let kind = match FileErrorKind::from(error) {
            FileErrorKind::Exists | FileErrorKind::Missing => FileErrorKind::NotFolder,
            kind => kind,
        };
        FileError { path: path.to_owned(), kind }
    })
}

/// Looks whether writing to `target` would replace the document, where that comes from a file.
///
/// # Errors
/// [`FileErrorKind::Source`] where it would, whatever ways lead to it.
pub fn spare(source: Option<&Path>, target: &Path) -> Result<(), FileError> {
    let real = |path: &Path| fs::canonicalize(path).ok();
    match (source.and_then(real), real(target)) {
        (Some(source), Some(target_is)) if source == target_is => {
            Err(FileError { path: target.to_owned(), kind: FileErrorKind::Source })
        }
        _ => Ok(()),
    }
}

/// Whether something has that name; a link to nothing counts.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether it is a folder, or a link to one.
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// The open file for another program to read; `None` where it cannot be opened.
pub fn opened(path: &Path) -> Option<File> {
    File::open(path).ok()
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
    let mut number = 0;
    while exists(&aside(number)) {
        number += 1;
    }
    let free = aside(number);
    fs::rename(path, &free).map_err(|error| FileError { path: path.to_owned(), kind: error.into() })?;
    Ok(free)
}

/// Makes temporary files that have the permissions `mode` as the system gives them to new files.
#[cfg_attr(not(unix), expect(unused_variables, reason = "there are no such permissions"))]
fn builder(mode: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".gangmu-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
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
}
