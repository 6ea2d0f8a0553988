//! The session: what is open and what the reader is doing.

pub mod files;
