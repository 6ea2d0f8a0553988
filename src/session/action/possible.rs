//! What can be asked for at any time.

use super::Action;

/// Whether `action` does something whatever is open.
pub(super) const fn is_always_possible(action: Action) -> bool {
    matches!(
        action,
        Action::Open
            | Action::Paste
            | Action::OpenSample
            | Action::Quit
            | Action::Commands
            | Action::ShowKeys
            | Action::About
            | Action::CopyReport
            | Action::Bookmark
            | Action::FullScreen
            | Action::TextSize(_)
            | Action::Zoom(_)
            | Action::Appear(_)
            | Action::Speak(_)
    )
}
