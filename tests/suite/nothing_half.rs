//! An export is written whole or not at all, in every format, and who could not write says what can be done.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use gangmu::export::Format;

use crate::support::Folder;

/// Enough for a file of some kilobytes in every format.
fn text() -> String {
    let paragraph = |number: usize| format!("第{number}條水渠由第{number}隊清淤，三日之內完工。\n");
    let section = |number: usize| {
        let own: String = (0..60).map(|line| paragraph(100 * number + line)).collect();
        format!("{number}. 修渠的第{number}步\n\n{own}\n")
    };
    (1..=3).map(section).collect()
}

/// What is exported: each format, and as many files in a folder.
fn ways() -> Vec<Vec<&'static str>> {
    let whole = Format::ALL.iter().map(|format| vec!["--format", format.extension()]);
    whole.chain([vec!["--format", "docx", "--split"], vec!["--format", "txt", "--split"]]).collect()
}

fn export(file: &Path, way: &[&str], out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.arg("export").arg(file).args(way).arg("-o").arg(out).args(["--lang", "en"]);
    command
}

/// Runs what has to fail; what it says.
fn complaint(command: &mut Command) -> String {
    let Output { status, stderr, .. } = command.output().unwrap();
    let said = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let folder = Folder::new();
    let file = folder.file("a.txt", text());
    for way in ways() {
        let out = folder.path("out");
        let command = export(&file, &way, &out);
        // Files of more than a few blocks are refused, as on a disk that is full.
        let mut limited = Command::new("sh");
        limited.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh"]).arg(command.get_program());
        let said = complaint(limited.args(command.get_args()));
        assert!(said.ends_with("no space left; make room, or choose another folder\n"), "{way:?}: {said}");
        assert_eq!(folder.names(), ["a.txt"], "{way:?}");
        // What was there is there still, when it was to be replaced.
        let old = if way.contains(&"--split") { None } else { Some(folder.file("out", "old")) };
        let _ = limited.arg("--force").output().unwrap();
        if let Some(old) = old {
            assert_eq!(std::fs::read(&old).unwrap(), b"old", "{way:?}");
            std::fs::remove_file(old).unwrap();
        }
        assert_eq!(folder.names(), ["a.txt"], "{way:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_behind_standard_output_is_told() {
    let folder = Folder::new();
    let file = folder.file("a.txt", text());
    for format in Format::ALL {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = export(&file, &["--format", format.extension()], Path::new("-"));
        let said = complaint(command.stdout(Stdio::from(full)));
        assert!(said.contains("standard output cannot be written"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_is_told_with_what_can_be_done() {
    let folder = Folder::new();
    let file = folder.file("a.txt", text());
    // Nobody can make a file there, the administrator neither.
    for way in ways() {
        let said = complaint(&mut export(&file, &way, Path::new("/sys/kernel/gangmu-export")));
        assert!(said.ends_with("; choose another folder\n"), "{way:?}: {said}");
    }
    assert!(
        complaint(&mut export(&file, &["--format", "md"], &folder.path("none/a.md")))
            .ends_with("its folder does not exist; choose another folder\n")
    );
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn a_name_that_exists_is_kept_unless_that_was_said() {
    let folder = Folder::new();
    let file = folder.file("a.txt", text());
    for way in ways() {
        let out = folder.path("out");
        assert!(export(&file, &way, &out).status().unwrap().success());
        let names = |out: &Path| std::fs::read_dir(out).map_or(0, Iterator::count);
        let (before, count) = (std::fs::read(&out).ok(), names(&out));
        let said = complaint(&mut export(&file, &way, &out));
        assert!(said.ends_with("exists already; --force replaces it\n"), "{said}");
        assert!(export(&file, &way, &out).arg("--force").status().unwrap().success());
        assert_eq!((std::fs::read(&out).ok().is_some(), names(&out)), (before.is_some(), count), "{way:?}");
        let _ = std::fs::remove_file(&out).or_else(|_| std::fs::remove_dir_all(&out));
        assert_eq!(folder.names(), ["a.txt"]);
    }
}
