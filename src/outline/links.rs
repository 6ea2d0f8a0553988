//! Links: the lines of a front table of contents, each with the section that it names.

use std::collections::HashMap;

use super::{Outline, SectionId};
use crate::block::Block;
use crate::text::is_blank;

/// Longest line of a table of contents, in bytes: about 60 Chinese characters.
const LONGEST: usize = 180;
/// Most lines before the first section that are looked at.
const MOST: usize = 2_000;
/// Fewest lines that make a table of contents.
const FEWEST: usize = 3;

/// The blocks before the first section that name a section, by 0-based index, in order.
pub fn links(text: &str, blocks: &[Block], outline: &Outline) -> Vec<(usize, SectionId)> {
    let Some(first) = outline.sections().first() else { return Vec::new() };
    let front = blocks.iter().enumerate().take_while(|(_, block)| block.range().start < first.span.start);
    let mut named: HashMap<String, (usize, Option<SectionId>)> = front
        .filter(|(_, block)| block.range().len() <= LONGEST)
        .take(MOST)
        .map(|(index, block)| (bare(block.range().slice(text)), (index, None)))
        .collect();
    if named.len() < FEWEST {
        return Vec::new();
    }
    for id in outline.ids() {
        let heading = outline.get(id).map(|section| section.heading(text));
        let Some(heading) = heading.filter(|heading| heading.len() <= LONGEST) else { continue };
        if let Some((_, found)) = named.get_mut(&bare(heading.slice(text))) {
            found.get_or_insert(id);
        }
    }
    let mut links: Vec<_> = named.into_values().filter_map(|(index, id)| Some((index, id?))).collect();
    links.sort_unstable();
    if links.len() < FEWEST { Vec::new() } else { links }
}

/// A line without blanks, and without the dots and the page number at its end.
fn bare(line: &str) -> String {
    let page = |c: char| c.is_ascii_digit() || is_blank(c) || "()（）-".contains(c);
    let leader = |c: char| is_blank(c) || "…‥·・.．_—─⋯•".contains(c);
    let head = line.trim_end_matches(page);
    // A number at the end is a page number only behind dots or a blank: 第3 and 篇3 are headings.
    let is_led = head.len() < line.len()
        && (head.ends_with(leader) || line.get(head.len()..).is_some_and(|rest| rest.starts_with(is_blank)));
    let words = if is_led { head.trim_end_matches(leader) } else { line };
    words.chars().filter(|c| !is_blank(*c)).collect()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    #[test]
    fn the_lines_of_a_front_table_lead_to_their_sections() {
        let text = "論文\n\n目錄\n\n一、緣起…………1\n\n二、方法 ……… 3\n\n三、結果 12\n\n\
                    一、緣起\n\n這裡說緣起。\n\n二、方法\n\n這裡說方法。\n\n三、結果\n\n這裡說結果。\n";
        let document = Document::parse(text.as_bytes().to_vec(), None);
        let found: Vec<_> = document
            .links()
            .iter()
            .map(|(block, id)| {
                let line = document.blocks()[*block].range().slice(text);
                format!("{line} → {}", document.outline().get(*id).unwrap().title_text(text))
            })
            .collect();
        assert_eq!(found, ["一、緣起…………1 → 緣起", "二、方法 ……… 3 → 方法", "三、結果 12 → 結果"]);
    }

    #[test]
    fn a_text_without_a_table_has_no_links() {
        let text = "講話集\n\n同志們：\n\n今天很好。\n\n一、甲\n\n甲文。\n\n二、乙\n\n乙文。\n";
        assert_eq!(Document::parse(text.as_bytes().to_vec(), None).links(), []);
    }
}
