//! The fast engine with the dictionaries that are part of the program, against a plain reading of what OpenCC 1.4
//! does with them: byte for byte, in every configuration.

use std::sync::LazyLock;

use gangmu::script::{Config, Convert as _, Converter};
use proptest::prelude::*;

use crate::reference::Reference;
use crate::texts;

/// Each configuration, quick and plain.
static ENGINES: LazyLock<Vec<(Converter, Reference)>> = LazyLock::new(|| {
    let open = |config| (Converter::open_embedded(config).unwrap(), Reference::embedded(config));
    Config::ALL.into_iter().map(open).collect()
});

fn check(text: &str) {
    for (fast, reference) in &*ENGINES {
        let converted = fast.convert(text);
        assert_eq!(converted, reference.convert(text), "{} of {text:?}", fast.config().name());
        let (mapped, pieces) = fast.convert_mapped(text).unwrap();
        assert_eq!(mapped, converted, "{}", fast.config().name());
        assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
        assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), converted.len());
    }
}

fn check_lines(text: &str) {
    text.lines().for_each(check);
}

#[test]
fn words_of_the_dictionaries_convert_as_described() {
    let words = texts::shuffled(texts::EMBEDDED.clone());
    check_lines(&words.chunks(400).step_by(8).map(<[_]>::concat).collect::<Vec<_>>().join("\n"));
}

#[test]
fn ideographs_in_company_convert_as_described() {
    let text = texts::ideographs_in_company();
    check_lines(&text.lines().step_by(6).collect::<Vec<_>>().join("\n"));
}

#[test]
fn interrupted_words_convert_as_described() {
    let words: Vec<String> = texts::EMBEDDED.iter().step_by(29).cloned().collect();
    check_lines(&texts::interrupted(&words));
}

#[test]
fn long_runs_convert_as_described() {
    for run in texts::long_runs() {
        check(&run.chars().take(3_000).collect::<String>());
    }
}

/// Words that the second step of a chain knows, cut so that its matches run over the ends of the first step's.
#[test]
fn matches_of_a_later_step_run_over_the_ends_of_earlier_ones() {
    for text in [
        "软件工程的软件包在硬件里",
        "干软件的软⿰件",
        "⿰软件",
        "软⿱",
        "着乾隆瞭解着",
        "乾脆不瞭解乾⿰",
        "頭髮裡著乾",
        "裡面乾燥瞭望",
        "软",
        "软\u{fe00}件",
        "服务器服务",
        "打印机打印服务器",
        "游览器浏览器",
    ] {
        check(text);
        check(&text.repeat(40));
        let doubled: String = text.chars().flat_map(|c| [c, c]).collect();
        check(&doubled);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_converts_as_described(text in texts::text(&texts::EMBEDDED)) {
        check(&text);
    }
}
