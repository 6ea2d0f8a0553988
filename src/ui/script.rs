//! What the reader sees of script conversion: what a switch would do, and own words.

pub(in crate::ui) mod tooltip;
pub(in crate::ui) mod words_panel;
