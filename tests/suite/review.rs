//! `gangmu review` and careful conversion.

use std::process::Command;

use gangmu::script::{self, Clue, Review, detect};

use crate::support::Folder;

fn review(text: &str) -> Review {
    script::review(text, &detect(text), &|_| true).unwrap().unwrap()
}

/// A report with damage of the usual kind; the same text without it has the second form.
const DAMAGED: &str = "這個學校的圖書館今年開始實行責任制,合同管理製為主要辦法,併為學生準備了新書。\n\
                       讀者的人數不斷髮展,座位嚴重製約了我們,請看協調錶。\n";
const CLEAN: &str = "這個學校的圖書館今年開始實行責任制,合同管理制為主要辦法,並為學生準備了新書。\n\
                     讀者的人數不斷發展,座位嚴重制約了我們,請看協調表。\n";

#[test]
fn scars_are_found_with_their_remedy() {
    let review = review(DAMAGED);
    let mut mended = DAMAGED.to_owned();
    let mut scars = review.scars.clone();
    assert!(scars.iter().all(script::Scar::is_sure), "{scars:?}");
    scars.sort_by_key(|scar| std::cmp::Reverse(scar.range.start));
    for scar in scars {
        assert_eq!(scar.range.slice(&mended), scar.found.to_string());
        mended.replace_range(scar.range.start.get()..scar.range.end.get(), &scar.suggested.to_string());
    }
    assert_eq!(mended, CLEAN);
    assert!(review.scars.iter().any(|scar| scar.clue == Clue::Repeated));
}

#[test]
fn clean_and_simplified_texts_have_no_scars() {
    assert!(review(CLEAN).scars.is_empty());
    assert!(review("甚麼時候到台北來？那裡的麵店，裏面有什麼？這個學說為人所知。\n").scars.is_empty());
    assert!(review("产业不断发展，严重制约，合同管理制为主，头发干了。\n").scars.is_empty());
    assert!(review("").scars.is_empty());
}

#[test]
fn a_simplified_text_has_choices_with_examples() {
    let review = review("他把衣服洗了，座位严重制约我们，请看表。\n小王说：“表，我看了一半。”\n这张是表。\n");
    let choice = review.choices.iter().find(|choice| choice.word == "表" && !choice.is_disputed()).unwrap();
    assert_eq!(choice.candidates.iter().map(|candidate| candidate.form).collect::<String>(), "表錶");
    for candidate in &choice.candidates {
        assert!(!candidate.examples.is_empty());
        assert!(candidate.examples.iter().all(|word| word.contains(candidate.form)));
    }
    assert!(choice.places.len() > 1);
    let disputed = review.choices.iter().find(|choice| choice.word == "制约").unwrap();
    assert!(disputed.is_disputed());
    assert_eq!((disputed.chosen, disputed.careful), ('製', '制'));
}

#[test]
fn without_proof_of_a_machine_nothing_is_sure() {
    let review = review("畫裏那隻貓在牆上，茶農併為一組，條件嚴重製約了我們。\n");
    assert!(!review.scars.is_empty());
    assert!(review.scars.iter().all(|scar| !scar.is_sure()), "{:?}", review.scars);
}

#[test]
fn a_text_that_is_right_where_a_converter_is_not_was_made_by_none() {
    assert!(review(DAMAGED).scars.iter().all(script::Scar::is_sure));
    let review = review(&format!("{DAMAGED}{}", CLEAN.repeat(9)));
    assert!(!review.scars.is_empty());
    assert!(review.scars.iter().all(|scar| !scar.is_sure()), "{:?}", review.scars);
}

/// The sure scars of a text after a few that show a machine.
fn sure_after_proof(text: &str) -> Vec<(char, char)> {
    let scars = review(&format!("{DAMAGED}{text}\n")).scars;
    scars
        .iter()
        .filter(|scar| scar.is_sure() && scar.range.start.get() >= DAMAGED.len())
        .map(|scar| (scar.found, scar.suggested))
        .collect()
}

#[test]
fn what_texts_write_both_ways_is_no_sure_scar() {
    for text in ["我們要儘快出發，盡快到達，儘快回來。", "他了解情況，我也瞭解情況，她了解情況。"]
    {
        assert_eq!(sure_after_proof(text), [], "{text}");
    }
}

#[test]
fn what_hong_kong_writes_one_way_is_a_scar_there() {
    let text = "這裏的學校説明，責任制為主要辦法，併為學生準備了新書。座位嚴重製約了我們，合同管理製也是。衞生工作不斷髮展。\n\
                這項計劃有很大的侷限。\n我們不能侷限於這些。他侷促不安。\n";
    let limited: Vec<_> = review(text).scars.into_iter().filter(|scar| scar.found == '侷').collect();
    assert_eq!(limited.len(), 2, "what has but one form stays: {limited:?}");
    assert!(limited.iter().all(|scar| scar.is_sure() && scar.suggested == '局'), "{limited:?}");
}

