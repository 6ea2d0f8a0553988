//! Shortcuts: one table, tried from the most modifiers down.

use egui::{self, Key, KeyboardShortcut, Modifiers};

use crate::lang::Lang;
use crate::messages;
use crate::outline::edit::Scope;
use crate::script::Script;
use crate::session::{Action, Correction, Resize, ReviewAction, Session, Toggle};

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

macro_rules! keys {
    ($($modifiers:expr, $key:ident);+) => {
        &[$(KeyboardShortcut::new($modifiers, Key::$key)),+]
    };
}

/// The actions that have keys; the first of each is shown in menus.
const KEYS: &[(Action, &[KeyboardShortcut])] = &[
    (Action::Open, keys!(CTRL, O)),
    (Action::Paste, keys!(CTRL_SHIFT, V)),
    (Action::Reload, keys!(CTRL, R; Modifiers::NONE, F5)),
    (Action::Close, keys!(CTRL, W)),
    (Action::Export, keys!(CTRL, E; CTRL, S; CTRL_SHIFT, S)),
    (Action::Print, keys!(CTRL, P)),
    (Action::Menu, keys!(Modifiers::NONE, F10)),
    (Action::Bookmark, keys!(CTRL, D)),
    (Action::Quit, keys!(CTRL, Q)),
    (Action::Show(Script::Source), keys!(CTRL, Num1)),
    (Action::Show(Script::Hans), keys!(CTRL, Num2)),
    (Action::Show(Script::Hant), keys!(CTRL, Num3)),
    (Action::Show(Script::Tw), keys!(CTRL, Num4)),
    (Action::Show(Script::Hk), keys!(CTRL, Num5)),
    (Action::PreviousSection, keys!(CTRL, PageUp; Modifiers::ALT, ArrowUp)),
    (Action::NextSection, keys!(CTRL, PageDown; Modifiers::ALT, ArrowDown)),
    (Action::Back, keys!(Modifiers::ALT, ArrowLeft)),
    (Action::Forward, keys!(Modifiers::ALT, ArrowRight)),
    (Action::Copy, keys!(CTRL, C)),
    (Action::CopySource, keys!(CTRL_SHIFT, C)),
    (Action::CopyCitation, keys!(CTRL_ALT, C)),
    (Action::SelectAll, keys!(CTRL, A)),
    (Action::SelectSection, keys!(CTRL_SHIFT, E)),
    (Action::GoTo, keys!(CTRL, G)),
    (Action::Commands, keys!(CTRL_SHIFT, P)),
    (Action::ShowKeys, keys!(Modifiers::NONE, F1; CTRL, Questionmark)),
    (Action::FullScreen, keys!(Modifiers::NONE, F11)),
    (Action::OnlyText, keys!(Modifiers::SHIFT, F11)),
    (Action::Search, keys!(CTRL, F; Modifiers::NONE, Slash)),
    (Action::NextHit, keys!(Modifiers::NONE, F3)),
    (Action::PreviousHit, keys!(Modifiers::SHIFT, F3)),
    (Action::Toggle(Toggle::Outline), keys!(Modifiers::NONE, F9)),
    (Action::Filter, keys!(CTRL_SHIFT, O)),
    (Action::FocusOutline, keys!(Modifiers::NONE, F6)),
    (Action::TickAll, keys!(CTRL_SHIFT, A)),
    (Action::TickNone, keys!(CTRL_SHIFT, N)),
    (Action::Undo, keys!(CTRL, Z)),
    (Action::Redo, keys!(CTRL_SHIFT, Z; CTRL, Y)),
    (Action::Correct(Correction::Promote(Scope::One)), keys!(ALT_SHIFT, ArrowLeft; CTRL, OpenBracket)),
    (Action::Correct(Correction::Demote(Scope::One)), keys!(ALT_SHIFT, ArrowRight; CTRL, CloseBracket)),
    (Action::Correct(Correction::Remove(Scope::One)), keys!(Modifiers::NONE, Delete)),
    (Action::Correct(Correction::Rename), keys!(Modifiers::NONE, F2)),
    (Action::NextDoubt, keys!(Modifiers::NONE, F8)),
    (Action::PreviousDoubt, keys!(Modifiers::SHIFT, F8)),
    (Action::Toggle(Toggle::Points), keys!(CTRL_SHIFT, L)),
    (Action::ToggleDoubts, keys!(CTRL_SHIFT, D)),
    (Action::ToggleRules, keys!(CTRL_SHIFT, R)),
    (Action::ToggleOwnWords, keys!(CTRL_SHIFT, U)),
    (Action::Review(ReviewAction::Show), keys!(CTRL_SHIFT, K)),
    (Action::Review(ReviewAction::Next), keys!(Modifiers::NONE, F12)),
    (Action::Review(ReviewAction::Previous), keys!(Modifiers::SHIFT, F12)),
    (Action::Review(ReviewAction::Accept), keys!(CTRL, Enter)),
    (Action::Review(ReviewAction::Keep), keys!(CTRL_SHIFT, Enter)),
    (Action::Review(ReviewAction::Always), keys!(CTRL_ALT, Enter)),
    (Action::Toggle(Toggle::Vertical), keys!(Modifiers::NONE, F7)),
    (Action::Toggle(Toggle::TwoColumns), keys!(Modifiers::SHIFT, F7)),
    (Action::Toggle(Toggle::Changes), keys!(CTRL_SHIFT, M)),
    (Action::Toggle(Toggle::Compare), keys!(Modifiers::NONE, F4)),
    (Action::TextSize(Resize::Larger), keys!(CTRL, Plus; CTRL, Equals)),
    (Action::TextSize(Resize::Smaller), keys!(CTRL, Minus)),
    (Action::TextSize(Resize::Usual), keys!(CTRL, Num0)),
    // Ctrl+Shift+Plus is what Ctrl+Plus is on many keyboards.
    (Action::Zoom(Resize::Larger), keys!(CTRL_ALT, Plus; CTRL_ALT, Equals)),
    (Action::Zoom(Resize::Smaller), keys!(CTRL_ALT, Minus)),
    (Action::Zoom(Resize::Usual), keys!(CTRL_ALT, Num0)),
    (Action::ToggleAppearance, keys!(CTRL, Comma)),
    (Action::Cancel, keys!(Modifiers::NONE, Escape)),
];

