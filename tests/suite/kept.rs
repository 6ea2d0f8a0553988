//! What is remembered between starts is never lost: whatever the files hold, whatever is decided, and whoever else
//! writes there.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use gangmu::outline::rules::Rule;
use gangmu::script::{Dictionary, Script};
use gangmu::session::Library;
use gangmu::session::library::{DocumentState, Record, State};
use gangmu::settings::{OwnConfig, Settings};
use gangmu::text::SourceOffset;
use proptest::prelude::*;

use crate::support::Folder;

/// Where the library keeps what, below its folder.
const FILES: [&str; 4] =
    ["config/settings.toml", "state/state.json", "data/words.txt", "data/documents/0a.json"];

fn put(folder: &Folder, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    folder.file(name, bytes)
}

/// Every file below `folder` with what it holds.
fn all(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => found.extend(all(&entry.path())),
            kind if kind.is_file() => drop(found.insert(entry.path(), fs::read(entry.path()).unwrap())),
            _ => {}
        }
    }
    found
}

fn kept(folder: &Folder) -> Vec<Vec<u8>> {
    all(&folder.path("")).into_values().collect()
}

fn document() -> DocumentState {
    let rules = vec![Rule { pattern: "甲".into(), level: 1 }];
    DocumentState { rules, ..DocumentState::new(SourceOffset::new(7), Script::Tw) }
}

/// A decision of each kind, after a start. Returns how many of them could not be written.
fn start_and_decide(folder: &Folder) -> usize {
    let library = Library::below(&folder.path(""));
    let (settings, mut state, _) = library.load();
    let words = library.load_words().0;
    let before = library.load_document("0a").0;
    state.remember(Path::new("/新.txt"));
    let rules = [before.rules.clone(), document().rules].concat();
    let records = [
        Record::Settings(Settings { text_size: 31.0, ..settings }),
        Record::State(state),
        Record::OwnWords(words.with_all(&Dictionary::parse("里\t裡\n"))),
        Record::Document { hash: "0a".into(), state: DocumentState { rules, ..before } },
    ];
    records.iter().filter(|record| library.save(record).is_err()).count()
}

/// What is kept of each kind before anything is damaged.
fn whole(name: &str) -> Vec<u8> {
    let folder = Folder::new();
    let library = Library::below(&folder.path(""));
    let mut state = State::default();
    state.remember(Path::new("/舊.txt"));
    for record in [
        Record::Settings(Settings { text_size: 20.0, ..Settings::default() }),
        Record::State(state),
        Record::OwnWords(Dictionary::parse("# 我的\n头发\t頭髮\n")),
        Record::Document { hash: "0a".into(), state: document() },
    ] {
        crate::support::keep(&library, &record);
    }
    fs::read(folder.path(name)).unwrap()
}

/// A file of which not all is what it was.
fn damaged() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let damage = (any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 0..6), 0_usize..9);
    (prop::sample::select(FILES.to_vec()), prop::collection::vec(damage, 0..3), any::<bool>()).prop_map(
        |(name, damages, is_cut)| {
            let mut bytes = whole(name);
            for (at, with, taken) in damages {
                let from = at.index(bytes.len() + 1);
                let to = if is_cut { bytes.len() } else { (from + taken).min(bytes.len()) };
                bytes.splice(from..to, with);
            }
            (name, bytes)
        },
    )
}

