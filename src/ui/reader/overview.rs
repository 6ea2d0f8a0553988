//! The overview: a slim strip beside the scroll bar with the whole document in it.
//!
//! The text is cut into as many parts as a high screen has rows; each kind of mark is looked up in them once
//! whenever it changes, and what was found is kept as one mesh. A frame costs the same however much is marked.

use std::sync::Arc;

use egui::{self, Mesh, Rect, Sense, Ui, accesskit::Role};

use super::breadcrumb;
use super::flow::{Flow, Page};
use super::navigation::Anchor;
use super::{Reader, STRIP};
use crate::messages;
use crate::session::{Message, OpenDocument, ReadingMessage, Session};
use crate::text::{SourceOffset, SourceRange};
use crate::ui::appearance::fonts;
use crate::ui::appearance::theme::{self, Palette};

mod marks;

use marks::{LAYERS, Layer, Mark};

/// The parts that the text is looked up in.
const PARTS: usize = 2_048;
/// A click this near to a mark goes to it, in points.
const NEAR: f32 = 3.0;
/// The least height of what is on the screen, in points.
const LEAST_VISIBLE: f32 = 4.0;

/// The strip with what was found for it.
#[derive(Default)]
pub(super) struct Overview {
    /// The document that all is found for.
    generation: u64,
    layers: Vec<Found>,
    picture: Option<Picture>,
}

/// The marks of a layer, by parts of the text.
struct Found {
    state: [usize; 3],
    /// The weight of each part, 0 without a mark.
    weights: Vec<u8>,
}

/// The marks as they are painted.
struct Picture {
    strip: Rect,
    flow: Flow,
    palette: &'static Palette,
    mesh: Arc<Mesh>,
}

impl Overview {
    /// Finds anew what has changed; tells whether anything has.
    fn find(&mut self, session: &Session, open: &OpenDocument) -> bool {
        if self.generation != open.generation() {
            *self = Self { generation: open.generation(), ..Self::default() };
        }
        let mut changed = false;
        for (at, layer) in LAYERS.iter().enumerate() {
            let state = (layer.state)(session, open);
            let found = Found { state, weights: Vec::new() };
            match self.layers.get_mut(at) {
                Some(old) if old.state == state => continue,
                Some(old) => *old = found,
                None => self.layers.push(found),
            }
            changed = true;
            let weight = |part| {
                let range = part_of(open, part);
                (layer.mark)(session, open, range).map_or(0, |mark| mark.weight)
            };
            if let Some(found) = self.layers.get_mut(at) {
                found.weights = (0..PARTS).map(weight).collect();
            }
        }
        changed
    }

    fn mesh(&self, page: &Page, palette: &Palette) -> Mesh {
        let mut mesh = Mesh::default();
        for (layer, found) in LAYERS.iter().zip(&self.layers) {
            let mut from = 0;
            for run in found.weights.chunk_by(|one, other| one == other) {
                let to = from + run.len();
                if let Some(weight) = run.first().filter(|weight| **weight > 0) {
                    let [top, bottom] = [from, to].map(|part| share_of(part) * page.extent());
                    let top = top.round().min(page.extent() - layer.height);
                    let across = top..bottom.max(top + layer.height);
                    mesh.add_colored_rect(page.rect((layer.lane)(*weight), across), (layer.color)(palette));
                }
                from = to;
            }
        }
        mesh
    }
}

