//! The outline as the reader works on it: corrections, doubts, own rules, and the job that infers it.

pub mod corrections;
pub mod done;
pub mod folding;
pub(super) mod job;
pub mod message;
pub mod rules_form;
pub mod state;
pub mod ticked_places;
mod ticks;
mod update;
