//! Typing while the outline has the focus goes to the next heading that fits: its first characters in either script,
//! the pinyin initials of its title, or else characters within it.

use egui::{Event, ImeEvent, Ui};

use super::rows::Row;
use crate::script::{contains_folded, folded, initial};
use crate::session::OpenDocument;

/// What is typed within this many seconds belongs together.
const PAUSE: f64 = 1.0;
/// At most this many rows are looked through for one key.
const MOST: usize = 20_000;

/// What was typed, and when (seconds).
#[derive(Debug, Default)]
pub(in crate::ui) struct Typed {
    text: String,
    last: f64,
}

impl Typed {
    /// Takes in `more`, typed at `now`; tells whether it goes on with what was typed before.
    fn take(&mut self, more: &str, now: f64) -> bool {
        let goes_on = !self.text.is_empty() && now - self.last <= PAUSE;
        if !goes_on {
            self.text.clear();
        }
        // The same letter again asks for the next one.
        let again = self.text == more;
        if !again {
            self.text.push_str(more);
        }
        self.last = now;
        goes_on && !again
    }
}

/// A heading and its part without the number.
struct Words<'a> {
    whole: std::borrow::Cow<'a, str>,
    title: &'a str,
}

fn words_of(open: &OpenDocument, row: Row) -> Option<Words<'_>> {
    let (outline, text) = (open.document().outline(), open.document().text());
    if let Some(point) = row.point {
        let title = outline.point(point)?.title.slice(text);
        return Some(Words { whole: title.into(), title });
    }
    let id = row.id?;
    let title = outline.get(id)?.title.slice(text);
    Some(Words { whole: outline.shown_heading(id, text), title })
}

/// Whether `text` begins with `typed`, in either script, case and width.
fn begins(text: &str, typed: &str) -> bool {
    let mut text = text.chars().map(folded);
    typed.chars().map(folded).all(|c| text.next() == Some(c))
}

fn fits_well(words: &Words<'_>, typed: &str) -> bool {
    let mut letters = words.title.chars().filter_map(initial);
    let mut initials =
        || typed.chars().all(|c| letters.next().is_some_and(|letter| c.eq_ignore_ascii_case(&letter)));
    begins(&words.whole, typed) || begins(words.title, typed) || initials()
}

impl Typed {
    /// The row that what was just typed asks for, with the focus on the row of 0-based index `at`.
    pub(super) fn asked_row(
        &mut self,
        ui: &Ui,
        open: &OpenDocument,
        (rows, at): (&[Row], usize),
    ) -> Option<Row> {
        let (typed, now) = ui.input_mut(|input| {
            let mut typed = String::new();
            let plain = !input.modifiers.ctrl && !input.modifiers.alt && !input.modifiers.command;
            input.events.retain(|event| match event {
                Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) if plain => {
                    typed.extend(text.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
                    false
                }
                _ => true,
            });
            (typed, input.time)
        });
        if typed.is_empty() {
            return None;
        }
        let goes_on = self.take(&typed, now);
        let from = if goes_on { at } else { at + 1 };
        let order = (from..rows.len()).chain(0..from.min(rows.len())).take(MOST);
        let typed = self.text.as_str();
        let words = |index: usize| words_of(open, *rows.get(index)?);
        let well = order.clone().find(|index| words(*index).is_some_and(|words| fits_well(&words, typed)));
        let has = |index: &usize| words(*index).is_some_and(|words| contains_folded(&words.whole, typed));
        well.or_else(|| order.clone().find(has)).and_then(|to| rows.get(to).copied())
    }
}
