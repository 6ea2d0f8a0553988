//! Context menus that correct the outline: of a section, of a point, of a paragraph in the reading column.

use egui::{self, Button, Ui, accesskit::Role};

use super::gestures::Gestures;
use super::rows::Row;
use crate::messages;
use crate::messages::outline::{Words, correction, kind_title, level, level_below, w};
use crate::outline::SectionId;
use crate::outline::edit::Scope;
use crate::script::ScriptView;
use crate::session::{Action, Correction, Message, OpenDocument, OutlineMessage, Session};
use crate::text::SourceOffset;
use crate::ui::reader::breadcrumb;
use crate::ui::shell::shortcuts;

/// What can be asked of one section, in the order of the menu; `None` is the choice of a level and a line.
const SECTION: [Option<Correction>; 8] = [
    Some(Correction::Keep(Scope::One)),
    Some(Correction::Promote(Scope::One)),
    Some(Correction::Demote(Scope::One)),
    None,
    Some(Correction::Rename),
    Some(Correction::MergeNext),
    Some(Correction::Split),
    Some(Correction::Remove(Scope::One)),
];

/// What can be asked of all of a kind.
const KIND: [Correction; 4] = [
    Correction::Keep(Scope::Kind),
    Correction::Promote(Scope::Kind),
    Correction::Demote(Scope::Kind),
    Correction::Remove(Scope::Kind),
];

/// Width of a menu's entries, in points.
const WIDTH: f32 = 230.0;

/// The menu of a row; `heading` is its heading as shown.
pub(in crate::ui) fn row_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    gestures: &mut Gestures,
    (row, heading): (Row, &str),
) {
    let lang = session.lang();
    ui.set_min_width(WIDTH);
    match (row.point, row.id) {
        (None, Some(id)) => section_ui(ui, (session, open), gestures, id),
        // Nothing can be corrected there, and its name is not in the text.
        (None, None) => {
            if entry(ui, &messages::outline::tick_label(lang, heading), "", true) {
                gestures.out.push(Message::Outline(OutlineMessage::TickPreamble));
            }
            return;
        }
        (Some(id), above) => {
            let outline = open.document().outline();
            let point = outline.point(id);
            let above = above.and_then(|id| outline.get(id)).map_or(0, |section| section.level);
            if let Some(point) = point.filter(|_| entry(ui, w(lang, Words::MakeSection), "", true)) {
                gestures.out.push(Message::Outline(OutlineMessage::MakeHeading {
                    at: point.marker.start,
                    level: above + 1,
                }));
            }
        }
    }
    ui.separator();
    if entry(ui, w(lang, Words::CopyHeading), "", true) {
        gestures.out.push(Message::Outline(OutlineMessage::CopyHeading(heading.to_owned())));
    }
}

fn section_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    gestures: &mut Gestures,
    id: SectionId,
) {
    let lang = session.lang();
    for asked in SECTION {
        let Some(asked) = asked else {
            ui.menu_button(w(lang, Words::Level), |ui| levels_ui(ui, (session, open), id, &mut gestures.out));
            ui.separator();
            continue;
        };
        let allowed = open.allows(id, asked);
        // Only what is in doubt can be confirmed, and most is not.
        if !allowed && asked == Correction::Keep(Scope::One) {
            continue;
        }
        let keys = shortcuts::in_words(ui.ctx(), lang, Action::Correct(asked));
        if entry(ui, correction(lang, asked), &keys, allowed) {
            gestures.out.push(Message::Outline(OutlineMessage::Correct(id, asked)));
        }
    }
    let count = match gestures.kind {
        Some((known, edition, count)) if (known, edition) == (id, open.content.edition()) => count,
        _ => {
            let count = open.document().outline().kind(open.document().text(), id).len();
            gestures.kind = Some((id, open.content.edition(), count));
            count
        }
    };
    if count < 2 {
        return;
    }
    ui.separator();
    ui.menu_button(kind_title(lang, count), |ui| {
        ui.set_min_width(WIDTH);
        for asked in KIND {
            let allowed = open.allows(id, asked);
            if (allowed || asked != Correction::Keep(Scope::Kind))
                && entry(ui, correction(lang, asked), "", allowed)
            {
                gestures.out.push(Message::Outline(OutlineMessage::Correct(id, asked)));
            }
        }
    });
}

