//! How the window and the text look: colours and measures, fonts, and the panel in which that is chosen.

pub(in crate::ui) mod choices;
pub(in crate::ui) mod drop_down;
pub(in crate::ui) mod fonts;
pub(in crate::ui) mod panel;
pub(in crate::ui) mod system_fonts;
pub(in crate::ui) mod theme;
