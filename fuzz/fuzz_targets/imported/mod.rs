//! What holds for any file of any format.

use gangmu::import::{Format, Options, import};
use gangmu::text::{SourceOffset, SourceRange};

/// Most bytes that a file may unfold to here.
const MOST_BYTES: usize = 1 << 22;

/// Reads `bytes` and looks at the hints.
pub(crate) fn check(bytes: &[u8], format: Format) {
    let options = Options { most_bytes: MOST_BYTES, ..Options::default() };
    let Ok(read) = import(bytes.to_vec(), format, &options) else { return };
    let (text, hints) = (&read.decoded.text, &read.hints);
    let in_order = |ranges: &mut dyn Iterator<Item = SourceRange>| {
        let mut end = SourceOffset::default();
        for range in ranges {
            assert!(range.start >= end && text.get(range.start.get()..range.end.get()).is_some(), "{range:?}");
            end = range.end;
        }
    };
    in_order(&mut hints.headings.iter().map(|hint| hint.range));
    in_order(&mut hints.numbers.iter().copied());
    in_order(&mut hints.items.iter().map(|hint| hint.range));
    in_order(&mut hints.tables.iter().map(|hint| hint.range));
    in_order(&mut hints.images.iter().map(|hint| hint.range));
    in_order(&mut hints.links.iter().map(|hint| hint.range));
    in_order(&mut hints.emphasis.iter().map(|hint| hint.range));
    in_order(&mut hints.furniture.iter().map(|hint| hint.range));
    for table in &hints.tables {
        in_order(&mut table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.range));
    }
}
