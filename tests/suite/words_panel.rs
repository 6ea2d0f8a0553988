//! Own words in the window: added, undone, kept, taken in and applied to view, outline and export.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gangmu::script::{OwnWord, Script, Toward};
use gangmu::session::library::{DocumentState, Record, State};
use gangmu::session::{Library, Message, OwnWordsChange, Session, Source};
use gangmu::settings::Settings;

use crate::window::Window;

const TEXT: &str = "一、头发与面条\n\n理发之后吃面条，软件和里面都好。\n\n二、里面\n\n公里和里程。\n";

/// The whole text as it is shown.
fn shown(session: &Session) -> String {
    let open = session.open.as_ref().unwrap();
    open.script.converter().map_or_else(|| TEXT.to_owned(), |converter| converter.convert(TEXT))
}

fn in_taiwan(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Num4);
    window.until("the script is shown", |session| {
        session.open.as_ref().is_some_and(|open| open.script.shown() == Script::Tw)
    });
}

fn fill(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, field).focus();
    window.harness.run_steps(2);
    window.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    window.harness.run_steps(2);
}

#[test]
fn a_word_is_added_shown_at_once_undone_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    crate::support::write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file)));
    in_taiwan(&mut window);
    assert!(window.has_row("一、頭髮與麵條"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::U);
    fill(&mut window, "Word in the source", "面条");
    fill(&mut window, "Converted to", "麪條");
    window.click("Add the word");
    window.until("the outline follows", |session| shown(session).contains("頭髮與麪條"));
    assert!(window.has_row("一、頭髮與麪條") && window.sees("面条 → 麪條"));
    // Without a conversion the word is left alone.
    fill(&mut window, "Word in the source", "里面");
    window.click("Add the word");
    assert!(window.has_row("二、里面"));
    window.click("Undo");
    assert!(window.has_row("二、裡面") && window.has_row("一、頭髮與麪條"));
    let Window { harness, folder } = window;
    eframe::App::on_exit(&mut harness.into_state(), None);
    let mut again = Window::open_in(folder, None);
    again.until("the script is shown", |session| {
        session.open.as_ref().is_some_and(|open| open.script.shown() == Script::Tw)
    });
    assert!(again.has_row("一、頭髮與麪條"));
    again.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::U);
    again.click("Delete 面条");
    assert!(again.has_row("一、頭髮與麵條"));
}

#[test]
fn a_dictionary_for_all_documents_is_taken_in_with_its_mistakes_told_and_written_out() {
    let mut window = Window::text(TEXT);
    in_taiwan(&mut window);
    let picked = window.folder.path().join("picked.txt");
    crate::support::write(&picked, "软件\t软件\nbroken\n# to: hans\n里\t里\n");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::U);
    window.click("All documents");
    window.click("Import words…");
    window.until("the dictionary is taken in", |session| session.own_words.words().len() == 2);
    assert!(window.sees("line 2: no tab between word and conversion"));
    assert!(shown(window.session()).contains("软件和裡面"));
    let library = Library::below(window.folder.path());
    window.until("it is written down", |_| library.load_words().0.words().len() == 2);
    window.click("Export words…");
    window.until("it is written out", |_| {
        std::fs::read(&picked).is_ok_and(|bytes| bytes == "软件\t软件\n# to: hans\n里\t里\n".as_bytes())
    });
}

#[test]
fn an_export_has_own_words_and_the_document_counts_before_all() {
    let mut session = Session::new(Settings::default(), State::default());
    session.own_words = gangmu::script::Dictionary::parse("甲\t丙\n");
    let word = OwnWord::new("乙", "丁", Toward::Any).unwrap();
    let effects = session.update(Message::OwnWords(OwnWordsChange::Add(word, true)));
    assert_eq!(effects.len(), 1, "{effects:?}");
    assert_eq!(session.own_words.text(), "甲\t丙\n乙\t丁\n");
    let _ = session.update(Message::OwnWords(OwnWordsChange::Drop { everywhere: true, line: 1 }));
    assert_eq!(session.own_words.text(), "乙\t丁\n");
    for text in ["甲\t丙\n乙\t丁\n", "甲\t丙\n", "甲\t丙\n"] {
        let _ = session.update(Message::OwnWords(OwnWordsChange::Undo));
        assert_eq!(session.own_words.text(), text);
    }
}

#[test]
fn own_words_of_a_document_are_remembered_in_its_state() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::below(folder.path());
    let words = gangmu::script::Dictionary::parse("# mine\n甲\t丙\nbroken");
    let state = DocumentState { words: words.clone(), ..DocumentState::default() };
    crate::support::keep(&library, &Record::Document { hash: "0a".into(), state });
    assert_eq!(library.load_document("0a").0.words, words);
    crate::support::keep(&library, &Record::OwnWords(words.clone()));
    let (loaded, told) = library.load_words();
    assert_eq!((loaded, told.len()), (words, 1));
}
