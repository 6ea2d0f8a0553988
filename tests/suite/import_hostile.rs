//! Any file of an office is read or refused: nothing ends the reading, and what is said of a text lies within it.

use gangmu::import::Format;
use proptest::prelude::*;

mod office;

proptest! {
    #[test]
    fn any_pieces_of_a_word_file_are_read(bytes in prop::collection::vec(0..80_u8, 0..200)) {
        office::check(office::word(&bytes), Format::Docx);
    }

    #[test]
    fn any_pieces_of_an_opendocument_text_are_read(bytes in prop::collection::vec(0..50_u8, 0..200)) {
        office::check(office::opendocument(&bytes), Format::Odt);
    }

    #[test]
    fn a_damaged_package_is_read_or_refused(
        bytes in prop::collection::vec(0..80_u8, 0..60),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = office::word(&bytes);
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        file.truncate(cut.index(file.len() * 4).max(1));
        office::check(file, Format::Docx);
    }
}
