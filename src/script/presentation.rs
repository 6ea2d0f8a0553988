//! The presentation of a document: what its text is shown through.
//!
//! Whatever is shown, found, copied or exported goes the same way, a part of the source at a time:
//! 1. it is *mended*: mends that the reader picked, and words that mend the text, take the place of what is there;
//! 2. it is converted as a whole, so that a mended word is read as the word it is;
//! 3. readings that the reader picked take the place of what the converter made of their characters.
//!
//! What became of what is known piece by piece through all three.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::contexts::Contexts;
use super::fast::compose;
use super::offset_map::by_character;
use super::own::{Entries, mapped};
use super::picks::{Decision, Picked};
use super::replacing::{Replacement, move_along, move_parts, replace};
use super::{Config, Convert, Converter, Dictionary, OffsetMap, OwnWord, Piece, Script, Toward};
use crate::block::joints;
use crate::text::SourceRange;

/// What is put into the text before it is converted, and where it is converted otherwise than the converter would.
#[derive(Debug, Default)]
pub struct Mending {
    picked: Picked,
    /// Words that mend the text wherever they stand.
    words: Option<Entries>,
    /// The script that readings are for; `None`: they do not show.
    readings: Option<Script>,
}

impl Mending {
    /// What the reader has picked for a document and the entries of `dictionaries` that mend it, for showing it in
    /// `script`.
    pub fn new(picked: Picked, dictionaries: &[&Dictionary], script: Script) -> Self {
        let words = Entries::of(dictionaries, |toward| toward == Toward::Source);
        let readings = matches!(script, Script::Hant | Script::Tw | Script::Hk).then_some(script);
        Self { picked, words, readings }
    }

    fn is_empty(&self) -> bool {
        self.picked.is_empty() && self.words.is_none()
    }

    /// What takes the place of parts of `range`, in order: bytes from its start.
    fn replacements<'a>(&'a self, source: &'a str, range: SourceRange) -> Vec<Replacement<'a>> {
        let start = range.start.get();
        let picks = self.picked.within(range);
        let within = |place: &SourceRange| place.start.get() - start..place.end.get() - start;
        let mut replacements: Vec<Replacement<'a>> = Vec::new();
        for (place, decision) in picks {
            if let Decision::Mend(form) = decision {
                replacements.push((within(place), Cow::Owned(form.to_string())));
            }
        }
        if let Some(words) = &self.words {
            // What the reader decided about a place counts before what is to be done everywhere.
            let is_free = |word: &Range<usize>| {
                let next = picks.partition_point(|(place, _)| within(place).end <= word.start);
                picks.get(next).is_none_or(|(place, _)| within(place).start >= word.end)
            };
            let found = words.find(source).filter(|(word, _)| is_free(word));
            replacements.extend(found.map(|(word, mended)| (word, Cow::Borrowed(mended))));
            replacements.sort_by_key(|(bytes, _)| bytes.start);
        }
        replacements
    }

    /// The characters of `range` whose reading was picked: bytes from its start, and their forms.
    fn readings(&self, range: SourceRange) -> impl Iterator<Item = (usize, char)> {
        let start = range.start.get();
        let picks = self.readings.map_or(&[] as &[_], |_| self.picked.within(range)).iter();
        picks.filter_map(move |(place, decision)| match (decision, self.readings) {
            (Decision::Read(form), Some(script)) => {
                Some((place.start.get() - start, in_region(*form, script)))
            }
            _ => None,
        })
    }

    /// What is put into `text`, as characters in place of characters, in order: where a search has to look at another
    /// character than the one that stands there. Words that mend to another number of characters are left out.
    pub fn characters(&self, text: &str) -> Vec<(SourceRange, char)> {
        let mut found = Vec::new();
        for (bytes, form) in self.replacements(text, SourceRange::new(0, text.len())) {
            let word = text.get(bytes.clone()).unwrap_or_default();
            if word.chars().count() == form.chars().count() {
                for ((at, c), form) in word.char_indices().zip(form.chars()).filter(|((_, c), f)| c != f) {
                    let start = bytes.start + at;
                    found.push((SourceRange::new(start, start + c.len_utf8()), form));
                }
            }
        }
        found
    }
}

/// A part of a document with mends put in, ready to be converted.
#[derive(Clone, Debug, Default)]
pub struct MendedText<'a> {
    text: Cow<'a, str>,
    /// What of the source became what of `text`; none where it is the source.
    pieces: Vec<Piece>,
    /// Where in `text` a reading was picked, in order, in bytes, and the form.
    readings: Vec<(usize, char)>,
    /// Parts of `text` that are followed, in bytes.
    followed: Vec<Range<usize>>,
}

