//! Rows become paragraphs again.

use std::collections::{BTreeMap, HashMap};

use super::Rows;
use super::bookmarks::Bookmark;
use super::glyphs::{Way, to_f32};
use super::rows::Row;
use super::running::running;
use crate::import::Hints;
use crate::import::hints::{Fitting, Furniture, Heading, Origin};
use crate::import::is_numbered;
use crate::import::steps;
use crate::import::wide::is_wide;
use crate::import::writing::Writing;
use crate::text::SourceRange;

/// Fewest rows that say how far a column goes by themselves.
const FEWEST: usize = 5;

/// Most bookmarks of a page that are looked for: each is held against all rows of it.
const MOST_ON_PAGE: usize = 200;

/// How far an item stands in below its mark, in sizes of the font, and what such marks are besides numbers.
const HANGING: (f32, f32) = (0.8, 5.0);
const BULLETS: &str = "•·●○■□◆◇▪-–—*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// What leads to the number of a page, and how many of them do at least.
const LEADER: &str = ".…·•‥．";
const FEWEST_DOTS: usize = 3;

/// What ends a paragraph, or an item of a list.
const ENDS: [char; 6] = ['。', '；', '：', '！', '？', ';'];

/// What a row is, where a bookmark leads to it.
type Heads<'b> = HashMap<(usize, usize), &'b Bookmark>;

/// How far the rows of a column go.
#[derive(Clone, Copy, Debug)]
struct Measure {
    left: f32,
    right: f32,
    /// From one row to the next.
    leading: f32,
}

/// The text of the pages, and what is said of it.
pub(super) fn write(pages: &[Rows], bookmarks: &[Bookmark]) -> (String, Hints) {
    let running = running(pages);
    let heads = heads(pages, &running, bookmarks);
    let of_all = measure(&pages.iter().flatten().collect::<Vec<_>>());
    let mut writer = Writer::default();
    for (page, (rows, running)) in pages.iter().zip(&running).enumerate() {
        let is_body =
            |(index, row): (usize, _)| (!running.get(index).copied().unwrap_or(false)).then_some(row);
        let body: Vec<&Row> = rows.iter().enumerate().filter_map(is_body).collect();
        let measures: Vec<Measure> = (0..3)
            .map(|column| {
                let own: Vec<&Row> = body.iter().filter(|row| row.column == column).copied().collect();
                if own.len() < FEWEST { of_all } else { measure(&own) }
            })
            .collect();
        for (index, row) in rows.iter().enumerate() {
            if running.get(index).copied().unwrap_or(false) {
                writer.running.push(row.text.clone());
                continue;
            }
            let measure = measures.get(row.column).copied().unwrap_or(of_all);
            writer.add(row, page, measure, heads.get(&(page, index)).copied());
        }
    }
    writer.finish()
}

