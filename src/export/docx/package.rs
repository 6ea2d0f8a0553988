//! The parts of a Word package around its text.

use super::super::markup::escaped;
use super::super::{Language, Layout, Options};
use super::typefaces::{self, Typefaces};
use super::{official, plain};

/// Name of the part that holds the text.
pub(super) const DOCUMENT: &str = "word/document.xml";

const HEADER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What stands before the paragraphs of the text.
pub(super) const DOCUMENT_HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
"#;

/// What stands after them and their section.
pub(super) const DOCUMENT_FOOT: &str = "</w:body></w:document>\n";

/// Parts that the text leads to: their kind, their file, whether only an official paper has them. They are rId1, rId2
/// and so on.
const RELATED: [(&str, &str, bool); 5] = [
    ("styles", "styles", false),
    ("settings", "settings", false),
    ("fontTable", "fontTable", false),
    ("footer", "footer1", false),
    ("footer", "footer2", true),
];

/// Name and content of all parts but the text. The types come first: programs that read a package while it arrives
/// look for them there.
pub(super) fn parts(options: &Options<'_>, language: Language) -> Vec<(&'static str, String)> {
    let layout = options.layout;
    let footer = |xml: String| part("ftr", &xml);
    let styles = match layout {
        Layout::Plain => plain::styles(language),
        Layout::Official => official::styles(language),
    };
    let mut parts = vec![
        ("[Content_Types].xml", types(layout)),
        ("_rels/.rels", relations()),
        ("word/_rels/document.xml.rels", document_relations(layout)),
        ("docProps/core.xml", properties(options.title, Typefaces::of(language).tag)),
        ("word/settings.xml", settings(layout)),
        ("word/fontTable.xml", part("fonts", &typefaces::table())),
        ("word/styles.xml", part("styles", &styles)),
    ];
    match layout {
        Layout::Plain => parts.push(("word/footer1.xml", footer(plain::footer()))),
        Layout::Official => {
            parts.push(("word/footer1.xml", footer(official::footer(true))));
            parts.push(("word/footer2.xml", footer(official::footer(false))));
        }
    }
    parts
}

fn related(layout: Layout) -> impl Iterator<Item = (usize, &'static str, &'static str)> {
    let is_there =
        move |(_, (.., official)): &(usize, &(_, _, bool))| !official || layout == Layout::Official;
    (1..).zip(&RELATED).filter(is_there).map(|(number, (kind, file, _))| (number, *kind, *file))
}

fn part(root: &str, content: &str) -> String {
    format!("{HEADER}<w:{root} xmlns:w=\"{WORD}\">\n{content}</w:{root}>\n")
}

fn types(layout: Layout) -> String {
    let mut xml = format!(
        r#"{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
"#
    );
    xml.extend(related(layout).map(|(_, kind, file)| {
        format!("<Override PartName=\"/word/{file}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>\n")
    }));
    xml + "</Types>\n"
}

fn relations() -> String {
    format!(
        r#"{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
"#
    )
}

fn document_relations(layout: Layout) -> String {
    let mut xml = format!(
        "{HEADER}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
    );
    xml.extend(related(layout).map(|(number, kind, file)| {
        format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{file}.xml\"/>\n")
    }));
    xml + "</Relationships>\n"
}

/// Without the compatibility mode Word opens the file as one of 2007.
fn settings(layout: Layout) -> String {
    let sides = if layout == Layout::Official { "<w:evenAndOddHeaders/>" } else { "" };
    let content = format!(
        r#"{sides}<w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
"#
    );
    part("settings", &content)
}

/// The properties part. It holds no date: the same sections give the same file.
fn properties(title: &str, language: &str) -> String {
    format!(
        r#"{HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>
"#,
        escaped(title)
    )
}
