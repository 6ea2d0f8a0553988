//! The box for places and commands, the sheet of shortcuts, and what hides everything but the text.

use crate::document::Document;
use crate::session::finder::{Finder, FinderKind};
use crate::session::{Action, Effect, OpenDocument, Session, Sheet};

impl Session {
    /// Opens the box for places, or that for commands; closes it where it is open.
    pub(in crate::session) fn toggle_finder(&mut self, action: Action) -> Vec<Effect> {
        let kind = if action == Action::Commands { FinderKind::Commands } else { FinderKind::Places };
        let document = findable(self.open.as_ref());
        let was = self.finder.take();
        self.finder = was.is_none_or(|finder| finder.kind != kind).then(|| Finder::new(kind, document));
        self.screen.sheet = None;
        Vec::new()
    }

    /// Takes over what stands in the box; `None` closes it.
    pub(in crate::session) fn find_place(&mut self, asked: Option<String>) -> Vec<Effect> {
        let document = findable(self.open.as_ref());
        match (asked, &mut self.finder) {
            (Some(asked), Some(finder)) => finder.ask(asked, document),
            (None, finder) => *finder = None,
            (Some(_), None) => {}
        }
        Vec::new()
    }

    /// More of the document has come: the box offers the places of that.
    pub(in crate::session) fn find_anew(&mut self) {
        if let Some(finder) = &mut self.finder {
            finder.ask(finder.asked.clone(), findable(self.open.as_ref()));
        }
    }

    /// Full screen, only the text, the sheets.
    pub(in crate::session) fn toggle_screen(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::FullScreen => {
                self.screen.full_screen = !self.screen.full_screen;
                return vec![Effect::FullScreen(self.screen.full_screen)];
            }
            Action::OnlyText => self.screen.only_text = !self.screen.only_text,
            _ => {
                let asked = if action == Action::About { Sheet::About } else { Sheet::Keys };
                self.finder = None;
                self.screen.sheet = (self.screen.sheet != Some(asked)).then_some(asked);
            }
        }
        Vec::new()
    }
}

/// The document, once all its places are known.
fn findable(open: Option<&OpenDocument>) -> Option<&Document> {
    open.filter(|open| open.has_all_text()).map(OpenDocument::document)
}
