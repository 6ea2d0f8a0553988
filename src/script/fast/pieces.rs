//! What of a source became what of its conversion.

/// Consecutive parts of a source and its conversion that correspond. A list of them covers both without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the source.
    pub source: usize,
    /// Bytes of the conversion.
    pub view: usize,
    /// Whether the part was left as it is.
    pub same: bool,
}

/// Something that is told what becomes of a text, part by part.
pub(super) trait Record: Default {
    /// Whether anybody asks.
    const WANTED: bool;

    /// The next part became something else.
    fn replaced(&mut self, source: usize, view: usize);

    /// As many bytes were left as they are.
    fn kept(&mut self, bytes: usize);

    /// The next part became something else, of which more is known.
    fn replaced_in_pieces(&mut self, pieces: &[Piece]);

    /// A place to come back to.
    fn mark(&self) -> usize;

    /// Forgets what was made since `mark`.
    fn truncate(&mut self, mark: usize);

    /// What was made since `mark` was converted once more, as `next` has recorded.
    fn then(&mut self, mark: usize, next: Self);
}

/// Nobody asks.
impl Record for () {
    const WANTED: bool = false;

    fn replaced(&mut self, _: usize, _: usize) {}
    fn kept(&mut self, _: usize) {}
    fn replaced_in_pieces(&mut self, _: &[Piece]) {}
    fn mark(&self) -> usize {
        0
    }
    fn truncate(&mut self, _: usize) {}
    fn then(&mut self, _: usize, (): Self) {}
}

impl Record for Vec<Piece> {
    const WANTED: bool = true;

    fn replaced(&mut self, source: usize, view: usize) {
        self.push(Piece { source, view, same: false });
    }

    fn kept(&mut self, bytes: usize) {
        if bytes > 0 {
            self.push(Piece { source: bytes, view: bytes, same: true });
        }
    }

    fn replaced_in_pieces(&mut self, pieces: &[Piece]) {
        self.extend_from_slice(pieces);
    }

    fn mark(&self) -> usize {
        self.len()
    }

    fn truncate(&mut self, mark: usize) {
        Self::truncate(self, mark);
    }

    fn then(&mut self, mark: usize, next: Self) {
        let before = self.split_off(mark);
        compose(&before, &next, self);
    }
}

/// Appends to `pieces` what of the first text became what of the third, from `first`, the pieces of the first and
/// the second, and `second`, those of the second and the third.
pub(in crate::script) fn compose(first: &[Piece], second: &[Piece], pieces: &mut Vec<Piece>) {
    let (mut first, mut second) = (Cursor::new(first), Cursor::new(second));
    while let (Some(a), Some(b)) = (first.piece, second.piece) {
        if a.same && b.same {
            let length = a.source.min(b.source);
            first.take(length);
            second.take(length);
            pieces.kept(length);
            continue;
        }
        // As many parts as it takes until both have come to one place of the second text.
        let (mut source, mut view, mut reached_first, mut reached_second) = (0, 0, 0, 0);
        let mut is_first_behind = !a.same;
        loop {
            if is_first_behind {
                let Some(part) = first.take(reached_second - reached_first) else { break };
                source += part.source;
                reached_first += part.view;
            } else {
                let Some(part) = second.take(reached_first - reached_second) else { break };
                view += part.view;
                reached_second += part.source;
            }
            if reached_first == reached_second {
                break;
            }
            is_first_behind = reached_first < reached_second;
        }
        pieces.replaced(source, view);
    }
    // What is left over has no length in the second text.
    first.rest().for_each(|part| pieces.replaced(part.source, 0));
    second.rest().for_each(|part| pieces.replaced(0, part.view));
}

/// A way through a list of pieces.
struct Cursor<'a> {
    /// What is left of the next piece.
    piece: Option<Piece>,
    pieces: std::slice::Iter<'a, Piece>,
}

impl<'a> Cursor<'a> {
    fn new(pieces: &'a [Piece]) -> Self {
        let mut pieces = pieces.iter();
        Self { piece: pieces.next().copied(), pieces }
    }

    /// The next piece: if it was left as it is no more than `limit` bytes of it, otherwise all of it.
    fn take(&mut self, limit: usize) -> Option<Piece> {
        let piece = self.piece?;
        if piece.same && limit < piece.source {
            let rest = piece.source - limit;
            self.piece = Some(Piece { source: rest, view: rest, same: true });
            return Some(Piece { source: limit, view: limit, same: true });
        }
        self.piece = self.pieces.next().copied();
        Some(piece)
    }

    fn rest(self) -> impl Iterator<Item = Piece> {
        self.piece.into_iter().chain(self.pieces.copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `5` is five bytes left alone, `3:4` three that became four.
    fn pieces(notation: &str) -> Vec<Piece> {
        let number = |text: &str| text.parse().unwrap();
        let part = |part: &str| match part.split_once(':') {
            Some((source, view)) => Piece { source: number(source), view: number(view), same: false },
            None => Piece { source: number(part), view: number(part), same: true },
        };
        notation.split_whitespace().map(part).collect()
    }

    #[test]
    fn what_went_through_two_conversions_corresponds_where_both_cut() {
        for (first, second, both) in [
            ("9", "9", "9"),
            ("3 3:3 3", "9", "3 3:3 3"),
            ("9", "3 3:4 3", "3 3:4 3"),
            ("3:3 3:3 3", "3 6:9", "3:3 6:9"),
            ("3 6:9 3", "6:3 6 3:1", "9:9 3:1"),
            ("3:6 3:3", "3:3 3 3:6", "3:6 3:6"),
            ("6 3:0 3", "9", "6 3:0 3"),
            ("3:0", "", "3:0"),
            ("", "", ""),
            ("12", "3:3 9", "3:3 9"),
            ("12", "6:3 6:3", "6:3 6:3"),
        ] {
            let mut composed = Vec::new();
            compose(&pieces(first), &pieces(second), &mut composed);
            assert_eq!(composed, pieces(both), "{first} | {second}");
        }
    }
}
