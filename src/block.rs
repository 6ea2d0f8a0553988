//! Blocks: the paragraphs of a text, as they are read and laid out.
//!
//! A block is one non-blank physical line without its indent and trailing blanks; where a text is broken into lines
//! of one width, the lines that go on with a paragraph are marked. For reading, blocks are cut again where a section
//! starts inside a line and where a line is too long to lay out at once.

mod display;
mod full_width;
mod join;
mod wrap;

pub use display::DisplayText;
pub use full_width::{full_width, is_ideograph, with_full_width};
pub use join::{Joint, blank_between, joined, joints};
pub(crate) use wrap::is_bulleted;

use std::fmt;

use crate::text::{SourceOffset, SourceRange, is_blank, physical_lines};

/// Longest block in bytes that is laid out at once: about 8,000 Chinese characters, a few screens.
const LONGEST: usize = 24_000;
/// Lines that any text may have as blocks of their own, and one more for so many of its bytes: at 8 bytes each they
/// take no more room than the text and some 30 MB.
const LINES: usize = 4_000_000;
const LINE: usize = 8;
/// Most bytes of a block that further lines share.
const SHARED: usize = 4_000;

/// A paragraph, or a part of one. Where the source breaks it into lines, its line ends are [`joints`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Block {
    start: SourceOffset,
    /// Twice its bytes, and one where it continues: a text of short lines has millions of blocks.
    packed: u32,
}

impl Block {
    /// The block at `range`, of which no more than 2 GiB are taken. It `continues` where it goes on with the paragraph
    /// of the block before.
    pub fn new(range: SourceRange, continues: bool) -> Self {
        let bytes = u32::try_from(range.len()).unwrap_or(u32::MAX).min(u32::MAX >> 1);
        Self { start: range.start, packed: bytes << 1 | u32::from(continues) }
    }

    /// Its text, without indent and trailing blanks.
    pub fn range(self) -> SourceRange {
        SourceRange { start: self.start, end: self.start.after((self.packed >> 1) as usize) }
    }

    /// Whether it goes on with the paragraph of the block before, and so wants no indent and no space above.
    pub const fn continues(self) -> bool {
        self.packed & 1 == 1
    }
}

impl fmt::Debug for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Block").field("range", &self.range()).field("continues", &self.continues()).finish()
    }
}

/// The paragraphs of `text`: one block for each line that is not blank. In a text of hard-wrapped lines those that
/// go on with the line above are marked as continuing. Of far more lines than any text has (`are_shared`) the last
/// share blocks.
pub fn paragraphs(text: &str) -> Vec<Block> {
    let mut widths = wrap::Widths::default();
    let mut blocks = shared(
        text.len(),
        line_metrics(text).map(|(range, metrics)| {
            widths.add(metrics);
            range
        }),
    );
    // Looked at once more, which few texts need, rather than remembered of each line.
    if let Some(wrap) = widths.wrap().filter(|_| !are_shared(text, &blocks)) {
        let mut above = None;
        for (block, (range, metrics)) in blocks.iter_mut().zip(line_metrics(text)) {
            *block = Block::new(range, above.is_some_and(|above| wrap.joins(above, metrics)));
            above = Some(metrics);
        }
    }
    blocks
}

/// The paragraphs of a text whose lines are paragraphs: one block for each line that is not blank.
pub fn whole_lines(text: &str) -> Vec<Block> {
    shared(text.len(), physical_lines(text).map(|line| line.trimmed(text)).filter(|range| !range.is_empty()))
}

/// Whether the text of these `paragraphs` has so many lines that the last of them share blocks.
pub(crate) fn are_shared(text: &str, paragraphs: &[Block]) -> bool {
    paragraphs.len() > most(text.len())
}

const fn most(bytes: usize) -> usize {
    LINES + bytes / LINE
}

/// One block for each of the `lines` of a text of so many `bytes`, until there are too many of them.
fn shared(bytes: usize, lines: impl Iterator<Item = SourceRange>) -> Vec<Block> {
    let most = most(bytes);
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let is_full = blocks.len() > most;
        match blocks.last_mut().filter(|last| is_full && line.end.get() - last.start.get() <= SHARED) {
            Some(last) => *last = Block::new(SourceRange { start: last.start, end: line.end }, false),
            None => blocks.push(Block::new(line, false)),
        }
    }
    blocks
}

