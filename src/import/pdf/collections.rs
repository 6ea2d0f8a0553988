//! Fonts that do not say which characters their glyphs are, but number them as a known collection does: Adobe-GB1 and its
//! like.

use std::cell::OnceCell;
use std::collections::HashMap;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CharacterCollection, CidFamily, load_embedded};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as Text};

/// Numbers of characters have two bytes in the encodings that say only them.
const BYTES: u8 = 2;

/// A font: how its codes become numbers, and what these stand for.
struct Font {
    /// The name of its encoding without the direction that it writes in, and its collection.
    says: (Vec<u8>, CidFamily),
    numbers: CMap,
    characters: CMap,
}

/// The fonts of a file that do so, by name. They are looked for when they are asked for.
pub(super) struct Collections<'p> {
    pdf: &'p Pdf,
    /// `None` where fonts of one name do not agree.
    fonts: OnceCell<HashMap<String, Option<Font>>>,
}

impl<'p> Collections<'p> {
    pub(super) const fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, fonts: OnceCell::new() }
    }

    /// The character that a glyph is by the number that its font gives it.
    pub(super) fn character(&self, glyph: &Glyph<'_>) -> Option<BfString> {
        let fonts = self.fonts.get_or_init(|| fonts(self.pdf));
        let Glyph::Outline(drawn) = glyph else { return None };
        // Most files have none of them.
        let name =
            fonts.values().any(Option::is_some).then(|| drawn.font_data()?.postscript_name).flatten()?;
        let font = fonts.get(&name)?.as_ref()?;
        let number = font.numbers.lookup_cid_code(glyph.char_code(), BYTES)?;
        font.characters.lookup_bf_string(number)
    }
}

fn fonts(pdf: &Pdf) -> HashMap<String, Option<Font>> {
    let mut fonts: HashMap<String, Option<Font>> = HashMap::new();
    for dict in pdf.objects().into_iter().filter_map(Object::into_dict) {
        let is_composite = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Type0");
        let Some(name) = dict.get::<Name<'_>>("BaseFont").filter(|_| is_composite) else { continue };
        let font = if dict.contains_key("ToUnicode") { None } else { read(&dict) };
        let known = fonts.entry(without_prefix(name.as_str()).to_owned());
        known
            .and_modify(|known| {
                let agrees =
                    known.as_ref().zip(font.as_ref()).is_some_and(|(one, other)| one.says == other.says);
                if !agrees {
                    *known = None;
                }
            })
            .or_insert(font);
    }
    fonts
}

/// What is known of a font that says no characters.
fn read(font: &Dict<'_>) -> Option<Font> {
    let descendant = font.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
    let (registry, ordering) = (info.get::<Text<'_>>("Registry")?, info.get::<Text<'_>>("Ordering")?);
    let encoding = font.get::<Name<'_>>("Encoding")?;
    let numbers = match CMapName::from_bytes(&encoding) {
        CMapName::IdentityH => CMap::identity_h(),
        CMapName::IdentityV => CMap::identity_v(),
        named => CMap::parse(load_embedded(named)?, load_embedded)?,
    };
    // An encoding knows better than the font which collection it numbers.
    let known = |of: &CharacterCollection| of.family != CidFamily::AdobeIdentity;
    let family = numbers.metadata().character_collection.clone().filter(known).map_or_else(
        || CidFamily::from_registry_ordering(&registry, &ordering),
        |collection| collection.family,
    );
    let characters = CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?;
    let encoding = encoding.strip_suffix(b"H").or_else(|| encoding.strip_suffix(b"V")).unwrap_or(&encoding);
    Some(Font { says: (encoding.to_vec(), family), numbers, characters })
}

/// The name of a font without the six letters before it that say that it is a part of one.
fn without_prefix(name: &str) -> &str {
    name.split_once('+').filter(|(prefix, _)| prefix.len() == 6).map_or(name, |(_, rest)| rest)
}
