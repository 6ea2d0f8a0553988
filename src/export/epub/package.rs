//! The parts of a book around its text.

use std::fmt::Write as _;

use super::super::Language;
use super::super::hypertext::STYLE as LISTS;
use super::super::markup::escaped;
use super::super::pictures::Picture;
use crate::import::hints::WRITER;

/// Tells readers where the package file is.
pub(super) const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// What stands after the text of a file.
pub(super) const FOOT: &str = "</body>\n</html>\n";

/// The day that each book is said to be of: a book has to have one, and the same sections give the same book.
const MODIFIED: &str = "2000-01-01T00:00:00Z";

/// What is known of a book before its text.
pub(super) struct Book<'a> {
    /// Not blank.
    pub(super) title: &'a str,
    pub(super) language: Language,
    /// Whether lines run down, from the right to the left.
    pub(super) is_vertical: bool,
}

/// Name of the file of text of that number (1-based), beside the package file.
pub(super) fn name(number: usize) -> String {
    format!("text-{number}.xhtml")
}

impl Book<'_> {
    /// What stands before the text of a file.
    pub(super) fn head(&self, title: &str) -> String {
        let title = if title.trim().is_empty() { self.title } else { title };
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{0}" xml:lang="{0}">
<head>
<title>{1}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
"#,
            self.language.tag(),
            escaped(title)
        )
    }

    /// The file of contents around its `list`.
    pub(super) fn contents(&self, list: &str) -> String {
        let title = self.language.contents();
        let head = self.head(title);
        format!("{head}<nav epub:type=\"toc\" id=\"toc\">\n<h1>{title}</h1>\n{list}</nav>\n{FOOT}")
    }

    /// The style sheet.
    pub(super) fn style(&self) -> String {
        let mode = if self.is_vertical {
            "html{-epub-writing-mode:vertical-rl;-webkit-writing-mode:vertical-rl;writing-mode:vertical-rl}\n"
        } else {
            ""
        };
        let (serif, sans) = if self.language.is_traditional() {
            ("\"Noto Serif CJK TC\",\"Songti TC\"", "\"Noto Sans CJK TC\",\"PingFang TC\"")
        } else {
            ("\"Noto Serif CJK SC\",\"Songti SC\"", "\"Noto Sans CJK SC\",\"PingFang SC\"")
        };
        format!(
            "{mode}body{{line-height:1.75;font-family:{serif},serif}}\n{LISTS}\n\
             h1,h2,h3,h4,h5,h6{{line-height:1.4;font-family:{sans},sans-serif;page-break-after:avoid;break-after:avoid}}\n\
             p{{text-indent:2em;margin:0.4em 0;text-align:justify}}\n\
             table{{border-collapse:collapse}}\n\
             th,td{{border:1px solid;padding:0.2em 0.6em;vertical-align:top}}\n\
             img{{max-width:100%;height:auto}}\n\
             aside p{{font-size:0.9em;text-indent:0}}\n\
             nav ol{{list-style:none}}\n"
        )
    }

    /// The package file of a book of so many files of text and these pictures.
    pub(super) fn package(&self, files: usize, pictures: &[Picture], digest: &[u8]) -> String {
        let direction = if self.is_vertical { " page-progression-direction=\"rtl\"" } else { "" };
        let mut xml = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{0}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{1}</dc:identifier>
<dc:title>{2}</dc:title>
<dc:language>{0}</dc:language>
<meta property="dcterms:modified">{MODIFIED}</meta>
<meta name="generator" content="{WRITER}"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
"#,
            self.language.tag(),
            uuid(digest),
            escaped(self.title),
        );
        for number in 1..=files {
            let name = name(number);
            let _ = writeln!(
                xml,
                "<item id=\"t{number}\" href=\"{name}\" media-type=\"application/xhtml+xml\"/>"
            );
        }
        for (number, Picture { name, media, .. }) in (1..).zip(pictures) {
            let _ = writeln!(xml, "<item id=\"p{number}\" href=\"{name}\" media-type=\"{media}\"/>");
        }
        let _ = writeln!(xml, "</manifest>\n<spine{direction}>");
        for number in 1..=files {
            let _ = writeln!(xml, "<itemref idref=\"t{number}\"/>");
        }
        xml.push_str("</spine>\n</package>\n");
        xml
    }
}

/// A UUID of its own making (version 8 of RFC 9562) from a digest.
fn uuid(digest: &[u8]) -> String {
    let hex: String = digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}
