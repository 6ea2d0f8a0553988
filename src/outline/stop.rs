//! Where sentences end in texts whose author writes a point for 。.

use crate::block::is_ideograph;
use crate::text::is_blank;

/// What a sentence may end with besides an ideograph.
const CLOSERS: &str = "”」』）)》%";

/// Whether the sentences of `paragraph` end with points: it ends with one behind an ideograph. 約翰.史密斯的話 does not.
pub(super) fn are_points(paragraph: &str) -> bool {
    let last = paragraph.trim_end_matches(is_blank).strip_suffix('.');
    last.is_some_and(|head| head.ends_with(may_end))
}

/// Whether the point at byte `at` of such a paragraph ends a sentence, and not a number or a foreign word.
pub(super) fn is_at(paragraph: &str, at: usize) -> bool {
    paragraph.get(..at).is_some_and(|head| head.ends_with(may_end))
}

fn may_end(c: char) -> bool {
    is_ideograph(c) || CLOSERS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_end_sentences_behind_ideographs_where_the_last_one_does() {
        let text = "修路.路寬2.5米,見A.B 圖.";
        assert!(are_points(text));
        let stops = text.match_indices('.').filter(|(at, _)| is_at(text, *at)).count();
        assert_eq!((stops, text.matches('.').count()), (2, 4));
        assert!(!are_points("約翰.史密斯的話") && !are_points("見圖2."));
    }
}
