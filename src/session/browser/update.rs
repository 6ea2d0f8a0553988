//! Choosing a file: folders are listed by a job, and what is chosen answers as the system's dialog would.

use std::path::{Path, PathBuf};

use super::{Browser, Browsing, Question, within};
use crate::session::files::stat::Found;
use crate::session::files::{FileError, FileErrorKind};
use crate::session::{Effect, Job, Session};

impl Session {
    /// Lets the reader choose a file in a box of the program's own.
    pub(in crate::session) fn browse(&mut self, question: Question) -> Vec<Effect> {
        let here = self.open.as_ref().and_then(|open| open.source().path()).and_then(Path::parent);
        let recent = || self.state.recents.first().and_then(|recent| recent.path.parent());
        let folder = here.or_else(recent).or(self.home.as_deref()).unwrap_or_else(|| Path::new("/"));
        self.browser = Some(Browser::new(question, folder));
        self.list_folder()
    }

    pub(in crate::session) fn change_browser(&mut self, change: Browsing) -> Vec<Effect> {
        let Some(browser) = &mut self.browser else { return Vec::new() };
        browser.chosen = match change {
            Browsing::Name(_) => true,
            Browsing::All(_) | Browsing::Take => browser.chosen,
            _ => false,
        };
        match change {
            Browsing::Type(typed) => browser.typed = typed,
            // A whole path that is pasted behind what stands there stands for itself.
            Browsing::Paste(typed) => {
                let pasted = typed.strip_prefix(browser.typed.as_str());
                let whole = pasted.filter(|path| Path::new(path).is_absolute());
                browser.typed = whole.map(str::to_owned).unwrap_or(typed);
            }
            Browsing::All(all) => browser.all = all,
            Browsing::Enter(folder) => browser.typed = browser.named_in(&folder),
            Browsing::Up => {
                let above = Path::new(browser.parts().0).parent().map(|folder| browser.named_in(folder));
                browser.typed = above.unwrap_or_else(|| browser.typed.clone());
            }
            Browsing::Name(path) => browser.typed = path.to_string_lossy().into_owned(),
            Browsing::Take => return self.take_typed(),
            Browsing::Close => {
                self.browser = None;
                return Vec::new();
            }
        }
        browser.error = None;
        self.list_folder()
    }

    /// Lists the folder that is named, where that is not the one that is listed.
    fn list_folder(&mut self) -> Vec<Effect> {
        let Some(browser) = &mut self.browser else { return Vec::new() };
        let named = browser.parts().0;
        let folder = PathBuf::from(if named.is_empty() { "." } else { named });
        if browser.listed.as_ref() == Some(&folder) {
            return Vec::new();
        }
        browser.listed = Some(folder.clone());
        browser.serial += 1;
        vec![Effect::Run(Job::Look { path: folder, serial: browser.serial, take: false })]
    }

    /// Looks what stands where the field says, to take it.
    fn take_typed(&mut self) -> Vec<Effect> {
        let Some(browser) = &mut self.browser else { return Vec::new() };
        let path = PathBuf::from(browser.typed.trim());
        if browser.asks() {
            return self.answer(path);
        }
        browser.serial += 1;
        vec![Effect::Run(Job::Look { path, serial: browser.serial, take: true })]
    }

    /// It is known what stands at a path that was named; `take`: the reader wants it.
    pub(in crate::session) fn looked(
        &mut self,
        (serial, take): (u64, bool),
        path: PathBuf,
        result: Result<Found, FileError>,
    ) -> Vec<Effect> {
        let Some(browser) = self.browser.as_mut().filter(|browser| browser.serial == serial) else {
            return Vec::new();
        };
        let writes = browser.question.writes();
        match result {
            Ok(Found::Folder(_)) if take && matches!(browser.question, Question::Folder(_)) => {
                return self.answer(path);
            }
            Ok(Found::Folder(entries)) => {
                if take {
                    browser.typed = within(&path);
                    browser.listed = Some(PathBuf::from(browser.parts().0));
                }
                browser.entries = Some(entries);
                browser.error = None;
            }
            // The export asks itself whether a file is to be replaced.
            Ok(Found::File) if take && matches!(browser.question, Question::OwnWordsTarget(_)) => {
                browser.exists = Some(path);
            }
            Ok(Found::File) if take => return self.answer(path),
            Err(FileError { kind: FileErrorKind::Missing, .. }) if take && writes && is_named(&path) => {
                return self.answer(path);
            }
            Ok(Found::File) => browser.entries = Some(Vec::new()),
            Err(error) => {
                if !take {
                    browser.entries = Some(Vec::new());
                }
                browser.error = Some(error);
            }
        }
        Vec::new()
    }

    /// Answers with `path`, as the system's dialog would, and puts the box away.
    fn answer(&mut self, path: PathBuf) -> Vec<Effect> {
        let Some(browser) = self.browser.take() else { return Vec::new() };
        self.done(browser.question.answered(Some(path)))
    }
}

/// Whether `path` has a name that a file can have.
fn is_named(path: &Path) -> bool {
    path.file_name().is_some() && !path.as_os_str().is_empty()
}
