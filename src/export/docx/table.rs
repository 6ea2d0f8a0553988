//! Tables of a Word file.

use super::super::Table;
use super::beside::Beside;

/// Lines around all cells, half a point thick.
const BORDERS: [&str; 6] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/// A table as wide as the text, its heads repeated on each page.
pub(super) fn table(table: &Table<'_>, beside: &mut Beside) -> String {
    let line = |side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>{}</w:tblBorders></w:tblPr><w:tblGrid>{}</w:tblGrid>\n",
        BORDERS.map(line).concat(),
        "<w:gridCol/>".repeat(table.columns)
    );
    for (index, row) in table.rows.iter().enumerate() {
        xml.push_str("<w:tr>");
        xml.push_str(if index < table.heads { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" });
        for slot in row {
            xml.push_str("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>");
            if slot.columns > 1 {
                xml.extend(["<w:gridSpan w:val=\"", &slot.columns.to_string(), "\"/>"]);
            }
            xml.push_str(match slot.rows {
                0 => "<w:vMerge/>",
                1 => "",
                _ => "<w:vMerge w:val=\"restart\"/>",
            });
            xml.push_str("</w:tcPr>");
            // A cell has to have a paragraph.
            xml.push_str(if slot.text.is_empty() { "<w:p/>" } else { "" });
            xml.extend(slot.text.iter().map(|text| format!("<w:p>{}</w:p>", beside.runs("", text))));
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>\n");
    }
    // Tables with nothing between them would be one.
    xml + "</w:tbl>\n<w:p/>\n"
}
