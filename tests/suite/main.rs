//! Behaviour tests: one binary, a module for each feature.

mod cli;
mod decode;
mod export;
mod layers;
mod script;
mod script_trap;
mod support;
