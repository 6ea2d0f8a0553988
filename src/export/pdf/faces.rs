//! The faces of the pages: which draws a character, and how wide it is.

use std::collections::HashMap;

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

use super::super::Language;
use crate::fonts;

/// How far an ideograph rises above its base line in the embedded faces, in em; it is one em high.
pub(super) const RISE: f32 = 0.88;
/// Stands for what no face has. A face's own glyph for this would stand for no text in the file.
const BOX: char = '□';
/// A tab is as wide as two characters.
const TAB: f32 = 2.0;

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// 宋
    Serif,
    /// 黑
    Sans,
    /// 黑 in bold.
    Bold,
}

impl Family {
    /// The faces that are asked for a character one after the other, as indices into [`Faces`].
    const fn chain(self) -> &'static [usize] {
        match self {
            Self::Serif => &[0, 1, 3],
            Self::Sans => &[1, 3],
            Self::Bold => &[2, 1, 3],
        }
    }
}

/// A character in a face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// The face, as an index into [`Faces`].
    pub(super) face: usize,
    /// The glyph in it; that of a box where no face has the character.
    pub(super) id: u32,
    /// Its advance in em.
    pub(super) advance: f32,
}

struct Face {
    font: Font,
    characters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    units: f32,
}

/// The faces: 宋, 黑, 黑 in bold, rare characters.
pub(super) struct Faces {
    all: [Face; 4],
    found: HashMap<(Family, char), Glyph>,
    /// Whether commas and stops stand in the middle of their square (Taiwan, Hong Kong).
    pub(super) are_centred: bool,
}

impl Faces {
    /// The faces with the forms of that language; `None` where one is not readable, which those of the program are.
    pub(super) fn open(language: Language) -> Option<Self> {
        let region = match language {
            Language::Chinese | Language::Simplified => fonts::HANS,
            Language::Traditional | Language::Taiwan => fonts::HANT,
            Language::HongKong => fonts::HK,
        };
        let all = [
            Face::open(fonts::SERIF, region)?,
            Face::open(fonts::SANS, region)?,
            Face::open(fonts::BOLD, region)?,
            Face::open(fonts::RARE, 0)?,
        ];
        Some(Self { all, found: HashMap::new(), are_centred: region != fonts::HANS })
    }

    /// The character as it is drawn.
    pub(super) fn glyph(&mut self, family: Family, c: char) -> Glyph {
        if let Some(glyph) = self.found.get(&(family, c)) {
            return *glyph;
        }
        let drawn = if c == '\t' { ' ' } else { c };
        let find = |c: char| {
            let in_face = |face: usize| Some((face, self.all.get(face)?.characters.map(c)?.to_u32()));
            family.chain().iter().find_map(|face| in_face(*face))
        };
        let (face, id) = find(drawn).or_else(|| find(BOX)).unwrap_or_default();
        let advance = self.all.get(face).map_or(1.0, |face| face.advance(id));
        let glyph = Glyph { face, id, advance: if c == '\t' { TAB } else { advance } };
        self.found.insert((family, c), glyph);
        glyph
    }

    /// The face at that index.
    pub(super) fn font(&self, face: usize) -> Option<Font> {
        self.all.get(face).map(|face| face.font.clone())
    }
}

impl Face {
    fn open(bytes: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Some(Self {
            font: Font::new(bytes.into(), index)?,
            characters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f32::from(metrics.units_per_em).max(1.0),
        })
    }

    fn advance(&self, glyph: u32) -> f32 {
        self.widths.advance_width(glyph.into()).unwrap_or(self.units) / self.units
    }
}
