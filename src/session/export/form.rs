//! What is to be exported, where to, and how: the state of the export panel.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::export::{Format, Layout, NamePattern};
use crate::script::Script;
use crate::session::OpenDocument;
use crate::session::files;
use crate::settings::{ExportChoice, Settings};

/// A name for a profile, while it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// What stands in the field.
    pub name: String,
    /// Whether the chosen profile gets another name; else the form is kept under this one.
    pub renames: bool,
}

/// The export panel.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ExportForm {
    /// The profile that was chosen last.
    pub profile: Option<String>,
    /// A name for a profile, while the reader types one.
    pub naming: Option<Naming>,
    /// Form of the file.
    pub format: Format,
    /// Script of the file.
    pub script: Script,
    /// Whether the words of the region are used too.
    pub phrases: bool,
    /// Whether the headings above a ticked section are given too.
    pub with_path: bool,
    /// Whether headings are numbered anew.
    pub renumber: bool,
    /// How papers are laid out.
    pub layout: Layout,
    /// Whether the lines of pages and books run down.
    pub vertical: bool,
    /// Whether ASCII punctuation among ideographs is set full-width.
    pub full_width: bool,
    /// Whether each outermost section becomes a file of its own; the target is a folder then.
    pub split: bool,
    /// How those files are called, as typed.
    pub pattern: String,
    /// Where to, as typed or chosen.
    pub target: String,
    /// The name, without extension, that is proposed for the file.
    pub proposed: String,
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
    /// What is proposed next, once it is written; `None` for what is printed.
    pub(in crate::session) choice: Option<ExportChoice>,
}

impl ExportForm {
    /// A form that proposes what was exported last, in the same folder, and in the script that is shown; the first time
    /// a Word file beside the document.
    pub fn propose(
        open: &OpenDocument,
        (settings, last): (&Settings, &ExportChoice),
        home: Option<&Path>,
    ) -> Self {
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
        let proposed = proposed_name(&stem);
        let target = folder.join(format!("{proposed}.{}", Format::Docx.extension()));
        let mut form = Self {
            profile: None,
            naming: None,
            format: Format::Docx,
            script: open.script.wanted(),
            phrases: settings.phrases,
            with_path: false,
            renumber: false,
            layout: Layout::default(),
            vertical: settings.vertical,
            full_width: false,
            split: false,
            pattern: NamePattern::USUAL.to_owned(),
            target: target.to_string_lossy().into_owned(),
            proposed,
            folder,
            home: home.map(Path::to_owned),
            exists: None,
        };
        form.apply(&ExportChoice { folder: None, ..last.clone() });
        form
    }

    /// Takes over all that `choice` says; the file keeps its name, and comes into the folder that it says if there is
    /// one.
    pub fn apply(&mut self, choice: &ExportChoice) {
        self.set_split(choice.split);
        self.set_format(Format::from_extension(&choice.format).unwrap_or(self.format));
        self.script = Script::named(&choice.script).unwrap_or(self.script);
        self.phrases = choice.phrases.unwrap_or(self.phrases);
        self.with_path = choice.with_path;
        self.renumber = choice.renumber;
        self.set_layout(Layout::from_name(&choice.layout).unwrap_or_default());
        self.full_width = choice.full_width.unwrap_or(self.full_width);
        self.vertical = choice.vertical.unwrap_or(self.vertical);
        if !choice.name_pattern.is_empty() {
            self.pattern.clone_from(&choice.name_pattern);
        }
        let folder = choice.folder.as_deref().map(Path::new).filter(|folder| files::exists(folder));
        if let (Some(folder), Some(path)) = (folder, self.path()) {
            let moved = folder.join(path.file_name().unwrap_or_default());
            self.target = moved.to_string_lossy().into_owned();
        }
    }

    /// All that is chosen, to be kept under a name.
    pub fn choice(&self) -> ExportChoice {
        ExportChoice {
            folder: self.path().as_deref().and_then(Path::parent).and_then(Path::to_str).map(str::to_owned),
            format: self.format.extension().to_owned(),
            script: self.script.name().to_owned(),
            phrases: Some(self.phrases),
            with_path: self.with_path,
            layout: self.layout.name().to_owned(),
            full_width: Some(self.full_width),
            vertical: Some(self.vertical),
            renumber: self.renumber,
            split: self.split,
            name_pattern: self.pattern.trim().to_owned(),
        }
    }

    /// How the export is made, to be remembered: the next is proposed so, but in the script in which the text is read
    /// then.
    pub fn remembered(&self) -> ExportChoice {
        let kept = self.choice();
        let full_width = kept.full_width.filter(|full_width| *full_width != self.layout.is_full_width());
        ExportChoice { script: String::new(), phrases: None, vertical: None, full_width, ..kept }
    }

    /// How the files of a split are called; `None` where what was typed is no pattern.
    pub fn name_pattern(&self) -> Option<NamePattern> {
        NamePattern::parse(&self.pattern).ok()
    }

    /// Whether an export can be made so: something is named, and the pattern is one where it is asked for.
    pub fn is_ready(&self) -> bool {
        self.path().is_some() && (!self.split || self.name_pattern().is_some())
    }

    /// Chooses one file, or one for each outermost section; the name of the file becomes that of a folder, and back.
    pub fn set_split(&mut self, split: bool) {
        if std::mem::replace(&mut self.split, split) == split {
            return;
        }
        self.exists = None;
        let path = Path::new(self.target.trim());
        let changed = if split {
            self.format_of_target().map(|_| path.with_extension(""))
        } else {
            path.file_name().map(|name| {
                let name = format!("{}.{}", name.to_string_lossy(), self.format.extension());
                path.with_file_name(name)
            })
        };
        if let Some(path) = changed {
            self.target = path.to_string_lossy().into_owned();
        }
    }

