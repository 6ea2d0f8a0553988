//! File names for the parts of a split export.

use super::{Format, Split};
use crate::block::joined;
use crate::document::Document;
use crate::text::is_blank;

/// Longest name in characters without number and extension; 60 characters of Chinese stay below the 255 bytes
/// that file systems allow.
const LONGEST: usize = 60;

/// Name for the file `split`, the `number`th of `count` (1-based; 0 for what stands before the first section): its
/// number, so that names differ and sort, and its heading, or first line where it has none, without what file systems
/// forbid.
pub fn file_name(
    document: &Document,
    split: Split,
    (number, count): (usize, usize),
    format: Format,
    convert: Option<super::Converted<'_>>,
) -> String {
    let text = document.text();
    let heading = match split {
        Split::Section(id) => document.outline().shown_heading(id, text),
        Split::Preamble => {
            let first = document.blocks_in(document.preamble()).first();
            first.map(|block| joined(block.range.slice(text))).unwrap_or_default()
        }
    };
    let heading = convert.map_or_else(|| heading.to_string(), |convert| convert(&heading));
    let digits = count.to_string().len();
    let name = safe(&heading);
    let blank = if name.is_empty() { "" } else { " " };
    format!("{number:0digits$}{blank}{name}.{}", format.extension())
}

/// `heading` without characters that a file system forbids or that would hide the name, cut to length.
fn safe(heading: &str) -> String {
    let kept: String = heading
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .take(LONGEST)
        .collect();
    // Windows drops closing dots and blanks.
    kept.trim_matches(|c| is_blank(c) || c == '.').to_owned()
}

/// Marks that order or join text and are not seen.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_a_file_system_forbids() {
        assert_eq!(safe("一、甲/乙:丙?"), "一、甲_乙_丙_");
        assert_eq!(safe("../..\u{202e}\u{7}x. "), "_..x");
        assert_eq!(safe(&"綱".repeat(500)).len(), 180);
    }
}
