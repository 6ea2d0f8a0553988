//! A converter that knows the reader's own words.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Dictionary, Toward};
use crate::script::fast::compose;
use crate::script::{Convert, OffsetMap, Piece, Script};

/// `converter` (`None`: the text stays as it is), with the words of `dictionaries` put in front of all it does; of
/// entries for one word those of an earlier dictionary count. `converter` itself where no word is for `script`.
pub fn with_own_words(
    converter: Option<Arc<dyn Convert>>,
    dictionaries: &[&Dictionary],
    script: Script,
) -> Option<Arc<dyn Convert>> {
    match Entries::of(dictionaries, |toward| toward.covers(script)) {
        Some(entries) => Some(Arc::new(WithOwnWords { converter, entries })),
        None => converter,
    }
}

/// `converter`, applied to what the entries of `dictionaries` that mend the text itself have made of it. `converter`
/// itself where there are none.
pub fn mended(converter: Option<Arc<dyn Convert>>, dictionaries: &[&Dictionary]) -> Option<Arc<dyn Convert>> {
    let Some(entries) = Entries::of(dictionaries, |toward| toward == Toward::Source) else {
        return converter;
    };
    let mends = WithOwnWords { converter: None, entries };
    match converter {
        None => Some(Arc::new(mends)),
        Some(converter) => Some(Arc::new(Mended { mends, converter })),
    }
}

/// Entries of dictionaries, to be found in a text.
#[derive(Debug)]
pub(in crate::script) struct Entries {
    matcher: AhoCorasick,
    /// In the order of the matcher's patterns.
    words: Vec<String>,
    /// What takes the place of each word, in the order of the matcher's patterns.
    conversions: Vec<String>,
}

impl Entries {
    /// The entries whose direction is wanted; of entries for one word the first. `None` where there is none.
    pub(in crate::script) fn of(
        dictionaries: &[&Dictionary],
        wanted: impl Fn(Toward) -> bool,
    ) -> Option<Self> {
        let mut words: BTreeMap<&str, &str> = BTreeMap::new();
        for (_, own) in dictionaries.iter().flat_map(|dictionary| dictionary.words()) {
            if wanted(own.toward) {
                words.entry(&own.word).or_insert(&own.conversion);
            }
        }
        if words.is_empty() {
            return None;
        }
        // It fails only for more text than a file that is read as a dictionary can have.
        let matcher =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words.keys()).ok()?;
        let (words, conversions) =
            words.into_iter().map(|(word, conversion)| (word.to_owned(), conversion.to_owned())).unzip();
        Some(Self { matcher, words, conversions })
    }

    /// Calls `each` for every word, and what takes its place.
    pub(in crate::script) fn each(&self, each: &mut dyn FnMut(&str, &str)) {
        self.words.iter().zip(&self.conversions).for_each(|(word, instead)| each(word, instead));
    }

    /// Where words stand in `text` and what takes their places, in order.
    pub(in crate::script) fn find<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, &'a str)> {
        self.matcher.find_iter(text).map(|found| {
            let word = text.get(found.range()).unwrap_or_default();
            let conversion = self.conversions.get(found.pattern().as_usize());
            (found.range(), conversion.map_or(word, String::as_str))
        })
    }
}

/// A converter with own words in front.
#[derive(Debug)]
struct WithOwnWords {
    converter: Option<Arc<dyn Convert>>,
    entries: Entries,
}

/// A converter behind words that mend the text.
#[derive(Debug)]
struct Mended {
    mends: WithOwnWords,
    converter: Arc<dyn Convert>,
}

impl Convert for Mended {
    fn convert(&self, text: &str) -> String {
        self.converter.convert(&self.mends.convert(text))
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let (mended, first) = self.mends.convert_mapped(text)?;
        let (view, second) = mapped(Some(&*self.converter), &mended);
        let mut pieces = Vec::new();
        compose(&first, &second, &mut pieces);
        Some((view, pieces))
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        self.mends.reworded(each);
        self.converter.reworded(each);
    }
}

/// What `converter` (`None`: nothing) makes of `text`, in the pieces that it was converted in, whether it knows them
/// itself or not.
pub(in crate::script) fn mapped(converter: Option<&dyn Convert>, text: &str) -> (String, Vec<Piece>) {
    let Some(converter) = converter else {
        return (text.to_owned(), vec![Piece { source: text.len(), view: text.len(), same: true }]);
    };
    converter.convert_mapped(text).unwrap_or_else(|| {
        let view = converter.convert(text);
        let pieces = OffsetMap::new(text, &view, converter).pieces(text, &view);
        (view, pieces)
    })
}

/// A part of a text.
enum Part<'a> {
    /// No own word is in it.
    Other(&'a str),
    /// An own word, and what takes its place.
    Own(&'a str, &'a str),
}

impl WithOwnWords {
    /// Calls `each` for the parts of `text`, in order.
    fn parts<'a>(&'a self, text: &'a str, mut each: impl FnMut(Part<'a>)) {
        let mut from = 0;
        for (place, conversion) in self.entries.find(text) {
            let before = text.get(from..place.start).unwrap_or_default();
            if !before.is_empty() {
                each(Part::Other(before));
            }
            from = place.end;
            each(Part::Own(text.get(place).unwrap_or_default(), conversion));
        }
        let rest = text.get(from..).unwrap_or_default();
        if !rest.is_empty() {
            each(Part::Other(rest));
        }
    }
}

impl Convert for WithOwnWords {
    fn convert(&self, text: &str) -> String {
        let mut view = String::with_capacity(text.len() + text.len() / 16);
        self.parts(text, |part| match (part, &self.converter) {
            (Part::Own(_, conversion), _) => view.push_str(conversion),
            (Part::Other(text), Some(converter)) => view.push_str(&converter.convert(text)),
            (Part::Other(text), None) => view.push_str(text),
        });
        view
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let (mut converted, mut pieces) = (String::with_capacity(text.len() + text.len() / 16), Vec::new());
        self.parts(text, |part| match part {
            Part::Own(word, conversion) => {
                converted.push_str(conversion);
                let (source, view) = (word.len(), conversion.len());
                pieces.push(Piece { source, view, same: word == conversion });
            }
            Part::Other(text) => {
                let (other, of_other) = mapped(self.converter.as_deref(), text);
                converted.push_str(&other);
                pieces.extend(of_other);
            }
        });
        Some((converted, pieces))
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        self.entries.each(each);
        if let Some(converter) = &self.converter {
            converter.reworded(each);
        }
    }
}
