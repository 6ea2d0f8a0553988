//! What is exported on the command line: what was chosen, whole, by its name, or not at all.

use super::*;

#[test]
fn sections_that_are_not_there_are_named() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let export = |list| {
        complaint(&mut gangmu(os(&["export", "--format", "txt", "-o", "-", "--sections", list], &file)))
    };
    assert_eq!(
        export("1,7"),
        "gangmu: --sections: there is nothing at 7; gangmu outline --kind all lists all addresses"
    );
    assert_eq!(export("2-1"), "gangmu: --sections: 2-1 is no ascending range under one heading");
}

#[test]
fn export_writes_what_was_chosen_and_replaces_only_by_force() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let out = folder.path("out.md");
    let export = |extra: &[&str]| {
        let mut command = gangmu(os(&["export", "--sections", "1.2"], &file));
        command.arg("-o").arg(&out).args(extra);
        command
    };
    assert_eq!(run(&mut export(&[])), (0, String::new(), String::new()));
    let expected = "## 二、管好田間\n\n秧苗返青以後，要及時除草、追肥、防蟲，專人負責，每週檢查一次。\n";
    assert_eq!(std::fs::read(&out).unwrap(), expected.as_bytes());
    let said = complaint(&mut export(&["--with-path"]));
    assert_eq!(said, format!("gangmu: {}: exists already; --force replaces it", out.display()));
    assert_eq!(std::fs::read(&out).unwrap(), expected.as_bytes());
    assert_eq!(run(&mut export(&["--with-path", "--force"])).0, 0);
    assert_eq!(std::fs::read(&out).unwrap(), format!("# 春耕工作講話 篇1\n\n{expected}").as_bytes());
    assert_eq!(folder.names(), ["a.txt", "out.md"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_nothing_is_left_there() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let to = |out: &Path| {
        let mut command = gangmu(os(&["convert", "--to", "hans", "--force"], &file));
        complaint(command.arg("-o").arg(out))
    };
    let nowhere = folder.path("no/out.txt");
    assert_eq!(to(&nowhere), format!("gangmu: {}: its folder does not exist", nowhere.display()));
    assert_eq!(
        to(&folder.path("")),
        format!("gangmu: {}: is a folder, not a file", folder.path("").display())
    );
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn the_document_itself_is_never_written_to() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    for verb in [&["convert", "--to", "hans", "--force"][..], &["export", "--force"]] {
        let mut command = gangmu(os(verb, &file));
        let said = complaint(command.arg("-o").arg(&file));
        assert!(said.contains("a.txt: is the document itself, which is never written to"), "{said}");
    }
    let mut split = gangmu(os(&["export", "--force", "--split", "--name-pattern", "{document}"], &file));
    let said = complaint(split.args(["--format", "txt", "-o"]).arg(folder.path("")));
    assert!(said.contains("is the document itself"), "{said}");
    assert_eq!(std::fs::read(&file).unwrap(), SPEECHES.as_bytes());
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn a_split_export_writes_a_file_for_each_section_or_none() {
    let folder = Folder::new();
    let file = folder.file("a.txt", SPEECHES);
    let parts = Folder::new();
    let out = parts.path("parts");
    let split = || {
        let mut command = gangmu(os(&["export", "--split", "--format", "txt", "--sections", "1-2"], &file));
        command.arg("-o").arg(&out);
        command
    };
    assert_eq!(run(&mut split()).0, 0);
    let first = std::fs::read(out.join("1 春耕工作講話 篇1.txt")).unwrap();
    assert!(String::from_utf8(first).unwrap().ends_with("每週檢查一次。\n"));
    std::fs::remove_file(out.join("1 春耕工作講話 篇1.txt")).unwrap();
    assert!(complaint(&mut split()).ends_with("2 春耕工作講話 篇2.txt: exists already; --force replaces it"));
    assert!(!out.join("1 春耕工作講話 篇1.txt").exists());
    let mut onto_file = gangmu(os(&["export", "--split", "--format", "txt"], &file));
    assert!(
        complaint(onto_file.arg("-o").arg(&file))
            .ends_with("a.txt: is a file, not a folder; choose another name")
    );
}

#[test]
fn headings_are_numbered_anew_and_files_named_by_a_pattern() {
    let folder = Folder::new();
    let file = folder.file("春耕.txt", SPEECHES);
    let out = folder.path("parts");
    let arguments =
        ["export", "--split", "--renumber", "--name-pattern", "{document}{address} {marker}{title}"];
    let more = ["--format", "txt", "--sections", "1.2,2.2"];
    let mut command = gangmu(arguments.iter().chain(&more).map(OsStr::new));
    assert_eq!(run(command.arg("-o").arg(&out).arg(&file)).0, 0);
    let mut names: Vec<_> = std::fs::read_dir(&out).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["春耕1.2 一、管好田間.txt", "春耕2.2 二、安排人手.txt"]);
    assert!(std::fs::read(out.join(&names[1])).unwrap().starts_with("二、安排人手".as_bytes()));
}

#[test]
fn a_profile_is_taken_by_its_name_and_what_is_said_beside_it_counts_first() {
    let home = Folder::new();
    let file = home.file("春耕.txt", SPEECHES);
    let command = |arguments: &[&str]| {
        let mut command = gangmu(os(arguments, &file));
        command
            .env("HOME", home.path(""))
            .envs(["CONFIG", "DATA", "STATE"].map(|kind| (format!("XDG_{kind}_HOME"), home.path(kind))));
        command
    };
    let export = ["export", "--profile", "摘 錄", "--sections", "1.2"];
    assert_eq!(
        complaint(&mut command(&export)),
        "gangmu: there is no profile “摘 錄”; profiles are kept in the window's export panel"
    );
    std::fs::create_dir_all(home.path("CONFIG/gangmu")).unwrap();
    let out = home.path("").to_string_lossy().into_owned();
    // As a hand writes it: of an older form, with what is not known.
    home.file(
        "CONFIG/gangmu/settings.toml",
        format!(
            "text_size = 20.0\n[[export_profiles]]\nname = \"摘 錄\"\nfolder = {out:?}\nformat = \"md\"\n\
             script = \"hans\"\nwith_path = true\nrenumber = true\nlater = 1\n[[export_profiles]]\nname = \"乙\"\n"
        ),
    );
    assert_eq!(
        complaint(&mut command(&["export", "--profile", "丙", "-o", "-"])),
        "gangmu: there is no profile “丙”; there are: 摘 錄, 乙"
    );
    assert_eq!(run(&mut command(&export)).0, 0);
    let written = std::fs::read(home.path("春耕-gangmu.md")).unwrap();
    assert!(String::from_utf8(written).unwrap().starts_with("# 春耕工作讲话 篇1\n\n## 一、管好田间\n"));
    assert!(
        complaint(&mut command(&export)).ends_with("春耕-gangmu.md: exists already; --force replaces it")
    );
    let beside = ["--with-path=false", "--script", "source", "--format", "txt", "-o", "-"];
    let (code, stdout, stderr) = run(&mut command(&[&export[..], &beside].concat()));
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(stdout.starts_with("一、管好田間\n"), "{stdout}");
    // One that says no folder and no format needs both.
    assert_eq!(run(&mut command(&["export", "--profile", "乙"])).0, 2);
}

#[test]
fn what_is_kept_for_a_document_counts_where_it_is_asked_for() {
    let home = Folder::new();
    let text = "一、修渠\n\n头发乱了。\n\n二、读书\n\n买书。\n";
    let file = home.file("a.txt", text);
    let command = |arguments: &[&str]| {
        let mut command = gangmu(os(arguments, &file));
        command
            .env("HOME", home.path(""))
            .envs(["CONFIG", "DATA", "STATE"].map(|kind| (format!("XDG_{kind}_HOME"), home.path(kind))));
        run(&mut command)
    };
    // What a window would have kept: the second heading taken out, a word of the document's own.
    let document = gangmu::document::Document::parse(text.as_bytes().to_vec(), None);
    let (outline, id) = (document.outline(), gangmu::outline::SectionId::new(1));
    let edit = outline.edit(document.text(), id, Scope::One, Change::Remove).unwrap();
    let state = DocumentState {
        edits: vec![edit],
        words: Dictionary::parse("修渠\t修河渠\n"),
        ..DocumentState::new(SourceOffset::default(), Script::Source)
    };
    let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    std::fs::create_dir_all(home.path("DATA/gangmu/documents")).unwrap();
    home.file(&format!("DATA/gangmu/documents/{hash}.json"), serde_json::to_vec(&state).unwrap());
    let plain = command(&["outline", "--format", "text"]);
    assert_eq!(command(&["outline", "--plain"]), plain);
    assert_eq!(plain.1.lines().count(), 2);
    assert_eq!(command(&["outline", "--as-kept"]).1.lines().count(), 1);
    let export = |keeping| {
        command(&["export", "--sections", "1", "--script", "hant", "--format", "txt", "-o", "-", keeping]).1
    };
    assert_eq!(export("--plain"), "一、修渠\n\n頭髮亂了。\n");
    assert_eq!(export("--as-kept"), "一、修河渠\n\n頭髮亂了。\n\n二、讀書\n\n買書。\n");
    assert_eq!(command(&["outline", "--plain", "--as-kept"]).0, 2);
}
