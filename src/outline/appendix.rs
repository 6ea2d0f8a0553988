//! Appendices: 附件1, 附錄A. A letter or a contract lists them before they come.

use super::added;
use super::candidate::Candidate;
use super::source::Source;

/// Lines at the top of a document.
const TOP: usize = 3;
/// What an appendix of a book is called; 附件 is a paper of its own.
const APPENDIX: [&str; 2] = ["附录", "附錄"];

/// Removes what names an appendix and heads none.
///
/// Where a document begins with 附件 and has no other, all of it is that appendix; but 附錄甲 with its title is the heading
/// of what follows. One that stands right above another, or above another number, is an entry of a list, and so is the
/// last of such.
pub(super) fn settle(source: Source<'_>, heads: &mut Vec<Candidate>) {
    // 番外 stands as an appendix does, but is none.
    let is_named = |head: &Candidate| {
        head.level == 0 && head.is_appendix() && head.range.slice(source.text).starts_with('附')
    };
    let has_title = |head: &Candidate| {
        head.value > 0 && is_of_book(source, head) && head.range.end < source.range(head.paragraph).end
    };
    let opens = heads.first().is_some_and(|head| is_named(head) && head.paragraph < TOP && !has_title(head));
    if opens && !heads.iter().skip(1).any(Candidate::is_appendix) {
        heads.remove(0);
    }
    let mut listed = vec![false; heads.len()];
    for at in 1..heads.len() {
        let [above, head] = heads.get(at - 1..=at).unwrap_or_default() else { continue };
        if !is_named(above) || above.paragraph + 1 != head.paragraph {
            continue;
        }
        let goes_on = is_named(head) && head.value > above.value && above.value > 0;
        // 附件 and 1. below it
        let counts = above.value == 0 && !head.style.is_fixed();
        let end = if goes_on { at + 1 } else { at };
        if goes_on || counts {
            added::mark(&mut listed, at - 1..end);
        }
    }
    added::remove(heads, listed);
}

/// Whether it is an appendix of a book.
pub(super) fn is_of_book(source: Source<'_>, head: &Candidate) -> bool {
    APPENDIX.iter().any(|noun| head.range.slice(source.text).starts_with(noun))
}
