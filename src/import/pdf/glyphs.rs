//! The glyphs of a page with their places.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::collections::Collections;
use super::rules::Rules;

/// What stands for a glyph of which nobody knows what it is.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// Most characters that a glyph may be: ligatures are a few.
const MOST_LETTERS: usize = 16;

/// A character on a page, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) c: char,
    /// Its code, where the font has one byte for each.
    pub(super) code: u32,
    /// Which way its line goes.
    pub(super) way: Way,
    /// Where it begins on its line.
    pub(super) start: f32,
    /// Where it ends on its line.
    pub(super) end: f32,
    /// Where its line is: the base line, from the first line of the page to the last.
    pub(super) across: f32,
    /// Size of the font.
    pub(super) size: f32,
}

impl Glyph {
    /// Whether it stands right behind another one, as the characters of a word do.
    pub(super) fn follows(&self, before: &Self) -> bool {
        let is_near = |gap: f32| gap.abs() < 0.2 * self.size;
        self.way == before.way && is_near(self.start - before.end) && is_near(self.across - before.across)
    }

    /// The middle of what is drawn, from the left and from the top of the page.
    pub(super) fn centre(&self) -> (f32, f32) {
        let along = f32::midpoint(self.start, self.end);
        // Characters stand on their base line, and hang on both sides of that of a column.
        let above = 0.35 * self.size;
        match self.way {
            Way::Right => (along, self.across - above),
            Way::Columns => (-self.across, along),
            Way::Down => (above - self.across, along),
            Way::Up => (self.across - above, -along),
            Way::Back => (-along, above - self.across),
        }
    }
}

/// Which way a line goes on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Way {
    /// To the right, lines downwards.
    Right,
    /// Downwards, in vertical writing: lines from the right to the left.
    Columns,
    /// Text that is turned: downwards.
    Down,
    /// Text that is turned: upwards.
    Up,
    /// Text on its head.
    Back,
}

/// The glyphs of a page, and what is ruled on it. Text that stands aslant, as watermarks do, is left out.
pub(super) struct Glyphs<'p> {
    pub(super) found: Vec<Glyph>,
    /// How many there are.
    pub(super) count: usize,
    /// How many images there are.
    pub(super) images: usize,
    pub(super) rules: Rules,
    /// Whether there are more than may be.
    pub(super) is_full: bool,
    most: usize,
    collections: &'p Collections<'p>,
}

impl<'p> Glyphs<'p> {
    /// Room for at most `most` glyphs.
    pub(super) fn new(most: usize, collections: &'p Collections<'p>) -> Self {
        Self {
            found: Vec::new(),
            count: 0,
            images: 0,
            rules: Rules::default(),
            is_full: false,
            most,
            collections,
        }
    }

    fn add(&mut self, glyph: &PositionedGlyph<'_>, transform: Affine, mode: WritingMode) {
        let Some(placed) = Placed::new(transform * glyph.transform(), mode, advance(glyph)) else { return };
        self.count += 1;
        let code = glyph.char_code();
        let mut add = |c, part: f32, of: f32| self.found.push(placed.glyph(c, code, part, of));
        match glyph.as_unicode().or_else(|| self.collections.character(glyph)) {
            Some(BfString::Char(c)) => add(c, 0.0, 1.0),
            Some(BfString::String(text)) => {
                let of = text.chars().count().clamp(1, MOST_LETTERS);
                text.chars().take(of).enumerate().for_each(|(part, c)| add(c, to_f32(part), to_f32(of)));
            }
            None => add(UNKNOWN, 0.0, 1.0),
        }
    }
}

/// A small count as a number of points.
pub(super) fn to_f32(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

/// How far the next glyph is, in thousandths of the font's size.
fn advance(glyph: &PositionedGlyph<'_>) -> Option<f32> {
    match &**glyph {
        Drawn::Outline(glyph) => glyph.advance_width(),
        Drawn::Type3(glyph) => glyph.advance_width(),
    }
}

/// The place of a glyph.
struct Placed {
    way: Way,
    start: f32,
    advance: f32,
    across: f32,
    size: f32,
}

impl Placed {
    /// `None` for a place that is none, and for what stands aslant.
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    fn new(transform: Affine, mode: WritingMode, advance: Option<f32>) -> Option<Self> {
        let [run, rise, up_x, up_y, x, y] = transform.as_coeffs().map(|value| value as f32);
        let (along, size) = (1000.0 * run.hypot(rise), 1000.0 * up_x.hypot(up_y));
        let is_place = [along, size, x, y].iter().all(|value| value.is_finite() && value.abs() < 1e6);
        if !is_place || along <= 0.0 || size <= 0.0 {
            return None;
        }
        let advance = along * advance.map_or(0.5, |advance| advance / 1000.0).clamp(0.0, 4.0);
        // How little a line may lean to be level.
        let is_level = |lean: f32, length: f32| lean.abs() < 0.1 * length;
        Some(match mode {
            WritingMode::Vertical if is_level(rise, run) => {
                // A glyph hangs in the middle of its column: its base line lies below its beginning.
                let (start, across) = (y - 0.88 * size, -(x + 0.5 * along));
                Self { way: Way::Columns, start, advance: size, across, size }
            }
            _ if is_level(rise, run) => Self { way: Way::Right, start: x, advance, across: y, size },
            _ if is_level(rise, -run) => Self { way: Way::Back, start: -x, advance, across: -y, size },
            _ if is_level(run, rise) => Self { way: Way::Down, start: y, advance, across: -x, size },
            _ if is_level(run, -rise) => Self { way: Way::Up, start: -y, advance, across: x, size },
            _ => return None,
        })
    }

    /// The character that takes a part of the place.
    fn glyph(&self, c: char, code: u32, part: f32, of: f32) -> Glyph {
        let start = self.start + self.advance * part / of;
        let end = start + self.advance / of;
        Glyph { c, code, way: self.way, start, end, across: self.across, size: self.size }
    }
}

impl<'a> Device<'a> for Glyphs<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.count >= self.most {
                self.is_full = true;
                return;
            }
            self.add(glyph, props.transform, run.writing_mode());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.images += 1;
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.rules.add(path, props.transform, mode);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
