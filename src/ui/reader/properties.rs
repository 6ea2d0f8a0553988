//! What holds of any document in any script, size and direction: laid out, gone to, pointed at and copied.

use proptest::prelude::*;

use super::Reader;
use super::block_layout::BlockLayout;
use super::flow::{Flow, Page};
use super::ruler::Ruler;
use crate::document::Document;
use crate::script::Shown;
use crate::session::{Message, ReadingMessage, Side, TextSelection};
use crate::text::SourceRange;
use crate::typeset::Line;

mod test_column;

use test_column::{CONVERTERS, Fixture, check};

/// The characters of `bytes` of the shown text that are seen, without blanks.
fn displayed(layout: &BlockLayout, shown: &Shown<'_>, bytes: std::ops::Range<usize>) -> String {
    let text = shown.text().get(bytes.clone()).unwrap();
    let displayed = text.char_indices().filter_map(|(at, c)| layout.displayed(bytes.start + at, c));
    displayed.filter(|c| !crate::text::is_blank(*c)).collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !crate::text::is_blank(*c)).collect()
}

#[test]
fn a_jump_shows_its_place() {
    check(60, |fixture, case| {
        let text = fixture.session.open.as_ref().unwrap().document().text().to_owned();
        for to in case.places(&text) {
            fixture.tell(Message::Reading(ReadingMessage::GoToPlace(to)));
            fixture.frames();
            let document = fixture.session.open.as_ref().unwrap().document();
            let Some(block) = document.blocks().get(document.block_at(to)) else { continue };
            let (at, displayed) = (to.clamp(block.range().start, block.range().end), fixture.reader.visible);
            prop_assert!(displayed.start <= at && at <= displayed.end, "{at} is not in {displayed:?}");
        }
        Ok(())
    });
}

#[test]
fn source_and_view_lead_to_each_other() {
    check(60, |fixture, _| {
        fixture.each_block(|_, shown| {
            let mut last = 0;
            for (at, _) in shown.text().char_indices() {
                let source = shown.source_from_view(at);
                prop_assert!(source.get() >= last, "goes back at {at}");
                last = source.get();
                prop_assert!(shown.view_from_source(source) <= at);
                // A place that begins something in both is the same on the way there and back.
                let there = shown.view_from_source(source);
                prop_assert_eq!(shown.source_from_view(there), source);
            }
            Ok(())
        })
    });
}

#[test]
fn turning_the_pages_shows_every_line_once_and_back_again() {
    check(80, |fixture, _| {
        if !fixture.reader.setting.unwrap().leaves {
            return Ok(());
        }
        let mut turned = vec![fixture.reader.visible];
        let turn = |fixture: &mut Fixture, on| {
            fixture.frame(|reader, (ui, session)| {
                let (area, _) = Flow::Rows.cut(ui.available_rect_before_wrap(), super::edge(session));
                let page = reader.setting.unwrap().page(area);
                reader.turn(ui, session.open.as_ref().unwrap().document(), &page, on);
            });
            fixture.frames();
            fixture.reader.visible
        };
        for _ in 0..200 {
            let (before, now) = (*turned.last().unwrap(), turn(fixture, true));
            if now == before {
                break;
            }
            let text = fixture.session.open.as_ref().unwrap().document().text();
            let between = SourceRange::new(before.end.get(), now.start.get());
            prop_assert!(before.end <= now.start, "{before:?} {now:?}");
            prop_assert!(between.slice(text).trim_matches(crate::text::is_blank).is_empty(), "{between:?}");
            turned.push(now);
        }
        let text = fixture.session.open.as_ref().unwrap().document().text();
        let rest = SourceRange::new(turned.last().unwrap().end.get(), text.len());
        prop_assert!(rest.slice(text).trim_matches(crate::text::is_blank).is_empty(), "{rest:?}");
        for before in turned.iter().rev().skip(1) {
            prop_assert_eq!(turn(fixture, false), *before);
        }
        Ok(())
    });
}

/// Places along `line` left and right of the middle of each character, with the byte that is nearest.
fn sides(ruler: &mut Ruler<'_>, layout: &BlockLayout, line: &Line, shown: &Shown<'_>) -> Vec<(f32, usize)> {
    let places: Vec<_> = ruler.places(layout, line, shown.text()).collect();
    let nexts = places.iter().skip(1).copied().chain([(line.bytes.end, 0.0, 9.0)]);
    // What has no width cannot be pointed at.
    let wide = places.iter().zip(nexts).filter(|((.., one), (.., other))| one.min(*other) > 1.0);
    wide.flat_map(|((byte, along, advance), (next, ..))| {
        [(along + advance * 0.3, *byte), (along + advance * 0.8, next)]
    })
    .collect()
}

