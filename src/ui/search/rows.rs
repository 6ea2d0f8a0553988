//! The rows of the results list: hits under the heading of their section.

use crate::outline::SectionId;
use crate::session::{OpenDocument, Searching};

/// A row of the results list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Row {
    /// A heading; `None`: what stands before the first.
    Section {
        id: Option<SectionId>,
        /// How many hits its own text has.
        count: usize,
    },
    /// The hit of that 0-based index.
    Hit(usize),
}

/// The rows, which grow as hits come in.
#[derive(Debug, Default)]
pub(in crate::ui) struct Rows {
    list: Vec<Row>,
    /// Row of the last heading.
    heading: Option<usize>,
    /// Hits that have a row.
    done: usize,
    of: (u64, u64, u64),
}

impl Rows {
    /// All rows for what has been found so far.
    pub(in crate::ui) fn of(&mut self, open: &OpenDocument, search: &Searching) -> &[Row] {
        let now = (open.generation(), open.content.edition(), search.serial);
        if self.of != now {
            *self = Self { of: now, ..Self::default() };
        }
        for (index, hit) in search.hits.iter().enumerate().skip(self.done) {
            let id = open.document().outline().section_at(hit.start);
            let last = self.heading.and_then(|at| self.list.get_mut(at));
            match last {
                Some(Row::Section { id: known, count }) if *known == id => *count += 1,
                _ => {
                    self.heading = Some(self.list.len());
                    self.list.push(Row::Section { id, count: 1 });
                }
            }
            self.list.push(Row::Hit(index));
        }
        self.done = search.hits.len();
        &self.list
    }

    /// 0-based row of hit `index`.
    pub(in crate::ui) fn row_of(&self, index: usize) -> Option<usize> {
        // Hits stand in order, with headings between them: the row is never before the index.
        let hit = |row: &Row| if let Row::Hit(hit) = row { Some(*hit) } else { None };
        let (mut low, mut high) = (index, self.list.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let row = self.list.get(middle).and_then(hit);
            let next = row.or_else(|| self.list.get(middle + 1).and_then(hit));
            match (row, next) {
                (Some(found), _) if found == index => return Some(middle),
                (_, Some(found)) if found < index || (row.is_none() && found == index) => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hit_is_found_among_the_headings() {
        let heading = |index| Row::Section { id: Some(SectionId::new(index)), count: 1 };
        let rows =
            vec![heading(0), Row::Hit(0), heading(1), Row::Hit(1), Row::Hit(2), heading(5), Row::Hit(3)];
        let rows = Rows { list: rows, ..Rows::default() };
        assert_eq!([0, 1, 2, 3, 4].map(|hit| rows.row_of(hit)), [Some(1), Some(3), Some(4), Some(6), None]);
    }
}
