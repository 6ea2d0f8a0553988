//! Opening documents: where they come from, how they come in, and what becomes of the one before.

pub mod arrival;
mod arriving;
mod child;
pub mod importing;
pub(super) mod job;
pub mod kept;
mod office;
pub mod source;
pub(super) mod update;
pub mod watching;
pub mod worker;
