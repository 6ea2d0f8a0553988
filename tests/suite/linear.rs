//! Work grows with the text and no faster, whatever stands in it. What is counted is bytes looked at and steps, never
//! time.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gangmu::block::paragraphs;
use gangmu::document::Document;
use gangmu::export::{Format, Options, Selection, render};
use gangmu::import::{self, Hints, import};
use gangmu::outline::infer_watched;
use gangmu::progress::Progress;
use gangmu::script::{Convert, DetectedScript, Dictionary, Script, decorated, detect, mended, review};
use proptest::prelude::*;

/// What a hostile text repeats: each makes some look-ahead run as far as it can.
const REPEATED: [&str; 22] = [
    "一片",
    "（一",
    "（一 ",
    "「",
    "《",
    "“",
    "第",
    "第一章工",
    "第一，",
    "1工",
    "3 工",
    "篇1",
    "篇1 ",
    "一是",
    "①",
    "1、",
    "1.1",
    "(",
    "。",
    "，",
    "一\n",
    "一、\n",
];

/// A text of about `bytes` bytes that says `words` again and again.
fn repeated(words: &str, bytes: usize) -> String {
    words.repeat(bytes / words.len() + 1)
}

/// The work that it takes to infer the outline of `text`.
fn work_of_outline(text: &str) -> u64 {
    work_of(text, &Hints::default())
}

/// The same where a format says something of the text.
fn work_of(text: &str, hints: &Hints) -> u64 {
    let mut go_on = |_| ControlFlow::Continue(());
    let mut progress = Progress::new(&mut go_on);
    let blocks = paragraphs(text);
    assert!(infer_watched(text, &blocks, hints, &mut progress).is_continue());
    progress.worked()
}

#[test]
fn inference_takes_twice_the_work_for_twice_the_text() {
    for words in REPEATED {
        let [one, two] = [1 << 16, 1 << 17].map(|bytes| work_of_outline(&repeated(words, bytes)));
        assert!(one > 0 && two * 10 <= one * 21, "{words:?}: {one}, {two}");
    }
}

/// What a hostile Markdown file repeats.
const MARKED: [&str; 8] = [
    "# 一、題\n\n",
    "# 題\n\n",
    "# 題\n\n## 題\n\n### 題\n\n",
    "1. 甲\n   - 乙\n\n",
    "**一、題**\n\n",
    "|一、|二、|\n|-|-|\n|三、|四、|\n\n",
    "一[^1]\n\n[^1]: 一、註\n\n",
    "- 一、題\n\n  話。\n\n",
];

#[test]
fn inference_takes_twice_the_work_for_twice_of_what_a_format_says() {
    for words in MARKED {
        let [one, two] = [1 << 15, 1 << 16].map(|bytes| {
            let file = repeated(words, bytes).into_bytes();
            let read = import(file, import::Format::Markdown, &import::Options::default()).unwrap();
            work_of(&read.decoded.text, &read.hints)
        });
        assert!(one > 0 && two * 10 <= one * 21, "{words:?}: {one}, {two}");
    }
}

/// Most work that a byte of text can cost: a marker may begin with any character, and for each it is looked ahead.
const MOST: u64 = 400;

proptest! {
    #[test]
    fn inference_takes_no_more_than_a_constant_for_each_byte(
        pieces in prop::collection::vec(prop::sample::select(REPEATED.to_vec()), 1..6),
        times in 1_usize..2_000,
    ) {
        let text = pieces.concat().repeat(times);
        prop_assert!(work_of_outline(&text) <= MOST * text.len() as u64);
    }
}

#[test]
fn inference_stops_within_a_line() {
    let text = repeated("一片", 1 << 20);
    let blocks = paragraphs(&text);
    let mut told = 0;
    let mut stop = |_| {
        told += 1;
        if told < 4 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut progress = Progress::new(&mut stop);
    assert!(infer_watched(&text, &blocks, &Hints::default(), &mut progress).is_break());
    // Of work that takes hundreds of times as much.
    assert!(progress.worked() < 4 * text.len() as u64, "{}", progress.worked());
}

#[test]
fn far_too_many_numbers_make_no_outline() {
    let outline = |text: &str| Document::parse(text.as_bytes().to_vec(), None).outline().clone();
    let (most, many) = (outline(&"①".repeat(350_000)), outline(&"①".repeat(360_000)));
    assert!(!most.is_given_up() && !most.points().is_empty());
    assert!(many.is_given_up() && many.points().is_empty());
}

#[test]
fn far_too_many_lines_make_no_outline_and_share_blocks_that_lose_nothing() {
    let read = |lines: usize| Document::parse("a\n".repeat(lines).into_bytes(), None);
    let (most, many) = (read(5_300_000), read(5_400_000));
    assert!(!most.outline().is_given_up() && most.paragraphs().len() == 5_300_000);
    assert!(many.outline().is_given_up() && many.paragraphs().len() < 5_360_000);
    let read = |document: &Document| -> usize {
        document.blocks().iter().map(|block| block.range().slice(document.text()).matches('a').count()).sum()
    };
    assert_eq!([read(&most), read(&many)], [5_300_000, 5_400_000]);
}

/// A converter that changes nothing and counts the bytes that it is given.
#[derive(Debug, Default)]
struct Counting(AtomicUsize);

impl Convert for Counting {
    fn convert(&self, text: &str) -> String {
        self.0.fetch_add(text.len(), Ordering::Relaxed);
        text.to_owned()
    }
}

#[test]
fn what_stands_around_a_conversion_hands_it_each_byte_once() {
    let own = Dictionary::parse("一\t壹\n# to: source\n第\t弟\n");
    for words in REPEATED {
        let text = repeated(words, 1 << 16);
        let counting = Arc::new(Counting::default());
        let converter: Arc<dyn Convert> = Arc::clone(&counting) as _;
        let decorated =
            decorated(Some(converter), Script::Hant, &[&own], true, Some(DetectedScript::Hans)).unwrap();
        let view = mended(Some(decorated), &[&own]).unwrap().convert(&text);
        assert!(counting.0.load(Ordering::Relaxed) <= text.len() && view.len() <= text.len(), "{words:?}");
    }
}

#[test]
fn every_export_hands_over_each_byte_twice_at_most() {
    for words in REPEATED {
        let text = format!("第一章　甲\n{}", repeated(words, 1 << 15));
        let document = Document::parse(text.clone().into_bytes(), None);
        let selection = Selection::all(&document);
        for format in Format::ALL {
            let counting = Counting::default();
            let convert = |text: &str| counting.convert(text);
            let options = Options { convert: Some(&convert), with_path: true, ..Options::default() };
            let file = render(&document, &selection, format, &options).unwrap();
            assert!(counting.0.load(Ordering::Relaxed) <= 2 * text.len(), "{words:?} {format:?}");
            // The most that markup makes of a character: a paragraph or a heading of its own.
            assert!(file.len() <= 100 * text.len(), "{words:?} {format:?}: {}", file.len());
        }
    }
}

#[test]
fn a_line_of_any_length_is_reviewed_in_parts() {
    let text = repeated("發展中的軟體，", 1 << 18);
    let parts = Cell::new(0);
    let go_on = |_| {
        parts.set(parts.get() + 1);
        true
    };
    assert!(review(&text, &detect(&text), &go_on).unwrap().is_some());
    assert!((16..=32).contains(&parts.get()), "{}", parts.get());
}
