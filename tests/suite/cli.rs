//! The command line, run as its users run it.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use gangmu::outline::edit::{Change, Scope};
use gangmu::script::{Dictionary, Script};
use gangmu::session::library::DocumentState;
use gangmu::text::SourceOffset;
use sha2::{Digest as _, Sha256};

use crate::support::Folder;

mod exporting;

const SPEECHES: &str = "\
春耕工作講話 篇1
　　同志們：
　　一、抓緊備耕
　　今年雨水充足，各村要把種子、肥料和農具提前備好，不得延誤農時。
　　二、管好田間
　　秧苗返青以後，要及時除草、追肥、防蟲，專人負責，每週檢查一次。
春耕工作講話 篇2
　　一、總結經驗
　　去年的收成證明，只要水渠修得好，旱年也能保住八成。
　　二、安排人手
　　外出的青年已陸續返鄉，各隊要登記造冊，按地塊分工。
";

/// The program with these arguments, in English.
fn gangmu<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.args(arguments).args(["--lang", "en"]);
    command
}

/// Runs to the end; exit code, standard output and standard error.
fn run(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}

/// Runs with something on standard input.
fn run_with(command: &mut Command, stdin: &[u8]) -> (i32, Vec<u8>) {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap_or(-1), output.stdout)
}

/// Runs what has to fail with 1 and one line on standard error, and returns that line.
fn complaint(command: &mut Command) -> String {
    let (code, stdout, stderr) = run(command);
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
    let line = stderr.strip_suffix('\n').unwrap_or_default();
    assert!(!line.is_empty() && !line.contains('\n'), "not one line: {stderr:?}");
    line.to_owned()
}

fn os<'a>(arguments: &'a [&'a str], file: &'a Path) -> Vec<&'a OsStr> {
    arguments.iter().map(OsStr::new).chain([file.as_os_str()]).collect()
}

#[test]
fn a_package_is_refused_by_its_content_whatever_its_name() {
    let folder = Folder::new();
    for (name, bytes, why) in [
        ("報告.txt", &b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml"[..], "is damaged"),
        ("書.docx", &b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml"[..], "is a sheet"),
        ("紙.md", &b"Rar!\x1a\x07\x01\0"[..], "is a packed file"),
    ] {
        let file = folder.file(name, bytes);
        let line = complaint(&mut gangmu(os(&["outline"], &file)));
        assert!(line.contains(why), "{line}");
    }
}

#[test]
fn the_outline_is_printed_as_tsv_exactly() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let (code, stdout, stderr) = run(&mut gangmu(os(&["outline", "--format", "tsv"], &file)));
    assert_eq!(
        stdout,
        "1\t7\t1\t篇1\t春耕工作講話 篇1\n3\t2\t2\t一、\t抓緊備耕\n5\t2\t2\t二、\t管好田間\n\
         7\t7\t1\t篇2\t春耕工作講話 篇2\n8\t2\t2\t一、\t總結經驗\n10\t2\t2\t二、\t安排人手\n"
    );
    assert_eq!((code, stderr.as_str()), (0, ""));
}

#[test]
fn the_outline_is_printed_with_addresses_and_as_json() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let (_, stdout, _) = run(&mut gangmu(os(&["outline"], &file)));
    assert_eq!(
        stdout,
        "1 春耕工作講話 篇1\n  1.1 一、抓緊備耕\n  1.2 二、管好田間\n\
         2 春耕工作講話 篇2\n  2.1 一、總結經驗\n  2.2 二、安排人手\n"
    );
    let (_, stdout, _) = run(&mut gangmu(os(&["outline", "--format", "json"], &file)));
    let rows: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(rows[4]["address"], "2.1");
    assert_eq!((&rows[3]["rule"], &rows[4]["rule"]), (&"part".into(), &"han".into()));
    assert_eq!((&rows[4]["line"], &rows[4]["column"], &rows[4]["level"]), (&8.into(), &2.into(), &2.into()));
}

