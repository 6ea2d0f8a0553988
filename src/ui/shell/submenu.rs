//! Menus within menus, of which Escape closes one at a time.

use egui::containers::menu::{MenuState, SubMenu};
use egui::{self, Id, Key, Modifiers, Rect, Ui};

/// A button called `title` that opens a menu of its own.
pub(super) fn button(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui)) {
    let shown = ui.menu_button(title, content);
    let (response, menu) = (shown.response, shown_id(ui));
    let own = SubMenu::id_from_widget_id(response.id);
    if shown.inner.is_some() {
        ui.data_mut(|data| data.insert_temp(menu, (own, response.rect)));
    }
    if ui.data(|data| data.get_temp::<Id>(menu) == Some(own)) {
        ui.data_mut(|data| data.remove::<Id>(menu));
        response.request_focus();
    }
}

/// Where a menu notes the innermost menu below it that is open, and which was closed.
fn shown_id(ui: &Ui) -> Id {
    ui.layer_id().id.with("open submenu")
}

/// Closes the menu that is open below this one, if Escape asks for it; called before the buttons are drawn. The toolkit
/// closes all menus at once. Where the pointer rests on the button of that menu it would open again: there it may.
pub(super) fn escape(ui: &Ui) {
    let Some(open) = MenuState::from_ui(ui, |state, _| state.open_item) else { return };
    let goes_deeper = MenuState::from_id(ui.ctx(), open, |state| state.open_item.is_some());
    let known: Option<(Id, Rect)> = ui.data(|data| data.get_temp(shown_id(ui)));
    let rests = known.is_some_and(|(of, rect)| of == open && ui.rect_contains_pointer(rect));
    if goes_deeper || rests || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    MenuState::from_ui(ui, |state, _| state.open_item = None);
    ui.data_mut(|data| data.insert_temp(shown_id(ui), open));
}
