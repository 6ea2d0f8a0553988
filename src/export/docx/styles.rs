//! The styles of an exported Word file.

use super::super::Language;

/// Style of the paragraphs.
pub(super) const BODY: &str = "BodyText";

/// Word knows nine heading levels; deeper headings share the last.
const DEEPEST: u8 = 9;

/// Sizes of the headings in half-points, from level 1 on; the last one holds for all that are deeper.
const HEADING_SIZES: [u8; 4] = [36, 32, 28, 24];

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Id of the style for headings of `level`.
pub(super) fn heading_id(level: u8) -> String {
    format!("Heading{}", level.clamp(1, DEEPEST))
}

/// What a language is called by Word, and the fonts that its systems have for text and headings. A reader
/// without them gets its own substitute.
const fn typography(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::Chinese | Language::Simplified => ("zh-CN", "SimSun", "SimHei"),
        Language::Traditional | Language::Taiwan => ("zh-TW", "PMingLiU", "Microsoft JhengHei"),
        Language::HongKong => ("zh-HK", "PMingLiU", "Microsoft JhengHei"),
    }
}

/// What Word calls the language.
pub(super) const fn tag(language: Language) -> &'static str {
    typography(language).0
}

/// `word/styles.xml`: text of 12 pt with one and a half line spacing and an indent of two characters, headings
/// that stay with what follows.
pub(super) fn styles(language: Language) -> String {
    let (tag, text_font, heading_font) = typography(language);
    let mut xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{}<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="{BODY}"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/></w:pPr></w:style>
"#,
        fonts("Times New Roman", text_font),
    );
    xml.extend((1..=DEEPEST).map(|level| heading_style(level, heading_font)));
    xml.push_str("</w:styles>\n");
    xml
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

fn fonts(latin: &str, chinese: &str) -> String {
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}"/>"#)
}
