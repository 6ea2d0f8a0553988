//! Joints: the line ends inside a paragraph, which are no part of what it says.
//!
//! A joint is a line end with the blanks around it. Between ideographs nothing stands in its place, between words
//! of letters a blank does.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{is_blank, line_ends};

/// A line end inside a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// The line end with the blanks around it, in bytes of the paragraph (0-based).
    pub bytes: Range<usize>,
    /// Whether a blank stands in its place.
    pub blank: bool,
}

/// The joints of `paragraph`, in order. None where it is on one line.
pub fn joints(paragraph: &str) -> Vec<Joint> {
    let mut joints: Vec<Joint> = Vec::new();
    for end in line_ends(paragraph) {
        if joints.last().is_some_and(|last| last.bytes.contains(&end)) {
            continue;
        }
        let (Some(before), Some(after)) = (paragraph.get(..end), paragraph.get(end..)) else { continue };
        let head = before.trim_end_matches(is_blank);
        let tail = after.trim_start_matches(is_blank);
        let blank = blank_between(head.chars().next_back(), tail.chars().next());
        joints.push(Joint { bytes: head.len()..paragraph.len() - tail.len(), blank });
    }
    joints
}

/// `paragraph` on one line.
pub fn joined(paragraph: &str) -> Cow<'_, str> {
    let joints = joints(paragraph);
    if joints.is_empty() {
        return Cow::Borrowed(paragraph);
    }
    let mut line = String::with_capacity(paragraph.len());
    let mut from = 0;
    for joint in joints {
        line.push_str(paragraph.get(from..joint.bytes.start).unwrap_or_default());
        if joint.blank {
            line.push(' ');
        }
        from = joint.bytes.end;
    }
    line.push_str(paragraph.get(from..).unwrap_or_default());
    Cow::Owned(line)
}

/// Whether a blank stands in the place of a joint between those two characters.
pub fn blank_between(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_letter) && after.is_some_and(is_letter)
}

/// Whether `c` belongs to a script that is written with blanks between words.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && u32::from(c) < 0x2E80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_close_up_and_words_keep_a_blank() {
        for (paragraph, line) in [
            ("一段\n文字", "一段文字"),
            ("一段 \r\n\u{3000}\u{3000}文字", "一段文字"),
            ("a long\nline of 文\n字", "a long line of 文字"),
            ("斷\n\n開", "斷開"),
            ("一行", "一行"),
            ("\n", ""),
        ] {
            assert_eq!(joined(paragraph), line, "{paragraph:?}");
        }
    }
}