/// The lines that are not blank, without their indents and trailing blanks, and what they look like.
fn line_metrics(text: &str) -> impl Iterator<Item = (SourceRange, wrap::LineMetrics)> {
    physical_lines(text).enumerate().filter_map(move |(index, line)| {
        let range = line.trimmed(text);
        let indent = SourceRange { start: line.start, end: range.start };
        let metrics = || wrap::LineMetrics::new(index, indent.slice(text), range.slice(text));
        (!range.is_empty()).then(|| (range, metrics()))
    })
}

/// What becomes of the line ends that break a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnds {
    /// The paragraph is one again.
    #[default]
    Joined,
    /// Every line stands for itself, as in the file.
    Kept,
}

/// Cuts and joins `paragraphs` for reading: lines that go on with one another are one block, a block never runs
/// over a start in `starts` (sorted) and never exceeds what is laid out at once. What is cut for that last reason is
/// marked as continuing.
pub fn for_reading(
    text: &str,
    paragraphs: &[Block],
    starts: &[SourceOffset],
    line_ends: LineEnds,
) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(paragraphs.len() + starts.len());
    let mut starts = starts.iter().copied().peekable();
    for paragraph in paragraphs {
        let mut from = paragraph.range().start;
        let joins = line_ends == LineEnds::Joined && starts.peek() != Some(&from);
        let mut continues = joins
            && (paragraph.continues() || blocks.last().is_some_and(|last| is_cut(text, *last, *paragraph)));
        while let Some(start) = starts.next_if(|start| *start < paragraph.range().end) {
            if start > from {
                cut_long(text, SourceRange { start: from, end: start }, continues, &mut blocks);
                from = start;
                continues = false;
            }
        }
        cut_long(text, SourceRange { start: from, end: paragraph.range().end }, continues, &mut blocks);
    }
    blocks
}

/// Whether `paragraphs` are surely what [`for_reading`] would make of them: nothing of them is cut or joined.
pub fn are_for_reading(
    text: &str,
    paragraphs: &[Block],
    starts: &[SourceOffset],
    line_ends: LineEnds,
) -> bool {
    let mut starts = starts.iter().peekable();
    let mut last: Option<Block> = None;
    paragraphs.iter().all(|paragraph| {
        starts.next_if(|start| **start == paragraph.range().start);
        let is_whole = paragraph.range().len() <= LONGEST
            && !paragraph.continues()
            && starts.peek().is_none_or(|start| **start >= paragraph.range().end);
        let last = last.replace(*paragraph).filter(|_| line_ends == LineEnds::Joined);
        is_whole && last.is_none_or(|last| !is_cut(text, last, *paragraph))
    })
}

/// Adds `range`: to the last block where it goes on with it and both can be laid out at once.
fn cut_long(text: &str, range: SourceRange, continues: bool, blocks: &mut Vec<Block>) {
    let mut rest = range.trimmed(text);
    let mut continues = continues;
    if let Some(last) = blocks.last_mut().filter(|_| continues)
        && rest.end.get() - last.start.get() <= LONGEST
    {
        let range = last.range();
        *last = Block::new(SourceRange { end: rest.end.max(range.end), ..range }, last.continues());
        return;
    }
    while rest.len() > LONGEST {
        let cut = cut_point(rest.slice(text));
        let end = rest.start.get() + cut;
        blocks.push(Block::new(SourceRange::new(rest.start.get(), end), continues));
        rest = SourceRange::new(end, rest.end.get());
        continues = true;
    }
    if !rest.is_empty() {
        blocks.push(Block::new(rest, continues));
    }
}

/// Whether `next` goes on with the sentence that `last` breaks off: web pages cut paragraphs in two.
///
/// The first half is prose (long, with a comma in it) and does not end a sentence; the second ends one. A long title
/// is no half: it has no whole sentence in it, and does not end at a comma.
pub(crate) fn is_cut(text: &str, last: Block, next: Block) -> bool {
    let (half, rest) = (last.range().slice(text), next.range().slice(text));
    // The ends first: of most pairs they say no, and the whole half is not gone through.
    let breaks_off = half.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '，' | ',' | '、'));
    breaks_off
        && half.len() >= SHORTEST_PROSE
        && rest.ends_with(ENDS)
        && rest.starts_with(char::is_alphanumeric)
        && half.contains(['，', ',', '、'])
        && (half.ends_with(['，', ',', '、']) || half.contains(ENDS))
}

