//! A document as the reader sees it: converted piece by piece, on demand.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::changes::changes;
use super::{Change, Convert, OffsetMap, Presentation};
use crate::text::{SourceOffset, SourceRange};

/// How many pieces one half of the cache holds at most; a screen shows fewer than a hundred.
const PIECES: usize = 1_000;

/// How many bytes of converted text one half of the cache holds at most.
const BYTES: usize = 4 << 20;

/// Shows pieces of one document in one script. Make a new one for another document or another script.
pub struct ScriptView {
    presentation: Presentation,
    /// What was shown lately. When it is full it becomes `aging`, and what was there is forgotten.
    recent: Half,
    /// What was shown before that; goes back to `recent` when it is shown again.
    aging: Half,
}

#[derive(Default)]
struct Half {
    pieces: HashMap<SourceRange, Arc<Converted>>,
    bytes: usize,
}

/// A piece of the document as shown, with the way back to the source. Cheap to clone.
#[derive(Clone)]
pub struct Shown<'a> {
    range: SourceRange,
    source: &'a str,
    /// `None`: shown as it is.
    converted: Option<Arc<Converted>>,
}

struct Converted {
    text: String,
    /// What made it of the source; `None` where the map is known already.
    converter: Option<Arc<dyn Convert>>,
    /// Made when first asked for: most pieces are only looked at.
    map: OnceLock<OffsetMap>,
}

impl ScriptView {
    /// A view through `converter`; `None` shows the source as it is.
    pub fn new(converter: Option<Arc<dyn Convert>>) -> Self {
        Self::through(Presentation::new(converter, Arc::default()))
    }

    /// A view through `presentation`.
    pub fn through(presentation: Presentation) -> Self {
        Self { presentation, recent: Half::default(), aging: Half::default() }
    }

    /// Whether the source is shown as it is.
    pub fn is_source(&self) -> bool {
        self.presentation.is_source()
    }

    /// The piece `range` of `document_text` as the reader sees it. Kept for a while, so that asking again each
    /// frame costs a look-up; the source as it is costs nothing. A range that is none of the text is empty.
    pub fn shown<'a>(&mut self, document_text: &'a str, range: SourceRange) -> Shown<'a> {
        let source = range.slice(document_text);
        let known = range.len() == source.len();
        let converted = (known && !self.is_source()).then(|| self.converted(document_text, range)).flatten();
        Shown {
            range: SourceRange::new(range.start.get(), range.start.get() + source.len()),
            source,
            converted,
        }
    }

    /// `None` where the piece is shown as it is.
    fn converted(&mut self, document_text: &str, range: SourceRange) -> Option<Arc<Converted>> {
        if let Some(known) = self.recent.pieces.get(&range) {
            return Some(Arc::clone(known));
        }
        let piece = match self.aging.pieces.remove(&range) {
            Some(piece) => piece,
            None => Arc::new(Converted::new(&self.presentation, document_text, range)?),
        };
        if self.recent.pieces.len() >= PIECES || self.recent.bytes + piece.text.len() > BYTES {
            self.aging = std::mem::take(&mut self.recent);
        }
        self.recent.bytes += piece.text.len();
        self.recent.pieces.insert(range, Arc::clone(&piece));
        Some(piece)
    }
}

impl Shown<'_> {
    /// The text as shown.
    pub fn text(&self) -> &str {
        self.converted.as_ref().map_or(self.source, |converted| &converted.text)
    }

    /// The piece of the source that is shown.
    pub fn range(&self) -> SourceRange {
        self.range
    }

    /// Where in [`Shown::text`] the character at `offset` stands: bytes from its start, on a character boundary.
    /// An offset outside the piece gives its nearer end.
    pub fn view_from_source(&self, offset: SourceOffset) -> usize {
        let within = self.within(offset);
        match &self.converted {
            Some(converted) if within > 0 => converted.map(self.source).view_from_source(within),
            _ => within,
        }
    }

    /// Which place of the source stands at byte `offset` of [`Shown::text`]. Beyond its end: the piece's end.
    pub fn source_from_view(&self, offset: usize) -> SourceOffset {
        let offset = self.text().floor_char_boundary(offset);
        match &self.converted {
            Some(converted) if offset > 0 => {
                self.absolute(converted.map(self.source).source_from_view(offset))
            }
            _ => self.absolute(offset),
        }
    }

    /// The bytes of [`Shown::text`] that show the part `range` of the source. A regional word of which any part is
    /// in the range is in as a whole, so that a hit within it can be marked.
    pub fn view_range(&self, range: SourceRange) -> Range<usize> {
        let within = self.within(range.start)..self.within(range.end);
        match &self.converted {
            Some(converted) => converted.map(self.source).view_range(within),
            None => within,
        }
    }

    /// The part of the source that the bytes `range` of [`Shown::text`] show; as [`Shown::view_range`].
    pub fn source_range(&self, range: Range<usize>) -> SourceRange {
        let floor = |offset| self.text().floor_char_boundary(offset);
        let view = floor(range.start)..floor(range.end);
        let within = match &self.converted {
            Some(converted) => converted.map(self.source).source_range(view),
            None => view,
        };
        SourceRange { start: self.absolute(within.start), end: self.absolute(within.end) }
    }

    /// Where [`Shown::text`] differs from the source, in order; nothing where the source is shown.
    pub fn changes(&self) -> Vec<Change> {
        let converted = self.converted.as_ref();
        converted.map_or_else(Vec::new, |converted| {
            changes(converted.map(self.source), self.source, &converted.text)
        })
    }

    fn within(&self, offset: SourceOffset) -> usize {
        self.source.floor_char_boundary(offset.get().saturating_sub(self.range.start.get()))
    }

    fn absolute(&self, within: usize) -> SourceOffset {
        SourceOffset::new(self.range.start.get() + within)
    }
}

