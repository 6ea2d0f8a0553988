//! Reading: what is selected, and copied.

pub(super) mod copy_job;
mod copying;
pub mod done;
pub mod message;
mod navigation;
pub mod pictures;
pub mod position;
pub mod selection;
