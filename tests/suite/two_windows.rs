//! Two windows keep what they remember in the same files: neither loses what the other has done.

use std::path::Path;

use gangmu::outline::rules::Rule;
use gangmu::script::{Dictionary, Script};
use gangmu::session::Library;
use gangmu::session::library::{DocumentState, Record};
use gangmu::text::SourceOffset;

#[test]
fn two_windows_on_one_document_keep_what_either_did() {
    let folder = tempfile::tempdir().unwrap();
    let [mine, yours] = [(); 2].map(|()| Library::below(folder.path()));
    let of = |rules: &[&str], place| DocumentState {
        rules: rules.iter().map(|pattern| Rule { pattern: (*pattern).into(), level: 1 }).collect(),
        ..DocumentState::new(SourceOffset::new(place), Script::Source)
    };
    let save = |library: &Library, state: DocumentState| {
        crate::support::keep(library, &Record::Document { hash: "0a".into(), state });
    };
    let kept = || Library::below(folder.path()).load_document("0a").0;
    save(&mine, of(&["甲"], 1));
    assert_eq!(yours.load_document("0a").0, of(&["甲"], 1));
    save(&yours, of(&["甲", "乙"], 7));
    save(&mine, of(&["甲", "丙"], 1));
    assert_eq!(kept(), of(&["甲", "乙", "丙"], 7));
    save(&yours, of(&["乙"], 7));
    assert_eq!(kept(), of(&["乙", "丙"], 7));
    save(&mine, of(&["甲", "丙"], 1));
    assert_eq!(kept(), of(&["乙", "丙"], 7), "saying the same again changes nothing");
}

#[test]
fn two_windows_keep_recent_files_settings_and_words_of_either() {
    let folder = tempfile::tempdir().unwrap();
    let [mine, yours] = [(); 2].map(|()| Library::below(folder.path()));
    let [(mut a, mut s, _), (mut b, mut t, _)] = [mine.load(), yours.load()];
    s.remember(Path::new("/甲.txt"));
    t.remember(Path::new("/乙.txt"));
    (a.text_size, b.points_shown) = (30.0, !b.points_shown);
    let words = [&mine, &yours].map(|library| library.load_words().0);
    let texts = ["頭髮\t頭髮\n", "皇后\t皇后\n"];
    for (library, records) in [
        (
            &mine,
            [
                Record::State(s),
                Record::Settings(a),
                Record::OwnWords(words[0].with_all(&Dictionary::parse(texts[0]))),
            ],
        ),
        (
            &yours,
            [
                Record::State(t),
                Record::Settings(b.clone()),
                Record::OwnWords(words[1].with_all(&Dictionary::parse(texts[1]))),
            ],
        ),
    ] {
        for record in &records {
            crate::support::keep(library, record);
        }
    }
    let fresh = Library::below(folder.path());
    let (settings, state, told) = fresh.load();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(state.recents.len(), 2);
    assert!((settings.text_size - 30.0).abs() < f32::EPSILON && settings.points_shown == b.points_shown);
    let words = fresh.load_words().0;
    assert!(texts.iter().all(|line| words.text().contains(line.trim())), "{}", words.text());
}
