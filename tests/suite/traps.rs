//! Sentences that defeat a converter that goes word by word, in both directions: `tests/fixtures/script/to_*.tsv`.

use std::path::Path;

use gangmu::script::{Config, Conversion};

use crate::texts;

/// A sentence, what it becomes, and whether it was set aside when the rules were written.
struct Sentence {
    source: String,
    expected: String,
    is_aside: bool,
}

fn sentences(name: &str) -> Vec<Sentence> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/script");
    let of = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let (source, expected) = (fields.next().unwrap(), fields.next().unwrap());
        Sentence { source, expected, is_aside: fields.next().is_some() }
    };
    texts::read(&folder.join(name)).lines().map(of).collect()
}

/// Which of the sentences OpenCC gets wrong, and which the careful way.
fn wrong(sentences: &[Sentence], config: Config) -> [Vec<String>; 2] {
    [false, true].map(|careful| {
        let converter = Conversion::new(config, careful).open().unwrap();
        let made = sentences.iter().map(|sentence| (converter.convert(&sentence.source), &sentence.expected));
        made.filter(|(made, expected)| made != *expected).map(|(made, _)| made).collect()
    })
}

#[test]
fn careful_conversion_halves_the_wrong_sentences() {
    let all = sentences("to_traditional.tsv");
    let [by_opencc, careful] = wrong(&all, Config::S2tw);
    assert!(careful.len() * 2 <= by_opencc.len(), "{} of {}: {careful:?}", careful.len(), by_opencc.len());
}

#[test]
fn sentences_set_aside_become_better_too() {
    let mut aside = sentences("to_traditional.tsv");
    aside.retain(|sentence| sentence.is_aside);
    let [by_opencc, careful] = wrong(&aside, Config::S2tw);
    assert!(careful.len() * 4 <= by_opencc.len() * 3, "{} of {}", careful.len(), by_opencc.len());
}

#[test]
fn words_that_keep_a_character_in_simplified_script() {
    let all = sentences("to_simplified.tsv");
    let [by_opencc, careful] = wrong(&all, Config::Tw2s);
    assert!(careful.len() * 2 <= by_opencc.len(), "{} of {}: {careful:?}", careful.len(), by_opencc.len());
}
