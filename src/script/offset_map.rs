//! How positions in a converted text correspond to positions in its source.

/// Corresponding byte offsets of a piece of source and its conversion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    source_len: usize,
    view_len: usize,
}

impl OffsetMap {
    /// The view offset of `source` (both in bytes from the start of the piece), on a character boundary.
    pub fn view_from_source(&self, source: usize) -> usize {
        source.min(self.view_len)
    }

    /// The source offset of `view` (both in bytes from the start of the piece), on a character boundary.
    pub fn source_from_view(&self, view: usize) -> usize {
        view.min(self.source_len)
    }
}
