//! The one reading of all markers that explains the numbering best.
//!
//! The markers of a text, in order, are read as a tree: each is left out, goes on with a list that is open, or opens
//! a list below one that is open. Every step has a [cost]; the reading of least total cost is found by a beam search
//! over stacks of open lists. Readings that end in the same stack are merged, so the search is a dynamic programme
//! as long as the beam holds all stacks that differ; its width and the margin are constants, so time is linear.

mod cost;
mod format_cost;
mod last;
mod sign;

use std::ops::ControlFlow;

use super::style::Style;
use crate::progress::Progress;
pub(super) use last::LastNumbers;
pub(super) use sign::Sign;

/// Readings kept after each marker.
const WIDTH: usize = 8;
/// A reading that costs this much more than the best is given up.
const MARGIN: f32 = 8.0;
/// Deepest nesting; what would stand deeper is left out.
pub(super) const DEPTH: usize = 10;
/// How many steps are remembered before those that all readings share are settled, at least.
const BACKLOG: usize = 1 << 14;

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

/// Chooses for each sign whether it is a heading and how deep it stands. So many signs are read `before` these, of
/// `all`: for the progress.
pub(super) fn read(
    signs: impl Iterator<Item = Sign>,
    (before, all): (usize, usize),
    progress: &mut Progress<'_>,
) -> ControlFlow<(), Vec<Choice>> {
    let mut search = Search::new();
    for (done, sign) in signs.enumerate() {
        progress.step(before + done, all)?;
        search.take(&sign);
    }
    ControlFlow::Continue(search.finish())
}

/// For each of the signs that were taken in the number of its list, and how many items each list has.
pub(super) fn lists(chosen: impl Iterator<Item = Choice>) -> (Vec<usize>, Vec<usize>) {
    let (mut list_of, mut sizes): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut open: Vec<usize> = Vec::new();
    for choice in chosen {
        let depth = usize::from(choice.depth);
        open.truncate(if choice.opens { depth.saturating_sub(1) } else { depth });
        while open.len() < depth {
            open.push(sizes.len());
            sizes.push(0);
        }
        let list = open.last().copied().unwrap_or_default();
        list_of.push(list);
        if let Some(size) = sizes.get_mut(list) {
            *size += 1;
        }
    }
    (list_of, sizes)
}

/// An open list.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Open {
    style: Style,
    variant: u8,
    value: u32,
    prefix: u32,
    /// What the format says of it: [`Sign::level`].
    level: u8,
    /// [`Sign::hashed`]
    hashed: bool,
}

impl Open {
    /// The list that `sign` opens.
    fn of(sign: &Sign) -> Self {
        Self {
            style: sign.style,
            variant: sign.variant,
            value: sign.value,
            prefix: sign.prefix,
            level: sign.level,
            hashed: sign.hashed,
        }
    }

    /// The list after `sign` went on with it. A heading without a number leaves the numbers as they are.
    fn after(self, sign: &Sign) -> Self {
        let level = if self.level == 0 { sign.level } else { self.level };
        if self.style != sign.style {
            return Self { level, ..self };
        }
        let value = match sign.value {
            0 => self.value,
            _ if sign.mistyped => self.value + 1,
            value => value,
        };
        Self { value, prefix: sign.prefix, level, hashed: self.hashed || sign.hashed, ..self }
    }
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
    const EMPTY: Self = Self {
        lists: [Open { style: Style::Part, variant: 0, value: 0, prefix: 0, level: 0, hashed: false }; DEPTH],
        len: 0,
        inverted: 0,
    };

    fn open(&self) -> &[Open] {
        self.lists.get(..self.len).unwrap_or_default()
    }