/// Whether all of `before` is in `now`, fields of objects and entries of lists.
fn holds(now: &serde_json::Value, before: &serde_json::Value) -> bool {
    use serde_json::Value as V;
    match (before, now) {
        (V::Object(before), V::Object(now)) => {
            let is_nothing = |value: &V| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            before
                .iter()
                .all(|(key, value)| now.get(key).map_or_else(|| is_nothing(value), |now| holds(now, value)))
        }
        (V::Array(before), V::Array(now)) => before.iter().all(|item| now.iter().any(|now| holds(now, item))),
        _ => before == now,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_that_was_there_is_gone_after_a_start_and_decisions((name, bytes) in damaged()) {
        let folder = Folder::new();
        let path = put(&folder, name, &bytes);
        prop_assert_eq!(start_and_decide(&folder), 0);
        if !kept(&folder).contains(&bytes) {
            // It was understood, and goes on with what was decided.
            let (now, before) = (fs::read(&path).unwrap(), String::from_utf8(bytes).unwrap());
            let now = String::from_utf8(now).unwrap();
            match Path::new(name).extension().and_then(|extension| extension.to_str()) {
                Some("json") => {
                    let [mut now, mut before]: [serde_json::Value; 2] =
                        [&now, &before].map(|text| serde_json::from_str(text).unwrap());
                    // The form of the file is ours to say.
                    for value in [&mut now, &mut before] {
                        value.as_object_mut().unwrap().remove("schema");
                    }
                    prop_assert!(holds(&now, &before), "{} → {}", before, now);
                }
                Some("toml") => {
                    let before: toml::Table = toml::from_str(&before).unwrap();
                    let now: toml::Table = toml::from_str(&now).unwrap();
                    for (key, value) in before {
                        let is_empty = value.as_array().is_some_and(Vec::is_empty);
                        prop_assert!(is_empty || now.contains_key(&key), "{key}");
                    }
                }
                _ => for line in before.trim_start_matches('\u{feff}').lines() {
                    prop_assert!(now.contains(line), "{line:?} of {before:?} in {now:?}");
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_set_aside_or_left_alone() {
    for name in FILES {
        // Larger than anything of ours.
        let folder = Folder::new();
        let path = put(&folder, name, b"x");
        File::options().write(true).open(&path).unwrap().set_len((256 << 20) + 1).unwrap();
        assert_eq!(start_and_decide(&folder), 0, "{name}");
        let aside = fs::metadata(
            path.with_file_name(format!("{}.unreadable", path.file_name().unwrap().to_str().unwrap())),
        );
        assert_eq!(aside.unwrap().len(), (256 << 20) + 1, "{name}");
        // A folder, with something in it.
        let folder = Folder::new();
        put(&folder, &format!("{name}/a"), b"mine");
        assert_eq!(start_and_decide(&folder), 1, "{name}");
        assert!(kept(&folder).contains(&b"mine".to_vec()));
    }
}

#[test]
fn a_large_file_of_ours_is_read_and_goes_on() {
    let folder = Folder::new();
    let lines: String = (0..900_000).map(|number| format!("詞{number}\t詞條{number}\n")).collect();
    assert!(lines.len() > 17 << 20);
    put(&folder, "data/words.txt", lines.as_bytes());
    assert_eq!(start_and_decide(&folder), 0);
    let now = fs::read(folder.path("data/words.txt")).unwrap();
    assert!(now.starts_with(lines.as_bytes()) && now.len() > lines.len());
}

#[test]
fn what_is_set_aside_never_takes_the_place_of_what_was_set_aside_before() {
    let folder = Folder::new();
    for number in 0..5 {
        put(&folder, "state/state.json", format!("{{{number}").as_bytes());
        assert_eq!(start_and_decide(&folder), 0);
    }
    for number in 0..5 {
        assert!(kept(&folder).contains(&format!("{{{number}").into_bytes()), "{number}");
    }
}

#[test]
fn what_breaks_between_a_start_and_a_decision_is_set_aside_and_told() {
    for (name, record) in [
        ("state/state.json", Record::State(State::default())),
        ("config/settings.toml", Record::Settings(Settings::default())),
        ("data/documents/0a.json", Record::Document { hash: "0a".into(), state: document() }),
        ("data/words.txt", Record::OwnWords(Dictionary::parse("里\t裡\n"))),
    ] {
        let folder = Folder::new();
        let library = Library::below(&folder.path(""));
        assert_eq!(crate::support::keep(&library, &record), None);
        // Valid JSON and TOML are no state of ours yet.
        for broken in [&b"[1, 2]\xff"[..], b"{\"recents\": 5, \"rules\": 5}", b"rules = 5\n"] {
            put(&folder, name, broken);
            let aside = crate::support::keep(&library, &record);
            let is_text = name.ends_with("txt") && !broken.contains(&0xff);
            assert_eq!(aside.is_none(), is_text, "{name}");
            let there = kept(&folder);
            assert!(
                there.iter().any(|bytes| bytes.windows(broken.len()).any(|part| part == broken)),
                "{name}"
            );
        }
    }
}

#[test]
fn what_a_later_version_has_added_stays() {
    let folder = Folder::new();
    put(
        &folder,
        "state/state.json",
        br#"{"schema":9,"recents":[{"path":"/a","pinned":true}],"later":{"x":[1]}}"#,
    );
    assert_eq!(start_and_decide(&folder), 0);
    let now = fs::read(folder.path("state/state.json")).unwrap();
    let now: serde_json::Value = serde_json::from_slice(&now).unwrap();
    assert_eq!(now["later"], serde_json::json!({"x": [1]}));
    assert!(now["recents"].as_array().unwrap().iter().any(|recent| recent["pinned"] == true), "{now}");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_utf8_are_kept_byte_for_byte() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    let name = Path::new(std::ffi::OsStr::from_bytes(b"/tmp/\xc4\xbf\xc2\xbc.txt"));
    let library = Library::below(&folder.path(""));
    let (mut settings, mut state, _) = library.load();
    state.remember(Path::new("/別的.txt"));
    state.remember(name);
    state.remember_content(name, "0a");
    settings.own_configs.push(OwnConfig { script: Script::Tw, path: name.to_owned() });
    crate::support::keep(&library, &Record::State(state.clone()));
    crate::support::keep(&library, &Record::Settings(settings.clone()));
    let (settings_now, state_now, told) = Library::below(&folder.path("")).load();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!((state_now.recents, state_now.known), (state.recents, state.known));
    assert_eq!(settings_now.own_configs, settings.own_configs);
    // What was written before names could be anything is read as ever.
    put(&folder, "state/state.json", r#"{"recents": [{"path": "/目錄.txt"}]}"#.as_bytes());
    assert_eq!(Library::below(&folder.path("")).load().1.recents[0].path, Path::new("/目錄.txt"));
}

#[cfg(unix)]
#[test]
fn what_is_remembered_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    put(&folder, "data/words.txt", b"");
    start_and_decide(&folder);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for name in FILES.into_iter().chain(["data/lock"]) {
        assert_eq!(mode(&folder.path(name)), 0o600, "{name}");
    }
    for name in ["config", "state", "data/documents"] {
        assert_eq!(mode(&folder.path(name)), 0o700, "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_by_the_name_of_the_lock_holds_nothing_up() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("data")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path("data/lock")).status();
    assert!(made.unwrap().success());
    assert_eq!(start_and_decide(&folder), 0);
    assert_eq!(start_and_decide(&folder), 0);
}
