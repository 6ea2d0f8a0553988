//! The table of contents of a Word file: a field that Word brings up to date, with its entries already in it.
//!
//! The entries lead to their headings. Which page a heading is on only Word knows, so the numbers come when the field
//! is brought up to date (F9).

use super::super::Language;
use super::super::markup::escaped;

/// The deepest level that is in the contents.
const DEEPEST: u8 = 3;
/// Of fewer headings there are no contents.
const FEWEST: usize = 3;

/// The table of contents while it grows.
#[derive(Default)]
pub(super) struct Contents {
    entries: String,
    count: usize,
}

impl Contents {
    /// Adds a heading. What stands around its text, so that its entry leads there; nothing where it has none.
    pub(super) fn add(&mut self, level: u8, text: &str) -> (String, String) {
        if level > DEEPEST {
            return Default::default();
        }
        self.count += 1;
        let number = self.count;
        let name = format!("_Toc{number}");
        // The field begins in the paragraph of its first entry and ends behind the last.
        let begin = if self.count == 1 { field_begins() } else { String::new() };
        self.entries.extend([
            "<w:p><w:pPr><w:pStyle w:val=\"TOC",
            &level.to_string(),
            "\"/></w:pPr>",
            &begin,
            "<w:hyperlink w:anchor=\"",
            &name,
            "\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">",
            &escaped(text).replace('\t', " "),
            "</w:t></w:r></w:hyperlink></w:p>\n",
        ]);
        let begin = format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>");
        (begin, format!("<w:bookmarkEnd w:id=\"{number}\"/>"))
    }

    /// The contents under their title, on pages of their own; nothing where there are too few headings.
    pub(super) fn finish(self, language: Language) -> String {
        if self.count < FEWEST {
            return String::new();
        }
        let title = language.contents();
        format!(
            r#"<w:sdt><w:sdtPr><w:tag w:val="gangmu-contents"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>
<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>
{}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br w:type="page"/></w:r></w:p>
</w:sdtContent></w:sdt>
"#,
            self.entries
        )
    }
}

fn field_begins() -> String {
    format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-{DEEPEST}" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
    )
}
