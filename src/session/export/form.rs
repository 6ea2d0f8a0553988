//! What is to be exported, where to, and how: the state of the export panel.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::export::Format;
use crate::script::Script;
use crate::session::OpenDocument;

/// The export panel.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportForm {
    /// Form of the file.
    pub format: Format,
    /// Script of the file.
    pub script: Script,
    /// Whether the headings above a ticked section are given too.
    pub with_path: bool,
    /// Where to, as typed or chosen.
    pub target: String,
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
    /// A form that proposes a Word file beside the document, in the script that is shown.
    pub fn propose(open: &OpenDocument, home: Option<&Path>) -> Self {
        let format = Format::Docx;
        let folder = open
            .source
            .path()
            .and_then(Path::parent)
            .filter(|folder| !folder.as_os_str().is_empty())
            .or(home)
            .unwrap_or_else(|| Path::new("."));
        let stem = Path::new(&open.name).file_stem().unwrap_or_default().to_string_lossy();
        let target = folder.join(format!("{stem}-gangmu.{}", format.extension()));
        Self {
            format,
            script: open.wanted,
            with_path: false,
            target: target.to_string_lossy().into_owned(),
            exists: None,
        }
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
        self.exists = None;
        if let Some(format) = path.extension().and_then(|e| e.to_str()).and_then(Format::from_extension) {
            self.format = format;
        }
    }

    /// The file to write; `None` where no name was given. A name without extension gets the format's.
    pub fn path(&self) -> Option<PathBuf> {
        let typed = self.target.trim();
        let path = Path::new(typed);
        path.file_name()?;
        Some(match path.extension() {
            Some(_) => path.to_owned(),
            None => path.with_extension(self.format.extension()),
        })
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
            target: target.into(),
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
    }

    #[test]
    fn a_name_without_extension_gets_one_and_no_name_is_no_path() {
        assert_eq!(form("/tmp/甲").path(), Some(PathBuf::from("/tmp/甲.docx")));
        assert_eq!(form("  ").path(), None);
        assert_eq!(form("/").path(), None);
    }
}
