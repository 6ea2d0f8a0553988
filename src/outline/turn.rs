//! Turns of a talk with a machine that is kept as a text: 用户：. What is asked begins another text each time.

use super::candidate::Candidate;
use super::source::Source;
use crate::text::is_blank;

/// Who asks, alone on the line, before a colon.
const ASKERS: [&str; 9] = ["用户", "用戶", "使用者", "User", "USER", "user", "Human", "HUMAN", "human"];
/// Fewest turns.
const FEWEST: usize = 2;

/// What is numbered first behind each turn begins anew.
pub(super) fn settle(source: Source<'_>, heads: &mut [Candidate]) {
    let mut turns = (0..source.blocks.len()).filter(|&line| is_turn(source.line(line))).peekable();
    if turns.clone().nth(FEWEST - 1).is_none() {
        return;
    }
    for head in heads {
        while turns.next_if(|turn| *turn < head.paragraph).is_some() {
            head.apart = head.value <= 1;
        }
    }
}

/// Whether `line` says that it is the reader's turn: 用户：.
fn is_turn(line: &str) -> bool {
    let line = line.trim_matches(|c: char| is_blank(c) || "*#".contains(c));
    line.strip_suffix(['：', ':']).is_some_and(|name| ASKERS.contains(&name.trim_end_matches(is_blank)))
}
