//! What the window says of a script before and after the reader switches to it.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gangmu::document::Document;
use gangmu::script::{Config, EMBEDDED_VERSION, Script, configuration, loss};
use gangmu::session::{Caution, ConversionCosts, Session, Source};

use crate::support::write;
use crate::window::Window;

/// 乾 and 幹 both become 干, which comes back as one of them.
const TRADITIONAL: &str = "一、衣服\n\n衣服乾了，幹部來了，發展圖書館。\n\n二、書\n\n樹幹乾了。\n";
const SIMPLIFIED: &str = "一、发展\n\n图书馆里有书，读书以后写下来。\n";
const BOTH: &str = "一、发展\n\n图书馆里有书，读书以后写下来。\n\n二、圖書館\n\n圖書館裏有很多書。\n";

fn costs(session: &Session) -> &ConversionCosts {
    session.open.as_ref().unwrap().script.costs()
}

fn notices(window: &Window) -> Vec<String> {
    let alerts = window.harness.query_all_by_role(Role::Alert);
    alerts.map(|node| format!("{node:?}")).collect()
}

fn switch(window: &mut Window, name: &str, script: Script) {
    window.click(name);
    window.until("the script is shown", |session| session.open.as_ref().unwrap().script.shown() == script);
    window.until("it is known what that costs", |session| *costs(session) != ConversionCosts::Asked);
}

#[test]
fn what_does_not_come_back_is_counted_and_told_once() {
    let document = Document::parse(TRADITIONAL.as_bytes().to_vec(), None);
    let config = configuration(document.detected(), Script::Hans, false).unwrap();
    let expected = loss(config, TRADITIONAL).unwrap();
    assert!(expected.whole && expected.characters > 0);

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    write(&file, TRADITIONAL);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    assert_eq!(*costs(window.session()), ConversionCosts::Unasked);
    switch(&mut window, "Simplified", Script::Hans);
    let forecast = window.session().forecast(Script::Hans).unwrap();
    assert_eq!((forecast.loss, forecast.caution), (Some(expected), Some(Caution::Loss(expected))));
    let words = format!("In this script {} characters cannot be converted back", expected.characters);
    assert!(window.sees(&words), "{:?}", notices(&window));
    // Another switch takes it away, and it is not told again.
    switch(&mut window, "As in the file", Script::Source);
    assert!(!window.sees(&words));
    switch(&mut window, "Simplified", Script::Hans);
    assert!(!window.sees(&words));

    // Nor the next time that the document is read.
    let Window { harness, folder } = window;
    let mut app = harness.into_state();
    eframe::App::on_exit(&mut app, None);
    let mut again = Window::open_in(folder, Some(Source::Path(file)));
    again.until("it is shown", |session| session.open.as_ref().unwrap().script.shown() == Script::Hans);
    switch(&mut again, "As in the file", Script::Source);
    switch(&mut again, "Simplified", Script::Hans);
    assert!(!again.sees(&words));
}

#[test]
fn a_text_that_is_in_the_script_already_says_so() {
    for (text, name, script) in [
        (SIMPLIFIED, "Simplified", Script::Hans),
        ("一、發展\n\n圖書館的讀書人。\n", "Traditional", Script::Hant),
    ] {
        let mut window = Window::text(text);
        window.click(name);
        assert_eq!(window.session().forecast(script).unwrap().caution, Some(Caution::Already));
        assert!(window.sees("already and is shown as it is"), "{:?}", notices(&window));
        // It goes by itself.
        window.harness.run_steps(80);
        assert!(!window.sees("already and is shown as it is"));
    }
}

#[test]
fn both_scripts_in_one_text_are_warned_of_and_an_unclear_one_too() {
    let mut window = Window::text(BOTH);
    window.click("Traditional");
    assert!(window.sees("Both scripts are in this text"), "{:?}", notices(&window));
    let mut window = Window::text("abc 中文人口\n");
    window.click("Traditional");
    assert!(window.sees("It is unclear which script this text is in"), "{:?}", notices(&window));
}

#[test]
fn a_conversion_that_costs_nothing_is_not_spoken_of() {
    let mut window = Window::text("发展图书馆。\n");
    switch(&mut window, "Traditional, Hong Kong", Script::Hk);
    let forecast = window.session().forecast(Script::Hk).unwrap();
    assert_eq!(forecast.conversion.unwrap().config(), Some(Config::S2hk));
    assert_eq!((forecast.loss.unwrap().characters, forecast.caution), (0, None));
    assert_eq!(notices(&window), Vec::<String>::new());
}

#[test]
fn the_button_tells_the_configuration_and_the_script_of_the_text() {
    let mut window = Window::text(TRADITIONAL);
    window.harness.get_by_label("Simplified").hover();
    window
        .until("it is known what that costs", |session| matches!(costs(session), ConversionCosts::Known(_)));
    window.harness.run_steps(10);
    let dictionaries = format!("dictionaries of OpenCC {EMBEDDED_VERSION}");
    for words in [&dictionaries, "This text: traditional", "characters cannot be converted back"] {
        assert!(window.sees(words), "{words}");
    }
}
