//! What OpenCC would do to the program if it were let: take dictionaries from the folder of the document, abort on
//! damaged ones. Each case is a process of its own, for the working directory and the environment belong to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DATA: &str = "/usr/share/opencc";

/// Runs `gangmu convert` on a document in `folder`, from there.
fn convert(folder: &Path, text: &str, data: Option<&Path>) -> Output {
    fs::File::create(folder.join("text.txt"))
        .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
        .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.args(["--lang", "en", "convert", "text.txt", "--to", "hant", "--engine", "opencc"]);
    command.current_dir(folder);
    command.env_remove("GANGMU_OPENCC_DIR");
    if let Some(data) = data {
        command.env("GANGMU_OPENCC_DIR", data);
    }
    command.output().unwrap()
}

/// A copy of what the configuration s2t needs.
fn copy_of_data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["s2t.json", "STPhrases.ocd2", "STCharacters.ocd2"] {
        fs::copy(Path::new(DATA).join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn cut_off(file: &PathBuf) {
    let length = fs::metadata(file).unwrap().len();
    fs::OpenOptions::new().write(true).open(file).unwrap().set_len(length / 2).unwrap();
}

#[test]
fn dictionaries_beside_a_document_do_not_change_its_text() {
    let folder = tempfile::tempdir().unwrap();
    // Dictionaries that know no simplified character, under the names that OpenCC looks for.
    for name in ["STPhrases.ocd2", "STCharacters.ocd2"] {
        fs::copy(Path::new(DATA).join("TWVariants.ocd2"), folder.path().join(name)).unwrap();
    }
    fs::copy(Path::new(DATA).join("t2tw.json"), folder.path().join("s2t.json")).unwrap();
    let output = convert(folder.path(), "头发", None);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "頭髮");

    let config = Path::new(DATA).join("s2t.json");
    let mut trapped = Command::new("opencc");
    trapped.arg("-c").arg(config).args(["-i", "text.txt"]).current_dir(folder.path());
    let trapped = trapped.output().unwrap();
    assert_ne!(
        String::from_utf8_lossy(&trapped.stdout),
        "頭髮",
        "the trap is no trap: this test proves nothing"
    );
}

#[test]
fn a_dictionary_that_is_cut_off_is_an_error_and_no_abort() {
    let data = copy_of_data();
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(String::from_utf8_lossy(&convert(folder.path(), "头发", Some(data.path())).stdout), "頭髮");
    cut_off(&data.path().join("STPhrases.ocd2"));
    let output = convert(folder.path(), "头发", Some(data.path()));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("STPhrases.ocd2"), "{message}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_configuration_that_is_cut_off_is_an_error_too() {
    let data = copy_of_data();
    let folder = tempfile::tempdir().unwrap();
    cut_off(&data.path().join("s2t.json"));
    let output = convert(folder.path(), "头发", Some(data.path()));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("s2t.json"));
}

#[test]
fn missing_data_are_an_error_that_says_where_they_were_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let output = convert(folder.path(), "头发", Some(&folder.path().join("nowhere")));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere"));
}

#[test]
fn nothing_is_left_in_the_temporary_directory() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = tempfile::tempdir().unwrap();
    fs::File::create(folder.path().join("text.txt")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.args(["convert", "text.txt", "--from", "hans", "--to", "hant"]).current_dir(folder.path());
    let status = command.env("TMPDIR", temporary.path()).status().unwrap();
    assert!(status.success());
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
}
