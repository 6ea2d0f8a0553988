//! Going through a text.

use super::pieces::Record;
use super::sequence::sequence;
use super::trie::{First, Kind, Match, Out, Trie, character};

/// How much of a stretch waits for the next step at most, where it can be cut: what fits the processor's cache.
const STRETCH: usize = 8 << 10;

/// The steps of a configuration, each on what the one before it has made.
#[derive(Default)]
pub(super) struct Steps {
    /// The first also cuts the text into segments.
    pub(super) tries: Vec<Trie>,
    /// The characters of all keys of all steps but the first, ordered.
    pub(super) later: Vec<u32>,
}

/// What a run over a text writes to.
struct Sink<'a, R> {
    converted: &'a mut Vec<u8>,
    record: &'a mut R,
    /// From where on what was written waits for the next step.
    waiting: usize,
    /// The place in the record that belongs to it.
    mark: usize,
    /// Whether the next step may find something in it.
    stirred: bool,
}

impl Steps {
    /// Appends the conversion of `text` to `converted`.
    pub(super) fn run<R: Record>(&self, text: &[u8], converted: &mut Vec<u8>, record: &mut R) {
        self.step(&self.tries, text, converted, record);
    }

    /// The conversion of `text`.
    pub(super) fn converted(&self, text: &[u8]) -> Vec<u8> {
        let mut converted = Vec::with_capacity(text.len());
        self.run(text, &mut converted, &mut ());
        converted
    }

    /// Whether the first step has a key that begins with `c`.
    pub(super) fn begins(&self, c: u32) -> bool {
        self.tries.first().is_some_and(|trie| trie.begins(c))
    }

    fn step<R: Record>(&self, tries: &[Trie], bytes: &[u8], converted: &mut Vec<u8>, record: &mut R) {
        let Some((trie, next)) = tries.split_first() else {
            converted.extend_from_slice(bytes);
            record.kept(bytes.len());
            return;
        };
        let mut sink =
            Sink { waiting: converted.len(), mark: record.mark(), converted, record, stirred: false };
        let (mut at, mut copied) = (0, 0);
        while let Some((c, width)) = character(bytes, at) {
            let first = trie.first(c);
            let found = match first.kind() {
                _ if first.is_copy() => Match::none(at + width),
                Kind::Copy | Kind::Character => Match { out: first.out(), end: at + width },
                Kind::Phrases => phrase(trie, first, bytes, at, width),
                Kind::Sequence => Match::none(at + bytes.get(at..).and_then(sequence).unwrap_or(width)),
            };
            if found.out.is_none() {
                sink.stirred |= first.stirs();
                at = found.end;
                if !next.is_empty() && sink.is_long(at - copied) && self.is_unknown(c) {
                    sink.keep(bytes, copied, at);
                    copied = at;
                    self.finish(next, &mut sink);
                }
                continue;
            }
            sink.keep(bytes, copied, at);
            if found.out.is_segment() && !next.is_empty() {
                self.finish(next, &mut sink);
                sink.replace(trie, found.out, found.end - at);
                sink.settle();
            } else {
                sink.stirred |= found.out.stirs();
                sink.replace(trie, found.out, found.end - at);
            }
            at = found.end;
            copied = at;
        }
        sink.keep(bytes, copied, bytes.len());
        self.finish(next, &mut sink);
    }

    /// Whether no step but the first has a key with `c`, so that no match runs across it.
    fn is_unknown(&self, c: u32) -> bool {
        self.later.binary_search(&c).is_err()
    }

    /// Hands what waits to the next steps.
    fn finish<R: Record>(&self, next: &[Trie], sink: &mut Sink<'_, R>) {
        if sink.stirred && !next.is_empty() && sink.waiting < sink.converted.len() {
            let waiting = sink.converted.split_off(sink.waiting);
            let mut record = R::default();
            self.step(next, &waiting, sink.converted, &mut record);
            sink.record.then(sink.mark, record);
        }
        sink.settle();
    }
}

/// The match at `at`, where a character of `width` bytes stands that `first` belongs to.
#[inline]
fn phrase(trie: &Trie, first: &First, bytes: &[u8], at: usize, width: usize) -> Match {
    let found = trie.find(first, bytes, at, width);
    if !trie.has_phrases_outside_segments || found.out.is_segment() || found.end <= at + width {
        return found;
    }
    // No match runs across the start of a segment.
    let mut start = at + width;
    while let Some((c, next)) = character(bytes, start).filter(|_| start < found.end) {
        if trie.begins_segment(c, bytes, start) {
            return trie.find(first, bytes.get(..start).unwrap_or_default(), at, width);
        }
        start += next;
    }
    found
}

impl<R: Record> Sink<'_, R> {
    /// Appends what was left as it is.
    #[inline]
    fn keep(&mut self, bytes: &[u8], from: usize, to: usize) {
        if from < to {
            self.converted.extend_from_slice(bytes.get(from..to).unwrap_or_default());
            self.record.kept(to - from);
        }
    }

    /// Appends what takes the place of `length` bytes.
    #[inline]
    fn replace(&mut self, trie: &Trie, out: Out, length: usize) {
        if let Some(value) = out.bytes() {
            self.converted.extend_from_slice(&value);
            self.record.replaced(length, value.len());
        } else {
            self.replace_by_long(trie, out, length);
        }
    }

    fn replace_by_long(&mut self, trie: &Trie, out: Out, length: usize) {
        let value = trie.value(out.index());
        self.converted.extend_from_slice(value);
        let pieces = trie.pieces(out.index());
        // The source may be longer or shorter than the key, where characters stand for others.
        if !pieces.is_empty() && pieces.iter().map(|piece| piece.source).sum::<usize>() == length {
            self.record.replaced_in_pieces(pieces);
        } else {
            self.record.replaced(length, value.len());
        }
    }

    /// Whether a good deal waits, with `more` bytes to be added.
    fn is_long(&self, more: usize) -> bool {
        self.converted.len() - self.waiting + more >= STRETCH
    }

    /// From here on something new waits.
    fn settle(&mut self) {
        self.waiting = self.converted.len();
        self.mark = self.record.mark();
        self.stirred = false;
    }
}
