//! How a document nests its kinds of headings: learnt from one reading of it, for the next.

use crate::outline::style::Style;

/// More than any style's rank.
const RANKS: usize = 64;
/// What it costs at most to open a list where the document never opens one of its style, and what is saved where it
/// always does.
const RARE: f32 = 1.5;
const USUAL: f32 = 0.5;
/// Most votes of one list: its items.
const VOTES: usize = 5;
/// Votes that are held back: a style that was seen once or twice has shown little.
const HELD: f32 = 6.0;

/// For each style how often its lists stand under each other style.
#[derive(Clone, Debug, Default)]
pub(in crate::outline) struct Nesting {
    votes: Vec<f32>,
    totals: Vec<f32>,
}

impl Nesting {
    /// Takes note of a list of `style` with so many `items`, whose parent is of the style `under`.
    pub(in crate::outline) fn see(&mut self, under: Option<Style>, style: Style, items: usize) {
        self.votes.resize(RANKS * RANKS, 0.0);
        self.totals.resize(RANKS, 0.0);
        let votes = f32::from(u8::try_from(items.min(VOTES)).unwrap_or_default());
        let (pair, rank) = Self::places(under, style);
        if let Some(slot) = self.votes.get_mut(pair) {
            *slot += votes;
        }
        if let Some(slot) = self.totals.get_mut(rank) {
            *slot += votes;
        }
    }

    /// What the document adds to the cost of opening a list of `style` under `under`.
    pub(super) fn cost(&self, under: Option<Style>, style: Style) -> f32 {
        if self.votes.is_empty() {
            return 0.0;
        }
        let (pair, rank) = Self::places(under, style);
        let votes = self.votes.get(pair).copied().unwrap_or_default();
        let total = self.totals.get(rank).copied().unwrap_or_default();
        let known = total / (total + HELD);
        let share = if total > 0.0 { votes / total } else { 0.0 };
        known * (knob("rare", RARE) * (1.0 - share) - knob("usual", USUAL) * share)
    }

    fn places(under: Option<Style>, style: Style) -> (usize, usize) {
        let rank = usize::from(style.rank()) % RANKS;
        (usize::from(under.map_or(0, Style::rank)) % RANKS * RANKS + rank, rank)
    }
}

pub(in crate::outline) fn knob(name: &str, usual: f32) -> f32 {
    static KNOBS: std::sync::OnceLock<Vec<(String, f32)>> = std::sync::OnceLock::new();
    let knobs = KNOBS.get_or_init(|| {
        let text = std::env::var("KNOBS").unwrap_or_default();
        text.split(' ')
            .filter_map(|p| p.split_once('='))
            .map(|(n, v)| (n.to_owned(), v.parse().unwrap()))
            .collect()
    });
    knobs.iter().find(|k| k.0 == name).map_or(usual, |k| k.1)
}
