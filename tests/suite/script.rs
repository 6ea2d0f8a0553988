//! Scripts: which configuration a text of one needs, what it converts to, and the way back.
//!
//! The `opencc` program is the reference; it comes with OpenCC (`apt-get install opencc`).

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

use gangmu::script::{
    Config, Convert, Converter, Detected, DetectedScript, OffsetMap, Region, Script, ScriptView,
    configuration, detect,
};
use gangmu::text::{SourceOffset, SourceRange, physical_lines};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

/// Every text in `tests/fixtures/script`, by its name without `.txt`.
pub(super) fn fixtures() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/script");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), String::from_utf8(std::fs::read(path).unwrap()).unwrap())).collect()
}

pub(super) fn fixture(name: &str) -> String {
    fixtures().into_iter().find(|(found, _)| found == name).unwrap().1
}

/// What the `opencc` program makes of `text`.
fn reference(config: Config, text: &str) -> String {
    let mut child = Command::new("opencc")
        .args(["-c", &format!("{}.json", config.name())])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the opencc program is the reference of this test");
    let mut stdin = child.stdin.take().unwrap();
    let input = text.to_owned();
    let writer = std::thread::Builder::new().spawn(move || stdin.write_all(input.as_bytes())).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

pub(super) fn open(config: Config) -> Converter {
    Converter::open_embedded(config).unwrap()
}

#[test]
fn each_pair_of_scripts_has_its_configuration() {
    use DetectedScript::{Hans, Hant, Mixed, Unclear};
    let sources = [
        (Hans, None),
        (Hant, None),
        (Hant, Some(Region::Tw)),
        (Hant, Some(Region::Hk)),
        (Mixed, None),
        (Unclear, None),
    ];
    let mut table = String::new();
    for (script, region) in sources {
        let detected = Detected { script, region, ..Detected::default() };
        let region = region.map_or(String::new(), |region| format!(" {region:?}"));
        write!(table, "{script:?}{region}:").unwrap();
        for target in Script::ALL {
            let name = |phrases| configuration(&detected, target, phrases).map_or("-", Config::name);
            let both = if name(false) == name(true) { "" } else { name(true) };
            write!(table, " {} {}{both}", target.name(), name(false)).unwrap();
        }
        table.push('\n');
    }
    let expected = "\
Hans: source - hans - hant s2t tw s2tws2twp hk s2hk
Hant: source - hans t2s hant - tw t2tw hk t2hk
Hant Tw: source - hans tw2stw2sp hant tw2t tw t2tw hk tw2hktw2hkp
Hant Hk: source - hans hk2s hant hk2t tw hk2twhk2twp hk t2hk
Mixed: source - hans t2s hant s2t tw s2tws2twp hk s2hk
Unclear: source - hans - hant - tw - hk -
";
    assert_eq!(table, expected);
}

#[test]
fn between_hong_kong_and_taiwan_every_form_becomes_the_regions() {
    let converted = |text, target, phrases| {
        let config = configuration(&detect(text), target, phrases).unwrap();
        Converter::open_embedded(config).unwrap().convert(text)
    };
    let hong_kong = "他在衞生署的枱面上看着軟件的説明，説這裏為什麼綫索不夠。";
    assert_eq!(detect(hong_kong).region, Some(Region::Hk));
    assert_eq!(
        converted(hong_kong, Script::Tw, false),
        "他在衛生署的檯面上看著軟件的說明，說這裡為什麼線索不夠。"
    );
    assert_eq!(
        converted(hong_kong, Script::Tw, true),
        "他在衛生署的檯面上看著軟體的說明，說這裡為什麼線索不夠。"
    );
    let taiwan = "他看著軟體的說明，說這裡的群眾衛生為什麼不好。";
    assert_eq!(detect(taiwan).region, Some(Region::Tw));
    assert_eq!(converted(taiwan, Script::Hk, false), "他看着軟體的説明，説這裏的羣眾衞生為什麼不好。");
    assert_eq!(converted(taiwan, Script::Hk, true), "他看着軟件的説明，説這裏的羣眾衞生為什麼不好。");
}

#[test]
fn names_of_scripts_lead_back_to_them() {
    for script in Script::ALL {
        assert_eq!(Script::named(script.name()), Some(script));
        assert_eq!(serde_json::to_string(&script).unwrap(), format!("\"{}\"", script.name()));
    }
    assert_eq!(Script::named("Hans"), None);
    assert_eq!(Detected::assumed(Script::Source), None);
}

#[test]
fn the_tables_are_those_of_the_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc");
    let readme = String::from_utf8(std::fs::read(folder.join("README.md")).unwrap()).unwrap();
    let rows: Vec<Vec<&str>> = readme
        .lines()
        .filter(|line| line.contains(".txt |") || line.contains(".json |"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let is_listed = |name: &str| rows.iter().any(|row| row[1] == name);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(is_listed(&name) || ["README.md", "LICENSE"].contains(&name.as_str()), "{name}");
    }
    for row in rows {
        let digest = Sha256::digest(std::fs::read(folder.join(row[1])).unwrap());
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, row[3], "{}", row[1]);
    }
}

