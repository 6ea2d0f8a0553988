//! What stands before the first section, chosen like a section; and what a choice is split into.

use super::selection::Tick;
use super::{Selection, Split};

impl Selection {
    /// Whether what stands before the first section is chosen itself, though points may be left out of it.
    pub fn contains_preamble(&self) -> bool {
        self.preamble
    }

    /// How much of what stands before the first section is chosen.
    pub fn preamble_state(&self) -> Tick {
        match (self.preamble, self.odd.count_in(&self.points_in_preamble())) {
            (false, 0) => Tick::Off,
            (true, 0) => Tick::On,
            _ => Tick::Half,
        }
    }

    /// Drops what stands before the first section where all of it is chosen, chooses all of it otherwise.
    pub fn toggle_preamble(&mut self) {
        self.set_preamble(self.preamble_state() != Tick::On);
    }

    /// Chooses or drops what stands before the first section, if anything does.
    pub(super) fn set_preamble(&mut self, chosen: bool) {
        self.preamble = chosen && self.has_preamble();
        self.odd.set(self.points_in_preamble(), false);
        self.count_lone();
    }

    /// The files of a split, in document order: one for what stands before the first section, and one for each
    /// outermost section that has something chosen in its own text.
    pub fn splits(&self) -> Vec<Split> {
        let lone = self.odd().filter_map(|id| self.parent_of(id));
        let mut held: Vec<_> = self.ids().chain(lone).collect();
        held.sort_unstable();
        let mut covered = 0;
        held.retain(|id| {
            let top = id.index() >= covered;
            if top {
                covered = self.subtree(*id).end;
            }
            top
        });
        let preamble = (self.preamble_state() != Tick::Off).then_some(Split::Preamble);
        preamble.into_iter().chain(held.into_iter().map(Split::Section)).collect()
    }
}