#[test]
fn what_is_odd_about_a_section_is_told_as_data() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES.replace("二、安排人手", "四、安排人手"));
    let (_, stdout, _) = run(&mut gangmu(os(&["outline", "--format", "json"], &file)));
    let rows: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(rows[5]["diagnoses"], serde_json::json!([{"kind": "missing", "first": 2, "count": 2}]));
    assert!(rows[4].get("diagnoses").is_none());
}

#[test]
fn a_dash_reads_standard_input() {
    let (code, stdout) = run_with(&mut gangmu(["outline", "-"]), SPEECHES.as_bytes());
    assert_eq!((code, String::from_utf8(stdout).unwrap().lines().count()), (0, 6));
}

#[test]
fn bad_input_is_explained_in_one_line() {
    let folder = Folder::new();
    let empty = folder.file("empty.txt", "");
    let outline = |file: &Path| complaint(&mut gangmu(os(&["outline"], file)));
    let missing = folder.path("missing.txt");
    assert_eq!(outline(&missing), format!("gangmu: {}: no such file", missing.display()));
    assert_eq!(
        outline(&folder.path("")),
        format!("gangmu: {}: is a folder, not a file", folder.path("").display())
    );
    assert_eq!(outline(&empty), format!("gangmu: {} is empty", empty.display()));
    assert_eq!(
        complaint(&mut gangmu(os(&["info"], &empty))),
        format!("gangmu: {} is empty", empty.display())
    );
    let blank = folder.file("blank.txt", " \n\u{3000}\n");
    let export = complaint(&mut gangmu(os(&["export", "--format", "md", "-o", "-"], &blank)));
    assert_eq!(export, format!("gangmu: {} is empty", blank.display()));
}

#[test]
fn a_text_without_sections_is_exported_whole() {
    let folder = Folder::new();
    let plain = folder.file("plain.txt", "沒有編號的一段話。\n\n還有一段。\n");
    for list in ["all", "0"] {
        let export =
            run(&mut gangmu(os(&["export", "--sections", list, "--format", "txt", "-o", "-"], &plain)));
        assert_eq!(export, (0, "沒有編號的一段話。\n\n還有一段。\n".to_owned(), String::new()));
    }
    let split = folder.path("parts");
    let mut command = gangmu(os(&["export", "--split", "--format", "txt", "-o"], &split));
    assert_eq!(run(command.arg(&plain)).0, 0);
    assert_eq!(std::fs::read_dir(&split).unwrap().count(), 1);
}

#[test]
fn errors_speak_the_language_that_is_asked_for() {
    let say =
        |tag| complaint(Command::new(env!("CARGO_BIN_EXE_gangmu")).args(["outline", "無", "--lang", tag]));
    assert_eq!(say("zh-Hans"), "gangmu: 無：没有这个文件");
    assert_eq!(say("zh-Hant"), "gangmu: 無：沒有這個檔案");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.args(["outline", "無"]).env_remove("LC_MESSAGES").env("LC_ALL", "zh_TW.UTF-8");
    assert_eq!(complaint(&mut command), "gangmu: 無：沒有這個檔案");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_file_system_does_not_hang() {
    let folder = Folder::new();
    let pipe = folder.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let said = complaint(&mut gangmu(os(&["outline"], &pipe)));
    assert_eq!(said, format!("gangmu: {}: is a pipe, a device or a link to nothing", pipe.display()));
    let said = complaint(&mut gangmu(["outline", "/dev/null"]));
    assert_eq!(said, "gangmu: /dev/null: is a pipe, a device or a link to nothing");
}

#[cfg(unix)]
#[test]
fn a_file_that_went_away_behind_its_link_is_missing() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let link = folder.path("link.txt");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(run(&mut gangmu(os(&["outline"], &link))).0, 0);
    std::fs::remove_file(&file).unwrap();
    let said = complaint(&mut gangmu(os(&["outline"], &link)));
    assert_eq!(said, format!("gangmu: {}: no such file", link.display()));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::File::open(&file).is_ok() {
        return; // The administrator may read everything.
    }
    let said = complaint(&mut gangmu(os(&["outline"], &file)));
    assert_eq!(said, format!("gangmu: {}: not permitted", file.display()));
}

