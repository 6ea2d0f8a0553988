//! Reading: what is selected, and copied.

mod copying;
mod navigation;
pub mod pictures;
pub mod position;
pub mod selection;
