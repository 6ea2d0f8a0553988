//! The words of the program, read from its tables: no language has another's words, and terms are used alike.

use std::fs;
use std::path::{Path, PathBuf};

use gangmu::script::{Config, Convert, Converter};
use regex::Regex;

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
    ["校阅", "校閱"],
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

/// One text in simplified, traditional and English; what a table leaves out is empty.
struct Text {
    place: String,
    hans: String,
    hant: String,
    english: String,
}

fn literal() -> Regex {
    Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap()
}

fn literals(source: &str) -> Vec<String> {
    literal().captures_iter(source).map(|found| found[1].to_owned()).collect()
}

/// The texts in rows of three.
fn rows(place: &str, source: &str) -> Vec<Text> {
    let one = r#"\s*"((?:[^"\\]|\\.)*)"\s*"#;
    let row = Regex::new(&format!(r"\[{one},{one},{one},?\s*\]")).unwrap();
    let text = |found: regex::Captures<'_>| Text {
        place: place.to_owned(),
        hans: found[1].to_owned(),
        hant: found[2].to_owned(),
        english: found[3].to_owned(),
    };
    row.captures_iter(source).map(text).collect()
}

/// The texts of arms of a match on the language.
fn arms(place: &str, source: &str) -> Vec<Text> {
    let of = |lang: &str| {
        let start = Regex::new(&format!(r"(?m)^\s*\(?Lang::{lang}\b[^|=\n]*=>")).unwrap();
        let end = Regex::new(r"Lang::(?:Hans|Hant|En)\b|\n    \}").unwrap();
        let arm = |found: regex::Match<'_>| {
            let rest = &source[found.end()..];
            let end = end.find(rest).map_or(rest.len(), |end| end.start());
            literals(&rest[..end]).concat()
        };
        start.find_iter(source).map(arm).collect::<Vec<_>>()
    };
    let (hans, hant) = (of("Hans"), of("Hant"));
    assert_eq!(hans.len(), hant.len(), "{place}");
    let text = |(hans, hant)| Text { place: place.to_owned(), hans, hant, english: String::new() };
    hans.into_iter().zip(hant).map(text).collect()
}

/// The texts of tables that have a file for each language.
fn tables(folder: &Path) -> Vec<Text> {
    let read = |lang: &str| {
        let source = fs::read_to_string(folder.join(lang)).ok();
        source.as_deref().map(literals).unwrap_or_default()
    };
    let (hans, hant, english) = (read("simplified.rs"), read("traditional.rs"), read("english.rs"));
    assert_eq!(hans.len(), hant.len(), "{}", folder.display());
    let text = |hans, hant, english| Text { place: folder.display().to_string(), hans, hant, english };
    let pairs = hans.into_iter().zip(hant).map(|(hans, hant)| text(hans, hant, String::new()));
    pairs.chain(english.into_iter().map(|english| text(String::new(), String::new(), english))).collect()
}

fn all() -> Vec<Text> {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            }
            found.push(path);
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages");
    let mut found = Vec::new();
    files(&root, &mut found);
    let mut texts = Vec::new();
    for path in found {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            texts.extend(tables(&path));
        } else if !["simplified.rs", "traditional.rs", "english.rs"].contains(&name.as_str()) {
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]").next().unwrap();
            texts.extend(rows(&name, code));
            texts.extend(arms(&name, code));
        }
    }
    assert!(texts.len() > 300, "the tables were not found: {}", texts.len());
    texts
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn no_two_languages_share_a_text_by_accident() {
    let to_hant = Converter::open_embedded(Config::S2t).unwrap();
    let mut wrong = Vec::new();
    for Text { place, hans, hant, english } in all() {
        let says = english.chars().any(char::is_alphabetic);
        if says && (english == hans || english == hant) && !SHARED_WITH_ENGLISH.contains(&english.as_str()) {
            wrong.push(format!("{place}: {english}"));
        }
        if has_han(&hans) && hans == hant && to_hant.convert(&hans) != hans {
            wrong.push(format!("{place}: {hans}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_text_has_a_character_of_the_other_script() {
    let to_hant = Converter::open_embedded(Config::S2t).unwrap();
    let to_hans = Converter::open_embedded(Config::T2s).unwrap();
    let mut wrong = Vec::new();
    for Text { place, hans, hant, .. } in all() {
        for (text, converter) in [(hans, &to_hans), (hant, &to_hant)] {
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
    for Text { place, hans, hant, .. } in all() {
        for [simplified, traditional] in TERMS {
            if hans.matches(simplified).count() != hant.matches(traditional).count() {
                wrong.push(format!("{place}: {simplified} and {traditional} in {hans} and {hant}"));
            }
        }
        let foreign = FOREIGN_TO_SIMPLIFIED.iter().filter(|word| hans.contains(**word));
        let foreign = foreign.chain(FOREIGN_TO_TRADITIONAL.iter().filter(|word| hant.contains(**word)));
        wrong.extend(foreign.map(|word| format!("{place}: {word} in {hans} or {hant}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
