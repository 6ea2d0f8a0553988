//! Points: what each holds, its address, and what comes out when it is chosen.

use gangmu::document::Document;
use gangmu::export::{Format, Options, Selection, SelectionError, Tick, render};
use gangmu::outline::edit::{Change, Scope};
use gangmu::outline::{PointId, SectionId};
use gangmu::text::SourceRange;
use proptest::prelude::*;

const TEXT: &str = "\
村裡的事

一、修渠

今年要做三件事：一是清淤，先清上游；二是補堤，包括：①夯土，②種柳；三是立規矩。
另有一事，下次再議。

二、讀書

一是買書。每年買一百本。

書單由各家提出。

二是借書。每人三本。

三是還書。逾期不罰。

以上請各位商議。

三、歌會

中秋夜在曬穀場唱歌。
";

fn document() -> Document {
    Document::parse(TEXT.as_bytes().to_vec(), None)
}

fn addresses(document: &Document) -> Vec<String> {
    let outline = document.outline();
    outline.point_addresses(&outline.addresses()).iter().map(ToString::to_string).collect()
}

fn exported(document: &Document, list: &str, format: Format, with_path: bool) -> String {
    let selection = Selection::parse(list, document).unwrap();
    text_of(document, &selection, format, with_path)
}

fn text_of(document: &Document, selection: &Selection, format: Format, with_path: bool) -> String {
    let options = Options { with_path, ..Options::default() };
    String::from_utf8(render(document, selection, format, &options).unwrap()).unwrap()
}

#[test]
fn a_point_holds_its_text_up_to_the_next_of_its_list_or_the_end_of_its_paragraph() {
    let document = document();
    let spans: Vec<_> =
        document.outline().points().iter().map(|point| point.span.slice(document.text())).collect();
    assert_eq!(
        addresses(&document).into_iter().zip(spans).collect::<Vec<_>>(),
        [
            ("1#1", "一是清淤，先清上游；"),
            ("1#2", "二是補堤，包括：①夯土，②種柳；"),
            ("1#2.1", "①夯土，"),
            ("1#2.2", "②種柳；"),
            ("1#3", "三是立規矩。"),
            ("2#1", "一是買書。每年買一百本。\n\n書單由各家提出。"),
            ("2#2", "二是借書。每人三本。"),
            ("2#3", "三是還書。逾期不罰。"),
        ]
        .map(|(address, span)| (address.to_owned(), span))
    );
}

#[test]
fn points_alone_come_out_as_paragraphs_with_the_headings_above_where_asked() {
    let document = document();
    let list = "2#1-2, 1#2.1-2.2, 1#3";
    assert_eq!(
        exported(&document, list, Format::Txt, false),
        "①夯土，\n\n②種柳；\n\n三是立規矩。\n\n一是買書。每年買一百本。\n\n書單由各家提出。\n\n二是借書。每人三本。\n"
    );
    assert_eq!(
        exported(&document, "1#2,2#3,3", Format::Md, true),
        "# 一、修渠\n\n二是補堤，包括：①夯土，②種柳；\n\n# 二、讀書\n\n三是還書。逾期不罰。\n\n# 三、歌會\n\n\
         中秋夜在曬穀場唱歌。\n"
    );
    let html = exported(&document, "1#3", Format::Html, true);
    assert!(html.contains("<h1 id=\"s1\">一、修渠</h1>\n<p>三是立規矩。</p>\n</main>"), "{html}");
    let selection = Selection::parse("1#3", &document).unwrap();
    assert!(render(&document, &selection, Format::Docx, &Options::default()).is_ok());
}

#[test]
fn json_tells_points_from_sections() {
    assert_eq!(
        exported(&document(), "1#2.2,2#1", Format::Json, false),
        r#"{"title":"","language":"zh-Hant-TW","sections":[
{"kind":"point","address":"1#2.2","level":3,"marker":"②","title":"種柳","paragraphs":["②種柳；"]},
{"kind":"point","address":"2#1","level":2,"marker":"一是","title":"買書","paragraphs":["一是買書。每年買一百本。","書單由各家提出。"]}
]}
"#
    );
}

#[test]
fn a_section_has_its_points_and_one_of_them_can_be_left_out() {
    let document = document();
    let mut selection = Selection::parse("1,1#2", &document).unwrap();
    let first = SectionId::new(0);
    let states = |selection: &Selection| {
        (0..5).map(|point| selection.point_state(PointId::new(point))).collect::<Vec<_>>()
    };
    assert_eq!((selection.state(first), selection.lone_points()), (Tick::On, 0));
    assert_eq!(states(&selection), [Tick::On; 5]);
    selection.toggle_point(PointId::new(2));
    assert_eq!(selection.state(first), Tick::Half);
    assert_eq!(states(&selection), [Tick::On, Tick::Half, Tick::Off, Tick::On, Tick::On]);
    assert_eq!(
        text_of(&document, &selection, Format::Txt, false),
        "一、修渠\n\n今年要做三件事：一是清淤，先清上游；二是補堤，包括：②種柳；三是立規矩。\n\n另有一事，下次再議。\n"
    );
    selection.toggle_subtree(first);
    assert_eq!((selection.state(first), states(&selection)), (Tick::On, vec![Tick::On; 5]));
    selection.toggle_subtree(first);
    assert!(selection.is_empty() && states(&selection) == [Tick::Off; 5]);
    selection.toggle_point(PointId::new(1));
    assert_eq!((selection.state(first), selection.count(), selection.lone_points()), (Tick::Half, 0, 3));
    selection.toggle_point(PointId::new(3));
    assert_eq!(text_of(&document, &selection, Format::Txt, false), "二是補堤，包括：①夯土，\n");
}

