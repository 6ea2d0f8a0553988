//! The reader's corrections of an outline, by notation: a text, what is asked for, the tree that comes out.

use std::ops::Range;

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::outline::edit::{Anchor, Change, Edit, Scope};
use gangmu::outline::rules::Rule;
use gangmu::outline::{Outline, SectionId};
use gangmu::text::SourceRange;
use proptest::prelude::*;

const TEXT: &str = "演講 篇1\n\n開場白一段。\n\n一、建館\n\n建館的話。\n\n(一)選址\n\n選在河邊。\n\n(二)用料\n\n用木頭。\n\n\
                    二、藏書\n\n藏書的話。\n\n1、舊書\n\n舊書的話。\n\n2、新書\n\n新書的話。\n\n演講 篇2\n\n一、借書\n\n借書的話。\n\n\
                    1、規矩\n\n規矩的話。\n\n2、期限\n\n期限的話。\n\n總結\n\n最後的話。\n";

fn document(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), encoding: "UTF-8", ..Decoded::default() })
}

/// Level and heading of each section, indented by its place in the tree.
fn tree(outline: &Outline, text: &str) -> String {
    outline
        .ids()
        .map(|id| {
            let indent = "  ".repeat(outline.ancestors(id).count());
            format!("{indent}{}\n", outline.shown_heading(id, text))
        })
        .collect()
}

fn find(outline: &Outline, text: &str, heading: &str) -> SectionId {
    outline.ids().find(|id| outline.shown_heading(*id, text) == heading).unwrap()
}

/// The correction of the section headed `heading` as inferred.
fn edit(heading: &str, scope: Scope, change: Change) -> Edit {
    let document = document(TEXT);
    let outline = document.outline();
    outline.edit(TEXT, find(outline, TEXT, heading), scope, change).unwrap()
}

fn line(words: &str, level: u8) -> Edit {
    let at = TEXT.find(words).unwrap();
    let anchor = Anchor::of(TEXT, SourceRange::new(at, at + words.len()));
    Edit { anchor, scope: Scope::One, change: Change::Heading(level) }
}

/// The tree of [`TEXT`] after `edits`, all of which find their place.
fn after(edits: &[Edit]) -> String {
    let edited = document(TEXT).outline().edited(TEXT, edits);
    assert_eq!(edited.skipped, [0_usize; 0]);
    tree(&edited.outline, TEXT)
}

const INFERRED: &str = "演講 篇1
  一、建館
    (一)選址
    (二)用料
  二、藏書
    1、舊書
    2、新書
演講 篇2
  一、借書
    1、規矩
    2、期限
";

#[test]
fn nothing_asked_for_changes_nothing() {
    assert_eq!(after(&[]), INFERRED);
}

#[test]
fn a_section_and_what_is_below_it_goes_up_and_down() {
    let up = after(&[edit("二、藏書", Scope::One, Change::Level(1))]);
    assert!(up.contains("\n二、藏書\n  1、舊書\n  2、新書\n演講 篇2"), "{up}");
    let down = after(&[edit("二、藏書", Scope::One, Change::Level(3))]);
    assert!(down.contains("    (二)用料\n    二、藏書\n      1、舊書\n      2、新書\n演講"), "{down}");
}

#[test]
fn no_section_comes_to_stand_more_than_one_level_below_the_one_before() {
    let edits = [edit("一、建館", Scope::One, Change::Level(7))];
    assert_eq!(after(&edits), INFERRED);
    let first = [edit("演講 篇1", Scope::One, Change::Level(2))];
    assert_eq!(after(&first), INFERRED);
}

#[test]
fn a_removed_section_dissolves_into_the_one_before() {
    let text = after(&[edit("二、藏書", Scope::One, Change::Remove)]);
    assert!(text.contains("  一、建館\n    (一)選址\n    (二)用料\n    1、舊書\n    2、新書\n"), "{text}");
    let first = after(&[edit("一、借書", Scope::One, Change::Remove)]);
    assert!(first.ends_with("演講 篇2\n  1、規矩\n  2、期限\n"), "{first}");
}

#[test]
fn all_of_a_kind_are_those_of_the_same_style_in_the_same_part() {
    let text = after(&[edit("1、舊書", Scope::Kind, Change::Level(2))]);
    assert!(text.contains("  二、藏書\n  1、舊書\n  2、新書\n演講 篇2\n  一、借書\n    1、規矩\n"), "{text}");
    let gone = after(&[edit("2、期限", Scope::Kind, Change::Remove)]);
    assert!(gone.contains("2、新書") && gone.ends_with("演講 篇2\n  一、借書\n"), "{gone}");
    let parts = after(&[edit("演講 篇2", Scope::Kind, Change::Remove)]);
    assert!(parts.starts_with("一、建館\n  (一)選址\n"), "{parts}");
}

