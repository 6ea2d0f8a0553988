//! Where the reader is: the place at the top of the column, the places before it, and what is selected.

use super::selection::{Side, TextSelection};
use crate::text::SourceOffset;

/// An order to the reading column to show a place; a new serial makes it a new order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jump {
    /// Grows with every jump.
    pub serial: u64,
    /// What should come to the top of the column.
    pub to: SourceOffset,
    /// Whether some lines above it should be seen too, as for a search hit.
    pub with_lead: bool,
}

/// Where the reader has been: every jump leaves its start behind.
#[derive(Clone, Debug, Default)]
struct History {
    back: Vec<SourceOffset>,
    forward: Vec<SourceOffset>,
}

impl History {
    /// At most this many places are kept.
    const MOST: usize = 200;

    /// Leaves `here` behind for a new place.
    fn leave(&mut self, here: SourceOffset) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > Self::MOST {
            self.back.remove(0);
        }
    }

    /// The place that was gone to after `here` (`forward`), or the one before.
    fn step(&mut self, here: SourceOffset, forward: bool) -> Option<SourceOffset> {
        let (from, to) =
            if forward { (&mut self.forward, &mut self.back) } else { (&mut self.back, &mut self.forward) };
        let place = from.pop()?;
        to.push(here);
        Some(place)
    }

    /// Moves all places by `by` bytes: more text has come before them.
    fn shift(&mut self, by: usize) {
        for place in self.back.iter_mut().chain(&mut self.forward) {
            *place = place.after(by);
        }
    }
}

/// Where the reader is.
#[derive(Debug, Default)]
pub struct Position {
    place: SourceOffset,
    opened_at: SourceOffset,
    jump: Jump,
    history: History,
    selection: Option<TextSelection>,
    side: Side,
    /// The hit that was gone to, and what came to the top of the column with it; until the reader goes on.
    hit: Option<(SourceOffset, Option<SourceOffset>)>,
}

impl Position {
    /// What is at the top of the reading column.
    pub const fn place(&self) -> SourceOffset {
        self.place
    }

    /// What is being read: the hit that was gone to, which stands below some other lines, else what is at the top of the
    /// column.
    pub fn read(&self) -> SourceOffset {
        self.hit.map_or(self.place, |(hit, _)| hit)
    }

    /// Where its opening led.
    pub(in crate::session) const fn opened_at(&self) -> SourceOffset {
        self.opened_at
    }

    /// Where the column should go.
    pub const fn jump(&self) -> Jump {
        self.jump
    }

    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.history.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.history.forward.is_empty()
    }

    /// Selected text.
    pub const fn selection(&self) -> Option<TextSelection> {
        self.selection
    }

    /// Whether text is selected.
    pub fn has_selection(&self) -> bool {
        self.selection.is_some_and(|selection| !selection.range().is_empty())
    }

    /// The column that was selected in.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Opens at `place`.
    pub(in crate::session) const fn open_at(&mut self, place: SourceOffset) {
        self.go(place);
        self.opened_at = place;
    }

    /// Opens at `place` of another text: no place from before means anything.
    pub(in crate::session) fn start_over_at(&mut self, place: SourceOffset) {
        self.history = History::default();
        self.selection = None;
        self.open_at(place);
    }

    /// Goes to `to`.
    pub(in crate::session) const fn go(&mut self, to: SourceOffset) {
        self.place = to;
        self.jump = Jump { serial: self.jump.serial + 1, to, with_lead: false };
        self.hit = None;
    }

    /// Goes to `to` and remembers where the reader was.
    pub(in crate::session) fn jump_to(&mut self, to: SourceOffset) {
        self.history.leave(self.place);
        self.go(to);
    }

    /// Goes to the hit at `to`, with some lines above it. Where the reader is at the hit that the jump `last` led to,
    /// that place is not remembered. Returns the serial of the jump.
    pub(in crate::session) fn show_hit(&mut self, to: SourceOffset, last: u64) -> u64 {
        if self.jump.serial != last {
            self.history.leave(self.place);
        }
        self.go(to);
        self.jump.with_lead = true;
        self.hit = Some((to, None));
        self.jump.serial
    }

    /// Goes back to where the reader was, or forward again.
    pub(in crate::session) fn step_in_history(&mut self, forward: bool) {
        if let Some(to) = self.history.step(self.place, forward) {
            self.go(to);
        }
    }

    /// Notes what is at the top of the column now.
    pub(in crate::session) const fn scroll_to(&mut self, place: SourceOffset) {
        self.place = place;
        self.hit = match self.hit {
            Some((hit, None)) => Some((hit, Some(place))),
            Some((_, Some(top))) if top.get() != place.get() => None,
            known => known,
        };
    }

    /// Selects text, or nothing.
    pub(in crate::session) const fn select(&mut self, selection: Option<TextSelection>) {
        self.selection = selection;
    }

    /// Notes in which column is selected.
    pub(in crate::session) const fn select_in(&mut self, side: Side) {
        self.side = side;
    }

    /// Moves everything by `by` bytes: more text has come before it. What is shown stays where it is.
    pub(in crate::session) fn shift(&mut self, by: usize) {
        self.place = self.place.after(by);
        self.opened_at = self.opened_at.after(by);
        self.selection = self.selection.map(|selection| selection.after(by));
        self.history.shift(by);
        self.jump.to = self.place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_and_forward_returns_to_the_same_places() {
        let at = SourceOffset::new;
        let mut position = Position::default();
        position.open_at(at(1));
        position.jump_to(at(2));
        position.jump_to(at(3));
        let mut step = |forward| {
            position.step_in_history(forward);
            position.place()
        };
        assert_eq!([step(false), step(false), step(false), step(true)], [at(2), at(1), at(1), at(2)]);
        position.jump_to(at(9));
        assert!(!position.can_go_forward() && position.can_go_back());
    }
}
