//! Outlines by notation: `tests/fixtures/outline/*.txt`, see the README there.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::outline::Outline;
use gangmu::text::SourceRange;

fn parse(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() })
}

/// One line a node, two blanks a level: marker and title as they stand in the text.
fn listed(text: &str, nodes: impl Iterator<Item = (u8, SourceRange, String)>) -> String {
    let line = |(level, marker, title): (u8, SourceRange, String)| {
        let indent = "  ".repeat(usize::from(level) - 1);
        format!("{indent}{} {title}", marker.slice(text)).trim_end().to_owned()
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
fn check(fixture: &str, render: fn(&str, &Outline) -> String) {
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
    ($($name:ident: $file:literal, $render:expr;)*) => {
        $(#[test]
        fn $name() {
            check(include_str!(concat!("../fixtures/outline/", $file)), $render);
        })*
    };
}

fixtures! {
    every_kind_of_marker_is_a_heading: "markers.txt", sections;
    levels_follow_the_document: "levels.txt", sections;
    faults_in_the_numbering_are_forgiven: "faults.txt", sections;
    lists_and_prose_are_no_headings: "prose.txt", sections;
    lists_are_told_from_headings: "lists.txt", sections;
    repeated_headings_are_left_out: "repeated.txt", sections;
    rare_forms_of_markers_are_read: "forms.txt", sections;
    clause_numbers_agree_with_what_is_above: "clauses.txt", sections;
    the_text_of_an_article_is_no_title: "articles.txt", sections;
    documents_of_many_kinds_have_their_outline: "kinds.txt", sections;
    titles_end_where_they_should: "titles.txt", sections;
    points_are_found_inside_paragraphs: "points.txt", points;
}