#[test]
fn a_line_becomes_a_heading_with_a_title_and_the_text_below_it() {
    let edited = document(TEXT).outline().edited(TEXT, &[line("總結", 1)]);
    let id = find(&edited.outline, TEXT, "總結");
    assert_eq!(edited.outline.own_text(id).slice(TEXT), "最後的話。\n");
    assert!(tree(&edited.outline, TEXT).ends_with("    2、期限\n總結\n"));
    let before = edited.outline.own_text(find(&edited.outline, TEXT, "2、期限"));
    assert_eq!(before.slice(TEXT).trim(), "期限的話。");
}

#[test]
fn a_removed_heading_made_again_is_what_it_was() {
    let at = TEXT.find("(二)用料").unwrap();
    let anchor = Anchor::of(TEXT, SourceRange::new(at, at + "(二)用料".len()));
    let again = Edit { anchor, scope: Scope::One, change: Change::Heading(3) };
    assert_eq!(after(&[edit("(二)用料", Scope::One, Change::Remove), again]), INFERRED);
}

#[test]
fn a_name_is_shown_and_the_source_stays() {
    let named = edit("一、借書", Scope::One, Change::Name(Some(" 一、借閱辦法 ".into())));
    let unnamed = edit("一、借書", Scope::One, Change::Name(None));
    let edited = document(TEXT).outline().edited(TEXT, std::slice::from_ref(&named)).outline;
    let id = find(&edited, TEXT, "一、借閱辦法");
    assert_eq!(edited.shown_title(id, TEXT), "借閱辦法");
    assert_eq!(edited.get(id).unwrap().heading(TEXT).slice(TEXT), "一、借書");
    assert_eq!(after(&[named, unnamed]), INFERRED);
}

#[test]
fn a_step_up_or_down_is_offered_where_there_is_one() {
    let document = document(TEXT);
    let outline = document.outline();
    let of = |heading| {
        let id = find(outline, TEXT, heading);
        (outline.promoted(id), outline.demoted(id), outline.demoted_kind(TEXT, id))
    };
    assert_eq!(of("演講 篇1"), (None, None, None));
    assert_eq!(of("演講 篇2"), (None, Some(2), None));
    assert_eq!(of("一、建館"), (Some(1), None, None));
    assert_eq!(of("2、新書"), (Some(2), Some(4), None));
    assert_eq!(outline.sibling_after(find(outline, TEXT, "一、建館")), Some(find(outline, TEXT, "二、藏書")));
    assert_eq!(outline.sibling_after(find(outline, TEXT, "二、藏書")), None);
}

#[test]
fn corrections_find_their_places_in_a_file_that_has_changed_a_little() {
    let edits = [
        edit("二、藏書", Scope::One, Change::Level(1)),
        edit("2、期限", Scope::One, Change::Remove),
        line("總結", 1),
    ];
    let changed = TEXT.replace("開場白一段。", "新寫的開場白，比原來的長得多。\n\n還有一段。");
    let edited = document(&changed).outline().edited(&changed, &edits);
    assert_eq!(edited.skipped, [0_usize; 0]);
    assert_eq!(tree(&edited.outline, &changed), after(&edits));
}

#[test]
fn what_has_no_place_any_more_is_skipped_and_told() {
    let edits =
        [edit("二、藏書", Scope::One, Change::Level(1)), edit("2、期限", Scope::One, Change::Level(1))];
    let changed = TEXT.replace("二、藏書", "（此節刪去）");
    let edited = document(&changed).outline().edited(&changed, &edits);
    assert_eq!(edited.skipped, [0]);
    assert!(tree(&edited.outline, &changed).ends_with("\n2、期限\n"));
}

#[test]
fn points_hang_under_the_sections_they_stand_in_after_every_change() {
    let text = "一、緣起\n\n有三點：一是舊書太多，二是新書太少，三是沒有書架。\n\n二、辦法\n\n想辦法。\n";
    let document = document(text);
    let outline = document.outline();
    assert_eq!(outline.points().len(), 3);
    let at = outline.points()[1].marker;
    let split = Edit { anchor: Anchor::of(text, at), scope: Scope::One, change: Change::Heading(2) };
    let edited = outline.edited(text, &[split]).outline;
    assert_eq!(tree(&edited, text), "一、緣起\n  二是新書太少\n二、辦法\n");
    let parents: Vec<_> =
        edited.points().iter().map(|point| (point.parent.map(SectionId::index), point.level)).collect();
    assert_eq!(parents, [(Some(0), 2), (Some(1), 3)]);
}

