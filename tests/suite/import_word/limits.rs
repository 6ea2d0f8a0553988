//! What is too deep or too long.

use gangmu::import::Remark;

use super::numbering::{definition, list, numbered};
use super::{imported, plain};

#[test]
fn nothing_deep_or_endless_ends_the_reading() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5000) + &plain("底") + &"</w:tc></w:tr></w:tbl>".repeat(5000);
    let read = imported(&(deep + &plain("後")), &[]);
    assert!(read.decoded.text.ends_with("後\n") && read.remarks.contains(&Remark::Damaged));
    let numbering =
        definition(0, &[&format!("upperLetter;{};<w:start w:val=\"4294967295\"/>", "%1".repeat(5000))])
            + &list(1, 0, "");
    let long = numbered(&numbering, "", ";1.0;甲\n;1.0;乙");
    assert!(long.chars().count() < 250, "{long}");
}
