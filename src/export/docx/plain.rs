//! A Word file as books and reports are: contents, headings in 黑 of falling sizes, a number on each page.

use super::super::Language;
use super::beside::Beside;
use super::contents::Contents;
use super::typefaces::{Typefaces, fonts};
use super::{
    BODY, DEEPEST, DEEPEST_LIST, Paragraph, Role, heading_id, list_id, list_style, page_number, run,
};
use crate::text::is_blank;

/// Sizes of the headings in half-points, from level 1 on; the last one holds for all that are deeper.
const HEADING_SIZES: [u8; 4] = [36, 32, 28, 24];
/// Such a heading is as large as its text.
const RUN_IN: &str = r#"<w:sz w:val="24"/><w:szCs w:val="24"/>"#;
/// Indent of each level of the contents, in twentieths of a point.
const CONTENTS_INDENT: u16 = 420;

/// The page: A4 with the margins that Word gives Chinese documents.
pub(super) const SECTION: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>
"#;

/// Writes a paragraph behind `body`.
pub(super) fn push(
    body: &mut String,
    (contents, beside): (&mut Contents, &mut Beside),
    paragraph: &Paragraph<'_>,
) {
    if let Some(table) = &paragraph.table {
        body.push_str(&super::table::table(table, beside));
        return;
    }
    let mut number = None;
    let (style, run) = match paragraph.role {
        Role::Heading { level, .. } => {
            let (begin, end) = contents.add(level, &paragraph.heading.without_notes());
            if !paragraph.text.text.is_empty() {
                let heading = [begin, beside.runs(RUN_IN, &paragraph.heading), end].concat();
                let text = beside.runs("", &paragraph.text);
                return body.push_str(&run_in(&heading_id(level), &heading, &text));
            }
            (heading_id(level), [begin, beside.runs("", &paragraph.heading), end].concat())
        }
        _ => match paragraph.text.listed() {
            Some(item) => {
                number = beside.lists.place(&item, "tab");
                // A tab says where the mark ends, or that there is none.
                let mark = || run("", &format!("{}\t", item.shown.trim_end_matches(is_blank)));
                let mark = if number.is_some() { String::new() } else { mark() };
                (list_id(item.depth), mark + &beside.runs("", &item.text))
            }
            None => (BODY.to_owned(), beside.runs("", &paragraph.text)),
        },
    };
    let number = number.unwrap_or_default();
    body.extend(["<w:p><w:pPr><w:pStyle w:val=\"", &style, "\"/>", &number, "</w:pPr>", &run, "</w:p>\n"]);
}

/// A heading and the text that goes on behind it, in one paragraph on the page: Word's style separator, a paragraph mark
/// that is hidden for good (ECMA-376 part 1, 17.3.2.36 `specVanish`), so that the heading alone is in the outline. Programs
/// that do not know it show two paragraphs.
fn run_in(style: &str, heading: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{heading}</w:p>
<w:p><w:pPr><w:pStyle w:val="{BODY}"/></w:pPr>{text}</w:p>
"#
    )
}

/// The foot of each page.
pub(super) fn footer() -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}</w:p>"#, page_number(""))
}

/// The styles: text of 12 pt with one and a half line spacing and an indent of two characters, headings that stay with
/// what follows.
pub(super) fn styles(language: Language) -> String {
    let Typefaces { tag, text, heading, .. } = Typefaces::of(language);
    let mut xml = format!(
        r#"<w:docDefaults><w:rPrDefault><w:rPr>{}<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="{BODY}"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr>{}<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
"#,
        fonts("Times New Roman", text),
        fonts("Arial", heading),
    );
    xml.extend((1..=DEEPEST).map(|level| heading_style(level, heading)));
    xml.extend((0..usize::from(DEEPEST_LIST)).map(|depth| {
        let spacing = r#"<w:spacing w:line="360" w:lineRule="auto"/>"#;
        list_style(depth, "Normal", &[spacing, &list_indent(depth), r#"<w:jc w:val="both"/>"#].concat())
    }));
    xml.extend((1..=DEEPEST).map(contents_style));
    xml
}

/// How far items stand in of lists that stand in `depth` others.
fn list_indent(depth: usize) -> String {
    let (chars, left) = (200 * (depth + 2), 480 * (depth + 2));
    format!(r#"<w:ind w:leftChars="{chars}" w:left="{left}" w:hangingChars="200" w:hanging="480"/>"#)
}

/// How the items of a level stand in that Word counts.
pub(super) fn level_indent(depth: usize) -> String {
    format!("<w:pPr>{}</w:pPr>", list_indent(depth))
}

fn heading_style(level: u8, font: &str) -> String {
    let size = HEADING_SIZES.get(usize::from(level) - 1).or(HEADING_SIZES.last()).copied().unwrap_or(24);
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="{BODY}"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{}"/></w:pPr><w:rPr>{}<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>
"#,
        heading_id(level),
        level - 1,
        fonts("Arial", font),
    )
}

/// The style of the entries for headings of `level`: their page numbers stand at the right edge, behind dots.
fn contents_style(level: u8) -> String {
    let indent = CONTENTS_INDENT * u16::from(level - 1);
    format!(
        r#"<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8306"/></w:tabs><w:spacing w:line="360" w:lineRule="auto"/><w:ind w:left="{indent}"/></w:pPr></w:style>
"#
    )
}
