//! The menus: one table, in which every action has its place.

use egui::{self, Button, ScrollArea, Ui, accesskit::Role};

use super::{recents, shortcuts, submenu};
use crate::lang::Lang;
use crate::messages::{Text, action, needs, t};
use crate::outline::edit::Scope;
use crate::script::Script;
use crate::session::{Action, Correction, Message, Resize, ReviewAction, Session, Toggle};
use crate::settings::{Appearance, TypeStyle};
use crate::ui::appearance::theme;

/// A place in the menu.
#[derive(Clone, Copy)]
enum Entry {
    Act(Action),
    Line,
    Recents,
}

use Entry::{Act, Line, Recents};

/// The languages, in the order of their table.
const LANGUAGES: [Entry; Lang::ALL.len()] = {
    let mut entries = [Line; Lang::ALL.len()];
    let mut at = 0;
    while at < entries.len() {
        entries[at] = Act(Action::Speak(Lang::ALL[at]));
        at += 1;
    }
    entries
};

/// The menus, whole: what is not here cannot be found by looking.
const MENUS: &[(Text, &[Entry])] = &[
    (
        Text::MenuFile,
        &[
            Act(Action::Open),
            Recents,
            Act(Action::Paste),
            Line,
            Act(Action::Reload),
            Act(Action::Export),
            Act(Action::Print),
            Act(Action::Close),
            Line,
            Act(Action::Quit),
        ],
    ),
    (
        Text::MenuEdit,
        &[
            Act(Action::Copy),
            Act(Action::CopySource),
            Act(Action::CopyCitation),
            Line,
            Act(Action::SelectAll),
            Act(Action::SelectSection),
            Act(Action::SelectNothing),
        ],
    ),
    (
        Text::MenuView,
        &[
            Act(Action::Show(Script::Source)),
            Act(Action::Show(Script::Hans)),
            Act(Action::Show(Script::Hant)),
            Act(Action::Show(Script::Tw)),
            Act(Action::Show(Script::Hk)),
            Line,
            Act(Action::Toggle(Toggle::Compare)),
            Act(Action::Toggle(Toggle::Changes)),
            Line,
            Act(Action::Toggle(Toggle::Lines)),
            Act(Action::ToggleFurniture),
            Act(Action::Toggle(Toggle::Vertical)),
            Act(Action::Toggle(Toggle::TwoColumns)),
            Line,
            Act(Action::FullScreen),
            Act(Action::OnlyText),
        ],
    ),
    (
        Text::MenuConversion,
        &[
            Act(Action::Toggle(Toggle::Phrases)),
            Act(Action::Toggle(Toggle::Careful)),
            Act(Action::Toggle(Toggle::Punctuation)),
            Act(Action::ToggleQuoted),
            Line,
            Act(Action::ToggleOwnWords),
            Act(Action::ToggleOwnConfig),
            Act(Action::ToggleLibrary),
        ],
    ),
    (
        Text::MenuAppearance,
        &[
            Act(Action::ToggleAppearance),
            Line,
            Act(Action::TextSize(Resize::Larger)),
            Act(Action::TextSize(Resize::Smaller)),
            Act(Action::TextSize(Resize::Usual)),
            Line,
            Act(Action::Zoom(Resize::Larger)),
            Act(Action::Zoom(Resize::Smaller)),
            Act(Action::Zoom(Resize::Usual)),
            Line,
            Act(Action::SetIn(TypeStyle::Serif)),
            Act(Action::SetIn(TypeStyle::Sans)),
            Act(Action::SetIn(TypeStyle::Kai)),
            Line,
            Act(Action::Appear(Appearance::System)),
            Act(Action::Appear(Appearance::Light)),
            Act(Action::Appear(Appearance::Sepia)),
            Act(Action::Appear(Appearance::Dark)),
        ],
    ),
    (
        Text::MenuEncoding,
        &[
            Act(Action::Decode(None)),
            Line,
            Act(Action::Decode(Some(encoding_rs::UTF_8))),
            Act(Action::Decode(Some(encoding_rs::GB18030))),
            Act(Action::Decode(Some(encoding_rs::BIG5))),
            Act(Action::Decode(Some(encoding_rs::UTF_16LE))),
            Act(Action::Decode(Some(encoding_rs::UTF_16BE))),
        ],
    ),
    (
        Text::MenuGo,
        &[
            Act(Action::GoTo),
            Act(Action::Search),
            Act(Action::NextHit),
            Act(Action::PreviousHit),
            Line,
            Act(Action::PreviousSection),
            Act(Action::NextSection),
            Line,
            Act(Action::Back),
            Act(Action::Forward),
        ],
    ),
    (
        Text::Outline,
        &[
            Act(Action::Toggle(Toggle::Outline)),
            Act(Action::Filter),
            Act(Action::FocusOutline),
            Act(Action::Toggle(Toggle::Points)),
            Line,
            Act(Action::FoldAll),
            Act(Action::UnfoldAll),
            Line,
            Act(Action::TickAll),
            Act(Action::TickNone),
            Line,
            Act(Action::Infer),
            Act(Action::StopInferring),
        ],
    ),
    (
        Text::MenuCorrect,
        &[
            Act(Action::Undo),
            Act(Action::Redo),
            Line,
            Act(Action::Correct(Correction::Promote(Scope::One))),
            Act(Action::Correct(Correction::Demote(Scope::One))),
            Act(Action::Correct(Correction::Rename)),
            Act(Action::Correct(Correction::Remove(Scope::One))),
            Act(Action::Correct(Correction::MergeNext)),
            Act(Action::Correct(Correction::Split)),
            Act(Action::Correct(Correction::Keep(Scope::One))),
            Line,
            Act(Action::Correct(Correction::Promote(Scope::Kind))),
            Act(Action::Correct(Correction::Demote(Scope::Kind))),
            Act(Action::Correct(Correction::Remove(Scope::Kind))),
            Act(Action::Correct(Correction::Keep(Scope::Kind))),
            Line,
            Act(Action::NextDoubt),
            Act(Action::PreviousDoubt),
            Act(Action::ToggleDoubts),
            Line,
            Act(Action::ToggleRules),
        ],
    ),
    (
        Text::MenuReview,
        &[
            Act(Action::Review(ReviewAction::Show)),
            Line,
            Act(Action::Review(ReviewAction::Next)),
            Act(Action::Review(ReviewAction::Previous)),
            Line,
            Act(Action::Review(ReviewAction::Accept)),
            Act(Action::Review(ReviewAction::Keep)),
            Act(Action::Review(ReviewAction::Always)),
            Act(Action::Review(ReviewAction::AcceptAllSure)),
            Line,
            Act(Action::Toggle(Toggle::AsInFile)),
        ],
    ),
    (Text::MenuLanguage, &LANGUAGES),
    (
        Text::MenuHelp,
        &[
            Act(Action::Commands),
            Act(Action::ShowKeys),
            Act(Action::OpenSample),
            Line,
            Act(Action::CopyReport),
            Act(Action::About),
        ],
    ),
];

