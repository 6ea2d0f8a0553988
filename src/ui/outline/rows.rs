//! What the outline panel shows, as data: one row a visible section. `row.rs` draws it.

use crate::outline::{PointId, SectionId};
use crate::session::OpenDocument;

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The section; for a point, the section it stands in, `None` before the first. Without section and point it is the
    /// row of what stands before the first section.
    pub(crate) id: Option<SectionId>,
    /// The point, if it is one.
    pub(crate) point: Option<PointId>,
    /// How far it is indented; 0 is the edge.
    pub(crate) depth: u8,
    /// Whether it can be folded, and is.
    pub(crate) fold: Fold,
}

impl Row {
    /// The row of what stands before the first section.
    const PREAMBLE: Self = Self { id: None, point: None, depth: 0, fold: Fold::Leaf };

    /// Whether it is the row of what stands before the first section.
    pub(crate) fn is_preamble(&self) -> bool {
        self.id.is_none() && self.point.is_none()
    }

    /// The section, where the row is that of one and not of a point.
    pub(crate) fn section(&self) -> Option<SectionId> {
        self.id.filter(|_| self.point.is_none())
    }
}

/// Whether something stands below a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// Nothing stands below it.
    Leaf,
    /// What stands below it is shown.
    Open,
    /// What stands below it is hidden.
    Closed,
}

/// The rows, made anew only when folding or filter change.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    made_for: Option<Key>,
    list: Vec<Row>,
    /// A filter that has not looked at all headings yet.
    search: Option<Search>,
}

/// What rows are made from: a document, its folds, whether points are shown, the filter.
type Key = (u64, u64, bool, String);

/// A filter on its way through the headings.
#[derive(Debug)]
struct Search {
    key: Key,
    /// 0-based index of the next heading to be looked at.
    next: usize,
    /// For each section whether it is shown, as far as it is known.
    kept: Vec<bool>,
}

/// How many headings a filter looks at in one frame: about 3 ms.
const HEADINGS: usize = 20_000;

impl Rows {
    /// The rows of `open`, those of points too where that is asked for. `matches` tells whether a section's heading has
    /// the filter's text. A filter of many headings takes a few frames; until it is through, the rows are those of
    /// the filter before. With them comes whether it is.
    pub(crate) fn of(
        &mut self,
        (open, points): (&OpenDocument, bool),
        matches: impl FnMut(SectionId) -> bool,
    ) -> (&[Row], bool) {
        let key =
            (open.generation(), open.outline.folds().serial(), points, open.outline.filter().to_owned());
        if self.made_for.as_ref() == Some(&key) {
            self.search = None;
            return (&self.list, true);
        }
        if open.outline.filter().trim().is_empty() {
            self.search = None;
            self.list = unfolded(open, points);
            self.made_for = Some(key);
            return (&self.list, true);
        }
        if self.made_for.as_ref().is_none_or(|made| (made.0, made.1) != (key.0, key.1)) {
            // Rows of another outline would lead astray.
            self.made_for = None;
            self.list.clear();
        }
        let mut search = self.search.take().filter(|search| search.key == key).unwrap_or_else(|| Search {
            kept: vec![false; open.document().outline().sections().len()],
            key,
            next: 0,
        });
        if search.go_on(open, matches) {
            self.list = search.rows(open);
            self.made_for = Some(search.key);
        } else {
            self.search = Some(search);
        }
        (&self.list, self.search.is_none())
    }
}

impl Search {
    /// Looks at the next headings; tells whether they were the last.
    fn go_on(&mut self, open: &OpenDocument, mut matches: impl FnMut(SectionId) -> bool) -> bool {
        let outline = open.document().outline();
        let end = (self.next + HEADINGS).min(self.kept.len());
        for id in (self.next..end).map(SectionId::new).filter(|id| matches(*id)) {
            for id in std::iter::once(id).chain(outline.ancestors(id)) {
                match self.kept.get_mut(id.index()) {
                    // What is above is marked already.
                    Some(true) | None => break,
                    Some(mark) => *mark = true,
                }
            }
        }
        self.next = end;
        end == self.kept.len()
    }

    /// The rows that match, and those above them, whatever is folded.
    fn rows(&self, open: &OpenDocument) -> Vec<Row> {
        let shown = open.document().outline().ids().filter(|id| self.kept.get(id.index()) == Some(&true));
        shown.map(|id| Row { id: Some(id), point: None, depth: depth(open, id), fold: Fold::Leaf }).collect()
    }
}

/// All rows that no folded ancestor hides.
fn unfolded(open: &OpenDocument, points: bool) -> Vec<Row> {
    let outline = open.document().outline();
    let mut rows = Vec::new();
    if !open.document().preamble().is_empty() {
        rows.push(Row::PREAMBLE);
    }
    if points {
        push_points(open, None, 0, &mut rows);
    }
    let mut index = 0;
    while index < outline.sections().len() {
        let id = SectionId::new(index);
        let fold = match (outline.has_children(id), open.outline.folds().contains(id)) {
            (false, _) => Fold::Leaf,
            (true, false) => Fold::Open,
            (true, true) => Fold::Closed,
        };
        let depth = depth(open, id);
        rows.push(Row { id: Some(id), point: None, depth, fold });
        if points && fold != Fold::Closed {
            push_points(open, Some(id), depth, &mut rows);
        }
        index = if fold == Fold::Closed { outline.subtree(id).end } else { index + 1 };
    }
    rows
}

/// The points of section `id`, which is indented by `depth`, or those before the first section.
fn push_points(open: &OpenDocument, id: Option<SectionId>, depth: u8, rows: &mut Vec<Row>) {
    let outline = open.document().outline();
    let level = id.map_or(0, |id| outline.get(id).map_or(0, |section| section.level));
    let points = outline.points_of(id).map(PointId::new);
    rows.extend(points.filter_map(|point| {
        let below = outline.point(point)?.level.saturating_sub(level);
        Some(Row { id, point: Some(point), depth: depth.saturating_add(below), fold: Fold::Leaf })
    }));
}

fn depth(open: &OpenDocument, id: SectionId) -> u8 {
    let depth = open.document().outline().ancestors(id).count();
    u8::try_from(depth).unwrap_or(u8::MAX)
}
