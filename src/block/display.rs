//! What is seen of a paragraph: its line ends joined, its ASCII punctuation full-width where that is asked for.

use std::ops::Range;

use super::{Joint, full_width, joints};

/// What stands in a text for an image, and what is seen of it within a line: few faces have the one, all the other.
const OBJECT: char = '\u{fffc}';
const FRAME: char = '□';

/// What is seen of the characters of one paragraph; every offset stays as it was.
#[derive(Debug, Default)]
pub struct DisplayText {
    /// Line ends within the paragraph.
    joints: Vec<Joint>,
    /// Marks that are shown full-width: the byte where each stands, and what is shown.
    marks: Vec<(usize, char)>,
}

impl DisplayText {
    /// What is seen of `paragraph`, with `full_width` punctuation or with its own.
    pub fn of(paragraph: &str, full_width: bool) -> Self {
        let marks = if full_width { self::full_width(paragraph) } else { Vec::new() };
        Self { joints: joints(paragraph), marks }
    }

    /// What is seen of the character `c` at byte `at`: nothing or one blank of a joint.
    pub fn char(&self, at: usize, c: char) -> Option<char> {
        let c = match c {
            OBJECT => FRAME,
            c if c.is_ascii_punctuation() => self.mark(at).unwrap_or(c),
            c => c,
        };
        let joint = self.joints.get(self.joints.partition_point(|joint| joint.bytes.end <= at));
        match joint.filter(|joint| joint.bytes.contains(&at)) {
            None => Some(c),
            Some(joint) => (joint.blank && at == joint.bytes.start).then_some(' '),
        }
    }

    /// What is seen of the bytes `part` of `paragraph`, which it was made of.
    pub fn part(&self, paragraph: &str, part: Range<usize>) -> String {
        let characters = paragraph.get(part.clone()).unwrap_or_default().char_indices();
        characters.filter_map(|(at, c)| self.char(part.start + at, c)).collect()
    }

    fn mark(&self, at: usize) -> Option<char> {
        let found = self.marks.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.marks.get(found).map(|(_, mark)| *mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_seen_as_it_is_in_the_whole() {
        let paragraph = "各位(同學),\n今天讀 a\nb";
        let display = DisplayText::of(paragraph, true);
        assert_eq!(display.part(paragraph, 0..paragraph.len()), "各位（同學），今天讀 a b");
        assert_eq!(display.part(paragraph, 13..19), "），今");
    }
}
