//! How text and window look: typefaces, typography, sizes and places.

pub mod done;
pub mod layout;
pub mod message;
pub mod typefaces;
pub(super) mod update;