/// The keys of `action`.
pub(crate) fn keys(action: Action) -> &'static [KeyboardShortcut] {
    KEYS.iter().find(|(of, _)| *of == action).map_or(&[], |(_, keys)| *keys)
}

/// The shortcut of `action` in words, for menus and tooltips; empty where it has none.
pub(crate) fn in_words(ctx: &egui::Context, lang: Lang, action: Action) -> String {
    keys(action).first().map_or_else(String::new, |shortcut| words(ctx, lang, *shortcut))
}

/// A shortcut in words, its key as it stands on the keyboard.
pub(crate) fn words(ctx: &egui::Context, lang: Lang, shortcut: KeyboardShortcut) -> String {
    let (words, key) = (ctx.format_shortcut(&shortcut), shortcut.logical_key);
    let held = words.strip_suffix(key.name()).or_else(|| words.strip_suffix(key.symbol_or_name()));
    format!("{}{}", held.unwrap_or_default(), messages::shell::keys::key(lang, key.name()))
}

/// An action's name with its shortcut.
pub(crate) fn tooltip(ctx: &egui::Context, lang: Lang, action: Action) -> String {
    let keys = in_words(ctx, lang, action);
    let name = messages::action(lang, action).trim_end_matches('…');
    if keys.is_empty() { name.to_owned() } else { format!("{name}  {keys}") }
}

/// The name of something that is no action, with the key that does it where it stands.
pub(crate) fn with_key(ctx: &egui::Context, lang: Lang, name: &str, key: Key) -> String {
    format!("{name}  {}", words(ctx, lang, KeyboardShortcut::new(Modifiers::NONE, key)))
}

