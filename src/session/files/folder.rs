//! Several files written into one folder: all of them, or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FileError, FileErrorKind, Overwrite, exists, is_folder, make_folder, write_atomic};

/// Files on their way into a folder. Until [`FolderWriter::finish`] they stand in a hidden folder beside their places;
/// what is dropped before leaves nothing.
#[derive(Debug)]
pub struct FolderWriter {
    target: PathBuf,
    overwrite: Overwrite,
    /// Where the files wait.
    waiting: tempfile::TempDir,
    names: Vec<String>,
    /// Folders that were made for this, the innermost first.
    made: Vec<PathBuf>,
}

impl FolderWriter {
    /// Begins to write files called `names` into the folder `target`, which is made where it is missing.
    ///
    /// # Errors
    /// [`FileErrorKind::Exists`] for the first of them that is there already and must not be replaced; a place that is no
    /// folder or cannot be written.
    pub fn begin(target: &Path, names: &[String], overwrite: Overwrite) -> Result<Self, FileError> {
        let failed = |kind| FileError { path: target.to_owned(), kind };
        if fs::metadata(target).is_ok() && !is_folder(target) {
            return Err(failed(FileErrorKind::NotFolder));
        }
        for path in names.iter().map(|name| target.join(name)).filter(|path| exists(path)) {
            let is_file = fs::metadata(&path).is_ok_and(|metadata| metadata.is_file());
            let kind = match overwrite {
                _ if is_folder(&path) => FileErrorKind::Directory,
                Overwrite::No => FileErrorKind::Exists,
                Overwrite::Yes if !is_file => FileErrorKind::NotRegular,
                Overwrite::Yes => continue,
            };
            return Err(FileError { path, kind });
        }
        let made = target.ancestors().take_while(|folder| !exists(folder) && folder.file_name().is_some());
        let made: Vec<_> = made.map(Path::to_owned).collect();
        make_folder(target)?;
        let waiting = tempfile::Builder::new().prefix(".gangmu-").tempdir_in(target);
        match waiting {
            Ok(waiting) => {
                Ok(Self { target: target.to_owned(), overwrite, waiting, names: Vec::new(), made })
            }
            Err(error) => {
                unmake(&made);
                Err(failed(error.into()))
            }
        }
    }

    /// Writes one of the files, which is not seen yet.
    ///
    /// # Errors
    /// As [`write_atomic`]; the path is the one that the file was to have.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        write_atomic(&self.waiting.path().join(name), bytes, Overwrite::No)
            .map_err(|error| FileError { path: self.target.join(name), ..error })?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Gives all files their places.
    ///
    /// # Errors
    /// What the system reports, and [`FileErrorKind::Exists`] for a file that has come meanwhile. All is then as it was.
    pub fn finish(mut self) -> Result<usize, FileError> {
        let replaced = self.waiting.path().join("replaced");
        let names = std::mem::take(&mut self.names);
        let mut done: Vec<(PathBuf, Option<PathBuf>)> = Vec::with_capacity(names.len());
        let placed = names.iter().try_for_each(|name| {
            let path = self.target.join(name);
            let failed = |error: std::io::Error| FileError { path: path.clone(), kind: error.into() };
            let aside = if exists(&path) {
                if self.overwrite == Overwrite::No {
                    return Err(FileError { path, kind: FileErrorKind::Exists });
                }
                make_folder(&replaced)?;
                let aside = replaced.join(name);
                fs::rename(&path, &aside).map_err(failed)?;
                Some(aside)
            } else {
                None
            };
            let moved = fs::rename(self.waiting.path().join(name), &path).map_err(failed);
            done.push((path.clone(), aside));
            moved
        });
        if placed.is_err() {
            for (path, aside) in done.iter().rev() {
                // What is in its way is the new file, if it came so far.
                let _ = match aside {
                    Some(aside) => fs::rename(aside, path),
                    None => fs::remove_file(path),
                };
            }
        } else {
            self.made.clear();
        }
        placed.map(|()| names.len())
    }
}

impl Drop for FolderWriter {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.waiting.path());
        unmake(&self.made);
    }
}

/// Takes away folders that were made, as far as nothing is in them.
fn unmake(made: &[PathBuf]) {
    for folder in made {
        let _ = fs::remove_dir(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn wanted() -> Vec<String> {
        ["a", "b"].map(str::to_owned).to_vec()
    }

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("x/y");
        let mut folder = FolderWriter::begin(&target, &wanted(), Overwrite::No).unwrap();
        folder.add("a", b"1").unwrap();
        assert_eq!(names(&target).len(), 1);
        drop(folder);
        assert!(names(root.path()).is_empty());
        let mut folder = FolderWriter::begin(&target, &wanted(), Overwrite::No).unwrap();
        folder.add("a", b"1").unwrap();
        folder.add("b", b"2").unwrap();
        folder.finish().unwrap();
        assert_eq!(names(&target), ["a", "b"]);
    }

    #[test]
    fn what_is_in_the_way_is_replaced_only_on_demand() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("b");
        write_atomic(&file, b"old", Overwrite::No).unwrap();
        let error = FolderWriter::begin(root.path(), &wanted(), Overwrite::No).unwrap_err();
        assert!(matches!(error.kind, FileErrorKind::Exists) && error.path == file);
        assert_eq!(names(root.path()), ["b"]);
        let mut folder = FolderWriter::begin(root.path(), &wanted(), Overwrite::Yes).unwrap();
        folder.add("a", b"1").unwrap();
        folder.add("b", b"2").unwrap();
        folder.finish().unwrap();
        assert_eq!((names(root.path()), fs::read(&file).unwrap()), (wanted(), b"2".to_vec()));
    }

    #[test]
    fn a_file_that_comes_meanwhile_takes_everything_back() {
        let root = tempfile::tempdir().unwrap();
        let mut folder = FolderWriter::begin(root.path(), &wanted(), Overwrite::No).unwrap();
        folder.add("a", b"1").unwrap();
        folder.add("b", b"2").unwrap();
        write_atomic(&root.path().join("b"), b"theirs", Overwrite::No).unwrap();
        let error = folder.finish().unwrap_err();
        assert!(matches!(error.kind, FileErrorKind::Exists));
        assert_eq!(names(root.path()), ["b"]);
        assert_eq!(fs::read(root.path().join("b")).unwrap(), b"theirs");
    }

    #[test]
    fn a_folder_that_is_none_is_told() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("b");
        write_atomic(&file, b"old", Overwrite::No).unwrap();
        let kind = |path: &Path| FolderWriter::begin(path, &wanted(), Overwrite::Yes).unwrap_err().kind;
        assert!(matches!(kind(&file), FileErrorKind::NotFolder));
        assert!(matches!(kind(&file.join("c")), FileErrorKind::NotFolder));
        assert_eq!(names(root.path()), ["b"]);
    }
}
