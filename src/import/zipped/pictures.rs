//! The pictures of a package.

use std::collections::HashMap;
use std::sync::Arc;

use super::Zipped;
use crate::import::picture::{LARGEST, is_shown};

/// Most bytes of pictures that are kept of a file.
const MOST: usize = 128 << 20;

/// The pictures that were read, by the names of their parts.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    known: HashMap<String, Option<Arc<[u8]>>>,
    /// How many bytes are kept.
    kept: usize,
}

impl Zipped<'_> {
    /// The picture in the part of that name; `None` where it is none that can be shown, damaged or too large.
    pub(in crate::import) fn picture(&mut self, name: &str) -> Option<Arc<[u8]>> {
        if let Some(known) = self.pictures.known.get(name) {
            return known.clone();
        }
        let most = LARGEST.min(MOST.saturating_sub(self.pictures.kept));
        let part = self.part(name, most).ok().flatten();
        let whole = part.filter(|part| !part.is_cut && !part.is_damaged && is_shown(&part.bytes));
        let data: Option<Arc<[u8]>> = whole.map(|part| Arc::from(part.bytes));
        self.pictures.kept += data.as_ref().map_or(0, |data| data.len());
        self.pictures.known.insert(name.to_owned(), data.clone());
        data
    }
}
