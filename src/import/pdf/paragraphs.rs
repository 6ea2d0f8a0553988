//! Rows become paragraphs again.

use std::collections::{BTreeMap, HashMap};

use super::Rows;
use super::bookmarks::Bookmark;
use super::joining::{Measure, Open, measure};
use super::page::{Row, Table};
use super::running::running;
use super::{cells, spread};
use crate::import::Hints;
use crate::import::hints::{Fitting, Furniture, Heading, Origin};
use crate::import::steps;
use crate::import::writing::Writing;
use crate::text::SourceRange;

/// Fewest rows that say how far a column goes by themselves.
const FEWEST: usize = 5;

/// Most bookmarks of a page that are looked for: each is held against all rows of it.
const MOST_ON_PAGE: usize = 200;

/// What a row is, where a bookmark leads to it.
type Heads<'b> = HashMap<(usize, usize), &'b Bookmark>;

/// The text of the pages, and what is said of it.
pub(super) fn write(mut pages: Vec<Rows>, bookmarks: &[Bookmark]) -> (String, Hints) {
    let running = running(&pages);
    spread::join(&mut pages, &running);
    let heads = heads(&pages, &running, bookmarks);
    let of_all = measure(&pages.iter().flatten().filter(|row| row.is_text()).collect::<Vec<_>>());
    let mut writer = Writer::default();
    for (page, (rows, running)) in pages.iter().zip(&running).enumerate() {
        let is_body =
            |(index, row): (usize, _)| (!running.get(index).copied().unwrap_or(false)).then_some(row);
        let body: Vec<&Row> = rows.iter().enumerate().filter_map(is_body).collect();
        let measures: Vec<Measure> = (0..3)
            .map(|column| {
                let is_own = |row: &&&Row| row.column == column && row.is_text();
                let own: Vec<&Row> = body.iter().filter(is_own).copied().collect();
                match measure(&own) {
                    _ if own.len() < FEWEST => of_all,
                    // What goes over the whole page does so on all.
                    own if column == 0 => own.or_wider(of_all),
                    own => own,
                }
            })
            .collect();
        for (index, row) in rows.iter().enumerate() {
            if running.get(index).copied().unwrap_or(false) {
                writer.running.push(row.text.clone());
                continue;
            }
            if let Some(table) = &row.table {
                writer.table(table);
            }
            if !row.is_text() {
                continue;
            }
            let measure = measures.get(row.column).copied().unwrap_or(of_all);
            writer.add(row, page, measure, heads.get(&(page, index)).copied());
        }
    }
    writer.finish()
}

/// The rows that bookmarks lead to: of those that say what it says the nearest to its place.
fn heads<'b>(pages: &[Rows], running: &[Vec<bool>], bookmarks: &'b [Bookmark]) -> Heads<'b> {
    let mut found = Heads::new();
    let mut of_page: BTreeMap<usize, Vec<&Bookmark>> = BTreeMap::new();
    for bookmark in bookmarks {
        of_page.entry(bookmark.page).or_default().push(bookmark);
    }
    for (page, bookmarks) in of_page {
        let (Some(rows), Some(running)) = (pages.get(page), running.get(page)) else { continue };
        let body = rows.iter().zip(running).enumerate().filter(|(_, (_, is_running))| !**is_running);
        let said = body.map(|(index, (row, _))| (index, row, plain(&row.text)));
        let said: Vec<_> = said.filter(|(_, _, said)| !said.is_empty()).collect();
        for bookmark in bookmarks.into_iter().take(MOST_ON_PAGE) {
            let title = plain(&bookmark.title);
            let distance = |row: &Row| bookmark.top.map_or(row.across, |top| (row.across - top).abs());
            steps::count(said.len());
            let same = said.iter().filter(|(index, _, said)| {
                !title.is_empty()
                    && (title.starts_with(said) || said.starts_with(&title))
                    && !found.contains_key(&(page, *index))
            });
            let best = same.min_by(|(_, a, _), (_, b, _)| distance(a).total_cmp(&distance(b)));
            if let Some((index, ..)) = best {
                found.insert((page, *index), bookmark);
            }
        }
    }
    found
}

/// Letters and digits: what is compared.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Writes paragraphs from rows.
#[derive(Default)]
struct Writer<'r> {
    writing: Writing,
    /// The paragraph that is put together.
    open: Open<'r>,
    /// Its bookmark.
    bookmark: Option<&'r Bookmark>,
    /// Running heads and feet that stand within it.
    running: Vec<String>,
}

impl<'r> Writer<'r> {
    fn add(&mut self, row: &'r Row, page: usize, measure: Measure, bookmark: Option<&'r Bookmark>) {
        let goes_on = bookmark.is_none() && self.goes_on_with(row, page, measure);
        if !goes_on {
            self.end_paragraph();
            self.bookmark = bookmark;
        }
        self.open.add(row, page, measure);
    }

    fn table(&mut self, table: &Table) {
        self.end_paragraph();
        cells::write(table, &mut self.writing);
    }

    /// Whether `row` belongs to the paragraph that is put together.
    fn goes_on_with(&self, row: &Row, page: usize, measure: Measure) -> bool {
        let Some(bookmark) = self.bookmark else { return self.open.goes_on_with(row, page, measure) };
        // A heading goes on until it has said what its bookmark does.
        let (said, title) = (plain(&self.open.text), plain(&bookmark.title));
        steps::count(said.len() + title.len());
        let more = said.clone() + &plain(&row.text);
        said.len() < title.len() && title.starts_with(&more)
    }

    fn end_paragraph(&mut self) {
        let start = self.writing.at();
        let text = self.open.take();
        if !text.is_empty() {
            self.writing.push(&text);
            let range = self.writing.since(start);
            if let Some(bookmark) =
                self.bookmark.take().filter(|bookmark| is_heading(self.writing.slice(range), bookmark))
            {
                let heading = Heading { range, level: bookmark.level, origin: Origin::Contents };
                self.writing.hints.headings.push(heading);
            }
            self.writing.end_paragraph();
        }
        let start = self.writing.at();
        for row in std::mem::take(&mut self.running) {
            self.writing.push(&row);
            self.writing.end_paragraph();
        }
        let range = SourceRange::new(start, self.writing.at().saturating_sub(1));
        if !range.is_empty() {
            self.writing.hints.furniture.push(Furniture { range, kind: Fitting::Running });
        }
    }

    fn finish(mut self) -> (String, Hints) {
        self.end_paragraph();
        self.writing.finish()
    }
}

/// Whether a paragraph is the heading that a bookmark names, and not one that only begins with its words.
fn is_heading(text: &str, bookmark: &Bookmark) -> bool {
    let (said, title) = (plain(text).chars().count(), plain(&bookmark.title).chars().count());
    said <= title + title.div_ceil(2) + 4
}
