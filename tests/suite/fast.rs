//! The fast engine against the OpenCC library, over the same dictionaries: byte for byte, and what became of what.
//!
//! `opencc_dict` exports the installed dictionaries as text; it comes with OpenCC (`apt-get install opencc`).

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use gangmu::script::{Config, Convert as _, Converter, Engine, OffsetMap, Piece};
use proptest::prelude::*;

/// The installed library's dictionaries.
const INSTALLED: &str = "/usr/share/opencc";

/// Keys and values of every dictionary, of the installed library and of the newer one that is part of the program.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let exported = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(INSTALLED).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ocd2") {
            let text = exported.path().join(path.file_stem().unwrap()).with_extension("txt");
            let arguments = ["-f", "ocd2", "-t", "text", "-i"];
            let done = Command::new("opencc_dict").args(arguments).arg(&path).arg("-o").arg(text).status();
            assert!(done.expect("opencc_dict comes with OpenCC").success());
        }
    }
    let embedded = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc");
    let mut words = BTreeSet::new();
    for folder in [exported.path(), &embedded] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let text = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
                words.extend(text.split(['\t', '\n', ' ', '\r']).map(str::to_owned));
            }
        }
    }
    words.remove("");
    assert!(words.len() > 50_000);
    words.into_iter().collect()
});

/// Each configuration with both engines.
static ENGINES: LazyLock<Vec<[Converter; 2]>> = LazyLock::new(|| {
    let open = |config| Engine::ALL.map(|engine| Converter::open_with(config, engine).unwrap());
    Config::ALL.into_iter().map(open).collect()
});

/// Both engines make the same of `text`, in every configuration, and the pieces are what the texts say.
fn check(text: &str) {
    for [fast, opencc] in &*ENGINES {
        let converted = fast.convert(text);
        let config = fast.config().name();
        if converted != opencc.convert(text) {
            // A line tells more than a million.
            for line in text.lines() {
                assert_eq!(fast.convert(line), opencc.convert(line), "{config} of {line:?}");
            }
            panic!("{config} of {text:?}");
        }
        let (mapped, pieces) = fast.convert_mapped(text).unwrap();
        assert_eq!(mapped, converted, "{config}");
        check_pieces(text, &converted, &pieces);
    }
}

fn check_pieces(source: &str, view: &str, pieces: &[Piece]) {
    let (mut source, mut view) = (source, view);
    for piece in pieces {
        let (from, rest_of_source) = source.split_at(piece.source);
        let (to, rest_of_view) = view.split_at(piece.view);
        assert!(!piece.same || from == to, "{from} {to}");
        (source, view) = (rest_of_source, rest_of_view);
    }
    assert_eq!((source, view), ("", ""));
}

#[test]
fn every_word_of_the_dictionaries_converts_as_the_library_does_it() {
    check(&WORDS.join("\n"));
    // Without line ends, so that phrases may run from one into the next.
    let mut mixed: Vec<&str> = WORDS.iter().step_by(7).map(String::as_str).collect();
    mixed.sort_by_key(|word| word.bytes().rev().collect::<Vec<_>>());
    check(&mixed.chunks(40).map(<[_]>::concat).collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_chinese_character_converts_as_the_library_does_it() {
    let blocks = [0x2E80..=0x33FF, 0x3400..=0x4DBF, 0x4E00..=0x9FFF, 0xF900..=0xFAFF, 0xFE00..=0xFFEF];
    let beyond = [0x1F200..=0x1F2FF, 0x2_0000..=0x2_A6DF, 0x2_A700..=0x2_EE5D, 0x2_F800..=0x2_FA1F];
    let planes = blocks.into_iter().chain(beyond).chain([0x3_0000..=0x3_23AF, 0xE_0100..=0xE_01EF]);
    let characters: Vec<String> = planes.flatten().filter_map(char::from_u32).map(String::from).collect();
    assert!(characters.len() > 95_000);
    check(&characters.join("\n"));
}

#[test]
fn the_engine_is_fast_unless_another_is_asked_for() {
    for engine in Engine::ALL {
        assert_eq!(Engine::named(engine.name()), Some(engine));
        assert_eq!(serde_json::to_string(&engine).unwrap(), format!("\"{}\"", engine.name()));
        assert_eq!(Converter::open_with(Config::S2twp, engine).unwrap().engine(), engine);
    }
    assert_eq!(Converter::open(Config::S2t).unwrap().engine(), Engine::Fast);
}

/// Words, parts of words, and whatever else may stand between them.
fn text() -> impl Strategy<Value = String> {
    let word = || (0..WORDS.len()).prop_map(|index| WORDS[index].clone());
    let noise = "，。、《》 aZUSQLPN0９．·-\n\r\u{3000}\u{feff}\u{200b}\u{301}é😀か한⿰⿱⿲⿾\u{fe00}\u{fe0f}\u{e0100}豈更\u{2f80c}𠮷𠀀㐀龘〇";
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_converts_as_the_library_does_it(text in text()) {
        check(&text);
    }

    #[test]
    fn places_correspond_in_both_directions(text in text()) {
        for [fast, _] in &*ENGINES {
            let (view, pieces) = fast.convert_mapped(&text).unwrap();
            let map = OffsetMap::from_pieces(&text, &view, &pieces);
            let (mut offset_in_source, mut offset_in_view) = (0, 0);
            for piece in &pieces {
                prop_assert_eq!(map.view_from_source(offset_in_source), offset_in_view);
                prop_assert_eq!(map.source_from_view(offset_in_view), offset_in_source);
                let range = offset_in_source..offset_in_source + piece.source;
                let shown = offset_in_view..offset_in_view + piece.view;
                if !range.is_empty() && !shown.is_empty() {
                    prop_assert_eq!(map.view_range(range.clone()), shown.clone());
                    prop_assert_eq!(map.source_range(shown.clone()), range.clone());
                    // What a piece stands for converts to it by itself, or stands as it is.
                    prop_assert!(!piece.same || text.get(range.clone()) == view.get(shown.clone()));
                }
                (offset_in_source, offset_in_view) = (range.end, shown.end);
            }
            prop_assert_eq!((offset_in_source, offset_in_view), (text.len(), view.len()));
        }
    }
}
