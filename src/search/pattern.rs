//! Regular expressions, tried on each block folded and on one line.

use std::ops::{ControlFlow, Range};

use regex::{Regex, RegexBuilder};

use super::plain::plain;
use super::{QueryError, Text};
use crate::block::{Joint, joints};
use crate::text::SourceRange;

/// A regular expression for folded text.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Regex);

impl Pattern {
    pub(super) fn new(pattern: &str) -> Result<Option<Self>, QueryError> {
        if pattern.is_empty() {
            return Ok(None);
        }
        let regex = RegexBuilder::new(&folded_pattern(pattern)).case_insensitive(true).build();
        regex.map(|regex| Some(Self(regex))).map_err(|error| {
            let words = error.to_string();
            // The engine draws the expression over several lines; the last says what is wrong.
            QueryError(words.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned())
        })
    }

    /// What it matches in `line`, which is folded and on one line, in bytes.
    pub(super) fn in_line(&self, line: &str) -> Vec<Range<usize>> {
        self.0.find_iter(line).filter(|place| !place.is_empty()).map(|place| place.range()).collect()
    }

    /// Searches the blocks of `document` and reports after each `batch` bytes.
    pub(super) fn search(
        &self,
        searched: Text<'_>,
        batch: usize,
        found: &mut dyn FnMut(Vec<SourceRange>, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let document = searched.document;
        let text = document.text();
        let mut hits = Vec::new();
        let mut line = Line::default();
        let mut due = batch;
        for block in document.blocks() {
            let start = block.range().start.get();
            line.read(block.range().slice(text), |at, c| searched.read(start + at, c));
            hits.extend(self.in_line(&line.folded).into_iter().map(|place| {
                let bytes = line.bytes(place);
                SourceRange::new(start + bytes.start, start + bytes.end)
            }));
            if block.range().end.get() >= due {
                due = block.range().end.get() + batch;
                found(std::mem::take(&mut hits), block.range().end.get())?;
            }
        }
        found(hits, text.len())
    }
}

/// The pattern with its words folded. Full-width marks stand for themselves, never for an operator; what follows a
/// backslash is left alone.
fn folded_pattern(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut escaped = false;
    for c in pattern.chars() {
        let form = if c.is_ascii() { c } else { plain(c) };
        if !escaped && !c.is_ascii() && form.is_ascii_punctuation() {
            folded.push('\\');
        }
        folded.push(form);
        escaped = !escaped && c == '\\';
    }
    folded
}

/// A block folded and on one line, with the way back.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) folded: String,
    /// For each byte of `folded` the byte of the block where its character begins, and one more for the end.
    starts: Vec<u32>,
    /// The same for where its character ends.
    ends: Vec<u32>,
}

impl Line {
    /// Reads `block`, in which `read` tells what stands for the character at a byte.
    pub(super) fn read(&mut self, block: &str, read: impl Fn(usize, char) -> char) {
        self.folded.clear();
        self.starts.clear();
        self.ends.clear();
        let joints = joints(block);
        let mut next = joints.iter().peekable();
        let mut skip_to = 0;
        for (at, c) in block.char_indices() {
            if at < skip_to {
                continue;
            }
            if let Some(Joint { bytes, blank }) = next.next_if(|joint| joint.bytes.start <= at) {
                skip_to = bytes.end;
                if *blank {
                    self.push(' ', at, bytes.end);
                }
            } else {
                self.push(plain(read(at, c)), at, at + c.len_utf8());
            }
        }
    }

    fn push(&mut self, c: char, from: usize, to: usize) {
        self.folded.push(c);
        let [from, to] = [from, to].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        self.starts.resize(self.folded.len(), from);
        self.ends.resize(self.folded.len(), to);
    }

    /// The bytes of the block that the bytes `place` of the line stand for.
    pub(super) fn bytes(&self, place: Range<usize>) -> Range<usize> {
        let start = self.starts.get(place.start).map_or(0, |at| *at as usize);
        let end = place.end.checked_sub(1).and_then(|last| self.ends.get(last)).map_or(0, |at| *at as usize);
        start..end
    }
}
