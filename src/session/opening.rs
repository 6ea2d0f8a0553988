//! Opening documents: where they come from, how they come in, and what becomes of the one before.

mod child;
pub mod content;
pub mod done;
pub mod importing;
pub(super) mod job;
pub mod kept;
pub mod loaded;
pub mod message;
mod office;
pub mod source;
mod stages;
pub(super) mod update;
pub mod watching;
pub mod worker;
