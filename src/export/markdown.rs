//! Markdown: headings by level, paragraphs between blank lines, and every character that could turn into markup
//! escaped, for `CommonMark`, GitHub and pandoc alike.

use super::pieces::empty_row;
use super::{Item, Note, Piece, Table};

mod inline;
mod lists;

use inline::line_into;
use lists::Lists;

/// Markdown knows six levels; deeper headings share the last.
const DEEPEST: u8 = 6;

/// The pieces as Markdown.
pub(super) fn render<'a>(pieces: impl Iterator<Item = Piece<'a>>) -> String {
    let mut out = String::new();
    let mut lists = Lists::default();
    for piece in pieces {
        if let Some(item) = piece.listed() {
            lists.item_into(&mut out, &item);
            continue;
        }
        lists.end();
        if !out.is_empty() {
            out.push('\n');
        }
        match &piece {
            Piece::Heading(heading) => {
                out.extend((0..heading.level.clamp(1, DEEPEST)).map(|_| '#'));
                out.push(' ');
                line_into(&mut out, &heading.text, false);
            }
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => {
                line_into(&mut out, text, true);
            }
            Piece::Table(table) => {
                table_into(&mut out, table);
                continue;
            }
            Piece::Note(note) => {
                note_into(&mut out, note);
                continue;
            }
        }
        out.push('\n');
    }
    out
}

/// Appends a footnote: its further paragraphs are indented.
fn note_into(out: &mut String, note: &Note<'_>) {
    out.extend(["[^", &note.number.to_string(), "]: "]);
    for (index, text) in note.paragraphs.iter().enumerate() {
        out.push_str(if index > 0 { "\n\n    " } else { "" });
        line_into(out, text, true);
    }
    out.push('\n');
}

/// Appends a table: its first row is its head, an empty one where it has none.
fn table_into(out: &mut String, table: &Table<'_>) {
    let head = if table.heads == 0 { empty_row(table.columns) } else { Vec::new() };
    for (index, row) in Some(&head).filter(|head| !head.is_empty()).into_iter().chain(&table.rows).enumerate()
    {
        for slot in row {
            out.push_str("| ");
            for (number, text) in slot.text.iter().enumerate() {
                out.push_str(if number > 0 { "<br>" } else { "" });
                line_into(out, text, false);
            }
            out.push_str(&" |".repeat(slot.columns - 1));
            out.push(' ');
        }
        out.push_str("|\n");
        if index == 0 {
            out.push_str(&"| --- ".repeat(table.columns));
            out.push_str("|\n");
        }
    }
}

/// Escapes what means something at the start of a line only, and returns the rest of `text`.
fn escape_start<'a>(out: &mut String, text: &'a str) -> &'a str {
    // Bullets and rules, quotations, definitions, a title block.
    if let Some(rest) = text.strip_prefix(['-', '+', '>', ':', '%']) {
        out.push('\\');
        out.push_str(text.strip_suffix(rest).unwrap_or_default());
        return rest;
    }
    // List numbers: `1.`, `1)`, and pandoc's `(1)`, `a.`, `iv)`.
    let inner = text.strip_prefix('(').unwrap_or(text);
    let number = inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    if number.len() < inner.len() && number.starts_with(['.', ')']) {
        out.push_str(text.strip_suffix(number).unwrap_or_default());
        out.push('\\');
        let rest = number.strip_prefix(['.', ')']).unwrap_or_default();
        out.push_str(number.strip_suffix(rest).unwrap_or_default());
        return rest;
    }
    text
}

/// Appends `text` with a backslash before every character that means something anywhere in a line.
fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '&' | '#' | '|' | '~' | '^' | '$' | '@'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> String {
        render([Piece::Paragraph(text.into())].into_iter())
    }

    #[test]
    fn nothing_in_a_paragraph_turns_into_markup() {
        for (text, expected) in [
            ("# 號", r"\# 號"),
            ("1. 其一", r"1\. 其一"),
            ("(2) 其二", r"(2\) 其二"),
            ("iv) 其四", r"iv\) 其四"),
            ("- 甲", r"\- 甲"),
            ("---", r"\---"),
            ("> 引文", r"\> 引文"),
            (": 釋", r"\: 釋"),
            ("*強* _調_ `碼` [鏈](a) <b> &amp; a|b ~刪~ $x$", {
                r"\*強\* \_調\_ \`碼\` \[鏈\](a) \<b> \&amp; a\|b \~刪\~ \$x\$"
            }),
            ("一、甲,乙(丙).丁-戊", "一、甲,乙(丙).丁-戊"),
            ("2026年", "2026年"),
        ] {
            assert_eq!(paragraph(text), format!("{expected}\n"));
        }
    }
}
