//! Going through a text.
//!
//! The first step finds its matches one by one, and each has what the next step makes of it beside it. That is the
//! whole truth but for matches of the next step that run from one match of the first into another: these are
//! looked out for ([`across`]), and what they run over is converted step by step.

mod across;
mod output;

use across::Watch;
use output::Output;

use super::pieces::Record;
use super::sequence::sequence;
use super::trie::{Character, First, Match, Out, Trie, character};

/// The steps of a configuration, each on what the one before it has made.
pub(super) struct Steps {
    /// The first also cuts the text into segments. Its values are those of both.
    pub(super) first: Trie,
    pub(super) next: Option<Trie>,
}

impl Steps {
    /// The conversion of `text`.
    pub(super) fn run<R: Record>(&self, text: &str, record: &mut R) -> String {
        converted(&self.first, self.next.as_ref(), text.as_bytes(), record)
    }
}

/// What `trie` makes of `text`, which is UTF-8, and `next` of that.
pub(super) fn converted<R: Record>(trie: &Trie, next: Option<&Trie>, text: &[u8], record: &mut R) -> String {
    let mut output = Output::for_text(text.len());
    Run { trie, next, text, output: &mut output, record, kept: 0, watch: Watch::default() }.go();
    output.finish()
}

/// A way through a text.
struct Run<'a, R> {
    trie: &'a Trie,
    next: Option<&'a Trie>,
    text: &'a [u8],
    output: &'a mut Output,
    record: &'a mut R,
    /// How many bytes were left as they are, and the record does not know of it yet.
    kept: usize,
    watch: Watch,
}

impl<R: Record> Run<'_, R> {
    fn go(&mut self) {
        let (mut at, mut here) = (0, character(self.text, 0));
        while let Some(c) = here {
            let first = self.trie.first(c.code);
            let behind = character(self.text, at + c.width);
            let second = behind.filter(|second| self.trie.may_go_on(first, second.code));
            if second.is_none() && first.is_plain() && !self.watch.is_awake() {
                let (word, width) = first.plain(c.word, c.width);
                if !self.output.put(word, width) {
                    self.make_room(width);
                    self.output.put(word, width);
                }
                if R::WANTED {
                    self.note(first.out(), c.width, width);
                }
                at += c.width;
                here = behind;
                continue;
            }
            at = self.unit(at, c, first, second);
            here = character(self.text, at);
        }
        self.settle(self.text.len());
        self.tell_kept();
    }

    /// What stands at `at` becomes what it becomes; where it ends.
    #[inline(never)]
    fn unit(&mut self, at: usize, c: Character, first: &First, second: Option<Character>) -> usize {
        let found = found(self.trie, self.text, (at, c), first, second);
        if let Some(next) = self.next {
            self.watch_over(next, at, c, &found);
        }
        let length = found.end - at;
        if let Some(value) = found.out.bytes() {
            self.append(&value);
            self.note(found.out, length, value.len());
        } else if found.out.is_none() {
            self.append(self.text.get(at..found.end).unwrap_or_default());
            self.note(found.out, length, length);
        } else {
            self.append_long(found.out, length);
        }
        found.end
    }

    fn append_long(&mut self, out: Out, length: usize) {
        let trie = self.trie;
        let value = trie.long_value(out.index());
        self.append(value);
        let pieces = trie.pieces(out.index());
        // The source may be longer or shorter than the key, where characters stand for others.
        if !pieces.is_empty() && pieces.iter().map(|piece| piece.source).sum::<usize>() == length {
            self.tell_kept();
            self.record.replaced_in_pieces(pieces);
        } else {
            self.note(out, length, value.len());
        }
    }

    fn append(&mut self, bytes: &[u8]) {
        if !self.output.append(bytes) {
            self.make_room(bytes.len());
            self.output.append(bytes);
        }
    }

    /// What is final leaves the output's buffer.
    #[cold]
    fn make_room(&mut self, length: usize) {
        let done = self.watch.safe_view().unwrap_or(self.output.len());
        self.output.make_room(done, length);
        self.watch.moved(done);
    }

    /// Tells the record that `source` bytes became `view` bytes.
    fn note(&mut self, out: Out, source: usize, view: usize) {
        if out.is_none() {
            self.kept += source;
        } else {
            self.tell_kept();
            self.record.replaced(source, view);
        }
    }

    fn tell_kept(&mut self) {
        self.record.kept(std::mem::take(&mut self.kept));
    }
}

/// The match at a place of `text`, where a character stands that `first` belongs to; `second` is the next one, where
/// it may go on.
fn found(
    trie: &Trie,
    text: &[u8],
    (at, c): (usize, Character),
    first: &First,
    second: Option<Character>,
) -> Match {
    let end = at + c.width;
    if first.is_sequence() {
        return Match::none(text.get(at..).and_then(sequence).map_or(end, |length| at + length));
    }
    let alone = Match { out: first.out(), node: first.node(), end };
    let Some(second) = second else { return alone };
    let found = trie.walk(text, alone, second);
    if !trie.has_phrases_outside_segments || found.out.is_segment() || found.end <= end {
        return found;
    }
    // No match runs across the start of a segment.
    let mut start = end;
    while let Some(c) = character(text, start).filter(|_| start < found.end) {
        if trie.begins_segment(c, text, start) {
            return trie.find(first, text.get(..start).unwrap_or_default(), at, end - at);
        }
        start += c.width;
    }
    found
}
