//! Headings that are nothing but bold lines, by notation: a text in Markdown, its outline.

use gangmu::document::Document;
use gangmu::import::{self, Format};

fn outline(markdown: &str) -> String {
    let imported = import::import(markdown.into(), Format::Markdown, &import::Options::default()).unwrap();
    let document = Document::of_import(imported).inferred_at_once();
    let (outline, text) = (document.outline(), document.text());
    let headings = outline.ids().map(|id| {
        let section = outline.get(id).unwrap();
        format!("{} {}", section.level, outline.shown_heading(id, text))
    });
    headings.collect::<Vec<_>>().join("|")
}

#[test]
fn bold_lines_are_headings_where_there_are_no_others() {
    let body = "渠水夠用。\n\n田地有人管。\n\n";
    for (what, markdown, expected) in [
        ("two", format!("開頭。\n\n**春耕**\n\n{body}**秋收**\n\n{body}"), "1 春耕|1 秋收"),
        ("in two parts", format!("開頭。\n\n**春** **耕**\n\n{body}**秋收**\n\n{body}"), "1 春 耕|1 秋收"),
        (
            "below a bold title",
            format!("**農事**\n\n開頭。\n\n**春耕**\n\n{body}**秋收**\n\n{body}"),
            "1 春耕|1 秋收",
        ),
        (
            "two lines each",
            format!("開頭。\n\n**春耕**\n\n**怎樣開始**\n\n{body}**秋收**\n\n{body}"),
            "1 春耕|1 秋收",
        ),
        ("one alone", format!("開頭。\n\n**春耕**\n\n{body}{body}"), ""),
        ("warnings", format!("開頭。\n\n**春耕要早。**\n\n{body}**秋收要快。**\n\n{body}"), ""),
        ("half of a line", format!("開頭。\n\n**春耕**要早\n\n{body}**秋收**要快\n\n{body}"), ""),
        ("nothing below", "開頭。\n\n**春耕**\n\n種地。\n\n**秋收**\n\n收糧。\n\n".to_owned(), ""),
        (
            "beside numbers",
            format!("一、春耕\n\n{body}**水利**\n\n{body}**農具**\n\n二、秋收\n\n{body}"),
            "1 一、春耕|1 二、秋收",
        ),
        (
            "beside headings",
            format!("# 春耕\n\n{body}**水利**\n\n{body}**農具**\n\n# 秋收\n\n{body}"),
            "1 春耕|1 秋收",
        ),
        ("captions", format!("開頭。\n\n![](a)\n\n**春耕**\n\n{body}![](b)\n\n**秋收**\n\n{body}"), ""),
        (
            "a signature",
            format!("開頭。\n\n**春耕**\n\n{body}**秋收**\n\n{body}**編輯 某**\n"),
            "1 春耕|1 秋收",
        ),
    ] {
        assert_eq!(outline(&markdown), expected, "{what}");
    }
}
