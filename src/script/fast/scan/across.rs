//! Matches of the next step that run from one match of the first step into another.
//!
//! A match of the first step is *open* when a phrase of the next step may begin in its value and run over its end.
//! Where the value behind it begins with a character by which that phrase goes on, the two are no longer converted
//! one by one: all from the start of the open match up to a place that surely no phrase runs over is converted by
//! the first step alone, and that by the next.

use super::super::pieces::Record;
use super::super::trie::{Character, Match, Tail, Trie, character};
use super::{Run, found};
use crate::script::fast::trie::Out;

/// What is looked out for.
#[derive(Default)]
pub(super) struct Watch {
    state: State,
    /// The last place that no match runs over, where one may run over a later one: in the source, in the output's
    /// buffer and in the record.
    source: usize,
    view: usize,
    mark: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Asleep,
    /// What stands before was open.
    Open(Tail),
    /// A match may run over a place further back.
    Crossed,
    /// An ideographic description sequence may run up to the next segment.
    Held,
}

impl Watch {
    #[inline]
    pub(super) fn is_awake(&self) -> bool {
        self.state != State::Asleep
    }

    /// Up to where the output's buffer is final; `None` where all of it is.
    pub(super) fn safe_view(&self) -> Option<usize> {
        self.is_awake().then_some(self.view)
    }

    /// So many bytes have left the output's buffer.
    pub(super) fn moved(&mut self, bytes: usize) {
        self.view = self.view.saturating_sub(bytes);
    }
}

impl<R: Record> Run<'_, R> {
    /// Looks at what stands at `at`, `found` there, before it is appended.
    pub(super) fn watch_over(&mut self, next: &Trie, at: usize, c: Character, found: &Match) {
        let is_segment = found.out.is_segment();
        let inner = self.trie.inner(found);
        match self.watch.state {
            State::Open(_) if is_segment => self.watch.state = State::Asleep,
            State::Open(tail) => {
                let crosses = next.crosses(tail, self.head(c, inner));
                self.watch.state = if crosses { State::Crossed } else { State::Asleep };
            }
            State::Crossed if is_segment || !next.continues(self.head(c, inner)) => self.settle(at),
            State::Held if is_segment => self.settle(at),
            State::Asleep | State::Crossed | State::Held => {}
        }
        let is_cut_sequence = found.end == at + c.width && self.trie.first(c.code).is_sequence();
        if !is_cut_sequence && (self.watch.is_awake() || !found.out.is_open()) {
            return;
        }
        if !self.watch.is_awake() || matches!(self.watch.state, State::Open(_)) {
            self.tell_kept();
            let (view, mark) = (self.output.len(), self.record.mark());
            self.watch = Watch { state: State::Held, source: at, view, mark };
        }
        self.watch.state = match self.trie.value(inner) {
            _ if is_cut_sequence => State::Held,
            Some(value) => State::Open(next.tail(&value)),
            None => State::Open(Tail::Last(c.code)),
        };
    }

    /// The first character that the next step sees of what stands where `c` is.
    fn head(&self, c: Character, inner: Out) -> u32 {
        let value = self.trie.value(inner);
        value.and_then(|value| character(&value, 0)).map_or(c.code, |head| head.code)
    }

    /// What a match may have run over, up to `to`, is converted step by step.
    pub(super) fn settle(&mut self, to: usize) {
        let Watch { state, source, view, mark } = std::mem::take(&mut self.watch);
        let (State::Crossed | State::Held, Some(next)) = (state, self.next) else { return };
        self.kept = 0;
        self.output.truncate(view);
        self.record.truncate(mark);
        let middle = self.by_first_step(source, self.text.get(..to).unwrap_or_default());
        let mut record = R::default();
        let output = &mut *self.output;
        let watch = Watch::default();
        Run { trie: next, next: None, text: &middle, output, record: &mut record, kept: 0, watch }.go();
        self.record.then(mark, record);
    }

    /// What the first step alone makes of `text` from `at` on.
    fn by_first_step(&mut self, mut at: usize, text: &[u8]) -> Vec<u8> {
        let mut middle = Vec::with_capacity(2 * (text.len() - at));
        while let Some(c) = character(text, at) {
            let first = self.trie.first(c.code);
            let second = character(text, at + c.width);
            let second = second.filter(|second| self.trie.may_go_on(first, second.code));
            let found = found(self.trie, text, (at, c), first, second);
            let inner = self.trie.inner(&found);
            if let Some(value) = self.trie.value(inner) {
                middle.extend_from_slice(&value);
                self.record.replaced(found.end - at, value.len());
            } else {
                middle.extend_from_slice(text.get(at..found.end).unwrap_or_default());
                self.record.kept(found.end - at);
            }
            at = found.end;
        }
        middle
    }
}
