//! Typefaces: what the text is set in, with and without such of the system, and what is remembered.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::write;
use crate::window::Window;
use gangmu::session::appearance::typefaces::{Forms, Installed, Standing};
use gangmu::session::{Library, Session, Source};
use gangmu::settings::{Scheme, TypeStyle, Typeface};
use gangmu::ui::Desktop;

const TEXT: &str = "一、讀書\n\n「讀書」要有恆——日日讀之，月月讀之，積久自然有得。\n";

/// A desktop with these families.
struct With(Vec<Installed>);

impl Desktop for With {
    fn families(&self) -> Vec<Installed> {
        self.0.clone()
    }

    fn watch_scheme(&self, _tell: &dyn Fn(Option<Scheme>)) {}
}

fn font() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts/NotoSerifCJK-SC-TC-HK.ttc")
}

fn family(name: &str, path: PathBuf) -> Installed {
    Installed { name: name.into(), path, index: 1, simplified: true, traditional: true }
}

fn window_with(families: Vec<Installed>) -> Window {
    let source = Source::Text(TEXT.into());
    Window::open_on(tempfile::tempdir().unwrap(), Some(source), Arc::new(With(families)))
}

fn panel(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Comma);
    window.until("the list", |session| session.typefaces.installed.is_some());
}

/// Name of the family that the text stands in.
fn shown(session: &Session) -> String {
    match session.typefaces.standing(&session.settings.typeface, Forms::Hant) {
        Standing::Sans => "sans".to_owned(),
        Standing::Serif => "serif".to_owned(),
        Standing::System(face) => face.family.clone(),
    }
}

#[test]
fn the_styles_of_the_program_are_there_without_any_of_the_system() {
    let mut window = window_with(Vec::new());
    panel(&mut window);
    assert_eq!(shown(window.session()), "sans");
    window.click("Serif");
    assert_eq!(shown(window.session()), "serif");
    assert!(window.sees("Set in Noto Serif CJK"));
    // 楷 is the system's: it cannot be chosen, and the panel says why.
    window.click("Kai (brush)");
    assert_eq!(window.session().settings.typeface, Typeface::Style(TypeStyle::Serif));
    window.harness.get_by_label_contains("install LXGW WenKai");
    window.click("Sans-serif");
    assert_eq!(shown(window.session()), "sans");
}

#[test]
fn kai_and_families_by_name_are_read_from_the_system_and_remembered() {
    let families = vec![family("AR PL UKai TW", font()), family("Some Song", font())];
    let mut window = window_with(families.clone());
    panel(&mut window);
    window.click("Kai (brush)");
    window.until("the face is read", |session| shown(session) == "AR PL UKai TW");
    assert!(window.sees("Set in AR PL UKai TW"));
    window.click("Typefaces of the system…");
    window.click("Some Song");
    window.until("the face is read", |session| shown(session) == "Some Song");
    let library = Library::below(window.folder.path());
    window.until("it is written down", |_| library.load().0.typeface == Typeface::Named("Some Song".into()));

    let text = Some(Source::Text(TEXT.into()));
    let folder = std::mem::replace(&mut window.folder, tempfile::tempdir().unwrap());
    let mut window = Window::open_on(folder, text, Arc::new(With(families)));
    window.until("the face is read again", |session| shown(session) == "Some Song");
}

#[test]
fn a_face_that_is_gone_or_broken_is_replaced_by_one_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ttf");
    write(&broken, b"\0\x01\0\0 and nothing that a font has");
    for families in
        [vec![family("AR PL UKai TW", broken)], vec![family("AR PL UKai TW", "/no/such.ttf".into())]]
    {
        let mut window = window_with(families);
        panel(&mut window);
        window.click("Kai (brush)");
        window.until("it was tried", |session| session.typefaces.serial > 1);
        assert_eq!(shown(window.session()), "serif");
        assert!(window.sees("Set in Noto Serif CJK"));
    }
    // A family that was chosen once and is gone.
    let library = Library::below(folder.path());
    let (mut settings, ..) = library.load();
    settings.typeface = Typeface::Named("Gone Song".into());
    crate::support::keep(&library, &gangmu::session::library::Record::Settings(settings));
    let mut window = Window::open_on(folder, Some(Source::Text(TEXT.into())), Arc::new(With(Vec::new())));
    window.until("it was looked for", |session| session.typefaces.installed.is_some());
    assert_eq!(shown(window.session()), "sans");
}

#[test]
fn the_system_is_not_asked_while_nobody_wants_anything_of_it() {
    struct Untouched;
    impl Desktop for Untouched {
        fn families(&self) -> Vec<Installed> {
            panic!("nobody asked")
        }

        fn watch_scheme(&self, _tell: &dyn Fn(Option<Scheme>)) {}
    }
    let text = Some(Source::Text(TEXT.into()));
    let mut window = Window::open_on(tempfile::tempdir().unwrap(), text, Arc::new(Untouched));
    window.press(Modifiers::COMMAND, Key::Num2);
    assert!(window.session().typefaces.installed.is_none());
}
