//! Any text of OpenDocument is read or refused, and what is said of its text lies within it.
#![no_main]

mod office;

use gangmu::import::Format;
use libfuzzer_sys::fuzz_target;

/// What the content is made of; other bytes are text.
const PIECES: [&str; 38] = [
    "<text:p>", "</text:p>", "<text:h text:outline-level=\"1\">", "<text:h text:outline-level=\"255\">", "</text:h>",
    "<text:span text:style-name=\"b\">", "</text:span>", "<text:s text:c=\"9\"/>", "<text:tab/>", "<text:line-break/>",
    "<text:list text:style-name=\"l\">", "<text:list text:continue-numbering=\"true\">", "<text:list xml:id=\"a\" text:continue-list=\"a\">", "</text:list>",
    "<text:list-item>", "<text:list-item text:start-value=\"4294967295\">", "</text:list-item>", "<text:list-header>", "</text:list-header>",
    "<text:note><text:note-body>", "</text:note-body></text:note>", "<text:bookmark text:name=\"b\"/>", "<text:a xlink:href=\"#b\">", "</text:a>",
    "<draw:frame svg:width=\"1e30cm\" svg:height=\"-1in\">", "</draw:frame>", "<draw:text-box>", "</draw:text-box>", "<draw:image/>",
    "<table:table>", "</table:table>", "<table:table-row table:number-rows-repeated=\"9999\">", "</table:table-row>",
    "<table:table-cell table:number-columns-spanned=\"3\">", "</table:table-cell>", "<table:covered-table-cell table:number-columns-repeated=\"2\"/>",
    "<table:table-header-rows>", "</table:table-header-rows>",
];

const HEAD: &str = r#"<office:document-content><office:automatic-styles><style:style style:family="text" style:name="b" style:parent-style-name="b"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="l"><text:list-level-style-number text:level="1" style:num-format="A" text:start-value="4294967295" style:num-list-format="%1%%2%%"/><text:list-level-style-number text:level="2" style:num-format="甲, 乙, 丙, ..." text:display-levels="200"/></text:list-style></office:automatic-styles><office:body><office:text>"#;

fuzz_target!(|bytes: &[u8]| {
    let content = HEAD.to_owned() + &office::written(bytes, &PIECES);
    office::check(office::packed(&[("content.xml", content.as_bytes())]), Format::Odt);
    office::check(bytes.to_vec(), Format::Odt);
});
