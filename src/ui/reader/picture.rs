//! The pixels of images that stand by themselves, once they have come.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, ColorImage, FontId, Rect, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui};

use super::Reader;
use super::image_room::ImageRoom;
use super::paint::Canvas;
use crate::session::{Message, OpenDocument, ReadingMessage, Session};

/// So many pictures are kept for drawing.
const MOST: usize = 24;

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
        let mut job = LayoutJob::simple_singleline(image.alt.clone(), font, canvas.palette.muted);
        job.wrap = TextWrapping::truncate_at_width(rect.width() - 8.0);
        let words = canvas.painter.layout_job(job);
        let at = rect.center() - words.size() / 2.0;
        let painter = canvas.painter.with_clip_rect(rect.intersect(canvas.painter.clip_rect()));
        painter.galley(at, words, canvas.palette.muted);
        let is_wanted = image.data.is_some() && !session.pictures.is_asked(generation, number);
        is_wanted.then_some(Message::Reading(ReadingMessage::WantPicture(number)))
    }
}
