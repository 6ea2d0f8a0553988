//! Choosing a file: what the reader does in the box; folders are listed by a job.

use std::path::{Path, PathBuf};

use super::{FileChooser, FileChooserMessage, Question};
use crate::session::{Effect, Job, Session};

impl Session {
    /// Lets the reader choose a file in a box of the program's own.
    pub(in crate::session) fn choose_file(&mut self, question: Question) -> Vec<Effect> {
        let here = self.open.as_ref().and_then(|open| open.source().path()).and_then(Path::parent);
        let recent = || self.state.recents.first().and_then(|recent| recent.path.parent());
        let folder = here.or_else(recent).or(self.home.as_deref()).unwrap_or_else(|| Path::new("/"));
        self.file_chooser = Some(FileChooser::new(question, folder));
        self.list_folder()
    }

    pub(in crate::session) fn change_file_chooser(&mut self, change: FileChooserMessage) -> Vec<Effect> {
        let Some(chooser) = &mut self.file_chooser else { return Vec::new() };
        chooser.chosen = match change {
            FileChooserMessage::Name(_) => true,
            FileChooserMessage::All(_) | FileChooserMessage::Take => chooser.chosen,
            _ => false,
        };
        match change {
            FileChooserMessage::Type(typed) => chooser.typed = typed,
            // A whole path that is pasted behind what stands there stands for itself.
            FileChooserMessage::Paste(typed) => {
                let pasted = typed.strip_prefix(chooser.typed.as_str());
                let whole = pasted.filter(|path| Path::new(path).is_absolute());
                chooser.typed = whole.map(str::to_owned).unwrap_or(typed);
            }
            FileChooserMessage::All(all) => chooser.all = all,
            FileChooserMessage::Enter(folder) => chooser.typed = chooser.named_in(&folder),
            FileChooserMessage::Up => {
                let above = Path::new(chooser.parts().0).parent().map(|folder| chooser.named_in(folder));
                chooser.typed = above.unwrap_or_else(|| chooser.typed.clone());
            }
            FileChooserMessage::Name(path) => chooser.typed = path.to_string_lossy().into_owned(),
            FileChooserMessage::Take => return self.take_typed(),
            FileChooserMessage::Close => {
                let question = self.file_chooser.take().map(|chooser| chooser.question);
                let is_panels = question.is_some_and(|question| question.is_of_panel());
                return if is_panels { self.focus_panel() } else { Vec::new() };
            }
        }
        chooser.error = None;
        self.list_folder()
    }

    /// Lists the folder that is named, where that is not the one that is listed.
    fn list_folder(&mut self) -> Vec<Effect> {
        let Some(chooser) = &mut self.file_chooser else { return Vec::new() };
        let named = chooser.parts().0;
        let folder = PathBuf::from(if named.is_empty() { "." } else { named });
        if chooser.listed.as_ref() == Some(&folder) {
            return Vec::new();
        }
        chooser.listed = Some(folder.clone());
        chooser.serial += 1;
        vec![Effect::Run(Job::Look { path: folder, serial: chooser.serial, take: false })]
    }

    /// Looks what stands where the field says, to take it.
    fn take_typed(&mut self) -> Vec<Effect> {
        let Some(chooser) = &mut self.file_chooser else { return Vec::new() };
        let path = PathBuf::from(chooser.typed.trim());
        if chooser.asks() {
            return self.answer(path);
        }
        chooser.serial += 1;
        vec![Effect::Run(Job::Look { path, serial: chooser.serial, take: true })]
    }
}
