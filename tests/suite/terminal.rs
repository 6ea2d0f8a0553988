//! What documents, names and dictionaries may hold does no harm on the command line: line ends of all kinds, control
//! characters, lists of mistakes, words without end.

use std::ffi::OsStr;
use std::process::{Command, Output};

use crate::support::Folder;

/// Exit code, standard output and standard error of the program with these arguments, in English.
fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    let Output { status, stdout, stderr } = command.args(arguments).args(["--lang", "en"]).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn every_kind_of_line_end_ends_a_line_in_outline_search_info_and_export() {
    let folder = Folder::new();
    let lines = ["一、水車", "水車停了三年。", "二、石磨", "石磨也停了。", "三、油坊", "油坊還在。"];
    for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\r\r\n"] {
        let file = folder.file("a.txt", lines.join(end));
        let file = file.to_str().unwrap();
        let (code, stdout, _) = run(["outline", file, "--format", "tsv"]);
        assert_eq!(
            (code, stdout.as_str()),
            (Some(0), "1\t0\t1\t一、\t水車\n3\t0\t1\t二、\t石磨\n5\t0\t1\t三、\t油坊\n"),
            "{end:?}"
        );
        let (_, stdout, _) = run(["search", file, "石磨也"]);
        assert!(stdout.starts_with("4:1\t2\t"), "{end:?}: {stdout}");
        let (_, stdout, _) = run(["info", file]);
        assert!(stdout.contains("binary      no") && stdout.contains("lines       6"), "{end:?}: {stdout}");
        let (_, stdout, _) = run(["export", file, "--sections", "2", "--format", "txt", "-o", "-"]);
        assert_eq!(stdout.lines().collect::<Vec<_>>(), ["二、石磨", "", "石磨也停了。"], "{end:?}");
    }
    // Several kinds in one file: they part paragraphs, and line feeds alone number lines, as for other programs.
    let file = folder.file(
        "b.txt",
        "一、甲木\r\n甲木長三里。\r二、乙木\r乙木長五里。\n三、丙木\u{2028}丙木已經填了。\n四、丁木\n",
    );
    let (_, stdout, _) = run(["outline", file.to_str().unwrap(), "--format", "tsv"]);
    let found: Vec<_> = stdout.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(found, ["1", "2", "3", "4"]);
}

#[test]
fn what_a_review_quotes_ends_at_every_kind_of_line_end() {
    let folder = Folder::new();
    let file =
        folder.file("a.txt", "花開滿園。\u{c}他們說話嚴重製約了發展壯大。\r頭髮長了。\n第二行也是這樣的。\n");
    let (_, stdout, _) = run(["review", file.to_str().unwrap(), "--format", "json"]);
    for quoted in [r#""before": "他們說話嚴重""#, r#""after": "約了發展壯大。""#] {
        assert!(stdout.contains(quoted), "{stdout}");
    }
}

#[test]
fn nothing_of_a_document_or_its_name_commands_the_terminal() {
    let folder = Folder::new();
    let text = "一、標\u{1b}[31m題\u{202e}甲\n\n正文\u{9b}\u{7}甲。\n\n二、乙\n\n正文。\n";
    let file = folder.file("a\u{1b}]0;x\u{7}\u{202e}.txt", text);
    let none = folder.path("none\u{1b}[2J.txt");
    let is_harmless = |text: &str| !text.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']);
    let file = file.to_str().unwrap();
    for arguments in [
        vec!["outline", file],
        vec!["search", file, "甲"],
        vec!["search", file, "無此詞\u{1b}[1m"],
        vec!["info", file],
        vec!["review", file],
        vec!["outline", none.to_str().unwrap()],
    ] {
        let (_, stdout, stderr) = run(&arguments);
        assert!(is_harmless(&stdout) && is_harmless(&stderr), "{arguments:?}: {stdout} {stderr}");
    }
    // Machine output is what the text is.
    assert!(run(["outline", file, "--format", "tsv"]).1.contains("標\u{1b}[31m題"));
}

#[test]
fn many_mistakes_of_a_dictionary_are_told_in_few_lines() {
    let folder = Folder::new();
    let text = folder.file("a.txt", "头发在这里。\n");
    let words = folder.file("words.txt", "no entry\n".repeat(20_000));
    let arguments = ["convert", "--to", "tw", "--dict", words.to_str().unwrap(), text.to_str().unwrap()];
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stdout.as_str()), (Some(0), "頭髮在這裡。\n"));
    assert_eq!(stderr.lines().count(), 6, "{stderr}");
    assert!(stderr.ends_with("words.txt, 19995 more lines are no entries\n"), "{stderr}");
}

#[test]
fn a_word_longer_than_any_word_is_told_and_passed_over() {
    let folder = Folder::new();
    let text = folder.file("a.txt", "头".repeat(100_000));
    let words = folder.file("words.txt", format!("{}\tx\n头\t{}\n", "头".repeat(50_000), "y".repeat(2_000)));
    let arguments = ["convert", "--to", "tw", "--dict", words.to_str().unwrap(), text.to_str().unwrap()];
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stdout.len()), (Some(0), 300_000));
    assert!(
        stderr.contains("line 1: longer than 1024 bytes") && stderr.contains("line 2: longer"),
        "{stderr}"
    );
}
