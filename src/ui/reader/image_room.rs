//! The room of images that stand by themselves.

use egui::Vec2;

use super::Setting;
use super::flow::Flow;
use crate::document::Document;
use crate::text::SourceRange;

/// What stands in the text for an image.
const OBJECT: &str = "\u{fffc}";
/// Points of the screen to a point of a page (1/72 inch).
const SCALE: f32 = 4.0 / 3.0;
/// The highest that an image stands in the text, in points.
const HIGHEST: f32 = 520.0;
/// The room of an image whose size is not known, in points.
const UNKNOWN: Vec2 = Vec2::new(240.0, 120.0);

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
