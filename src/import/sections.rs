//! Sections that the program has exported as JSON: headings and paragraphs as they were.

use serde::Deserialize;

use super::hints::{Cell, Row, Table};
use super::writing::Writing;
use super::{Format, Imported, Options};
use crate::decode::{self, Decoded};
use crate::text::SourceRange;

/// What such a file begins with, and what stands in its first line.
const HEAD: (&str, &str) = ("{\"title\":", "\"sections\":[");

/// So many bytes are looked at for that.
const FIRST: usize = 4_096;

#[derive(Deserialize)]
struct Exported {
    title: String,
    sections: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    level: u8,
    /// None of what is exported without one.
    heading: Option<String>,
    #[serde(default)]
    paragraphs: Vec<String>,
    /// Which of them are items of lists, how deep, and their marks.
    #[serde(default)]
    items: Vec<(usize, u8, String)>,
    /// Which of them are rows of tables.
    #[serde(default)]
    rows: Vec<usize>,
}

/// Whether `bytes` look like such a file.
pub(super) fn is_exported(bytes: &[u8]) -> bool {
    let first = bytes.get(..FIRST.min(bytes.len())).unwrap_or_default();
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    line.starts_with(HEAD.0.as_bytes()) && line.ends_with(HEAD.1.as_bytes())
}

/// Reads such a file; any other is a plain text.
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Imported {
    let decoded = decode::decode(bytes, options.encoding);
    let Ok(exported) = serde_json::from_str::<Exported>(&decoded.text) else {
        return Imported::plain(decoded);
    };
    let mut writing = Writing::default();
    for Entry { level, heading, paragraphs, items, rows } in exported.sections {
        if let Some(heading) = heading {
            let start = writing.at();
            writing.push(&heading);
            writing.heading(start, level);
            writing.end_paragraph();
        }
        let (mut items, mut rows) = (items.into_iter().peekable(), rows.into_iter().peekable());
        let mut table = Table::default();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let start = writing.at();
            writing.push(paragraph);
            if rows.next_if(|at| *at == index).is_some() {
                table.rows.push(row(&writing, start));
            } else {
                end_table(&mut writing, &mut table);
            }
            if let Some((_, depth, mark)) = items.next_if(|(at, ..)| *at == index) {
                writing.item(start, depth, mark.len());
            }
            writing.end_paragraph();
        }
        end_table(&mut writing, &mut table);
    }
    let (text, mut hints) = writing.finish();
    (hints.title, hints.is_outlined) = (exported.title, true);
    Imported { decoded: Decoded { text, ..decoded }, hints, format: Format::Json, ..Imported::default() }
}

/// The row that was written since `start`: a cell up to each tab.
fn row(writing: &Writing, start: usize) -> Row {
    let text = writing.slice(SourceRange::new(start, writing.at()));
    let mut end = start;
    let cell = |(column, text): (usize, &str)| {
        let from = end;
        end += text.len() + 1;
        let range = SourceRange::new(from, from + text.len());
        Cell {
            range,
            column: u16::try_from(column).unwrap_or(u16::MAX),
            columns: 1,
            rows: 1,
            breaks: Vec::new(),
        }
    };
    Row { cells: text.split('\t').enumerate().map(cell).collect() }
}

/// Ends the table, if there is one.
fn end_table(writing: &mut Writing, table: &mut Table) {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.range);
    if let Some(first) = cells.next() {
        let last = cells.next_back().unwrap_or(first);
        let range = SourceRange { start: first.start, end: last.end };
        writing.hints.tables.push(Table { range, ..std::mem::take(table) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "{\"title\":\"講話\",\"language\":\"zh\",\"sections\":[\n\
        {\"kind\":\"preamble\",\"level\":1,\"paragraphs\":[\"同志們：\"]},\n\
        {\"level\":2,\"heading\":\"一、備耕\",\"paragraphs\":[\"抓緊。\",\"a. 犁\",\"一、日\\t月\",\"\\t二\"],\"items\":[[1,1,\"a. \"]],\"rows\":[2,3]}\n]}\n";

    #[test]
    fn sections_come_back_with_their_levels() {
        assert!(is_exported(FILE.as_bytes()));
        let read = import(FILE.as_bytes().to_vec(), &Options::default());
        assert_eq!(read.decoded.text, "同志們：\n一、備耕\n抓緊。\na. 犁\n一、日\t月\n\t二\n");
        let [table] = read.hints.tables.as_slice() else { panic!("{:?}", read.hints.tables) };
        let cells =
            table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.range.slice(&read.decoded.text));
        assert_eq!(cells.collect::<Vec<_>>(), ["一、日", "月", "", "二"]);
        assert_eq!(table.range.slice(&read.decoded.text), "一、日\t月\n\t二");
        let [item] = read.hints.items.as_slice() else { panic!("{:?}", read.hints.items) };
        let marks = read.hints.numbers.iter().map(|number| number.slice(&read.decoded.text));
        assert_eq!((item.range.slice(&read.decoded.text), item.depth, item.is_numbered), ("a. 犁", 1, true));
        assert_eq!(marks.collect::<Vec<_>>(), ["a. "]);
        let headings: Vec<_> =
            read.hints.headings.iter().map(|h| (h.range.slice(&read.decoded.text), h.level)).collect();
        assert_eq!((headings, read.hints.title.as_str()), (vec![("一、備耕", 2)], "講話"));
    }

    #[test]
    fn other_data_and_damaged_ones_are_plain_texts() {
        for other in ["{}", "{\"title\":1}", "[1]", "綱目"] {
            assert!(!is_exported(other.as_bytes()), "{other}");
        }
        let cut = FILE.strip_suffix("}\n]}\n").unwrap();
        assert!(is_exported(cut.as_bytes()));
        let read = import(cut.as_bytes().to_vec(), &Options::default());
        assert_eq!((read.format, read.decoded.text.as_str()), (Format::Text, cut));
    }
}
