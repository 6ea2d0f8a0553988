//! What the outline panel shows, as data: one row a visible section. Drawing is `outline_panel`'s.

use crate::outline::{PointId, SectionId};
use crate::session::OpenDocument;

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The section; for a point, the section it stands in, `None` before the first.
    pub(crate) id: Option<SectionId>,
    /// The point, if it is one.
    pub(crate) point: Option<PointId>,
    /// How far it is indented; 0 is the edge.
    pub(crate) depth: u8,
    /// Whether it can be folded, and is.
    pub(crate) fold: Fold,
}

impl Row {
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
    made_for: Option<(u64, u64, bool, String)>,
    rows: Vec<Row>,
}

impl Rows {
    /// The rows of `open`, those of points too where `points`. `matches` tells whether a section's heading has the
    /// filter's text.
    pub(crate) fn of(
        &mut self,
        open: &OpenDocument,
        points: bool,
        matches: impl FnMut(SectionId) -> bool,
    ) -> &[Row] {
        let key = (open.generation, open.fold_serial, points, open.filter.clone());
        if self.made_for.as_ref() != Some(&key) {
            self.rows =
                if open.filter.trim().is_empty() { unfolded(open, points) } else { filtered(open, matches) };
            self.made_for = Some(key);
        }
        &self.rows
    }
}

/// All rows that no folded ancestor hides.
fn unfolded(open: &OpenDocument, points: bool) -> Vec<Row> {
    let outline = open.document.outline();
    let mut rows = Vec::new();
    if points {
        push_points(open, None, 0, &mut rows);
    }
    let mut index = 0;
    while index < outline.sections().len() {
        let id = SectionId::new(index);
        let fold = match (outline.has_children(id), open.folded.contains(&id)) {
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

/// The rows that match, and those above them, whatever is folded.
fn filtered(open: &OpenDocument, mut matches: impl FnMut(SectionId) -> bool) -> Vec<Row> {
    let outline = open.document.outline();
    let mut kept = vec![false; outline.sections().len()];
    for id in outline.ids().filter(|id| matches(*id)) {
        for id in std::iter::once(id).chain(outline.ancestors(id)) {
            match kept.get_mut(id.index()) {
                // What is above is marked already.
                Some(true) | None => break,
                Some(mark) => *mark = true,
            }
        }
    }
    let shown = outline.ids().filter(|id| kept.get(id.index()) == Some(&true));
    shown.map(|id| Row { id: Some(id), point: None, depth: depth(open, id), fold: Fold::Leaf }).collect()
}

/// The points of section `id`, which is indented by `depth`, or those before the first section.
fn push_points(open: &OpenDocument, id: Option<SectionId>, depth: u8, rows: &mut Vec<Row>) {
    let outline = open.document.outline();
    // Before the first section the outermost points stand at the edge, on level 1.
    let level = id.map_or(1, |id| outline.get(id).map_or(0, |section| section.level));
    let points = outline.points_of(id).map(PointId::new);
    rows.extend(points.filter_map(|point| {
        let below = outline.point(point)?.level.saturating_sub(level);
        Some(Row { id, point: Some(point), depth: depth.saturating_add(below), fold: Fold::Leaf })
    }));
}

fn depth(open: &OpenDocument, id: SectionId) -> u8 {
    let depth = open.document.outline().ancestors(id).count();
    u8::try_from(depth).unwrap_or(u8::MAX)
}