    /// The format that the extension of the target says.
    fn format_of_target(&self) -> Option<Format> {
        let extension = Path::new(self.target.trim()).extension()?;
        Format::from_extension(extension.to_str()?)
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

    /// Whether faces are wanted that the program does not have.
    pub const fn wants_faces(&self) -> bool {
        matches!((self.format, self.layout), (Format::Pdf, Layout::Official))
    }

    /// Whether the file names faces in which the preview is not drawn, 楷 and 仿宋; `installed`: which of them there are.
    pub fn names_other_faces(&self, installed: [bool; 2]) -> bool {
        self.layout == Layout::Official && (self.format == Format::Docx || installed.contains(&true))
    }

    /// Whether lines can run down in it.
    pub const fn can_be_vertical(&self) -> bool {
        match self.format {
            Format::Epub => true,
            Format::Pdf => matches!(self.layout, Layout::Plain),
            _ => false,
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
        if !self.split && self.format_of_target().is_some() {
            let path = Path::new(self.target.trim()).with_extension(format.extension());
            self.target = path.to_string_lossy().into_owned();
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
        self.format = self.format_of_target().filter(|_| !self.split).unwrap_or(self.format);
    }

    /// The file to write, or the folder of a split, by its whole path; `None` where no name was given. A file without
    /// extension gets the format's.
    pub fn path(&self) -> Option<PathBuf> {
        let target = self.target.trim();
        let named;
        let path = if self.names_folder() {
            // A folder is named: the file comes into it, called as it is proposed.
            named = Path::new(target).join(&self.proposed);
            &named
        } else {
            Path::new(target)
        };
        path.file_name()?;
        let rest = path.strip_prefix("~").ok().filter(|rest| rest.file_name().is_some());
        let in_home = rest.zip(self.home.as_deref());
        let path = in_home.map_or_else(|| self.folder.join(path), |(rest, home)| home.join(rest));
        Some(match path.extension() {
            Some(_) => path,
            None if self.split => path,
            None => path.with_extension(self.format.extension()),
        })
    }

    /// Whether what was typed names only the folder of the file.
    fn names_folder(&self) -> bool {
        !self.split && self.target.trim().ends_with(std::path::MAIN_SEPARATOR)
    }

    /// The file to write where what was typed does not say all of its path.
    pub fn whole_path(&self) -> Option<PathBuf> {
        let says_all = Path::new(self.target.trim()).is_absolute() && !self.names_folder();
        self.path().filter(|_| !says_all)
    }
}

/// The name, without extension, that is proposed for what is exported of a document with this name.
pub fn proposed_name(stem: &str) -> String {
    format!("{stem}-gangmu")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(target: &str) -> ExportForm {
        ExportForm {
            profile: None,
            naming: None,
            format: Format::Docx,
            script: Script::Source,
            phrases: false,
            with_path: false,
            renumber: false,
            layout: Layout::default(),
            vertical: false,
            full_width: false,
            split: false,
            pattern: NamePattern::USUAL.into(),
            target: target.into(),
            proposed: "講話-gangmu".into(),
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
    }

    #[test]
    fn into_a_folder_that_is_named_comes_a_file_called_as_proposed() {
        assert_eq!(form("/").path(), Some(PathBuf::from("/講話-gangmu.docx")));
        let mut form = form("/tmp/稿/");
        assert_eq!(form.path(), Some(PathBuf::from("/tmp/稿/講話-gangmu.docx")));
        assert_eq!(form.whole_path(), form.path(), "and that is told");
        form.split = true;
        assert_eq!(form.path(), Some(PathBuf::from("/tmp/稿/")));
    }

    #[test]
    fn a_path_that_says_no_folder_is_told_whole() {
        assert_eq!(form("/tmp/甲.md").whole_path(), None);
        assert_eq!(form("甲").whole_path(), Some(PathBuf::from("/tmp/甲.docx")));
        assert_eq!(form("乙/甲.md").whole_path(), Some(PathBuf::from("/tmp/乙/甲.md")));
        assert_eq!(form("~/甲.md").whole_path(), Some(PathBuf::from("/home/li/甲.md")));
        assert_eq!(form("").whole_path(), None);
    }

    #[test]
    fn a_split_is_written_to_a_folder_and_back() {
        let mut form = form("/tmp/講話.2稿.docx");
        form.set_split(true);
        assert_eq!(form.path(), Some(PathBuf::from("/tmp/講話.2稿")));
        form.set_format(Format::Pdf);
        assert_eq!(form.target, "/tmp/講話.2稿");
        form.set_split(false);
        assert_eq!(form.path(), Some(PathBuf::from("/tmp/講話.2稿.pdf")));
        form.set_split(true);
        form.pattern = "{x}".into();
        assert!(!form.is_ready());
    }

    #[test]
    fn what_is_kept_under_a_name_comes_back_and_what_says_little_changes_little() {
        let mut one = form("/tmp/甲.docx");
        one.set_format(Format::Pdf);
        one.set_layout(Layout::Official);
        (one.full_width, one.renumber, one.script) = (false, true, Script::Tw);
        one.set_split(true);
        one.pattern = "{title}".into();
        let mut other = form("/tmp/甲.docx");
        other.apply(&one.choice());
        assert_eq!(other, one);
        let before = other.clone();
        other.apply(&ExportChoice { format: "odt".into(), script: "?".into(), ..one.choice() });
        assert_eq!(other, before);
    }
}
