//! What is open: a text, where it comes from, and how much of it is there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::source::Source;
use crate::decode::Encoding;
use crate::document::Document;
use crate::session::Loading;
use crate::session::files::stat::Stamp;
use crate::text::SourceOffset;

/// How much of a document is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// The part that the reader sees first; the rest is being decoded.
    Part {
        /// How many bytes of the text stand before it.
        base: usize,
        /// How many bytes the text has in all, about.
        of: usize,
    },
    /// All its text; its outline is being inferred, and this part of that is done, 0 to 1.
    Text(f32),
    /// All its text; the reader has stopped the inference.
    Stopped,
    /// All its text and its outline.
    Whole,
}

/// What has become of the file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was written anew.
    Changed,
    /// It was moved or deleted.
    Gone,
}

/// Work in the background, which stops when nobody waits for it any more.
#[derive(Debug, Default)]
struct Work(Arc<AtomicBool>);

impl Drop for Work {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What is open.
#[derive(Debug)]
pub struct Content {
    document: Arc<Document>,
    source: Source,
    name: String,
    generation: u64,
    encoding: Option<Encoding>,
    /// How its file was when it was read, or when the reader was told of a change last.
    stamp: Option<Stamp>,
    /// Whether it was gone when it was looked for last.
    gone: bool,
    hash: Option<String>,
    extent: Extent,
    work: Work,
    /// How many times its outline was begun to be inferred.
    inferences: u64,
    edition: u64,
}

impl Content {
    /// `document`, of which so much is there, as it comes from what is being loaded.
    pub(super) fn new(loading: &Loading, (document, extent): (Arc<Document>, Extent), name: String) -> Self {
        Self {
            document,
            source: loading.source.clone(),
            name,
            generation: loading.generation,
            encoding: None,
            stamp: None,
            gone: false,
            hash: None,
            extent,
            work: Work(Arc::clone(&loading.cancel)),
            inferences: 0,
            edition: 0,
        }
    }

    /// The same, read in the `encoding` that the reader chose from a file that has this `stamp`.
    pub(super) fn read_as(self, encoding: Option<Encoding>, stamp: Option<Stamp>) -> Self {
        Self { encoding, stamp, ..self }
    }

    /// The document.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Where it comes from.
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Its name: the file's, or what stands for it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Tells it from the documents opened before.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// The encoding that the reader chose; `None`: it was detected.
    pub const fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// What its state is kept under; `None` until it is known.
    pub fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// How much of it is there.
    pub const fn extent(&self) -> Extent {
        self.extent
    }

    /// Grows whenever its text, its outline or its blocks become others.
    pub const fn edition(&self) -> u64 {
        self.edition
    }

    /// The end of the text that is there.
    pub(in crate::session) fn end(&self) -> SourceOffset {
        SourceOffset::new(self.document.text().len())
    }

    /// Whether all its text is there.
    pub const fn has_all_text(&self) -> bool {
        !matches!(self.extent, Extent::Part { .. })
    }

    /// Whether its outline is there.
    pub const fn is_inferred(&self) -> bool {
        matches!(self.extent, Extent::Whole)
    }

    /// How much of the document lies before `place`, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a fraction for the eye")]
    pub fn share(&self, place: SourceOffset) -> f64 {
        let (base, of) = match self.extent {
            Extent::Part { base, of } => (base, of),
            _ => (0, self.document.text().len()),
        };
        (base + place.get()) as f64 / of.max(1) as f64
    }

    /// Puts `document` in, which is the same text with other blocks or another outline.
    pub(in crate::session) fn replace(&mut self, document: Document) {
        self.document = Arc::new(document);
        self.edition += 1;
    }

    /// Puts in all the text where a part of it was; returns that part, and how many bytes stand before it. `None` where
    /// all the text is there.
    pub(super) fn complete(&mut self, document: Arc<Document>) -> Option<(Arc<Document>, usize)> {
        let Extent::Part { base, .. } = self.extent else { return None };
        let part = std::mem::replace(&mut self.document, document);
        self.extent = Extent::Text(0.0);
        self.edition += 1;
        Some((part, base))
    }

    /// Puts in what was inferred of it. What comes in one step was never shown without its outline.
    pub(super) fn finish(&mut self, document: Document) {
        if self.inferences == 0 {
            self.document = Arc::new(document);
        } else {
            self.replace(document);
        }
        self.extent = Extent::Whole;
    }

    /// Notes what its state is kept under.
    pub(super) fn identify(&mut self, hash: String) {
        self.hash = Some(hash);
    }

    /// Notes how its file is now, `None` where there is none; tells what has become of it since that was noted last.
    pub(super) fn note_file(&mut self, now: Option<Stamp>) -> Option<Fate> {
        let was_gone = std::mem::replace(&mut self.gone, now.is_none());
        let Some(now) = now else { return Some(Fate::Gone).filter(|_| !was_gone) };
        let was = self.stamp.replace(now)?;
        Some(Fate::Changed).filter(|_| was != now)
    }

    /// Whether nobody has begun to infer its outline, and it can be.
    pub(super) fn waits_for_inference(&self) -> bool {
        self.extent == Extent::Text(0.0) && self.inferences == 0
    }

    /// Begins to infer its outline: its generation with the number of the inference, and what is raised to stop it.
    pub(super) fn begin_inference(&mut self) -> ((u64, u64), Arc<AtomicBool>) {
        self.extent = Extent::Text(0.0);
        self.inferences += 1;
        self.work = Work::default();
        ((self.generation, self.inferences), Arc::clone(&self.work.0))
    }

    /// Whether the inference of that number is awaited.
    pub(super) const fn awaits_inference(&self, number: u64) -> bool {
        self.inferences == number && matches!(self.extent, Extent::Text(_))
    }

    /// Notes that the part `done` of the inference of that number is done, 0 to 1.
    pub(super) fn note_inferred(&mut self, number: u64, done: f32) {
        if self.awaits_inference(number) {
            self.extent = Extent::Text(done);
        }
    }

    /// Stops the inference of its outline.
    pub(super) fn stop_inference(&mut self) {
        self.extent = Extent::Stopped;
        // What is remembered of it must still come.
        if self.hash.is_some() {
            self.work = Work::default();
        }
    }
}
