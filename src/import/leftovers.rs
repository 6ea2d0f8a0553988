//! What a plain text kept of the web page that it was: the way to it, its title with the site's name, the closing lines.
//!
//! Only a few lines at both ends are looked at, and only what is sure is said.

use super::hints::{Fitting, Furniture};
use crate::text::SourceRange;

/// How many bytes and how many lines at each end are looked at.
const BYTES: usize = 4096;
const LINES: usize = 8;

/// Longest line of furniture, in characters.
const LONGEST: usize = 80;

/// What the way to a page begins with.
const WAYS: [&str; 10] = [
    "当前位置",
    "當前位置",
    "您的位置",
    "你的位置",
    "您现在的位置",
    "您現在的位置",
    "所在位置",
    "首页",
    "首頁",
    "主页",
];

/// What stands between its steps.
const STEPS: [char; 5] = ['>', '»', '›', '→', '＞'];

/// What closing lines have in them.
const CLOSINGS: [&str; 10] = [
    "转载请注明",
    "轉載請註明",
    "版权所有",
    "版權所有",
    "copyright ©",
    "copyright©",
    "all rights reserved",
    "icp备",
    "icp備",
    "公网安备",
];

/// What stands between a title and the name of the site.
const BETWEEN: [char; 5] = ['_', '-', '|', '—', '–'];

/// The lines of `text` that are no part of it, in order.
pub(super) fn leftovers(text: &str) -> Vec<Furniture> {
    let head_end = text.floor_char_boundary(BYTES);
    let head: Vec<SourceRange> = lines(text, 0, head_end).take(LINES).collect();
    let mut found = Vec::new();
    let (mut before, mut goes_on) = ("", false);
    for (index, line) in head.iter().enumerate() {
        let next = head.get(index + 1).map_or("", |next| next.slice(text));
        let said = line.slice(text);
        let is_way = is_way(said) || goes_on && has_steps(said);
        // A page says its title once for itself and once for its text; a song repeats its lines, too.
        let is_again = !found.is_empty() && said == before && said.chars().count() > 3;
        if is_way || is_again || index == 0 && is_title_with_site(said, next) {
            found.push(*line);
        }
        goes_on = is_way && said.ends_with(STEPS);
        before = said;
    }
    let tail_start = text.ceil_char_boundary(text.len().saturating_sub(BYTES)).max(head_end);
    let mut tail: Vec<SourceRange> = lines(text, tail_start, text.len()).collect();
    let tail = tail.split_off(tail.len().saturating_sub(LINES));
    let closing = tail.iter().rev().take_while(|line| is_closing(line.slice(text))).count();
    found.extend(tail.iter().skip(tail.len() - closing));
    found.into_iter().map(|range| Furniture { range, kind: Fitting::Page }).collect()
}

/// Lines that have text, from `start` to `end`, without white space at their ends.
fn lines(text: &str, start: usize, end: usize) -> impl Iterator<Item = SourceRange> + '_ {
    let mut next = start;
    let part = text.get(start..end).unwrap_or_default();
    let ranges = part.split_inclusive(crate::text::is_line_end).map(move |line| {
        let range = SourceRange::new(next, next + line.len());
        next += line.len();
        range.trimmed(text)
    });
    ranges.filter(|range| !range.is_empty())
}

/// 首页 > 新闻 > 正文
fn is_way(line: &str) -> bool {
    let begins = WAYS.iter().any(|way| line.starts_with(way));
    begins && has_steps(line)
}

/// Whether a line is short, no sentence, and has what stands between steps.
fn has_steps(line: &str) -> bool {
    line.contains(STEPS) && line.chars().count() <= LONGEST && !line.ends_with(['。', '！', '？', '；'])
}

/// A title with the name of its site, where the title by itself follows.
fn is_title_with_site(line: &str, next: &str) -> bool {
    let rest = line.strip_prefix(next).filter(|_| next.chars().count() > 3).unwrap_or_default();
    rest.trim_start().starts_with(BETWEEN) && rest.chars().count() <= LONGEST / 2
}

fn is_closing(line: &str) -> bool {
    let line = line.to_lowercase();
    line.chars().count() <= LONGEST && CLOSINGS.iter().any(|closing| line.contains(closing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        leftovers(text).iter().map(|furniture| furniture.range.slice(text)).collect()
    }

    #[test]
    fn what_is_surely_left_of_a_page_is_found_at_its_ends() {
        let text = "工作報告範文_某某網\n工作報告範文\n首頁 > 範文 > 正文\n一、開頭\n正文。\n";
        let text = format!("{text}{}版權所有 某某網\nCopyright © 2020\n", "正文。\n".repeat(900));
        assert_eq!(
            found(&text),
            ["工作報告範文_某某網", "首頁 > 範文 > 正文", "版權所有 某某網", "Copyright © 2020"]
        );
    }

    #[test]
    fn a_way_may_go_on_in_the_next_lines_and_a_title_stand_twice() {
        let text =
            "當前位置：某某網 >\n講話 > 發言 >\n會上的發言（五篇）\n會上的發言（五篇）\n一、開頭\n正文。\n";
        let text = format!("{text}{}文章歸作者所有，轉載請註明 http://site.test/1\n", "正文。\n".repeat(900));
        assert_eq!(
            found(&text),
            [
                "當前位置：某某網 >",
                "講話 > 發言 >",
                "會上的發言（五篇）",
                "文章歸作者所有，轉載請註明 http://site.test/1"
            ]
        );
    }

    #[test]
    fn a_text_that_speaks_of_such_things_is_a_text() {
        for text in [
            "首頁 > 範文：這是一條路徑。\n正文。\n",
            "首頁的設計\n報告\n報告_某某網\n",
            "版權所有是法律用語。\n正文。\n",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn nothing_is_said_twice_of_a_short_text() {
        assert_eq!(found("當前位置：首頁 > 文\n正文。\n版權所有\n").len(), 1);
    }
}
