//! Exports and copies: the form of the panel, and the job that writes them.

pub mod form;
pub(super) mod job;
pub mod message;
mod update;
