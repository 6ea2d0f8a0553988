//! Chapters and articles that stand in one line, one glued to the other: 第一章總則第一條…。第二條…。

use super::marker::{self, Marker, variant};
use super::style::Style;

/// Longest title of a chapter before its first article, in characters.
const TITLE: usize = 20;
/// What no such title has in it.
const MARKS: &str = "，。；：、！？,;:!?\n";
/// What a sentence before an article ends with.
const STOPS: [char; 8] = ['。', '；', '！', '？', ';', '：', ')', '）'];

/// Where the title of a chapter ends that `rest` begins with, if an article is glued to it.
pub(super) fn title_end(rest: &str) -> Option<usize> {
    let may_be = |(_, c): &(usize, char)| !MARKS.contains(*c);
    let ordinals = rest.char_indices().take(TITLE + 1).take_while(may_be).filter(|(_, c)| *c == '第');
    ordinals.map(|(at, _)| at).find(|at| *at > 0 && rest.get(*at..).is_some_and(is_article))
}

fn is_article(text: &str) -> bool {
    marker::read(text).is_some_and(|marker| marker.style == Style::Article && marker.value > 0)
}

/// Whether `marker`, read in `line`, numbers an article or a chapter that stands there behind the end of a sentence,
/// with nothing but words behind it: an article, or a chapter to which its first article is glued.
pub(super) fn follows_sentence(line: &str, marker: &Marker) -> bool {
    let divides = marker.style.is_fixed() && marker.variant == variant::BARE && marker.value > 0;
    let rest = || line.get(marker.end..).unwrap_or_default();
    divides
        && line.get(..marker.start).is_some_and(|before| before.ends_with(STOPS))
        && (marker.style == Style::Article || title_end(rest()).is_some())
}

/// Whether `marker`, read in `line`, is the first article of a chapter whose title it is glued to.
pub(super) fn is_first(line: &str, marker: &Marker) -> bool {
    let before = line.get(..marker.start).unwrap_or_default();
    let chapter = before.char_indices().rev().take(TITLE * 2).take_while(|(_, c)| !MARKS.contains(*c));
    marker.style == Style::Article
        && marker.value > 0
        && chapter.filter(|(_, c)| *c == '第').any(|(at, _)| {
            let text = line.get(at..).unwrap_or_default();
            marker::read(text).is_some_and(|found| {
                let divides = found.style.is_fixed() && found.style != Style::Article && found.value > 0;
                let title = || text.get(found.end..).and_then(title_end);
                divides && title().is_some_and(|end| at + found.end + end == marker.start)
            })
        })
}
