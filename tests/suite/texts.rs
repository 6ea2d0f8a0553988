//! Texts that converting may stumble over: words of the dictionaries run together, whole and in parts, with all that
//! may stand between them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

/// Keys and values of the dictionaries in a folder, as text files.
pub(crate) fn words_in(folder: &Path) -> BTreeSet<String> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let texts: Vec<String> = texts.map(|path| read(&path)).collect();
    let words = texts.iter().flat_map(|text| text.split(['\t', '\n', ' ', '\r']));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A file of ours, which is UTF-8.
pub(crate) fn read(path: &Path) -> String {
    String::from_utf8(std::fs::read(path).unwrap()).unwrap()
}

/// The dictionaries that are part of the program.
pub(crate) static EMBEDDED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = words_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc"));
    assert!(words.len() > 50_000);
    words.into_iter().collect()
});

/// Every ideograph and all that is kin to one, with the selectors of variants.
pub(crate) fn ideographs() -> Vec<char> {
    let blocks = [0x2E80..=0x33FF, 0x3400..=0x4DBF, 0x4E00..=0x9FFF, 0xF900..=0xFAFF, 0xFE00..=0xFFEF];
    let beyond = [0x1F200..=0x1F2FF, 0x2_0000..=0x2_A6DF, 0x2_A700..=0x2_EE5D, 0x2_F800..=0x2_FA1F];
    let planes = blocks.into_iter().chain(beyond).chain([0x3_0000..=0x3_347F, 0xE_0100..=0xE_01EF]);
    let characters: Vec<char> = planes.flatten().filter_map(char::from_u32).collect();
    assert!(characters.len() > 95_000);
    characters
}

/// What makes `list` run in another order, the same each time.
pub(crate) fn shuffled<T>(mut list: Vec<T>) -> Vec<T> {
    let mut state = 20_261_125_u64;
    for last in (1..list.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
    }
    list
}

/// Every ideograph between others, in two orders: a line has 40.
pub(crate) fn ideographs_in_company() -> String {
    let lines = |list: &[char]| list.chunks(40).map(String::from_iter).collect::<Vec<_>>().join("\n");
    [lines(&ideographs()), lines(&shuffled(ideographs()))].join("\n")
}

/// Words with something put into them that a match must not look over: a selector of a variant, a control, an
/// operator of description sequences.
pub(crate) fn interrupted(words: &[String]) -> String {
    let selectors = ('\u{FE00}'..='\u{FE0F}').chain('\u{E0100}'..='\u{E01EF}');
    let controls = ('\u{1}'..='\u{1F}').filter(|c| *c != '\n').chain('\u{7F}'..='\u{9F}');
    let others = "\u{200B}\u{200D}\u{2028}\u{2060}\u{FEFF}\u{FFFC}\u{FFFD}".chars();
    let operators = ('\u{2FF0}'..='\u{2FFF}').chain(['\u{31EF}']);
    let between: Vec<char> = selectors.chain(controls).chain(others).chain(operators).collect();
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        let at = index % word.chars().count() + 1;
        text.extend(word.chars().take(at));
        text.push(between[index % between.len()]);
        text.extend(word.chars().skip(at));
        text.push('\n');
    }
    text
}

/// Long runs without a place to take breath.
pub(crate) fn long_runs() -> Vec<String> {
    let runs = [
        "一",
        "发",
        "干",
        "髮",
        "臺",
        "⿰",
        "⿱⿲",
        "頭髮",
        "软件",
        "不干不净",
        "a",
        "\u{301}",
        "\u{e0100}",
        "𠮷",
    ];
    runs.iter().map(|run| run.repeat(40_000)).collect()
}

/// Words, parts of words, and whatever else may stand between them.
pub(crate) fn text(words: &'static [String]) -> impl Strategy<Value = String> {
    let word = move || (0..words.len()).prop_map(move |index| words[index].clone());
    let noise = "，。、《》 aZUSQLPN0９．·-\n\r\u{3000}\u{feff}\u{200b}\u{301}\u{7}é😀か한⿰⿱⿲⿾\u{fe00}\u{fe0f}\u{e0100}豈更\u{2f80c}𠮷𠀀㐀龘〇";
    let part = prop_oneof![
        6 => word(),
        2 => (word(), 0..4_usize).prop_map(|(word, skip)| word.chars().skip(skip).collect()),
        2 => (word(), 1..4_usize).prop_map(|(word, take)| word.chars().take(take).collect()),
        2 => proptest::sample::select(noise.chars().collect::<Vec<_>>()).prop_map(String::from),
        1 => proptest::char::range('一', '\u{9fff}').prop_map(String::from),
        1 => any::<char>().prop_filter("NUL is not text", |c| *c != '\0').prop_map(String::from),
    ];
    proptest::collection::vec(part, 1..16).prop_map(|parts| parts.concat())
}
