//! The frame of the window: bars, menus, keys, notices, dialogs, and what reaches it from the desktop.

mod about;
pub(in crate::ui) mod desktop;
pub(in crate::ui) mod dialogs;
pub(in crate::ui) mod empty_state;
pub(in crate::ui) mod file_chooser;
pub(in crate::ui) mod finder;
pub(in crate::ui) mod input;
pub(in crate::ui) mod input_method;
pub(in crate::ui) mod keys_sheet;
pub(in crate::ui) mod menu;
pub(in crate::ui) mod notices;
pub(in crate::ui) mod panel_head;
pub(in crate::ui) mod placement;
pub(in crate::ui) mod recents;
pub(in crate::ui) mod sample_guide;
pub(in crate::ui) mod shortcuts;
pub(in crate::ui) mod side_panels;
pub(in crate::ui) mod status_bar;
mod submenu;
pub(in crate::ui) mod sync;
pub(in crate::ui) mod text_field;
pub(in crate::ui) mod top_bar;
