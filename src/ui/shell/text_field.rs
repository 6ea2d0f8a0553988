//! A text field whose value is only what has been typed for good.
//!
//! While an input method composes, its letters stand in the field's string. They are no value: a filter or a
//! search that followed them would look for pinyin. So the field works on a draft of its own.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, ImeEvent, Response, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// The draft of one text field.
#[derive(Debug, Default)]
pub(crate) struct Composed {
    draft: String,
    composing: bool,
}

impl Composed {
    /// Shows `edit` of the draft, called `name` for screen readers. Returns the response, and the value where it
    /// differs from `value`.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        (name, value): (&str, &str),
        edit: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
    ) -> (Response, Option<String>) {
        let before = self.draft.clone();
        if !self.composing && before != value {
            value.clone_into(&mut self.draft);
        }
        let response = ui.add(edit(TextEdit::singleline(&mut self.draft)));
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::SearchInput, true, name);
            info.current_text_value = Some(self.draft.clone());
            info
        });
        let last = ui.input(|input| input.events.iter().rev().find_map(composes));
        // A window that loses the focus for a moment, to that of the candidates say, goes on composing.
        let is_its_field = ui.memory(|memory| memory.owns_ime_events(response.id));
        self.composing = is_its_field && last.unwrap_or(self.composing);
        let typed = (!self.composing && self.draft != value).then(|| self.draft.clone());
        (response, typed)
    }
}

impl Composed {
    /// Whether an input method is composing in the field.
    pub(crate) const fn is_composing(&self) -> bool {
        self.composing
    }

    /// Selects all that stands in the field, so that typing replaces it.
    pub(crate) fn select_all(&self, ui: &Ui, response: &Response) {
        let mut state = TextEdit::load_state(ui.ctx(), response.id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(self.draft.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), response.id);
    }
}

/// Whether an event leaves a composition going; `None` where it tells nothing of one.
fn composes(event: &Event) -> Option<bool> {
    match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
        Event::Ime(ImeEvent::Commit(_)) => Some(false),
        _ => None,
    }
}
