//! The outline of a text: inferred, with the headings of the reader's rules, and corrected as the reader did.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::rules_form::Found;
use super::ticked_places::{Ticked, TickedPlace};
use crate::document::{Document, Inferred};
use crate::export::Selection;
use crate::outline::Outline;
use crate::outline::edit::Edit;
use crate::outline::rules::{Compiled, Rule};
use crate::session::jobs::pace::{halt_on, pace};
use crate::session::library::DocumentState;
use crate::session::message::Outlined;
use crate::session::{Done, OutlineDone};

/// What the reader wants of an outline.
#[derive(Debug)]
pub struct Wanted {
    /// The reader's rules, the document's own first.
    pub rules: Vec<Rule>,
    /// The reader's corrections, in order.
    pub edits: Vec<Edit>,
    /// What the reader has ticked.
    pub ticked: Vec<TickedPlace>,
}

impl Wanted {
    /// What `state` remembers, with the rules for all documents.
    pub(in crate::session) fn of(state: &DocumentState, rules: &[Rule]) -> Self {
        Self {
            rules: state.rules.iter().chain(rules).cloned().collect(),
            edits: state.edits.clone(),
            ticked: state.ticked.clone(),
        }
    }
}

/// Infers the outline of `document` and says how far it is, until `cancel` is raised.
pub(in crate::session) fn infer(
    document: &Document,
    wanted: &Wanted,
    serial: (u64, u64),
    cancel: &AtomicBool,
    report: &dyn Fn(Done),
) {
    let is_due = pace();
    let mut tell = |share| {
        if is_due() {
            report(Done::Outline(OutlineDone::Inferring { serial, share }));
        }
        halt_on(cancel)
    };
    if let ControlFlow::Continue(outlined) = outlined(document, wanted, &mut tell) {
        report(Done::Outline(OutlineDone::Outlined { serial, outlined: Box::new(outlined) }));
    }
}

/// The document with the outline that is wanted of it; breaks where `tell` does.
pub(in crate::session) fn outlined(
    document: &Document,
    wanted: &Wanted,
    tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> ControlFlow<(), Outlined> {
    let inferred = Arc::new(document.infer(tell)?);
    let base = ruled(document, &inferred, &wanted.rules);
    let edited = base.edited(document.text(), &wanted.edits);
    let outline = if wanted.edits.is_empty() { Arc::clone(&base) } else { Arc::new(edited.outline) };
    let document = document.with_inferred(inferred, outline);
    let ticked = Ticked::placed(&wanted.ticked, &document);
    let ticks = Selection::of_places(&document, ticked.ranges());
    let doubts = document.outline().doubts();
    ControlFlow::Continue(Outlined { document, base, skipped: edited.skipped, ticked, ticks, doubts })
}

/// What was inferred, with the headings that `rules` find. Rules that cannot be used are passed over: they were
/// refused when they were written.
fn ruled(document: &Document, inferred: &Inferred, rules: &[Rule]) -> Arc<Outline> {
    let rules: Vec<_> = rules.iter().filter_map(|rule| rule.compile().ok()).collect();
    if rules.is_empty() {
        return Arc::clone(inferred.outline());
    }
    Arc::new(inferred.outline().ruled(document.text(), document.paragraphs(), &rules))
}

/// Applies `rules` to what was inferred of `document`.
pub(in crate::session) fn apply_rules(
    document: &Document,
    rules: &[Rule],
    serial: (u64, u64),
    report: &dyn Fn(Done),
) {
    if let Some(inferred) = document.inferred() {
        report(Done::Outline(OutlineDone::Ruled { serial, base: ruled(document, inferred, rules) }));
    }
}

/// Tries `rule` on `document`, until `cancel` is raised.
pub(in crate::session) fn try_rule(
    document: &Document,
    rule: &Compiled,
    serial: (u64, u64),
    cancel: &AtomicBool,
    report: &dyn Fn(Done),
) {
    if let Some(found) = found(document, rule, cancel) {
        report(Done::Outline(OutlineDone::RuleTried { serial, found }));
    }
}

/// What `rule` finds; `None` where `cancel` was raised meanwhile.
fn found(document: &Document, rule: &Compiled, cancel: &AtomicBool) -> Option<Found> {
    let mut found = Found { count: 0, first: Vec::new() };
    // Cut into pieces, so that cancelling is noticed where nothing matches.
    for lines in document.paragraphs().chunks(4_096) {
        if halt_on(cancel).is_break() {
            return None;
        }
        for heading in rule.headings(document.text(), lines) {
            found.count += 1;
            if found.first.len() < Found::SHOWN {
                found.first.push(heading);
            }
        }
    }
    Some(found)
}
