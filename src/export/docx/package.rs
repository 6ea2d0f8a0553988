//! The parts of a Word package around its text.

use super::super::markup::escaped;
use super::super::pictures::Picture;
use super::super::{Language, Layout, Options};
use super::beside::{Beside, NOTE};
use super::typefaces::{self, Typefaces};
use super::{official, plain};
use crate::import::hints::WRITER;

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
pub(super) fn parts(
    options: &Options<'_>,
    language: Language,
    beside: &Beside,
) -> Vec<(&'static str, String)> {
    let layout = options.layout;
    let footer = |xml: String| part("ftr", &xml);
    let styles = match layout {
        Layout::Plain => plain::styles(language),
        Layout::Official => official::styles(language),
    };
    let mut parts = vec![
        ("[Content_Types].xml", types(layout, beside)),
        ("_rels/.rels", relations()),
        ("word/_rels/document.xml.rels", document_relations(layout, beside)),
        ("docProps/core.xml", properties(options.title, Typefaces::of(language).tag)),
        ("docProps/app.xml", writer()),
        ("word/settings.xml", settings(layout)),
        ("word/fontTable.xml", part("fonts", &typefaces::table())),
        ("word/styles.xml", part("styles", &(styles + &note_style(beside)))),
    ];
    if !beside.notes.is_empty() {
        parts.push(("word/footnotes.xml", part("footnotes", &[SEPARATORS, &beside.notes].concat())));
    }
    if !beside.lists.is_empty() {
        let lists = match layout {
            Layout::Plain => beside.lists.xml(plain::level_indent),
            // The items stand as their style says.
            Layout::Official => beside.lists.xml(|_| String::new()),
        };
        parts.push(("word/numbering.xml", part("numbering", &lists)));
    }
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

/// The parts that are there where the text has use for them: their relation and name.
fn kept_beside(beside: &Beside) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = [
        ("rIdNotes", "footnotes", beside.notes.is_empty()),
        ("rIdLists", "numbering", beside.lists.is_empty()),
    ];
    parts.into_iter().filter(|(.., is_empty)| !is_empty).map(|(id, name, _)| (id, name))
}

fn part(root: &str, content: &str) -> String {
    format!("{HEADER}<w:{root} xmlns:w=\"{WORD}\">\n{content}</w:{root}>\n")
}

/// The lines between the text and its footnotes.
const SEPARATORS: &str = r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
"#;

/// The style of footnotes, where there are some.
fn note_style(beside: &Beside) -> String {
    if beside.notes.is_empty() {
        return String::new();
    }
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{NOTE}"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
"#
    )
}

fn types(layout: Layout, beside: &Beside) -> String {
    let mut xml = format!(
        r#"{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
"#
    );
    xml.extend(related(layout).map(|(_, kind, file)| {
        format!("<Override PartName=\"/word/{file}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>\n")
    }));
    xml.extend(kept_beside(beside).map(|(_, name)| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}.{name}+xml\"/>\n")
    }));
    let pictures = beside.pictures.all().iter();
    xml.extend(pictures.map(|Picture { name, media, .. }| {
        format!("<Override PartName=\"/word/media/{name}\" ContentType=\"{media}\"/>\n")
    }));
    xml + "</Types>\n"
}

fn relations() -> String {
    format!(
        r#"{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="{RELATIONS}/extended-properties" Target="docProps/app.xml"/>
</Relationships>
"#
    )
}

fn document_relations(layout: Layout, beside: &Beside) -> String {
    let mut xml = format!(
        "{HEADER}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
    );
    xml.extend(related(layout).map(|(number, kind, file)| {
        format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{file}.xml\"/>\n")
    }));
    xml.extend(kept_beside(beside).map(|(id, name)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{name}\" Target=\"{name}.xml\"/>\n")
    }));
    xml.extend((1..).zip(beside.pictures.all()).map(|(number, Picture { name, .. })| {
        format!(
            "<Relationship Id=\"rIdPicture{number}\" Type=\"{RELATIONS}/image\" Target=\"media/{name}\"/>\n"
        )
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

/// The part that says which program wrote the file.
fn writer() -> String {
    format!(
        "{HEADER}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>{WRITER}</Application></Properties>\n"
    )
}
