//! Actions: everything the reader can ask for by menu, shortcut or button. Names, with at most the value that is chosen.

use super::review::ReviewAction;
use super::{Correction, Extent, OpenDocument, Session, Sheet};
use crate::decode::Encoding;
use crate::lang::Lang;
use crate::script::{Engine, Script};
use crate::settings::{Appearance, TypeStyle, Typeface};

mod act;
mod all;
mod possible;
mod setting;

use possible::is_always_possible;
pub use setting::{Resize, Toggle};

/// Something the reader can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Choose a file and open it.
    Open,
    /// Read the text on the clipboard as a document.
    Paste,
    /// Open the sample that comes with the program.
    OpenSample,
    /// Read the file again.
    Reload,
    /// Read the file again in this encoding; `None`: detect it.
    Decode(Option<Encoding>),
    /// Put the document away.
    Close,
    /// Show or hide the export panel.
    Export,
    /// Open the menu, or close it.
    Menu,
    /// Leave the program.
    Quit,
    /// Show the text in a script.
    Show(Script),
    /// Go to the section before.
    PreviousSection,
    /// Go to the section after.
    NextSection,
    /// Go back to where the last jump began.
    Back,
    /// Undo going back.
    Forward,
    /// Copy the selected text as it is shown.
    Copy,
    /// Copy the selected text as the file has it.
    CopySource,
    /// Copy the selected text with the headings above it.
    CopyCitation,
    /// Select all text.
    SelectAll,
    /// Select the section that is being read.
    SelectSection,
    /// Select nothing.
    SelectNothing,
    /// Open the box for places in the document.
    GoTo,
    /// Open the box for commands.
    Commands,
    /// Show or hide the sheet of shortcuts.
    ShowKeys,
    /// Show or hide what this program is and what it is made of.
    About,
    /// Copy what somebody needs to know who looks into a fault: versions and choices, nothing of any document.
    CopyReport,
    /// Print; what there is instead is told.
    Print,
    /// Set a bookmark; what there is instead is told.
    Bookmark,
    /// Let the window fill the screen.
    FullScreen,
    /// Hide everything but the text.
    OnlyText,
    /// Search the text.
    Search,
    /// Go to the next hit.
    NextHit,
    /// Go to the hit before.
    PreviousHit,
    /// Put the cursor into the outline's filter.
    Filter,
    /// Put the focus on the outline.
    FocusOutline,
    /// Fold all sections.
    FoldAll,
    /// Unfold all sections.
    UnfoldAll,
    /// Tick all sections.
    TickAll,
    /// Untick all sections.
    TickNone,
    /// Take the last correction of the outline back.
    Undo,
    /// Make the correction again that was taken back last.
    Redo,
    /// Correct the section that is chosen in the outline, or being read.
    Correct(Correction),
    /// Go to the next doubtful section.
    NextDoubt,
    /// Go to the doubtful section before.
    PreviousDoubt,
    /// Show or hide the list of doubts.
    ToggleDoubts,
    /// Show or hide the panel of own rules.
    ToggleRules,
    /// Show or hide the panel of own words.
    ToggleOwnWords,
    /// Do something about the review and its finds.
    Review(ReviewAction),
    /// Turn a setting on or off.
    Toggle(Toggle),
    /// Show what is not the author's text (menus of a web page, running heads), or fold it.
    ToggleFurniture,
    /// Convert with the OpenCC library, or with the program itself.
    ToggleLibrary,
    /// Convert to the script that is shown by a configuration of the reader's, or as usual.
    ToggleOwnConfig,
    /// Leave what is in the other script than the document as it is, or convert all.
    ToggleQuoted,
    /// Another size of the text.
    TextSize(Resize),
    /// Another scale of the window and all in it.
    Zoom(Resize),
    /// Show or hide the panel of how the text looks.
    ToggleAppearance,
    /// Set the text in 宋, 黑 or 楷.
    SetIn(TypeStyle),
    /// Light, sepia, dark or the system's.
    Appear(Appearance),
    /// Speak a language.
    Speak(Lang),
    /// Infer the outline after all.
    Infer,
    /// Stop inferring the outline, and read without one.
    StopInferring,
    /// Stop opening the document that is being opened.
    Cancel,
}

