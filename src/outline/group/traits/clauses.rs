//! Members that are the clauses of one sentence: 本會促請政府： （一） …； （二） …；及 （三） …。, wrapped as they may be.

use super::{Group, Traits};
use crate::block::is_bulleted;

/// Fewest of them.
const FEWEST: usize = 3;
/// Most lines of one.
const LINES: usize = 8;
/// What may stand behind the mark before the last of them.
const LAST: [&str; 6] = ["及", "以及", "和", "与", "與", "或"];

impl Traits<'_> {
    /// Whether there are several members and each but the last ends with a semicolon, without a sentence that ends before, and
    /// has nothing below it.
    pub(in crate::outline::group) fn are_clauses(&self, group: &Group) -> bool {
        let Some((last, others)) = group.members.split_last() else { return false };
        others.len() + 1 >= FEWEST
            && !self.is_parent(*last)
            && others.iter().zip(group.members.iter().skip(1)).all(|(&member, &next)| {
                let lines = self.paragraph(member)..self.paragraph(next);
                !self.is_parent(member) && lines.len() <= LINES && self.is_clause(lines)
            })
    }

    /// Whether the `lines` are one clause. The number and the head of a page may stand behind it.
    fn is_clause(&self, lines: std::ops::Range<usize>) -> bool {
        for (nth, line) in lines.map(|line| self.source.line(line)).enumerate() {
            // The points below a title end so as well.
            if nth > 0 && is_bulleted(line) {
                return false;
            }
            let words = LAST.iter().find_map(|word| line.strip_suffix(word)).unwrap_or(line);
            if line.contains(['。', '！', '？']) {
                return false;
            }
            if words.trim_end().ends_with(['；', ';']) {
                return true;
            }
        }
        false
    }
}
