//! Exporting in the background: the same bytes on any number of threads, progress, and an export that is stopped
//! leaves nothing behind.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use gangmu::document::Document;
use gangmu::export::{ExportError, Format, Layout, NamePattern, Options, Selection, render};
use gangmu::script::{Config, Convert as _, Converter, Script};
use gangmu::session::files::{FileErrorKind, Overwrite};
use gangmu::session::jobs::{ExportJob, Rendering};
use gangmu::session::message::ExportFailure;
use gangmu::session::{
    Action, Done, Effect, ExportDone, ExportMessage, Job, Jobs, Message, OpeningMessage, Session, Source,
};

/// Some sections of paragraphs, no two alike, a good deal more than what one thread is given.
fn text(sections: usize) -> String {
    let paragraph = |number: usize| format!("第{number}处头发里的软件发展了，后面的干部松了一口气。\n");
    let section = |number: usize| {
        let own: String = (0..400).map(|line| paragraph(1_000 * number + line)).collect();
        format!("{number}. 发展的第{number}步\n\n{own}\n")
    };
    (1..=sections).map(section).collect()
}

fn parsed(text: String) -> Document {
    Document::parse(text.into_bytes(), None)
}

#[test]
fn the_bytes_are_the_same_on_any_number_of_threads() {
    let document = parsed(text(90));
    let converter = Converter::open_embedded(Config::S2twp).unwrap();
    let convert = |text: &str| converter.convert(text);
    for (sections, with_path) in [("all", false), ("2-80", true)] {
        let selection = Selection::parse(sections, &document).unwrap();
        for format in Format::ALL {
            let options = Options { title: "甲", script: Script::Tw, with_path, ..Options::default() };
            let alone = Options { convert: Some(&convert), ..options };
            let expected = render(&document, &selection, format, &alone).unwrap();
            let rendering = Rendering { document: &document, selection: &selection, format, options };
            assert!(rendering.render(None, 2).unwrap() != expected);
            for threads in [1, 2, 5] {
                assert!(
                    rendering.render(Some(&converter), threads).unwrap() == expected,
                    "{format:?} {threads}"
                );
            }
        }
    }
}

/// What an export reports: how often its progress, and its end.
fn reports(job: ExportJob) -> (usize, Result<usize, ExportFailure>) {
    let jobs = Jobs::new(None, Arc::new(|| {}));
    jobs.run(Job::Export(job));
    end(&jobs)
}

/// Waits for the end of an export: how often its progress is reported, and its end.
fn end(jobs: &Jobs) -> (usize, Result<usize, ExportFailure>) {
    let (mut progress, began) = (0, Instant::now());
    loop {
        match jobs.try_recv() {
            Some(Done::Export(ExportDone::Exporting(share))) => {
                assert!((0.0..=1.0).contains(&share));
                progress += 1;
            }
            Some(Done::Export(ExportDone::Exported { result, .. })) => return (progress, result),
            _ => std::thread::sleep(Duration::from_millis(1)),
        }
        assert!(began.elapsed() < Duration::from_secs(100), "the export never ends");
    }
}

fn job(document: &Arc<Document>, path: &Path, overwrite: Overwrite, cancelled: bool) -> ExportJob {
    ExportJob {
        mending: Arc::default(),
        document: Arc::clone(document),
        source: None,
        title: "甲".into(),
        selection: Selection::all(document),
        format: Format::Docx,
        script: Script::Source,
        conversion: None,
        words: Vec::new(),
        keeping: None,
        punctuation: false,
        with_path: false,
        renumber: false,
        layout: Layout::default(),
        vertical: false,
        full_width: false,
        faces: [None, None],
        path: path.to_owned(),
        split: None,
        overwrite,
        cancel: Arc::new(AtomicBool::new(cancelled)),
    }
}

#[test]
fn an_export_that_is_stopped_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("to.docx");
    let document = Arc::new(parsed(text(3)));
    let (progress, result) = reports(job(&document, &path, Overwrite::No, true));
    assert!(matches!(result, Err(ExportFailure::Render(ExportError::Cancelled))) && progress <= 1);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let (progress, result) = reports(job(&document, &path, Overwrite::No, false));
    assert!(result.is_ok() && progress > 0);
    let written = std::fs::read(&path).unwrap();
    let (_, result) = reports(job(&document, &path, Overwrite::Yes, true));
    assert!(result.is_err());
    assert_eq!(std::fs::read(&path).unwrap(), written);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn an_export_tells_how_many_files_it_has_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("講話");
    let document = Arc::new(parsed(text(3)));
    let (_, one) = reports(job(&document, &folder.path().join("one.docx"), Overwrite::No, false));
    let whole = job(&document, &path, Overwrite::No, false);
    let (_, parts) = reports(ExportJob { split: Some(NamePattern::default()), ..whole });
    let written = std::fs::read_dir(&path).unwrap().count();
    assert!(written > 1);
    assert_eq!((one.unwrap(), parts.unwrap()), (1, written));
}