/// How far rows go: where at least a fifth of them begin, and where nearly the longest ends.
fn measure(rows: &[&Row]) -> Measure {
    let mut starts: Vec<f32> = rows.iter().map(|row| row.start).collect();
    let mut ends: Vec<f32> = rows.iter().map(|row| row.end).collect();
    let mut steps: Vec<f32> = rows
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b.across > a.across => Some(b.across - a.across),
            _ => None,
        })
        .collect();
    for list in [&mut starts, &mut ends, &mut steps] {
        list.sort_by(f32::total_cmp);
    }
    let share = |list: &[f32], percent: usize| {
        let index = list.len() * percent / 100;
        list.get(index.min(list.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    let many = rows.len().div_ceil(5);
    let left = starts.windows(many.max(1)).find_map(|window| {
        let (first, last) = (window.first()?, window.last()?);
        (last - first < 4.0).then_some(*first)
    });
    Measure {
        left: left.unwrap_or_else(|| share(&starts, 0)),
        right: share(&ends, 95),
        leading: share(&steps, 50),
    }
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
    text: String,
    /// Its bookmark.
    bookmark: Option<&'r Bookmark>,
    /// Its last row, with its page.
    last: Option<(&'r Row, usize, Measure)>,
    /// How far its rows below the first are set in, where that begins with the mark of an item.
    hanging: Option<f32>,
    /// Running heads and feet that stand within it.
    running: Vec<String>,
}

impl<'r> Writer<'r> {
    fn add(&mut self, row: &'r Row, page: usize, measure: Measure, bookmark: Option<&'r Bookmark>) {
        let goes_on = bookmark.is_none() && self.goes_on_with(row, page, measure);
        if !goes_on {
            self.end_paragraph();
            self.bookmark = bookmark;
        } else if self.hangs(row, page) {
            self.hanging = Some(row.start - measure.left);
        }
        join(&mut self.text, &row.text);
        self.last = Some((row, page, measure));
    }

    /// Whether `row` belongs to the paragraph that is put together.
    fn goes_on_with(&self, row: &Row, page: usize, measure: Measure) -> bool {
        let Some((last, last_page, last_measure)) = self.last else { return false };
        if let Some(bookmark) = self.bookmark {
            // A heading goes on until it has said what its bookmark does.
            let (said, title) = (plain(&self.text), plain(&bookmark.title));
            steps::count(said.len() + title.len());
            let more = said.clone() + &plain(&row.text);
            return said.len() < title.len() && title.starts_with(&more);
        }
        let size = last.size.max(row.size);
        let is_same = last.way == row.way && (last.size - row.size).abs() < 0.12 * size;
        if !is_same || row.way != Way::Right && row.way != Way::Columns {
            return false;
        }
        // A row that ends early is the last of its paragraph: the next character, or the next word, had room in it.
        let word = row.text.split(|c| c == ' ' || is_wide(c)).next().unwrap_or_default();
        let width = (row.end - row.start) / to_f32(row.text.chars().count().max(1));
        let is_spaced = !word.is_empty();
        let room = if is_spaced { width * to_f32(word.chars().count() + 1) } else { 2.2 * size };
        let is_full = last.end + room > last_measure.right;
        // The first row of a paragraph is set in, or the others are.
        let indent = row.start - measure.left;
        let last_indent = last.start - last_measure.left;
        let is_moved = indent > 0.8 * size && (indent - last_indent).abs() > 0.5 * size;
        let is_set_in = is_moved && !self.hangs(row, page);
        let is_set_out = (last_indent > 3.0 * size && indent < 0.5 * size)
            || self.hanging.is_some_and(|hanging| indent < hanging - 0.5 * size);
        let is_next = page != last_page || row.column != last.column || {
            let step = row.across - last.across;
            step > 0.0 && step < 1.45 * measure.leading.max(size)
        };
        is_full && !is_set_in && !is_set_out && is_next && !begins_anew(&last.text, &row.text)
    }

    /// Whether `row` is the second of an item that stands in below the mark of the first.
    fn hangs(&self, row: &Row, page: usize) -> bool {
        let Some((first, first_page, _)) = self.last else { return false };
        let is_first =
            self.text.len() == first.text.len() && page == first_page && row.column == first.column;
        let inset = row.start - first.start;
        is_first
            && (HANGING.0 * first.size..HANGING.1 * first.size).contains(&inset)
            && (is_numbered(&first.text) || first.text.starts_with(|c| BULLETS.contains(c)))
            && !first.text.ends_with(['。', '；', '：', '！', '？'])
    }

    fn end_paragraph(&mut self) {
        self.hanging = None;
        let start = self.writing.at();
        if !self.text.is_empty() {
            self.writing.push(&std::mem::take(&mut self.text));
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

/// Whether a paragraph begins with `row` though the row before fills its line: that is an entry of a list of contents, or ends
/// a sentence and a number follows.
fn begins_anew(before: &str, row: &str) -> bool {
    let entry = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let dots =
        entry.chars().rev().filter(|c| *c != ' ').take_while(|c| LEADER.contains(*c)).take(FEWEST_DOTS);
    let is_entry = entry.len() < before.len() && dots.count() == FEWEST_DOTS;
    is_entry || before.ends_with(ENDS) && (is_numbered(row) || is_provision(row))
}

/// Whether `row` begins with 第一条 or its like.
fn is_provision(row: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百千〇零".contains(c);
    let behind = row.strip_prefix('第').map(|rest| rest.trim_start_matches(number));
    behind.is_some_and(|behind| behind.starts_with(['条', '條', '章', '节', '節']))
}

/// Adds a row to a paragraph: without a blank beside Chinese, with a broken word mended.
fn join(text: &mut String, row: &str) {
    let (Some(before), Some(after)) = (text.chars().next_back(), row.chars().next()) else {
        text.push_str(row);
        return;
    };
    let is_broken = matches!(before, '-' | '\u{2010}' | '\u{ad}') && after.is_lowercase();
    let letter = text.chars().rev().nth(1);
    if is_broken && letter.is_some_and(char::is_lowercase) {
        text.pop();
    } else if !is_wide(before) && !is_wide(after) && before != '-' {
        text.push(' ');
    }
    text.push_str(row);
}
