//! The embedded typefaces, for the window and for the pages of a PDF. `assets/fonts/README.md` tells what they hold.
//!
//! Each collection has a face for each region, whose forms of the characters it draws.

/// 黑, for text on the screen and for what other faces lack: the most characters.
pub static SANS: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-SC-TC-HK.ttc");
/// 黑 in bold, for headings.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-Bold-SC-TC-HK.ttc");
/// 宋
pub static SERIF: &[u8] = include_bytes!("../assets/fonts/NotoSerifCJK-SC-TC-HK.ttc");
/// The punctuation of 宋.
pub static MARKS: &[u8] = include_bytes!("../assets/fonts/NotoSerifCJK-Marks-SC-TC-HK.ttc");
/// Characters that the others lack; a single face.
pub static RARE: &[u8] = include_bytes!("../assets/fonts/GangmuRare.ttf");

/// The face with the forms of the mainland, as a 0-based index in each collection.
pub const HANS: u32 = 0;
/// That with the forms of Taiwan.
pub const HANT: u32 = 1;
/// That with the forms of Hong Kong.
pub const HK: u32 = 2;