#[test]
fn the_document_itself_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("講話.txt");
    crate::support::write(&path, "一、修渠\n");
    let document = Arc::new(parsed(text(3)));
    let to = job(&document, &folder.path().join("./講話.txt"), Overwrite::Yes, false);
    let (_, result) = reports(ExportJob { source: Some(path.clone()), format: Format::Txt, ..to });
    let Err(ExportFailure::File(error)) = result else { panic!("it is written to") };
    assert!(matches!(error.kind, FileErrorKind::Source));
    assert_eq!(std::fs::read(&path).unwrap(), "一、修渠\n".as_bytes());
}

#[test]
fn a_split_or_any_format_that_is_stopped_at_any_moment_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("to");
    let document = Arc::new(parsed(text(4)));
    for format in Format::ALL {
        for split in [None, Some(NamePattern::default())] {
            for moment in [0, 2, 9, 40] {
                let whole = job(&document, &path, Overwrite::No, false);
                let stopped = ExportJob { format, split: split.clone(), ..whole };
                let cancel = Arc::clone(&stopped.cancel);
                let jobs = Jobs::new(None, Arc::new(|| {}));
                jobs.run(Job::Export(stopped));
                std::thread::sleep(Duration::from_millis(moment));
                cancel.store(true, Ordering::Relaxed);
                match end(&jobs).1 {
                    Err(failure) => {
                        assert!(matches!(failure, ExportFailure::Render(ExportError::Cancelled)));
                        assert_eq!(
                            std::fs::read_dir(folder.path()).unwrap().count(),
                            0,
                            "{format:?} {moment}"
                        );
                    }
                    Ok(_) => {
                        let _ = std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir_all(&path));
                    }
                }
            }
        }
    }
}

/// A session with a document open, its sections ticked and the export panel shown.
fn ready_to_export(target: &Path) -> Session {
    let jobs = Jobs::new(None, Arc::new(|| {}));
    let mut session = Session::default();
    for effect in session.update(Message::Opening(OpeningMessage::Open(Source::Text(text(2).into())))) {
        let Effect::Run(job) = effect else { continue };
        jobs.run(job);
    }
    let began = Instant::now();
    while session.open.is_none() {
        let done = jobs.try_recv();
        done.map(|done| session.update(Message::Done(done)));
        assert!(began.elapsed() < Duration::from_secs(100), "the document never opens");
    }
    let _ = session.update(Message::Act(Action::TickAll));
    let _ = session.update(Message::Act(Action::Export));
    let mut form = session.export_form().cloned().unwrap();
    form.set_target(target);
    let _ = session.update(Message::Export(ExportMessage::Form(form)));
    session
}

#[test]
fn the_session_knows_how_far_an_export_is_and_stops_it() {
    let target = Path::new("/nowhere/to.docx");
    let mut session = ready_to_export(target);
    let effects = session.update(Message::Export(ExportMessage::Write { replace: false }));
    let [Effect::Run(Job::Export(job))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(job.path, target);
    // One at a time.
    assert!(session.update(Message::Export(ExportMessage::Write { replace: false })).is_empty());
    let _ = session.update(Message::Done(Done::Export(ExportDone::Exporting(0.5))));
    // The panel may be closed meanwhile.
    let _ = session.update(Message::Act(Action::Export));
    assert!(session.export_form().is_none());
    assert!((session.exporting.as_ref().unwrap().share - 0.5).abs() < f32::EPSILON);
    assert!(!job.cancel.load(Ordering::Relaxed));
    let _ = session.update(Message::Export(ExportMessage::Cancel));
    assert!(job.cancel.load(Ordering::Relaxed) && session.exporting.is_some());
    let result = Err(ExportFailure::Render(ExportError::Cancelled));
    let _ =
        session.update(Message::Done(Done::Export(ExportDone::Exported { path: target.to_owned(), result })));
    assert!(session.exporting.is_none());
}
