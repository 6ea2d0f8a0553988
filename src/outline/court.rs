//! Laws and what courts write: articles that are quoted behind a judgment, and where another document begins.

use super::candidate::Candidate;
use super::marker;
use super::source::{Source, is_rule};
use super::style::Style;
use crate::text::is_blank;

/// What stands in another document behind the articles of a law begins anew.
pub(super) fn settle_apart(source: Source<'_>, heads: &mut [Candidate]) {
    for at in 1..heads.len() {
        let [above, head] = heads.get_mut(at - 1..=at).unwrap_or_default() else { continue };
        if above.style == Style::Article && head.value == 1 && !head.style.is_fixed() {
            head.apart = (above.paragraph..head.paragraph).any(|line| begins_another(source.line(line)));
        }
    }
}

/// Whether another document begins at `line`: it is ruled off, or the line says what it is.
fn begins_another(line: &str) -> bool {
    // 民 事 判 決 書
    let mut words = line.chars().filter(|c| !is_blank(*c));
    let name: String = words.by_ref().take(JUDGMENT).collect();
    is_rule(line) || (words.next().is_none() && JUDGMENTS.iter().any(|judgment| name.ends_with(judgment)))
}

/// What a court writes, and the longest name of such, in characters.
const JUDGMENTS: [&str; 4] = ["判决书", "判決書", "裁定书", "裁定書"];
const JUDGMENT: usize = 16;

/// The articles that a court has relied on stand behind its judgment, in no order: 附：相關法律條文, 法律依據. A line that begins
/// with the number of one begins one; what is numbered in a law heads nothing, up to the next appendix or document.
pub(super) fn settle_quoted(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let Some(from) = (0..source.blocks.len()).find(|line| quoted(source.line(*line)).is_some()) else {
        return;
    };
    for head in heads.iter_mut().filter(|head| head.paragraph > from && head.style == Style::Article) {
        head.weight += QUOTED_ARTICLE;
    }
    // Where laws begin, and where something else does.
    let turn = |line: usize| match source.line(line) {
        text if quoted(text) == Some(true) => Some((line, true)),
        text => begins_another(text).then_some((line, false)),
    };
    let mut turns = (from..source.blocks.len()).filter_map(turn).peekable();
    let mut is_law = false;
    heads.retain(|head| {
        while let Some((_, law)) = turns.next_if(|(line, _)| *line <= head.paragraph) {
            is_law = law;
        }
        is_law &= !head.is_appendix();
        !is_law || head.style.is_fixed()
    });
}

/// Whether `line` is the caption of laws that are quoted, and if so, whether of nothing else: 附錄論罪科刑法條.
fn quoted(line: &str) -> Option<bool> {
    let line = line.trim_matches(|c| is_blank(c) || "【】：:".contains(c));
    let is_appended = line.starts_with('附');
    let is_caption = line.chars().nth(QUOTED_CAPTION).is_none()
        && QUOTED.iter().any(|word| line.ends_with(word))
        && (is_appended || marker::read(line).is_none());
    is_caption.then_some(is_appended)
}

/// What such a caption ends with, how long it is at most, in characters, and what an article weighs besides below it.
const QUOTED: [&str; 6] = ["法律条文", "法律條文", "法条", "法條", "法律依据", "法律依據"];
const QUOTED_CAPTION: usize = 16;
const QUOTED_ARTICLE: f32 = 4.0;
