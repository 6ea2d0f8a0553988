//! The fonts of the system: found with fontconfig and its like, read whole, and checked before the toolkit sees them,
//! which gives up on a broken one.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use fontique::{
    Collection, CollectionOptions, FontInfo, FontStyle, FontWeight, FontWidth, SourceCache, SourceKind,
};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use crate::session::appearance::typefaces::{Installed, SystemFace};
use crate::session::files;

/// The largest font file that is read: the largest collections of Chinese faces have some 130 MB.
const LARGEST: u64 = 192 << 20;
/// Characters of any Chinese text, of simplified and of traditional text, among the most frequent of each.
const BOTH: &str = "的一是不人中大上";
const SIMPLIFIED: &str = "国这来为说们时个";
const TRADITIONAL: &str = "國這來為說們時個";
/// How far the width of an ideograph may be from an em, in em: text is set in squares.
const NEARLY: f32 = 0.02;
/// Height and depth of a line in thousandths of an em, as the embedded faces have them. The toolkit centres faces that
/// stand in one line by their heights, so with these all have one base line.
const LINE: (i32, i32) = (1160, -288);

/// The families with which Chinese text can be set, sorted by name.
pub(crate) fn families() -> Vec<Installed> {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
    let mut sources = SourceCache::default();
    let names: Vec<String> = collection.family_names().map(str::to_owned).collect();
    let mut found = BTreeMap::new();
    for name in names {
        let Some(family) = collection.family_by_name(&name) else { continue };
        let regular = family.match_font(FontWidth::NORMAL, FontStyle::Normal, FontWeight::NORMAL, false);
        let installed = regular.and_then(|font| installed(family.name(), font, &mut sources));
        if let Some(installed) = installed {
            found.insert(installed.name.clone(), installed);
        }
        // Each file is looked into once: none has to be kept.
        sources.prune(0, false);
    }
    found.into_values().collect()
}

fn installed(name: &str, font: &FontInfo, sources: &mut SourceCache) -> Option<Installed> {
    let SourceKind::Path(path) = font.source().kind() else { return None };
    let bytes = sources.get(font.source())?;
    let [simplified, traditional] = scripts(bytes.as_ref(), font.index())?;
    let path = path.to_path_buf();
    // Names that begin with a dot are the system's own business.
    let usual = !name.starts_with('.') && (simplified || traditional);
    usual.then(|| Installed { name: name.to_owned(), path, index: font.index(), simplified, traditional })
}

/// Whether the face has the characters of simplified text, and of traditional; `None`: Chinese text cannot be set
/// with it.
fn scripts(bytes: &[u8], index: u32) -> Option<[bool; 2]> {
    let font = FontRef::from_index(bytes, index).ok()?;
    let charmap = font.charmap();
    let has = |characters: &str| characters.chars().all(|c| charmap.map(c).is_some());
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let square = |c| {
        let width = charmap.map(c).and_then(|glyph| metrics.advance_width(glyph));
        width.is_some_and(|width| (width - 1.0).abs() <= NEARLY)
    };
    (has(BOTH) && square('中')).then(|| [has(SIMPLIFIED), has(TRADITIONAL)])
}

/// Reads a face; `None`: it is not there any more, or not sound.
pub(crate) fn read(family: &Installed) -> Option<SystemFace> {
    let bytes = files::read(&family.path, LARGEST, &|_, _| ControlFlow::Continue(())).ok()?;
    let bytes = prepared(bytes, family.index)?;
    Some(SystemFace { family: family.name.clone(), index: family.index, bytes: Arc::new(bytes) })
}

/// A font file made ready for the face at `index`; `None`: the face is not sound.
fn prepared(mut bytes: Vec<u8>, index: u32) -> Option<Vec<u8>> {
    level(&mut bytes, index)?;
    scripts(&bytes, index)?;
    draws(&bytes, index).then_some(bytes)
}

