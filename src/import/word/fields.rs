//! Fields: what they are told is left out, what came of it is text.

use super::super::flow::{Mark, Paragraph};

mod equation;

/// A field that has begun.
#[derive(Debug, Default)]
struct Field {
    /// What it is told, while that is read.
    instruction: String,
    /// Whether its result is being read.
    has_result: bool,
    /// Where its result begins in the paragraph, in bytes; `None` where that was another paragraph.
    start: Option<usize>,
}

/// The fields that have begun and not ended, from the outermost.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

/// How many fields may stand in one another.
const DEEPEST: usize = 50;

impl Fields {
    /// Whether what is read now is told to a field.
    pub(super) fn is_instruction(&self) -> bool {
        self.open.iter().any(|field| !field.has_result)
    }

    /// What is told to the innermost field.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// A mark of a field: `begin`, `separate` or `end`.
    pub(super) fn pass(&mut self, kind: &str, paragraph: &mut Paragraph) {
        match kind {
            "begin" if self.open.len() < DEEPEST => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.has_result = true;
                    field.start = Some(paragraph.at());
                }
            }
            "end" => {
                let field = self.open.pop().unwrap_or_default();
                if !field.has_result && !self.is_instruction() {
                    paragraph.push(&equation::shown(&field.instruction));
                }
                if let Some(start) = field.start.filter(|start| *start < paragraph.at())
                    && let Some(mark) = link(&field.instruction)
                {
                    paragraph.mark(start, mark);
                }
            }
            _ => {}
        }
    }

    /// The paragraph ends. What is told to a field does not go on in the next one: a file that lost the mark between
    /// the two would lose its text.
    pub(super) fn end_paragraph(&mut self) {
        for field in &mut self.open {
            field.has_result = true;
            field.start = None;
        }
    }
}

/// The link that a field is: `HYPERLINK "address" \l "place"`.
fn link(instruction: &str) -> Option<Mark> {
    let rest = instruction.trim_start();
    let rest = rest.strip_prefix("HYPERLINK").or_else(|| rest.strip_prefix("hyperlink"))?;
    let (before, place) =
        rest.split_once("\\l").map_or((rest, None), |(before, place)| (before, Some(place)));
    let quoted = |text: &str| {
        let text = text.trim_start();
        let inner = text.strip_prefix('"').map(|text| text.split('"').next());
        let inner = inner.unwrap_or_else(|| text.split_whitespace().next()).unwrap_or_default();
        Some(inner.to_owned()).filter(|inner| !inner.is_empty() && !inner.starts_with('\\'))
    };
    match (quoted(before), place.and_then(quoted)) {
        (Some(address), Some(place)) => Some(Mark::Address(format!("{address}#{place}"))),
        (Some(address), None) => Some(Mark::Address(address)),
        (None, place) => place.map(Mark::Inner),
    }
}