    /// All that can be made of `sign`.
    fn choices(&self, sign: &Sign, mut found: impl FnMut(Choice)) {
        found(Choice { depth: 0, opens: false, cost: sign.weight });
        let start = cost::start(sign) + sign.burden;
        let (mut nesting, mut against, mut disagreement) = (Some(0f32), 0f32, 0f32);
        let mut holds = false;
        let deepest = cost::deepest(self.open(), sign);
        for (depth, list) in (1u8..).zip(self.open()) {
            let inner = self.open().get(usize::from(depth));
            if let Some(step) = cost::step(*list, sign) {
                let shallower = if depth < deepest { cost::SHALLOWER } else { 0.0 };
                let step = step + cost::anew(*list, inner, sign) + shallower;
                found(Choice { depth, opens: false, cost: step + sign.burden + against });
            }
            if let Some((below, beside)) = nesting.zip(cost::beside(*list, sign)) {
                let beside = if holds { cost::in_clause(beside, *list) } else { beside };
                let (below, beside) = (below.max(disagreement), cost::afresh(beside, sign, depth));
                found(Choice { depth, opens: true, cost: start + below + beside + against });
            }
            against = against.max(format_cost::against(*list, sign));
            let below = cost::below(*list, inner, sign).map(|cost| self.known(cost, inversion(*list, sign)));
            nesting = nesting.zip(below).map(|(worst, cost)| worst.max(cost));
            let held = std::mem::replace(&mut holds, cost::holds(*list, sign));
            disagreement = if held { cost::DISAGREES } else { cost::disagreement(disagreement, *list, sign) };
            if list.style.is_fixed() && sign.style.is_fixed() && below.is_some() {
                // A chapter goes with its volume, whatever that stands below.
                nesting = below;
            }
            let articles = list.style == Style::Article && !sign.style.is_fixed();
            if articles || (list.style == Style::Heading && sign.level == 0) {
                // Whatever stands above articles and headings without numbers, what they hold is numbered anew in any
                // style.
                (nesting, disagreement) = (Some(0.0), 0.0);
            }
        }
        if let Some(below) = nesting.filter(|_| self.len < DEPTH) {
            let depth = u8::try_from(self.len + 1).unwrap_or(u8::MAX);
            let cost = start + cost::below_afresh(below.max(disagreement), sign) + against;
            found(Choice { depth, opens: true, cost });
        }
    }

    /// The cost of nesting, which is small where the document has nested this pair of styles so before.
    fn known(&self, cost: f32, inversion: u64) -> f32 {
        if inversion & self.inverted == 0 { cost } else { cost.min(cost::KNOWN) }
    }

    /// The stack after `choice` about `sign`.
    fn after(&self, choice: Choice, sign: &Sign) -> Self {
        let mut next = *self;
        let Some(slot) = usize::from(choice.depth).checked_sub(1) else { return next };
        if let Some(list) = next.lists.get_mut(slot) {
            *list = if choice.opens { Open::of(sign) } else { list.after(sign) };
        }
        next.len = slot + 1;
        if choice.opens {
            let above = self.lists.get(..slot).unwrap_or_default();
            next.inverted = above.iter().fold(self.inverted, |bits, list| bits | inversion(*list, sign));
        }
        next
    }
}

/// The bit that stands for `sign` below `above`, if that is against the usual order: 一、 below 七、 at once, not later.
fn inversion(above: Open, sign: &Sign) -> u64 {
    let pair = u64::from(above.style.rank()) * 7 + u64::from(sign.style.rank());
    let same = above.style == sign.style && above.variant == sign.variant;
    let at_once = sign.adjoins && sign.value == 1 && sign.prefix == 0;
    u64::from((!same || at_once) && cost::is_inverted(above, sign)) << (pair % 64)
}

/// A way to read the markers up to here.
#[derive(Clone, Copy, Debug)]
struct Reading {
    stack: Stack,
    cost: f32,
    /// Its last step: number of the step among all, from 1 on; 0 where all its steps are settled.
    trace: usize,
}

/// One step of a reading, linked to the step before.
#[derive(Clone, Copy, Debug)]
struct Trace {
    before: usize,
    choice: Choice,
}

/// The state of the search.
struct Search {
    beam: Vec<Reading>,
    /// Steps that are not settled; the first has the number `base + 1`.
    traces: Vec<Trace>,
    base: usize,
    /// How many of them there may be before the next attempt at settling some.
    backlog: usize,
    settled: Vec<Choice>,
    /// Scratch: what the readings can make of a sign, and the beam that comes of it.
    steps: Vec<(f32, usize, Choice)>,
    next: Vec<Reading>,
}

impl Search {
    fn new() -> Self {
        Self {
            beam: vec![Reading { stack: Stack::EMPTY, cost: 0.0, trace: 0 }],
            traces: Vec::new(),
            base: 0,
            backlog: BACKLOG,
            settled: Vec::new(),
            steps: Vec::new(),
            next: Vec::new(),
        }
    }

