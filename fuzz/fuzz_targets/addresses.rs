//! Any list of sections is understood or refused.
#![no_main]

use gangmu::document::Document;
use gangmu::export::Selection;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "一、甲\n\n甲文。\n\n（一）子\n\n子文。\n\n（二）丑\n\n丑文。\n\n二、乙\n\n乙文。\n\n三、丙\n\n丙文。\n";

fuzz_target!(|list: &str| {
    let document = Document::parse(TEXT.as_bytes().to_vec(), None);
    if let Ok(selection) = Selection::parse(list, &document) {
        assert!(selection.count() <= document.outline().sections().len());
    }
});
