//! A document: the decoded source with everything inferred from it. Immutable and shared by all threads.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::block::{self, Block, LineEnds};
use crate::decode::{self, Decoded, Encoding};
use crate::import::{Format, Hints, Imported, Remark};
use crate::outline::{self, Outline, Section, SectionId};
use crate::progress::Progress;
use crate::script::{self, Detected, Evidence};
use crate::text::{LineIndex, SourceOffset, SourceRange};

/// The longest range whose characters are counted one by one, in bytes.
const LONGEST_COUNTED: usize = 1 << 17;

/// A document. Every position in it is a byte offset of [`Document::text`].
///
/// It can be read as soon as it has its text ([`Document::readable`]); the outline comes with [`Document::infer`]. What
/// does not depend on the outline is shared by all versions of a document.
#[derive(Clone, Debug)]
pub struct Document {
    parsed: Arc<Parsed>,
    blocks: Arc<Vec<Block>>,
    cutting: Cutting,
    inferred: Option<Arc<Inferred>>,
    outline: Arc<Outline>,
    preamble: SourceRange,
    links: Vec<(usize, SectionId)>,
}

/// What is read out of a text at once.
#[derive(Debug)]
struct Parsed {
    imported: Imported,
    lines: LineIndex,
    paragraphs: Arc<Vec<Block>>,
    detected: Detected,
    evidence: Evidence,
}

/// What takes longer to read out of a text.
#[derive(Debug)]
pub struct Inferred {
    outline: Arc<Outline>,
    characters: usize,
}

impl Inferred {
    /// The outline as it was inferred, before anything that the reader corrected.
    pub fn outline(&self) -> &Arc<Outline> {
        &self.outline
    }
}

/// How a text is cut for reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cutting {
    line_ends: LineEnds,
    /// Whether what is not the author's text is shown too.
    with_furniture: bool,
}

/// Share of the work that is done when the outline is inferred.
const INFERRED: f32 = 0.96;

impl Document {
    /// Decodes `bytes` (by `forced`, else by detection) and infers outline and script. Never fails.
    pub fn parse(bytes: Vec<u8>, forced: Option<Encoding>) -> Self {
        Self::from_decoded(decode::decode(bytes, forced))
    }

    /// Infers outline and script of a text that is decoded already.
    pub fn from_decoded(decoded: Decoded) -> Self {
        Self::readable(decoded).inferred_at_once()
    }

    /// The same document with its outline, inferred without a pause.
    #[must_use]
    pub fn inferred_at_once(self) -> Self {
        match self.infer(&mut |_| ControlFlow::Continue(())) {
            ControlFlow::Continue(inferred) => {
                let outline = Arc::clone(inferred.outline());
                self.with_inferred(Arc::new(inferred), outline)
            }
            ControlFlow::Break(()) => self,
        }
    }

    /// A text to be read, with its script and without an outline.
    pub fn readable(decoded: Decoded) -> Self {
        Self::of_import(Imported::plain(decoded))
    }

    /// A document of any format to be read, with its script and without an outline.
    pub fn of_import(imported: Imported) -> Self {
        let text = imported.decoded.text.as_str();
        let lines = LineIndex::new(text);
        // What a format calls a paragraph is one: only plain texts break them into lines.
        let is_plain = imported.format == Format::Text;
        let paragraphs = if is_plain { block::paragraphs(text) } else { block::whole_lines(text) };
        let paragraphs = Arc::new(paragraphs);
        let (detected, evidence) = (script::detect(text), script::evidence(text));
        let parsed = Parsed { imported, lines, paragraphs, detected, evidence };
        Self::cut(Arc::new(parsed), None, Arc::default(), Cutting::default())
    }

    /// Infers the outline and counts the characters. Tells `tell` the share of the work that is done, from 0 to 1, and
    /// stops where its answer is to stop.
    ///
    /// # Errors
    /// Breaks where it was stopped.
    pub fn infer(&self, tell: &mut dyn FnMut(f32) -> ControlFlow<()>) -> ControlFlow<(), Inferred> {
        tell(0.0)?;
        let text = self.text();
        let mut inferring = |share| tell(share * INFERRED);
        // Numbers in what is no text are no headings.
        let outline = if self.decoded().binary {
            Outline::default()
        } else {
            outline::infer_watched(text, self.paragraphs(), self.hints(), &mut Progress::new(&mut inferring))?
        };
        tell(INFERRED)?;
        let characters = text.chars().filter(|c| !crate::text::is_blank(*c)).count();
        ControlFlow::Continue(Inferred { outline: Arc::new(outline), characters })
    }

    /// The same document with what was inferred of its text, under `outline`: the inferred one, or that one corrected.
    #[must_use]
    pub fn with_inferred(&self, inferred: Arc<Inferred>, outline: impl Into<Arc<Outline>>) -> Self {
        Self::cut(Arc::clone(&self.parsed), Some(inferred), outline.into(), self.cutting)
    }

