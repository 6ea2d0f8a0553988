//! Any bytes decode: in every encoding, whole and in part, and a text that is written in one comes back.
#![no_main]

use gangmu::decode::{decode, encoding_named, part};
use gangmu::text::{LineIndex, is_line_end, line_ends, numbered_lines, physical_lines};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 7] = ["", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252"];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let forced = encoding_named(NAMES[usize::from(choice) % NAMES.len()]);
    let decoded = decode(bytes.to_vec(), forced);
    assert!(!decoded.text.contains('\0') && decoded.text.len() <= 3 * bytes.len() + 3);
    let known = encoding_named(decoded.encoding).expect("it has a name");
    // Read once more in the encoding that was found, it is the same.
    if !decoded.bom {
        let again = decode(bytes.to_vec(), Some(known));
        assert_eq!((again.text == decoded.text || again.bom, again.encoding), (true, decoded.encoding));
    }
    // What is whole is read as it is, or it is told.
    if let Some(whole) = known.decode_without_bom_handling_and_without_replacement(bytes) {
        let whole: String = whole.chars().filter(|c| *c != '\0').collect();
        assert!(decoded.bom || decoded.nuls > 0 || decoded.lossy || decoded.text == whole);
    }
    let text = decoded.text.as_str();
    let marks: Vec<usize> = text.char_indices().filter(|(_, c)| is_line_end(*c)).map(|(at, _)| at).collect();
    assert_eq!(line_ends(text).collect::<Vec<_>>(), marks);
    let lines = LineIndex::new(text);
    for (index, line) in numbered_lines(text).enumerate() {
        assert_eq!(lines.range(text, index), Some(line));
        assert_eq!(lines.line_at(text, line.start), index);
    }
    let whole: String = physical_lines(text).map(|line| line.slice(text)).collect();
    assert_eq!(whole, text);
    // Long enough to have parts.
    let long = bytes.repeat((1 << 20) / bytes.len().max(1));
    if choice < 16
        && let Some(part) = part(&long, forced, usize::from(choice) << 15)
    {
        assert!(!part.decoded.binary && part.base + part.decoded.text.len() <= part.of.max(3 * long.len()));
    }
});
