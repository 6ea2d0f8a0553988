//! The rings of the architecture, asserted from the sources: who may name whom.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

mod circles;

/// The modules in the order of the data's way: each may name only those above it.
const ORDER: &[&str] = &[
    "text", "progress", "decode", "import", "block", "outline", "script", "document", "fonts", "typeset",
    "search", "export", "lang", "settings", "session", "messages", "ui", "cli", "main",
];

/// The core: values and pure functions.
const CORE: &[&str] = &[
    "text", "progress", "decode", "import", "block", "outline", "script", "document", "fonts", "typeset",
    "search", "export", "lang", "settings",
];

/// What only some may name, and who.
const RESERVED: &[(&str, &[&str])] = &[
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("rfd", &["ui/shell/dialogs.rs"]),
    (
        "std::thread",
        &[
            "session/opening/child.rs",
            "session/jobs.rs",
            "session/jobs/converting.rs",
            "session/library/writer.rs",
        ],
    ),
    // The converter checks OpenCC's dictionaries before the C++ library, which would abort, reads them.
    ("std::fs", &["session/files", "script/converter"]),
    ("opencc_rust", &["script/converter.rs"]),
    ("std::time::Instant", &["session/jobs", "ui"]),
];

fn sources() -> BTreeMap<String, String> {
    fn visit(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, root, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let bytes = fs::read(&path).unwrap();
                found.insert(name, code_of(&String::from_utf8(bytes).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    visit(&root, &root, &mut found);
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The code without comments and without the unit tests at a file's foot.
fn code_of(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn module(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

#[test]
fn a_module_names_only_those_above_it() {
    let place = |name: &str| ORDER.iter().position(|module| *module == name);
    for (file, code) in sources().iter().filter(|(file, _)| *file != "lib.rs") {
        let own = place(module(file)).unwrap_or_else(|| panic!("{file} has no place in the order"));
        for (index, name) in ORDER.iter().enumerate().skip(own + 1) {
            for way in ["crate::", "gangmu::"] {
                let names = code.match_indices(&format!("{way}{name}")).any(|(at, found)| {
                    let rest = code.get(at + found.len()..).unwrap_or_default();
                    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                });
                assert!(!names, "src/{file} names {way}{name}, which is below it ({index} > {own})");
            }
        }
    }
}

#[test]
fn the_core_knows_neither_window_nor_threads_nor_files() {
    for (file, code) in sources() {
        for (name, allowed) in RESERVED {
            if allowed.iter().any(|place| file.starts_with(place)) || !code.contains(name) {
                continue;
            }
            let core = CORE.contains(&module(&file));
            panic!("src/{file} names {name}{}", if core { ", and it is of the core" } else { "" });
        }
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources().keys() {
        let lines = String::from_utf8(fs::read(root.join(file)).unwrap()).unwrap().lines().count();
        assert!(lines <= 400, "src/{file} has {lines} lines");
    }
}
