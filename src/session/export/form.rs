//! What is to be exported, where to, and how: the state of the export panel.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Serialize};

use crate::export::{Format, Layout};
use crate::script::Script;
use crate::session::OpenDocument;
use crate::session::files;

/// How the last export was made: the next is proposed so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastExport {
    /// The folder that was exported to; `None`: none yet, or its name is no text.
    pub folder: Option<String>,
    /// The extension of the file's form; empty: none yet.
    pub format: String,
    /// Whether the headings above a ticked section were given too.
    pub with_path: bool,
    /// How papers were laid out, by the name that the command line has for it; empty: none yet.
    pub layout: String,
}

/// The export panel.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportForm {
    /// Form of the file.
    pub format: Format,
    /// Script of the file.
    pub script: Script,
    /// Whether the headings above a ticked section are given too.
    pub with_path: bool,
    /// How papers are laid out.
    pub layout: Layout,
    /// Whether ASCII punctuation among ideographs is set full-width.
    pub full_width: bool,
    /// Where to, as typed or chosen.
    pub target: String,
    /// The folder that a path begins in that says none; absolute where the system tells.
    pub folder: PathBuf,
    /// The reader's home folder, which `~` stands for.
    pub home: Option<PathBuf>,
    /// A file that exists, of which the reader must say whether to replace it.
    pub exists: Option<PathBuf>,
}

/// An export that is being made.
#[derive(Debug)]
pub struct Exporting {
    /// The file.
    pub path: PathBuf,
    /// The part that is done, 0 to 1.
    pub share: f32,
    /// Raised to make the job stop.
    pub(in crate::session) cancel: Arc<AtomicBool>,
}

impl ExportForm {
    /// A form that proposes what was exported last, in the same folder, and in the script that is shown; the first time
    /// a Word file beside the document.
    pub fn propose(open: &OpenDocument, last: &LastExport, home: Option<&Path>) -> Self {
        let format = Format::from_extension(&last.format).unwrap_or(Format::Docx);
        let layout = Layout::from_name(&last.layout).unwrap_or_default();
        let beside = open.source().path().and_then(Path::parent);
        let folder = last
            .folder
            .as_deref()
            .map(Path::new)
            // A stick may be gone.
            .filter(|folder| files::exists(folder))
            .or(beside.filter(|folder| !folder.as_os_str().is_empty()))
            .or(home)
            .unwrap_or_else(|| Path::new("."));
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let stem = Path::new(open.content.name()).file_stem().unwrap_or_default().to_string_lossy();
        let target = folder.join(format!("{stem}-gangmu.{}", format.extension()));
        Self {
            format,
            script: open.script.wanted(),
            with_path: last.with_path,
            layout,
            full_width: layout.is_full_width(),
            target: target.to_string_lossy().into_owned(),
            folder,
            home: home.map(Path::to_owned),
            exists: None,
        }
    }

    /// How the export to `path` is made, to be remembered.
    pub fn remembered(&self, path: &Path) -> LastExport {
        LastExport {
            folder: path.parent().and_then(Path::to_str).map(str::to_owned),
            format: self.format.extension().to_owned(),
            with_path: self.with_path,
            layout: self.layout.name().to_owned(),
        }
    }

    /// Chooses how papers are laid out; their punctuation follows.
    pub fn set_layout(&mut self, layout: Layout) {
        self.layout = layout;
        self.full_width = layout.is_full_width();
    }

    /// Whether the format is one of papers, which can be laid out in more than one way.
    pub const fn has_layouts(&self) -> bool {
        matches!(self.format, Format::Docx | Format::Pdf)
    }

    /// Whether the reader must say whether to replace the file that is named now.
    pub fn asks(&self) -> bool {
        self.exists.is_some() && self.exists == self.path()
    }

    /// Chooses a format; the file's extension follows.
    pub fn set_format(&mut self, format: Format) {
        self.format = format;
        self.exists = None;
        let path = Path::new(&self.target);
        let known = path.extension().and_then(|e| e.to_str()).and_then(Format::from_extension);
        if known.is_some() {
            self.target = path.with_extension(format.extension()).to_string_lossy().into_owned();
        }
    }

    /// Takes a path over; the format follows its extension where it has a known one.
    pub fn set_target(&mut self, path: &Path) {
        self.target = path.to_string_lossy().into_owned();
        self.take_format_of_target();
    }

    /// Takes the format that the extension of the target says, where it says a known one: after the target was typed.
    pub fn take_format_of_target(&mut self) {
        self.exists = None;
        let extension = Path::new(self.target.trim()).extension().and_then(|extension| extension.to_str());
        if let Some(format) = extension.and_then(Format::from_extension) {
            self.format = format;
        }
    }

    /// The file to write, by its whole path; `None` where no name was given. A name without extension gets the
    /// format's.
    pub fn path(&self) -> Option<PathBuf> {
        let path = Path::new(self.target.trim());
        path.file_name()?;
        let rest = path.strip_prefix("~").ok().filter(|rest| rest.file_name().is_some());
        let in_home = rest.zip(self.home.as_deref());
        let path = in_home.map_or_else(|| self.folder.join(path), |(rest, home)| home.join(rest));
        Some(match path.extension() {
            Some(_) => path,
            None => path.with_extension(self.format.extension()),
        })
    }

    /// The file to write where what was typed does not say all of its path.
    pub fn whole_path(&self) -> Option<PathBuf> {
        self.path().filter(|_| !Path::new(self.target.trim()).is_absolute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(target: &str) -> ExportForm {
        ExportForm {
            format: Format::Docx,
            script: Script::Source,
            with_path: false,
            layout: Layout::default(),
            full_width: false,
            target: target.into(),
            folder: "/tmp".into(),
            home: Some("/home/li".into()),
            exists: None,
        }
    }

    #[test]
    fn the_extension_follows_the_format_and_the_format_the_extension() {
        let mut form = form("/tmp/講話.docx");
        form.set_format(Format::Md);
        assert_eq!(form.target, "/tmp/講話.md");
        form.set_target(Path::new("/tmp/摘錄.txt"));
        assert_eq!(form.format, Format::Txt);
        form.target = "摘錄.md ".into();
        form.take_format_of_target();
        assert_eq!(form.format, Format::Md);
        form.target = "摘錄.第2稿".into();
        form.take_format_of_target();
        assert_eq!(form.format, Format::Md);
    }

    #[test]
    fn a_name_without_extension_gets_one_and_no_name_is_no_path() {
        assert_eq!(form("/tmp/甲").path(), Some(PathBuf::from("/tmp/甲.docx")));
        assert_eq!(form("  ").path(), None);
        assert_eq!(form("/").path(), None);
    }

    #[test]
    fn a_path_that_says_no_folder_is_told_whole() {
        assert_eq!(form("/tmp/甲.md").whole_path(), None);
        assert_eq!(form("甲").whole_path(), Some(PathBuf::from("/tmp/甲.docx")));
        assert_eq!(form("乙/甲.md").whole_path(), Some(PathBuf::from("/tmp/乙/甲.md")));
        assert_eq!(form("~/甲.md").whole_path(), Some(PathBuf::from("/home/li/甲.md")));
        assert_eq!(form("").whole_path(), None);
    }
}
