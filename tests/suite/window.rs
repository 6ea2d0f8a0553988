//! The window, driven by the names that a screen reader would hear, without a display.

use crate::support::write;

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use gangmu::export::{Format, Tick};
use gangmu::lang::Lang;
use gangmu::outline::SectionId;
use gangmu::script::Script;
use gangmu::session::Source;

mod driver;
mod opening;

pub(crate) use driver::Window;

const TEXT: &str = "演講集\n\n演講 篇1\n\n各位同學：\n\n一、發展圖書館\n\n圖書館裏有很多書。\n\n(一)買書\n\n每年買一百本書。\n\n\
                    (二)借書\n\n每人每次借三本書。\n\n二、頭髮與發展\n\n理髮之後再談發展。\n\n演講 篇2\n\n一、回顧\n\n去年很好。\n\n二、展望\n\n明年更好。\n";

#[test]
fn the_first_start_shows_the_sample_with_its_outline() {
    let window = Window::open(None);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!(*open.source(), Source::Sample);
    let parts = open.document().outline().sections().iter().filter(|section| section.level == 1).count();
    assert_eq!(parts, 6);
    assert!(window.sees("篇1"));
}

#[test]
fn a_click_on_a_section_goes_there() {
    let mut window = Window::text(TEXT);
    window.go_to("二、展望");
    let open = window.session().open.as_ref().unwrap();
    let text = open.document().text();
    assert_eq!(
        open.current().map(|id| open.document().outline().get(id).unwrap().title_text(text)),
        Some("展望".into())
    );
    assert!(
        window
            .harness
            .get_by_role_and_label(Role::TreeItem, "二、展望")
            .accesskit_node()
            .is_selected()
            .unwrap_or_default()
    );
}

#[test]
fn a_switch_of_script_keeps_place_ticks_and_outline() {
    let mut window = Window::text(TEXT);
    window.go_to("二、頭髮與發展");
    window.click("Tick (一)買書");
    let (place, ticks) = {
        let open = window.session().open.as_ref().unwrap();
        (open.place(), open.outline.ticks().clone())
    };
    window.click("Simplified");
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    window.harness.run_steps(3);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!((open.place(), open.outline.ticks()), (place, &ticks));
    assert!(window.sees("二、头发与发展"), "the outline follows");
    assert!(window.sees("理发之后再谈发展。"), "the text follows");
    window.click("As in the file");
    assert!(window.sees("理髮之後再談發展。"));
}

#[test]
fn a_tick_takes_all_below_and_leaves_those_above_half_ticked() {
    let mut window = Window::text(TEXT);
    window.click("Tick 一、發展圖書館");
    let open = window.session().open.as_ref().unwrap();
    let state = |index| open.outline.ticks().state(SectionId::new(index));
    assert_eq!([0, 1, 2, 3, 4].map(state), [Tick::Half, Tick::On, Tick::On, Tick::On, Tick::Off]);
}

#[test]
fn folding_hides_what_is_below() {
    let mut window = Window::text(TEXT);
    assert!(window.has_row("(一)買書"));
    window.click("Fold 一、發展圖書館");
    assert!(!window.has_row("(一)買書"));
    window.click("Unfold 一、發展圖書館");
    assert!(window.has_row("(一)買書"));
}

#[test]
fn the_filter_finds_headings_in_either_script() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.harness.event(egui::Event::Text("头发".into()));
    window.harness.run_steps(4);
    assert!(window.has_row("二、頭髮與發展"));
    assert!(!window.has_row("二、展望"));
}

#[test]
fn what_an_input_method_composes_is_not_looked_for() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.harness.event(egui::Event::Ime(egui::ImeEvent::Preedit {
        text: "zhan wang".into(),
        active_range_chars: None,
    }));
    window.harness.run_steps(2);
    assert_eq!(window.session().open.as_ref().unwrap().outline.filter(), "");
    // The end of a composition comes with the committed text, in one frame.
    window
        .harness
        .event(egui::Event::Ime(egui::ImeEvent::Preedit { text: String::new(), active_range_chars: None }));
    window.harness.event(egui::Event::Ime(egui::ImeEvent::Commit("展望".into())));
    window.harness.run_steps(3);
    assert_eq!(window.session().open.as_ref().unwrap().outline.filter(), "展望");
    assert!(!window.has_row("一、回顧"));
}

