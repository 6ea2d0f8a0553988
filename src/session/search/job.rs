//! Searching a document in the background.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::document::Document;
use crate::script::Presentation;
use crate::search::{Query, search_shown};
use crate::session::{Done, SearchDone};

/// Bytes of text between two reports where nothing is found.
const TELL_EVERY: usize = 16 << 20;

/// Searches `document` and reports the hits as they come.
pub(in crate::session) fn find(
    document: &Document,
    (query, presentation): (&Query, &Presentation),
    serial: (u64, u64),
    cancel: &AtomicBool,
    report: &dyn Fn(Done),
) {
    let mut waiting = Vec::new();
    let mut told = 0;
    let all = search_shown(document, query, presentation, &mut |hits, searched| {
        if cancel.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        waiting.extend(hits);
        // The first hits at once: the reader waits for them.
        if (told == 0 && !waiting.is_empty()) || searched - told >= TELL_EVERY {
            told = searched;
            report(Done::Search(SearchDone::Hits {
                serial,
                hits: std::mem::take(&mut waiting),
                searched: Some(searched),
            }));
        }
        ControlFlow::Continue(())
    });
    if all.is_continue() {
        report(Done::Search(SearchDone::Hits { serial, hits: waiting, searched: None }));
    }
}
