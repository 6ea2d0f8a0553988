//! The contents of a book, which name its headings and the places where they stand.

use std::collections::{HashMap, HashSet};

use dom_query::Document;
use rbook::Epub;
use rbook::epub::toc::EpubTocEntry;

use crate::import::hints::{Heading, Origin};
use crate::import::lines::Lines;

/// Lines after the place of an entry among which its heading is looked for.
const NEAR: usize = 4;

/// How far they may be, in bytes.
const FAR: usize = 1000;

/// Characters at the beginning of a page among which its heading is looked for.
const HEAD: usize = 600;

/// Longest line, in characters, that is a heading because an entry leads to it.
const LONGEST: usize = 40;

/// The contents of a book, in its order.
pub(super) struct Contents {
    entries: Vec<Entry>,
    /// Which entry leads to a whole page, by its path.
    pages: HashMap<String, usize>,
}

struct Entry {
    label: String,
    /// The place, as addresses of the book name it.
    place: String,
    level: u8,
}

impl Contents {
    pub(super) fn of(book: &Epub) -> Self {
        let root = book.toc().contents();
        let mut entries: Vec<Entry> = root
            .iter()
            .flat_map(EpubTocEntry::flatten)
            .filter_map(|entry| {
                let href = entry.href()?;
                let place = super::parts::resolve("", href.as_str());
                let label = entry.label().split_whitespace().collect::<Vec<_>>().join(" ");
                let level = u8::try_from(entry.depth().max(1)).unwrap_or(u8::MAX);
                (!label.is_empty()).then_some(Entry { label, place, level })
            })
            .collect();
        // The only one, which says what the book is called, names no part of it.
        let title = book.metadata().title().map(|title| plain(title.value()));
        if entries.len() == 1 {
            entries.retain(|only| Some(plain(&only.label)) != title);
        }
        let mut pages = HashMap::new();
        for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.place.contains('#')) {
            pages.entry(entry.place.clone()).or_insert(index);
        }
        Self { entries, pages }
    }

    /// Writes the heading of the page at `path`, where the contents give it one and the page does not say it itself.
    pub(super) fn head(&self, path: &str, page: &Document, lines: &mut Lines) {
        let Some(entry) = self.pages.get(path).and_then(|index| self.entries.get(*index)) else { return };
        let text = page.body().map(|body| body.text().to_string()).unwrap_or_default();
        let head: String = plain(&text).chars().take(HEAD).collect();
        if !head.is_empty() && !head.contains(&plain(&entry.label)) {
            lines.begin_heading(entry.level);
            lines.literal(&entry.label);
            lines.end_heading();
        }
    }

    /// Says which lines of the text are the headings that the contents name. The other headings of a chapter are below it,
    /// as deep as they are by themselves.
    pub(super) fn say(&self, lines: &mut Lines) {
        let mut found = HashMap::new();
        for entry in &self.entries {
            if let Some((start, heading)) = entry.find(lines) {
                found.entry(start).or_insert(heading);
            }
        }
        let named: HashSet<usize> = found.keys().copied().collect();
        let styled = std::mem::take(&mut lines.hints().headings);
        let level_by_style: HashMap<usize, u8> =
            styled.iter().map(|heading| (heading.range.start.get(), heading.level)).collect();
        let mut headings: Vec<Heading> = found.into_values().collect();
        headings.extend(styled.into_iter().filter(|heading| !named.contains(&heading.range.start.get())));
        headings.sort_by_key(|heading| heading.range.start);
        let mut chapter: Option<(u8, u8)> = None;
        for heading in &mut headings {
            let by_style = level_by_style.get(&heading.range.start.get()).copied();
            match (heading.origin, chapter) {
                (Origin::Contents, _) => chapter = Some((heading.level, by_style.unwrap_or(1))),
                (Origin::Style, Some((level, style))) => {
                    heading.level = level.saturating_add(heading.level.saturating_sub(style).max(1));
                }
                (Origin::Style, None) => {}
            }
        }
        lines.hints().headings = headings;
    }
}

impl Entry {
    /// Where its heading begins, and the heading.
    fn find(&self, lines: &Lines) -> Option<(usize, Heading)> {
        let page = self.place.split('#').next().unwrap_or_default();
        let at = lines.place(&self.place).or_else(|| lines.place(page))?;
        let label = plain(&self.label);
        let near: Vec<_> = lines.lines_near(at, FAR).take(NEAR).collect();
        let said = (0..near.len()).find_map(|first| {
            // A heading may stand in two lines: its number, its words.
            let mut joined = String::new();
            let lines = near.iter().skip(first).take_while(|range| {
                joined += &plain(lines.slice(**range));
                label.starts_with(&joined)
            });
            let longest = lines.max_by_key(|range| range.len());
            longest.filter(|_| joined.starts_with(&label) || label == joined)
        });
        let short = near.first().filter(|range| {
            let line = lines.slice(**range);
            let has_words = line.chars().any(char::is_alphabetic);
            let is_cut = line.ends_with(['。', '！', '？', '；', '，', '…', '\u{fffc}']);
            has_words && !is_cut && line.chars().count() <= LONGEST
        });
        let range = *said.or(short)?;
        Some((range.start.get(), Heading { range, level: self.level, origin: Origin::Contents }))
    }
}

/// Letters and digits of a line: what is compared.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
