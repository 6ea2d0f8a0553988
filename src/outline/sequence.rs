//! The one reading of all markers that explains the numbering best.
//!
//! The markers of a text, in order, are read as a tree: each is left out, goes on with a list that is open, or
//! opens a list below one that is open. Every step has a cost (see [`cost`]); the reading of least total cost is
//! found by a beam search over stacks of open lists. Readings that end in the same stack are merged, so the
//! search is a dynamic programme as long as the beam holds all stacks that differ; its width and the margin are
//! constants, so time is linear.

use super::style::Style;

/// Readings kept after each marker.
const WIDTH: usize = 10;
/// A reading that costs this much more than the best is given up.
const MARGIN: f32 = 9.0;
/// Deepest nesting; what would stand deeper is left out.
pub(super) const DEPTH: usize = 10;

/// What the search needs to know of a marker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    /// Its style.
    pub style: Style,
    /// Its delimiters.
    pub variant: u8,
    /// Its number, 0 for none.
    pub value: u32,
    /// The cost of leaving it out.
    pub weight: f32,
    /// Number of the last marker of the same style before it, 0 for none.
    pub previous: u32,
    /// What it costs besides to take it in: for instance because it goes on with a list inside a paragraph.
    pub burden: f32,
}

/// What became of a marker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    /// Depth of its list in the tree, 1 for the top; 0 where the marker was left out.
    pub depth: u8,
    /// Whether it starts its list.
    pub opens: bool,
    /// What this step cost.
    pub cost: f32,
}

/// An open list.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Open {
    style: Style,
    variant: u8,
    value: u32,
}

/// Open lists from the top down; the last is the innermost.
#[derive(Clone, Copy, Debug)]
struct Stack {
    lists: [Open; DEPTH],
    len: usize,
    /// One bit for each pair of styles that was nested against the usual order.
    inverted: u64,
}

impl Stack {
    const EMPTY: Self =
        Self { lists: [Open { style: Style::Part, variant: 0, value: 0 }; DEPTH], len: 0, inverted: 0 };

    fn open(&self) -> &[Open] {
        self.lists.get(..self.len).unwrap_or_default()
    }

    /// The stack after `choice` about `sign`.
    fn after(&self, choice: Choice, sign: &Sign) -> Self {
        let mut next = *self;
        if let Some(slot) = usize::from(choice.depth).checked_sub(1) {
            if let Some(list) = next.lists.get_mut(slot) {
                let variant = if choice.opens { sign.variant } else { list.variant };
                let value = if sign.value == 0 && !choice.opens { list.value } else { sign.value };
                *list = Open { style: sign.style, variant, value };
            }
            next.len = slot + 1;
            if choice.opens {
                next.inverted |= self.inversions(slot, sign);
            }
        }
        next
    }

    /// The bits of the pairs that come to be inverted when `sign` opens a list below the first `slot` open ones.
    fn inversions(&self, slot: usize, sign: &Sign) -> u64 {
        let above = self.lists.get(..slot).unwrap_or_default();
        above.iter().filter(|list| cost::is_inverted(**list, sign)).fold(0, |bits, list| {
            bits | 1 << ((u64::from(list.style.rank()) * 7 + u64::from(sign.style.rank())) % 64)
        })
    }
}

/// The costs of the steps.
///
/// | step | cost |
/// |---|---|
/// | leave a marker out | its weight |
/// | next number of an open list | 0 |
/// | a number missing | 1.5, more for each further one |
/// | the same number again | 2.5 |
/// | back to 1 without a heading between | 2 |
/// | any other number | 3.5 |
/// | other delimiters than the list has | 0.4 |
/// | a new list that starts at 1 | 1 |
/// | at 2, at any other number | 3, 4 |
/// | where the last list of that style ended (articles numbered through) | 1.2, other styles 2 |
/// | below a style that usually stands lower | 2.5, a part or chapter 4; the next time 0.5 |
/// | beside a list of another style under the same heading | 2.5 |
/// | … of a style that usually stands lower | 1, parts and chapters 0.5 |
mod cost {
    use super::{Open, Sign, Style};

    pub(super) fn step(list: Open, sign: &Sign) -> f32 {
        if sign.value == 0 || list.value == 0 {
            return 0.0;
        }
        let other_delimiter = if list.variant == sign.variant { 0.0 } else { 0.4 };
        let gap = match i64::from(sign.value) - i64::from(list.value) {
            1 => 0.0,
            0 => 2.5,
            2 => 1.5,
            3..=5 => 2.5,
            _ if sign.value == 1 => 2.0,
            _ => 3.5,
        };
        gap + other_delimiter
    }

    pub(super) fn start(sign: &Sign) -> f32 {
        match sign.value {
            0 | 1 => 1.0,
            value if value == sign.previous + 1 => {
                if sign.style.is_fixed() {
                    1.2
                } else {
                    2.0
                }
            }
            2 => 3.0,
            _ => 4.0,
        }
    }

