//! The rows of the review's list, as data.

use std::ops::Range;

use crate::session::{OpenDocument, Reviewing};

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Row {
    /// The heading of the sure scars, with their count.
    Sure(usize),
    /// The fold of the doubtful scars, with their count.
    Doubtful(usize),
    /// The fold of the choices, with the counts of words and places.
    Choices(usize, usize),
    /// A word that is a choice: the first of its finds and their count.
    Word(usize, usize),
    /// The find of that 0-based index.
    Find(usize),
}

/// The rows, made anew when what is listed changes.
#[derive(Debug, Default)]
pub(in crate::ui) struct Rows {
    list: Vec<Row>,
    /// Generation of the document, edition of the list, and the choice that is unfolded.
    of: Option<(u64, u64, Option<usize>)>,
}

impl Rows {
    /// All rows.
    pub(in crate::ui) fn of(&mut self, open: &OpenDocument, review: &Reviewing) -> &[Row] {
        let now = (open.generation(), review.edition, unfolded(review).map(|group| group.start));
        if self.of != Some(now) {
            self.list = rows(review);
            self.of = Some(now);
        }
        &self.list
    }

    /// 0-based row of the find `index`, or of what it is folded into.
    pub(in crate::ui) fn row_of(&self, index: usize) -> Option<usize> {
        self.list.iter().position(|row| match row {
            Row::Find(find) => *find == index,
            Row::Word(first, count) if *count == 1 => *first == index,
            _ => false,
        })
    }
}

/// The finds of the choice that the reader is at.
fn unfolded(review: &Reviewing) -> Option<Range<usize>> {
    let (finds, current) = (review.finds.as_ref()?, review.current?);
    finds.groups().find(|group| group.contains(&current))
}

fn rows(review: &Reviewing) -> Vec<Row> {
    let Some(finds) = &review.finds else { return Vec::new() };
    let mut rows = Vec::new();
    if !finds.sure().is_empty() {
        rows.push(Row::Sure(finds.sure().len()));
        rows.extend(finds.sure().map(Row::Find));
    }
    if !finds.doubtful().is_empty() {
        rows.push(Row::Doubtful(finds.doubtful().len()));
        if review.doubtful_shown {
            rows.extend(finds.doubtful().map(Row::Find));
        }
    }
    if !finds.choices().is_empty() {
        rows.push(Row::Choices(finds.groups().len(), finds.choices().len()));
    }
    if review.choices_shown {
        let unfolded = unfolded(review);
        for group in finds.groups() {
            rows.push(Row::Word(group.start, group.len()));
            if group.len() > 1 && unfolded.as_ref() == Some(&group) {
                rows.extend(group.map(Row::Find));
            }
        }
    }
    rows
}
