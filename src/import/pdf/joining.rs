//! How rows are joined to paragraphs.

use super::glyphs::{Way, to_f32};
use super::page::Row;
use crate::import::wide::is_wide;
use crate::import::{is_digit, is_numbered};

/// How far an item stands in below its mark, in sizes of the font, and what such marks are besides numbers.
const HANGING: (f32, f32) = (0.8, 5.0);
const BULLETS: &str = "•·●○■□◆◇▪-–—*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// What leads to the number of a page, and how many of them do at least.
const LEADER: &str = ".…·•‥．";
const FEWEST_DOTS: usize = 3;

/// Fewest rows that say by themselves where rows end.
const FEWEST_FULL: usize = 3;

/// What ends a paragraph, or an item of a list.
pub(super) const ENDS: [char; 6] = ['。', '；', '：', '！', '？', ';'];

/// How far the rows of a column go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub(super) left: f32,
    pub(super) right: f32,
    /// From one row to the next.
    pub(super) leading: f32,
    /// Whether enough rows end there.
    pub(super) is_sure: bool,
}

impl Measure {
    /// As far to the right as `other`, where the rows themselves do not say how far they may go.
    pub(super) fn or_wider(self, other: Self) -> Self {
        if self.is_sure { self } else { Self { right: self.right.max(other.right), ..self } }
    }
}

/// How far rows go: where at least a fifth of them begin, and where nearly the longest ends.
pub(super) fn measure(rows: &[&Row]) -> Measure {
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
    let right = share(&ends, 95);
    let full = rows.iter().filter(|row| row.end > right - row.size).count();
    Measure {
        left: left.unwrap_or_else(|| share(&starts, 0)),
        right,
        leading: share(&steps, 50),
        is_sure: full >= many.max(FEWEST_FULL),
    }
}

/// A paragraph that is put together.
#[derive(Default)]
pub(super) struct Open<'r> {
    pub(super) text: String,
    /// Its last row, with its page.
    last: Option<(&'r Row, usize, Measure)>,
    /// How far its rows below the first are set in, where that begins with the mark of an item.
    hanging: Option<f32>,
}

impl<'r> Open<'r> {
    /// Adds a row of the paragraph.
    pub(super) fn add(&mut self, row: &'r Row, page: usize, measure: Measure) {
        if self.hangs(row, page) {
            self.hanging = Some(row.start - measure.left);
        }
        join(&mut self.text, &row.text);
        self.last = Some((row, page, measure));
    }

    /// Ends the paragraph: its text.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(self).text
    }

    /// Whether `row` belongs to the paragraph.
    pub(super) fn goes_on_with(&self, row: &Row, page: usize, measure: Measure) -> bool {
        let Some((last, last_page, last_measure)) = self.last else { return false };
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
    let behind = row.strip_prefix('第').map(|rest| rest.trim_start_matches(is_digit));
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
