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
            | Action::Larger
            | Action::Smaller
            | Action::UsualSize
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomUsual
            | Action::Appear(_)
            | Action::Speak(_)
            | Action::TogglePoints
            | Action::ToggleLines
            | Action::TogglePhrases
            | Action::ToggleCareful
            | Action::TogglePunctuation
            | Action::ToggleChanges
            | Action::ToggleAsInFile
            | Action::ToggleVertical
            | Action::ToggleOutline
    )
}
