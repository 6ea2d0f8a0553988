//! Opening documents: where they come from, how they come in, and what becomes of the one before.

pub mod arrival;
mod arriving;
pub(super) mod job;
pub mod source;
pub(super) mod update;
