//! Behaviour tests: one binary, a module for each feature.

mod cli;
mod export;
mod layers;
mod support;
