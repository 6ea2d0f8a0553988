//! Searching for what stands on the screen: in every script, with the words of the region, against a plain look at the
//! text that is shown.

use std::process::Command;
use std::sync::{Arc, LazyLock};

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::script::{
    Config, Conversion, Convert, Detected, Dictionary, Mending, OffsetMap, Picked, Presentation, Script,
    configuration, decorated, folded,
};
use gangmu::search::{self, Query};
use gangmu::text::SourceRange;
use proptest::prelude::*;

use crate::support::Folder;
use crate::texts;

fn document(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), encoding: "UTF-8", ..Decoded::default() })
}

/// Each configuration by OpenCC, then each by context.
static CONVERTERS: LazyLock<[Vec<Arc<dyn Convert>>; 2]> = LazyLock::new(|| {
    [false, true].map(|careful| {
        let open = |config| Conversion::new(config, careful).open().unwrap();
        Config::ALL.into_iter().map(open).collect()
    })
});

/// What a text in `source` is shown through in `target`, one way of [`CONVERTERS`] or the other.
fn shown_by(careful: usize, source: Script, target: Script, phrases: bool) -> Option<Arc<dyn Convert>> {
    let config = configuration(&Detected::assumed(source)?, target, phrases)?;
    Config::ALL.iter().position(|known| *known == config).map(|at| Arc::clone(&CONVERTERS[careful][at]))
}

/// What a text in `source` is shown through in `target` by OpenCC.
fn shown_in(source: Script, target: Script, phrases: bool) -> Option<Arc<dyn Convert>> {
    shown_by(0, source, target, phrases)
}

/// Every way to show a text, from whatever script it is in.
fn all_ways() -> Vec<Option<Arc<dyn Convert>>> {
    let sources = [Script::Hans, Script::Hant, Script::Tw, Script::Hk];
    let modes = [(0, false), (0, true), (1, false), (1, true)];
    let of = |source| {
        Script::ALL.map(|target| modes.map(|(careful, phrases)| shown_by(careful, source, target, phrases)))
    };
    sources.into_iter().flat_map(of).flatten().collect()
}

fn presentation(converter: Option<&Arc<dyn Convert>>) -> Presentation {
    Presentation::new(converter.cloned(), Arc::default())
}

fn found(document: &Document, words: &str, presentation: &Presentation) -> Vec<SourceRange> {
    search::all_shown(document, &Query::literal(words).unwrap(), presentation)
}

fn slices<'a>(document: &'a Document, words: &str, presentation: &Presentation) -> Vec<&'a str> {
    found(document, words, presentation).iter().map(|hit| hit.slice(document.text())).collect()
}

/// Where `words` stand in `text`, both folded, one after the other: in characters.
fn places(text: &[char], words: &[char]) -> Vec<usize> {
    let (mut at, mut found) = (0, Vec::new());
    while at + words.len() <= text.len() {
        if text[at..at + words.len()] == *words {
            found.push(at);
            at += words.len();
        } else {
            at += 1;
        }
    }
    found
}

fn fold(text: &str) -> Vec<char> {
    text.chars().map(folded).collect()
}

#[test]
fn what_stands_on_the_screen_is_found_from_any_source() {
    let sources =
        "他看著窗外，他看着窗外；瞭解，了解；藉口，借口；衛生衞生卫生；檯面枱面台面；説話说话說話；群眾羣衆";
    let document = document(sources);
    for (words, count) in [
        ("看着", 2),
        ("看著", 2),
        ("了解", 2),
        ("藉口", 2),
        ("卫生", 3),
        ("衞生", 3),
        ("台面", 3),
        ("说话", 3),
        ("羣眾", 2),
        ("著", 2),
    ] {
        assert_eq!(found(&document, words, &Presentation::default()).len(), count, "{words}");
    }
}

#[test]
fn words_of_the_region_are_found_as_they_are_shown() {
    let document = document("这个软件和打印机都有U盘的。\n\n另一个U盘坏了，软的件也坏了。\n\n身体和盘子。\n");
    let taiwan = presentation(shown_in(Script::Hans, Script::Tw, true).as_ref());
    assert_eq!(slices(&document, "軟體", &taiwan), ["软件"]);
    assert_eq!(slices(&document, "軟體和印表機", &taiwan), ["软件和打印机"]);
    assert_eq!(slices(&document, "隨身碟", &taiwan), ["U盘", "U盘"]);
    // A part of a word is found as the word, and so is what only the source has.
    assert_eq!(slices(&document, "身碟的", &taiwan), ["U盘的"]);
    assert_eq!(slices(&document, "u盤", &taiwan), ["U盘", "U盘"]);
    assert_eq!(slices(&document, "身", &taiwan), ["U盘", "U盘", "身"]);
    let regex = Query::regex("隨.碟[的壞]").unwrap().unwrap();
    let hits = search::all_shown(&document, &regex, &taiwan);
    assert_eq!(hits.iter().map(|hit| hit.slice(document.text())).collect::<Vec<_>>(), ["U盘的", "U盘坏"]);
    // Nobody sees these words without that script.
    for presentation in
        [Presentation::default(), presentation(shown_in(Script::Hans, Script::Tw, false).as_ref())]
    {
        assert!(
            found(&document, "軟體", &presentation).is_empty()
                && found(&document, "碟", &presentation).is_empty()
        );
    }
}

