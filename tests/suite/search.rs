//! Searching the text: either script, either width, over line ends, by words and by expression.

use std::ops::ControlFlow;

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::search::{self, Query};
use proptest::prelude::*;

fn document(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), encoding: "UTF-8", ..Decoded::default() })
}

fn found<'a>(document: &'a Document, query: &Query) -> Vec<&'a str> {
    search::all(document, query).iter().map(|hit| hit.slice(document.text())).collect()
}

fn words<'a>(document: &'a Document, query: &str) -> Vec<&'a str> {
    found(document, &Query::literal(query).unwrap())
}

fn regex<'a>(document: &'a Document, query: &str) -> Vec<&'a str> {
    found(document, &Query::regex(query).unwrap().unwrap())
}

#[test]
fn either_script_width_and_case_finds_the_other() {
    let document = document("頭髮与头发，發展与发展；ＯｐｅｎＣＣ、opencc。Élan 與 élan");
    assert_eq!(words(&document, "头发"), ["頭髮", "头发"]);
    assert_eq!(words(&document, "發"), ["髮", "发", "發", "发"]);
    assert_eq!(words(&document, "OpenCC"), ["ＯｐｅｎＣＣ", "opencc"]);
    assert_eq!(words(&document, "éLAN"), ["Élan", "élan"]);
    assert_eq!(words(&document, " 发展 "), ["發展", "发展"]);
    assert!(words(&document, "髮廊").is_empty());
    assert!(Query::literal(" \u{3000}").is_none());
}

/// A text broken into lines of one width, in which `needle` runs over a line end.
fn wrapped(needle: &str) -> String {
    let line = "春天裡大家一起修水渠挖池塘又種了許多樹苗等到夏天雨水來了就不會淹了";
    let (head, tail) = needle.split_at(needle.char_indices().nth(1).unwrap().0);
    let width = line.chars().count();
    let cut: String = line.chars().take(width - 1).collect();
    format!("{}{cut}{head}\n{tail}{line}\n", format!("{line}\n").repeat(7))
}

#[test]
fn a_line_end_within_a_paragraph_is_looked_over() {
    let text = wrapped("講話");
    let document = document(&text);
    assert!(document.blocks().len() < 7, "the lines were not joined");
    assert_eq!(words(&document, "讲话"), ["講\n話"]);
    assert_eq!(regex(&document, "讲话春天"), ["講\n話春天"]);
    // Between paragraphs a line end stays one.
    let apart = self::document("一、講\n\n話說當年\n");
    assert!(words(&apart, "講話").is_empty());
    assert!(regex(&apart, "講話").is_empty());
}

#[test]
fn an_expression_is_folded_but_its_operators_are_not() {
    let document = document("第一章（總論）\n第十二章 分論\n第3章 ABC\n");
    assert_eq!(regex(&document, "第[一二三十]+章"), ["第一章", "第十二章"]);
    assert_eq!(regex(&document, "（总论）"), ["（總論）"]);
    assert_eq!(regex(&document, r"第\d章 abc"), ["第3章 ABC"]);
    assert_eq!(regex(&document, r"\S论"), ["總論", "分論"]);
    assert!(Query::regex("(").is_err());
    assert!(Query::regex("").unwrap().is_none());
    assert!(regex(&document, "x*").is_empty(), "what is empty is no hit");
}

#[test]
fn hits_come_in_batches_and_a_search_can_be_broken_off() {
    let line = format!("{}龍\n\n", "天地玄黃宇宙洪荒".repeat(40));
    let document = document(&line.repeat(4_000));
    for query in [Query::literal("龙").unwrap(), Query::regex("龙").unwrap().unwrap()] {
        let mut seen = Vec::new();
        let _ = search::search(&document, &query, &mut |hits, searched| {
            seen.push((hits.len(), searched));
            if seen.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(seen.len(), 2);
        assert!(seen.iter().all(|(hits, searched)| *hits > 0 && *searched < document.text().len()));
        assert_eq!(search::all(&document, &query).len(), 4_000);
    }
}

#[test]
fn an_excerpt_stays_within_its_paragraph() {
    let document = document("前一段。\n\n這裡說到圖書館的事。\n\n後一段。\n");
    let hit = search::all(&document, &Query::literal("图书馆").unwrap())[0];
    let around = |context| search::excerpt(&document, hit, context).slice(document.text());
    assert_eq!(around((2, 3)), "說到圖書館的事。");
    assert_eq!(around((90, 90)), "這裡說到圖書館的事。");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// On one line words are found exactly where a plain comparison of folded characters finds them.
    #[test]
    fn words_are_found_where_folded_characters_agree(
        text in "[发發髮头頭aAａ，一二]{1,60}",
        query in "[发發髮头頭aAａ，一二]{1,3}",
    ) {
        let document = document(&text);
        let fold = |s: &str| s.chars().map(gangmu::script::folded).collect::<Vec<_>>();
        let (chars, wanted) = (fold(&text), fold(&query));
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (mut at, mut expected) = (0, Vec::new());
        while at + wanted.len() <= chars.len() {
            if chars[at..at + wanted.len()] == wanted[..] {
                expected.push(starts[at]);
                at += wanted.len();
            } else {
                at += 1;
            }
        }
        let hits = search::all(&document, &Query::literal(&query).unwrap());
        prop_assert_eq!(hits.iter().map(|hit| hit.start.get()).collect::<Vec<_>>(), expected);
    }

    /// What is found once the outline is there may be in the text without it.
    #[test]
    fn no_words_are_missed_before_the_outline_is_inferred(
        lines in prop::collection::vec("[甲乙ab，]{0,6}| {0,2}[甲乙ab ，。]{30,60}|一、甲|二、乙", 0..12),
        query in "[甲乙ab ]{1,4}",
    ) {
        let decoded = || Decoded { text: lines.join("\n"), ..Decoded::default() };
        let (readable, document) = (Document::readable(decoded()), Document::from_decoded(decoded()));
        if let Some(query) = Query::literal(&query) {
            prop_assert!(search::may_be_in(&readable, &query) || search::all(&document, &query).is_empty());
        }
    }

    /// Nothing in a text or a query stops the program, and every hit is a piece of the text.
    #[test]
    fn any_text_can_be_searched_for_anything(text in "\\PC{0,80}|[\\s甲乙a]{0,80}", query in "\\PC{0,4}|[\\s甲a]{0,4}") {
        let document = document(&text);
        let queries = Query::literal(&query).into_iter().chain(Query::regex(&query).ok().flatten());
        for query in queries {
            let hits = search::all(&document, &query);
            prop_assert!(hits.iter().all(|hit| !hit.slice(document.text()).is_empty()));
            prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