#[test]
fn all_of_a_kind_of_a_long_document_go_at_once() {
    let body = "正文寫在這裡，寫得比較長一些，足夠成為一段。";
    let text: String = (1..=900).map(|n| format!("{n}、題目{n}\n\n{body}\n\n")).collect();
    let document = document(&text);
    let outline = document.outline();
    assert_eq!(outline.sections().len(), 900);
    let all = outline.edit(&text, SectionId::new(7), Scope::Kind, Change::Remove).unwrap();
    assert_eq!(outline.edited(&text, &[all]).outline.sections().len(), 0);
}

/// What must hold of every outline: ordered, nested, covering.
fn lawful(outline: &Outline, text: &str) {
    let sections = outline.sections();
    for (index, section) in sections.iter().enumerate() {
        let span: Range<usize> = section.span.start.get()..section.span.end.get();
        assert!(section.level > 0 && span.start < span.end && span.end <= text.len());
        assert!(section.body >= section.span.start && section.body <= section.span.end);
        assert!(text.is_char_boundary(section.body.get()));
        assert!(!section.heading(text).is_empty());
        let next = sections.get(index + 1);
        assert!(
            next.is_none_or(
                |next| next.span.start > section.span.start && next.span.start >= section.title.end
            )
        );
        let end = sections.iter().skip(index + 1).find(|next| next.level <= section.level);
        assert_eq!(span.end, end.map_or(text.len(), |end| end.span.start.get()));
        let parent = sections.iter().take(index).rposition(|above| above.level < section.level);
        assert_eq!(section.parent.map(SectionId::index), parent);
    }
    for point in outline.points() {
        let holder =
            sections.partition_point(|section| section.span.start <= point.marker.start).checked_sub(1);
        assert_eq!(point.parent.map(SectionId::index), holder);
    }
}

/// An edit of [`TEXT`] as inferred, or of one of its lines.
fn any_edit() -> impl Strategy<Value = Edit> {
    let change = prop_oneof![
        (0_u8..12).prop_map(Change::Level),
        (0_u8..12).prop_map(Change::Heading),
        Just(Change::Remove),
        Just(Change::Keep),
        proptest::option::of("[一-三]{0,3}").prop_map(Change::Name),
    ];
    (any::<proptest::sample::Index>(), any::<bool>(), change).prop_map(|(place, kind, change)| {
        let document = document(TEXT);
        let range = document.paragraphs()[place.index(document.paragraphs().len())].range();
        let scope = if kind { Scope::Kind } else { Scope::One };
        Edit { anchor: Anchor::of(TEXT, range), scope, change }
    })
}

proptest! {
    #[test]
    fn edits_replayed_give_the_same_lawful_tree(edits in proptest::collection::vec(any_edit(), 0..12)) {
        let document = document(TEXT);
        let once = document.outline().edited(TEXT, &edits);
        lawful(&once.outline, TEXT);
        prop_assert_eq!(&once, &document.outline().edited(TEXT, &edits));
        let kept = serde_json::to_string(&edits).unwrap();
        let read: Vec<Edit> = serde_json::from_str(&kept).unwrap();
        prop_assert_eq!(once, document.outline().edited(TEXT, &read));
    }

    #[test]
    fn an_edit_asked_for_twice_is_an_edit_asked_for_once(edit in any_edit()) {
        let document = document(TEXT);
        let once = document.outline().edited(TEXT, std::slice::from_ref(&edit)).outline;
        let twice = document.outline().edited(TEXT, &[edit.clone(), edit]).outline;
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn rules_and_edits_after_them_give_a_lawful_tree(
        rules in proptest::collection::vec(("[一二演總1-2(]|.{1,4}", 0_u8..12), 0..4),
        edits in proptest::collection::vec(any_edit(), 0..4),
    ) {
        let document = document(TEXT);
        let compiled: Vec<_> =
            rules.into_iter().filter_map(|(pattern, level)| Rule { pattern, level }.compile().ok()).collect();
        let ruled = document.outline().ruled(TEXT, document.paragraphs(), &compiled);
        lawful(&ruled, TEXT);
        lawful(&ruled.edited(TEXT, &edits).outline, TEXT);
    }

    #[test]
    fn edits_of_another_text_do_no_harm(text in "([一二三]、[甲乙]{0,3}|[1-3]、|正文。|一是|\n|\r){0,30}", edits in proptest::collection::vec(any_edit(), 1..6)) {
        let document = document(&text);
        lawful(&document.outline().edited(&text, &edits).outline, &text);
    }
}
