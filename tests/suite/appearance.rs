//! How the text looks: the panel, by the names of its controls, and what is remembered of it.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::window::Window;
use gangmu::session::{Session, SidePanel};
use gangmu::settings::{Appearance, Scheme, Settings, Typography};

const CTRL_ALT: Modifiers = Modifiers { ctrl: true, command: true, alt: true, shift: false, mac_cmd: false };

fn text() -> String {
    (1..200).map(|n| format!("第{n}日讀書，讀書要有恆，日日讀之，月月讀之，積久自然有得。\n\n")).collect()
}

fn with_panel() -> Window {
    with_panel_on(&text())
}

fn with_panel_on(text: &str) -> Window {
    let mut window = Window::text(text);
    window.press(Modifiers::COMMAND, Key::Comma);
    assert!(matches!(window.session().side_panel, Some(SidePanel::Appearance)));
    window.until("the typefaces are known", knows_typefaces);
    window
}

/// The system's typefaces are looked for when the panel opens; their list moves what stands below it.
fn knows_typefaces(session: &Session) -> bool {
    session.typefaces.installed.is_some()
}

fn slide(window: &mut Window, label: &str, key: Key) {
    window.harness.get_by_role_and_label(Role::Slider, label).focus();
    window.harness.run_steps(2);
    window.press(Modifiers::NONE, key);
}

#[test]
fn each_control_changes_its_setting_and_reset_restores_them() {
    let mut window = with_panel();
    let usual = Settings::default();
    slide(&mut window, "Text size", Key::ArrowRight);
    assert!(window.session().settings.text_size > usual.text_size);
    slide(&mut window, "Characters per line", Key::ArrowLeft);
    assert!(window.session().settings.typography.measure < usual.typography.measure);
    slide(&mut window, "Line height", Key::ArrowRight);
    assert!(window.session().settings.typography.line_height > usual.typography.line_height);
    slide(&mut window, "Space between paragraphs", Key::ArrowRight);
    assert!(window.session().settings.typography.paragraph_space > usual.typography.paragraph_space);
    window.click("Indent first lines");
    assert!(!window.session().settings.typography.indent);
    window.click("Justify lines");
    assert!(!window.session().settings.typography.justified);
    window.click("Full-width punctuation");
    assert!(window.session().settings.typography.full_width);
    window.click("Space around Latin words");
    assert!(!window.session().settings.typography.thin_space);
    window.click("Reset");
    assert_eq!(window.session().settings.typography, Typography::default());
    assert!((window.session().settings.text_size - usual.text_size).abs() < f32::EPSILON);
}

#[test]
fn the_line_being_read_stays_through_every_change() {
    let mut window = with_panel();
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    let place = window.session().open.as_ref().unwrap().place();
    assert!(place.get() > 0);
    for label in ["Line height", "Characters per line", "Text size", "Space between paragraphs"] {
        slide(&mut window, label, Key::ArrowLeft);
        assert_eq!(window.session().open.as_ref().unwrap().place(), place, "{label}");
    }
}

#[test]
fn every_theme_can_be_chosen_and_is_remembered() {
    let mut window = with_panel();
    for (label, appearance) in
        [("Sepia", Appearance::Sepia), ("Dark", Appearance::Dark), ("Light", Appearance::Light)]
    {
        let before = window.harness.ctx.global_style().visuals.panel_fill;
        window.harness.get_by_role_and_label(Role::RadioButton, label).click();
        window.harness.run_steps(3);
        assert_eq!(window.session().settings.appearance, appearance);
        assert_ne!(window.harness.ctx.global_style().visuals.panel_fill, before, "{label}");
        assert_eq!(window.harness.ctx.global_style().visuals.dark_mode, appearance == Appearance::Dark);
    }
}

#[test]
fn the_window_is_scaled_apart_from_the_text() {
    let mut window = Window::text(&text());
    let size = window.session().settings.text_size;
    window.press(CTRL_ALT, Key::Plus);
    assert!(window.session().settings.zoom > 1.05);
    assert!((window.session().settings.text_size - size).abs() < f32::EPSILON);
    assert!((window.harness.ctx.zoom_factor() - window.session().settings.zoom).abs() < 1e-3);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus);
    assert!(window.session().settings.text_size > size);
    window.press(CTRL_ALT, Key::Num0);
    assert!((window.session().settings.zoom - 1.0).abs() < 1e-6);
}

#[test]
fn full_width_punctuation_is_copied_as_shown_and_the_source_as_it_is() {
    let mut window = with_panel_on("各位同學,今天談讀書(下):共3,117本。");
    window.click("Full-width punctuation");
    window.press(Modifiers::COMMAND, Key::A);
    assert_eq!(window.copied(egui::Event::Copy), "各位同學，今天談讀書（下）：共3,117本。");
    let as_in_the_file = egui::Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND | Modifiers::SHIFT,
    };
    assert_eq!(window.copied(as_in_the_file), "各位同學,今天談讀書(下):共3,117本。");
}

/// A desktop that is dark.
struct Dusk;

impl gangmu::ui::Desktop for Dusk {
    fn families(&self) -> Vec<gangmu::session::appearance::typefaces::Installed> {
        Vec::new()
    }

    fn watch_scheme(&self, tell: &dyn Fn(Option<Scheme>)) {
        tell(Some(Scheme::Dark));
    }
}

#[test]
fn the_system_is_followed_where_nothing_else_was_chosen() {
    let text = Some(gangmu::session::Source::Text(text().into()));
    let mut window = Window::open_on(tempfile::tempdir().unwrap(), text, std::sync::Arc::new(Dusk));
    window.until("the desktop's answer", |session| session.screen.scheme == Some(Scheme::Dark));
    window.harness.step();
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.press(Modifiers::COMMAND, Key::Comma);
    window.until("the typefaces are known", knows_typefaces);
    window.click("Light");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Light);
    window.click("Follow the system");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
}
