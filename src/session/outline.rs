//! The outline as the reader works on it: corrections, doubts, own rules, and the job that infers it.

pub mod corrections;
pub(super) mod folding;
pub(super) mod job;
pub mod rules_form;
mod update;
