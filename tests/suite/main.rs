//! Behaviour tests, one module a feature.

mod outline;
