//! Headings or a list? Siblings that stand line below line with nothing of their own are a list.

use super::infer::Heading;
use crate::block::Block;

/// A paragraph longer than this has something of its own, in characters.
const OWN_TEXT: usize = 40;

/// Removes the groups of siblings that are lists, and groups of one that nothing speaks for.
pub(super) fn drop_lists(text: &str, paragraphs: &[Block], headings: &mut Vec<Heading>) {
    let groups = leaf_groups(headings);
    let mut keep = vec![true; headings.len()];
    for group in groups {
        if is_list(text, paragraphs, headings, &group) {
            for index in group {
                if let Some(keep) = keep.get_mut(index) {
                    *keep = false;
                }
            }
        }
    }
    let mut kept = keep.into_iter();
    headings.retain(|_| kept.next().unwrap_or(true));
}

/// The groups of siblings of one list, none of which has anything below it, as indices.
fn leaf_groups(headings: &[Heading]) -> Vec<Vec<usize>> {
    struct Open {
        members: Vec<usize>,
        leaf: bool,
    }
    let mut open: Vec<Open> = Vec::new();
    let mut groups = Vec::new();
    let mut close = |group: Open| {
        if group.leaf {
            groups.push(group.members);
        }
    };
    for (index, heading) in headings.iter().enumerate() {
        let depth = usize::from(heading.choice.depth);
        while open.len() > depth || (open.len() == depth && heading.choice.opens) {
            if let Some(group) = open.pop() {
                close(group);
            }
        }
        while open.len() < depth {
            if let Some(above) = open.last_mut() {
                above.leaf = false;
            }
            open.push(Open { members: Vec::new(), leaf: true });
        }
        if let Some(group) = open.last_mut() {
            group.members.push(index);
        }
    }
    open.into_iter().for_each(close);
    groups
}

fn is_list(text: &str, paragraphs: &[Block], headings: &[Heading], group: &[usize]) -> bool {
    let Some(first) = group.first().and_then(|&index| headings.get(index)) else { return false };
    if first.candidate.style.is_fixed() {
        return false;
    }
    let mut semicolons = 0;
    let mut own = 0;
    for (position, &index) in group.iter().enumerate() {
        let Some(heading) = headings.get(index) else { continue };
        let paragraph = heading.candidate.paragraph;
        let Some(block) = paragraphs.get(paragraph) else { continue };
        let line = block.range.slice(text);
        let is_last = position + 1 == group.len();
        let next = headings.get(index + 1).map_or(paragraphs.len(), |next| next.candidate.paragraph);
        let followed = next > paragraph + 1 && (!is_last || group.len() == 1);
        semicolons += usize::from(line.ends_with(['；', ';']));
        own += usize::from(followed || (runs_in(line) && !line.ends_with(['；', ';'])));
    }
    own == 0 || (semicolons * 2 > group.len() && own * 2 < group.len())
}

/// Whether the line is a paragraph: long, and closed by a full stop.
fn runs_in(line: &str) -> bool {
    let long = line.chars().nth(OWN_TEXT).is_some();
    let stopped = line.ends_with(['。', '！', '？', '”', '」', '!', '?', '：', ':']) || line.contains('。');
    long && stopped
}
