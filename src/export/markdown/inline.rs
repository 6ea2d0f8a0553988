//! What stands in a line of Markdown: text with emphasis, links and references to footnotes.
//!
//! Emphasis holds only where its marks stand right: `**` opens before a letter, or behind white space or a mark. Marks of
//! punctuation at the ends of what is emphasised, where they would keep it from opening or closing, stay outside.

use super::super::{RichText, Run, StandsFor};
use super::{escape_into, escape_start};

/// What stands between marks that would be others if they touched.
pub(super) const APART: &str = "<!-- -->";

/// Appends a line; `is_first`: it is the first of its paragraph.
pub(super) fn line_into(out: &mut String, text: &RichText<'_>, is_first: bool) {
    let parts = parts(text);
    let (mut link, mut was_emphasised, mut was_note) = (None, false, false);
    for (index, part) in parts.iter().enumerate() {
        let next = part.link.filter(|_| !matches!(part.stands_for, StandsFor::Note(_)));
        let is_emphasised = part.bold || part.italic;
        if was_note && (next.is_some() || part.text.starts_with(['(', ':'])) {
            // `[^1]` would be the words of a link, or begin a footnote.
            out.push_str(APART);
        }
        was_note = matches!(part.stands_for, StandsFor::Note(_));
        if next != link {
            close_link(out, link);
            out.push_str(next.map_or("", |_| "["));
            link = next;
        } else if is_emphasised && was_emphasised {
            // Marks that touch would be one.
            out.push_str(APART);
        }
        was_emphasised = is_emphasised;
        if let StandsFor::Note(number) = part.stands_for {
            out.extend(["[^", &number.to_string(), "]"]);
            continue;
        }
        let marks = match (part.bold, part.italic) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let begins_line = is_first && index == 0 && marks.is_empty() && link.is_none();
        let rest = if begins_line { escape_start(out, part.text) } else { part.text };
        out.push_str(marks);
        escape_into(out, rest);
        out.push_str(marks);
    }
    close_link(out, link);
}

fn close_link(out: &mut String, link: Option<&str>) {
    let Some(address) = link else { return };
    out.push_str("](<");
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push_str(">)");
}

/// The parts of a line, emphasised only where emphasis holds.
fn parts<'t>(text: &'t RichText<'_>) -> Vec<Run<'t>> {
    let runs = text.runs();
    let mut parts: Vec<Run<'t>> = Vec::with_capacity(runs.len());
    for (index, run) in runs.iter().enumerate() {
        if !run.bold && !run.italic || matches!(run.stands_for, StandsFor::Note(_)) {
            parts.push(*run);
            continue;
        }
        // A mark of Markdown is one of punctuation.
        let is_marked = |run: &Run<'_>| {
            run.bold || run.italic || run.link.is_some() || matches!(run.stands_for, StandsFor::Note(_))
        };
        let before = index.checked_sub(1).and_then(|before| runs.get(before));
        let opens_free = match before {
            Some(before) if is_marked(before) || before.link != run.link => true,
            Some(before) => before.text.chars().next_back().is_none_or(is_apart),
            None => true,
        };
        let closes_free = match runs.get(index + 1) {
            Some(after) if is_marked(after) || after.link != run.link => true,
            Some(after) => after.text.chars().next().is_none_or(is_apart),
            None => true,
        };
        let stays_out = |is_free: bool| move |c: char| c.is_whitespace() || !is_free && !c.is_alphanumeric();
        let from_start = run.text.trim_start_matches(stays_out(opens_free));
        let inner = from_start.trim_end_matches(stays_out(closes_free));
        let head = run.text.strip_suffix(from_start).unwrap_or_default();
        let tail = from_start.strip_prefix(inner).unwrap_or_default();
        let plain = Run { bold: false, italic: false, ..*run };
        let three = [Run { text: head, ..plain }, Run { text: inner, ..*run }, Run { text: tail, ..plain }];
        parts.extend(three.into_iter().filter(|part| !part.text.is_empty()));
    }
    parts
}

/// Whether emphasis may begin behind a character, or end before it, with a mark of punctuation.
fn is_apart(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
}

#[cfg(test)]
mod tests {
    use super::super::super::pieces::marked;
    use super::*;

    #[test]
    fn marks_stand_where_they_hold() {
        for (text, written) in [
            ("a*甲*b", "a**甲**b"),
            ("甲*重點：*乙", "甲**重點**：乙"),
            ("*重點：*", "**重點：**"),
            ("*「重」*點", "**「重**」點"),
            ("甲 *「重」*，點", "甲 **「重」**，點"),
            ("甲*，*乙", "甲，乙"),
            ("*1. 甲*乙", "**1. 甲**乙"),
            ("*-*乙", r"\-乙"),
        ] {
            let mut out = String::new();
            line_into(&mut out, &marked(text), true);
            assert_eq!(out, written, "{text}");
        }
    }
}
