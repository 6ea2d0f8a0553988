//! Quotation marks of the region: in the view, in copies, in exports and on the command line.

use std::process::Command;
use std::sync::{Arc, LazyLock};

use gangmu::script::{Config, Convert, Converter, Engine, OffsetMap, Script, punctuated};
use proptest::prelude::*;

use crate::support::Folder;

const TEXT: &str = "一、学习\n要说“真话”，不说‘空话’。\n";

fn output(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gangmu")).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_line_puts_them_on_when_asked() {
    let folder = Folder::new();
    let file = folder.file("a.txt", TEXT);
    let file = file.to_str().unwrap();
    let convert =
        |more: &[&str]| output(&[&["convert", file, "--from", "hans", "--to", "tw"], more].concat());
    assert_eq!(convert(&[]), "一、學習\n要說“真話”，不說‘空話’。\n");
    assert_eq!(convert(&["--punctuation"]), "一、學習\n要說「真話」，不說『空話』。\n");
    let export = ["export", file, "--script", "hk", "--format", "txt", "-o", "-", "--punctuation"];
    assert!(output(&export).contains("説「真話」"));
    assert!(output(&["export", file, "--format", "txt", "-o", "-", "--punctuation"]).contains("说“真话”"));
}

#[test]
#[cfg(feature = "window")]
fn the_view_changes_with_the_choice_and_the_script() {
    use gangmu::session::Session;
    let mut window = crate::window::Window::text(TEXT);
    let shows = |session: &Session, words: &str| {
        let open = session.open.as_ref().unwrap();
        let converter = open.script.converter();
        converter.map_or_else(|| TEXT.to_owned(), |converter| converter.convert(TEXT)).contains(words)
    };
    window.click("Menu");
    window.click("Conversion");
    window.click("Regional quotation marks too");
    assert!(shows(window.session(), "说“真话”"), "the source keeps its own");
    window.click("Traditional, Taiwan");
    window.until("Taiwan is shown", |session| shows(session, "說「真話」"));
}

/// Marks of each region on top of conversions of each kind, made once.
static CONVERTERS: LazyLock<Vec<(Script, Arc<dyn Convert>)>> = LazyLock::new(|| {
    let inner = [None, Some(Config::S2twp), Some(Config::S2t)];
    let inner = inner.map(|config| {
        let open = |config| Arc::new(Converter::open_with(config, Engine::default()).unwrap());
        config.map(|config| open(config) as Arc<dyn Convert>)
    });
    let scripts = [Script::Hans, Script::Tw, Script::Hk];
    let each = |script| inner.iter().map(move |inner| (script, punctuated(inner.clone(), script).unwrap()));
    scripts.into_iter().flat_map(each).collect()
});

proptest! {
    /// Whatever the text, both engines' maps stay exact in length, and putting the marks on twice changes nothing.
    #[test]
    fn maps_cover_both_texts_and_marks_are_put_on_once(text in "[“”‘’「」『』\"'a5 ,头发软件，。\n]{0,40}") {
        for (script, converter) in &*CONVERTERS {
            let view = converter.convert(&text);
            let (mapped, pieces) = converter.convert_mapped(&text).unwrap();
            prop_assert_eq!(&mapped, &view);
            prop_assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
            prop_assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), view.len());
            let map = OffsetMap::new(&text, &view, &**converter);
            for (at, _) in text.char_indices() {
                prop_assert!(view.is_char_boundary(map.view_from_source(at)));
            }
            prop_assert_eq!(punctuated(None, *script).unwrap().convert(&view), view.clone());
        }
    }

    /// Curly marks and corner marks lead back to each other.
    #[test]
    fn the_way_back_is_the_way_there(text in "[“”‘’头发，。\n]{0,40}") {
        let there = punctuated(None, Script::Tw).unwrap().convert(&text);
        prop_assert_eq!(punctuated(None, Script::Hans).unwrap().convert(&there), text);
    }
}
