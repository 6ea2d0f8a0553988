//! Headings or a list? Siblings that stand line below line with nothing of their own are a list.

use std::collections::HashMap;

use super::infer::Heading;
use super::marker::variant;
use super::scan::Candidate;
use super::source::Source;
use super::style::Style;
use super::title;

/// A paragraph longer than this has something of its own, in characters.
const PARAGRAPH: usize = 40;
/// What follows the first sentence and is longer than this is a body, in characters.
const BODY: usize = 8;

/// A heading that is alone in its list weighs at least this much: Chinese numbers, others.
const LONER: (f32, f32) = (2.0, 4.0);
/// So many headings of one style in a document vouch for one that is alone in its list.
const VOUCHERS: usize = 3;

/// How often the lists are looked for: what had nothing but a list below it may be one itself.
const ROUNDS: usize = 3;

/// Removes the groups of siblings that are lists. `markers` are all candidates in document order.
pub(super) fn drop_lists(source: Source<'_>, markers: &[Candidate], headings: &mut Vec<Heading>) {
    for _ in 0..ROUNDS {
        let before = headings.len();
        drop_leaf_lists(source, markers, headings);
        if headings.len() == before {
            break;
        }
    }
}

fn drop_leaf_lists(source: Source<'_>, markers: &[Candidate], headings: &mut Vec<Heading>) {
    let groups = leaf_groups(headings);
    let mut styles: HashMap<Style, usize> = HashMap::new();
    for heading in headings.iter() {
        *styles.entry(heading.candidate.style).or_default() += 1;
    }
    let mut keep = vec![true; headings.len()];
    for group in groups {
        if is_loner(headings, &group, &styles) || is_list(source, markers, headings, &group) {
            for index in group.members {
                if let Some(keep) = keep.get_mut(index) {
                    *keep = false;
                }
            }
        }
    }
    let mut kept = keep.into_iter();
    headings.retain(|_| kept.next().unwrap_or(true));
}

/// Siblings of one list, none of which has anything below it.
struct Group {
    /// Indices of the headings.
    members: Vec<usize>,
    /// The style of the heading they stand under.
    under: Option<Style>,
    /// Whether nothing stands below any of them.
    leaf: bool,
}

/// The groups of siblings whose numbers go on, none of which has anything below it.
fn leaf_groups(headings: &[Heading]) -> Vec<Group> {
    let mut open: Vec<Group> = Vec::new();
    let mut groups = Vec::new();
    let mut close = |group: Group| {
        if group.leaf {
            groups.push(group);
        }
    };
    let style_at = |index: usize| headings.get(index).map(|heading| heading.candidate.style);
    let value_at = |index: usize| headings.get(index).map_or(0, |heading| heading.candidate.value);
    for (index, heading) in headings.iter().enumerate() {
        let depth = usize::from(heading.choice.depth);
        let last = open.get(depth.saturating_sub(1)).and_then(|group| group.members.last());
        let restarts = heading.candidate.value == 1 && last.is_some_and(|&last| value_at(last) >= 1);
        while open.len() > depth || (open.len() == depth && (heading.choice.opens || restarts)) {
            if let Some(group) = open.pop() {
                close(group);
            }
        }
        while open.len() < depth {
            let mut under = None;
            if let Some(above) = open.last_mut() {
                above.leaf = false;
                under = above.members.last().and_then(|&index| style_at(index));
            }
            open.push(Group { members: Vec::new(), under, leaf: true });
        }
        if let Some(group) = open.last_mut() {
            group.members.push(index);
        }
    }
    open.into_iter().for_each(close);
    groups
}

/// Whether nothing speaks for a heading that is alone in its list.
fn is_loner(headings: &[Heading], group: &Group, styles: &HashMap<Style, usize>) -> bool {
    let [only] = group.members.as_slice() else { return false };
    let Some(only) = headings.get(*only).map(|heading| &heading.candidate) else { return false };
    let chinese = matches!(only.style, Style::Han | Style::HanParen | Style::Formal);
    let vouched = styles.get(&only.style).is_some_and(|count| *count >= VOUCHERS);
    !only.style.is_fixed() && !vouched && only.weight < if chinese { LONER.0 } else { LONER.1 }
}

fn is_list(source: Source<'_>, markers: &[Candidate], headings: &[Heading], group: &Group) -> bool {
    let members = &group.members;
    let Some(first) = members.first().and_then(|&index| headings.get(index)) else { return false };
    let named = match first.candidate.style {
        // 第1.2條
        Style::Decimal(_) => first.candidate.variant == variant::NOUN,
        style => style.is_fixed() && first.candidate.variant != variant::BARE_SUFFIX,
    };
    if named {
        return false;
    }
    let (mut semicolons, mut own, mut inline) = (0, 0, 0);
    for (position, &index) in members.iter().enumerate() {
        let Some(heading) = headings.get(index) else { continue };
        let paragraph = heading.candidate.paragraph;
        let is_last = position + 1 == members.len();
        let next = headings.get(index + 1).map_or(source.blocks.len(), |next| next.candidate.paragraph);
        // What follows the last item may belong to the paragraph before the list, unless it is a list below it.
        let counts = !is_last || members.len() == 1 || starts_with_point(source, markers, paragraph + 1);
        let (item, goes_on) = item_text(source, markers, &heading.candidate, next);
        inline += usize::from(goes_on);
        let ends_open = item.ends_with(['；', ';']);
        semicolons += usize::from(ends_open);
        let followed = counts && source.parted(paragraph, next);
        // The items of an article are sentences of it, however long.
        let body =
            group.under != Some(Style::Article) && !ends_open && has_body(item, heading.candidate.style);
        own += usize::from(followed || body);
    }
    // A list that goes on inside its first line is one of points.
    own == 0
        || (inline > 0 && members.len() == 1)
        || (semicolons * 2 > members.len() && own * 2 < members.len())
}

/// The item behind its marker, up to where the next item of its list stands in the same paragraph, and whether there
/// is one.
fn item_text<'a>(
    source: Source<'a>,
    markers: &[Candidate],
    head: &Candidate,
    next: usize,
) -> (&'a str, bool) {
    let line = source.joined(head.paragraph, next);
    let first = markers.partition_point(|point| point.range.start < head.range.end);
    let sibling = markers
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|point| point.range.start < line.end)
        .find(|point| point.style == head.style && point.value == head.value + 1);
    let end = sibling.map_or(line.end, |point| point.range.start);
    (source.text.get(head.range.end.get()..end.get()).unwrap_or_default(), sibling.is_some())
}

/// Whether the line at `index` starts with a marker that only numbers points (①).
fn starts_with_point(source: Source<'_>, markers: &[Candidate], index: usize) -> bool {
    let start = source.range(index).start;
    let at = markers.partition_point(|point| point.range.start < start);
    markers.get(at).is_some_and(|point| point.range.start == start && point.style == Style::Circled)
}

/// Whether an item is a paragraph rather than a line of a list: it has a second sentence, or is one long one.
/// 第一，… wants the former, for it mostly begins a sentence.
fn has_body(item: &str, style: Style) -> bool {
    let stop = item.char_indices().take(600).find(|(_, c)| "。！？!?".contains(*c));
    let after = stop.and_then(|(at, c)| item.get(at + c.len_utf8()..)).unwrap_or_default();
    let second_sentence = after.trim().chars().nth(BODY).is_some();
    let stopped = stop.is_some() || item.ends_with(['”', '」', '：', ':']);
    let long = item.chars().nth(PARAGRAPH).is_some();
    second_sentence || title::has_glued_body(item) || (style != Style::Ordinal && long && stopped)
}
