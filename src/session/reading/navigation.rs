//! Going through the text: to a section, to the next one, back to where the reader was.

use crate::outline::SectionId;
use crate::session::{Effect, Session};

impl Session {
    pub(in crate::session) fn go_to(&mut self, id: SectionId) -> Vec<Effect> {
        self.with_open(|open| {
            if let Some(section) = open.document().outline().get(id) {
                let to = section.span.start;
                open.outline.choose(None);
                open.position.jump_to(to);
            }
        })
    }

    pub(in crate::session) fn step_sections(&mut self, forward: bool) -> Vec<Effect> {
        match self.open.as_ref().and_then(|open| open.neighbour(forward)) {
            Some(id) => self.go_to(id),
            None => Vec::new(),
        }
    }

    pub(in crate::session) fn step_in_history(&mut self, forward: bool) -> Vec<Effect> {
        self.with_open(|open| open.position.step_in_history(forward))
    }
}