impl MendedText<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same with `parts` of `source`, in bytes, followed through all that is done to it. It is what was made of
    /// `source`, and on as many lines.
    #[must_use]
    pub fn following(mut self, source: &str, parts: Vec<Range<usize>>) -> Self {
        self.followed = if self.pieces.is_empty() {
            parts
        } else {
            let map = OffsetMap::from_pieces(source, &self.text, &self.pieces);
            parts.into_iter().map(|part| map.view_range(part)).collect()
        };
        self
    }

    /// Where the parts that are followed stand, in bytes.
    pub fn followed(&self) -> &[Range<usize>] {
        &self.followed
    }

    /// Whether nothing was put in and nothing will be.
    pub fn is_source(&self) -> bool {
        self.pieces.is_empty() && self.readings.is_empty()
    }

    /// Whether readings were picked, which are put in once it is converted.
    pub fn has_readings(&self) -> bool {
        !self.readings.is_empty()
    }

    /// The same with `replacements`, which ascend and hold no picked reading, put in. What stands where in the source is not
    /// asked for any more.
    #[must_use]
    pub fn with(mut self, replacements: &[Replacement<'_>]) -> Self {
        if !replacements.is_empty() {
            move_along(&mut self.readings, replacements);
            move_parts(&mut self.followed, replacements);
            self.text = Cow::Owned(replace(&self.text, replacements).0);
            self.pieces.clear();
        }
        self
    }

    /// The same on one line: line ends within a paragraph are no part of what it says.
    #[must_use]
    pub fn on_one_line(self) -> Self {
        let instead = |blank: bool| Cow::Borrowed(if blank { " " } else { "" });
        let joints = joints(&self.text).into_iter();
        let replacements: Vec<Replacement<'_>> =
            joints.map(|joint| (joint.bytes, instead(joint.blank))).collect();
        self.with(&replacements)
    }

    /// Appends `next`, which follows it in what is shown.
    pub fn append(&mut self, next: Self) {
        let before = self.text.len();
        self.readings.extend(next.readings.into_iter().map(|(at, form)| (before + at, form)));
        let moved = |part: Range<usize>| before + part.start..before + part.end;
        self.followed.extend(next.followed.into_iter().map(moved));
        self.pieces.clear();
        if self.text.is_empty() {
            self.text = next.text;
        } else {
            self.text.to_mut().push_str(&next.text);
        }
    }
}

impl<'a> From<Cow<'a, str>> for MendedText<'a> {
    /// Words that stand nowhere in a document.
    fn from(text: Cow<'a, str>) -> Self {
        Self { text, ..Self::default() }
    }
}

impl<'a> From<MendedText<'a>> for Cow<'a, str> {
    /// The text before it is converted.
    fn from(mended_text: MendedText<'a>) -> Self {
        mended_text.text
    }
}

/// What a document's text is shown through. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Presentation {
    converter: Option<Arc<dyn Convert>>,
    mending: Arc<Mending>,
}

impl Presentation {
    /// Mends and picked readings around `converter`; `None` converts nothing.
    pub fn new(converter: Option<Arc<dyn Convert>>, mending: Arc<Mending>) -> Self {
        Self { converter, mending }
    }

    /// Whether everything is shown as it is.
    pub fn is_source(&self) -> bool {
        self.converter.is_none() && self.mending.is_empty()
    }

    /// What converts.
    pub fn converter(&self) -> Option<&Arc<dyn Convert>> {
        self.converter.as_ref()
    }

