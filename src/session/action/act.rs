//! What each action does.

use crate::session::notice::Planned;
use crate::session::{
    Action, Effect, NoticeKind, OwnWordsForm, RulesForm, Session, SidePanel, Source, Toggle,
};
use crate::settings::Typeface;

impl Session {
    pub(in crate::session) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => vec![Effect::PickFile],
            Action::Paste => vec![Effect::RequestPaste],
            Action::OpenSample => self.start_opening(Source::Sample, None),
            Action::Reload => self.open_again(self.open.as_ref().and_then(|open| open.content.encoding())),
            Action::Decode(encoding) => self.open_again(encoding),
            Action::Close => self.close(),
            Action::Cancel => self.cancel(),
            Action::Export => self.toggle_export(),
            Action::Quit => vec![Effect::Quit],
            Action::Menu => vec![Effect::OpenMenu],
            Action::Show(script) => self.show_alone_or_beside(script),
            Action::Toggle(Toggle::Compare) => self.toggle_compare(),
            Action::PreviousSection | Action::NextSection => {
                self.step_sections(action == Action::NextSection)
            }
            Action::Back | Action::Forward => self.step_in_history(action == Action::Forward),
            Action::GoTo | Action::Commands => self.toggle_finder(action),
            Action::ShowKeys | Action::About | Action::FullScreen | Action::OnlyText => {
                self.toggle_screen(action)
            }
            Action::CopyReport => self.copy_report(),
            Action::Print => self.print(),
            Action::Bookmark => self.tell(NoticeKind::Planned(Planned::Bookmarks)),
            Action::Search => self.open_search(),
            Action::NextHit | Action::PreviousHit => self.step_hits(action == Action::NextHit),
            Action::Filter => self.focus_outline(Effect::FocusFilter),
            Action::FocusOutline => self.focus_outline(Effect::FocusOutline),
            Action::Copy | Action::CopySource | Action::CopyCitation => self.copy(action),
            Action::SelectAll | Action::SelectSection | Action::SelectNothing => self.mark(action),
            Action::FoldAll => self.fold_to(1),
            Action::UnfoldAll => self.fold_to(u8::MAX),
            Action::TickAll | Action::TickNone => self.tick_all(action == Action::TickAll),
            Action::Undo | Action::Redo => self.undo_or_redo(action == Action::Redo),
            Action::Correct(correction) => self.correct(None, correction),
            Action::NextDoubt | Action::PreviousDoubt => self.step_doubts(action == Action::NextDoubt),
            Action::ToggleDoubts => self.toggle_panel(SidePanel::Doubts),
            Action::Infer => self.infer(),
            Action::StopInferring => self.stop_inferring(),
            Action::ToggleRules => self.toggle_panel(SidePanel::Rules(RulesForm::default())),
            Action::ToggleOwnWords => self.toggle_panel(SidePanel::OwnWords(OwnWordsForm::default())),
            Action::ToggleQuoted | Action::ToggleLibrary | Action::ToggleOwnConfig => self.reconvert(action),
            Action::Review(asked) => self.act_on_review(asked),
            Action::ToggleFurniture => self.show_furniture(),
            Action::ToggleAppearance => self.toggle_appearance(),
            Action::SetIn(style) => self.choose_typeface(Typeface::Style(style)),
            Action::Toggle(_)
            | Action::TextSize(_)
            | Action::Zoom(_)
            | Action::Appear(_)
            | Action::Speak(_) => self.set(action),
        }
    }

    /// Says why `action` cannot be done now, where the reader may wonder.
    pub(in crate::session) fn refuse(&mut self, action: Action) -> Vec<Effect> {
        if self.explains(action) {
            self.notices.say(NoticeKind::NeedsRows);
        }
        Vec::new()
    }

    fn tell(&mut self, kind: NoticeKind) -> Vec<Effect> {
        self.notices.say(kind);
        Vec::new()
    }

    fn focus_outline(&mut self, focus: Effect) -> Vec<Effect> {
        let mut effects = self.show_outline();
        effects.push(focus);
        effects
    }
}
