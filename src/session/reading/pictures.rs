//! The pictures of the open document that have been asked for: they are read one by one, as they come into sight.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::Picture;
use crate::session::{Effect, Job, Session};

/// So many pictures are kept; others are read again when they are asked for again.
const MOST: usize = 24;

/// The pictures that have been asked for, by their 0-based number among the images of the document.
#[derive(Debug, Default)]
pub struct Pictures {
    /// The document that they are of.
    generation: u64,
    /// `None` while it is being read, and of what cannot be read.
    read: BTreeMap<usize, Option<Arc<Picture>>>,
}

impl Pictures {
    /// Whether the picture has been asked for.
    pub fn is_asked(&self, generation: u64, number: usize) -> bool {
        self.generation == generation && self.read.contains_key(&number)
    }

    /// The picture, where it has been read.
    pub fn get(&self, generation: u64, number: usize) -> Option<&Arc<Picture>> {
        self.read.get(&number).filter(|_| self.generation == generation)?.as_ref()
    }

    fn ask(&mut self, generation: u64, number: usize) {
        if self.generation != generation {
            self.read.clear();
            self.generation = generation;
        }
        self.read.insert(number, None);
        // The farthest from what is in sight is the first to go.
        while self.read.len() > MOST {
            let farthest = self.read.keys().copied().max_by_key(|other| other.abs_diff(number));
            self.read.remove(&farthest.unwrap_or_default());
        }
    }
}

impl Session {
    /// Reads a picture of the open document that has come into sight.
    pub(in crate::session) fn want_picture(&mut self, number: usize) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let (generation, document) = (open.generation(), open.document());
        let data = document.hints().images.get(number).and_then(|image| image.data.clone());
        let Some(data) = data.filter(|_| !self.pictures.is_asked(generation, number)) else {
            return Vec::new();
        };
        self.pictures.ask(generation, number);
        vec![Effect::Run(Job::Picture { data, serial: (generation, number) })]
    }

    /// A picture has been read; `None`: it could not be.
    pub(in crate::session) fn picture_read(
        &mut self,
        (generation, number): (u64, usize),
        picture: Option<Picture>,
    ) {
        if self.pictures.is_asked(generation, number) {
            self.pictures.read.insert(number, picture.map(Arc::new));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_another_document_and_those_far_away_are_forgotten() {
        let mut pictures = Pictures::default();
        (0..30).for_each(|number| pictures.ask(1, number));
        assert_eq!(pictures.read.len(), MOST);
        assert!(!pictures.is_asked(1, 0) && pictures.is_asked(1, 29));
        pictures.ask(2, 5);
        assert!(!pictures.is_asked(1, 29) && !pictures.is_asked(2, 29) && pictures.is_asked(2, 5));
    }
}
