//! A converter that knows the reader's own words.

use std::collections::BTreeMap;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Dictionary;
use crate::script::{Convert, OffsetMap, Piece, Script};

/// `converter` (`None`: the text stays as it is), with the words of `dictionaries` put in front of all it does; of
/// entries for one word those of an earlier dictionary count. `converter` itself where no word is for `script`.
pub fn with_own_words(
    converter: Option<Arc<dyn Convert>>,
    dictionaries: &[&Dictionary],
    script: Script,
) -> Option<Arc<dyn Convert>> {
    let mut words: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, own) in dictionaries.iter().flat_map(|dictionary| dictionary.words()) {
        if own.toward.covers(script) {
            words.entry(&own.word).or_insert(&own.conversion);
        }
    }
    if words.is_empty() {
        return converter;
    }
    let matcher = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words.keys());
    // It fails only for more text than a file that is read as a dictionary can have.
    let Ok(matcher) = matcher else { return converter };
    let conversions = words.values().map(|conversion| (*conversion).to_owned()).collect();
    Some(Arc::new(WithOwnWords { converter, matcher, conversions }))
}

/// A converter with own words in front.
#[derive(Debug)]
struct WithOwnWords {
    converter: Option<Arc<dyn Convert>>,
    matcher: AhoCorasick,
    /// What takes the place of each word, in the order of the matcher's patterns.
    conversions: Vec<String>,
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
        for found in self.matcher.find_iter(text) {
            let before = text.get(from..found.start()).unwrap_or_default();
            if !before.is_empty() {
                each(Part::Other(before));
            }
            let conversion = self.conversions.get(found.pattern().as_usize());
            let word = text.get(found.range()).unwrap_or_default();
            each(Part::Own(word, conversion.map_or(word, String::as_str)));
            from = found.end();
        }
        let rest = text.get(from..).unwrap_or_default();
        if !rest.is_empty() {
            each(Part::Other(rest));
        }
    }

    /// What becomes of a stretch without own words.
    fn other(&self, text: &str) -> (String, Vec<Piece>) {
        let Some(converter) = &self.converter else {
            return (text.to_owned(), vec![Piece { source: text.len(), view: text.len(), same: true }]);
        };
        converter.convert_mapped(text).unwrap_or_else(|| {
            let view = converter.convert(text);
            let pieces = OffsetMap::new(text, &view, &**converter).pieces(text, &view);
            (view, pieces)
        })
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
                let (other, of_other) = self.other(text);
                converted.push_str(&other);
                pieces.extend(of_other);
            }
        });
        Some((converted, pieces))
    }
}