#[test]
fn own_words_and_marks_are_found_as_they_are_shown() {
    let document = document("他说“网上购物”好。\n\n錯字甲乙。\n");
    let words = Dictionary::parse("# to: tw\n网上购物\t網購\n# to: source\n錯字\t正確的字");
    let plain = shown_in(Script::Hans, Script::Tw, true);
    let converter = decorated(plain, Script::Tw, &[&words], true, None);
    let presentation =
        Presentation::new(converter, Arc::new(Mending::new(Picked::default(), &[&words], Script::Tw)));
    assert_eq!(slices(&document, "「網購」", &presentation), ["“网上购物”"]);
    assert_eq!(slices(&document, "網購」好", &presentation), ["网上购物”好"]);
    assert_eq!(slices(&document, "正確的字甲", &presentation), ["錯字甲"]);
}

#[test]
fn the_command_line_searches_what_a_script_would_show() {
    let folder = Folder::new();
    let file = folder.file("text.txt", "这个软件的发展很快，大家都这么说。\n");
    let search = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
        let output = command.arg("search").arg(&file).args(more).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(search(&["軟體"]), "");
    assert!(search(&["軟體", "--script", "tw", "--phrases"]).starts_with("1:3\t"));
    assert!(search(&["發展"]).starts_with("1:6\t"));
}

/// Words of several lengths in the regions' dictionaries, and characters that have many forms.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc");
    let files = ["TWPhrases.txt", "TWPhrasesRev.txt", "STPhrases_GeneratedFromRegionalPhrases.txt"];
    let text: String = files.into_iter().map(|file| texts::read(&folder.join(file))).collect();
    let of_files = text.split(['\t', '\n', ' ', '\r']).filter(|word| !word.is_empty()).map(str::to_owned);
    let forms =
        "着著了瞭借藉卫衛衞台臺檯枱里裡裏发發髮干乾幹面麵说說説群羣眾衆众户戶体體網網网路络絡件碟盤盘軟软";
    of_files.chain(forms.chars().map(String::from)).collect()
});

/// A text on one line, without blanks and controls.
fn line(words: &'static LazyLock<Vec<String>>) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(words.as_slice()), 1..12).prop_map(|words| {
        let is_plain = |c: &char| !c.is_control() && !c.is_whitespace() && !folded(*c).is_whitespace();
        words.concat().chars().filter(is_plain).collect()
    })
}

/// A part of `text`: `at` and `length` are turned into characters that there are.
fn cut(text: &str, at: usize, length: usize) -> String {
    let count = text.chars().count().max(1);
    text.chars().skip(at % count).take(length).collect()
}

/// Whatever is shown of the text, each place of a part of it is found where it stands.
fn check(text: &str, at: usize, length: usize) -> Result<(), TestCaseError> {
    let document = document(text);
    for converter in all_ways() {
        let presentation = presentation(converter.as_ref());
        let (view, pieces) =
            presentation.show_mapped(&presentation.mended_text(text, SourceRange::new(0, text.len())));
        let map = OffsetMap::from_pieces(text, &view, &pieces);
        let words = cut(&view, at, length);
        if words.trim().is_empty() {
            continue;
        }
        let hits = found(&document, &words, &presentation);
        prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let of_view = places(&fold(&view), &fold(&words));
        let offset = |at: usize| view.char_indices().nth(at).map_or(view.len(), |(at, _)| at);
        let seen: Vec<_> = of_view.iter().map(|at| offset(*at)..offset(at + fold(&words).len())).collect();
        let shown: Vec<_> = hits.iter().map(|hit| map.view_range(hit.start.get()..hit.end.get())).collect();
        if converter.as_ref().is_none_or(|converter| converter.is_one_to_one()) {
            prop_assert_eq!(&shown, &seen, "{} in {}", words, view);
            continue;
        }
        for place in &seen {
            // The whole of it is marked, unless a hit before it has taken a part.
            let touching: Vec<_> =
                shown.iter().filter(|hit| hit.start < place.end && place.start < hit.end).collect();
            let covers = touching.iter().any(|hit| hit.start <= place.start && place.end <= hit.end);
            prop_assert!(
                covers || touching.iter().any(|hit| hit.start < place.start),
                "{} in {}",
                words,
                view
            );
        }
        // Nothing is found that is neither seen nor in the source.
        for (hit, shown) in hits.iter().zip(&shown) {
            let source = fold(hit.slice(text));
            let is_seen = !places(&fold(view.get(shown.clone()).unwrap()), &fold(&words)).is_empty();
            prop_assert!(source == fold(&words) || is_seen, "{} in {}", words, view);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_seen_is_found_among_words_of_regions(
        text in line(&WORDS), at in any::<usize>(), length in 1_usize..6,
    ) {
        check(&text, at, length)?;
    }

    #[test]
    fn whatever_is_seen_is_found_among_all_words(
        text in line(&texts::EMBEDDED), at in any::<usize>(), length in 1_usize..6,
    ) {
        check(&text, at, length)?;
    }

    /// In a text of several paragraphs, each of which is shown by itself.
    #[test]
    fn whatever_is_seen_in_paragraphs_is_found(
        texts in proptest::collection::vec(line(&WORDS), 1..5), which in any::<usize>(), at in any::<usize>(),
    ) {
        let text = texts.join("\n\n");
        let document = document(&text);
        for converter in all_ways() {
            let shown = |text: &str| converter.as_ref().map_or_else(|| text.to_owned(), |it| it.convert(text));
            let paragraph = &texts[which % texts.len()];
            let words = cut(&shown(paragraph), at, 3);
            if words.is_empty() {
                continue;
            }
            let start: usize = texts.iter().take(which % texts.len()).map(|before| before.len() + 2).sum();
            let hits = found(&document, &words, &presentation(converter.as_ref()));
            let within = |hit: &SourceRange| hit.start.get() >= start && hit.end.get() <= start + paragraph.len();
            prop_assert!(hits.iter().any(within), "{} in {}", words, text);
        }
    }
}
