//! What Escape closes: one thing at a time, the topmost first.

use super::{Action, Effect, FileChooserMessage, Session};

/// Something on the screen that Escape leads out of. What the toolkit itself closes, menus and a field's own use of
/// the key, comes before all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closable {
    /// The box in which a file is chosen.
    Files,
    /// The box for places and commands.
    Finder,
    /// The sheet of shortcuts.
    Keys,
    /// A document on its way in.
    Opening,
    /// The panel beside the text.
    Panel,
    /// The selected text.
    Selection,
    /// The newest notice.
    Notice,
    /// Only the text.
    OnlyText,
    /// The full screen.
    FullScreen,
}

impl Closable {
    /// All of them in the order in which they close.
    pub const ORDER: [Self; 9] = [
        Self::Files,
        Self::Finder,
        Self::Keys,
        Self::Opening,
        Self::Panel,
        Self::Selection,
        Self::Notice,
        Self::OnlyText,
        Self::FullScreen,
    ];
}

impl Session {
    /// What Escape closes now.
    pub fn topmost(&self) -> Option<Closable> {
        Closable::ORDER.into_iter().find(|closable| self.is_there(*closable))
    }

    fn is_there(&self, closable: Closable) -> bool {
        match closable {
            Closable::Files => self.file_chooser.is_some(),
            Closable::Finder => self.finder.is_some(),
            Closable::Keys => self.screen.sheet.is_some(),
            Closable::Opening => self.loading.is_some(),
            Closable::Panel => self.open.is_some() && self.side_panel.is_some(),
            Closable::Selection => self.is_enabled(Action::SelectNothing),
            Closable::Notice => self.notices.iter().next().is_some(),
            Closable::OnlyText => self.screen.only_text,
            Closable::FullScreen => self.screen.full_screen,
        }
    }

    /// Takes back the question whether to replace a file; whether it was asked.
    fn withdraw_question(&mut self) -> bool {
        let form = self.export_form_mut().filter(|form| form.asks());
        form.is_some_and(|form| form.exists.take().is_some())
    }

    /// Closes the topmost.
    pub(super) fn escape(&mut self) -> Vec<Effect> {
        match self.topmost() {
            Some(Closable::Files) => return self.change_file_chooser(FileChooserMessage::Close),
            Some(Closable::Finder) => self.finder = None,
            Some(Closable::Keys) => self.screen.sheet = None,
            Some(Closable::Opening) => return self.cancel(),
            Some(Closable::Panel) if self.withdraw_question() => {}
            Some(Closable::Panel) => return self.close_panel(),
            Some(Closable::Selection) => return self.mark(Action::SelectNothing),
            Some(Closable::Notice) => self.notices.dismiss_newest(),
            Some(Closable::OnlyText) => return self.toggle_screen(Action::OnlyText),
            Some(Closable::FullScreen) => return self.toggle_screen(Action::FullScreen),
            None => {}
        }
        Vec::new()
    }
}