    /// Cuts the text for reading and links its table of contents.
    fn cut(
        parsed: Arc<Parsed>,
        inferred: Option<Arc<Inferred>>,
        outline: Arc<Outline>,
        cutting: Cutting,
    ) -> Self {
        let text = parsed.imported.decoded.text.as_str();
        let starts: Vec<_> = outline.sections().iter().map(|section| section.span.start).collect();
        let hints = &parsed.imported.hints;
        let is_plain = parsed.imported.format == Format::Text;
        let line_ends = if is_plain { cutting.line_ends } else { LineEnds::Kept };
        let folds = !hints.furniture.is_empty() && !cutting.with_furniture;
        // One of most texts: a list of short lines takes more room than its text.
        let blocks = if !folds && block::are_for_reading(text, &parsed.paragraphs, &starts, line_ends) {
            Arc::clone(&parsed.paragraphs)
        } else {
            let mut blocks = block::for_reading(text, &parsed.paragraphs, &starts, line_ends);
            // Where all is furniture, it is what there is to read.
            if folds && blocks.iter().any(|block| hints.furniture_at(block.range().start).is_none()) {
                blocks.retain(|block| hints.furniture_at(block.range().start).is_none());
            }
            Arc::new(blocks)
        };
        let links = outline::links(text, &blocks, &outline);
        let end = starts.first().map_or(text.len(), |first| first.get());
        let mut preamble = SourceRange::new(0, end).trimmed(text);
        // What is folded around the text of a page is no part of it. A plain text is what it is.
        if folds && !is_plain {
            let before = blocks.get(..blocks.partition_point(|block| block.range().start.get() < end));
            let ends =
                before.and_then(|before| Some((before.first()?.range().start, before.last()?.range().end)));
            preamble = ends.map_or(SourceRange::default(), |(start, end)| SourceRange { start, end });
        }
        Self { parsed, blocks, cutting, inferred, outline, preamble, links }
    }

    /// The same text with another outline, such as one that the reader has corrected.
    #[must_use]
    pub fn with_outline(&self, outline: impl Into<Arc<Outline>>) -> Self {
        Self::cut(Arc::clone(&self.parsed), self.inferred.clone(), outline.into(), self.cutting)
    }

    /// The same document with broken paragraphs joined, or with every line for itself.
    #[must_use]
    pub fn with_line_ends(&self, line_ends: LineEnds) -> Self {
        self.cut_anew(Cutting { line_ends, ..self.cutting })
    }

    /// The same document with what is not the author's text, or without it.
    #[must_use]
    pub fn with_furniture(&self, with_furniture: bool) -> Self {
        self.cut_anew(Cutting { with_furniture, ..self.cutting })
    }

    fn cut_anew(&self, cutting: Cutting) -> Self {
        Self::cut(Arc::clone(&self.parsed), self.inferred.clone(), Arc::clone(&self.outline), cutting)
    }

    /// The same document with all that is written out of it: what is folded around the text of a page is not, unless it
    /// is shown; all of a plain text is.
    #[must_use]
    pub fn to_export(&self) -> Self {
        let is_plain = self.format() == Format::Text && !self.hints().furniture.is_empty();
        if is_plain { self.with_furniture(true) } else { self.clone() }
    }

    /// Whether what is not the author's text is among its blocks.
    pub fn shows_furniture(&self) -> bool {
        self.cutting.with_furniture
    }

    /// How many characters of furniture begin right above the block at 0-based `index` and below it: those that are
    /// folded there; where they are shown, those that begin with the block.
    pub fn folded_around(&self, index: usize) -> [usize; 2] {
        let furniture = &self.hints().furniture;
        let Some(block) = self.blocks.get(index).filter(|_| !furniture.is_empty()) else { return [0, 0] };
        let count = |from: SourceOffset, to: SourceOffset| {
            let first = furniture.partition_point(|piece| piece.range.end <= from);
            let pieces = furniture.iter().skip(first).take_while(|piece| piece.range.start < to);
            let length = |range: SourceRange| {
                range.slice(self.text()).chars().filter(|c| !crate::text::is_blank(*c)).count()
            };
            pieces.map(|piece| length(piece.range)).sum::<usize>()
        };
        let before = index.checked_sub(1).and_then(|index| self.blocks.get(index));
        let above = before.map_or(SourceOffset::default(), |before| before.range().end);
        if self.cutting.with_furniture {
            let piece =
                self.hints().furniture_at(block.range().start).filter(|piece| piece.range.start >= above);
            return [piece.map_or(0, |piece| count(piece.range.start, piece.range.end)), 0];
        }
        let end = SourceOffset::new(self.text().len());
        let is_last = index + 1 == self.blocks.len();
        [count(above, block.range().start), if is_last { count(block.range().end, end) } else { 0 }]
    }

