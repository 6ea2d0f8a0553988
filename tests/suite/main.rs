//! Behaviour tests: one binary, a module for each feature.
#![expect(clippy::unwrap_used, clippy::format_collect, reason = "a test stops where it goes wrong")]

mod cli;
mod decode;
mod export;
#[cfg(feature = "opencc")]
mod fast;
mod layers;
#[cfg(all(feature = "window", target_os = "linux"))]
mod real_window;
#[cfg(feature = "opencc")]
mod script;
#[cfg(feature = "opencc")]
mod script_trap;
mod support;
#[cfg(feature = "window")]
mod window;
