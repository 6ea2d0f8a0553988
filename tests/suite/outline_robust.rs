//! What holds of the outline of any text at all.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::text::SourceOffset;
use proptest::prelude::*;

fn parse(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() })
}

/// Pieces that texts with an outline are made of, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "一、",
        "二、",
        "(一)",
        "（二）",
        "1.",
        "2、",
        "1.1 ",
        "1.1.1 ",
        "第一章 ",
        "第二章",
        "第三節",
        "第四條 ",
        "篇1\n",
        "講話 篇2\n",
        "【篇三】",
        "范文一：",
        "第一，",
        "第二、",
        "一是",
        "二要",
        "首先，",
        "其次，",
        "①",
        "②",
        "壹、",
        "甲、",
        "Ⅰ. ",
        "A. ",
        "# ",
        "## ",
        "目錄\n",
        "……3\n",
        "前言\n",
        "附錄一",
        "—、",
        "（－）",
        "標題",
        "正文。",
        "去年以來，",
        "：",
        "；\n",
        "？",
        "\n",
        "\n\n",
        "\r\n",
        "\u{3000}",
        " ",
        "\u{feff}",
        "「",
        "」",
        "x",
        "7",
        "2010-11-12 09:35:18,",
    ];
    prop_oneof![
        9 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn document_text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_ordered_nested_and_within_the_text(text in document_text()) {
        let document = parse(&text);
        let outline = document.outline();
        let mut before = SourceOffset::default();
        for (id, section) in outline.ids().zip(outline.sections()) {
            prop_assert!(section.span.start >= before && !section.span.is_empty());
            before = section.span.start;
            prop_assert!(section.span.end.get() <= text.len());
            for range in [section.marker, section.title, section.heading(&text)] {
                prop_assert!(text.get(range.start.get()..range.end.get()).is_some());
                prop_assert!(range.start >= section.span.start && range.end <= section.span.end);
            }
            prop_assert!(section.body <= section.span.end && section.body >= section.marker.start);
            prop_assert!((0.0..=1.0).contains(&section.confidence));
            prop_assert!(outline.evidence(id).is_some());
            let parent = section.parent.and_then(|parent| outline.get(parent));
            // A level may be missing between the two: its heading has no number.
            prop_assert!(section.level > parent.map_or(0, |parent| parent.level));
            if let Some(parent) = parent {
                prop_assert!(parent.span.start < section.span.start && section.span.end <= parent.span.end);
            }
        }
    }

    #[test]
    fn a_subtree_is_all_that_has_the_section_above_it(text in document_text()) {
        let document = parse(&text);
        let outline = document.outline();
        for id in outline.ids() {
            let below: Vec<_> = outline.ids().filter(|other| outline.ancestors(*other).any(|a| a == id)).collect();
            let subtree: Vec<_> = outline.subtree(id).skip(1).collect();
            prop_assert_eq!(below.iter().map(|id| id.index()).collect::<Vec<_>>(), subtree);
        }
    }

    #[test]
    fn sections_of_one_level_cover_the_text_from_the_first_on(text in document_text()) {
        let document = parse(&text);
        let top: Vec<_> = document.outline().sections().iter().filter(|s| s.level == 1).collect();
        for pair in top.windows(2) {
            prop_assert_eq!(pair[0].span.end, pair[1].span.start);
        }
        if let Some(last) = top.last() {
            prop_assert_eq!(last.span.end.get(), text.len());
        }
    }

    #[test]
    fn points_are_in_order_and_stand_in_their_section(text in document_text()) {
        let document = parse(&text);
        let outline = document.outline();
        let mut before = SourceOffset::default();
        for point in outline.points() {
            prop_assert!(point.marker.start >= before);
            before = point.marker.end;
            prop_assert!(text.get(point.title.start.get()..point.title.end.get()).is_some());
            prop_assert_eq!(outline.section_at(point.marker.start), point.parent);
        }
    }
}

#[test]
fn nothing_but_markers_is_read_in_reasonable_depth() {
    let text = "一、\n(一)\n1.\n".repeat(20_000);
    let document = parse(&text);
    assert!(document.outline().sections().iter().all(|section| section.level <= 10));
}

#[test]
fn one_endless_line_has_points_and_no_sections() {
    let text = "看園人說:一是鬆土;二是下種;三是澆水。".repeat(5_000);
    let document = parse(&text);
    assert!(document.outline().sections().is_empty());
    assert_eq!(document.outline().points().len(), 15_000);
}
