//! What the job that opens a file reports: a short one comes whole, of a long one first what is read.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gangmu::script::Script;
use gangmu::session::jobs::{Jobs, Known, OpenJob};
use gangmu::session::library::{DocumentState, Record};
use gangmu::session::message::Loaded;
use gangmu::session::{Done, Job, Library, OpeningDone, Source};
use gangmu::text::SourceOffset;

use super::opening::text;
use crate::support::Folder;

/// All that the opening of `source` reports, without progress.
fn reports(source: Source, known: Known, library: Library) -> Vec<Done> {
    let jobs = Jobs::new(Some(library), Arc::new(|| {}));
    let (rules, cancel) = (Vec::new(), Arc::default());
    jobs.run(Job::Open(OpenJob { source, encoding: None, rules, known, generation: 1, cancel }));
    let mut reports = Vec::new();
    let start = Instant::now();
    loop {
        match jobs.try_recv() {
            Some(Done::Opening(OpeningDone::Progress { .. })) => {}
            Some(done) => {
                let is_last = match &done {
                    Done::Opening(OpeningDone::Opened { result, .. }) => {
                        result.as_ref().map_or(true, |opened| matches!(opened.loaded, Loaded::Whole { .. }))
                    }
                    done => matches!(done, Done::Opening(OpeningDone::Remembered { .. })),
                };
                reports.push(done);
                if is_last {
                    return reports;
                }
            }
            None => {
                assert!(start.elapsed() < Duration::from_mins(1), "no end: {reports:?}");
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    }
}

#[test]
fn a_short_document_comes_in_one_step() {
    let folder = Folder::new();
    let path = folder.file("a.txt", text(3));
    let reports = reports(Source::Path(path), Known::default(), Library::below(&folder.path("state")));
    let [Done::Opening(OpeningDone::Opened { result: Ok(opened), .. })] = reports.as_slice() else {
        panic!("{reports:?}")
    };
    let Loaded::Whole { outlined, .. } = &opened.loaded else { panic!("{opened:?}") };
    assert_eq!(outlined.document.outline().sections().len(), 9);
}

#[test]
fn a_long_file_is_shown_at_the_place_where_it_was_left_before_it_is_decoded() {
    let folder = Folder::new();
    let text = text(130_000);
    let path = folder.file("a.txt", &text);
    let library = Library::below(&folder.path("state"));
    let place = SourceOffset::new(text.find("篇100000\n").unwrap());
    let state = DocumentState::new(place, Script::Hans);
    crate::support::keep(&library, &Record::Document { hash: "ab".into(), state: state.clone() });
    let known = Known { state: None, hash: Some("ab".into()) };
    let reports = reports(Source::Path(path), known, library);
    let [
        Done::Opening(OpeningDone::Opened { result: Ok(opened), .. }),
        Done::Opening(OpeningDone::Decoded { document: whole, .. }),
        Done::Opening(OpeningDone::Remembered { remembered, .. }),
    ] = reports.as_slice()
    else {
        panic!("{} reports", reports.len())
    };
    let Loaded::Part { document, base, .. } = &opened.loaded else { panic!("{opened:?}") };
    assert_eq!(opened.state, state);
    assert!(document.text().len() < text.len() / 8);
    assert!(document.text().get(place.get() - base..).unwrap().starts_with("篇100000\n"));
    assert_eq!(whole.text(), text);
    assert!(remembered.other.is_none() && remembered.hash.len() == 64);
}
