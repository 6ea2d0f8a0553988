//! What a text has in the other script stays as it is where the reader asks for it: on the command line and, with view,
//! copy and export, in the window.

use std::path::Path;
use std::process::Command;

use crate::support::Folder;

/// A simplified report with a traditional quotation, and a chapter of its own in traditional script.
const REPORT: &str = "一、发展\n\n他说“鄉里的幹部，後來去了皇后街”，这里的干部都听见了，大家发言。\n\n\
                      这几年县里发展图书馆，买书、办读书会，请来专家讲课，让乡亲们学会种田、养鸡、记账。\n\n\
                      二、附錄\n\n圖書館裏的鄉里志，皇后的書信，丑時出發，都在這裏，只有“干部”是另寫的。\n";

fn gangmu(arguments: &[&str], file: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gangmu"))
        .args(arguments)
        .arg(file)
        .args(["--lang", "en"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn quotations_and_paragraphs_in_the_other_script_are_kept_on_demand() {
    let folder = Folder::new();
    let file = folder.file("a.txt", REPORT);
    let kept = gangmu(&["convert", "--to", "hant", "--keep-quoted"], &file);
    assert!(kept.contains("“鄉里的幹部，後來去了皇后街”，這裏的幹部都聽見了，大家發言。"), "{kept}");
    assert!(
        kept.contains("圖書館裏的鄉里志，皇后的書信，丑時出發，都在這裏，只有“干部”是另寫的。"),
        "{kept}"
    );
    let spoilt = gangmu(&["convert", "--to", "hant"], &file);
    assert!(spoilt.contains("鄉裏") && spoilt.contains("醜時"), "{spoilt}");
    // Toward the document's own script, too, it stays what it is.
    let own = gangmu(&["convert", "--to", "hans", "--keep-quoted"], &file);
    assert_eq!(own, REPORT);
    let other = gangmu(&["convert", "--to", "hans"], &file);
    assert!(other.contains("乡里的干部") && other.contains("图书馆里"), "{other}");
    let out = folder.path("b.txt");
    let out = out.to_str().unwrap();
    gangmu(&["export", "--script", "tw", "--keep-quoted", "-o", out], &file);
    let exported = String::from_utf8(std::fs::read(out).unwrap()).unwrap();
    assert!(exported.contains("圖書館裏的鄉里志") && exported.contains("這裡的幹部都聽見了"), "{exported}");
}

#[test]
fn info_tells_parts_and_quotations_by_their_lines() {
    let folder = Folder::new();
    let file = folder.file("a.txt", REPORT);
    let text = gangmu(&["info"], &file);
    assert!(text.contains("parts       2: hans 1-7, hant 9\n"), "{text}");
    assert!(text.contains("line 3, 9\n"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&gangmu(&["info", "--format", "json"], &file)).unwrap();
    let stretches = json["mixture"]["quoted"]["stretches"].as_array().unwrap();
    assert_eq!(stretches[0]["text"], "鄉里的幹部，後來去了皇后街");
    assert_eq!((&stretches[0]["line"], &stretches[0]["column"]), (&3.into(), &4.into()));
    let plain = folder.file("b.txt", "一、发展\n\n大家发言。\n");
    let json: serde_json::Value =
        serde_json::from_str(&gangmu(&["info", "--format", "json"], &plain)).unwrap();
    assert_eq!(json["mixture"]["parts"].as_array().unwrap().len(), 0);
    assert_eq!(json["mixture"]["quoted"]["characters"], 0);
}

#[cfg(feature = "window")]
mod window {
    use egui::{self, Key, Modifiers};
    use gangmu::script::Script;
    use gangmu::session::{Action, Session, Source};

    use super::REPORT;
    use crate::support::write;
    use crate::window::Window;

    const QUOTED: &str = "鄉里的幹部，後來去了皇后街";

    fn choose(window: &mut Window) {
        window.click("Menu");
        window.click("Conversion");
        window.click("Keep quotations in the other script");
    }

    fn is_shown(session: &Session, script: Script) -> bool {
        session.open.as_ref().unwrap().script.shown() == script
    }

    #[test]
    fn view_copy_search_and_the_next_start_follow_the_choice() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        write(&file, REPORT);
        let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
        window.click("Traditional");
        window.until("it is traditional", |session| is_shown(session, Script::Hant));
        assert!(window.sees("丑時出發") || window.sees("醜時出發"));
        assert!(!window.sees(QUOTED));
        choose(&mut window);
        window.until("what is quoted is kept", |session| session.is_chosen(Action::ToggleQuoted));
        window.until("it is shown", |session| {
            let converter = session.open.as_ref().unwrap().script.converter();
            converter.is_some_and(|converter| converter.convert(REPORT).contains(QUOTED))
        });
        window.harness.run_steps(4);
        assert!(window.sees(QUOTED) && window.sees("這裏的幹部都聽見了") && window.sees("丑時出發"));
        window.press(Modifiers::COMMAND, Key::A);
        let copied = window.copied(egui::Event::Copy);
        assert!(copied.contains(QUOTED) && copied.contains("這裏的幹部都聽見了"), "{copied}");

        let Window { harness, folder } = window;
        let mut app = harness.into_state();
        eframe::App::on_exit(&mut app, None);
        let mut again = Window::open_in(folder, Some(Source::Path(file)));
        again.until("it is traditional", |session| is_shown(session, Script::Hant));
        again.harness.run_steps(4);
        assert!(again.session().is_chosen(Action::ToggleQuoted) && again.sees(QUOTED));
        choose(&mut again);
        again.until("all is converted", |session| !session.is_chosen(Action::ToggleQuoted));
        again.until("it is shown", |session| {
            let converter = session.open.as_ref().unwrap().script.converter();
            converter.is_some_and(|converter| !converter.convert(REPORT).contains(QUOTED))
        });
    }
}
