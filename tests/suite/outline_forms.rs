//! The same document in other forms has the same outline.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use proptest::prelude::*;

const COLLECTION: &str = include_str!("../fixtures/outline/collection.txt");

/// Level and title of each section; widths and blanks made equal, numbers of parts taken out.
fn outline(text: &str) -> Vec<(u8, String)> {
    let document = Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() });
    let text = document.text();
    let plain = |title: &str| -> String {
        let title = title.rsplit_once('篇').map_or(title, |(head, _)| head);
        title.chars().filter(|c| !c.is_whitespace()).map(half_width).collect()
    };
    document.outline().sections().iter().map(|s| (s.level, plain(&s.title_text(text)))).collect()
}

fn half_width(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        other => other,
    }
}

fn full_width(c: char) -> char {
    match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        other => other,
    }
}

fn without_blank_lines(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Every line broken after `width` characters, with `indent` at the start of paragraphs.
fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut wrapped = String::new();
    for line in text.lines() {
        let line: Vec<char> =
            if line.is_empty() { vec![] } else { indent.chars().chain(line.chars()).collect() };
        for piece in line.chunks(width) {
            wrapped.extend(piece);
            wrapped.push('\n');
        }
        if line.is_empty() {
            wrapped.push('\n');
        }
    }
    wrapped
}

/// The text before the first part, and the parts.
fn parts(text: &str) -> (String, Vec<String>) {
    let mut head = String::new();
    let mut parts: Vec<String> = Vec::new();
    for line in text.lines() {
        if line.contains(" 篇") {
            parts.push(String::new());
        }
        let into = parts.last_mut().unwrap_or(&mut head);
        *into += line;
        *into += "\n";
    }
    (head, parts)
}

/// The text with other numbers: for each style of the original a way to write it.
fn renumbered(text: &str, han: fn(usize) -> String, paren: fn(usize) -> String) -> String {
    const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let line = |line: &str| {
        let found = (1..).zip(NUMERALS).find_map(|(value, numeral)| {
            let han = line.strip_prefix(&format!("{numeral}、")).map(|rest| han(value) + rest);
            han.or_else(|| line.strip_prefix(&format!("({numeral})")).map(|rest| paren(value) + rest))
        });
        found.unwrap_or_else(|| line.to_owned())
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_collection_itself_is_read_as_written() {
    let expected = [
        (1, "園林工作會議上的講話"),
        (2, "認清園子的家底,把該補的補上"),
        (3, "林子要疏"),
        (3, "花圃要翻"),
        (3, "池子要挖"),
        (2, "今年要辦的幾件實事"),
        (3, "修一條通到山頂的路"),
        (3, "建一座避雨的亭子"),
        (2, "齊心協力,務求園子一年比一年好"),
        (1, "園林工作會議上的講話"),
        (2, "園子的由來"),
        (3, "第一年種樹"),
        (3, "第二年種花"),
        (3, "第三年修路"),
        (2, "園子的今天"),
        (1, "園林工作會議上的講話"),
        (2, "要看天澆水"),
        (2, "要看土澆水"),
        (2, "要看花澆水"),
        (1, "園林工作會議上的講話"),
        (2, "冬天的修剪"),
        (3, "剪得好的地方"),
        (4, "剪口平整"),
        (4, "留枝合理"),
        (3, "剪得不好的地方"),
        (2, "春天的種植"),
    ];
    let expected: Vec<_> = expected.map(|(level, title)| (level, title.to_owned())).into();
    assert_eq!(outline(COLLECTION), expected);
}

#[test]
fn punctuation_blank_lines_and_line_ends_do_not_matter() {
    let expected = outline(COLLECTION);
    let full: String = COLLECTION.chars().map(full_width).collect();
    assert_eq!(outline(&full), expected);
    assert_eq!(outline(&without_blank_lines(COLLECTION)), expected);
    assert_eq!(outline(&without_blank_lines(&full)), expected);
    assert_eq!(outline(&COLLECTION.replace('\n', "\r\n")), expected);
    assert_eq!(outline(&COLLECTION.replace('\n', "\r")), expected);
    let indented: Vec<String> = COLLECTION.lines().map(|line| format!("\u{3000}\u{3000}{line}")).collect();
    assert_eq!(outline(&indented.join("\n")), expected);
}

#[test]
fn other_ways_to_number_do_not_matter() {
    let expected = outline(COLLECTION);
    let formal = |value: usize| "壹貳叁肆伍陸柒捌玖".chars().nth(value - 1).unwrap().to_string() + "、";
    assert_eq!(outline(&renumbered(COLLECTION, formal, |v| format!("({v})"))), expected);
    assert_eq!(outline(&renumbered(COLLECTION, |v| format!("第{v}章 "), |v| format!("第{v}節 "))), expected);
    assert_eq!(outline(&renumbered(COLLECTION, |v| format!("{v}．"), |v| format!("（{v}）"))), expected);
}

proptest! {
    #[test]
    fn hard_wraps_do_not_matter(width in 24usize..60, indented: bool, blank_lines: bool) {
        let text = if blank_lines { COLLECTION.to_owned() } else { without_blank_lines(COLLECTION) };
        let indent = if indented { "\u{3000}\u{3000}" } else { "" };
        prop_assert_eq!(outline(&wrapped(&text, width, indent)), outline(COLLECTION));
    }

    #[test]
    fn parts_may_be_missing_or_out_of_order(order in Just(vec![0usize, 1, 2, 3]).prop_shuffle(), count in 1usize..5) {
        let (head, parts) = parts(COLLECTION);
        let chosen: Vec<&String> = order.iter().take(count).filter_map(|index| parts.get(*index)).collect();
        let text: String = std::iter::once(&head).chain(chosen.iter().copied()).map(String::as_str).collect();
        let expected: Vec<_> = chosen.iter().flat_map(|part| outline(part)).collect();
        prop_assert_eq!(outline(&text), expected);
    }

    #[test]
    fn a_lost_heading_costs_no_other(lost in 0usize..26) {
        let document = Document::from_decoded(Decoded { text: COLLECTION.to_owned(), ..Decoded::default() });
        let sections = document.outline().sections();
        let section = &sections[lost];
        // What stands below a lost part comes to stand below the part before it.
        // One item that is left of a list of two is no list.
        let siblings = sections.iter().filter(|other| other.parent == section.parent).count();
        prop_assume!(section.level > 1 && siblings > 2);
        let heading = section.heading(COLLECTION);
        let (before, rest) = COLLECTION.split_at(heading.start.get());
        let text = before.to_owned() + rest.split_at(heading.len()).1;
        let mut expected = outline(COLLECTION);
        expected.remove(lost);
        let found: Vec<String> = outline(&text).into_iter().map(|(_, title)| title).collect();
        prop_assert!(expected.iter().all(|(_, title)| found.contains(title)), "{:?}", found);
    }
}

#[test]
fn an_outline_shows_headings_without_their_hashes() {
    let text =
        "## 說明\n\n材料是陸續寫的。\n\n## 一、開渠\n\n渠是光緒年間開的。\n\n## 二、守渠\n\n天亮前走一遍。\n";
    let document = Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() });
    let outline = document.outline();
    let shown = outline.sections().iter().map(|section| section.shown(text).slice(text));
    assert_eq!(shown.collect::<Vec<_>>(), ["說明", "一、開渠", "二、守渠"]);
    assert!(outline.sections().iter().all(|section| section.heading(text).slice(text).starts_with("## ")));
}
