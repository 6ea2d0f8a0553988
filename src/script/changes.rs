//! Where a converted text differs from its source, by the exact map of offsets.

use std::ops::Range;

use super::origin::forms;
use super::{OffsetMap, Piece};

/// A run of the text that the conversion changed: a word of which every character became another, or one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the source has, in bytes from the start of the piece.
    pub source: Range<usize>,
    /// What is shown for it, in bytes of the shown text.
    pub view: Range<usize>,
    /// Whether a character of it has several forms in the other script, one of which was chosen.
    pub many: bool,
}

/// The changes from `source` to `view`, in order, neighbours of a kind joined. `map` is the map between the two.
pub(super) fn changes(map: &OffsetMap, source: &str, view: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut from, mut to) = (0, 0);
    for piece in map.pieces(source, view) {
        let next = (from + piece.source, to + piece.view);
        if !piece.same {
            let texts =
                (source.get(from..next.0).unwrap_or_default(), view.get(to..next.1).unwrap_or_default());
            for (left, right) in differing(texts, piece) {
                let word = texts.0.get(left.clone()).unwrap_or_default();
                add(
                    &mut changes,
                    Change {
                        source: from + left.start..from + left.end,
                        view: to + right.start..to + right.end,
                        many: word.chars().any(|c| !forms(c).is_empty()),
                    },
                );
            }
        }
        (from, to) = next;
    }
    changes
}

/// The parts of a piece that differ: character by character where the two run alongside, otherwise the whole.
fn differing((source, view): (&str, &str), piece: Piece) -> Vec<(Range<usize>, Range<usize>)> {
    let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    if piece.source != piece.view || places(source) != places(view) {
        return vec![(0..piece.source, 0..piece.view)];
    }
    let pairs = source.char_indices().zip(view.chars());
    let differ = pairs.filter(|((_, from), to)| from != to);
    differ.map(|((at, c), _)| (at..at + c.len_utf8(), at..at + c.len_utf8())).collect()
}

fn add(changes: &mut Vec<Change>, change: Change) {
    match changes.last_mut() {
        Some(last)
            if last.many == change.many
                && last.source.end == change.source.start
                && last.view.end == change.view.start =>
        {
            last.source.end = change.source.end;
            last.view.end = change.view.end;
        }
        _ => changes.push(change),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(source: &'a str, view: &'a str, pieces: &[(usize, usize)]) -> Vec<(&'a str, &'a str)> {
        let pieces: Vec<_> =
            pieces.iter().map(|&(source, view)| Piece { source, view, same: false }).collect();
        let map = OffsetMap::from_pieces(source, view, &pieces);
        let found = changes(&map, source, view).into_iter();
        found.map(|change| (source.get(change.source).unwrap(), view.get(change.view).unwrap())).collect()
    }

    #[test]
    fn only_what_differs_is_a_change() {
        assert_eq!(words("发展软件", "發展軟體", &[(6, 6), (6, 6)]), [("发", "發"), ("软件", "軟體")]);
        assert_eq!(
            words("国发头发", "國發頭髮", &[(3, 3); 4]),
            [("国", "國"), ("发", "發"), ("头", "頭"), ("发", "髮")]
        );
        assert_eq!(words("国头", "國頭", &[(3, 3); 2]), [("国头", "國頭")]);
        assert_eq!(words("目", "目", &[(3, 3)]), []);
        assert_eq!(words("", "", &[]), []);
    }

    #[test]
    fn a_word_of_another_length_changes_as_a_whole() {
        let pieces = [(3, 3), (6, 9), (3, 4)];
        assert_eq!(words("有优盘的", "有隨身碟\u{20d4e}", &pieces), [("优盘的", "隨身碟\u{20d4e}")]);
    }
}