/// The actions whose shortcuts were pressed, in order, taken out of the input. Disabled actions leave their keys
/// alone, and so do those that edit text while a text field has the cursor.
pub(crate) fn pressed(ctx: &egui::Context, session: &Session, outline_has_focus: bool) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let is_free = |action: Action| match action {
        Action::Correct(Correction::Remove(_)) => outline_has_focus,
        // Escape closes one layer at a time, and this is one of them.
        Action::Cancel => false,
        _ => !(typing && edits_text(action)),
    };
    let table: Vec<_> = KEYS
        .iter()
        .filter(|(action, _)| is_free(*action) && (session.is_enabled(*action) || session.explains(*action)))
        .flat_map(|(action, keys)| keys.iter().map(|shortcut| (*shortcut, *action)))
        .filter(|(shortcut, _)| !(typing && types(*shortcut)))
        .collect();
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        let mut typed = false;
        input.events.retain(|event| {
            // What a shortcut's own key would type belongs to no field.
            if std::mem::take(&mut typed) && matches!(event, egui::Event::Text(_)) {
                return false;
            }
            let action = asked_by(event, &table);
            typed = action.is_some();
            actions.extend(action);
            action.is_none()
        });
    });
    actions
}

fn asked_by(event: &egui::Event, table: &[(KeyboardShortcut, Action)]) -> Option<Action> {
    let with = |found: &dyn Fn(&KeyboardShortcut) -> bool| {
        table.iter().find(|(shortcut, _)| found(shortcut)).map(|(_, action)| *action)
    };
    match event {
        egui::Event::Key { key, pressed: true, repeat, modifiers, .. } => {
            let found = with(&|shortcut| shortcut.logical_key == *key && holds(*modifiers, *shortcut));
            found.filter(|action| !repeat || repeats(*action))
        }
        // The window system has made an event of its own of Ctrl+C.
        egui::Event::Copy => table.iter().map(|(_, action)| *action).find(|action| *action == Action::Copy),
        egui::Event::PointerButton { button, pressed: true, .. } => {
            let asked = match button {
                egui::PointerButton::Extra1 => Action::Back,
                egui::PointerButton::Extra2 => Action::Forward,
                _ => return None,
            };
            table.iter().map(|(_, action)| *action).find(|action| *action == asked)
        }
        _ => None,
    }
}

/// Whether `event` is the press of a key of `action`.
pub(crate) fn asks_for(event: &egui::Event, action: Action) -> bool {
    let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    keys(action).iter().any(|shortcut| shortcut.logical_key == *key && holds(*modifiers, *shortcut))
}

/// Whether a text field has a use of its own for the keys of `action`.
const fn edits_text(action: Action) -> bool {
    matches!(action, Action::Copy | Action::SelectAll | Action::Undo | Action::Redo | Action::Correct(_))
}

/// Whether the keys of `shortcut` write a character in a text field.
fn types(shortcut: KeyboardShortcut) -> bool {
    shortcut.modifiers.is_none() && matches!(shortcut.logical_key, Key::Slash)
}

/// Whether just the modifiers of `shortcut` are held. Plus, the question mark and their like need Shift on some
/// keyboards.
fn holds(held: Modifiers, shortcut: KeyboardShortcut) -> bool {
    match shortcut.logical_key {
        Key::Plus | Key::Equals | Key::Minus | Key::Questionmark => {
            held.alt == shortcut.modifiers.alt && held.matches_logically(shortcut.modifiers)
        }
        _ => held.matches_exact(shortcut.modifiers),
    }
}

/// Whether holding the keys down does `action` again and again.
const fn repeats(action: Action) -> bool {
    matches!(
        action,
        Action::PreviousSection
            | Action::NextSection
            | Action::NextHit
            | Action::PreviousHit
            | Action::TextSize(Resize::Larger | Resize::Smaller)
            | Action::Zoom(Resize::Larger | Resize::Smaller)
            | Action::NextDoubt
            | Action::PreviousDoubt
            | Action::Review(ReviewAction::Next | ReviewAction::Previous)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_that_has_keys_stands_once_and_they_are_its_own() {
        for (at, (action, _)) in KEYS.iter().enumerate() {
            assert!(!KEYS.iter().skip(at + 1).any(|(other, _)| other == action), "{action:?}");
        }
        for action in Action::BY_KEY {
            assert!(!keys(*action).is_empty(), "{action:?}");
        }
        let all: Vec<_> =
            KEYS.iter().flat_map(|(action, keys)| keys.iter().map(move |key| (key, action))).collect();
        for (at, (key, action)) in all.iter().enumerate() {
            for (other_key, other) in all.iter().skip(at + 1) {
                assert!(key != other_key, "{action:?} and {other:?} share {key:?}");
            }
        }
    }
}