#[test]
fn every_character_is_found_under_the_pointer() {
    check(40, |fixture, case| {
        let text = fixture.session.open.as_ref().unwrap().document().text().to_owned();
        fixture.tell(Message::Reading(ReadingMessage::GoToPlace(case.places(&text)[0])));
        fixture.frames();
        fixture.frame(|reader, (ui, session)| {
            let document = session.open.as_ref().unwrap().document();
            let setting = reader.setting.unwrap();
            let (area, _) = setting.flow.cut(ui.available_rect_before_wrap(), super::edge(session));
            let page = setting.page(area);
            for (index, number, across) in lines_on(reader, ui, document, &page) {
                let layout = reader.lay_out(ui, document, index);
                let shown = reader.view.shown(document.text(), document.blocks()[index].range());
                let mut ruler = Ruler { ui, widths: &mut reader.widths, setting: &setting };
                for (along, byte) in sides(&mut ruler, &layout, &layout.lines[number], &shown) {
                    let at = page.rect(along..along, across..across).center();
                    let found = reader.offset_at(ui, document, &page, at);
                    prop_assert_eq!(found, Some(shown.source_from_view(byte)), "byte {}", byte);
                }
            }
            Ok(())
        })
    });
}

/// The lines whose middle is on `page`: block and line, 0-based, and where the middle is.
fn lines_on(
    reader: &mut Reader,
    ui: &egui::Ui,
    document: &Document,
    page: &Page,
) -> Vec<(usize, usize, f32)> {
    let (mut top, mut lines) = (-reader.above(ui, document), Vec::new());
    for index in reader.anchor.block..document.blocks().len() {
        if top > page.extent() {
            break;
        }
        let layout = reader.lay_out(ui, document, index);
        let half = layout.line_height / 2.0;
        let on_page = page.lines(&layout, top).enumerate();
        lines.extend(on_page.map(|(number, (top, _))| (index, number, top + half)));
        top = page.after(&layout, top);
    }
    lines.retain(|(.., middle)| (1.0..page.extent() - 1.0).contains(middle));
    lines
}

#[test]
fn a_copy_is_what_is_seen() {
    check(40, |fixture, case| {
        let text = fixture.session.open.as_ref().unwrap().document().text().to_owned();
        let [one, other, ..] = case.places(&text);
        let range = SourceRange { start: one.min(other), end: one.max(other) };
        if range.is_empty() {
            return Ok(());
        }
        let mut expected = String::new();
        fixture.each_block(|layout, shown| {
            let part = TextSelection::of(range).within(shown.range());
            let bytes = part.map(|part| shown.view_range(part));
            expected.extend(bytes.map(|bytes| displayed(layout, shown, bytes)));
            Ok(())
        })?;
        prop_assert_eq!(without_blanks(&fixture.copy(range)), expected);
        let all = SourceRange::new(0, text.len());
        let mut whole = String::new();
        let converter = CONVERTERS[case.converter].1.clone();
        if !case.full_width {
            for block in fixture.session.open.as_ref().unwrap().document().blocks() {
                let block = block.range().slice(&text);
                whole.push_str(&converter.as_ref().map_or_else(|| block.to_owned(), |c| c.convert(block)));
            }
            prop_assert_eq!(without_blanks(&fixture.copy(all)), without_blanks(&whole));
        }
        Ok(())
    });
}

/// Marks that no line begins with, and that none ends with (W3C, Requirements for Chinese Text Layout, §3.1.2).
const CLOSING: &str = "，。、；：？！）」》”·℃,.)%";
const OPENING: &str = "（「《“(";

#[test]
fn no_line_breaks_the_rules() {
    check(160, |fixture, case| {
        let column = fixture.reader.setting.unwrap().column;
        // Headings are larger: in a narrow column what holds together may not fit.
        if column < 14.0 * case.size {
            return Ok(());
        }
        fixture.each_block(|layout, shown| {
            let of = |bytes: std::ops::Range<usize>| {
                let text = shown.text().get(bytes.clone()).unwrap_or_default();
                let displayed =
                    text.char_indices().filter_map(|(at, c)| layout.displayed(bytes.start + at, c));
                displayed.collect::<String>()
            };
            for pair in layout.lines.windows(2) {
                let [before, after] = pair else { continue };
                let blanks = of(before.bytes.end..after.bytes.start);
                let [before, after] = [before, after].map(|line| of(line.bytes.clone()));
                let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
                    continue;
                };
                prop_assert!(!CLOSING.contains(first), "{first} begins {after}");
                prop_assert!(!OPENING.contains(last), "{last} ends {before}");
                let whole = |c: char| blanks.is_empty() && c.is_ascii_alphanumeric();
                prop_assert!(!(whole(last) && whole(first)), "{before} | {after}");
                prop_assert!(!(last == first && matches!(first, '—' | '…')), "{before} | {after}");
                let number = |c: char| matches!(c, ',' | '.' | '-');
                prop_assert!(!(number(last) && first.is_ascii_digit()), "{before} | {after}");
            }
            Ok(())
        })
    });
}

#[test]
fn the_source_column_is_the_source() {
    check(10, |fixture, case| {
        fixture.session.settings.compare = true;
        fixture.frames();
        if !fixture.session.compares() {
            return Ok(());
        }
        fixture.tell(Message::Reading(ReadingMessage::Side(Side::Source)));
        let text = fixture.session.open.as_ref().unwrap().document().text().to_owned();
        let [one, other, ..] = case.places(&text);
        let range = SourceRange { start: one.min(other), end: one.max(other) };
        if !range.is_empty() && !case.full_width {
            prop_assert_eq!(without_blanks(&fixture.copy(range)), without_blanks(range.slice(&text)));
        }
        Ok(())
    });
}
