//! What the outline says of itself: rules and diagnoses.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::outline::{Diagnosis, SectionId};

/// The diagnoses of each section, by its marker; sections without any are left out.
fn diagnoses(text: &str) -> Vec<(String, Vec<Diagnosis>)> {
    let document = Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() });
    let outline = document.outline();
    outline
        .ids()
        .filter_map(|id| {
            Some((outline.get(id)?.marker.slice(text).to_owned(), outline.evidence(id)?.diagnoses.clone()))
        })
        .filter(|(_, diagnoses)| !diagnoses.is_empty())
        .collect()
}

fn one(marker: &str, diagnosis: Diagnosis) -> Vec<(String, Vec<Diagnosis>)> {
    vec![(marker.to_owned(), vec![diagnosis])]
}

const BODY: &str = "\n天晴才能幹活，下雨就歇着。\n";

#[test]
fn a_missing_number_is_named() {
    let text = ["一、看天", "二、看地", "五、看花"].map(|heading| heading.to_owned() + BODY).concat();
    assert_eq!(diagnoses(&text), one("五、", Diagnosis::Missing { first: 3, count: 2 }));
}

#[test]
fn a_repeated_number_is_named() {
    let text = ["一、看天", "二、看地", "二、看花"].map(|heading| heading.to_owned() + BODY).concat();
    assert_eq!(diagnoses(&text), one("二、", Diagnosis::Repeated));
}

#[test]
fn a_mistyped_number_is_one_doubt() {
    let headings = ["一、看天", "二、看地", "二、看花", "四、看草"];
    let text = headings.map(|heading| heading.to_owned() + BODY).concat();
    assert_eq!(diagnoses(&text), one("二、", Diagnosis::Repeated));
}

#[test]
fn numbers_out_of_order_are_named() {
    let text = ["講話 篇5", "講話 篇2"].map(|heading| heading.to_owned() + BODY).concat();
    let expected = [("篇5", Diagnosis::Missing { first: 1, count: 4 }), ("篇2", Diagnosis::OutOfOrder)];
    assert_eq!(diagnoses(&text), expected.map(|(marker, found)| (marker.to_owned(), vec![found])));
}

#[test]
fn a_guessed_title_is_named() {
    let text = "一、充分認識園林工作的地位和作用去年以來，我園種樹三千株，成績很大。\n二、今年的工作\n再種三千株。\n";
    assert_eq!(diagnoses(text), one("一、", Diagnosis::Glued));
}

#[test]
fn a_lost_heading_shows_as_a_jump() {
    let full = "第一章 花\n花。\n第一節 紅花\n紅。\n一、牡丹\n國色。\n二、芍藥\n天香。\n第二節 白花\n白。\n一、梨\n白。\n二、李\n也白。\n";
    let text = full.to_owned() + "第二章 草\n草。\n一、長草\n長。\n二、短草\n短。\n";
    let found = diagnoses(&text);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|(_, diagnoses)| *diagnoses == [Diagnosis::LevelJump]));
}

#[test]
fn articles_numbered_through_miss_nothing() {
    let text = "第一章 花\n第一條 花不可折。\n第二條 花不可踏。\n第二章 草\n第三條 草不可踏。\n";
    assert_eq!(diagnoses(text), []);
}

#[test]
fn what_fits_is_surer_than_what_does_not() {
    let text =
        ["一、看天", "二、看地", "三、看花", "七、看人"].map(|heading| heading.to_owned() + BODY).concat();
    let document = Document::from_decoded(Decoded { text, ..Decoded::default() });
    let sure: Vec<f32> = document.outline().sections().iter().map(|section| section.confidence).collect();
    assert!(sure[0] > 0.9 && sure[1] > 0.9 && sure[2] > 0.9 && sure[3] < sure[2], "{sure:?}");
}

#[test]
fn a_paragraph_cut_in_mid_sentence_is_told_and_is_no_doubt() {
    let half = "我們修了堤，清了渠，又把去年被水沖走的三座小橋重新架了起來，鄉親們往返兩岸再不用繞遠路，孩子們上學也近了，";
    let text = format!("一、去年的工作\n{half}\n\n連山裡的茶也運得出來了。\n二、今年的工作\n再架一座橋。\n");
    assert_eq!(diagnoses(&text), one("一、", Diagnosis::Cut));
    let document = Document::from_decoded(Decoded { text: text.clone(), ..Decoded::default() });
    let outline = document.outline();
    let told: Vec<_> = outline.ids().filter(|id| outline.is_remarkable(*id)).map(SectionId::index).collect();
    assert_eq!((told, outline.doubts()), (vec![0], vec![]));
    let whole = text.replace("近了，\n\n連", "近了，連");
    assert_eq!(diagnoses(&whole), []);
}
