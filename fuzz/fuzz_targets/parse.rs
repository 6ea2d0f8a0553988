//! Any bytes decode, are cut into blocks, get an outline and can be exported.
#![no_main]

use gangmu::document::Document;
use gangmu::export::{self, Format, Options, Selection};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = Document::parse(bytes.to_vec(), None);
    let mut at = 0;
    for block in document.blocks() {
        let range = block.range();
        assert!(range.start.get() >= at && !range.is_empty());
        at = range.end.get();
        assert_eq!(range.slice(document.text()).len(), range.len());
    }
    let mut start = None;
    for section in document.outline().sections() {
        assert!(start < Some(section.span.start) && section.span.end.get() <= document.text().len());
        start = Some(section.span.start);
    }
    let all = Selection::all(&document);
    for format in Format::ALL {
        let written = export::render(&document, &all, format, &Options::default());
        assert_eq!(written.is_err(), all.is_empty());
    }
});
