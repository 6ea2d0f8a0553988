//! The samples in other forms have the outlines that they have as written.

use gangmu::decode::Decoded;
use gangmu::document::Document;
use proptest::prelude::*;

const SAMPLES: [(&str, &str); 4] = [
    ("novel", include_str!("../../assets/samples/novel.txt")),
    ("speeches", include_str!("../../assets/samples/speeches.txt")),
    ("statute", include_str!("../../assets/samples/statute.txt")),
    ("thesis", include_str!("../../assets/samples/thesis.txt")),
];

fn parse(text: &str) -> Document {
    Document::from_decoded(Decoded { text: text.to_owned(), ..Decoded::default() })
}

/// Level and heading of each section, widths made equal and blanks taken out.
fn outline(text: &str) -> Vec<(u8, String)> {
    let document = parse(text);
    let plain = |section: &gangmu::outline::Section| {
        let heading = section.heading(document.text()).slice(document.text());
        heading.chars().filter(|c| !c.is_whitespace()).map(half_width).collect()
    };
    document.outline().sections().iter().map(|section| (section.level, plain(section))).collect()
}

fn half_width(c: char) -> char {
    swapped(c, true)
}

/// `c` in the other width of punctuation.
fn swapped(c: char, half: bool) -> char {
    let pairs = [('，', ','), ('；', ';'), ('：', ':'), ('（', '('), ('）', ')')];
    let found = pairs.iter().find(|(full, narrow)| c == if half { *full } else { *narrow });
    found.map_or(c, |(full, narrow)| if half { *narrow } else { *full })
}

/// The lines that are not blank, `ending` behind each.
fn lines(text: &str, ending: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.to_owned() + ending).collect()
}

/// Each sample's text with what stands over its sections, from the first of the top level on cut before each.
fn parts(text: &str) -> (&str, Vec<&str>) {
    let document = parse(text);
    let starts: Vec<usize> = document
        .outline()
        .sections()
        .iter()
        .filter(|section| section.level == 1)
        .map(|section| section.span.start.get())
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)).collect();
    (text.get(..starts[0]).unwrap(), parts)
}

#[test]
fn widths_blank_lines_and_line_ends_do_not_matter() {
    for (name, text) in SAMPLES {
        let expected = outline(text);
        assert!(expected.len() > 3, "{name}");
        for half in [true, false] {
            let other: String = text.chars().map(|c| swapped(c, half)).collect();
            assert_eq!(outline(&other), expected, "{name}, half width: {half}");
        }
        for ending in ["\n", "\n\n", "\r\n", "\r", "\n\n\n"] {
            assert_eq!(outline(&lines(text, ending)), expected, "{name}, {ending:?}");
        }
    }
}

#[test]
fn a_table_of_contents_in_front_is_not_doubled() {
    for (name, text) in SAMPLES {
        let expected = outline(text);
        let document = parse(text);
        let headings = document.outline().sections().iter().filter(|section| section.level <= 2);
        let entries: Vec<_> =
            headings.map(|section| section.heading(text).slice(text).replace('\n', "")).collect();
        for page in
            [|_| String::new(), |n: usize| format!("……{n}"), |n| format!("\t{n}"), |n| format!("　第{n}頁")]
        {
            let table: String =
                (1..).zip(&entries).map(|(n, entry)| entry.clone() + &page(n) + "\n").collect();
            let found = outline(&format!("目錄\n{table}\n{text}"));
            assert_eq!(found, expected, "{name}, {}", page(7));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_stands_at_the_end_may_be_missing(sample in 0usize..4, count in 2usize..9) {
        let (_, text) = SAMPLES[sample];
        let (head, parts) = parts(text);
        let kept = parts.iter().take(count).copied().collect::<String>();
        let found = outline(&(head.to_owned() + &kept));
        prop_assert_eq!(&found[..], &outline(text)[..found.len()]);
    }
}
