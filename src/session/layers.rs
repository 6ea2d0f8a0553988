//! What Escape closes: one layer at a time, the topmost first.

use super::{Action, Effect, Session};

/// Something on the screen that Escape leads out of. What the toolkit itself closes, menus and a field's own use of
/// the key, comes before all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
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

impl Layer {
    /// The layers in the order in which they close.
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
    /// The layer that Escape closes now.
    pub fn top_layer(&self) -> Option<Layer> {
        Layer::ORDER.into_iter().find(|layer| self.has_layer(*layer))
    }

    fn has_layer(&self, layer: Layer) -> bool {
        match layer {
            Layer::Files => self.browser.is_some(),
            Layer::Finder => self.finder.is_some(),
            Layer::Keys => self.screen.sheet.is_some(),
            Layer::Opening => self.loading.is_some(),
            Layer::Panel => self.open.is_some() && self.side_panel.is_some(),
            Layer::Selection => self.is_enabled(Action::SelectNothing),
            Layer::Notice => self.notices.iter().next().is_some(),
            Layer::OnlyText => self.screen.only_text,
            Layer::FullScreen => self.screen.full_screen,
        }
    }

    /// Takes back the question whether to replace a file; whether it was asked.
    fn withdraw_question(&mut self) -> bool {
        let form = self.export_form_mut().filter(|form| form.asks());
        form.is_some_and(|form| form.exists.take().is_some())
    }

    /// Closes the topmost layer.
    pub(super) fn escape(&mut self) -> Vec<Effect> {
        match self.top_layer() {
            Some(Layer::Files) => self.browser = None,
            Some(Layer::Finder) => self.finder = None,
            Some(Layer::Keys) => self.screen.sheet = None,
            Some(Layer::Opening) => return self.cancel(),
            Some(Layer::Panel) if self.withdraw_question() => {}
            Some(Layer::Panel) => return self.close_panel(),
            Some(Layer::Selection) => return self.mark(Action::SelectNothing),
            Some(Layer::Notice) => self.notices.dismiss_newest(),
            Some(Layer::OnlyText) => return self.toggle_view(Action::OnlyText),
            Some(Layer::FullScreen) => return self.toggle_view(Action::FullScreen),
            None => {}
        }
        Vec::new()
    }
}
