//! Titles of Word files.

use gangmu::document::Document;

use super::imported;

#[test]
fn what_has_the_style_of_titles_is_a_title() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>冬修水利的通知</w:t></w:r></w:p><w:p><w:r><w:t>各鎮：</w:t></w:r></w:p>"#;
    let imported = imported(body, &[("styles", "styles.xml", styles)]);
    let document = Document::of_import(imported);
    let titles: Vec<_> = document.blocks().iter().map(|block| document.is_title(block.range())).collect();
    assert_eq!(titles, [true, false]);
}