#[test]
fn every_configuration_gives_the_bytes_of_the_opencc_program() {
    for config in Config::ALL.into_iter().filter(|config| !config.is_composed()) {
        let converter = Converter::open_installed(config).unwrap();
        for (name, text) in fixtures() {
            // Long enough to be cut into pieces, and once in a single line.
            let long = text.repeat(12);
            let line = long.replace('\n', "");
            let letters = format!("{}注入U盘{}PN结{text}", "SQL".repeat(6_000), "PN".repeat(6_000));
            for text in [&text, &long, &line, &letters] {
                assert!(converter.convert(text) == reference(config, text), "{} of {name}", config.name());
            }
        }
    }
}

#[test]
fn paragraphs_convert_on_their_own_as_within_the_whole() {
    for config in Config::ALL {
        let converter = open(config);
        for (name, text) in fixtures() {
            let whole = converter.convert(&text);
            let lines: String = text.split_inclusive('\n').map(|line| converter.convert(line)).collect();
            assert_eq!(lines, whole, "{} of {name}", config.name());
        }
    }
}

#[test]
fn threads_share_a_converter() {
    let converter = Arc::new(open(Config::S2twp));
    let text = fixture("hans").repeat(20);
    let expected = converter.convert(&text);
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let (converter, text) = (Arc::clone(&converter), text.clone());
            std::thread::Builder::new().spawn(move || converter.convert(&text)).unwrap()
        })
        .collect();
    for thread in threads {
        assert!(thread.join().unwrap() == expected);
    }
}

/// The source with its corresponding view, cut by cut.
#[test]
fn words_correspond_as_the_dictionary_has_them() {
    let cases = [
        (
            Config::S2twp,
            "我的|U盘|坏|了|，|用|鼠|标|点|软|件|。",
            "我的|隨身碟|壞|了|，|用|滑|鼠|點|軟|體|。",
        ),
        (Config::S2twp, "U盘|和|打|印|机|，|肯尼亚|的|头|发", "隨身碟|和|印|表|機|，|肯亞|的|頭|髮"),
        (Config::Tw2sp, "我的|隨身碟|壞|了|，|肯亞|的|頭|髮", "我的|U盘|坏|了|，|肯尼亚|的|头|发"),
        (Config::S2t, "头|发|发|展|，|皇|后|在|后|面", "頭|髮|發|展|，|皇|后|在|後|面"),
        (Config::S2t, "𫍯|了|abc|头", "諴|了|abc|頭"),
        (Config::T2s, "䓣|了|abc|頭", "𬜯|了|abc|头"),
    ];
    for (config, source, view) in cases {
        let converter = open(config);
        let plain = |marked: &str| marked.replace('|', "");
        assert_eq!(converter.convert(&plain(source)), plain(view), "{}", config.name());
        let map = OffsetMap::new(&plain(source), &plain(view), &converter);
        for (offset_in_source, offset_in_view) in cuts(source).into_iter().zip(cuts(view)) {
            assert_eq!(map.view_from_source(offset_in_source), offset_in_view, "{source} {map:?}");
            assert_eq!(map.source_from_view(offset_in_view), offset_in_source, "{source} {map:?}");
        }
    }
}

/// Byte offsets of the marks in `marked`, as if they were not there.
fn cuts(marked: &str) -> Vec<usize> {
    let parts = marked.split('|').scan(0, |at, part| {
        *at += part.len();
        Some(*at)
    });
    parts.collect()
}

