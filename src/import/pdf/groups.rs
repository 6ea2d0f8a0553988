//! Things that belong together because one belongs to the other, and so on.

/// Groups of things, which are counted from 0.
#[derive(Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    /// So many things, each by itself.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// What stands for the group of a thing: one that is in it.
    pub(super) fn of(&mut self, thing: usize) -> usize {
        let above = |groups: &Self, thing: usize| groups.0.get(thing).copied().unwrap_or(thing);
        let mut thing = thing;
        loop {
            let next = above(self, thing);
            if next == thing {
                return thing;
            }
            // What is asked for again is nearer then.
            let far = above(self, next);
            if let Some(known) = self.0.get_mut(thing) {
                *known = far;
            }
            thing = far;
        }
    }

    /// Makes the groups of two things one.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if let Some(known) = self.0.get_mut(one.max(other)) {
            *known = one.min(other);
        }
    }
}
