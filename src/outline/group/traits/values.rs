//! The values of the traits of one group.

use super::names::COUNT;

/// The values of traits, filled in the order of their names.
pub(super) struct Values {
    at: usize,
    pub(super) all: [f32; COUNT],
}

impl Values {
    pub(super) const fn new() -> Self {
        Self { at: 0, all: [0.0; COUNT] }
    }

    pub(super) fn number(&mut self, value: f32) {
        if let Some(slot) = self.all.get_mut(self.at) {
            *slot = value;
        }
        self.at += 1;
    }

    pub(super) fn flag(&mut self, value: bool) {
        self.number(f32::from(u8::from(value)));
    }
}
