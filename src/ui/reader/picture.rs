//! Images that stand by themselves: their room in the text, and their pixels once they have come.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use egui::{
    Align2, Color32, ColorImage, FontId, Rect, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
};

use super::flow::Flow;
use super::paint::Canvas;
use super::{Reader, Setting};
use crate::document::Document;
use crate::session::{Message, OpenDocument, ReadingMessage, Session};
use crate::text::SourceRange;

/// What stands in the text for an image.
const OBJECT: &str = "\u{fffc}";
/// Points of the screen to a point of a page (1/72 inch).
const SCALE: f32 = 4.0 / 3.0;
/// The highest that an image stands in the text, in points.
const HIGHEST: f32 = 520.0;
/// The room of an image whose size is not known, in points.
const UNKNOWN: Vec2 = Vec2::new(240.0, 120.0);
/// So many pictures are kept for drawing.
const MOST: usize = 24;

/// The room of an image that is a block by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ImageRoom {
    /// 0-based, among the images of the document.
    pub(super) number: usize,
    /// How far it goes along and across the lines, in points.
    pub(super) along: f32,
    pub(super) across: f32,
}

impl ImageRoom {
    /// The room of the image that the block at `range` is, if it is one.
    pub(super) fn of(document: &Document, range: SourceRange, setting: &Setting) -> Option<Self> {
        if range.slice(document.text()) != OBJECT {
            return None;
        }
        let images = &document.hints().images;
        let number = images.binary_search_by_key(&range.start, |image| image.range.start).ok()?;
        let size = images.get(number)?.size;
        #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
        let wanted = size.map_or(UNKNOWN, |(width, height)| Vec2::new(width as f32, height as f32) * SCALE);
        let most = match setting.flow {
            Flow::Rows => Vec2::new(setting.column, HIGHEST),
            Flow::Columns => Vec2::new(HIGHEST, setting.column),
        };
        let shrink = (most / wanted.max(Vec2::splat(1.0))).min_elem().min(1.0);
        let Vec2 { x, y } = (wanted * shrink).max(Vec2::splat(8.0)).round();
        let (along, across) = if setting.flow == Flow::Rows { (x, y) } else { (y, x) };
        Some(Self { number, along, across })
    }
}

/// The pictures that have been handed to the screen.
#[derive(Default)]
pub(super) struct Textures {
    generation: u64,
    by_number: HashMap<usize, TextureHandle>,
}

impl Textures {
    /// The picture of that number, handed to the screen the first time it is there.
    fn get(
        &mut self,
        ui: &Ui,
        session: &Session,
        generation: u64,
        number: usize,
    ) -> Option<&mut TextureHandle> {
        if self.generation != generation || self.by_number.len() > MOST {
            self.by_number.clear();
            self.generation = generation;
        }
        let entry = match self.by_number.entry(number) {
            Entry::Occupied(there) => return Some(there.into_mut()),
            Entry::Vacant(entry) => entry,
        };
        let picture = session.pictures.get(generation, number)?;
        let size = picture.size.map(|side| side as usize);
        let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
        let name = format!("picture {number}");
        Some(entry.insert(ui.ctx().load_texture(name, image, TextureOptions::LINEAR)))
    }
}

impl Reader {
    /// Draws the image of `room` into `rect`, or its frame with the words for it; asks for it where it is to be read.
    pub(super) fn draw_picture(
        &mut self,
        canvas: &Canvas<'_>,
        (room, rect): (ImageRoom, Rect),
        (session, open): (&Session, &OpenDocument),
    ) -> Option<Message> {
        let (generation, number) = (open.generation(), room.number);
        let image = open.document().hints().images.get(number)?;
        if let Some(texture) = self.textures.get(canvas.ui, session, generation, number) {
            let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::Pos2::new(1.0, 1.0));
            canvas.painter.image(texture.id(), rect, whole, Color32::WHITE);
            return None;
        }
        canvas.painter.rect_stroke(rect, 2.0, Stroke::new(1.0, canvas.palette.edge), StrokeKind::Inside);
        let size = self.setting.map_or(14.0, |setting| (setting.size * 0.8).round());
        let font = FontId::new(size, self.setting?.face.text_family(false));
        let painter = canvas.painter.with_clip_rect(rect.intersect(canvas.painter.clip_rect()));
        painter.text(rect.center(), Align2::CENTER_CENTER, &image.alt, font, canvas.palette.muted);
        let is_wanted = image.data.is_some() && !session.pictures.is_asked(generation, number);
        is_wanted.then_some(Message::Reading(ReadingMessage::WantPicture(number)))
    }
}
