//! Automatic numbers are those that Word shows.
//!
//! A list's levels are written as `format;text;more`, paragraphs as `style;list.level;text`.

use super::{STYLES, imported, paragraphs};
use gangmu::document::Document;
use gangmu::outline::Section;

/// A level of a list: `format;text;more`, `more` being elements.
pub(super) fn levels(notation: &[&str]) -> String {
    let level = |(at, line): (usize, &&str)| {
        let mut parts = line.splitn(3, ';');
        let (format, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let more = parts.next().unwrap_or_default();
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:suff w:val=\"nothing\"/>{more}</w:lvl>"
        )
    };
    notation.iter().enumerate().map(level).collect()
}

pub(super) fn definition(id: u32, notation: &[&str]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels(notation))
}

pub(super) fn list(id: u32, definition: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>")
}

/// The numbered paragraphs, by a numbering and styles.
pub(super) fn numbered(numbering: &str, styles: &str, notation: &str) -> String {
    let parts = [("numbering", "numbering.xml", numbering), ("styles", "styles.xml", styles)];
    imported(&paragraphs(notation), &parts).decoded.text.replace('\n', "|")
}

#[test]
fn numbers_are_text_and_belong_to_headings_and_items() {
    let numbering = definition(0, &["chineseCounting;第%1章"])
        + &definition(
            1,
            &["decimal;%1.;<w:suff w:val=\"tab\"/>", "bullet;\u{f0b7};<w:suff w:val=\"space\"/>"],
        )
        + &list(1, 0, "")
        + &list(2, 1, "");
    let parts = [("numbering", "numbering.xml", numbering.as_str()), ("styles", "styles.xml", STYLES)];
    let imported = imported(&paragraphs("1;1.0;總則\n;2.0;甲\n;2.1;乙\n;;丙\n;2.0;"), &parts);
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "第一章總則\n1.\t甲\n• 乙\n丙\n2.\t\n");
    let hints = &imported.hints;
    let numbers = hints.numbers.iter().map(|number| number.slice(text));
    assert_eq!(numbers.collect::<Vec<_>>(), ["第一章", "1.\t", "• ", "2.\t"]);
    let items = hints.items.iter().map(|item| (item.range.slice(text), item.depth, item.is_numbered));
    assert_eq!(items.collect::<Vec<_>>(), [("1.\t甲", 0, true), ("• 乙", 1, false), ("2.", 0, true)]);
    let headings = hints.headings.iter().map(|heading| heading.range.slice(text));
    assert_eq!(headings.collect::<Vec<_>>(), ["第一章總則"]);
}

#[test]
fn what_word_numbers_is_a_heading_where_text_of_its_own_stands_below_it() {
    let numbering = definition(0, &["chineseCounting;%1、"]) + &list(1, 0, "");
    let parts = [("numbering", "numbering.xml", numbering.as_str()), ("styles", "styles.xml", STYLES)];
    let notation = "1;;第一章　請人\n;1.0;活計\n;;種樹三百棵。\n;;挖塘一口。\n;1.0;工錢\n;;按棵算，當天付清。\n;1.0;地方：南山\n\
                    1;;第二章　約定\n;;約定寫在紙上。";
    let document = Document::of_import(imported(&paragraphs(notation), &parts)).inferred_at_once();
    let text = document.text();
    let title = |section: &Section| {
        (section.level, section.marker.slice(text).to_owned(), section.title_text(text).into_owned())
    };
    let found: Vec<_> = document.outline().sections().iter().map(title).collect();
    let found: Vec<_> = found.iter().map(|(level, marker, title)| (*level, &**marker, &**title)).collect();
    let expected = [
        (1, "第一章", "請人"),
        (2, "一、", "活計"),
        (2, "二、", "工錢"),
        (2, "三、", "地方"),
        (1, "第二章", "約定"),
    ];
    assert_eq!(found, expected);
}

/// The levels and headings of a Word file, whose lists are `1.`, `1.1` and （1）.
fn outline(notation: &str) -> Vec<String> {
    let numbering = definition(0, &["decimal;%1.", "decimal;%1.%2"])
        + &definition(1, &["decimal;（%1）"])
        + &list(1, 0, "")
        + &list(2, 1, "");
    let parts = [("numbering", "numbering.xml", numbering.as_str()), ("styles", "styles.xml", STYLES)];
    let document = Document::of_import(imported(&paragraphs(notation), &parts)).inferred_at_once();
    let text = document.text();
    let told = |section: &Section| format!("{} {}", section.level, section.heading(text).slice(text));
    document.outline().sections().iter().map(told).collect()
}

#[test]
fn numbered_sentences_without_a_style_are_no_sections_where_headings_have_one() {
    let styled = outline(
        "1;1.0;總的說明\n;1.1;本租約用於村裏出租農具，租的人和借的人都照它辦。\n\
         ;1.1;農具指犁、耙、水車和村裏登記在冊的其他器具，不分新舊。\n1;1.0;歸還\n\
         ;1.1;用完的人應當在三天之內送回倉庫，並由管倉庫的人當面點清。\n;1.1;損壞的照價賠，但是有下列情形的不賠：\n\
         ;2.0;天災；\n;2.0;器具本來已經壞了；\n;1.1;誰也不得把租來的農具再租給別人，或者抵給別人。\n1;1.0;附則\n\
         ;2.0;押金\n;;押金每件十元，送回的時候退。\n;2.0;時間\n;;從春分起算，到霜降爲止。",
    );
    assert_eq!(styled, ["1 1.總的說明", "1 2.歸還", "1 3.附則", "2 （3）押金", "2 （4）時間"]);
}

