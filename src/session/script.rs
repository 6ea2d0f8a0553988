//! The shown script: which engine makes it, what a switch would cost, own words, the source beside it.

mod comparing;
pub mod done;
mod engine;
pub mod forecast;
pub mod own_words;
pub mod state;
pub(super) mod update;