impl Session {
    /// Whether `action` would do anything now.
    pub fn is_enabled(&self, action: Action) -> bool {
        match action {
            _ if is_always_possible(action) => true,
            Action::SetIn(style) => style != TypeStyle::Kai || self.typefaces.may_have_kai(),
            Action::ToggleLibrary => cfg!(feature = "opencc"),
            Action::ToggleOwnConfig => {
                cfg!(feature = "opencc") && self.has(|open| open.script.wanted() != Script::Source)
            }
            Action::Toggle(Toggle::TwoColumns) => self.may_have_two_columns(),
            Action::Reload | Action::Decode(_) => self.has(|open| open.source().path().is_some()),
            Action::Copy | Action::CopySource | Action::CopyCitation | Action::SelectNothing => {
                self.has(OpenDocument::has_selection)
            }
            Action::Search | Action::GoTo | Action::SelectAll => self.has(OpenDocument::has_all_text),
            Action::Review(asked) => self.has(OpenDocument::has_all_text) && self.review.allows(asked),
            Action::Undo | Action::Redo => self.has(|open| open.can_undo_or_redo(action == Action::Redo)),
            Action::NextHit | Action::PreviousHit => self.can_step_hits(),
            Action::Menu => !(self.screen.only_text && self.open.is_some()),
            Action::Close
            | Action::OnlyText
            | Action::Show(_)
            | Action::ToggleQuoted
            | Action::ToggleAppearance
            | Action::ToggleOwnWords
            | Action::Toggle(Toggle::Compare) => self.open.is_some(),
            Action::Toggle(_) => true,
            Action::Export | Action::TickAll | Action::Print => self.has(OpenDocument::can_be_ticked),
            Action::Filter
            | Action::FocusOutline
            | Action::FoldAll
            | Action::UnfoldAll
            | Action::PreviousSection
            | Action::NextSection
            | Action::SelectSection => self.has_sections(),
            Action::TickNone => self.has(|open| !open.outline.ticks().is_empty()),
            Action::ToggleFurniture => self.has(|open| !open.document().hints().furniture.is_empty()),
            Action::Back => self.has(|open| open.position.can_go_back()),
            Action::Forward => self.has(|open| open.position.can_go_forward()),
            Action::Cancel => self.loading.is_some(),
            // The rest is about the outline itself.
            _ => self.has(|open| has_outline_for(open, action)),
        }
    }

    /// Whether asking for `action`, which can do nothing now, is answered with the reason.
    pub fn explains(&self, action: Action) -> bool {
        action == Action::Toggle(Toggle::TwoColumns) && self.open.is_some() && !self.is_enabled(action)
    }

    /// Whether `action` is a choice that holds now (a check mark in the menu).
    pub fn is_chosen(&self, action: Action) -> bool {
        match action {
            Action::Show(script) => self.open.as_ref().is_some_and(|open| open.script.wanted() == script),
            Action::Appear(appearance) => self.settings.appearance == appearance,
            Action::SetIn(style) => self.settings.typeface == Typeface::Style(style),
            Action::Speak(lang) => self.lang() == lang,
            Action::Toggle(setting) => setting.is_on(&self.settings),
            Action::ToggleFurniture => self.has(|open| open.document().shows_furniture()),
            Action::ToggleQuoted => self.has(|open| open.script.keeps_quoted()),
            Action::ToggleLibrary => self.settings.engine == Engine::OpenCc,
            Action::ToggleOwnConfig => {
                self.has(|open| self.settings.own_config(open.script.wanted()).is_some())
            }
            Action::ShowKeys => self.screen.sheet == Some(Sheet::Keys),
            Action::About => self.screen.sheet == Some(Sheet::About),
            Action::FullScreen => self.screen.full_screen,
            Action::OnlyText => self.screen.only_text,
            Action::Decode(Some(encoding)) => {
                self.open.as_ref().is_some_and(|open| open.document().decoded().encoding == encoding.name())
            }
            _ => self.side_panel.as_ref().is_some_and(|panel| panel.action() == action),
        }
    }

    /// Whether a document is open of which `holds` is true.
    fn has(&self, holds: impl Fn(&OpenDocument) -> bool) -> bool {
        self.open.as_ref().is_some_and(holds)
    }

    fn can_step_hits(&self) -> bool {
        self.has(OpenDocument::has_all_text) && !self.search.words.is_empty()
    }

    fn has_sections(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.document().outline().sections().is_empty())
    }
}

/// Whether the outline, as far as it has come, lets `action` do something to it or with its doubts.
fn has_outline_for(open: &OpenDocument, action: Action) -> bool {
    match action {
        Action::Infer => open.content.extent() == Extent::Stopped && open.content.hash().is_some(),
        Action::StopInferring => matches!(open.content.extent(), Extent::Text(_)),
        _ if !open.is_inferred() => false,
        Action::Correct(correction) => open.allows_here(correction),
        Action::NextDoubt | Action::PreviousDoubt => !open.outline.doubts().is_empty(),
        Action::ToggleRules | Action::ToggleDoubts => true,
        _ => false,
    }
}
