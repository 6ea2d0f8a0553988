//! Chinese typed with a real input method: fcitx5 with pinyin.

use std::path::Path;
use std::time::{Duration, Instant};

use super::TEXT;
use super::screen::Screen;
use super::screen_reader::{ScreenReader, is_served, role};
use crate::support::write;

/// A screen on which fcitx5 turns pinyin into simplified characters, and shows what is being composed in the field.
fn with_pinyin(folder: &Path) -> (Screen, String) {
    let settings = [
        ("config/fcitx5/conf/xim.conf", "UseOnTheSpot=True\n"),
        ("config/fcitx5/profile", PROFILE),
        ("data/fcitx5/rime/default.custom.yaml", "patch:\n  schema_list:\n    - schema: pinyin\n"),
        ("data/fcitx5/rime/pinyin.schema.yaml", SCHEMA),
        ("data/fcitx5/rime/pinyin.dict.yaml", DICTIONARY),
    ];
    for (name, text) in settings {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        write(path, text);
    }
    let (mut screen, bus) = Screen::with_bus(folder);
    // Xlib hands over what is composed only in a locale that is installed; this one always is.
    screen.set("LANG", "C.UTF-8");
    screen.set("XMODIFIERS", "@im=fcitx");
    screen.serve("fcitx5", &["--disable=wayland"], folder);
    // A window that has the focus before there is an input method is not told what is composed (winit 0.30).
    let start = Instant::now();
    while !is_served(&bus, "org.fcitx.Fcitx5") {
        assert!(start.elapsed() < Duration::from_secs(90), "fcitx5 does not start");
        std::thread::sleep(Duration::from_millis(100));
    }
    (screen, bus)
}

const PROFILE: &str = "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=rime\n\n[Groups/0/Items/0]\nName=rime\nLayout=\n\n\
                       [GroupOrder]\n0=Default\n";

/// Pinyin for Rime, fcitx5's engine, with as many words as the test needs: a real dictionary takes a minute to build.
const SCHEMA: &str = "schema: {schema_id: pinyin, name: pinyin, version: '1'}
engine:
  processors: [speller, selector, navigator, express_editor]
  segmentors: [abc_segmentor, fallback_segmentor]
  translators: [script_translator]
speller: {alphabet: zyxwvutsrqponmlkjihgfedcba}
translator: {dictionary: pinyin}
";
const DICTIONARY: &str = "---\nname: pinyin\nversion: '1'\nsort: by_weight\n...\n\n发\tfa\t9\n展\tzhan\t9\n发展\tfa zhan\t9\n头发\ttou fa\t9\n";

/// Where fcitx5 offers what the letters may stand for: left and top in pixels.
fn candidates(screen: &Screen) -> Option<(i32, i32)> {
    let id = screen.xdotool(&["search", "--onlyvisible", "--name", "Fcitx5 Input Window"]);
    let geometry = screen.xdotool(&["getwindowgeometry", "--shell", id.lines().last()?]);
    let value = |name: &str| geometry.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
    Some((value("X=")?, value("Y=")?))
}

#[test]
fn what_is_composed_stands_in_the_field_and_filters_nothing_before_it_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, bus) = with_pinyin(folder.path());
    let reader = ScreenReader::new(&bus);
    let file = folder.path().join("講話.txt");
    write(&file, TEXT);
    let mut program = screen.gangmu(folder.path(), &[&file]);
    // Xlib waits without end (XOpenIM) for the first answer of an input method, which one that has just started may
    // never give: a program that came so early is started once more.
    for _ in 0..3 {
        if program.is_shown_within(Duration::from_secs(20)) {
            break;
        }
        drop(program);
        program = screen.gangmu(folder.path(), &[&file]);
    }
    program.until("the outline is told", |_| reader.names(role::TREE_ITEM).len() == 6);
    program.focus();
    let filter = |told: &ScreenReader| told.find(role::ENTRY, "Filter headings").unwrap();

    // The input method needs a while before it takes its first letter.
    program.until("a letter is composed", |program| {
        program.keys("Escape");
        program.keys("ctrl+shift+o");
        program.types("fa");
        std::thread::sleep(Duration::from_secs(1));
        candidates(&screen).is_some()
    });
    program.types("zhan");
    // What is composed is laid out in parts, of which the screen reader is told the first.
    program.until("they stand in the field", |_| reader.text(&filter(&reader)).starts_with("fa"));
    assert_eq!(reader.names(role::TREE_ITEM).len(), 6, "nothing is looked for yet");
    let (left, top, width, height) = reader.extents(&filter(&reader));
    let (x, y) = candidates(&screen).unwrap();
    assert!(
        y >= top + height - 8 && y <= top + height + 24,
        "candidates at {y}, the field ends at {}",
        top + height
    );
    assert!((left..left + width).contains(&x), "candidates at {x}, the field at {left}");

    program.keys("space");
    program.until("the first candidate is looked for", |_| {
        reader.names(role::TREE_ITEM).contains(&"一、發展圖書館".to_owned())
            && reader.names(role::TREE_ITEM).len() == 3
    });
    assert_eq!(reader.text(&filter(&reader)), "发展");

    // The same in the box for places.
    program.keys("Escape");
    program.keys("ctrl+g");
    let place = "Words of a heading, pinyin initials, 3.2, 45% or L120";
    program.until("the box is open", |_| reader.find(role::ENTRY, place).is_some());
    let asked = || reader.find(role::ENTRY, place).map(|field| reader.text(&field)).unwrap_or_default();
    program.types("toufa");
    program
        .until("letters are composed again", |_| candidates(&screen).is_some() && asked().starts_with("tou"));
    program.keys("space");
    program.until("what is chosen stands in the field", |_| asked() == "头发");
    program.keys("Return");
    program
        .until("the section whose heading has it", |program| program.title().starts_with("二、頭髮與發展 "));
    program.quit();
}
