//! Where a converted character comes from: the word of the source, and the rule that decided what becomes of it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Convert, Dictionary, OffsetMap, Script};

/// Where a converted character comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The word of the source that was converted as a whole, in bytes from the start of the piece.
    pub source: Range<usize>,
    /// What is shown for it, in bytes of the shown text.
    pub view: Range<usize>,
    /// What decided it.
    pub rule: Rule,
}

/// What decided a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// An entry of the reader's own dictionary.
    OwnWord,
    /// An entry of OpenCC's dictionaries of words.
    Phrase,
    /// The character alone; the forms that it may have, OpenCC's choice first, none where there is but one.
    Character(Vec<char>),
}

/// The origin of the character at byte `at` of `view`, which `converter` has made of `source`, with `dictionaries` in
/// front, those that count first first. `None` where the converter left it alone, and where it makes another text.
pub fn origin(
    converter: &dyn Convert,
    (source, view): (&str, &str),
    at: usize,
    dictionaries: &[&Dictionary],
    script: Script,
) -> Option<Origin> {
    let pieces = match converter.convert_mapped(source) {
        Some((made, pieces)) => (made == view).then_some(pieces)?,
        None => OffsetMap::new(source, view, converter).pieces(source, view),
    };
    let (mut from, mut to) = (0, 0);
    let piece = pieces.into_iter().find(|piece| {
        let holds = (to..to + piece.view).contains(&at);
        if !holds {
            (from, to) = (from + piece.source, to + piece.view);
        }
        holds
    })?;
    if piece.same {
        return None;
    }
    let (bytes, shown) = (from..from + piece.source, to..to + piece.view);
    let word = source.get(bytes.clone())?;
    let own = dictionaries.iter().find_map(|dictionary| dictionary.conversion(word, script));
    let rule = match single(word) {
        _ if own.is_some_and(|own| Some(own) == view.get(shown.clone())) => Rule::OwnWord,
        Some(c) => Rule::Character(forms(c).to_vec()),
        None => Rule::Phrase,
    };
    Some(Origin { source: bytes, view: shown, rule })
}

/// The character that `word` is, if it is one.
fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// The forms that `c` may have in the other script; none where there is but one.
pub(super) fn forms(c: char) -> &'static [char] {
    FORMS.get(&c).map_or(&[], Vec::as_slice)
}

/// The characters of OpenCC's tables that have several forms in the other script, with these.
static FORMS: LazyLock<HashMap<char, Vec<char>>> = LazyLock::new(|| {
    let tables = [
        include_str!("../../assets/opencc/STCharacters.txt"),
        include_str!("../../assets/opencc/TSCharacters.txt"),
    ];
    let mut forms = HashMap::new();
    for (key, candidates) in tables.iter().flat_map(|table| table.lines()).filter_map(|l| l.split_once('\t'))
    {
        let candidates: Vec<char> = candidates.split_whitespace().filter_map(single).collect();
        if let Some(c) = single(key).filter(|_| candidates.len() > 1) {
            forms.entry(c).or_insert(candidates);
        }
    }
    forms
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::{Config, Converter, decorated};

    #[test]
    fn the_word_and_the_rule_are_told() {
        let own = Dictionary::parse("软件\t軟體\n丑\t丑");
        let opened = Converter::open_embedded(Config::S2t).unwrap();
        let converter =
            decorated(Some(std::sync::Arc::new(opened)), Script::Hant, &[&own], true, None).unwrap();
        let source = "“头发”发，国的软件丑";
        let view = converter.convert(source);
        assert_eq!(view, "「頭髮」發，國的軟體丑");
        let told = |c: &str| {
            let at = view.find(c).unwrap();
            let origin = origin(&*converter, (source, &view), at, &[&own], Script::Hant)?;
            let (source, view) = (source.get(origin.source).unwrap(), view.get(origin.view).unwrap());
            Some((source, view, origin.rule))
        };
        assert_eq!(told("髮"), Some(("头发", "頭髮", Rule::Phrase)));
        assert_eq!(told("發"), Some(("发", "發", Rule::Character(vec!['發', '髮']))));
        assert_eq!(told("國"), Some(("国", "國", Rule::Character(Vec::new()))));
        assert_eq!(told("體"), Some(("软件", "軟體", Rule::OwnWord)));
        assert_eq!(told("「"), Some(("“", "「", Rule::Character(Vec::new()))));
        assert_eq!(told("的"), None);
        assert_eq!(origin(&*converter, (source, source), 0, &[], Script::Hant), None);
        assert_eq!(origin(&*converter, (source, &view), view.len(), &[], Script::Hant), None);
    }
}
