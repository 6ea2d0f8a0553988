//! Any bytes are read as a page in a message, or it is said why not; hints are in order and on boundaries of characters.
#![no_main]

use gangmu::import::Format;
use libfuzzer_sys::fuzz_target;

mod imported;

fuzz_target!(|bytes: &[u8]| imported::check(bytes, Format::Mhtml));