/// Whether the face draws its characters.
fn draws(bytes: &[u8], index: u32) -> bool {
    let Ok(font) = FontRef::from_index(bytes, index) else { return false };
    let (charmap, outlines) = (font.charmap(), font.outline_glyphs());
    let settings = || DrawSettings::unhinted(Size::new(16.0), LocationRef::default());
    BOTH.chars().all(|c| {
        let mut pen = Strokes(0);
        let glyph = charmap.map(c).and_then(|glyph| outlines.get(glyph));
        glyph.is_some_and(|glyph| glyph.draw(settings(), &mut pen).is_ok()) && pen.0 > 0
    })
}

/// Counts the strokes of an outline.
struct Strokes(usize);

impl OutlinePen for Strokes {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}

/// Gives the face at `index` the line of the embedded ones, and hides its layout tables: lines are broken by the widths
/// of single characters, which kerning and ligatures would change.
fn level(bytes: &mut [u8], index: u32) -> Option<()> {
    let start = match bytes.get(..4)? {
        b"ttcf" => long(bytes, 12 + 4 * usize::try_from(index).ok()?)?,
        _ => 0,
    };
    let count = usize::from(short(bytes, start + 4)?);
    let records: Vec<usize> = (0..count).map(|record| start + 12 + 16 * record).collect();
    let table = |bytes: &[u8], tag: &[u8; 4]| {
        let record =
            records.iter().find(|record| bytes.get(**record..**record + 4) == Some(tag.as_slice()))?;
        long(bytes, record + 8)
    };
    let em = i32::from(short(bytes, table(bytes, b"head")? + 18)?);
    let [height, depth] = [LINE.0, LINE.1].map(|part| i16::try_from(part * em / 1000).unwrap_or(i16::MAX));
    let horizontal = table(bytes, b"hhea")?;
    let lines = [Some(horizontal + 4), table(bytes, b"OS/2").map(|os2| os2 + 68)];
    for line in lines.into_iter().flatten() {
        for (at, value) in [(line, height), (line + 2, depth), (line + 4, 0)] {
            bytes.get_mut(at..at + 2)?.copy_from_slice(&value.to_be_bytes());
        }
    }
    for record in records {
        // The tables are found by halving: a name of no table, just before the old one, keeps their order.
        let hidden = match bytes.get(record..record + 4)? {
            b"GPOS" => b"GPOR",
            b"GSUB" => b"GSUA",
            b"kern" => b"kerm",
            b"morx" => b"morw",
            _ => continue,
        };
        bytes.get_mut(record..record + 4)?.copy_from_slice(hidden);
    }
    Some(())
}

/// The number of two bytes at `at`.
fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

/// The number of four bytes at `at`, a place in the file.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok().filter(|place| *place < bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{RARE, SANS};

    #[test]
    fn a_sound_face_is_taken_and_stands_on_the_line_of_the_embedded_ones() {
        for index in 0..3 {
            let bytes = prepared(SANS.to_vec(), index).unwrap();
            let metrics = FontRef::from_index(&bytes, index)
                .unwrap()
                .metrics(Size::new(1000.0), LocationRef::default());
            assert_eq!((metrics.ascent, metrics.descent, metrics.leading), (1160.0, -288.0, 0.0));
        }
        assert!(prepared(SANS.to_vec(), 3).is_none(), "the collection has three faces");
    }

    #[test]
    fn a_broken_file_is_no_face() {
        for bytes in [&b""[..], b"ttcf", b"OTTO", b"no font at all, but a few words", &SANS[..4096]] {
            assert!(prepared(bytes.to_vec(), 0).is_none());
        }
        assert!(prepared(RARE.to_vec(), 0).is_none(), "rare characters alone make no text");
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(48))]
        #[test]
        fn no_damage_to_a_file_panics(cut in 0..SANS.len(), at in 0..2_000usize, byte: u8, index in 0..4u32) {
            let mut bytes = SANS[..cut.max(at + 1)].to_vec();
            bytes[at] = byte;
            let _ = prepared(bytes, index);
        }
    }
}