/// The title of the menu that has `action`.
pub(crate) fn place_of(action: Action) -> Option<Text> {
    groups().find(|(_, actions)| actions.contains(&action)).map(|(title, _)| title)
}

/// The menus with their actions.
pub(crate) fn groups() -> impl Iterator<Item = (Text, Vec<Action>)> {
    MENUS.iter().map(|(title, entries)| {
        let act = |entry: &Entry| if let Act(action) = entry { Some(*action) } else { None };
        (*title, entries.iter().filter_map(act).collect())
    })
}

/// Least width of the menu of recent files, in points, and what the menus that lead to it take beside it.
const RECENTS: (std::ops::RangeInclusive<f32>, f32) = (200.0..=320.0, 470.0);

/// What stays free above and below a menu, in points.
const MENU_ROOM: f32 = 40.0;

/// Draws all menus.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.set_min_width(180.0);
    submenu::escape(ui);
    for (title, entries) in MENUS {
        submenu::button(ui, t(session.lang(), *title), |ui| {
            ui.set_min_width(250.0);
            submenu::escape(ui);
            // A window may be lower than a menu is long.
            let height = ui.ctx().content_rect().height() - MENU_ROOM;
            // The toolkit gives what floats 400 points, however high the window is.
            ui.set_max_height(height);
            theme::room_for_scroll_bar(ui);
            ScrollArea::vertical().max_height(height).show(ui, |ui| {
                for entry in *entries {
                    match entry {
                        Act(action) => item(ui, session, *action, out),
                        Line => drop(ui.separator()),
                        Recents => recents_ui(ui, session, out),
                    }
                }
            });
        });
    }
}

fn item(ui: &mut Ui, session: &Session, asked: Action, out: &mut Vec<Message>) {
    let name = action(session.lang(), asked);
    let button = Button::new(name)
        .shortcut_text(shortcuts::in_words(ui.ctx(), session.lang(), asked))
        .selected(session.is_chosen(asked))
        .wrap_mode(egui::TextWrapMode::Extend)
        .min_size(egui::vec2(240.0, 0.0));
    let enabled = session.is_enabled(asked);
    let response = ui.add_enabled(enabled, button);
    response
        .widget_info(|| egui::WidgetInfo::selected(Role::MenuItem, enabled, session.is_chosen(asked), name));
    if response.clicked() {
        out.push(Message::Act(asked));
        ui.close();
    }
    let needs = needs(session.lang(), asked);
    if !needs.is_empty() {
        response.on_hover_text(needs).on_disabled_hover_text(needs);
    }
}

/// The recent files as a menu of their own.
fn recents_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.add_enabled_ui(!session.state.recents.is_empty(), |ui| {
        submenu::button(ui, t(session.lang(), Text::Recent), |ui| {
            let (widths, beside) = RECENTS;
            // In a small window it would lie over them.
            let wide = (ui.ctx().content_rect().width() - beside).clamp(*widths.start(), *widths.end());
            for recent in &session.state.recents {
                if recents::ui(ui, session, (recent, wide), out) {
                    ui.close();
                }
            }
            ui.separator();
            recents::clear_ui(ui, session, out);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_place_in_the_menu() {
        let in_menu: Vec<Action> = MENUS
            .iter()
            .flat_map(|(_, entries)| entries.iter())
            .filter_map(|entry| if let Act(action) = entry { Some(*action) } else { None })
            .collect();
        for &action in Action::ALL {
            // Cancelling has its button where the progress is shown.
            assert!(in_menu.contains(&action) || action == Action::Cancel, "{action:?}");
        }
    }
}
