//! What of a text is in the other script than the rest: quotations, and paragraphs of their own.
//!
//! Evidence are the characters that exist in one script alone (国, 國; not 后, which both have), and each line is
//! looked at for itself:
//! - What stands between quotation marks (「」『』“”《》 and pairs of ") is in the other script where it has at least one
//!   of its characters, and of the document's own at most one for twenty of them (damage of an earlier conversion).
//!   The outermost marks are asked first, those within only where these leave it open.
//! - A line is, by what it has outside quotation marks or else as a whole, where it has at least two of them;
//!   after `>`, which marks a quotation in Markdown, one is enough. What it quotes in the document's script is not.
//! - A mark without its counterpart reaches to the end of the line, so that a part of a line is told like all of it.
//! - What tells nothing follows the document.

use std::ops::Range;

use super::DetectedScript;
use crate::text::is_line_end;

mod keep;
mod line;

pub(super) use keep::keeping;
use line::{Line, TELLING, in_line};

/// The parts of `text` that are in the other script than `main`, which is simplified or traditional: byte ranges in
/// order, none over a line end.
pub fn quoted(text: &str, main: DetectedScript) -> Vec<Range<usize>> {
    if !matches!(main, DetectedScript::Hans | DetectedScript::Hant) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for_each_line(text, |start, line| {
        let parts = in_line(line, main).into_iter();
        found.extend(parts.map(|part| start + part.start..start + part.end));
    });
    found
}

/// Consecutive lines of one script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The script: simplified or traditional.
    pub script: DetectedScript,
    /// The lines, in bytes of the text.
    pub bytes: Range<usize>,
}

/// `text`, most of which is in `main`, in parts of one script, each of whole lines. A line that tells nothing, or has
/// something of both, goes with those before it, at the very beginning with those after it.
pub fn script_parts(text: &str, main: DetectedScript) -> Vec<Part> {
    let other = match main {
        DetectedScript::Hans => DetectedScript::Hant,
        DetectedScript::Hant => DetectedScript::Hans,
        DetectedScript::Mixed | DetectedScript::Unclear => return Vec::new(),
    };
    let mut parts: Vec<Part> = Vec::new();
    for_each_line(text, |start, line| {
        let read = Line::new(line, main);
        let script =
            if read.is_other(line) { Some(other) } else { (read.outside.own >= TELLING).then_some(main) };
        let end = start + line.len();
        match (parts.last_mut(), script) {
            (Some(last), Some(script)) if script != last.script => {
                parts.push(Part { script, bytes: start..end });
            }
            (Some(last), _) => last.bytes.end = end,
            (None, Some(script)) => parts.push(Part { script, bytes: 0..end }),
            (None, None) => {}
        }
    });
    parts
}

/// Calls `each` for every line of `text` without its line end, with the byte that it begins at.
fn for_each_line(text: &str, mut each: impl FnMut(usize, &str)) {
    let mut start = 0;
    for line in text.split_inclusive(is_line_end) {
        each(start, line.trim_end_matches(is_line_end));
        start += line.len();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with what is kept in brackets.
    fn told(text: &str, main: DetectedScript) -> String {
        let mut out = text.to_owned();
        for kept in quoted(text, main).into_iter().rev() {
            out.insert(kept.end, ']');
            out.insert(kept.start, '[');
        }
        out
    }

    #[test]
    fn quotations_are_told_by_what_exists_in_one_script_alone() {
        for (text, expected) in [
            ("他说“發展”与“后里”都在《紅樓夢》里。", "他说“[發展]”与“后里”都在《[紅樓夢]》里。"),
            ("他说“发展發展”。", "他说“发展發展”。"),
            // The outermost that is clear; what is left open is asked within.
            ("他说「這裏有『圖書』」。", "他说「[這裏有『圖書』]」。"),
            ("他说「这里有『圖書』」。", "他说「这里有『[圖書]』」。"),
            // Parts of a line are told as the line.
            ("這裏有很多書”，他说，这是“圖", "[這裏有很多書]”，他说，这是“[圖]"),
            ("“「『圖", "“[「『圖]"),
            ("他说\"這個\"和\"那个\"。", "他说\"[這個]\"和\"那个\"。"),
            ("没有。", "没有。"),
        ] {
            assert_eq!(told(text, DetectedScript::Hans), expected);
        }
        assert_eq!(told("他說「发展」。", DetectedScript::Hant), "他說「[发展]」。");
        assert_eq!(told("\"發\"发头\"\n", DetectedScript::Hant), "[\"]發[\"发头\"]\n");
    }

    #[test]
    fn lines_are_told_by_what_they_do_not_quote() {
        for (text, expected) in [
            ("圖書館裏有很多書。\n图书馆。\r\n圖書", "[圖書館裏有很多書。]\n图书馆。\r\n[圖書]"),
            ("圖。", "圖。"),
            ("> 圖。", "[> 圖。]"),
            ("圖書館說：「图书」，請看。", "[圖書館說：「]图书[」，請看。]"),
            ("“圖書館裏有很多書”", "[“圖書館裏有很多書”]"),
            ("圖書館和图书馆。", "圖書館和图书馆。"),
            ("后里干人", "后里干人"),
        ] {
            assert_eq!(told(text, DetectedScript::Hans), expected);
        }
        assert!(quoted("圖書", DetectedScript::Mixed).is_empty());
        assert!(quoted("圖書", DetectedScript::Unclear).is_empty());
    }

    #[test]
    fn parts_are_lines_of_one_script_and_cover_the_text() {
        let text = "前言\n\n发展图书馆。\n人大\n發展圖書館。\n里\n\n发展图书馆。\n";
        let parts = script_parts(text, DetectedScript::Hans);
        let told: Vec<_> =
            parts.iter().map(|part| (part.script, text.get(part.bytes.clone()).unwrap())).collect();
        let expected = [
            (DetectedScript::Hans, "前言\n\n发展图书馆。\n人大"),
            (DetectedScript::Hant, "發展圖書館。\n里\n"),
            (DetectedScript::Hans, "发展图书馆。"),
        ];
        assert_eq!(told, expected);
        assert_eq!(script_parts("人大", DetectedScript::Hans), []);
    }

    #[test]
    fn a_million_marks_take_no_longer_than_others() {
        let text = "「".repeat(300_000) + "圖" + &"『".repeat(300_000) + &"》」".repeat(300_000);
        assert_eq!(quoted(&text, DetectedScript::Hans).len(), 1);
    }

    proptest! {
        #[test]
        fn lines_are_told_alone_as_in_the_text(lines in proptest::collection::vec("[国國里发發「」“”> 甲]{0,20}", 0..6)) {
            let whole = told(&lines.join("\n"), DetectedScript::Hans);
            let each: Vec<_> = lines.iter().map(|line| told(line, DetectedScript::Hans)).collect();
            prop_assert_eq!(whole, each.join("\n"));
        }
    }
}