    /// Calls `each` for the words that are shown as other words, and not only in other characters.
    pub fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        if let Some(words) = &self.mending.words {
            words.each(each);
        }
        if let Some(converter) = &self.converter {
            converter.reworded(each);
        }
    }

    /// Whether there are such words.
    pub fn rewords(&self) -> bool {
        let mut any = false;
        self.reworded(&mut |_, _| any = true);
        any
    }

    /// The characters that are put into `text` for others before it is converted ([`Mending::characters`]).
    pub fn mended(&self, text: &str) -> Vec<(SourceRange, char)> {
        self.mending.characters(text)
    }

    /// The part `range` of `document_text` with mends put in; empty where it is none.
    pub fn mended_text<'a>(&self, document_text: &'a str, range: SourceRange) -> MendedText<'a> {
        let source = range.slice(document_text);
        if self.mending.is_empty() || source.is_empty() {
            return Cow::Borrowed(source).into();
        }
        let replacements = self.mending.replacements(source, range);
        let mut readings: Vec<_> = self.mending.readings(range).collect();
        if replacements.is_empty() {
            return MendedText { text: Cow::Borrowed(source), readings, ..MendedText::default() };
        }
        let (text, pieces) = replace(source, &replacements);
        move_along(&mut readings, &replacements);
        MendedText { text: Cow::Owned(text), pieces, readings, followed: Vec::new() }
    }

    /// `mended_text` as it is shown.
    pub fn show<'a>(&self, mended_text: MendedText<'a>) -> Cow<'a, str> {
        match &self.converter {
            _ if !mended_text.readings.is_empty() => Cow::Owned(self.show_mapped(&mended_text).0),
            Some(converter) => Cow::Owned(converter.convert(&mended_text.text)),
            None => mended_text.text,
        }
    }

    /// `mended_text` as it is shown, and what of the source became what of it.
    pub fn show_mapped(&self, mended_text: &MendedText<'_>) -> (String, Vec<Piece>) {
        let (view, second) = mapped(self.converter.as_deref(), &mended_text.text);
        // A reading is picked for a character, in a word as well.
        let second = by_character(&mended_text.text, &view, &second);
        let (view, pieces) = if mended_text.readings.is_empty() {
            (view, second)
        } else {
            let map = OffsetMap::from_pieces(&mended_text.text, &view, &second);
            let replacements = self.reading_replacements(mended_text, &view, &map);
            let (read, third) = replace(&view, &replacements);
            let mut pieces = Vec::new();
            compose(&second, &third, &mut pieces);
            (read, pieces)
        };
        if mended_text.pieces.is_empty() {
            return (view, pieces);
        }
        let mut all = Vec::new();
        compose(&mended_text.pieces, &pieces, &mut all);
        (view, all)
    }

    /// `mended_text` as it is shown, and where the parts that are followed stand in that.
    pub fn show_followed(&self, mended_text: &MendedText<'_>) -> (String, Vec<Range<usize>>) {
        // What is asked for is where they stand from here on, not from the source.
        let here = MendedText { pieces: Vec::new(), ..mended_text.clone() };
        let (view, pieces) = self.show_mapped(&here);
        let map = OffsetMap::from_pieces(&here.text, &view, &pieces);
        let followed = here.followed.into_iter().map(|part| map.view_range(part)).collect();
        (view, followed)
    }

    /// The parts of `view` that picked readings take the place of, with what is put there, in order.
    fn reading_replacements(
        &self,
        mended_text: &MendedText<'_>,
        view: &str,
        map: &OffsetMap,
    ) -> Vec<Replacement<'static>> {
        let mut replacements: Vec<Replacement<'static>> = Vec::new();
        let mut readings = mended_text.readings.iter().peekable();
        while let Some((at, form)) = readings.next() {
            let length =
                mended_text.text.get(*at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let shown = map.view_range(*at..at + length);
            let source = map.source_range(shown.clone());
            let stands_alone = source == (*at..at + length)
                && view.get(shown.clone()).is_some_and(|shown| shown.chars().count() == 1);
            if stands_alone {
                replacements.push((shown, Cow::Owned(form.to_string())));
                continue;
            }
            // It is in a word that became another as a whole: what is left of that is converted by itself.
            let (mut word, mut from) = (String::new(), source.start);
            let mut next = Some((*at, *form));
            while let Some((at, form)) = next {
                word.push_str(&self.converted(mended_text.text.get(from..at).unwrap_or_default()));
                word.push(form);
                let length =
                    mended_text.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                from = at + length;
                next = readings.next_if(|(at, _)| *at < source.end).copied();
            }
            word.push_str(&self.converted(mended_text.text.get(from..source.end).unwrap_or_default()));
            replacements.push((shown, Cow::Owned(word)));
        }
        replacements
    }

    fn converted(&self, text: &str) -> String {
        self.converter.as_ref().map_or_else(|| text.to_owned(), |converter| converter.convert(text))
    }
}

static TAIWAN: LazyLock<Option<Converter>> = LazyLock::new(|| Converter::open_embedded(Config::T2tw).ok());
static HONG_KONG: LazyLock<Option<Converter>> = LazyLock::new(|| Converter::open_embedded(Config::T2hk).ok());

/// A form of OpenCC's traditional standard as it is written where `script` is.
pub fn in_region(form: char, script: Script) -> char {
    let converter = match script {
        Script::Tw => TAIWAN.as_ref(),
        Script::Hk => HONG_KONG.as_ref(),
        Script::Source | Script::Hans | Script::Hant => None,
    };
    let regional = converter.map(|converter| converter.convert(form.encode_utf8(&mut [0; 4])));
    regional.and_then(|regional| regional.chars().next()).unwrap_or(form)
}

/// The entries of a dictionary by which the character `found` of the simplified `word` is read as `form`, of OpenCC's
/// standard, wherever the word stands: one for all traditional scripts, or one for each where they differ.
pub fn always_read(word: &str, found: char, form: char) -> Vec<OwnWord> {
    let read = Contexts::get().convert(word, None);
    let read = word.chars().zip(read.chars()).map(|(c, read)| if c == found { form } else { read });
    let read: Vec<char> = read.collect();
    let standards = [(Script::Hant, Toward::Hant), (Script::Tw, Toward::Tw), (Script::Hk, Toward::Hk)];
    let in_script = |script| read.iter().map(|c| in_region(*c, script)).collect::<String>();
    let forms: Vec<(String, Toward)> =
        standards.into_iter().map(|(script, toward)| (in_script(script), toward)).collect();
    let first = forms.first().map(|(form, _)| form.clone()).unwrap_or_default();
    if forms.iter().all(|(form, _)| *form == first) {
        return OwnWord::new(word, &first, Toward::Traditional).into_iter().collect();
    }
    forms.iter().filter_map(|(form, toward)| OwnWord::new(word, form, *toward)).collect()
}
