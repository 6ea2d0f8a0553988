//! The fast engine against the OpenCC library, over the dictionaries that are installed with it: byte for byte, and what
//! became of what.
//!
//! `opencc_dict` exports the installed dictionaries as text; it comes with OpenCC (`apt-get install opencc`).

use std::process::Command;
use std::sync::LazyLock;

use gangmu::script::{Config, Convert as _, Converter, Engine, OffsetMap, Piece};
use proptest::prelude::*;

use crate::texts;

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
    let mut words = texts::words_in(exported.path());
    assert!(words.len() > 50_000);
    words.extend(texts::EMBEDDED.iter().cloned());
    words.into_iter().collect()
});

/// Each configuration of OpenCC's with both engines.
static ENGINES: LazyLock<Vec<[Converter; 2]>> = LazyLock::new(|| {
    let both = |config| {
        [Converter::open_installed(config), Converter::open_with(config, Engine::OpenCc)].map(Result::unwrap)
    };
    Config::ALL.into_iter().filter(|config| !config.is_composed()).map(both).collect()
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
    let alone: Vec<String> = texts::ideographs().into_iter().map(String::from).collect();
    check(&alone.join("\n"));
    check(&texts::ideographs_in_company());
}

#[test]
fn interrupted_words_convert_as_the_library_does_it() {
    check(&texts::interrupted(&WORDS));
}

#[test]
fn long_runs_convert_as_the_library_does_it() {
    for run in texts::long_runs() {
        check(&run);
    }
    let controls: String =
        ('\u{1}'..='\u{9F}').filter(|c| !c.is_alphanumeric()).flat_map(|c| [c, '发', c]).collect();
    check(&controls);
    check("\0\0头\0发头发\0");
}

#[test]
fn the_engine_is_fast_unless_another_is_asked_for() {
    for engine in Engine::ALL {
        assert_eq!(Engine::named(engine.name()), Some(engine));
        assert_eq!(serde_json::to_string(&engine).unwrap(), format!("\"{}\"", engine.name()));
        assert_eq!(Converter::open_with(Config::S2twp, engine).unwrap().engine(), engine);
    }
    assert_eq!(Engine::default(), Engine::Fast);
    assert_eq!(Converter::open_installed(Config::S2t).unwrap().engine(), Engine::Fast);
}

/// Whatever is installed, the usual way is that of the dictionaries in the program; the library is asked with its own.
#[test]
fn the_newer_dictionaries_convert_unless_the_library_is_asked_for() {
    let of = |engine, text| Converter::open_with(Config::S2t, engine).unwrap().convert(text);
    let text = "人数不断发生变化，大家抬头看。";
    assert_eq!(of(Engine::Fast, text), "人數不斷發生變化，大家抬頭看。");
    assert_eq!(of(Engine::Fast, text), Converter::open_embedded(Config::S2t).unwrap().convert(text));
    for text in ["不断发生", "乾安县", "慰藉着", "抬头"] {
        assert_eq!(of(Engine::OpenCc, text), Converter::open_installed(Config::S2t).unwrap().convert(text));
    }
}

/// How many texts of the property tests; a million by hand now and then.
fn cases() -> u32 {
    std::env::var("GANGMU_TEXTS").ok().and_then(|texts| texts.parse().ok()).unwrap_or(3_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn any_text_converts_as_the_library_does_it(text in texts::text(&WORDS)) {
        check(&text);
    }

    #[test]
    fn places_correspond_in_both_directions(text in texts::text(&WORDS)) {
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
