//! Opening a long document can be watched and stopped.

use std::ops::ControlFlow;
use std::sync::Arc;

use gangmu::block::paragraphs;
use gangmu::decode::decode;
use gangmu::document::Document;
use gangmu::import::Hints;
use gangmu::outline::{infer, infer_watched};
use gangmu::progress::Progress;

/// Long enough that every stage tells more than once how far it is.
fn long_text() -> String {
    (0..3_000)
        .map(|part| {
            format!("講話 篇{part}\n一、看天\n天晴才能幹活。\n(一)早上看，一是看雲；二是看風。\n(二)晚上看\n看星。\n二、看地\n地濕不能幹活。\n")
        })
        .collect()
}

/// All shares that are told up to the answer to the one after `last`, and whether the work was done.
fn shares(bytes: Vec<u8>, last: usize) -> (Vec<f32>, Option<Document>) {
    let mut shares = Vec::new();
    let mut tell = |share| {
        shares.push(share);
        if shares.len() > last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let readable = Document::readable(decode(bytes, None));
    let done = readable.infer(&mut tell).continue_value();
    let done = done.map(|inferred| {
        let outline = Arc::clone(inferred.outline());
        readable.with_inferred(Arc::new(inferred), outline)
    });
    (shares, done)
}

#[test]
fn progress_never_goes_back_and_changes_nothing() {
    let text = long_text();
    let (shares, watched) = shares(text.clone().into_bytes(), usize::MAX);
    assert!(shares.len() > 20, "{}", shares.len());
    assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
    let plain = Document::parse(text.into_bytes(), None);
    let watched = watched.unwrap();
    assert_eq!((watched.outline(), watched.blocks()), (plain.outline(), plain.blocks()));
    assert_eq!(watched.characters(), plain.characters());
}

#[test]
fn the_work_stops_wherever_it_is_told_to() {
    let text = long_text();
    let (all, _) = shares(text.clone().into_bytes(), usize::MAX);
    for last in [0, 1, all.len() / 4, all.len() / 2, all.len() - 1] {
        let (told, done) = shares(text.clone().into_bytes(), last);
        assert_eq!((told.len(), done.is_none()), (last + 1, true));
    }
}

#[test]
fn every_stage_of_the_inference_asks_whether_to_go_on() {
    let text = long_text();
    let blocks = paragraphs(&text);
    let mut shares = Vec::new();
    let mut tell = |share| {
        shares.push(share);
        ControlFlow::Continue(())
    };
    let watched =
        infer_watched(&text, &blocks, &Hints::default(), &mut Progress::new(&mut tell)).continue_value();
    assert_eq!(watched, Some(infer(&text, &blocks)));
    for quarter in [0.0..0.25, 0.25..0.5, 0.5..0.75, 0.75..1.0] {
        assert!(
            shares.iter().filter(|share| quarter.contains(&**share)).count() > 1,
            "{quarter:?}: {shares:?}"
        );
    }
}
