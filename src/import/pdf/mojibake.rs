//! Bytes of GBK in fonts that say they are Latin.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Name, Object};

use super::glyphs::Glyph;
use crate::decode;
use crate::import::wide::is_wide;

/// Parts of the names of fonts for simplified Chinese.
const NAMES: [&[u8]; 9] =
    [b"SimSun", b"SimHei", b"FangSong", b"KaiTi", b"NSimSun", b"STSong", b"STHeiti", b"STKaiti", b"_GB2312"];

/// Most bytes of a row that are looked at together.
const MOST: usize = 4096;

/// Whether the file has a font with one byte a glyph whose name is Chinese, in letters or in bytes of GBK, and that does not
/// say which characters its bytes are.
pub(super) fn has_gbk_fonts(pdf: &Pdf) -> bool {
    pdf.objects().into_iter().filter_map(Object::into_dict).any(|font| {
        let is_simple =
            font.get::<Name<'_>>("Subtype").is_some_and(|kind| matches!(&*kind, b"TrueType" | b"Type1"));
        let name = font.get::<Name<'_>>("BaseFont");
        is_simple
            && !font.contains_key("ToUnicode")
            && name.is_some_and(|name| {
                !name.is_ascii() || NAMES.iter().any(|part| memchr::memmem::find(&name, part).is_some())
            })
    })
}

/// Whether there is a byte that may be one of GBK.
pub(super) fn is_possible(glyphs: &[Glyph]) -> bool {
    glyphs.iter().any(|glyph| (0x81..=0xfe).contains(&glyph.code))
}

/// Whether the glyph may be a byte of GBK: what its font says it is, is no Chinese character.
fn is_byte(glyph: &Glyph) -> bool {
    glyph.code <= 0xff && !is_wide(glyph.c)
}

/// Reads pairs of Latin letters as the characters of GBK that their bytes are, where all of a run are common ones.
pub(super) fn mend(glyphs: &mut Vec<Glyph>) {
    let mut mended = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.as_slice();
    while let Some(first) = rest.first() {
        let is_high = first.code >= 0x80;
        let same =
            |glyph: &&Glyph| (glyph.code >= 0x80) == is_high && is_byte(glyph) && glyph.way == first.way;
        let length = rest.iter().take(MOST).take_while(same).count().max(1);
        let (run, after) = rest.split_at(length);
        match characters(run).filter(|_| is_high) {
            Some(characters) => mended.extend(characters),
            None => mended.extend_from_slice(run),
        }
        rest = after;
    }
    *glyphs = mended;
}

/// The characters that a run of single bytes is.
fn characters(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let bytes: Vec<u8> = run.iter().map(|glyph| u8::try_from(glyph.code)).collect::<Result<_, _>>().ok()?;
    let decoded = decode::decode(bytes, decode::encoding_named("gbk"));
    let is_whole = !decoded.lossy && run.len() == 2 * decoded.text.chars().count();
    let pairs = run.chunks_exact(2).zip(decoded.text.chars());
    let join = |(pair, c): (&[Glyph], char)| {
        let first = pair.first()?;
        // Such a character is as wide as its font is large, whatever the widths of its bytes are.
        Some(Glyph { c, end: first.start + first.size, ..*first })
    };
    is_whole.then(|| pairs.filter_map(join).collect())
}
