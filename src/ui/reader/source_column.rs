//! The source beside what is shown: a column of its own, on the same layout, with what differs marked in both.

use std::ops::Range;

use egui::Ui;

use super::Setting;
use super::block_layout::{BlockLayout, Highlight};
use super::lay_out::lay_out;
use super::ruler::{Ruler, Widths};
use crate::document::Document;
use crate::script::ScriptView;

/// The source's column.
pub(super) struct SourceColumn {
    pub(super) view: ScriptView,
    pub(super) setting: Setting,
    pub(super) widths: Widths,
}

impl SourceColumn {
    /// The column beside the one of `setting`, where it has one.
    pub(super) fn of(setting: &Setting) -> Option<Self> {
        let face = setting.source_column?;
        let setting = Setting { face, source_column: None, ..*setting };
        Some(Self { view: ScriptView::new(None), setting, widths: Widths::new() })
    }

    /// The block at 0-based `index` beside `layout`, with what differs marked on both sides.
    pub(super) fn lay_out(
        &mut self,
        ui: &Ui,
        view: &mut ScriptView,
        (document, index): (&Document, usize),
        layout: &mut BlockLayout,
    ) -> BlockLayout {
        let Some(block) = document.blocks().get(index) else { return BlockLayout::default() };
        let ruler = Ruler { ui, widths: &mut self.widths, setting: &self.setting };
        let mut source_column = lay_out(ruler, &mut self.view, document, index);
        for change in view.shown(document.text(), block.range()).changes() {
            join(&mut source_column.changes, change.source);
            join(&mut layout.changes, change.view);
        }
        source_column
    }
}

/// Adds `next`, to the last of `ranges` where it goes on with it.
fn join(ranges: &mut Vec<(Range<usize>, Highlight)>, next: Range<usize>) {
    match ranges.last_mut().filter(|(last, _)| last.end == next.start) {
        Some((last, _)) => last.end = next.end,
        None => ranges.push((next, Highlight::Differs)),
    }
}
