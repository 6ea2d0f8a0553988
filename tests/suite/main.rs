//! Behaviour tests: one binary, a module for each feature.

mod cli;
mod export;
mod layers;
mod support;
#[cfg(all(feature = "window", target_os = "linux"))]
mod real_window;
#[cfg(feature = "window")]
mod window;
