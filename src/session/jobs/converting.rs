//! Converting on several threads: whole texts, and what is exported.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};

use crate::document::Document;
use crate::export::{
    Converted, ExportError, Format, NamePattern, Options, Piece, Selection, file_names, pieces, render,
};
use crate::script::{Convert, parts};
use crate::session::files::{self, FolderWriter, Overwrite};
use crate::session::message::ExportFailure;

/// A part of a text that is converted at once, in bytes: the largest, which is also how much is waited for before
/// anything is written, and the smallest that is worth a thread.
const PARTS: (usize, usize) = (64 << 10, 1 << 20);

/// How many threads convert a whole text: as many as the system lets run at once.
pub fn converting_threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Converts a whole text on up to `threads` threads and hands each part to `take`, in order. The bytes are the same
/// on any number of threads.
///
/// # Errors
/// What `take` fails with, at once.
pub fn convert_whole<E>(
    converter: &dyn Convert,
    text: &str,
    threads: usize,
    mut take: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let (least, most) = PARTS;
    let threads = threads.max(1);
    let mut parts = parts(text, (text.len() / threads).clamp(least, most));
    loop {
        let round: Vec<&str> = parts.by_ref().take(threads).collect();
        let Some((here, others)) = round.split_first() else { return Ok(()) };
        let views: Vec<String> = std::thread::scope(|scope| {
            let begin = |part| {
                let thread = std::thread::Builder::new().name("gangmu-convert".to_owned());
                (part, thread.spawn_scoped(scope, move || converter.convert(part)))
            };
            let others: Vec<_> = others.iter().copied().map(begin).collect();
            let here = converter.convert(here);
            // Where the system gives no thread the part is converted here.
            let others = others.into_iter().map(|(part, thread)| {
                let view = thread.ok().and_then(|thread| thread.join().ok());
                view.unwrap_or_else(|| converter.convert(part))
            });
            std::iter::once(here).chain(others).collect()
        });
        views.iter().try_for_each(|view| take(view))?;
    }
}

/// What is to be rendered.
#[derive(Clone, Copy)]
pub struct Rendering<'a> {
    /// The document.
    pub document: &'a Document,
    /// The sections.
    pub selection: &'a Selection,
    /// Form of the file.
    pub format: Format,
    /// How; what it says of converting is not looked at.
    pub options: Options<'a>,
}

impl Rendering<'_> {
    /// Renders, with each heading and paragraph converted by `converter`, if there is one: on up to `threads` threads,
    /// where that is worth it. The bytes are the same on any number of threads.
    ///
    /// # Errors
    /// As [`render`].
    pub fn render(&self, converter: Option<&dyn Convert>, threads: usize) -> Result<Vec<u8>, ExportError> {
        let Some(converter) = converter else { return self.render_with(None) };
        if threads > 1 {
            let plain = Options { convert: None, watch: None, full_width: false, ..self.options };
            let texts: Vec<_> = pieces(self.document, self.selection, &plain).flat_map(texts_of).collect();
            if texts.iter().map(|text| text.len()).sum::<usize>() >= WORTH {
                return ahead(converter, &texts, threads - 1, |convert| self.render_with(Some(convert)));
            }
        }
        self.render_with(Some(&|text: &str| converter.convert(text)))
    }

    fn render_with(&self, convert: Option<Converted<'_>>) -> Result<Vec<u8>, ExportError> {
        render(self.document, self.selection, self.format, &Options { convert, ..self.options })
    }
}

/// Renders each outermost section, and what stands before the first, as a file of its own for a folder; the files are
/// called by the pattern and get their places when the folder is finished.
///
/// # Errors
/// As [`render`], and where a file cannot be written or must not be replaced; nothing is left then.
pub fn write_parts(
    rendering: &Rendering<'_>,
    converter: Option<&dyn Convert>,
    (folder, pattern, overwrite): (&Path, &NamePattern, Overwrite),
    source: Option<&Path>,
) -> Result<FolderWriter, ExportFailure> {
    let &Rendering { document, selection, format, options } = rendering;
    let convert = converter.map(|converter| move |text: &str| converter.convert(text));
    let convert = convert.as_ref().map(|convert| convert as &dyn Fn(&str) -> String);
    let splits = selection.splits();
    let shown = Options { convert, ..options };
    let names = file_names(document, &splits, format, (pattern, &shown));
    names.iter().try_for_each(|name| files::spare(source, &folder.join(name)))?;
    let mut folder = FolderWriter::begin(folder, &names, overwrite)?;
    let mut written = 0;
    for (name, part) in names.iter().zip(&splits) {
        let options = Options { within: Some(*part), ..options };
        match (Rendering { options, ..*rendering }).render(converter, converting_threads()) {
            Ok(bytes) => folder.add(name, &bytes)?,
            Err(ExportError::NothingChosen) => continue,
            Err(error) => return Err(error.into()),
        }
        written += 1;
    }
    if written == 0 { Err(ExportError::NothingChosen.into()) } else { Ok(folder) }
}

/// How many bytes are worth more threads than one.
const WORTH: usize = 1 << 20;

/// How many batches wait for the rendering at most.
const WAITING: usize = 32;

