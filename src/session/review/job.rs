//! Reviewing a document in the background.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Finds;
use crate::document::Document;
use crate::script;
use crate::session::{Done, ReviewDone};

/// Progress is told this often at most: more would only make the window draw.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

/// Looks for scars and choices and reports them when all are found.
pub(in crate::session) fn review(
    document: &Document,
    serial: (u64, u64),
    cancel: &AtomicBool,
    report: &dyn Fn(Done),
) {
    let text = document.text();
    let told = std::cell::Cell::new(Instant::now());
    let go_on = |done: usize| {
        if told.get().elapsed() >= PROGRESS_EVERY {
            told.set(Instant::now());
            #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
            let share = done as f32 / text.len().max(1) as f32;
            report(Done::Review(ReviewDone::Reviewing { serial, share }));
        }
        !cancel.load(Ordering::Relaxed)
    };
    let result = script::review(text, document.detected(), &go_on);
    // Stopped: nobody waits for it.
    if let Some(result) = result.transpose() {
        let result = result.map(|review| Arc::new(Finds::new(text, review)));
        report(Done::Review(ReviewDone::Reviewed { serial, result }));
    }
}