impl Converted {
    /// `None` where the piece is shown as it is.
    fn new(presentation: &Presentation, document_text: &str, range: SourceRange) -> Option<Self> {
        let mended_text = presentation.mended_text(document_text, range);
        if mended_text.is_source() {
            let converter = presentation.converter()?;
            let text = converter.convert(mended_text.text());
            return Some(Self { text, converter: Some(Arc::clone(converter)), map: OnceLock::new() });
        }
        let (text, pieces) = presentation.show_mapped(&mended_text);
        let map = OffsetMap::from_pieces(range.slice(document_text), &text, &pieces);
        Some(Self { text, converter: None, map: OnceLock::from(map) })
    }

    fn map(&self, source: &str) -> &OffsetMap {
        self.map.get_or_init(|| match &self.converter {
            Some(converter) => OffsetMap::new(source, &self.text, &**converter),
            None => OffsetMap::from_pieces(source, &self.text, &[]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Doubles every `a` and counts its calls.
    #[derive(Debug, Default)]
    struct Doubling(AtomicUsize);

    impl Convert for Doubling {
        fn convert(&self, text: &str) -> String {
            self.0.fetch_add(1, Ordering::Relaxed);
            text.replace('a', "aa")
        }
    }

    #[test]
    fn the_source_is_borrowed_and_offsets_are_absolute() {
        let text = "綱舉目張";
        let mut view = ScriptView::new(None);
        let shown = view.shown(text, SourceRange::new(3, 9));
        assert!(view.is_source() && shown.text().as_ptr() == text.as_bytes()[3..].as_ptr());
        let cases = [(0, 0), (3, 0), (6, 3), (7, 3), (9, 6), (99, 6)];
        assert_eq!(
            cases.map(|(at, _)| shown.view_from_source(SourceOffset::new(at))),
            cases.map(|(_, at)| at)
        );
        assert_eq!([0, 3, 4, 6, 99].map(|at| shown.source_from_view(at).get()), [3, 6, 6, 9, 9]);
        assert_eq!(shown.view_range(SourceRange::new(0, 6)), 0..3);
        assert_eq!(shown.source_range(3..6), SourceRange::new(6, 9));
    }

    #[test]
    fn a_range_that_is_none_of_the_text_shows_nothing() {
        let shown = ScriptView::new(None).shown("綱目", SourceRange::new(1, 5));
        assert_eq!((shown.text(), shown.range().len()), ("", 0));
    }

    #[test]
    fn what_is_shown_again_and_again_is_converted_once() {
        let converter = Arc::new(Doubling::default());
        let mut view = ScriptView::new(Some(Arc::<Doubling>::clone(&converter)));
        let text = "ab".repeat(5 * PIECES);
        for piece in 0..5 * PIECES {
            let always = view.shown(&text, SourceRange::new(0, 5));
            assert_eq!((always.text(), always.source_from_view(5).get()), ("aabaabaa", 3));
            view.shown(&text, SourceRange::new(2 * piece, 2 * piece + 1));
        }
        let for_the_map = 20;
        assert!(converter.0.load(Ordering::Relaxed) <= 1 + 5 * PIECES + for_the_map);
        assert!(view.recent.pieces.len() <= PIECES && view.aging.pieces.len() <= PIECES);
    }

    #[test]
    fn long_pieces_push_out_others_by_their_bytes() {
        let mut view = ScriptView::new(Some(Arc::new(Doubling::default())));
        let text = "a".repeat(BYTES);
        for end in BYTES - 20..BYTES {
            assert_eq!(view.shown(&text, SourceRange::new(0, end)).text().len(), 2 * end);
        }
        assert_eq!((view.recent.pieces.len(), view.aging.pieces.len()), (1, 1));
    }
}
