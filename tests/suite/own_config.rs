//! A configuration of OpenCC's that the reader has chosen: used where it is whole, told of where it is broken, and never
//! the end of the program.

use std::path::{Path, PathBuf};

use gangmu::script::{ConfigErrorKind as Kind, Convert as _, ConvertError, OwnFile};
use proptest::prelude::*;

use crate::support::{Folder, write};

const WHOLE: &str = r#"{
    "name": "mine",
    "segmentation": { "type": "mmseg", "dict": { "type": "text", "file": "words.txt" } },
    "conversion_chain": [
        { "dict": { "type": "group", "dicts": [
            { "type": "text", "file": "words.txt" },
            { "type": "ocd2", "file": "STPhrases.ocd2" },
            { "type": "ocd2", "file": "STCharacters.ocd2" } ] } },
        { "dict": { "type": "text", "file": "sub/later.txt" } }
    ]
}"#;

const WORDS: &str = "# mine\n头发\t頭毛 頭髮\nabc,\tx\n\n";

fn folder(config: &str, words: impl AsRef<[u8]>) -> (Folder, PathBuf) {
    let folder = Folder::new();
    let sub = folder.path("sub");
    gangmu::session::files::make_folder(&sub).unwrap();
    write(sub.join("later.txt"), "裏\t裡\n");
    folder.file("words.txt", words);
    let path = folder.file("mine.json", config);
    (folder, path)
}