    fn take(&mut self, sign: &Sign) {
        let Self { beam, steps, .. } = self;
        steps.clear();
        let mut best = f32::INFINITY;
        for (index, reading) in beam.iter().enumerate() {
            reading.stack.choices(sign, |choice| {
                let cost = reading.cost + choice.cost;
                best = best.min(cost);
                if cost <= best + MARGIN {
                    steps.push((cost, index, choice));
                }
            });
        }
        steps.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        self.next.clear();
        for (cost, index, choice) in self.steps.iter().take_while(|step| step.0 <= best + MARGIN) {
            let Some(reading) = self.beam.get(*index) else { continue };
            let stack = reading.stack.after(*choice, sign);
            if self.next.iter().any(|kept| kept.stack.open() == stack.open()) {
                continue;
            }
            self.traces.push(Trace { before: reading.trace, choice: *choice });
            self.next.push(Reading { stack, cost: cost - best, trace: self.base + self.traces.len() });
            if self.next.len() == WIDTH {
                break;
            }
        }
        std::mem::swap(&mut self.beam, &mut self.next);
        if self.traces.len() >= self.backlog {
            self.settle();
            self.backlog = BACKLOG.max(2 * self.traces.len());
        }
    }

    fn trace(&self, number: usize) -> Option<&Trace> {
        self.traces.get(number.checked_sub(self.base + 1)?)
    }

    /// Settles the steps that all readings share, and forgets those that none remembers.
    fn settle(&mut self) {
        let mut heads: Vec<usize> = self.beam.iter().map(|reading| reading.trace).collect();
        while let Some(&latest) = heads.iter().max() {
            if heads.iter().all(|head| *head == latest) {
                self.commit(latest);
                return;
            }
            let before = self.trace(latest).map_or(0, |trace| trace.before);
            heads.iter_mut().filter(|head| **head == latest).for_each(|head| *head = before);
        }
    }

    /// Settles the steps up to that of the number `last`.
    fn commit(&mut self, last: usize) {
        let path = std::iter::successors(self.trace(last), |trace| self.trace(trace.before));
        let mut steps: Vec<Choice> = path.map(|trace| trace.choice).collect();
        steps.reverse();
        self.settled.append(&mut steps);
        self.traces.drain(..last.saturating_sub(self.base));
        self.base = self.base.max(last);
    }

    fn finish(mut self) -> Vec<Choice> {
        let best = self.beam.first().map_or(0, |reading| reading.trace);
        self.commit(best);
        self.settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(style: Style, value: u32) -> Sign {
        Sign {
            style,
            variant: 0,
            value,
            prefix: 0,
            level: 0,
            weight: 3.0,
            previous: 0,
            burden: 0.0,
            annexed: false,
            adjoins: false,
            fresh: false,
            chained: false,
            hashed: false,
            within: false,
            expected: false,
            mistyped: false,
            over: false,
        }
    }

    /// Reads `一` `二` … as numbers of 一、 lists, digits as those of 1. lists; gives the depths.
    fn depths(text: &str) -> String {
        let signs = text.chars().map(|c| match c.to_digit(10) {
            Some(digit) => sign(Style::Arabic, digit),
            None => sign(Style::Han, u32::try_from("一二三四五六七八九".find(c).unwrap() / 3 + 1).unwrap()),
        });
        let mut go_on = |_| ControlFlow::Continue(());
        let choices = read(signs, (0, 0), &mut Progress::new(&mut go_on)).continue_value().unwrap();
        choices.iter().map(|choice| choice.depth.to_string()).collect()
    }

    #[test]
    fn lists_nest_and_start_anew_below_each_heading() {
        assert_eq!(depths("一12二123三"), "1221222 1".replace(' ', ""));
    }

    #[test]
    fn a_number_that_fits_nowhere_is_left_out() {
        assert_eq!(depths("一二7三"), "1101");
    }

    #[test]
    fn gaps_and_repeats_are_forgiven() {
        assert_eq!(depths("一二四五"), "1111");
        assert_eq!(depths("一二二三"), "1111");
    }

    #[test]
    fn an_order_against_the_usual_one_is_seen_as_such() {
        assert_eq!(depths("1一二三2一二3一二"), "1222122122");
    }

    #[test]
    fn long_input_settles_to_the_same_reading() {
        let text = "一12二123".repeat(3000);
        assert_eq!(depths(&text), "1221222".repeat(3000));
    }
}
