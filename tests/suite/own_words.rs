//! The reader's own dictionary: in front of both engines, with exact offsets, and on the command line.

use std::process::Command;
use std::sync::{Arc, LazyLock};

use gangmu::script::{Config, Convert, Converter, Dictionary, Engine, OffsetMap, Script, with_own_words};
use gangmu::session::jobs::convert_whole;
use proptest::prelude::*;

use crate::support::Folder;

/// A converter for each engine that is built in.
static ENGINES: LazyLock<Vec<(Script, Arc<dyn Convert>)>> = LazyLock::new(|| {
    let configs = [(Config::S2twp, Script::Tw), (Config::S2t, Script::Hant), (Config::T2s, Script::Hans)];
    let all = configs.into_iter().flat_map(|config| Engine::ALL.map(|engine| (config, engine)));
    let open = |((config, script), engine)| {
        let converter = Converter::open_with(config, engine).ok()?;
        Some((script, Arc::new(converter) as Arc<dyn Convert>))
    };
    all.filter_map(open).collect()
});

/// What `text` becomes in `script` with that dictionary in front, the same by all engines.
fn converted(dictionary: &str, text: &str, script: Script) -> String {
    let dictionary = Dictionary::parse(dictionary);
    let engines = ENGINES.iter().filter(|(known, _)| *known == script);
    let mut all: Vec<_> = engines
        .map(|(_, converter)| {
            with_own_words(Some(Arc::clone(converter)), &[&dictionary], script).unwrap().convert(text)
        })
        .collect();
    all.dedup();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn own_words_come_before_everything_and_the_rest_converts_as_ever() {
    let text = "头发和面条，软件、网络";
    assert_eq!(converted("", text, Script::Tw), "頭髮和麵條，軟體、網路");
    assert_eq!(converted("网络\t內網", text, Script::Tw), "頭髮和麵條，軟體、內網");
    // Protected through all steps of the chain, and within what OpenCC takes for a word.
    assert_eq!(converted("软件\t软件\n头\t头", text, Script::Tw), "头發和麵條，软件、網路");
    // No later step changes what an entry has made.
    assert_eq!(converted("网络\t网络软件", "网络软件", Script::Tw), "网络软件軟體");
    // The one that begins first, and of these the longest.
    assert_eq!(converted("头\tA\n头发\tB\n发和面\tC", text, Script::Tw), "B和麵條，軟體、網路");
}

#[test]
fn an_entry_keeps_to_its_direction() {
    let dictionary = "# to: traditional\n里\t裡\n# to: tw\n面\t麵\n# to: hans\n乾\t乾";
    assert_eq!(converted(dictionary, "公里面", Script::Tw), "公裡麵");
    assert_eq!(converted(dictionary, "公里面", Script::Hant), "公裡面");
    assert_eq!(converted(dictionary, "鄉里乾", Script::Hans), "乡里乾");
}

#[test]
fn the_dictionary_named_first_counts_and_none_changes_nothing() {
    let parse = |text: &str| Dictionary::parse(text);
    let (document, everywhere) = (parse("面\t面"), parse("面\t麵\n里\t裡"));
    let converter = with_own_words(None, &[&document, &everywhere], Script::Tw).unwrap();
    assert_eq!(converter.convert("面里"), "面裡");
    assert!(with_own_words(None, &[&document], Script::Source).is_none());
    let (script, engine) = &ENGINES[0];
    let same = with_own_words(Some(Arc::clone(engine)), &[&Dictionary::default()], *script).unwrap();
    assert!(Arc::ptr_eq(engine, &same));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_whole_text_is_the_same_on_any_number_of_threads(
        lines in proptest::collection::vec("[头发面里国软件⿰⿱后裡麵a，“\"\r]{0,12}", 20..60),
        threads in 0_usize..4,
    ) {
        // Long enough for several parts on each thread.
        let text = lines.join("\n").repeat(400);
        for (script, engine) in ENGINES.iter().filter(|(script, _)| *script == Script::Tw) {
            let own = with_own_words(Some(Arc::clone(engine)), &[&Dictionary::parse("里\t裡")], *script).unwrap();
            let mut whole = String::new();
            let take = |part: &str| -> Result<(), ()> {
                whole.push_str(part);
                Ok(())
            };
            convert_whole(&*own, &text, threads, take).unwrap();
            prop_assert!(whole == own.convert(&text));
        }
    }
}

proptest! {
    #[test]
    fn places_correspond_whatever_the_words(
        words in proptest::collection::vec("[头发面里国软件网络a]{1,3}\t[一-龟a]{1,4}", 0..6),
        text in "[头发面里国软件网络后裡麵a，\n\u{20000}]{0,40}",
    ) {
        let dictionary = Dictionary::parse(words.join("\n"));
        for (script, engine) in ENGINES.iter() {
            let own = with_own_words(Some(Arc::clone(engine)), &[&dictionary], *script).unwrap();
            let view = own.convert(&text);
            if let Some((mapped, pieces)) = own.convert_mapped(&text) {
                prop_assert_eq!(&mapped, &view);
                let sum = pieces.iter().fold((0, 0), |sum, piece| (sum.0 + piece.source, sum.1 + piece.view));
                prop_assert_eq!(sum, (text.len(), view.len()));
            }
            let map = OffsetMap::new(&text, &view, &*own);
            for (at, c) in text.char_indices() {
                let shown = map.view_range(at..at + c.len_utf8());
                prop_assert!(view.is_char_boundary(shown.start) && view.is_char_boundary(shown.end));
                let back = map.source_range(shown.clone());
                prop_assert!(shown.is_empty() || back.start <= at && back.end >= at + c.len_utf8());
            }
            // Where a protected word is found it stands unchanged, and a word's place shows its conversion.
            for (_, word) in dictionary.words() {
                if let (Some(at), 1) = (text.find(&word.word), dictionary.words().len()) {
                    let shown = map.view_range(at..at + word.word.len());
                    prop_assert_eq!(view.get(shown), Some(word.conversion.as_str()));
                }
            }
        }
    }

    #[test]
    fn any_text_is_read_as_a_dictionary(text in any::<String>()) {
        let dictionary = Dictionary::parse(text.as_str());
        let lines = text.lines().count();
        prop_assert!(dictionary.mistakes().iter().all(|mistake| (1..=lines).contains(&mistake.line)));
        let again = Dictionary::parse(dictionary.text());
        prop_assert_eq!(again, dictionary);
    }
}

#[test]
fn the_command_line_takes_dictionaries_and_tells_their_mistakes() {
    let folder = Folder::new();
    let text = folder.file("a.txt", "一、头发\n面条和网络\n二、软件\n里面\n");
    let words = folder.file("words.txt", "网络\t內網\nbroken\n软件\t软件\n");
    let gangmu = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gangmu"))
            .args(arguments)
            .arg(&text)
            .args(["--lang", "en"])
            .arg("--dict")
            .arg(&words)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let warning =
        format!("gangmu: warning: {}, line 2: no tab between word and conversion\n", words.display());
    let (code, stdout, stderr) = gangmu(&["convert", "--to", "tw", "--from", "hans"]);
    assert_eq!(stdout, "一、頭髮\n麵條和內網\n二、软件\n裡面\n");
    assert_eq!((code, &stderr), (Some(0), &warning));
    let (code, stdout, stderr) = gangmu(&["export", "--script", "tw", "--format", "txt", "-o", "-"]);
    assert!(stdout.contains("內網") && stdout.contains("软件") && stdout.contains("頭髮"), "{stdout}");
    assert_eq!((code, &stderr), (Some(0), &warning));
}