/// What is wrong, and with which file.
fn wrong(path: &Path) -> (String, Kind) {
    match OwnFile::open(path) {
        Err(ConvertError::Own(error)) => {
            (error.path.file_name().unwrap().to_string_lossy().into_owned(), error.kind)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn dictionaries_lie_beside_the_configuration_or_among_those_of_opencc() {
    let (files, path) = folder(WHOLE, WORDS);
    let own = OwnFile::open(&path).unwrap();
    assert_eq!(own.convert("头发在这里，abc,\0发展\n这里\n"), "頭毛在這裡，x\0發展\n這裡\n");
    assert_eq!(own.convert(""), "");
    // What was opened does not depend on the files any more.
    drop(files);
    assert_eq!(own.convert("头发"), "頭毛");
}

#[test]
fn offsets_through_an_own_configuration_are_never_wrong() {
    let (_folder, path) = folder(WHOLE, WORDS);
    let own = OwnFile::open(&path).unwrap();
    let source = "头发，abc,在这里。";
    let view = own.convert(source);
    let map = gangmu::script::OffsetMap::new(source, &view, &own);
    let within = map.view_range(source.find("这里").unwrap()..source.len());
    assert_eq!(view.get(within), Some("這裡。"));
}

#[test]
fn what_is_wrong_is_told_with_its_file() {
    let broken = |from: &str, to: &str| {
        assert!(WHOLE.contains(from));
        let (_folder, path) = folder(&WHOLE.replace(from, to), WORDS);
        wrong(&path)
    };
    assert!(matches!(broken("\"mmseg\"", "\"other\""), (_, Kind::UnknownType(name)) if name == "other"));
    assert!(matches!(broken("\"ocd2\"", "\"ocd\""), (_, Kind::UnknownType(name)) if name == "ocd"));
    assert!(matches!(broken("\"conversion_chain\"", "\"chain\""), (_, Kind::Lacks("conversion_chain"))));
    assert!(matches!(broken("\"segmentation\"", "\"cutting\""), (_, Kind::Lacks("segmentation"))));
    assert!(matches!(broken("\"dicts\"", "\"dictionaries\""), (_, Kind::Lacks("dicts"))));
    assert!(matches!(broken("\"file\"", "\"path\""), (_, Kind::Lacks("file"))));
    assert!(matches!(broken("\"name\"", "name"), (_, Kind::NotJson { line: 2, .. })));
    let (file, kind) = broken("STPhrases.ocd2", "None.ocd2");
    assert!(file == "None.ocd2" && matches!(kind, Kind::Missing));
    // The wrong type of dictionary, both ways.
    let (file, kind) = broken("\"text\", \"file\": \"words.txt\"", "\"text\", \"file\": \"STPhrases.ocd2\"");
    assert!(file == "STPhrases.ocd2" && matches!(kind, Kind::NotText));
    let (file, kind) = broken("STPhrases.ocd2", "words.txt");
    assert!(file == "words.txt" && matches!(kind, Kind::NotCompiled));
    assert!(matches!(broken("words.txt", "sub"), (file, Kind::NotFile) if file == "sub"));

    let of_words = |words: &[u8]| {
        let (_folder, path) = folder(WHOLE, words);
        wrong(&path).1
    };
    assert!(matches!(of_words("头发 頭髮\n".as_bytes()), Kind::BadEntry { line: 1 }));
    assert!(matches!(of_words("发\t發\n\t空\n".as_bytes()), Kind::BadEntry { line: 2 }));
    assert!(matches!(of_words("发\t \n".as_bytes()), Kind::BadEntry { line: 1 }));
    // OpenCC skips the mark, and looks for nothing without end.
    assert!(matches!(of_words("发\t發\n\u{feff}\tx\n".as_bytes()), Kind::BadEntry { line: 2 }));
    assert!(matches!(of_words(b"\xff\xfe"), Kind::NotText));
    assert!(matches!(of_words(b""), Kind::Empty));
    let long = "头".repeat(400);
    for entry in [format!("{long}\t頭\n"), format!("头\t{long}\n")] {
        assert!(matches!(of_words(entry.as_bytes()), Kind::BadEntry { line: 1 }));
    }

    let chain = r#"{ "dict": { "type": "text", "file": "words.txt" } },"#.repeat(64);
    let (_folder, path) =
        folder(&WHOLE.replace("\"conversion_chain\": [", &format!("\"conversion_chain\": [{chain}")), WORDS);
    assert!(matches!(wrong(&path), (_, Kind::TooMany { limit: 64 })));

    let nowhere = Path::new("/nowhere/mine.json");
    assert!(matches!(wrong(nowhere), (_, Kind::Missing)));
    assert!(matches!(wrong(Path::new("/dev/zero")), (_, Kind::NotFile)));
}

#[test]
fn a_large_text_is_converted_whole() {
    let (_folder, path) = folder(WHOLE, WORDS);
    let own = OwnFile::open(&path).unwrap();
    let line = "头发在这里，说不完的话。".repeat(2_000) + "\n";
    let text = line.repeat(5);
    let view = own.convert(&text);
    assert_eq!(view.matches("頭毛在這裡").count(), 10_000);
    assert_eq!(view.chars().count(), text.chars().count());
}

#[test]
fn the_command_line_converts_by_it_or_says_what_is_wrong() {
    let run = |arguments: &[&str], file: &Path| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gangmu"));
        let output = command.args(arguments).arg(file).args(["--lang", "en"]).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (folder, path) = folder(WHOLE, WORDS);
    let text = folder.file("a.txt", "头发在这里，“软件”。\n");
    let own = folder.file("own.txt", "软件\t軟體\n");
    let (path, own) = (path.to_str().unwrap(), own.to_str().unwrap());
    let (code, stdout, _) = run(&["convert", "--config", path], &text);
    assert_eq!((code, stdout.as_str()), (Some(0), "頭毛在這裡，“軟件”。\n"));
    let with = ["convert", "--config", path, "--to", "tw", "--dict", own, "--punctuation"];
    assert_eq!(run(&with, &text).1, "頭毛在這裡，「軟體」。\n");
    assert_eq!(run(&["convert", "--config", path, "--dict", own], &text).0, Some(2));
    assert_eq!(run(&["convert", "--config", path, "--to", "tw", "--careful"], &text).0, Some(2));
    assert_eq!(run(&["convert"], &text).0, Some(2));
    let bad = folder.file("bad.json", "{");
    let (code, stdout, stderr) = run(&["convert", "--config", bad.to_str().unwrap()], &text);
    assert_eq!((code, stdout.as_str()), (Some(1), ""));
    assert!(stderr.ends_with("bad.json: is not JSON: mistake in line 1, column 1\n"), "{stderr}");
}

/// A dictionary of OpenCC's, small enough to break it many times.
fn compiled() -> Option<Vec<u8>> {
    let folders = ["/usr/share/opencc", "/usr/local/share/opencc", "/usr/lib/x86_64-linux-gnu/opencc"];
    folders.iter().find_map(|folder| std::fs::read(Path::new(folder).join("HKVariants.ocd2")).ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_configuration_whatever_ends_the_program(config in ".{0,200}") {
        let (_folder, path) = folder(&config, WORDS);
        prop_assert!(OwnFile::open(&path).is_err());
    }

    #[test]
    fn no_damage_to_a_configuration_ends_the_program(
        at in any::<prop::sample::Index>(),
        with in "[\\[\\]{}\":,a-z0-9 \\\\\u{0}]{0,4}",
        taken in 0_usize..12,
    ) {
        let config = WHOLE.replace("STPhrases.ocd2", "HKVariants.ocd2").replace("STCharacters.ocd2", "words.txt");
        let from = config.floor_char_boundary(at.index(config.len()));
        let to = config.floor_char_boundary((from + taken).min(config.len()));
        let mut damaged = config;
        damaged.replace_range(from..to, &with);
        let (_folder, path) = folder(&damaged, WORDS);
        if let Ok(own) = OwnFile::open(&path) {
            own.convert("头发在这里，abc,\n");
        }
    }

    #[test]
    fn no_text_dictionary_whatever_ends_the_program(
        words in prop::collection::vec(any::<u8>(), 0..60),
        lines in "([头发里a,\t \n\r#\u{0}\u{feff}𠀀]{0,4}\t[頭髮裡 \t]{0,3}\n?){0,9}",
    ) {
        for words in [words.as_slice(), lines.as_bytes()] {
            let config = r#"{"segmentation": {"type": "mmseg", "dict": {"type": "text", "file": "words.txt"}},
                "conversion_chain": [{"dict": {"type": "text", "file": "words.txt"}}]}"#;
            let (_folder, path) = folder(config, words);
            if let Ok(own) = OwnFile::open(&path) {
                let text = "头发里a,\t#𠀀 头头发\n";
                prop_assert!(!own.convert(text).is_empty());
            }
        }
    }

    #[test]
    fn no_damaged_compiled_dictionary_ends_the_program(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let Some(mut bytes) = compiled() else { return Ok(()) };
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(length) = length {
            bytes.truncate(length.index(bytes.len()));
        }
        let config = r#"{"segmentation": {"type": "mmseg", "dict": {"type": "ocd2", "file": "words.txt"}},
                "conversion_chain": [{"dict": {"type": "ocd2", "file": "words.txt"}}]}"#;
        let (_folder, path) = folder(config, bytes);
        if let Ok(own) = OwnFile::open(&path) {
            own.convert("僞啓喫嫺媯峯幺抬擡");
        }
    }
}

#[cfg(feature = "window")]
mod window {
    use gangmu::script::Script;
    use gangmu::session::{Action, Session, Source};

    use super::{WHOLE, WORDS};
    use crate::support::write;
    use crate::window::Window;

    const TEXT: &str = "一、头发\n\n头发在这里。\n";

    fn shows(session: &Session, words: &str) -> bool {
        let open = session.open.as_ref().unwrap();
        open.script.converter().is_some_and(|converter| converter.convert(TEXT).contains(words))
    }

    fn choose(window: &mut Window, name: &str) {
        window.click("Menu");
        window.click("Conversion");
        window.click(name);
    }

    const OWN: &str = "Own configuration for this script…";

    #[test]
    fn the_script_that_is_shown_goes_by_the_own_configuration_and_falls_back() {
        let folder = tempfile::tempdir().unwrap();
        // What the dialog of tests answers with.
        let picked = folder.path().join("picked.txt");
        write(&picked, WHOLE.replace("sub/later.txt", "words.txt"));
        write(folder.path().join("words.txt"), WORDS);
        let file = folder.path().join("a.txt");
        write(&file, TEXT);
        let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
        assert!(!window.session().is_enabled(Action::ToggleOwnConfig), "the source is not converted");
        window.click("Traditional, Taiwan");
        window.until("Taiwan's script is shown", |session| shows(session, "頭髮在這裡"));
        choose(&mut window, OWN);
        window.until("the own configuration is used", |session| shows(session, "頭毛在這裏"));
        assert!(window.session().is_chosen(Action::ToggleOwnConfig));
        window.click("Traditional");
        window.until("others go as usual", |session| shows(session, "頭髮在這裏"));
        assert!(!window.session().is_chosen(Action::ToggleOwnConfig));
        window.click("Traditional, Taiwan");
        window.until("it is used again", |session| shows(session, "頭毛在這裏"));

        // It is remembered; a broken one is told of, and the script is shown all the same.
        let Window { harness, folder } = window;
        let mut app = harness.into_state();
        eframe::App::on_exit(&mut app, None);
        std::thread::sleep(std::time::Duration::from_millis(200));
        write(folder.path().join("words.txt"), "头发\n");
        let mut again = Window::open_in(folder, Some(Source::Path(file)));
        again.until("the usual way is taken", |session| shows(session, "頭髮在這裡"));
        assert!(again.sees("words.txt: line 1 is no entry"));
        assert_eq!(again.session().open.as_ref().unwrap().script.shown(), Script::Tw);
        choose(&mut again, OWN);
        again.until("it is not wanted any more", |session| !session.is_chosen(Action::ToggleOwnConfig));
        assert!(shows(again.session(), "頭髮在這裡") && again.session().settings.own_configs.is_empty());
    }

    #[test]
    fn the_library_converts_where_it_is_chosen() {
        let mut window = Window::text(TEXT);
        choose(&mut window, "Convert with the OpenCC library");
        window.click("Traditional");
        window.until("it is traditional", |session| shows(session, "頭髮在這裏"));
        let converter = format!("{:?}", window.session().open.as_ref().unwrap().script.converter());
        assert!(converter.contains("OpenCc"), "{converter}");
        assert!(window.session().is_chosen(Action::ToggleLibrary));
    }
}