impl Reader {
    /// Shows the strip, and goes where it is clicked or dragged.
    pub(super) fn overview(
        &mut self,
        ui: &mut Ui,
        strip: Rect,
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) {
        let Some(setting) = self.setting else { return };
        let page = Page::new(setting.flow, strip, setting.flow.length(strip), 0.0);
        let id = ui.scope_id().with("overview");
        // It leads nowhere by keyboard that the outline and the search do not: no stop for Tab.
        let response = ui.interact(strip, id, Sense::CLICK | Sense::DRAG);
        let pointer = response.interact_pointer_pos().map(|at| page.place(at).1);
        if let Some(across) = pointer {
            if ui.input(|input| input.pointer.primary_pressed()) {
                out.push(Message::Reading(ReadingMessage::GoToPlace(target((session, open), &page, across))));
            } else if response.dragged() {
                let to = offset_at(open, &page, across);
                self.anchor = Anchor { block: open.document().block_at(to), above: 0.0 };
            }
        }
        self.paint_overview(ui, &page, strip, (session, open));
        let figures = marks::figures(session, open);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(Role::Image, true, messages::reader::overview(session.lang(), figures))
        });
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let hovered = response.hover_pos().map(|at| page.place(at).1);
        response.on_hover_ui_at_pointer(|ui| {
            let Some(across) = hovered else { return };
            self.hint(ui, target((session, open), &page, across), (session, open));
        });
    }

    fn paint_overview(
        &mut self,
        ui: &Ui,
        page: &Page,
        strip: Rect,
        (session, open): (&Session, &OpenDocument),
    ) {
        let palette = theme::palette(ui);
        let changed = self.overview.find(session, open);
        let pinned = self.overview.picture.take().filter(|old| {
            !changed && (old.strip, old.flow) == (strip, page.flow()) && std::ptr::eq(old.palette, palette)
        });
        let picture = pinned.unwrap_or_else(|| {
            let mesh = Arc::new(self.overview.mesh(page, palette));
            Picture { strip, flow: page.flow(), palette, mesh }
        });
        let painter = ui.painter();
        painter.rect_filled(strip, 0.0, palette.panel);
        let [top, bottom] = [self.visible.start, self.visible.end].map(|at| across_of(open, page, at));
        let top = top.min(page.extent() - LEAST_VISIBLE);
        let visible = top..bottom.max(top + LEAST_VISIBLE);
        painter.rect_filled(page.rect(0.0..STRIP, visible.clone()), 0.0, palette.current);
        painter.add(egui::Shape::mesh(Arc::clone(&picture.mesh)));
        painter.rect_filled(page.rect(0.0..2.0, visible), 0.0, palette.accent);
        self.overview.picture = Some(picture);
    }

    /// The heading of the section at `at` and how far into the document that is.
    fn hint(&mut self, ui: &mut Ui, at: SourceOffset, (session, open): (&Session, &OpenDocument)) {
        let face = fonts::Face::of(open.script.shown(), open.document().detected(), session.lang());
        if let Some(id) = marks::section_at(open, at) {
            let heading = breadcrumb::heading(open, &mut self.view, id);
            let font = egui::FontId::new(theme::UI_TEXT, face.family(false));
            ui.label(egui::RichText::new(heading).font(font));
        }
        let share = at.get() as u128 * 100 / open.document().text().len().max(1) as u128;
        ui.weak(format!("{share} %"));
    }
}

/// Where a click goes to: the first mark near to it, of the topmost layer that has one, else the very place.
fn target((session, open): (&Session, &OpenDocument), page: &Page, across: f32) -> SourceOffset {
    let [from, to] = [across - NEAR, across + NEAR].map(|across| offset_at(open, page, across));
    let near = SourceRange { start: from, end: to };
    let mark = |layer: &Layer| (layer.mark)(session, open, near);
    let mark: Option<Mark> = LAYERS.iter().rev().filter(|layer| layer.catches).find_map(mark);
    mark.map_or_else(|| offset_at(open, page, across), |mark| mark.at)
}

/// The 0-based `part` of the text; all of them together are the whole.
fn part_of(open: &OpenDocument, part: usize) -> SourceRange {
    let len = open.document().text().len();
    let at = |part: usize| usize::try_from(part as u128 * len as u128 / PARTS as u128).unwrap_or(len);
    SourceRange::new(at(part), at(part + 1))
}

#[expect(clippy::cast_precision_loss, reason = "a number of parts")]
fn share_of(part: usize) -> f32 {
    part as f32 / PARTS as f32
}

/// The place in the text at a place on the strip.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of the text between 0 and 1, in f64"
)]
fn offset_at(open: &OpenDocument, page: &Page, across: f32) -> SourceOffset {
    let share = f64::from(across) / f64::from(page.extent()).max(1.0);
    let text = open.document().text();
    let mut at = (share.clamp(0.0, 1.0) * text.len() as f64) as usize;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    SourceOffset::new(at)
}

/// The place on the strip of a place in the text.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a share of the strip")]
fn across_of(open: &OpenDocument, page: &Page, at: SourceOffset) -> f32 {
    (at.get() as f64 / open.document().text().len().max(1) as f64 * f64::from(page.extent())) as f32
}