    /// What it costs to stand below `above`; `None` where that cannot be.
    pub(super) fn nesting(above: Open, sign: &Sign) -> Option<f32> {
        let (above_rank, rank) = (above.style.rank(), sign.style.rank());
        let same = above.style == sign.style;
        match (above.style.is_fixed(), sign.style.is_fixed()) {
            _ if same && above.variant == sign.variant => None,
            (true, true) if rank <= above_rank => None,
            (false, true) if sign.style == Style::Article => Some(1.0),
            (false, true) => Some(4.0),
            _ if is_inverted(above, sign) => Some(2.5),
            _ if sign.style == Style::Ordinal => Some(0.3),
            _ => Some(0.0),
        }
    }

    /// Whether `sign` usually does not stand below `above`.
    pub(super) fn is_inverted(above: Open, sign: &Sign) -> bool {
        above.style == sign.style
            || (!above.style.is_free() && !sign.style.is_free() && sign.style.rank() < above.style.rank())
    }
}

/// A way to read the markers up to here.
#[derive(Clone, Copy, Debug)]
struct Reading {
    stack: Stack,
    cost: f32,
    trace: u32,
}

/// One step of a reading, linked to the step before.
#[derive(Clone, Copy, Debug)]
struct Trace {
    before: u32,
    choice: Choice,
}

const NO_TRACE: u32 = u32::MAX;

/// Chooses for each sign whether it is a heading and how deep it stands.
pub(super) fn read(signs: &[Sign]) -> Vec<Choice> {
    let mut beam = vec![Reading { stack: Stack::EMPTY, cost: 0.0, trace: NO_TRACE }];
    let mut traces: Vec<Trace> = Vec::with_capacity(signs.len() * 2);
    let mut steps: Vec<(f32, usize, Choice)> = Vec::new();
    let mut next: Vec<Reading> = Vec::new();
    for sign in signs {
        steps.clear();
        for (index, reading) in beam.iter().enumerate() {
            extend(&reading.stack, sign, |choice| steps.push((reading.cost + choice.cost, index, choice)));
        }
        steps.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let best = steps.first().map_or(0.0, |step| step.0);
        next.clear();
        for (cost, index, choice) in steps.iter().filter(|step| step.0 <= best + MARGIN) {
            let Some(reading) = beam.get(*index) else { continue };
            let stack = reading.stack.after(*choice, sign);
            if next.iter().any(|kept: &Reading| kept.stack.open() == stack.open()) {
                continue;
            }
            let trace = u32::try_from(traces.len()).unwrap_or(NO_TRACE);
            traces.push(Trace { before: reading.trace, choice: *choice });
            next.push(Reading { stack, cost: cost - best, trace });
            if next.len() == WIDTH {
                break;
            }
        }
        std::mem::swap(&mut beam, &mut next);
    }
    let mut at = beam.first().map_or(NO_TRACE, |reading| reading.trace);
    let mut choices = Vec::with_capacity(signs.len());
    while let Some(trace) = traces.get(at as usize) {
        choices.push(trace.choice);
        at = trace.before;
    }
    choices.reverse();
    choices
}

/// Whether every inversion that `sign` makes below the first `slot` lists was made before.
fn is_known(stack: &Stack, slot: usize, sign: &Sign) -> bool {
    stack.inversions(slot, sign) & !stack.inverted == 0
}

/// All that can be made of `sign` after `stack`.
fn extend(stack: &Stack, sign: &Sign, mut found: impl FnMut(Choice)) {
    found(Choice { depth: 0, opens: false, cost: sign.weight });
    let open = stack.open();
    for (slot, list) in open.iter().enumerate() {
        let depth = u8::try_from(slot + 1).unwrap_or(u8::MAX);
        if list.style == sign.style {
            found(Choice { depth, opens: false, cost: cost::step(*list, sign) + sign.burden });
        }
    }
    for slot in 0..=open.len().min(DEPTH - 1) {
        let above = open.get(..slot).unwrap_or_default();
        let Some(nesting) = above
            .iter()
            .map(|list| cost::nesting(*list, sign))
            .try_fold(0f32, |worst, cost| cost.map(|cost| worst.max(cost)))
        else {
            continue;
        };
        let beside = match open.get(slot) {
            Some(list) if list.style == sign.style && list.variant == sign.variant => continue,
            Some(list) if list.style.is_fixed() && sign.style.rank() > list.style.rank() => 6.0,
            Some(list) if sign.style.is_fixed() && sign.style.rank() < list.style.rank() => 0.5,
            Some(list) if cost::is_inverted(*list, sign) => 1.0,
            Some(_) => 2.5,
            None => 0.0,
        };
        let known = nesting > 1.0 && is_known(stack, slot, sign);
        let nesting = if known { 0.5 } else { nesting };
        let depth = u8::try_from(slot + 1).unwrap_or(u8::MAX);
        let cost = cost::start(sign) + nesting + beside + sign.burden;
        found(Choice { depth, opens: true, cost });
    }
}
