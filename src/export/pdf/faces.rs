//! The faces of the pages: which draws a character, and how wide it is.

use std::collections::HashMap;
use std::sync::Arc;

use krilla::Data;
use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

use super::super::Language;
use crate::fonts;

/// How far an ideograph rises above its base line in the embedded faces, in em; it is one em high.
pub(super) const RISE: f32 = 0.88;
/// Stands for what no face has. A face's own glyph for this would stand for no text in the file.
const BOX: char = '□';
/// A tab is as wide as two characters.
const TAB: f32 = 2.0;

/// Where in [`Faces`] those of the system stand.
const KAI: usize = 4;
const FANG_SONG: usize = 5;
/// How far the width of an ideograph may be from an em, in em: text is set in squares.
const NEARLY: f32 = 0.02;
/// Its maker does not let a face go into other files (OS/2, fsType).
const RESTRICTED: (u16, u16) = (0x000f, 0x0002);

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// 宋
    Serif,
    /// 黑
    Sans,
    /// 黑 in bold.
    Bold,
    /// 楷, where the system has it; else 宋.
    Kai,
    /// 仿宋, where the system has it; else 宋.
    FangSong,
}

/// Faces of the system for official papers; the program has none such.
#[derive(Clone, Copy, Default)]
pub struct PaperFaces<'a> {
    /// 楷
    pub kai: Option<&'a PaperFace>,
    /// 仿宋
    pub fang_song: Option<&'a PaperFace>,
}

/// A face in a font file.
#[derive(Clone)]
pub struct PaperFace {
    /// The file.
    pub bytes: Arc<Vec<u8>>,
    /// Its 0-based place in the file.
    pub index: u32,
}

impl Family {
    /// The faces that are asked for a character one after the other, as indices into [`Faces`].
    const fn chain(self) -> &'static [usize] {
        match self {
            Self::Serif => &[0, 1, 3],
            Self::Sans => &[1, 3],
            Self::Bold => &[2, 1, 3],
            Self::Kai => &[KAI, 0, 1, 3],
            Self::FangSong => &[FANG_SONG, 0, 1, 3],
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

struct Face<'a> {
    font: Font,
    characters: Charmap<'a>,
    widths: GlyphMetrics<'a>,
    units: f32,
}

/// The faces: 宋, 黑, 黑 in bold, rare characters; 楷 and 仿宋 of the system.
pub(super) struct Faces<'a> {
    all: [Option<Face<'a>>; 6],
    found: HashMap<(Family, char), Glyph>,
    /// Whether commas and stops stand in the middle of their square (Taiwan, Hong Kong).
    pub(super) are_centred: bool,
}

impl<'a> Faces<'a> {
    /// The faces with the forms of that language; `None` where one is not readable, which those of the program are.
    pub(super) fn open(language: Language, system: PaperFaces<'a>) -> Option<Self> {
        let region = match language {
            Language::Chinese | Language::Simplified => fonts::HANS,
            Language::Traditional | Language::Taiwan => fonts::HANT,
            Language::HongKong => fonts::HK,
        };
        let all = [
            Some(Face::open(fonts::SERIF.into(), (fonts::SERIF, region))?),
            Some(Face::open(fonts::SANS.into(), (fonts::SANS, region))?),
            Some(Face::open(fonts::BOLD.into(), (fonts::BOLD, region))?),
            Some(Face::open(fonts::RARE.into(), (fonts::RARE, 0))?),
            system.kai.and_then(Face::of_system),
            system.fang_song.and_then(Face::of_system),
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
            let in_face = |face: usize| Some((face, self.face(face)?.characters.map(c)?.to_u32()));
            family.chain().iter().find_map(|face| in_face(*face))
        };
        let (face, id) = find(drawn).or_else(|| find(BOX)).unwrap_or_default();
        let advance = self.face(face).map_or(1.0, |face| face.advance(id));
        let glyph = Glyph { face, id, advance: if c == '\t' { TAB } else { advance } };
        self.found.insert((family, c), glyph);
        glyph
    }

    /// The face at that index.
    pub(super) fn font(&self, face: usize) -> Option<Font> {
        self.face(face).map(|face| face.font.clone())
    }

    fn face(&self, face: usize) -> Option<&Face<'a>> {
        self.all.get(face)?.as_ref()
    }
}

impl<'a> Face<'a> {
    /// A face that text can be set in and that may go into files.
    fn of_system(face: &'a PaperFace) -> Option<Self> {
        let font = FontRef::from_index(&face.bytes, face.index).ok()?;
        let rights = font.os2().map_or(0, |os2| os2.fs_type());
        let opened = Self::open(Arc::clone(&face.bytes).into(), (&face.bytes, face.index))?;
        let square = opened.characters.map('中').map(|glyph| opened.advance(glyph.to_u32()));
        let is_square = square.is_some_and(|wide| (wide - 1.0).abs() <= NEARLY);
        (is_square && rights & RESTRICTED.0 != RESTRICTED.1).then_some(opened)
    }

    fn open(data: Data, (bytes, index): (&'a [u8], u32)) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Some(Self {
            font: Font::new(data, index)?,
            characters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f32::from(metrics.units_per_em).max(1.0),
        })
    }

    fn advance(&self, glyph: u32) -> f32 {
        self.widths.advance_width(glyph.into()).unwrap_or(self.units) / self.units
    }
}