    /// What was inferred of its text; `None` as long as it can only be read.
    pub fn inferred(&self) -> Option<&Arc<Inferred>> {
        self.inferred.as_ref()
    }

    /// What becomes of line ends within paragraphs.
    pub fn line_ends(&self) -> LineEnds {
        self.cutting.line_ends
    }

    /// Its lines that are not blank: what own rules are tried on.
    pub fn paragraphs(&self) -> &[Block] {
        &self.parsed.paragraphs
    }

    /// The decoded source.
    pub fn text(&self) -> &str {
        &self.parsed.imported.decoded.text
    }

    /// How the bytes were decoded.
    pub fn decoded(&self) -> &Decoded {
        &self.parsed.imported.decoded
    }

    /// The format that it came in.
    pub fn format(&self) -> Format {
        self.parsed.imported.format
    }

    /// What its format says of its text; nothing of a plain text.
    pub fn hints(&self) -> &Hints {
        &self.parsed.imported.hints
    }

    /// What the reader should know of what came of the file.
    pub fn remarks(&self) -> &[Remark] {
        &self.parsed.imported.remarks
    }

    /// Its physical lines.
    pub fn lines(&self) -> &LineIndex {
        &self.parsed.lines
    }

    /// What is laid out, in order: paragraphs, cut where sections start.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Its sections.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// What stands before its first section, without blanks at either end: title, salutation, preface; all of a text
    /// without sections. Empty where a section is the first.
    pub fn preamble(&self) -> SourceRange {
        self.preamble
    }

    /// Whether the paragraph at `range` is a title of it: the format calls it so, or says that it is a heading and it stands
    /// before all sections.
    pub fn is_title(&self, range: SourceRange) -> bool {
        let Hints { headings, titles, .. } = self.hints();
        let is_first = headings.first().is_some_and(|first| first.range.start == range.start);
        is_first && range.start < self.preamble.end
            || titles.binary_search_by_key(&range.start, |title| title.start).is_ok()
    }

    /// The script it is written in.
    pub fn detected(&self) -> &Detected {
        &self.parsed.detected
    }

    /// What tells its script.
    pub fn evidence(&self) -> &Evidence {
        &self.parsed.evidence
    }

    /// How many characters there are, blanks not counted; `None` until it is inferred.
    pub fn characters(&self) -> Option<usize> {
        self.inferred.as_ref().map(|inferred| inferred.characters)
    }

    /// How many characters `range` has, blanks not counted. Of a long one only so many as its share of the text
    /// has on average, once they are counted: counting them would take longer than a frame.
    pub fn characters_in(&self, range: SourceRange) -> Option<usize> {
        if range.len() <= LONGEST_COUNTED {
            return Some(range.slice(self.text()).chars().filter(|c| !crate::text::is_blank(*c)).count());
        }
        let share = range.len() as u128 * self.characters()? as u128 / self.text().len().max(1) as u128;
        usize::try_from(share).ok()
    }

    /// The blocks of a front table of contents, by 0-based index, with the sections that they name.
    pub fn links(&self) -> &[(usize, SectionId)] {
        &self.links
    }

    /// The section that the block at 0-based `index` names in a table of contents.
    pub fn link_of(&self, index: usize) -> Option<SectionId> {
        let at = self.links.binary_search_by_key(&index, |(block, _)| *block).ok()?;
        self.links.get(at).map(|(_, id)| *id)
    }

    /// 0-based index of the block that holds `offset`, or of the last one before it.
    pub fn block_at(&self, offset: SourceOffset) -> usize {
        self.blocks.partition_point(|block| block.range().start <= offset).saturating_sub(1)
    }

    /// The blocks that have a part of `range`.
    pub fn blocks_in(&self, range: SourceRange) -> &[Block] {
        let from = self.blocks.partition_point(|block| block.range().end <= range.start);
        let to = self.blocks.partition_point(|block| block.range().start < range.end);
        self.blocks.get(from..to).unwrap_or_default()
    }

    /// The section at `at` and those above it, outermost first.
    pub fn path_to(&self, at: SourceOffset) -> Vec<SectionId> {
        let current = self.outline.section_at(at);
        let above = current.into_iter().flat_map(|id| self.outline.ancestors(id));
        let mut path: Vec<_> = current.into_iter().chain(above).collect();
        path.reverse();
        path
    }

    /// The section whose heading starts the block, if one does.
    pub fn section_of_block(&self, block: &Block) -> Option<(SectionId, &Section)> {
        let sections = self.outline.sections();
        let index = sections.partition_point(|section| section.span.start < block.range().start);
        sections
            .get(index)
            .filter(|section| section.span.start < block.range().end)
            .map(|section| (SectionId::new(index), section))
    }
}