#[test]
fn a_composition_outlives_a_moment_without_the_focus_of_the_window() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    let composed = egui::ImeEvent::Preedit { text: "zhan wang".into(), active_range_chars: None };
    window.harness.event(egui::Event::Ime(composed));
    window.harness.run_steps(2);
    for focused in [false, true] {
        window.harness.input_mut().focused = focused;
        window.harness.run_steps(2);
    }
    let field = window.harness.get_by_role_and_label(Role::SearchInput, "Filter headings");
    assert_eq!(field.value().as_deref(), Some("zhan wang"));
    assert_eq!(window.session().open.as_ref().unwrap().outline.filter(), "");
}

#[test]
fn ticked_sections_are_exported_in_the_shown_script() {
    let mut window = Window::text(TEXT);
    window.click("Tick 二、頭髮與發展");
    window.click("Simplified");
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Format Word (.docx)");
    window.click("Markdown (.md)");
    assert_eq!(window.session().export_form().unwrap().format, Format::Md);
    window.click("Choose…");
    window.until("the target was picked", |s| s.export_form().unwrap().target.ends_with("picked.txt"));
    window.click("Export");
    let target = window.folder.path().join("picked.txt");
    window.until("the export is written", |s| s.exporting.is_none());
    let written = String::from_utf8(std::fs::read(&target).unwrap()).unwrap();
    assert_eq!(written.trim_end(), "二、头发与发展\n\n理发之后再谈发展。");
    assert!(window.sees("Exported picked.txt"));
}

#[test]
fn an_existing_file_is_replaced_only_when_the_reader_says_so() {
    let mut window = Window::text(TEXT);
    let target = window.folder.path().join("picked.txt");
    write(&target, "mine");
    window.click("Tick 二、展望");
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Choose…");
    window.until("the target was picked", |s| s.export_form().unwrap().target.ends_with("picked.txt"));
    window.click("Export");
    window.until("the reader is asked", |session| session.export_form().unwrap().asks());
    assert_eq!(std::fs::read(&target).unwrap(), b"mine");
    window.click("Replace");
    window.until("the export is written", |s| s.exporting.is_none());
    assert_ne!(std::fs::read(&target).unwrap(), b"mine");
}

#[test]
fn place_and_script_are_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("演講.txt");
    write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    window.go_to("二、頭髮與發展");
    window.click("Simplified");
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    let place = window.session().open.as_ref().unwrap().place();
    let Window { harness, folder } = window;
    let mut app = harness.into_state();
    eframe::App::on_exit(&mut app, None);
    let mut again = Window::open_in(folder, None);
    again.until("simplified is shown", |session| {
        session.open.as_ref().is_some_and(|o| o.script.shown() == Script::Hans)
    });
    let open = again.session().open.as_ref().unwrap();
    assert_eq!((open.place(), open.source().path()), (place, Some(file.as_path())));
}

#[test]
fn the_window_speaks_three_languages() {
    let mut window = Window::text(TEXT);
    for (name, outline) in [("繁體中文", "大綱"), ("简体中文", "大纲"), ("English", "Outline")] {
        let menus = match window.session().lang() {
            Lang::Hans => ("菜单", "语言"),
            Lang::Hant => ("選單", "語言"),
            Lang::En => ("Menu", "Language"),
        };
        window.click(menus.0);
        window.harness.get_by_label(menus.1).click_accesskit();
        window.harness.run_steps(6);
        window.click(name);
        assert!(window.sees(outline), "{name}");
    }
}

pub(crate) fn key_c(modifiers: Modifiers, pressed: bool) -> egui::Event {
    egui::Event::Key { key: Key::C, physical_key: None, pressed, repeat: false, modifiers }
}

