//! Choosing a file: what the reader does in the box; folders are listed by a job.

use std::path::{Path, PathBuf};

use super::{Browser, Browsing, Question};
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
}
