//! What stands in XML and HTML for the characters of a text.

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