#[test]
fn selected_text_is_copied_as_it_is_shown_in_the_file_and_with_its_headings() {
    let mut window = Window::text(TEXT);
    window.go_to("二、頭髮與發展");
    window.click("Simplified");
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    let mut copied = |modifiers| {
        // The window system makes an event of its own of the plain shortcut.
        let event = match modifiers {
            Modifiers::COMMAND => egui::Event::Copy,
            // One event, so one frame: the answer must not come before we look.
            _ => key_c(modifiers, true),
        };
        let text = window.copied(event);
        window.harness.event(key_c(modifiers, false));
        text
    };
    assert_eq!(copied(Modifiers::COMMAND), "二、头发与发展\n理发之后再谈发展。");
    assert_eq!(copied(Modifiers::COMMAND | Modifiers::SHIFT), "二、頭髮與發展\n理髮之後再談發展。");
    let citation = copied(Modifiers::COMMAND | Modifiers::ALT);
    assert!(citation.starts_with("二、头发与发展\n理发之后再谈发展。\n——"), "{citation}");
    assert!(citation.ends_with("› 演讲 篇1 › 二、头发与发展"), "{citation}");
}

#[test]
fn a_drag_selects_and_a_switch_of_script_keeps_it() {
    let mut window = Window::text(TEXT);
    let line = window.harness.get_by_role_and_label(Role::Paragraph, "圖書館裏有很多書。").rect();
    let middle = line.center().y + 4.0;
    // The paragraph is indented by two characters of 18 points; the drag takes the next three.
    let [from, to] = [line.left() + 37.0, line.left() + 36.0 + 3.0 * 18.0].map(|x| egui::pos2(x, middle));
    window.harness.drag_at(from);
    window.harness.run_steps(2);
    window.harness.hover_at(to);
    window.harness.run_steps(2);
    window.harness.drop_at(to);
    window.harness.run_steps(2);
    let selected = |window: &Window| {
        let open = window.session().open.as_ref().unwrap();
        open.position.selection().unwrap().range().slice(open.document().text()).to_owned()
    };
    assert_eq!(selected(&window), "圖書館");
    window.click("Simplified");
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == Script::Hans
    });
    assert_eq!(selected(&window), "圖書館");
}

#[test]
fn a_paragraph_cut_in_two_is_read_as_one_and_can_be_seen_as_it_was() {
    let half = "我們修了堤，清了渠，又把去年被水沖走的三座小橋重新架了起來，鄉親們往返兩岸再不用繞遠路，孩子們上學也近了，";
    let rest = "連山裡的茶也運得出來了。";
    let mut window = Window::text(&format!("一、今年\n\n{half}\n\n{rest}\n\n二、明年\n\n再說。\n"));
    let whole = format!("{half}{rest}");
    assert!(window.harness.query_by_role_and_label(Role::Paragraph, &whole).is_some());
    window.click("Menu");
    window.harness.get_by_label("View").click_accesskit();
    window.harness.run_steps(6);
    window.click("Lines as in the file");
    assert!(window.harness.query_by_role_and_label(Role::Paragraph, half).is_some());
    assert!(window.harness.query_by_role_and_label(Role::Paragraph, rest).is_some());
}

#[test]
fn a_line_of_the_table_of_contents_leads_to_its_section() {
    let mut window = Window::text(
        "論文\n\n目錄\n\n一、緣起…………1\n\n二、方法 ……… 3\n\n三、結果 12\n\n\
         一、緣起\n\n這裡說緣起。\n\n二、方法\n\n這裡說方法。\n\n三、結果\n\n這裡說結果。\n",
    );
    window.harness.get_by_role_and_label(Role::Link, "三、結果 12").click();
    window.harness.run_steps(3);
    let open = window.session().open.as_ref().unwrap();
    let current = open.document().outline().get(open.current().unwrap()).unwrap();
    assert_eq!(current.title_text(open.document().text()), "結果");
}

#[test]
fn a_shortcut_with_a_key_too_many_is_another_shortcut() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    assert!(window.session().open.is_some(), "Ctrl+Shift+W is not Ctrl+W");
}
