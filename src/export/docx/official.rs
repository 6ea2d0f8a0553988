//! A Word file as authorities of the mainland write (公文, GB/T 9704-2012): 22 lines of 28 characters in 3号 on a page
//! of A4, 156 by 225 mm of type; title in 2号; page numbers at the outer edge.
//!
//! Measures are in twentieths of a point. Lines of 579 are 22 on a page; characters half a point closer are 28 a line.

use super::super::{Language, Listed, RichText};
use super::beside::Beside;
use super::typefaces::{Typefaces, fonts};
use super::{
    BODY, DEEPEST, DEEPEST_LIST, Paragraph, Rank, Role, heading_id, list_id, list_style, page_number, run,
};
use crate::text::is_blank;

/// The page and its grid. The number stands 7 mm below the type.
pub(super) const SECTION: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1428" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
"#;

/// A line as high as what stands in it.
const FREE_LINE: &str = r#"<w:spacing w:line="240" w:lineRule="auto"/>"#;
/// Type of Latin letters and digits.
const LATIN: &str = "Times New Roman";
/// Style of the title of a paper among others.
const PART: &str = "PartTitle";

/// A paragraph of the text.
pub(super) fn paragraph(paragraph: &Paragraph<'_>, language: Language, beside: &mut Beside) -> String {
    let Paragraph { role, heading, text, table, .. } = paragraph;
    if let Some(table) = table {
        return super::table::table(table, beside);
    }
    let drawings = beside.drawings;
    let listed = if matches!(role, Role::Body) { text.listed() } else { None };
    let (properties, runs) = match *role {
        Role::Title => (style("Title"), beside.runs("", text)),
        Role::Salutation => (style("Salutation"), beside.runs("", text)),
        Role::Attachment { left, hanging, opens } => {
            (attachment(left, hanging, opens), beside.runs("", text))
        }
        Role::Closing { inset } => (closing(inset), beside.runs("", text)),
        Role::Body => {
            let gap = |item: &Listed<'_>| if item.shown.ends_with(is_blank) { "space" } else { "nothing" };
            let number = listed.as_ref().and_then(|item| beside.lists.place(item, gap(item)));
            let counted = listed.as_ref().filter(|_| number.is_some());
            let runs = beside.runs("", counted.map_or(text, |item| &item.text));
            // A line of exact height would cut a picture off.
            let free = if beside.drawings > drawings { FREE_LINE } else { "" };
            let id = listed.as_ref().map_or_else(|| BODY.to_owned(), |item| list_id(item.depth));
            (style(&id) + &number.unwrap_or_default() + free, runs)
        }
        Role::Heading { level, rank } => {
            let level = level.clamp(1, DEEPEST);
            let style = if rank == Rank::Title { style(PART) } else { style(&heading_id(level)) };
            // The style of a level says the typeface that its number usually asks for.
            let odd = rank != Rank::of_level(level) && rank != Rank::Title;
            let typeface = if odd { fonts(LATIN, typeface(rank, language)) } else { String::new() };
            if text.text.is_empty() {
                (style, beside.runs(&typeface, heading))
            } else {
                let (properties, heading) = run_in(level, &typeface, (heading, beside));
                (properties, heading + &beside.runs("", text))
            }
        }
    };
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>\n")
}

/// A heading that its text stands behind: a paragraph of the text that has a level in the outline.
fn run_in(level: u8, typeface: &str, (heading, beside): (&RichText<'_>, &mut Beside)) -> (String, String) {
    let properties = format!(r#"{}<w:outlineLvl w:val="{}"/>"#, style(BODY), level - 1);
    let linked = format!(r#"<w:rStyle w:val="{}Char"/>{typeface}"#, heading_id(level));
    (properties, beside.runs(&linked, heading))
}

/// A part of the note that names the attachments; measures in characters.
fn attachment(left: u8, hanging: u8, opens: bool) -> String {
    let spacing = if opens { r#"<w:spacing w:before="579"/>"# } else { "" };
    let (left, hanging) = (u32::from(left), u32::from(hanging));
    format!(
        r#"{}{spacing}<w:ind w:leftChars="{}" w:left="{}" w:hangingChars="{}" w:hanging="{}"/>"#,
        style(BODY),
        left * 100,
        left * CHARACTER,
        hanging * 100,
        hanging * CHARACTER
    )
}

/// Who signs, or the date, so many hundredths of a character from the right.
fn closing(inset: u16) -> String {
    let right = u32::from(inset) * CHARACTER / 100;
    format!(
        r#"{}<w:ind w:rightChars="{inset}" w:right="{right}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>"#,
        style(BODY)
    )
}

/// Width of a character in 3号.
const CHARACTER: u32 = 320;

fn style(id: &str) -> String {
    format!(r#"<w:pStyle w:val="{id}"/>"#)
}

const fn typeface(rank: Rank, language: Language) -> &'static str {
    let Typefaces { title, first, second, body, .. } = Typefaces::of(language);
    match rank {
        Rank::Title => title,
        Rank::First => first,
        Rank::Second => second,
        Rank::Lower => body,
    }
}

/// The styles.
pub(super) fn styles(language: Language) -> String {
    let Typefaces { tag, title, body, number, .. } = Typefaces::of(language);
    let mut xml = format!(
        r#"<w:docDefaults><w:rPrDefault><w:rPr>{}<w:spacing w:val="-5"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="{BODY}"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Salutation"><w:name w:val="Salutation"/><w:basedOn w:val="Normal"/><w:next w:val="{BODY}"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="{BODY}"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:after="579"/><w:jc w:val="center"/></w:pPr><w:rPr>{}<w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{PART}"><w:name w:val="Part Title"/><w:basedOn w:val="Title"/><w:next w:val="{BODY}"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="579"/><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>{}<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>
"#,
        fonts(LATIN, body),
        fonts(LATIN, title),
        fonts(number, number),
    );
    xml.extend((1..=DEEPEST).map(|level| heading_styles(level, typeface(Rank::of_level(level), language))));
    // The standard knows no lists: their items are set as the text.
    xml.extend((0..usize::from(DEEPEST_LIST)).map(|depth| list_style(depth, BODY, "")));
    xml
}

/// The style of headings by themselves, and that of headings with their text behind them.
fn heading_styles(level: u8, font: &str) -> String {
    let (id, fonts) = (heading_id(level), fonts(LATIN, font));
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="heading {level}"/><w:basedOn w:val="{BODY}"/><w:next w:val="{BODY}"/><w:link w:val="{id}Char"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:rPr>{fonts}</w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="{id}Char"><w:name w:val="heading {level} Char"/><w:link w:val="{id}"/><w:uiPriority w:val="9"/><w:rPr>{fonts}</w:rPr></w:style>
"#,
        level - 1
    )
}

/// The foot of right pages, with odd numbers, or of left ones: the number between two strokes at the outer edge, one
/// character in.
pub(super) fn footer(is_right: bool) -> String {
    let side = if is_right { "right" } else { "left" };
    let stroke = |text: &str| run("", text);
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{}{}{}</w:p>"#,
        stroke("— "),
        page_number(""),
        stroke(" —"),
    )
}
