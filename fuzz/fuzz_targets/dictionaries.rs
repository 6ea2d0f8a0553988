//! Whatever a configuration of the reader's and its dictionaries hold: they convert or are refused. Needs the OpenCC
//! library: cargo +nightly fuzz run dictionaries --features opencc.
#![no_main]

use std::fs;

use gangmu::script::{Convert as _, Dictionary, OwnFile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let folder = tempfile::tempdir().expect("a folder");
    let (kind, name) = if choice & 1 == 0 { ("text", "words.txt") } else { ("ocd2", "words.ocd2") };
    let dict = format!(r#"{{"type": "{kind}", "file": "{name}"}}"#);
    let config = format!(
        r#"{{"segmentation": {{"type": "mmseg", "dict": {dict}}}, "conversion_chain": [{{"dict": {dict}}}]}}"#
    );
    let path = folder.path().join("own.json");
    let (config, words) = match choice {
        // The configuration itself, over a dictionary that is one.
        0x80.. => (bytes, "头发\t頭髮\n".as_bytes()),
        _ => (config.as_bytes(), bytes),
    };
    fs::write(&path, config).expect("a file");
    fs::write(folder.path().join(name), words).expect("a file");
    if let Ok(own) = OwnFile::open(&path) {
        own.convert("头发在这里，abc\t，里里里。\n");
    }
    let own = Dictionary::parse(String::from_utf8_lossy(bytes));
    assert!(own.words().all(|(_, word)| word.word.len().max(word.conversion.len()) <= 1_024));
});
