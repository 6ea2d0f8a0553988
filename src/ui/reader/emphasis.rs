//! What a format says of the letters of a block: emphasis, links, notes.

use std::ops::Range;

use crate::document::Document;
use crate::import::hints::{Target, within};
use crate::script::Shown;
use crate::text::{SourceOffset, SourceRange};

/// How some letters look, beside the look of their block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether they lead somewhere.
    pub(super) link: bool,
}

/// The styles of the letters of `shown`, in its bytes, in order.
pub(super) fn styles(document: &Document, shown: &Shown<'_>) -> Vec<(Range<usize>, Style)> {
    let (hints, range) = (document.hints(), shown.range());
    let mut styles: Vec<(Range<usize>, Style)> = Vec::new();
    for emphasis in within(&hints.emphasis, range, |emphasis| emphasis.range) {
        let style = Style { bold: emphasis.bold, italic: emphasis.italic, link: false };
        styles.push((shown.view_range(emphasis.range), style));
    }
    let link = Style { link: true, ..Style::default() };
    for link_of in within(&hints.links, range, |link| link.range) {
        styles.push((shown.view_range(link_of.range), link));
    }
    for note in within(&hints.notes, range, |note| note.reference) {
        styles.push((shown.view_range(note.reference), link));
    }
    for note in
        within(&hints.notes, range, |note| note.range).iter().filter(|note| range.contains(note.range.start))
    {
        styles.push((shown.view_range(head(document.text(), note.range)), link));
    }
    styles.sort_by_key(|(bytes, _)| bytes.start);
    styles
}

/// The style of the letter at byte `at`: all that is said of it.
pub(super) fn style_at(styles: &[(Range<usize>, Style)], at: usize) -> Style {
    let mut all = Style::default();
    for (bytes, style) in styles.iter().take_while(|(bytes, _)| bytes.start <= at) {
        if bytes.contains(&at) {
            all.bold |= style.bold;
            all.italic |= style.italic;
            all.link |= style.link;
        }
    }
    all
}

/// The `[1]` that a note begins with.
fn head(text: &str, note: SourceRange) -> SourceRange {
    let length = note.slice(text).find(']').map_or(0, |at| at + 1);
    SourceRange::new(note.start.get(), note.start.get() + length)
}

/// Where the letter at `at` leads: from a note to its reference and back, and where the format links it.
pub(super) fn target(document: &Document, at: SourceOffset) -> Option<Target> {
    let (hints, here) = (document.hints(), SourceRange { start: at, end: at.after(1) });
    if let Some(note) = within(&hints.notes, here, |note| note.reference).first() {
        return Some(Target::Place(note.range.start));
    }
    let note = within(&hints.notes, here, |note| note.range).first();
    if let Some(note) = note.filter(|note| head(document.text(), note.range).contains(at)) {
        return Some(Target::Place(note.reference.start));
    }
    within(&hints.links, here, |link| link.range).first().map(|link| link.target.clone())
}