/// The levels that a section can be on, each with what it would stand below.
fn levels_ui(ui: &mut Ui, (session, open): (&Session, &OpenDocument), id: SectionId, out: &mut Vec<Message>) {
    ui.set_min_width(WIDTH);
    let outline = open.document().outline();
    let mut titles = ScriptView::through(open.presentation());
    for (above, wanted) in outline.places(id) {
        let above = above.map(|above| breadcrumb::heading(open, &mut titles, above));
        let name = level_below(session.lang(), wanted, above.as_deref());
        let stands = outline.get(id).is_some_and(|section| section.level == wanted);
        let response = ui.add(Button::new(&name).selected(stands).min_size(egui::vec2(WIDTH, 0.0)));
        response.widget_info(|| egui::WidgetInfo::selected(Role::MenuItem, true, stands, &name));
        if response.clicked() {
            out.push(Message::Outline(OutlineMessage::SetLevel(id, wanted)));
            ui.close();
        }
    }
}

/// The part of the reading column's menu that makes the paragraph at `at` a heading.
pub(in crate::ui) fn paragraph_ui(
    ui: &mut Ui,
    (session, open): (&Session, &OpenDocument),
    at: SourceOffset,
    out: &mut Vec<Message>,
) {
    let lang = session.lang();
    ui.set_min_width(WIDTH);
    let outline = open.document().outline();
    let here = outline.section_at(at);
    let starts = here.filter(|id| outline.get(*id).is_some_and(|section| section.span.start == at));
    ui.menu_button(w(lang, Words::MakeHeading), |ui| {
        ui.set_min_width(WIDTH);
        let deepest = here.and_then(|id| outline.get(id)).map_or(1, |section| section.level + 1);
        for wanted in 1..=deepest.min(crate::outline::edit::DEEPEST) {
            if entry(ui, &level(lang, wanted), "", true) {
                out.push(Message::Outline(OutlineMessage::MakeHeading { at, level: wanted }));
            }
        }
    });
    if let Some(id) = starts {
        let asked = Correction::Remove(Scope::One);
        if entry(ui, correction(lang, asked), "", true) {
            out.push(Message::Outline(OutlineMessage::Correct(id, asked)));
        }
    }
}

/// An action as an entry.
pub(in crate::ui) fn action_ui(ui: &mut Ui, session: &Session, action: Action, out: &mut Vec<Message>) {
    let keys = shortcuts::in_words(ui.ctx(), session.lang(), action);
    if entry(ui, messages::action(session.lang(), action), &keys, session.is_enabled(action)) {
        out.push(Message::Act(action));
    }
}

/// Where a menu notes that its first entry is to have the focus.
fn takes_focus(ui: &Ui) -> egui::Id {
    ui.layer_id().id.with("takes focus")
}

/// Lets the first entry of the menu that is drawn next have the focus, so that the arrow keys go through it.
pub(in crate::ui) fn take_focus(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(takes_focus(ui), true));
}

/// A menu entry; tells whether it was chosen, and closes the menu then.
pub(in crate::ui) fn entry(ui: &mut Ui, name: &str, keys: &str, enabled: bool) -> bool {
    let button = Button::new(name).shortcut_text(keys).min_size(egui::vec2(WIDTH, 0.0));
    let response = ui.add_enabled(enabled, button);
    if enabled && ui.data_mut(|data| data.remove_temp::<bool>(takes_focus(ui))).is_some() {
        response.request_focus();
    }
    response.widget_info(|| egui::WidgetInfo::labeled(Role::MenuItem, enabled, name));
    let clicked = response.clicked();
    if clicked {
        ui.close();
    }
    clicked
}
