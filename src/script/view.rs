//! A document as the reader sees it: converted piece by piece, on demand.

use std::sync::Arc;

use super::{Convert, OffsetMap};
use crate::text::{SourceOffset, SourceRange};

/// Shows pieces of one document in one script. Make a new one for another document or script.
pub struct ScriptView {
    converter: Option<Arc<dyn Convert>>,
}

/// A piece of the document as shown, with the way back to the source. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    range: SourceRange,
    text: Text<'a>,
}

#[derive(Clone, Debug)]
enum Text<'a> {
    Source(&'a str),
    Converted(Arc<Converted>),
}

#[derive(Debug)]
struct Converted {
    text: String,
    map: OffsetMap,
}

impl ScriptView {
    /// A view through `converter`; `None` shows the source as it is.
    pub fn new(converter: Option<Arc<dyn Convert>>) -> Self {
        Self { converter }
    }

    /// Whether the source is shown as it is.
    pub fn is_source(&self) -> bool {
        self.converter.is_none()
    }

    /// The piece `range` of `document_text` as the reader sees it. Cached: meant to be called each frame.
    pub fn shown<'a>(&mut self, document_text: &'a str, range: SourceRange) -> Shown<'a> {
        let source = range.slice(document_text);
        let text = match &self.converter {
            None => Text::Source(source),
            Some(converter) => Text::Converted(Arc::new(Converted {
                text: converter.convert(source),
                map: OffsetMap::default(),
            })),
        };
        Shown { range, text }
    }
}

impl Shown<'_> {
    /// The text as shown.
    pub fn text(&self) -> &str {
        match &self.text {
            Text::Source(text) => text,
            Text::Converted(converted) => &converted.text,
        }
    }

    /// The piece of the source that is shown.
    pub fn range(&self) -> SourceRange {
        self.range
    }

    /// Where in [`Shown::text`] the character at `offset` stands: bytes from its start, on a character boundary.
    /// An offset outside the piece gives its nearer end.
    pub fn view_from_source(&self, offset: SourceOffset) -> usize {
        let within =
            offset.get().clamp(self.range.start.get(), self.range.end.get()) - self.range.start.get();
        match &self.text {
            Text::Source(_) => within,
            Text::Converted(converted) => converted.map.view_from_source(within),
        }
    }

    /// Which place of the source stands at byte `offset` of [`Shown::text`]. Beyond its end: the piece's end.
    pub fn source_from_view(&self, offset: usize) -> SourceOffset {
        let within = match &self.text {
            Text::Source(text) => offset.min(text.len()),
            Text::Converted(converted) => converted.map.source_from_view(offset),
        };
        SourceOffset::new(self.range.start.get() + within)
    }
}