fn texts_of(piece: Piece<'_>) -> Vec<Cow<'_, str>> {
    match piece {
        Piece::Heading(heading) => vec![heading.text.text],
        Piece::Item(item) => vec![item.text.text],
        Piece::Paragraph(text) => vec![text.text],
        Piece::Table(table) => table.into_texts().map(|text| text.text).collect(),
        Piece::Note(note) => note.paragraphs.into_iter().map(|text| text.text).collect(),
    }
}

/// Lets `work` convert `texts`, one by one and in this order, which `others` threads convert ahead of it. It may
/// convert others in between, and stop where it likes.
fn ahead<R>(
    converter: &dyn Convert,
    texts: &[Cow<'_, str>],
    others: usize,
    work: impl FnOnce(&dyn Fn(&str) -> String) -> R,
) -> R {
    let batches = batches(texts);
    let convert = |batch: Range<usize>| -> Vec<String> {
        texts.get(batch).unwrap_or_default().iter().map(|text| converter.convert(text)).collect()
    };
    let (next, (sender, receiver)) = (AtomicUsize::new(0), sync_channel(WAITING));
    std::thread::scope(|scope| {
        for _ in 0..others {
            let (sender, batches, next) = (sender.clone(), &batches, &next);
            let claimed = move || {
                let number = next.fetch_add(1, Ordering::Relaxed);
                batches.get(number).map(|batch| (number, batch.clone()))
            };
            let go = move || {
                let mut done = std::iter::from_fn(claimed).map(|(number, batch)| (number, convert(batch)));
                // Nobody receives any more once the work was stopped.
                let _ = done.try_for_each(|batch| sender.send(batch));
            };
            // Where the system gives no thread the rendering converts all by itself.
            let _ = std::thread::Builder::new().name("gangmu-convert".to_owned()).spawn_scoped(scope, go);
        }
        drop(sender);
        let views = Views { next: &next, receiver, early: RefCell::default(), number: Cell::new(0) };
        let (at, ready) = (Cell::new(0), RefCell::new(Vec::new().into_iter()));
        work(&|text| {
            if texts.get(at.get()).is_none_or(|expected| expected != text) {
                return converter.convert(text);
            }
            at.set(at.get() + 1);
            let mut ready = ready.borrow_mut();
            if ready.len() == 0 {
                *ready = views.take(&batches, &convert).into_iter();
            }
            ready.next().unwrap_or_else(|| converter.convert(text))
        })
    })
}

/// What was converted ahead.
struct Views<'a> {
    /// The first batch that nobody has begun.
    next: &'a AtomicUsize,
    receiver: Receiver<(usize, Vec<String>)>,
    /// What came before its turn.
    early: RefCell<HashMap<usize, Vec<String>>>,
    /// The batch that is taken next.
    number: Cell<usize>,
}

impl Views<'_> {
    /// The next batch: one that was converted, or else it is converted here.
    fn take(&self, batches: &[Range<usize>], convert: &dyn Fn(Range<usize>) -> Vec<String>) -> Vec<String> {
        let number = self.number.replace(self.number.get() + 1);
        let here = || convert(batches.get(number).cloned().unwrap_or_default());
        let order = Ordering::Relaxed;
        if self.next.compare_exchange(number, number + 1, order, order).is_ok() {
            return here();
        }
        loop {
            if let Some(views) = self.early.borrow_mut().remove(&number) {
                return views;
            }
            let Ok((number, views)) = self.receiver.recv() else { return here() };
            self.early.borrow_mut().insert(number, views);
        }
    }
}

/// Consecutive texts that are converted at once, as ranges of their numbers.
fn batches(texts: &[Cow<'_, str>]) -> Vec<Range<usize>> {
    let (mut batches, mut start, mut bytes) = (Vec::new(), 0, 0);
    for (index, text) in texts.iter().enumerate() {
        bytes += text.len();
        if bytes >= PARTS.0 || index + 1 == texts.len() {
            batches.push(start..index + 1);
            (start, bytes) = (index + 1, 0);
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Louder;

    impl Convert for Louder {
        fn convert(&self, text: &str) -> String {
            text.to_uppercase()
        }
    }

    fn texts() -> Vec<Cow<'static, str>> {
        (0..3_000).map(|number| Cow::Owned(format!("{number}{}", "a".repeat(number % 300)))).collect()
    }

    #[test]
    fn what_is_converted_ahead_is_what_would_be_converted_in_turn() {
        let texts = texts();
        for others in [0, 1, 3] {
            let views: Vec<String> = ahead(&Louder, &texts, others, |convert| {
                assert_eq!(convert("title"), "TITLE");
                texts.iter().map(|text| convert(text)).collect()
            });
            let expected: Vec<String> = texts.iter().map(|text| text.to_uppercase()).collect();
            assert_eq!(views, expected, "{others}");
        }
    }

    #[test]
    fn work_may_skip_and_stop() {
        let texts = texts();
        let view = ahead(&Louder, &texts, 2, |convert| {
            convert(&texts[0]);
            convert(&texts[2_000])
        });
        assert_eq!(view, texts[2_000].to_uppercase());
    }
}
