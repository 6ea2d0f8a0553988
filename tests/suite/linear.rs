//! Work grows with the text and no faster, whatever stands in it. What is counted is bytes looked at and steps, never
//! time.

use std::ops::ControlFlow;

use gangmu::block::paragraphs;
use gangmu::outline::infer_watched;
use gangmu::progress::Progress;
use gangmu::text::LineIndex;
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
    let mut go_on = |_| ControlFlow::Continue(());
    let mut progress = Progress::new(&mut go_on);
    let blocks = paragraphs(text, &LineIndex::new(text));
    assert!(infer_watched(text, &blocks, &mut progress).is_continue());
    progress.worked()
}

#[test]
fn inference_takes_twice_the_work_for_twice_the_text() {
    for words in REPEATED {
        let [one, two] = [1 << 16, 1 << 17].map(|bytes| work_of_outline(&repeated(words, bytes)));
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
    let blocks = paragraphs(&text, &LineIndex::new(&text));
    let mut told = 0;
    let mut stop = |_| {
        told += 1;
        if told < 4 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut progress = Progress::new(&mut stop);
    assert!(infer_watched(&text, &blocks, &mut progress).is_break());
    // Of work that takes hundreds of times as much.
    assert!(progress.worked() < 4 * text.len() as u64, "{}", progress.worked());
}