/// What must hold of any map, whatever the text and the configuration.
fn check_map(converter: &Converter, source: &str) {
    let view = converter.convert(source);
    let map = OffsetMap::new(source, &view, converter);
    let boundaries =
        |text: &str| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
    let mut before = 0;
    for (index, at) in boundaries(source).into_iter().enumerate() {
        let there = map.view_from_source(at);
        assert!(view.is_char_boundary(there) && there >= before, "{source} {at}");
        assert!(map.source_from_view(there) <= at, "{source} {at}");
        if converter.is_one_to_one() {
            assert_eq!(view.get(..there).unwrap().chars().count(), index, "{source} {at}");
            assert_eq!(map.source_from_view(there), at, "{source} {at}");
        }
        before = there;
    }
    let mut before = 0;
    for at in boundaries(&view) {
        let there = map.source_from_view(at);
        assert!(source.is_char_boundary(there) && there >= before, "{view} {at}");
        assert!(map.view_from_source(there) <= at, "{view} {at}");
        let range = map.source_range(before..at);
        assert!(range.start <= range.end && range.end <= source.len(), "{view} {at}");
        before = there;
    }
    assert_eq!(map.view_range(0..source.len()), 0..view.len());
    assert_eq!(map.source_range(0..view.len()), 0..source.len());
}

#[test]
fn maps_of_whole_paragraphs_hold_in_both_directions() {
    for config in Config::ALL {
        let converter = open(config);
        for (_, text) in fixtures() {
            text.lines().for_each(|line| check_map(&converter, line));
        }
    }
}

#[test]
fn what_the_view_shows_block_by_block_is_the_whole_conversion() {
    for config in Config::ALL {
        let converter: Arc<dyn Convert> = Arc::new(open(config));
        let mut view = ScriptView::new(Some(Arc::clone(&converter)));
        let text = fixture("hans");
        let ranges = physical_lines(&text);
        let shown: String = ranges.map(|range| view.shown(&text, range).text().to_owned()).collect();
        assert_eq!(shown, converter.convert(&text));
    }
}

#[test]
fn a_place_in_the_view_is_a_place_in_the_document() {
    let text = "第一段。\n软件和U盘的头发。\n";
    let start = text.find("软件").unwrap();
    let range = SourceRange::new(start, text.len() - 1);
    let mut view = ScriptView::new(Some(Arc::new(open(Config::S2twp))));
    let shown = view.shown(text, range);
    assert_eq!(shown.text(), "軟體和隨身碟的頭髮。");
    let find = |needle: &str| shown.text().find(needle).unwrap();
    assert_eq!(shown.source_from_view(find("頭")).get(), text.find('头').unwrap());
    assert_eq!(shown.view_from_source(SourceOffset::new(text.find('头').unwrap())), find("頭"));
    let disk = shown.source_range(find("身")..find("碟"));
    assert_eq!(disk.slice(text), "U盘");
    let shown_disk = shown.view_range(SourceRange::new(text.find('盘').unwrap(), text.find('的').unwrap()));
    assert_eq!(shown.text().get(shown_disk), Some("隨身碟"));
    assert_eq!(shown.source_from_view(usize::MAX), range.end);
    assert_eq!(shown.view_from_source(SourceOffset::new(0)), 0);
}

/// Characters that conversions care about, and some that they do not.
fn text() -> impl Strategy<Value = String> {
    let chinese = "头发面里后干复台只系准制范谷丑松皇隆坤着了么为说裏裡羣群衞説爲為臺颱麵𫍯𬣞";
    let words = ["软件", "U盘", "肯尼亚", "隨身碟", "SQL注入", "头发", "不干不净", "一只", "了解"];
    let other = "abcSQL 0,.，。、！\u{3000}\r\n\u{feff}é😀かα\u{301}";
    let pick = |all: &str| proptest::sample::select(all.chars().collect::<Vec<_>>()).prop_map(String::from);
    let part = prop_oneof![
        5 => pick(chinese),
        3 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        2 => pick(other),
        1 => any::<char>().prop_filter("NUL is not text", |c| *c != '\0').prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

/// One of each kind, opened once for all cases.
static CONVERTERS: LazyLock<Vec<Converter>> = LazyLock::new(|| {
    let configs = [Config::S2twp, Config::Tw2sp, Config::S2t, Config::Hk2s, Config::T2tw];
    configs.map(Converter::open_installed).into_iter().map(Result::unwrap).collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_converts_as_the_opencc_program_does_and_back(texts in proptest::collection::vec(text(), 1..8)) {
        for converter in &*CONVERTERS {
            let all = texts.join("\n");
            let config = converter.config();
            prop_assert_eq!(converter.convert(&all), reference(config, &all), "{}", config.name());
            for text in &texts {
                check_map(converter, text);
            }
        }
    }

    #[test]
    fn detecting_never_fails(text in any::<String>()) {
        let detected = detect(&text);
        prop_assert!(detected.simplified + detected.traditional <= text.len());
    }
}
