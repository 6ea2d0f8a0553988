//! Looking at files without reading them: what a folder holds, and whether a file has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{FileError, FileErrorKind, check_regular};

/// What tells a file from what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its length in bytes.
    length: u64,
    /// When it was written last, where the file system says so.
    modified: Option<SystemTime>,
}

/// How the file at `path` is now; `None` where there is none that can be looked at.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = fs::metadata(path).ok()?;
    Some(Stamp { length: metadata.len(), modified: metadata.modified().ok() })
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A folder, with what is in it.
    Folder(Vec<Entry>),
    /// A file.
    File,
}

/// Something in a folder. Folders come first, in the order of names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Whether it is no folder.
    pub is_file: bool,
    /// Its name, as it can be shown.
    pub name: String,
    /// Its path.
    pub path: PathBuf,
}

/// Looks what stands at `path`.
///
/// # Errors
/// Where there is nothing, where it is neither file nor folder, and where the system does not let us look.
pub fn stat(path: &Path) -> Result<Found, FileError> {
    found(path).map_err(|kind| FileError { path: path.to_owned(), kind })
}

fn found(path: &Path) -> Result<Found, FileErrorKind> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_dir() {
        check_regular(&metadata)?;
        return Ok(Found::File);
    }
    let entries = fs::read_dir(path)?.filter_map(Result::ok).filter_map(|entry| {
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        // Links count as what they lead to.
        let is_file = !fs::metadata(&path).ok()?.is_dir();
        Some(Entry { is_file, name, path })
    });
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_unstable();
    Ok(Found::Folder(entries))
}
