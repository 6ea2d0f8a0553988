//! What stands in XML and HTML for the characters of a text.

use super::Table;

/// What stands in XML and HTML for a character: itself, a blank for white space that they cannot hold, U+FFFD for
/// what else they cannot hold.
pub(super) const fn in_xml(c: char) -> char {
    match c {
        '\x0b' | '\x0c' => ' ',
        '\0'..='\x08' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Appends the text as XML and HTML have it, between tags and in attributes.
pub(super) fn escape_into(out: &mut String, text: &str) {
    for c in text.chars().map(in_xml) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// The text as XML and HTML have it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// HTML knows six levels; deeper headings share the last.
const DEEPEST: u8 = 6;

/// Appends a heading of HTML that links lead to as `id`; deep ones say their own level to assistive technology.
pub(super) fn heading_into(out: &mut String, level: u8, id: &str, text: &str) {
    let tag = level.clamp(1, DEEPEST).to_string();
    out.extend(["<h", &tag, " id=\"", id, "\""]);
    if level > DEEPEST {
        out.extend([" aria-level=\"", &level.to_string(), "\""]);
    }
    out.push('>');
    escape_into(out, text);
    out.extend(["</h", &tag, ">\n"]);
}

/// Appends a paragraph of HTML.
pub(super) fn paragraph_into(out: &mut String, text: &str) {
    out.push_str("<p>");
    escape_into(out, text);
    out.push_str("</p>\n");
}

/// Appends a table of HTML.
pub(super) fn table_into(out: &mut String, table: &Table<'_>) {
    out.push_str("<table>\n");
    for (index, row) in table.rows.iter().enumerate() {
        let tag = if index < table.heads { "th" } else { "td" };
        out.push_str("<tr>");
        for slot in row.iter().filter(|slot| !slot.is_below()) {
            out.extend(["<", tag]);
            for (name, count) in [("colspan", slot.columns), ("rowspan", slot.rows)] {
                if count > 1 {
                    out.extend([" ", name, "=\"", &count.to_string(), "\""]);
                }
            }
            out.push('>');
            for (number, text) in slot.text.iter().enumerate() {
                out.push_str(if number > 0 { "<br/>" } else { "" });
                escape_into(out, text);
            }
            out.extend(["</", tag, ">"]);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}
