//! The box in which a reader types where to go or what to do.

mod update;

use crate::document::Document;
use crate::outline::{Outline, SectionId};
use crate::script::{folded, initial};
use crate::text::SourceOffset;

/// At most this many places are offered.
const MOST: usize = 100;

/// What the box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinderKind {
    /// Places in the document.
    Places,
    /// Commands, and places below them.
    Commands,
}

/// The box, while it is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    /// What it is for.
    pub kind: FinderKind,
    /// What stands in its field.
    pub asked: String,
    /// The places that it leads to.
    pub places: Vec<Destination>,
}

/// A place that can be gone to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Destination {
    /// Where it is.
    pub to: SourceOffset,
    /// What it was named by.
    pub by: By,
}

/// What a place was named by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By {
    /// A section: its address or words of its heading.
    Section(SectionId),
    /// A share of the document, 0 to 100.
    Percent(f64),
    /// A line of the file, 1-based.
    Line(usize),
}

impl Finder {
    /// The box, empty.
    pub fn new(kind: FinderKind, document: Option<&Document>) -> Self {
        let mut finder = Self { kind, asked: String::new(), places: Vec::new() };
        finder.ask(String::new(), document);
        finder
    }

    /// Takes over what stands in the field.
    pub fn ask(&mut self, asked: String, document: Option<&Document>) {
        // All commands can be looked through; all sections stand in the outline already.
        let wanted = !(asked.trim().is_empty() && self.kind == FinderKind::Commands);
        self.places =
            document.filter(|_| wanted).map(|document| destinations(document, &asked)).unwrap_or_default();
        self.asked = asked;
    }
}

/// The places in `document` that `asked` names: `3.2` a section by its address, `45%` a share of the text, `L120` or
/// `:120` a line, anything else a heading by some of its words in either script or by their pinyin initials.
pub fn destinations(document: &Document, asked: &str) -> Vec<Destination> {
    let asked: String = asked.trim().chars().map(folded).collect();
    let by_section = |id: SectionId| {
        let to = document.outline().get(id)?.span.start;
        Some(Destination { to, by: By::Section(id) })
    };
    let exact = percent(document, &asked).or_else(|| line(document, &asked));
    let addressed = addressed(document.outline(), &asked).and_then(by_section);
    let named = named(document, &asked);
    let named = named.into_iter().filter_map(by_section).filter(|found| Some(*found) != addressed);
    exact.into_iter().chain(addressed).chain(named).take(MOST).collect()
}

fn percent(document: &Document, asked: &str) -> Option<Destination> {
    let share: f64 =
        asked.strip_suffix('%')?.trim().parse().ok().filter(|share| (0.0..=100.0).contains(share))?;
    let text = document.text();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of the text between 0 and 1"
    )]
    let at = (share / 100.0 * text.len() as f64) as usize;
    Some(Destination { to: SourceOffset::new(text.floor_char_boundary(at)), by: By::Percent(share) })
}

fn line(document: &Document, asked: &str) -> Option<Destination> {
    let number: usize = asked.strip_prefix(['l', ':'])?.trim().parse().ok()?;
    let range = document.lines().range(document.text(), number.checked_sub(1)?)?;
    Some(Destination { to: range.start, by: By::Line(number) })
}

/// The section whose address is `asked`, found from sibling to sibling.
fn addressed(outline: &Outline, asked: &str) -> Option<SectionId> {
    let mut inside = 0..outline.sections().len();
    let mut found = None;
    for position in asked.split('.') {
        let position: usize = position.parse().ok().filter(|position| *position > 0)?;
        let mut index = inside.start;
        for _ in 1..position {
            index = Some(index)
                .filter(|index| *index < inside.end)
                .map(|index| outline.subtree(SectionId::new(index)).end)?;
        }
        let id = Some(index).filter(|index| *index < inside.end).map(SectionId::new)?;
        found = Some(id);
        inside = index + 1..outline.subtree(id).end;
    }
    found
}

/// Sections by words of their headings: those that begin with `asked` first, then those that have it in them, then
/// those whose pinyin initials do.
fn named(document: &Document, asked: &str) -> Vec<SectionId> {
    let (outline, text) = (document.outline(), document.text());
    let letters = asked.chars().all(|c| c.is_ascii_alphanumeric()).then_some(asked).filter(|a| !a.is_empty());
    let [mut first, mut inside, mut initials] = [Vec::new(), Vec::new(), Vec::new()];
    let mut line = String::new();
    for id in outline.ids() {
        if first.len() >= MOST {
            break;
        }
        fold_into(&mut line, &outline.shown_heading(id, text), |c| Some(folded(c)));
        let title_starts = || {
            let title = outline.shown_title(id, text);
            title.chars().map(folded).zip(asked.chars()).filter(|(a, b)| a == b).count()
                == asked.chars().count()
        };
        if let Some(at) = line.find(asked) {
            let group = if at == 0 || title_starts() { &mut first } else { &mut inside };
            group.push(id);
        } else if let Some(letters) = letters.filter(|_| initials.len() < MOST) {
            fold_into(&mut line, &outline.shown_heading(id, text), initial);
            if line.contains(letters) {
                initials.push(id);
            }
        }
        inside.truncate(MOST);
    }
    first.into_iter().chain(inside).chain(initials).collect()
}

fn fold_into(line: &mut String, text: &str, form: impl Fn(char) -> Option<char>) {
    line.clear();
    line.extend(text.chars().filter_map(form));
}
