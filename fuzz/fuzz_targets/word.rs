//! Any Word file is read or refused, and what is said of its text lies within it.
#![no_main]

mod office;

use gangmu::import::Format;
use libfuzzer_sys::fuzz_target;

/// What the parts are made of; other bytes are text.
const PIECES: [&str; 64] = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:pPr>", "</w:pPr>", "<w:rPr>", "</w:rPr>",
    "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>",
    "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:pStyle w:val=\"1\"/>", "<w:pStyle w:val=\"2\"/>", "<w:outlineLvl w:val=\"8\"/>", "<w:outlineLvl w:val=\"255\"/>",
    "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tcPr>", "</w:tcPr>",
    "<w:gridSpan w:val=\"65535\"/>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:trPr><w:gridBefore w:val=\"65535\"/><w:tblHeader/></w:trPr>",
    "<w:del>", "</w:del>", "<w:del/>", "<w:ins>", "</w:ins>", "<w:vanish/>", "<w:b/>", "<w:i/>", "<w:br/>", "<w:br w:type=\"page\"/>", "<w:tab/>",
    "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:instrText>HYPERLINK \"a\" \\l \"b\"</w:instrText>", "<w:footnoteReference w:id=\"1\"/>", "<w:endnoteReference w:id=\"1\"/>",
    "<w:bookmarkStart w:name=\"b\"/>", "<w:hyperlink w:anchor=\"b\">", "</w:hyperlink>",
    "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "<mc:Fallback>", "</mc:Fallback>",
    "<w:drawing>", "</w:drawing>", "<w:txbxContent>", "</w:txbxContent>", "<a:blip r:embed=\"x\"/>",
    "<wp:extent cx=\"4294967295\" cy=\"1\"/>", "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>", "&#x4e00;", "&e;",
];

const RELATIONS: &str = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="x"/><w:basedOn w:val="1"/></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4294967295"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1%2%9"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>"#;

fuzz_target!(|bytes: &[u8]| {
    let (note, body) = bytes.split_at(bytes.len() / 4);
    let body = format!("<w:document><w:body>{}", office::written(body, &PIECES));
    let notes = format!("<w:footnotes><w:footnote w:id=\"1\">{}</w:footnote>", office::written(note, &PIECES));
    let parts = [
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ];
    office::check(office::packed(&parts), Format::Docx);
    office::check(bytes.to_vec(), Format::Docx);
});
