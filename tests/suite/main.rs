//! Behaviour tests, one module a feature.

mod outline;
mod outline_evidence;
mod outline_forms;
mod outline_robust;