#[test]
fn a_bad_address_of_a_point_is_named() {
    let document = document();
    let error = |list: &str| Selection::parse(list, &document).unwrap_err();
    let named = |part: &str| part.to_owned();
    assert_eq!(error("1#"), SelectionError::Malformed { part: named("1#") });
    assert_eq!(error("1#x"), SelectionError::Malformed { part: named("1#x") });
    assert_eq!(error("1#9"), SelectionError::Unknown { part: named("1#9") });
    assert_eq!(error("9#1"), SelectionError::Unknown { part: named("9#1") });
    assert_eq!(error("0#1"), SelectionError::Unknown { part: named("0#1") });
    assert_eq!(error("1#3-1"), SelectionError::NotSiblings { part: named("1#3-1") });
    assert_eq!(error("1#1-2.1"), SelectionError::NotSiblings { part: named("1#1-2.1") });
    assert_eq!(error("1#1-2#1"), SelectionError::NotSiblings { part: named("1#1-2#1") });
}

#[test]
fn points_before_the_first_section_have_addresses_and_are_exported() {
    let text = format!("開場有兩句：一是歡迎，二是感謝。\n\n{TEXT}");
    let document = Document::parse(text.into_bytes(), None);
    assert_eq!(addresses(&document)[..2], ["0#1", "0#2"]);
    assert_eq!(exported(&document, "0#2,3", Format::Txt, true).lines().next(), Some("二是感謝。"));
}

#[test]
fn ticked_points_follow_a_corrected_outline() {
    let document = document();
    let (text, outline) = (document.text(), document.outline());
    let ticked = [outline.points()[1].span, outline.points()[7].span];
    let ticks = |edit| {
        let edited = document.with_outline(outline.edited(text, &[edit]).outline);
        (Selection::of_places(&edited, &ticked), edited)
    };
    let remove = outline.edit(text, SectionId::new(1), Scope::One, Change::Remove).unwrap();
    let (merged, _) = ticks(remove);
    assert_eq!((merged.lone_points(), merged.count()), (4, 0));
    let second = outline.points()[1].marker.start;
    let mut heading = outline.edit(text, SectionId::new(0), Scope::One, Change::Heading(2)).unwrap();
    heading.anchor = gangmu::outline::edit::Anchor::of(text, SourceRange::new(second.get(), text.len()));
    let (risen, edited) = ticks(heading);
    let section = edited.outline().section_starting_at(second).unwrap();
    assert!(risen.contains(section), "a ticked point became a section");
    let back = Selection::of_places(&document, &ticked);
    assert!(back.contains_point(PointId::new(1)), "and a point again");
}

proptest! {
    #[test]
    fn points_lie_within_their_section_and_within_one_another(
        lines in proptest::collection::vec("(一|二|三|（一）|（二）|①|②|一是|二是|三是|首先|其次|，|；|。|、|甲|乙){1,12}", 1..12),
        remove in proptest::collection::vec(0..12_usize, 0..4),
    ) {
        let document = Document::parse(lines.join("\n").into_bytes(), None);
        let (text, outline) = (document.text(), document.outline());
        let edits: Vec<_> = remove
            .iter()
            .filter_map(|at| outline.edit(text, SectionId::new(*at), Scope::One, Change::Remove))
            .collect();
        let outline = outline.edited(text, &edits).outline;
        let ends = outline.point_ends();
        for (index, point) in outline.points().iter().enumerate() {
            let next = outline.sections().iter().map(|s| s.span.start).find(|at| *at > point.marker.start);
            prop_assert!(point.span.start == point.marker.start && point.span.end >= point.marker.end);
            prop_assert!(next.is_none_or(|next| point.span.end <= next));
            let end = ends[index] as usize;
            for inner in &outline.points()[index + 1..end] {
                prop_assert!(inner.span.end <= point.span.end);
            }
            if let Some(after) = outline.points().get(end) {
                prop_assert!(point.span.end <= after.span.start);
            }
        }
        // All points, each by its address, are what all sections have of them.
        let addresses: Vec<_> =
            outline.point_addresses(&outline.addresses()).iter().map(ToString::to_string).collect();
        if !addresses.is_empty() {
            let document = document.with_outline(outline.clone());
            let picked = Selection::parse(&addresses.join(","), &document).unwrap();
            prop_assert_eq!(picked.lone_points(), outline.points().len());
        }
    }
}
