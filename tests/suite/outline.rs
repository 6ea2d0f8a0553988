//! Outlines by notation: `tests/fixtures/outline/*.txt`, see the README there.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::import::hints::{Emphasis, Fitting, Furniture, Heading, Item, Note, Origin, Row, Table};
use gangmu::import::{Format, Hints, Imported};
use gangmu::outline::Outline;
use gangmu::text::SourceRange;

fn parse(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() })
}

/// A text of which the format says something: what is before `›` in a line. See the README of the fixtures.
fn parse_hinted(notation: &str) -> Document {
    let (mut text, mut hints) = (String::new(), Hints::default());
    for line in notation.lines() {
        let (said, line) = line.split_once('›').unwrap_or(("", line));
        let range = SourceRange::new(text.len(), text.len() + line.len());
        let (before, line) = line.split_once('‹').unwrap_or(("", line));
        let range = SourceRange::new(
            range.start.get(),
            range.end.get() - if before.is_empty() { 0 } else { '‹'.len_utf8() },
        );
        if !before.is_empty() {
            hints.numbers.push(SourceRange::new(range.start.get(), range.start.get() + before.len()));
        }
        for c in said.chars() {
            match c {
                '1'..='9' => {
                    let level = u8::try_from(c.to_digit(10).unwrap()).unwrap();
                    hints.headings.push(Heading { range, level, origin: Origin::Style });
                }
                'i' => hints.items.push(Item { range, depth: 0, is_numbered: true }),
                't' => hints.tables.push(Table { range, rows: vec![Row::default()], heads: 0 }),
                'f' => hints.furniture.push(Furniture { range, kind: Fitting::Page }),
                'n' => hints.notes.push(Note { reference: SourceRange::default(), range }),
                'b' => hints.emphasis.push(Emphasis { range, bold: true, italic: false }),
                'T' => line.clone_into(&mut hints.title),
                _ => panic!("{said:?} is no hint"),
            }
        }
        text.push_str(before);
        text.push_str(line);
        text.push('\n');
    }
    let decoded = Decoded { text, ..Decoded::default() };
    Document::of_import(Imported { decoded, hints, format: Format::Docx, ..Imported::default() })
        .inferred_at_once()
}

/// One line a node, two blanks a level: marker and title as they stand in the text.
fn listed(text: &str, nodes: impl Iterator<Item = (u8, SourceRange, String)>) -> String {
    let line = |(level, marker, title): (u8, SourceRange, String)| {
        let indent = "  ".repeat(usize::from(level) - 1);
        let marker = marker.slice(text);
        let gap = if marker.is_empty() { "" } else { " " };
        format!("{indent}{marker}{gap}{title}").trim_end().to_owned()
    };
    nodes.map(line).collect::<Vec<_>>().join("\n")
}

fn sections(text: &str, outline: &Outline) -> String {
    listed(text, outline.sections().iter().map(|s| (s.level, s.marker, s.title_text(text).into_owned())))
}

fn points(text: &str, outline: &Outline) -> String {
    listed(text, outline.points().iter().map(|p| (p.level, p.marker, p.title_text(text).into_owned())))
}

/// Runs every case of a fixture and reports all that differ at once.
fn check(fixture: &str, parse: fn(&str) -> Document, render: fn(&str, &Outline) -> String) {
    let mut failures = Vec::new();
    for (number, case) in (1..).zip(fixture.split("\n---\n").filter(|case| !case.trim().is_empty())) {
        let case = case.trim_start_matches('\n');
        let why: Vec<&str> = case.lines().take_while(|line| line.starts_with("//")).collect();
        let body = case.lines().skip(why.len()).collect::<Vec<_>>().join("\n");
        let (input, expected) = body.split_once("\n===").unwrap_or((&body, ""));
        let document = parse(input);
        let found = render(document.text(), document.outline());
        if found.trim_end() != expected.trim_start_matches('\n').trim_end() {
            failures.push(format!("case {number} {why:?}\nexpected{expected}\nfound\n{found}\n"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

macro_rules! fixtures {
    ($($name:ident: $file:literal, $parse:expr, $render:expr;)*) => {
        $(#[test]
        fn $name() {
            check(include_str!(concat!("../fixtures/outline/", $file)), $parse, $render);
        })*
    };
}

fixtures! {
    every_kind_of_marker_is_a_heading: "markers.txt", parse, sections;
    levels_follow_the_document: "levels.txt", parse, sections;
    faults_in_the_numbering_are_forgiven: "faults.txt", parse, sections;
    an_excerpt_goes_on_with_what_it_has_lost: "excerpts.txt", parse, sections;
    lists_and_prose_are_no_headings: "prose.txt", parse, sections;
    lists_are_told_from_headings: "lists.txt", parse, sections;
    enumerations_are_no_headings: "enumerations.txt", parse, sections;
    repeated_headings_are_left_out: "repeated.txt", parse, sections;
    rare_forms_of_markers_are_read: "forms.txt", parse, sections;
    clause_numbers_agree_with_what_is_above: "clauses.txt", parse, sections;
    the_text_of_an_article_is_no_title: "articles.txt", parse, sections;
    documents_of_many_kinds_have_their_outline: "kinds.txt", parse, sections;
    a_heading_may_be_the_only_one: "lone.txt", parse, sections;
    titles_end_where_they_should: "titles.txt", parse, sections;
    what_hashes_say_is_weighed_against_the_numbers: "hashes.txt", parse, sections;
    questions_of_an_exam_hold_no_sections: "exams.txt", parse, sections;
    standards_and_manuals_have_their_chapters: "standards.txt", parse, sections;
    what_the_format_says_is_believed_with_care: "hints.txt", parse_hinted, sections;
    points_are_found_inside_paragraphs: "points.txt", parse, points;
}
