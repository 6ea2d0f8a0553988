//! Nothing is lost: white space aside, what is exported in any format is the text of what was ticked, to the character.

use gangmu::document::Document;
use gangmu::export::{ExportError, Format, Layout, Options, Selection, Tick, render};
use gangmu::outline::{PointId, SectionId};
use gangmu::text::{SourceOffset, is_blank};
use proptest::prelude::*;

use crate::written::text_of;

fn document(text: &str) -> Document {
    Document::parse(text.as_bytes().to_vec(), None)
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// What of the text is ticked, found without asking how an export is put together: each character belongs to the last
/// section that begins before it, or to the last point that it lies in. A heading is never cut.
fn ticked_text(document: &Document, selection: &Selection) -> String {
    let (text, outline) = (document.text(), document.outline());
    let sections = outline.sections();
    let is_ticked = |at: usize| {
        let at = SourceOffset::new(at);
        let after = sections.partition_point(|section| section.span.start <= at);
        let section = after.checked_sub(1).map(SectionId::new);
        let whole = section.map_or(selection.contains_preamble(), |id| selection.contains(id));
        let point = outline.points().iter().rposition(|point| point.span.contains(at));
        let in_heading =
            section.and_then(|id| outline.get(id)).is_some_and(|section| section.written(text).contains(at));
        match point {
            Some(_) if in_heading && whole => true,
            Some(point) => selection.contains_point(PointId::new(point)),
            None => whole,
        }
    };
    text.char_indices().filter(|(at, c)| !is_blank(*c) && is_ticked(*at)).map(|(_, c)| c).collect()
}

/// The text of an export; nothing where all that was ticked is left out again, point by point.
fn exported(document: &Document, selection: &Selection, format: Format, options: &Options<'_>) -> String {
    match render(document, selection, format, options) {
        Err(ExportError::NothingChosen) => String::new(),
        written => dense(&text_of(format, written.unwrap())),
    }
}

/// The formats that hold the text.
fn texts() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| *format != Format::Csv)
}

/// The text of `selection` is in every format, and in the files of a split.
fn is_whole(document: &Document, selection: &Selection) -> Result<(), TestCaseError> {
    // Pages take a hundred times as long as the rest: they have a test of their own.
    texts()
        .filter(|format| *format != Format::Pdf)
        .try_for_each(|format| is_whole_in(document, selection, format, &Options::default()))
}

/// The same in one format, laid out so.
fn is_whole_in(
    document: &Document,
    selection: &Selection,
    format: Format,
    options: &Options<'_>,
) -> Result<(), TestCaseError> {
    let expected = ticked_text(document, selection);
    let whole = exported(document, selection, format, options);
    prop_assert_eq!(&whole, &expected, "{:?}", format);
    let parts = selection
        .splits()
        .into_iter()
        .map(|part| exported(document, selection, format, &Options { within: Some(part), ..*options }));
    prop_assert_eq!(parts.collect::<String>(), whole, "{:?} split", format);
    Ok(())
}

/// Every way to lay out a paper.
const PAPERS: [(Format, Layout, bool); 4] = [
    (Format::Docx, Layout::Official, false),
    (Format::Pdf, Layout::Plain, false),
    (Format::Pdf, Layout::Official, false),
    (Format::Pdf, Layout::Plain, true),
];

/// A selection by clicks on tick boxes: of the preamble (0), of sections, of points.
fn clicked(document: &Document, clicks: &[(u8, usize)]) -> Selection {
    let (sections, points) = (document.outline().sections().len(), document.outline().points().len());
    let mut selection = Selection::none(document);
    for (kind, at) in clicks {
        match kind {
            0 => selection.toggle_preamble(),
            1 if sections > 0 => selection.toggle_subtree(SectionId::new(at % sections)),
            _ if points > 0 => selection.toggle_point(PointId::new(at % points)),
            _ => {}
        }
    }
    selection
}

const LINE: &str = "(一、|二、|三、|（一）|（二）|1\\.|2、|第一章 |第二章 |第一条 |第二条 |第三條|篇1|①|②|一是|二是|三是|首先|其次|\
                    甲乙丙|丁戊己庚辛壬癸|去年以来，|abc|xyz|。|：|:|；|，|、|\\*|#|_|`|<|>|&|&lt;|\\[|\\]|-|\\+|\\||\\\\| |\u{3000}|\t){1,16}";

