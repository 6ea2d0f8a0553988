//! The quiet lines that stand for what is not the author's text: menus of a web page, running heads.

use std::f32::consts::FRAC_PI_2;

use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, FontId, Rect, Sense, Ui, accesskit::Role, pos2};

use super::block_layout::BlockLayout;
use super::lay_out::FOLD_LINE;

use super::flow::{Flow, Page};
use super::paint::Canvas;
use super::{Reader, Setting};
use crate::lang::Lang;
use crate::messages;
use crate::session::{Action, Message};
use crate::typeset::stand;

/// Size of the words, in em of the text.
const SIZE: f32 = 0.72;
/// From one character to the next where they stand below each other, in em.
const CLOSE: f32 = 1.1;

impl Reader {
    /// Draws the lines around the block `layout` of that 0-based index, which begins at `across`; a click unfolds or
    /// folds again.
    pub(super) fn fold_lines(
        &self,
        canvas: &Canvas<'_>,
        (index, layout): (usize, &BlockLayout),
        (page, across, within): (&Page, f32, Rect),
        (lang, is_shown): (Lang, bool),
    ) -> Option<Message> {
        let setting = self.setting.filter(|_| layout.folded != [0, 0])?;
        let height = (FOLD_LINE * setting.size).round();
        let end = page.after(layout, across);
        let tops = [across + layout.space - height - first_room(layout, height), end - height];
        let mut asked = false;
        for (side, (folded, top)) in layout.folded.into_iter().zip(tops).enumerate() {
            let rect = page.rect(0.0..setting.column, top..top + height).intersect(within);
            if folded > 0 && rect.is_positive() {
                asked |= line(canvas.ui, &setting, (rect, canvas), (index, side), (lang, folded, is_shown));
            }
        }
        asked.then_some(Message::Act(Action::ToggleFurniture))
    }
}

/// Between the line and the block it stands above, in points: nothing, as its room is part of the block's space.
fn first_room(layout: &BlockLayout, height: f32) -> f32 {
    (layout.space - height).min(0.0)
}

/// Draws one of them into `rect`; whether it was clicked.
fn line(
    ui: &Ui,
    setting: &Setting,
    (rect, canvas): (Rect, &Canvas<'_>),
    id: (usize, usize),
    (lang, folded, is_shown): (Lang, usize, bool),
) -> bool {
    let words = messages::reader::furniture(lang, folded, is_shown);
    let response = ui.interact(rect, ui.scope_id().with(("fold", id)), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &words));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let color = if response.hovered() { canvas.palette.accent } else { canvas.palette.muted };
    let font = FontId::proportional((setting.size * SIZE).round());
    match setting.flow {
        Flow::Rows => {
            let mut job = LayoutJob::simple_singleline(words, font, color);
            job.wrap = TextWrapping::truncate_at_width(rect.width());
            let words = canvas.painter.layout_job(job);
            let at = Align2::CENTER_CENTER.anchor_size(rect.center(), words.size());
            // In the comparison the line between the columns stops for it.
            canvas.painter.rect_filled(at.expand2(egui::vec2(8.0, 0.0)), 0.0, canvas.palette.paper);
            canvas.painter.galley(at.min, words, color);
        }
        Flow::Columns => {
            let height = font.size * CLOSE;
            let written = words.char_indices().filter(|(_, c)| *c != ' ');
            let stood = written.map(|(at, c)| String::from(stand(&words, at, c).0));
            let format = TextFormat { line_height: Some(height), ..TextFormat::simple(font, color) };
            let mut job = LayoutJob::default();
            // Latin words lie on their side, as in the text.
            let latin = words.is_ascii();
            job.append(&if latin { words } else { stood.collect::<Vec<_>>().join("\n") }, 0.0, format);
            job.halign = if latin { Align::Min } else { Align::Center };
            let words = canvas.painter.layout_job(job);
            let length = if latin { words.size().x } else { words.size().y };
            let top = (rect.center().y - length / 2.0).max(rect.top());
            let left = rect.center().x + if latin { height / 2.0 } else { 0.0 };
            let angle = if latin { FRAC_PI_2 } else { 0.0 };
            canvas.painter.add(TextShape { angle, ..TextShape::new(pos2(left, top), words, color) });
        }
    }
    response.clicked()
}
