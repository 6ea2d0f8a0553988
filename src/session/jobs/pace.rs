//! How often a job reports, and when it stops.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Progress is told this often at most: more would only make the window draw.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// Answers whether it is time to tell of progress again.
pub(in crate::session) fn pace() -> impl Fn() -> bool {
    let told = std::cell::Cell::new(Instant::now());
    move || {
        let is_due = told.get().elapsed() >= PROGRESS_EVERY;
        if is_due {
            told.set(Instant::now());
        }
        is_due
    }
}

/// Breaks once `cancel` was raised.
pub(in crate::session) fn halt_on(cancel: &AtomicBool) -> ControlFlow<()> {
    if cancel.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