proptest! {
    #[test]
    fn every_character_of_what_is_ticked_is_in_every_export(
        lines in proptest::collection::vec(LINE, 0..14),
        clicks in proptest::collection::vec((0..3_u8, 0..40_usize), 1..6),
    ) {
        let document = document(&lines.join("\n"));
        is_whole(&document, &clicked(&document, &clicks))?;
        is_whole(&document, &Selection::all(&document))?;
        prop_assert_eq!(ticked_text(&document, &Selection::all(&document)), dense(document.text()));
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]
    #[test]
    fn every_character_of_what_is_ticked_is_on_every_paper(
        lines in proptest::collection::vec(LINE, 0..14),
        clicks in proptest::collection::vec((0..3_u8, 0..40_usize), 1..6),
    ) {
        let document = document(&lines.join("\n"));
        let selection = clicked(&document, &clicks);
        for (format, layout, vertical) in PAPERS {
            is_whole_in(&document, &selection, format, &Options { layout, vertical, ..Options::default() })?;
        }
    }
}

#[test]
fn characters_that_no_typeface_has_stay_in_the_pages() {
    let text = "一、難字\n\u{20089}𰻞𱁬\u{f900}⼀一\u{e000}ༀ🀀\u{200b}葛\u{e0100}飾，\u{feff}“引”——完……㋿ｱ\n";
    let document = document(text);
    for (format, layout, vertical) in PAPERS {
        let options = Options { layout, vertical, ..Options::default() };
        is_whole_in(&document, &Selection::all(&document), format, &options).unwrap();
    }
}

#[test]
fn the_samples_come_out_whole() {
    for name in ["speeches", "statute", "thesis", "novel"] {
        let path = format!("{}/assets/samples/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let document = Document::parse(std::fs::read(path).unwrap(), None);
        let all = Selection::all(&document);
        is_whole(&document, &all).unwrap();
        assert!(ticked_text(&document, &all) == dense(document.text()), "{name}");
        let clicks: Vec<_> = (0..60).map(|n| (u8::from(n % 5 != 0) + u8::from(n % 3 == 0), n * 7)).collect();
        is_whole(&document, &clicked(&document, &clicks)).unwrap();
        for (format, layout, vertical) in PAPERS {
            let options = Options { layout, vertical, ..Options::default() };
            assert!(
                exported(&document, &all, format, &options) == ticked_text(&document, &all),
                "{name} {format:?}"
            );
        }
    }
}

#[test]
fn an_article_keeps_its_stops_and_its_text_is_no_heading() {
    let text = "第一章 總則\n第一條 園丁應當每日澆水。\n第二條 工具應當分為三種：鋤、鏟、剪；用後擦淨，放回原處，缺損的立即報告，並且登記在簿上，月底由總務核對一次。\n\
                第三條 罰則\n違者罰掃地。\n第二章 附則\n第四條 施行日期另定；\n";
    let document = document(text);
    let out = render(&document, &Selection::all(&document), Format::Txt, &Options::default()).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "第一章 總則\n\n第一條\n\n園丁應當每日澆水。\n\n第二條\n\n工具應當分為三種：鋤、鏟、剪；用後擦淨，放回原處，缺損的立即報告，並且登記在簿上，\
         月底由總務核對一次。\n\n第三條 罰則\n\n違者罰掃地。\n\n第二章 附則\n\n第四條\n\n施行日期另定；\n"
    );
    // In the outline they are seen by their first words, without stops.
    let second = document.outline().shown_heading(SectionId::new(1), document.text());
    assert_eq!(second, "第一條 園丁應當每日澆水");
}

#[test]
fn what_stands_before_the_first_section_is_chosen_like_one() {
    let document = document(
        "座談會發言\n\n各位：今天兩件事，一是修渠，二是讀書。\n\n一、修渠\n\n清淤。\n\n二、讀書\n\n買書。\n",
    );
    let mut selection = Selection::none(&document);
    selection.toggle_preamble();
    assert_eq!((selection.preamble_state(), selection.is_all()), (Tick::On, false));
    let preamble = "座談會發言\n\n各位：今天兩件事，一是修渠，二是讀書。\n";
    let out = |selection: &Selection, format| {
        String::from_utf8(render(&document, selection, format, &Options::default()).unwrap()).unwrap()
    };
    assert_eq!(out(&selection, Format::Txt), preamble);
    assert!(out(&selection, Format::Json).contains(r#"{"kind":"preamble","address":"0","level":1,"#));
    // A point can be left out of it.
    selection.toggle_point(PointId::new(0));
    assert_eq!(selection.preamble_state(), Tick::Half);
    assert_eq!(out(&selection, Format::Txt), preamble.replace("一是修渠，", ""));
    selection.toggle_preamble();
    selection.toggle_subtree(SectionId::new(0));
    selection.toggle_subtree(SectionId::new(1));
    assert!(selection.is_all());
    selection.toggle_preamble();
    assert!(!selection.is_all() && selection.preamble_state() == Tick::Off);
}