#[test]
fn sentences_that_head_what_follows_stay_headings() {
    let headed = outline(
        "1;;第一章 修渠\n;2.0;先清淤。\n;;各村出十個人，從上游挖起。\n;2.0;後砌石。\n;;石料由鎮裏運到渠邊。\n\
         1;;第二章 修路\n;;開春動工。\n1;;第三章 驗收\n;;由鎮裏驗收。",
    );
    assert_eq!(headed, ["1 第一章 修渠", "2 （1）先清淤", "2 （2）後砌石", "1 第二章 修路", "1 第三章 驗收"]);
}

#[test]
fn lists_of_one_definition_count_together_and_begin_anew_once() {
    let numbering = definition(0, &["chineseCounting;%1、", "decimal;%2."])
        + &list(1, 0, "")
        + &list(2, 0, "")
        + &list(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"8\"/></w:lvlOverride>");
    let notation = ";1.0;\n;1.0;\n;1.1;\n;2.0;\n;2.1;\n;3.0;\n;3.0;\n;1.0;\n;3.0;";
    assert_eq!(numbered(&numbering, "", notation), "一、|二、|1.|三、|1.|八、|九、|十、|十一、|");
}

#[test]
fn a_level_begins_deeper_ones_again_as_they_allow() {
    let numbering = definition(
        0,
        &[
            "chineseCountingThousand;第%1章",
            "chineseCounting;%2、",
            "decimal;%3.",
            "decimal;%4);<w:lvlRestart w:val=\"0\"/>",
            "decimal;(%5);<w:lvlRestart w:val=\"1\"/>",
        ],
    ) + &list(1, 0, "");
    let notation =
        ";1.0;\n;1.1;\n;1.2;\n;1.3;\n;1.4;\n;1.1;\n;1.2;\n;1.3;\n;1.4;\n;1.0;\n;1.1;\n;1.3;\n;1.4;";
    assert_eq!(
        numbered(&numbering, "", notation),
        "第一章|一、|1.|1)|(1)|二、|1.|2)|(2)|第二章|一、|3)|(1)|"
    );
}

#[test]
fn a_level_that_is_passed_over_has_begun() {
    let numbering = definition(0, &["decimal;%1", "decimal;%1.%2", "decimal;%1.%2.%3"]) + &list(1, 0, "");
    assert_eq!(numbered(&numbering, "", ";1.2;\n;1.2;\n;1.1;\n;1.0;\n;1.2;"), "1.1.1|1.1.2|1.2|2|2.1.1|");
}

#[test]
fn a_level_may_be_legal_have_a_start_or_print_nothing() {
    let numbering = definition(
        0,
        &[
            "chineseCounting;第%1編;<w:start w:val=\"3\"/>",
            "decimal;%1.%2;<w:isLgl/>",
            "none;附件",
            "bullet;*",
            "decimal;%3%4%5%",
            "upperLetter;%6;<mc:AlternateContent><mc:Choice><w:numFmt w:val=\"custom\" w:format=\"001, 002, …\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>",
        ],
    ) + &list(1, 0, "");
    let notation = ";1.0;\n;1.1;\n;1.2;\n;1.3;\n;1.4;\n;1.5;";
    assert_eq!(numbered(&numbering, "", notation), "第三編|3.1|附件|*|1%|001|");
}

#[test]
fn an_override_replaces_a_level_and_zero_takes_the_number_away() {
    let replaced = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", levels(&["decimal;（%1）"]));
    let numbering = definition(0, &["chineseCounting;%1、"]) + &list(1, 0, "") + &list(2, 0, &replaced);
    let notation = ";1.0;\n;2.0;\n;0.0;甲\n;7.0;乙\n;1.0;";
    assert_eq!(numbered(&numbering, "", notation), "一、|（2）|甲|乙|三、|");
}

#[test]
fn styles_ask_for_numbers_and_stand_for_levels() {
    let style = |id: &str, more: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"s{id}\"/>{more}</w:style>")
    };
    let number = |id: &str| format!("<w:pPr><w:numPr><w:numId w:val=\"{id}\"/></w:numPr></w:pPr>");
    let based = |id: &str| format!("<w:basedOn w:val=\"{id}\"/>");
    let styles = style("A", &number("1"))
        + &style("B", &(based("A") + &number("1")))
        + &style("C", &based("B"))
        + &style("D", &(based("A") + &number("0")))
        + &style("X", &based("Y"))
        + &style("Y", &based("X"));
    let numbering =
        definition(0, &["decimal;%1.;<w:pStyle w:val=\"A\"/>", "decimal;%1.%2;<w:pStyle w:val=\"B\"/>"])
            + &list(1, 0, "");
    assert_eq!(
        numbered(&numbering, &styles, "A;;\nB;;\nC;;\nD;;丁\nX;;\nA;;\nA;1.1;\nA;0.0;戊"),
        "1.|1.1|1.2|丁||2.|2.1|戊|"
    );
}

#[test]
fn a_definition_may_stand_for_that_of_a_list_style() {
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"list\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let linked = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>";
    let circle = "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L2\"/></w:abstractNum>";
    let numbering = definition(0, &["decimal;%1)"])
        + linked
        + circle
        + &list(1, 0, "")
        + &list(2, 1, "")
        + &list(3, 2, "");
    assert_eq!(numbered(&numbering, styles, ";1.0;\n;2.0;\n;3.0;甲\n;1.0;"), "1)|2)|甲|3)|");
}
