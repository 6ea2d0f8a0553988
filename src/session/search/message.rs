//! What the search panel says.

use crate::session::{Effect, Session};

/// Something that the reader did in the search.
#[derive(Debug)]
pub enum SearchMessage {
    /// What stands in the field, and whether it is a regular expression.
    For(String, bool),
    /// The reader chose the hit of that 0-based index.
    GoToHit(usize),
}

impl Session {
    pub(in crate::session) fn update_search(&mut self, message: SearchMessage) -> Vec<Effect> {
        match message {
            SearchMessage::For(words, regex) => self.search_for(words, regex),
            SearchMessage::GoToHit(index) => self.go_to_hit(index),
        }
    }
}