#[test]
fn random_bytes_are_warned_of_and_read_on() {
    // A linear congruential generator: the same bytes in every run.
    let mut state = 20_260_101_u32;
    let bytes: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(1_000_000)
    .collect();
    let folder = Folder::new();
    let file = folder.file("noise.bin", bytes);
    for arguments in [&["outline"][..], &["info"], &["convert", "--to", "hans"]] {
        let (code, _, stderr) = run(&mut gangmu(os(arguments, &file)));
        assert_eq!(code, 0, "{stderr}");
        assert!(stderr.contains("does not look like a text"), "{arguments:?}: {stderr}");
    }
}

#[test]
fn mistakes_in_the_command_line_exit_with_2() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    for arguments in [
        &["outline", "--format", "xml"][..],
        &["convert"],
        &["convert", "--to", "source"],
        &["export", "--format", "pdb", "-o", "-"],
        &["export", "-o", "out.unknown"],
        &["export", "--split", "--format", "md", "-o", "-"],
        &["export", "--split", "--name-pattern", "{name}", "--format", "md", "-o", "x"],
        &["export", "--format", "md"],
        &["export", "--format", "md", "-o", "-", "--sections", "1,x"],
        &["export", "--format", "md", "-o", "-", "--sections", ","],
        &["outline", "--encoding", "klingon"],
        &["outline", "--frobnicate"],
    ] {
        let (code, stdout, stderr) = run(&mut gangmu(os(arguments, &file)));
        assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!stderr.is_empty(), "{arguments:?}");
    }
    assert_eq!(run(Command::new(env!("CARGO_BIN_EXE_gangmu")).arg("--help")).0, 0);
}

#[test]
fn conversion_keeps_line_ends_and_the_mark_at_the_start() {
    let folder = Folder::new();
    let text = "\u{feff}头发乾净。\r\n\r\n甲\n皇后和后面的人\r丙";
    let file = folder.file("a.txt", text);
    let (code, stdout, stderr) = run(&mut gangmu(os(&["convert", "--from", "hans", "--to", "hant"], &file)));
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert_eq!(stdout, "\u{feff}頭髮乾淨。\r\n\r\n甲\n皇后和後面的人\r丙");
    let (gbk, ..) = encoding_rs::GBK.encode("头发\r\n");
    let (code, stdout) =
        run_with(&mut gangmu(["convert", "-", "--encoding", "gbk", "--to", "tw", "--from", "hans"]), &gbk);
    assert_eq!((code, stdout), (0, "頭髮\r\n".as_bytes().to_vec()));
}

#[test]
fn conversion_in_pieces_equals_conversion_by_line() {
    let line = |n: usize| format!("第{n}行：头发、发展、皇后、后来，干净的干部。\n");
    let text: String = (0..40_000).map(line).collect();
    assert!(text.len() > 2 << 20, "more than two pieces");
    let (code, stdout) =
        run_with(&mut gangmu(["convert", "-", "--from", "hans", "--to", "hant"]), text.as_bytes());
    let expected: String =
        (0..40_000).map(|n| format!("第{n}行：頭髮、發展、皇后、後來，乾淨的幹部。\n")).collect();
    assert_eq!(code, 0);
    assert!(stdout == expected.as_bytes());
}

#[test]
fn a_text_of_unclear_script_is_left_alone_with_a_warning() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "a b c\n");
    let (code, stdout, stderr) = run(&mut gangmu(os(&["convert", "--to", "hans"], &file)));
    assert_eq!((code, stdout.as_str()), (0, "a b c\n"));
    assert!(stderr.contains("nothing converted"), "{stderr}");
}