/// Shortest paragraph in bytes that may be prose broken off: about 40 ideographs.
const SHORTEST_PROSE: usize = 120;
/// Marks that end a sentence.
const ENDS: [char; 10] = ['。', '！', '？', '；', '!', '?', ';', '”', '」', '…'];

/// Bytes of `slice` (longer than [`LONGEST`]) up to its last sentence end, blank or character that still fits.
fn cut_point(slice: &str) -> usize {
    let mut fits = 0;
    let mut blank = None;
    let mut sentence = None;
    for (at, c) in slice.char_indices() {
        let end = at + c.len_utf8();
        if end > LONGEST {
            break;
        }
        fits = end;
        if matches!(c, '。' | '！' | '？' | '；' | '．' | '!' | '?' | ';') {
            sentence = Some(end);
        } else if is_blank(c) {
            blank = Some(end);
        }
    }
    let late_enough = |at: &usize| *at > LONGEST / 2;
    sentence.filter(late_enough).or(blank.filter(late_enough)).unwrap_or(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(text: &'a str, blocks: &[Block]) -> Vec<&'a str> {
        blocks.iter().map(|block| block.range().slice(text)).collect()
    }

    #[test]
    fn blank_lines_and_indents_are_no_part_of_a_block() {
        let text = "\u{3000}\u{3000}甲\r\n \t\r\n乙 \n";
        assert_eq!(texts(text, &paragraphs(text)), ["甲", "乙"]);
    }

    #[test]
    fn a_section_start_inside_a_line_starts_a_block() {
        let text = "前言。一、甲 二、乙\n後記";
        let starts: Vec<_> =
            ["一、", "二、"].iter().filter_map(|m| text.find(m)).map(SourceOffset::new).collect();
        let blocks = for_reading(text, &paragraphs(text), &starts, LineEnds::Joined);
        assert_eq!(texts(text, &blocks), ["前言。", "一、甲", "二、乙", "後記"]);
        assert!(blocks.iter().all(|block| !block.continues()));
    }

    #[test]
    fn a_paragraph_cut_in_mid_sentence_is_one_again() {
        let half = "我們修了堤，清了渠，又把去年被水沖走的三座小橋重新架了起來，鄉親們往返兩岸再不用繞遠路，孩子們上學也近了，";
        let title = format!("關於進一步做好{}等有關工作，推動各項任務落實的意見", "水利交通教育".repeat(10));
        let broken = format!("{half}都說好。{title}");
        for (first, second, one) in [
            (half, "連山裡的茶也運得出來了。", true),
            (half, "一、明年的打算", false),
            ("短短的一行，沒有完", "下一行也沒有完。", false),
            (&title, "今年春天，縣裡修了三座橋。", false),
            (&broken, "今年春天，縣裡修了三座橋。", true),
        ] {
            let text = format!("{first}\n\n{second}\n");
            let blocks = for_reading(&text, &paragraphs(&text), &[], LineEnds::Joined);
            assert_eq!(blocks.len(), if one { 1 } else { 2 }, "{second}");
            let lines = paragraphs(&text);
            assert_eq!(for_reading(&text, &lines, &[], LineEnds::Kept).len(), 2, "{second}");
        }
        let text = format!("{half}\n\n一、明年的打算。\n");
        let start = SourceOffset::new(text.find('一').unwrap());
        assert_eq!(for_reading(&text, &paragraphs(&text), &[start], LineEnds::Joined).len(), 2);
    }

    #[test]
    fn a_very_long_line_is_cut_at_sentence_ends_and_loses_nothing() {
        let text = "天地玄黃，宇宙洪荒。".repeat(5_000);
        let blocks = for_reading(&text, &paragraphs(&text), &[], LineEnds::Joined);
        assert_eq!(texts(&text, &blocks).concat(), text);
        assert!(blocks.iter().all(|b| b.range().len() <= LONGEST && b.range().slice(&text).ends_with('。')));
        assert!(!blocks[0].continues() && blocks[1].continues());
    }
}
