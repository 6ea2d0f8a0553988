//! A list that is one line until it is opened: one kind of it in every panel, and whole by keys.
//!
//! The toolkit's own leaves the arrows to what lies below it, and stays open after Enter.

use egui::{self, ComboBox, FocusDirection, Id, Key, Modifiers, Ui, accesskit::Role};

/// Share of the window's height that an open list takes at most; a longer one scrolls.
const HIGHEST: f32 = 0.6;

/// One line: what it is called, what it shows.
pub(crate) struct DropDown<'a> {
    /// For screen readers; no other list beside it has the same.
    pub(crate) name: &'a str,
    /// What is chosen, or what stands for it.
    pub(crate) shown: &'a str,
    /// In points.
    pub(crate) width: f32,
}

impl DropDown<'_> {
    /// Draws the line, and the list where it is open: `rows` are names, and whether each is the chosen one. Returns the
    /// place (0-based) of the row that was chosen now.
    pub(crate) fn ui<S: AsRef<str>>(
        self,
        ui: &mut Ui,
        rows: impl IntoIterator<Item = (S, bool)>,
    ) -> Option<usize> {
        let height = ui.ctx().content_rect().height() * HIGHEST;
        let list = ComboBox::from_id_salt(self.name).width(self.width).height(height).truncate();
        let shown = list.selected_text(self.shown).show_ui(ui, |ui| list_ui(ui, rows));
        let label = if self.name == self.shown {
            self.name.to_owned()
        } else {
            format!("{} {}", self.name, self.shown)
        };
        let enabled = ui.is_enabled();
        shown.response.widget_info(|| egui::WidgetInfo::labeled(Role::ComboBox, enabled, &label));
        let closes = shown.inner.is_some() && !ComboBox::is_open(ui.ctx(), shown.response.id);
        if closes && !ui.input(|input| input.pointer.any_released()) {
            // Who works by keys is where the list was.
            shown.response.request_focus();
        }
        shown.inner.flatten()
    }
}

/// The open list; as it opens its focus is on what is chosen.
fn list_ui<S: AsRef<str>>(ui: &mut Ui, rows: impl IntoIterator<Item = (S, bool)>) -> Option<usize> {
    let opens = opens(ui);
    let mut clicked = None;
    let mut ids = Vec::new();
    let mut focused = None;
    let mut at_first = None;
    for (at, (name, is_chosen)) in rows.into_iter().enumerate() {
        let row = ui.selectable_label(is_chosen, name.as_ref());
        if row.clicked() {
            clicked = Some(at);
        }
        if is_chosen {
            at_first = Some(row.id);
        }
        if row.has_focus() {
            focused = Some(at);
            if row.gained_focus() {
                row.scroll_to_me(None);
            }
        }
        ids.push(row.id);
    }
    if opens && let Some(row) = at_first.or(ids.first().copied()) {
        ui.memory_mut(|memory| memory.request_focus(row));
    } else if let Some(at) = focused {
        keys(ui, &ids, at);
    }
    if clicked.is_some() {
        ui.close();
    }
    clicked
}

/// Whether the list has been opened just now. The toolkit draws it unseen before it can have the focus.
fn opens(ui: &Ui) -> bool {
    let (id, now) = (ui.unique_id().with("passes"), ui.ctx().cumulative_pass_nr());
    let known: Option<(u64, u64)> = ui.data(|data| data.get_temp(id));
    let first = known.filter(|(_, last)| last + 1 >= now).map_or(now, |(first, _)| first);
    ui.data_mut(|data| data.insert_temp(id, (first, now)));
    now < first + 2
}

/// Moves the focus through the rows `ids` from the one at `at`, and keeps it among them.
fn keys(ui: &Ui, ids: &[Id], at: usize) {
    let last = ids.len() - 1;
    let moves = [
        (Key::ArrowDown, (at + 1).min(last)),
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = moves.into_iter().find_map(|(key, to)| pressed(key).then_some(to));
    let Some(&row) = to.and_then(|to| ids.get(to)) else { return };
    ui.memory_mut(|memory| {
        // The toolkit would go on to whatever lies that way.
        memory.move_focus(FocusDirection::None);
        memory.request_focus(row);
    });
}