#[test]
fn an_empty_text_converts_to_an_empty_text() {
    let (code, stdout) = run_with(&mut gangmu(["convert", "-", "--to", "hans"]), b"");
    assert_eq!((code, stdout), (0, Vec::new()));
}

#[test]
fn info_tells_what_is_known() {
    let folder = Folder::new();
    let file = folder.file("a.txt", format!("\u{feff}{SPEECHES}"));
    let (code, stdout, _) = run(&mut gangmu(os(&["info", "--format", "json"], &file)));
    assert_eq!(code, 0);
    let facts: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(
        (&facts["name"], &facts["encoding"], &facts["bom"]),
        (&"a.txt".into(), &"UTF-8".into(), &true.into())
    );
    assert_eq!(facts["size"], SPEECHES.len() + 3);
    assert_eq!(facts["characters"], SPEECHES.chars().count());
    assert_eq!(facts["lines"], 11);
    assert_eq!(facts["sections"], serde_json::json!({"1": 2, "2": 4}));
    assert_eq!(facts["script"], "hant");
    let evidence = &facts["evidence"]["traditional"];
    let count = evidence["count"].as_u64().unwrap();
    assert!(count > 10 && evidence["characters"][0]["count"].as_u64().unwrap() <= count);
    assert_eq!(
        (&facts["evidence"]["simplified"]["count"], &facts["warning"]),
        (&0.into(), &serde_json::Value::Null)
    );
    let (_, stdout, _) = run(&mut gangmu(os(&["info"], &file)));
    assert!(
        stdout.contains("converter   our own, with the dictionaries of OpenCC 1.4.2\nlibrary     "),
        "{stdout}"
    );
    assert!(stdout.contains("\nsections    6 (level 1: 2, 2: 4)\n"), "{stdout}");
}

#[test]
fn info_warns_of_what_a_conversion_would_spoil() {
    let folder = Folder::new();
    let mixed = folder.file("mixed.txt", "国家说话这里，國家說話這裡。");
    let (_, stdout, _) = run(&mut gangmu(os(&["info"], &mixed)));
    assert!(
        stdout.contains("script      mixed\n") && stdout.contains("\nwarning     both scripts"),
        "{stdout}"
    );
    // 乾 becomes 干, and that comes back as something else.
    let once = folder.file("once.txt", "說乾，說髮，說發。");
    let (_, stdout, _) = run(&mut gangmu(os(&["info", "--format", "json"], &once)));
    let facts: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert!(facts["configurations"]["hans"]["lost"].as_u64().unwrap() >= 1, "{stdout}");
    assert_eq!(facts["configurations"]["hant"]["lost"], serde_json::Value::Null);
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let text: String = (1..60_000).map(|n| format!("第{n}章 標題{n}\n正文第{n}段，說一些話。\n")).collect();
    let folder = Folder::new();
    let file = folder.file("a.txt", text);
    let mut command = gangmu(os(&["outline", "--format", "tsv"], &file));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut few = [0; 10];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut few).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn words_are_found_in_either_script_with_their_place_and_section() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let (code, stdout, stderr) = run(gangmu(os(&["search"], &file)).arg("水渠"));
    assert_eq!(stdout, "9:13\t2.1\t去年的收成證明，只要水渠修得好，旱年也能保住八成。\n");
    assert_eq!((code, stderr.as_str()), (0, ""));
    let (code, stdout, _) =
        run(gangmu(os(&["search", "--regex", "--format", "json"], &file)).arg("第|登記.冊"));
    let hits: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(
        (code, hits[0]["matched"].as_str(), hits[0]["section"].as_str()),
        (0, Some("登記造冊"), Some("2.2"))
    );
    assert!(complaint(gangmu(os(&["search"], &file)).arg("圖書館")).contains("圖書館"));
    for wrong in ["(", ""] {
        assert_eq!(run(gangmu(os(&["search", "--regex"], &file)).arg(wrong)).0, 2, "{wrong:?}");
    }
}
