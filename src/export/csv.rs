//! The outline as a table (RFC 4180): the sections and points that are chosen, one a row.
//!
//! ```csv
//! address,level,marker,title,characters
//! 3.2,2,二、,加強領導,1204
//! 4#2,2,二是,建好水渠,6
//! 0,1,,,35
//! ```
//!
//! `address` is what `gangmu export --sections` accepts; `characters` is how many the section's heading and own text
//! have without blanks. The table begins with a byte order mark, without which spreadsheets take it for GBK. They also
//! compute what begins as a formula does, in ASCII or full-width, wherever it comes from: before such a text stands an
//! apostrophe, by which they take it for a text.

use super::{Options, Piece, entries};
use crate::document::Document;
use crate::text::is_blank;

const HEAD: &str = "\u{feff}address,level,marker,title,characters\r\n";

/// The pieces as a table.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    document: &'a Document,
    options: &Options<'_>,
) -> String {
    let mut table = HEAD.to_owned();
    entries::each(pieces, document, options, |entry| {
        let texts = entry.heading.iter().chain(&entry.paragraphs);
        let count: usize = texts.map(|text| text.chars().filter(|c| !is_blank(*c)).count()).sum();
        let (level, count) = (entry.level.to_string(), count.to_string());
        let fields = [&*entry.address, &level, &entry.marker, &entry.title, &count];
        table.push_str(&fields.map(field).join(","));
        table.push_str("\r\n");
    });
    table
}

/// A field of the table.
fn field(text: &str) -> String {
    let begins = text.trim_start_matches(|c: char| is_blank(c) || c.is_control());
    let computes = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let apart = if computes || text.starts_with(['\t', '\r']) { "'" } else { "" };
    let quoted = text.contains(['"', ',', '\r', '\n']);
    if quoted { format!("\"{apart}{}\"", text.replace('"', "\"\"")) } else { format!("{apart}{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_the_table_or_is_computed_from_it() {
        for (text, written) in [
            ("修渠", "修渠"),
            ("天,地", "\"天,地\""),
            ("天\"地\"", "\"天\"\"地\"\"\""),
            ("天\n地", "\"天\n地\""),
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("＝HYPERLINK(\"x\",1)", "\"'＝HYPERLINK(\"\"x\"\",1)\""),
            ("\t=1", "'\t=1"),
            ("—1", "—1"),
            ("3.2", "3.2"),
        ] {
            assert_eq!(field(text), written);
        }
    }
}
