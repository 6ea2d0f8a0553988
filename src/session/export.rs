//! Exports: the form of the panel, and the job that writes them.

pub mod done;
pub mod form;
pub(super) mod job;
pub mod message;
pub mod previewing;
pub(super) mod printing;
pub mod profiles;
mod update;
