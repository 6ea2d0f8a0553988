//! Gangmu 綱目, a reader for Chinese documents.
//!
//! *綱舉目張: lift the head-rope and every mesh of the net opens.* A long plain text has a head-rope, its
//! numbered sections; Gangmu finds it, shows the text in the script the reader likes, and hands out the sections
//! that were ticked.
//!
//! The modules below are in the order of the data's way through them, and each names only those above it; a test
//! reads the sources and asserts it.
//!
//! - Core, pure functions on values: [`text`] → [`decode`] → [`block`] → [`outline`], [`script`] → [`document`] →
//!   [`search`], [`export`]; beside them [`progress`], [`lang`] and [`settings`].
//! - [`session`]: what is open and what the reader is doing; jobs, files and what is remembered.
//! - [`messages`]: errors in the reader's language.
//! - Shells: [`ui`], the only one that knows the toolkit, and [`cli`], its headless twin.

pub mod text;

pub mod progress;

pub mod decode;

pub mod block;

pub mod outline;

pub mod script;

pub mod document;

pub mod search;

pub mod export;

pub mod lang;

pub mod settings;

pub mod session;

pub mod messages;

#[cfg(feature = "window")]
pub mod ui;

pub mod cli;
