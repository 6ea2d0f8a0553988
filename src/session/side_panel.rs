//! The panel beside the text: there is one, so that opening a panel replaces the one before.

use std::mem::discriminant;
use std::sync::atomic::Ordering;

use super::review::{ReviewAction, Standing};
use super::{Action, Effect, ExportForm, OwnWordsForm, RulesForm, Session};
use crate::text::SourceRange;

/// What stands beside the text, with what is typed in it. Search and review keep what was typed and found in
/// [`Session::search`] and [`Session::review`]: it outlives the panel.
#[derive(Clone, Debug)]
pub enum SidePanel {
    /// What is to be exported, and where to.
    Export(ExportForm),
    /// How the text looks.
    Appearance,
    /// The list of doubts about the outline.
    Doubts,
    /// The reader's own rules.
    Rules(RulesForm),
    /// The reader's own words.
    OwnWords(OwnWordsForm),
    /// The search, and what it found.
    Search,
    /// The review, and what it found.
    Review,
}

impl SidePanel {
    /// The action that shows it.
    pub const fn action(&self) -> Action {
        match self {
            Self::Export(_) => Action::Export,
            Self::Appearance => Action::ToggleAppearance,
            Self::Doubts => Action::ToggleDoubts,
            Self::Rules(_) => Action::ToggleRules,
            Self::OwnWords(_) => Action::ToggleOwnWords,
            Self::Search => Action::Search,
            Self::Review => Action::Review(ReviewAction::Show),
        }
    }

    /// Whether it goes on in the next document.
    pub(super) const fn outlives_document(&self) -> bool {
        matches!(self, Self::Appearance | Self::Search | Self::Review)
    }

    /// Whether what the outline shows is what it is about; the others are about the text.
    pub const fn is_about_outline(&self) -> bool {
        matches!(self, Self::Export(_) | Self::Doubts | Self::Rules(_))
    }

    /// Whether its first field takes the focus when it opens, or the button that it is there for.
    const fn takes_focus(&self) -> bool {
        matches!(self, Self::Rules(_) | Self::OwnWords(_) | Self::Export(_))
    }
}

impl Session {
    /// Shows `panel` in the place of the one that is shown.
    pub(super) fn open_panel(&mut self, panel: SidePanel) -> Vec<Effect> {
        self.leave_panel();
        self.side_panel = Some(panel);
        self.focus_panel()
    }

    /// Gives the focus to the panel that is shown, where it takes it: when it opens, and after a dialog that it asked for.
    pub(super) fn focus_panel(&self) -> Vec<Effect> {
        let takes_focus = self.side_panel.as_ref().is_some_and(SidePanel::takes_focus);
        if takes_focus { vec![Effect::FocusPanel] } else { Vec::new() }
    }

    /// Puts the panel away; the text has the focus again.
    pub(super) fn close_panel(&mut self) -> Vec<Effect> {
        self.leave_panel();
        vec![Effect::FocusText]
    }

    /// Shows `panel`, or puts it away where it is shown.
    pub(super) fn toggle_panel(&mut self, panel: SidePanel) -> Vec<Effect> {
        let is_shown = self.side_panel.as_ref().map(discriminant) == Some(discriminant(&panel));
        if is_shown { self.close_panel() } else { self.open_panel(panel) }
    }

    /// Takes the panel away and stops what was done for it alone.
    pub(super) fn leave_panel(&mut self) {
        match self.side_panel.take() {
            Some(SidePanel::Rules(form)) => form.cancel.store(true, Ordering::Relaxed),
            Some(SidePanel::Review) => self.stop_review(),
            Some(SidePanel::Export(form)) => self.leave_export(form),
            _ => {}
        }
    }

    /// Whether the search is shown, and its hits are marked in the text.
    pub const fn shows_search(&self) -> bool {
        matches!(self.side_panel, Some(SidePanel::Search))
    }

    /// Whether the review is shown, and its finds are marked in the text.
    pub const fn shows_review(&self) -> bool {
        matches!(self.side_panel, Some(SidePanel::Review))
    }

    /// The hits that are marked in `range` of the text, with the 0-based index of the first.
    pub fn marked_hits(&self, range: SourceRange) -> (usize, &[SourceRange]) {
        if self.shows_search() { self.search.within(range) } else { (0, &[]) }
    }

    /// The finds that are marked in `range` of the text: the place, how it stands, and whether it is the one that was
    /// gone to.
    pub fn marked_finds(&self, range: SourceRange) -> impl Iterator<Item = (SourceRange, Standing, bool)> {
        Some(&self.review)
            .filter(|_| self.shows_review())
            .into_iter()
            .flat_map(move |review| review.within(range))
    }

    /// What is to be exported, while that is asked.
    pub const fn export_form(&self) -> Option<&ExportForm> {
        if let Some(SidePanel::Export(form)) = &self.side_panel { Some(form) } else { None }
    }

    pub(super) const fn export_form_mut(&mut self) -> Option<&mut ExportForm> {
        if let Some(SidePanel::Export(form)) = &mut self.side_panel { Some(form) } else { None }
    }

    /// The rule that is being written, while its panel is shown.
    pub const fn rules_form(&self) -> Option<&RulesForm> {
        if let Some(SidePanel::Rules(form)) = &self.side_panel { Some(form) } else { None }
    }

    /// The word that is being written, while its panel is shown.
    pub const fn own_words_form(&self) -> Option<&OwnWordsForm> {
        if let Some(SidePanel::OwnWords(form)) = &self.side_panel { Some(form) } else { None }
    }
}