#[test]
fn what_only_hong_kong_settles_is_a_scar_in_its_own_texts() {
    let damaged = "這裏的學校説明，責任制為主要辦法，併為學生準備了新書。座位嚴重製約了我們，合同管理製也是。衞生工作不斷髮展。\n";
    for (text, is_sure) in [
        ("本港的巴士質素要儘快改善，不要浪費公帑。\n", true),
        ("項目要儘快完工，不要浪費資金。\n", false),
        ("本港的巴士質素要盡快改善，不要浪費公帑。\n", false),
    ] {
        let scars = review(&format!("{damaged}{text}")).scars;
        assert_eq!(scars.iter().any(|scar| scar.found == '儘' && scar.is_sure()), is_sure, "{text}");
    }
}

#[test]
fn what_a_converter_makes_again_and_again_is_a_scar_still() {
    let text = "人口不斷髮生變化。\n產業不斷髮展。\n事故不斷髮生。\n";
    assert_eq!(sure_after_proof(text), [('髮', '發'); 3]);
}

#[test]
fn a_wrong_plain_character_is_a_scar_where_grammar_tells_the_form() {
    assert_eq!(sure_after_proof("會議不準推遲，考察幹部要公正。"), [('準', '准')]);
    assert_eq!(sure_after_proof("洗過的頭髮幹了，我的表停了。"), [('幹', '乾'), ('表', '錶')]);
    assert_eq!(sure_after_proof("這把尺子不準，說不準要換。"), []);
}

#[test]
fn a_rare_form_in_a_name_and_a_spaced_out_line_have_no_sure_scars() {
    for text in ["王崑祥委員說，李崑先生也去。", "有 三 千 餘 人 ， 又 余 乃 去 。", "老師陳彣、林昇。"]
    {
        assert_eq!(sure_after_proof(text), [], "{text}");
    }
}

#[test]
fn forms_of_regional_officials_do_not_show_a_machine() {
    let review = review("請儘快答覆僱用的人，儘速答覆，避免迴避，再行僱用，逐一答覆。\n");
    assert!(review.scars.iter().all(|scar| !scar.is_sure()), "{:?}", review.scars);
}

#[test]
fn review_stops_when_told() {
    assert!(script::review(DAMAGED, &detect(DAMAGED), &|_| false).unwrap().is_none());
}

fn gangmu(arguments: &[&str], folder: &Folder) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    let output =
        command.args(["--lang", "en"]).args(arguments).current_dir(folder.path("")).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn review_is_printed_as_text_and_as_json() {
    let folder = Folder::new();
    folder.file("a.txt", DAMAGED);
    let (code, text) = gangmu(&["review", "a.txt"], &folder);
    assert_eq!(code, 0);
    assert!(text.contains("scar\t2:8\t讀者的人數不斷[髮]展,座位嚴重製約了我\t髮 → 發\t"), "{text}");
    let (code, json) = gangmu(&["review", "a.txt", "--format", "json"], &folder);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let scars = json["scars"].as_array().unwrap();
    assert_eq!((code, scars.len()), (0, 5));
    let scar = scars.iter().find(|scar| scar["found"] == "髮").unwrap();
    assert_eq!((scar["line"].as_u64(), scar["column"].as_u64()), (Some(2), Some(8)));
    let place = |side: &str| usize::try_from(scar[side].as_u64().unwrap()).unwrap();
    assert_eq!(DAMAGED.get(place("start")..place("end")), Some("髮"));
    assert_eq!((&scar["suggested"], &scar["sure"]), (&"發".into(), &true.into()));
    assert_eq!(gangmu(&["review", "none.txt"], &folder).0, 1);
    assert_eq!(gangmu(&["review", "a.txt", "--format", "tsv"], &folder).0, 2);
}

#[test]
fn careful_conversion_is_asked_for() {
    let folder = Folder::new();
    folder.file("a.txt", "一、产业不断发展\n这些书严重制约了我们。\n二、头发\n皇后。\n");
    let convert = |more: &[&str]| {
        let arguments: Vec<&str> = ["convert", "a.txt", "--to", "tw"].iter().chain(more).copied().collect();
        gangmu(&arguments, &folder)
    };
    assert!(convert(&[]).1.contains("嚴重製約"), "OpenCC has become better at this");
    assert_eq!(convert(&["--careful"]).1, "一、產業不斷發展\n這些書嚴重制約了我們。\n二、頭髮\n皇后。\n");
    assert!(convert(&["--careful", "--phrases"]).1.contains("嚴重制約"));
    let (code, exported) =
        gangmu(&["export", "a.txt", "--careful", "--script", "hk", "--format", "txt", "-o", "-"], &folder);
    assert_eq!(code, 0);
    assert!(exported.contains("不斷發展") && exported.contains("嚴重制約"), "{exported}");
}
