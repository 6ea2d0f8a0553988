//! The words of the program, read from its tables: no language has another's words, and terms are used alike.

use std::fs;
use std::path::{Path, PathBuf};

use gangmu::script::{Config, Convert as _, Converter};
use regex::{Captures, Regex};

/// Texts that English rightly shares with another language.
const SHARED_WITH_ENGLISH: &[&str] = &["Esc", "Enter"];

/// The signs of the switch of scripts, the same in every language: texts that point at them quote them.
const SIGNS: &str = "原 简 繁 臺 港";

/// What a thing is called in simplified and in traditional words: where one has its word, the other has its.
const TERMS: &[[&str; 2]] = &[
    ["导出", "匯出"],
    ["导入", "匯入"],
    ["文件夹", "資料夾"],
    ["剪贴板", "剪貼簿"],
    ["窗口", "視窗"],
    ["网络", "網路"],
    ["打印", "列印"],
    ["大纲", "大綱"],
    ["章节", "章節"],
    ["勾选", "勾選"],
    ["校对", "校閱"],
    ["存疑", "存疑"],
    ["筛选", "篩選"],
    ["粘贴", "貼上"],
    ["保存", "儲存"],
    ["自定", "自訂"],
    ["字形", "字形"],
    ["词典", "詞典"],
    ["编码", "編碼"],
    ["程序", "程式"],
    ["字节", "位元組"],
];

/// Words of the other side of the strait, in characters of this one.
const FOREIGN_TO_SIMPLIFIED: &[&str] = &[
    "档案",
    "资料夹",
    "软体",
    "汇出",
    "汇入",
    "程式",
    "预设",
    "剪贴簿",
    "视窗",
    "萤幕",
    "网路",
    "列印",
    "资讯",
    "位元组",
    "选单",
    "贴上",
];
const FOREIGN_TO_TRADITIONAL: &[&str] = &[
    "文件",
    "軟件",
    "導出",
    "導入",
    "程序",
    "默認",
    "剪貼板",
    "窗口",
    "屏幕",
    "網絡",
    "打印",
    "信息",
    "字節",
    "菜單",
    "粘貼",
    "保存",
    "撤銷",
    "查找",
];

/// One text in its three languages, simplified, traditional and English; what a table leaves out is empty.
struct Text {
    place: String,
    simplified: String,
    traditional: String,
    english: String,
}

impl Text {
    fn new(place: &str, [simplified, traditional, english]: [String; 3]) -> Self {
        Self { place: place.to_owned(), simplified, traditional, english }
    }
}

fn read(path: &Path) -> String {
    String::from_utf8(fs::read(path).unwrap()).unwrap()
}

fn literals(source: &str) -> Vec<String> {
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    literal.captures_iter(source).map(|found| found[1].to_owned()).collect()
}

/// The texts in rows of three.
fn rows(place: &str, source: &str) -> Vec<Text> {
    let one = r#"\s*"((?:[^"\\]|\\.)*)"\s*"#;
    let row = Regex::new(&format!(r"\[{one},{one},{one}(?:,{one})*,?\s*\]")).unwrap();
    let text = |found: Captures<'_>| Text::new(place, [1, 2, 3].map(|column| found[column].to_owned()));
    row.captures_iter(source).map(text).collect()
}

/// The texts of arms of a match on the language.
fn arms(place: &str, source: &str) -> Vec<Text> {
    let end = Regex::new(r"Lang::\w+\b|\n    \}").unwrap();
    let of = |lang: &str| {
        let start = Regex::new(&format!(r"(?m)^\s*\(?Lang::{lang}\b[^|=\n]*=>")).unwrap();
        let behind = start.split(source).skip(1);
        behind.map(|arm| literals(end.split(arm).next().unwrap()).concat()).collect::<Vec<_>>()
    };
    let (simplified, traditional) = (of("Hans"), of("Hant"));
    assert_eq!(simplified.len(), traditional.len(), "{place}");
    let pairs = simplified.into_iter().zip(traditional);
    pairs.map(|(one, other)| Text::new(place, [one, other, String::new()])).collect()
}

/// The texts of the tables in `folder` that have a file for each language.
fn tables(folder: &Path) -> Vec<Text> {
    let of = |lang: &str| literals(&read(&folder.join(lang)));
    let (simplified, traditional, english) = (of("simplified.rs"), of("traditional.rs"), of("english.rs"));
    let place = folder.to_string_lossy();
    assert_eq!(simplified.len(), traditional.len(), "{place}");
    let same = |texts: &[String], text: &String| texts.iter().find(|other| *other == text).cloned();
    let shared =
        |text: &String| [same(&simplified, text), same(&traditional, text)].map(Option::unwrap_or_default);
    let english = english.iter().map(|text| {
        let [one, other] = shared(text);
        Text::new(&place, [one, other, text.clone()])
    });
    let pairs = simplified.iter().zip(&traditional);
    let pairs = pairs.map(|(one, other)| Text::new(&place, [one.clone(), other.clone(), String::new()]));
    pairs.chain(english).collect()
}

/// The files in `folder`, and in the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Every text of the program.
fn all() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages");
    let mut texts: Vec<Text> =
        ["errors", "command_line"].iter().flat_map(|of| tables(&root.join(of))).collect();
    for path in files(&root.join("window")).into_iter().chain([root.join("window.rs")]) {
        let (source, place) = (read(&path), path.to_string_lossy());
        texts.extend(rows(&place, &source).into_iter().chain(arms(&place, &source)));
    }
    assert!(texts.len() > 300, "the tables were not found: {}", texts.len());
    texts
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn no_two_languages_share_a_text_by_accident() {
    let converter = Converter::open_embedded(Config::S2t).unwrap();
    let mut wrong = Vec::new();
    for Text { place, simplified, traditional, english } in all() {
        let says = english.chars().any(char::is_alphabetic);
        if says
            && (english == simplified || english == traditional)
            && !SHARED_WITH_ENGLISH.contains(&english.as_str())
        {
            wrong.push(format!("{place}: {english}"));
        }
        if has_han(&simplified) && simplified == traditional && converter.convert(&simplified) != simplified {
            wrong.push(format!("{place}: {simplified}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_text_has_a_character_of_the_other_script() {
    let converters = [Config::T2s, Config::S2t].map(|config| Converter::open_embedded(config).unwrap());
    let mut wrong = Vec::new();
    for Text { place, simplified, traditional, .. } in all() {
        for (text, converter) in [simplified, traditional].iter().zip(&converters) {
            let text = text.replace(SIGNS, "");
            let converted = converter.convert(&text);
            if converted != text {
                wrong.push(format!("{place}: {text}, not {converted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn terms_are_used_alike() {
    let mut wrong = Vec::new();
    for Text { place, simplified, traditional, .. } in all() {
        for [term, other] in TERMS {
            if simplified.matches(term).count() != traditional.matches(other).count() {
                wrong.push(format!("{place}: {term} and {other} in {simplified} and {traditional}"));
            }
        }
        let foreign = FOREIGN_TO_SIMPLIFIED.iter().filter(|word| simplified.contains(**word));
        let foreign =
            foreign.chain(FOREIGN_TO_TRADITIONAL.iter().filter(|word| traditional.contains(**word)));
        wrong.extend(foreign.map(|word| format!("{place}: {word} in {simplified} or {traditional}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
