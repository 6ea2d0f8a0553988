//! Any text of OpenDocument is read or refused, and what is said of its text lies within it.
#![no_main]

#[path = "../../tests/suite/import_hostile/office.rs"]
#[expect(dead_code, reason = "it has the other format too")]
mod office;

use gangmu::import::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    office::check(office::opendocument(bytes), Format::Odt);
    office::check(bytes.to_vec(), Format::Odt);
});
