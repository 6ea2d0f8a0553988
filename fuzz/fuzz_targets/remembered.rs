//! Whatever the files hold in which things are remembered: after a start and decisions nothing that was there is gone.
#![no_main]

use std::fs;
use std::path::Path;

use gangmu::script::Dictionary;
use gangmu::session::Library;
use gangmu::session::library::Record;
use libfuzzer_sys::fuzz_target;

const FILES: [&str; 4] =
    ["config/settings.toml", "state/state.json", "data/words.txt", "data/documents/0a.json"];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(FILES[usize::from(choice) % FILES.len()]);
    let above = path.parent().expect("it has one");
    fs::create_dir_all(above).expect("a folder");
    fs::write(&path, bytes).expect("a file");
    let library = Library::below(folder.path());
    let (mut settings, mut state, _) = library.load();
    let words = library.load_words().0;
    let document = library.load_document("0a").0;
    library.layout();
    state.remember(Path::new("/new.txt"));
    settings.outline_shown ^= true;
    let words = words.with_all(&Dictionary::parse("里\t裡\n"));
    for record in [
        Record::Settings(settings),
        Record::State(state),
        Record::OwnWords(words),
        Record::Document { hash: "0a".to_owned(), state: document },
    ] {
        library.save(&record).expect("it is written");
    }
    let kept = |path: std::path::PathBuf| fs::read(path).is_ok_and(|kept| kept == bytes);
    let is_aside = fs::read_dir(above).expect("a folder").flatten().any(|entry| kept(entry.path()));
    if !is_aside {
        // It was understood, and what is there is understood again.
        let again = Library::below(folder.path());
        let (_, _, told) = again.load();
        assert!(told.is_empty() && again.load_document("0a").1.is_empty());
        let now = fs::read(&path).expect("it is there");
        if path.ends_with("words.txt") {
            let now = String::from_utf8(now).expect("it is text");
            let before = std::str::from_utf8(bytes).expect("it was understood");
            assert!(before.trim_start_matches('\u{feff}').lines().all(|line| now.contains(line)));
        }
    }
});
