//! Correcting the outline in the window, by mouse and by key.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use gangmu::session::Source;

use crate::window::Window;

const TEXT: &str = "演講集\n\n演講 篇1\n\n各位同學：\n\n一、發展圖書館\n\n圖書館裏有很多書。\n\n(一)買書\n\n每年買一百本書。\n\n\
                    (二)借書\n\n每人每次借三本書。\n\n二、衣食\n\n先說衣，再說食。\n\n演講 篇2\n\n一、回顧\n\n去年很好。\n\n\
                    三、展望\n\n明年更好。\n\n謝辭\n\n有三點：一是謝同學，二是謝老師，三是謝校工。\n";

const INFERRED: [&str; 7] =
    ["1 演講 篇1", "2 一、發展圖書館", "3 (一)買書", "3 (二)借書", "2 二、衣食", "1 演講 篇2", "2 一、回顧"];

/// Level and heading of the first seven sections.
fn outline(window: &Window) -> Vec<String> {
    let document = &window.session().open.as_ref().unwrap().document();
    let outline = document.outline();
    let rows = outline.ids().zip(outline.sections());
    let rows =
        rows.map(|(id, section)| format!("{} {}", section.level, outline.shown_heading(id, document.text())));
    rows.take(7).collect()
}

/// [`INFERRED`] with some rows replaced; an empty row is left out.
fn with(changes: &[(usize, &str)]) -> Vec<String> {
    let mut rows = INFERRED.map(str::to_owned);
    for (index, row) in changes {
        (*row).clone_into(&mut rows[*index]);
    }
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

impl Window {
    fn row<'a>(&'a self, heading: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by_role_and_label(Role::TreeItem, heading)
    }

    /// Opens the context menu of a row and chooses from it, and from the menus in it.
    fn choose(&mut self, heading: &str, path: &[&str]) {
        self.row(heading).click_secondary();
        self.harness.run_steps(4);
        for entry in path {
            self.harness.get_by_label(entry).click_accesskit();
            self.harness.run_steps(4);
        }
    }

    fn focus(&mut self, heading: &str) {
        self.row(heading).focus();
        self.harness.run_steps(3);
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.into()));
        self.harness.run_steps(3);
    }
}

#[test]
fn a_section_is_promoted_by_menu_and_by_key_and_that_is_undone_and_redone() {
    let mut window = Window::text(TEXT);
    assert_eq!(outline(&window), INFERRED);
    let promoted = with(&[(4, "1 二、衣食")]);
    window.choose("二、衣食", &["Promote"]);
    assert_eq!(outline(&window), promoted);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(outline(&window), INFERRED);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(outline(&window), promoted);
    window.press(Modifiers::COMMAND, Key::Z);
    window.focus("二、衣食");
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(outline(&window), promoted);
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(outline(&window), INFERRED);
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(outline(&window), INFERRED);
}

#[test]
fn ticks_folds_and_place_stay_with_their_headings() {
    let mut window = Window::text(TEXT);
    window.click("Tick 二、衣食");
    window.click("Fold 一、發展圖書館");
    window.go_to("一、回顧");
    let place = window.session().open.as_ref().unwrap().place();
    window.choose("演講 篇1", &["Not a heading"]);
    assert_eq!(outline(&window)[..2], ["1 一、發展圖書館", "2 (一)買書"]);
    let open = window.session().open.as_ref().unwrap();
    let ticked: Vec<_> = open
        .outline
        .ticks()
        .ids()
        .map(|id| open.document().outline().shown_heading(id, TEXT).into_owned())
        .collect();
    assert_eq!((ticked, open.place()), (vec!["二、衣食".to_owned()], place));
    assert!(!window.has_row("(一)買書"), "still folded");
    assert_eq!(open.document().outline().shown_heading(open.current().unwrap(), TEXT), "一、回顧");
}

#[test]
fn a_section_is_removed_by_key_only_where_the_outline_has_the_focus() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(outline(&window), INFERRED);
    window.focus("(二)借書");
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(outline(&window)[..4], ["1 演講 篇1", "2 一、發展圖書館", "3 (一)買書", "2 二、衣食"]);
    window.choose("(一)買書", &["Promote"]);
    window.choose("(一)買書", &["Merge with the next"]);
    assert_eq!(outline(&window)[..4], ["1 演講 篇1", "2 一、發展圖書館", "2 (一)買書", "1 演講 篇2"]);
}

#[test]
fn all_of_a_kind_are_corrected_at_once() {
    let mut window = Window::text(TEXT);
    window.choose("(一)買書", &["All of its kind (2)", "Promote all of its kind"]);
    assert_eq!(outline(&window), with(&[(2, "2 (一)買書"), (3, "2 (二)借書")]));
    window.choose("(一)買書", &["All of its kind (2)", "Demote all of its kind"]);
    assert_eq!(outline(&window), INFERRED);
    window.choose("(二)借書", &["All of its kind (2)", "None of its kind is a heading"]);
    assert_eq!(outline(&window)[..4], ["1 演講 篇1", "2 一、發展圖書館", "2 二、衣食", "1 演講 篇2"]);
}

#[test]
fn a_section_gets_another_name_and_the_text_keeps_its_own() {
    let mut window = Window::text(TEXT);
    window.focus("二、衣食");
    window.press(Modifiers::NONE, Key::F2);
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text("二、吃穿用度");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(outline(&window), with(&[(4, "2 二、吃穿用度")]));
    assert!(window.has_row("二、吃穿用度"));
    window.press(Modifiers::NONE, Key::F2);
    window.type_text("不要");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(outline(&window), with(&[(4, "2 二、吃穿用度")]));
    assert!(window.session().open.as_ref().unwrap().document().text().contains("二、衣食"));
}

#[test]
fn a_level_is_chosen_by_the_section_it_goes_below() {
    let mut window = Window::text(TEXT);
    window.choose("二、衣食", &["Level", "Level 4, under (二)借書"]);
    assert_eq!(outline(&window), with(&[(4, "4 二、衣食")]));
}

#[test]
fn a_row_is_dragged_to_another_level() {
    let mut window = Window::text(TEXT);
    let from = window.row("二、衣食").rect().center();
    window.harness.drag_at(from);
    for step in [0.0, -10.0, -16.0] {
        window.harness.hover_at(from + Pos2::new(step, 0.0).to_vec2());
        window.harness.run_steps(2);
    }
    assert!(window.session().open.as_ref().unwrap().outline.corrections().done().is_empty());
    window.harness.drop_at(from + Pos2::new(-16.0, 0.0).to_vec2());
    window.harness.run_steps(3);
    assert_eq!(outline(&window), with(&[(4, "1 二、衣食")]));
}

#[test]
fn a_row_is_dragged_onto_the_section_it_belongs_below() {
    let mut window = Window::text(TEXT);
    let [from, onto] = ["二、衣食", "(二)借書"].map(|heading| window.row(heading).rect().center());
    window.harness.drag_at(from);
    for to in [from.lerp(onto, 0.5), onto, onto] {
        window.harness.hover_at(to);
        window.harness.run_steps(2);
    }
    window.harness.drop_at(onto);
    window.harness.run_steps(3);
    assert_eq!(outline(&window), with(&[(4, "4 二、衣食")]));
}

#[test]
fn a_paragraph_becomes_a_heading() {
    let mut window = Window::text(TEXT);
    window.go_to("三、展望");
    let paragraph = window.harness.get_by_role_and_label(Role::Paragraph, "謝辭").rect();
    let at = paragraph.left_center() + Pos2::new(60.0, 0.0).to_vec2();
    window.harness.hover_at(at);
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        window.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    window.harness.run_steps(4);
    for entry in ["Make this a heading", "Level 1"] {
        window.harness.get_by_label(entry).click_accesskit();
        window.harness.run_steps(4);
    }
    assert!(window.has_row("謝辭"));
    assert!(window.harness.query_by_role_and_label(Role::Heading, "謝辭").is_some());
}

#[test]
fn the_outline_is_walked_by_keys() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::NONE, Key::F6);
    assert!(
        window.row("演講 篇1").is_focused() || window.session().open.as_ref().unwrap().current().is_none()
    );
    window.focus("演講 篇1");
    for key in [Key::ArrowDown, Key::ArrowDown] {
        window.press(Modifiers::NONE, key);
    }
    assert!(window.row("(一)買書").is_focused());
    window.press(Modifiers::NONE, Key::ArrowLeft);
    assert!(window.row("一、發展圖書館").is_focused());
    window.press(Modifiers::NONE, Key::ArrowLeft);
    assert!(!window.has_row("(一)買書"), "folded");
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.press(Modifiers::NONE, Key::Space);
    assert_eq!(window.session().open.as_ref().unwrap().outline.ticks().count(), 3);
    window.press(Modifiers::NONE, Key::End);
    assert!(window.row("三、展望").is_focused());
    window.press(Modifiers::NONE, Key::Enter);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!(open.document().outline().shown_heading(open.current().unwrap(), TEXT), "三、展望");
    // Who has gone there reads on, and comes back.
    assert!(!window.row("三、展望").is_focused());
    window.press(Modifiers::NONE, Key::F6);
    window.press(Modifiers::SHIFT, Key::F10);
    assert!(window.sees("Not a heading"));
    window.harness.run_steps(3);
    // The arrow keys go through the menu and not through the outline behind it, where the focus is afterwards.
    assert!(!window.row("三、展望").is_focused());
    window.press(Modifiers::NONE, Key::ArrowDown);
    let mut entries = window.harness.query_all_by_role(Role::MenuItem);
    assert!(entries.any(|entry| entry.accesskit_node().is_focused()));
    drop(entries);
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run_steps(3);
    assert!(!window.sees("Not a heading") && window.row("三、展望").is_focused());
}

#[test]
fn undo_in_a_field_is_the_fields_own() {
    let mut window = Window::text(TEXT);
    window.choose("二、衣食", &["Promote"]);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(outline(&window), with(&[(4, "1 二、衣食")]));
}

#[test]
fn a_document_opened_again_has_its_corrections_even_when_it_has_changed_a_little() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("演講.txt");
    crate::support::write(&file, TEXT);
    let mut window = Window::open_in(folder, Some(Source::Path(file.clone())));
    window.choose("二、衣食", &["Promote"]);
    window.choose("(一)買書", &["Not a heading"]);
    window.press(Modifiers::COMMAND, Key::Z);
    let leave = |window: Window| {
        let Window { harness, folder } = window;
        eframe::App::on_exit(&mut harness.into_state(), None);
        folder
    };
    let folder = leave(window);
    let mut again = Window::open_in(folder, None);
    assert_eq!(outline(&again), with(&[(4, "1 二、衣食")]));
    again.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(outline(&again)[2], "3 (二)借書");
    let folder = leave(again);
    crate::support::write(&file, TEXT.replace("各位同學：", "各位老師，各位同學，各位來賓：\n\n大家早。"));
    let mut changed = Window::open_in(folder, None);
    assert_eq!(outline(&changed)[..4], ["1 演講 篇1", "2 一、發展圖書館", "3 (二)借書", "1 二、衣食"]);
    crate::support::write(&file, TEXT.replace("(一)買書", ""));
    changed.press(Modifiers::COMMAND, Key::R);
    changed.until("the file is read again", |session| session.loading.is_none());
    assert!(changed.sees("1 outline corrections found no place") || changed.sees("found no place"));
}

#[test]
fn doubts_are_marked_listed_stepped_through_and_settled() {
    let mut window = Window::text(TEXT);
    assert!(window.sees("In doubt 三、展望"));
    window.press(Modifiers::NONE, Key::F8);
    let open = window.session().open.as_ref().unwrap();
    assert_eq!(open.document().outline().shown_heading(open.target().unwrap(), TEXT), "三、展望");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert!(window.sees("三、展望: number 2 is missing before it"));
    let count = window.session().open.as_ref().unwrap().outline.doubts().len();
    window.click("Confirm 三、展望");
    assert_eq!(window.session().open.as_ref().unwrap().outline.doubts().len(), count - 1);
    assert!(!window.sees("In doubt 三、展望"));
}

#[test]
fn points_are_shown_as_leaves_and_one_becomes_a_section() {
    let mut window = Window::text(TEXT);
    assert!(!window.has_row("二是謝老師"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert!(window.has_row("二是謝老師"));
    window.click("二是謝老師");
    let open = window.session().open.as_ref().unwrap();
    assert!(open.place().get() <= TEXT.find("二是謝老師").unwrap());
    let sections = open.document().outline().sections().len();
    window.focus("二是謝老師");
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(window.session().open.as_ref().unwrap().document().outline().sections().len(), sections);
    window.choose("二是謝老師", &["Make this a section"]);
    let open = window.session().open.as_ref().unwrap();
    let outline = open.document().outline();
    assert!(outline.ids().any(|id| outline.shown_heading(id, TEXT) == "二是謝老師"));
}

#[test]
fn a_point_is_ticked_by_mouse_and_by_key_and_its_section_is_half_ticked() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.click("Tick 二是謝老師");
    assert!(window.sees("1 point ticked"));
    window.focus("三是謝校工");
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.sees("2 points ticked"));
    let ticks = &window.session().open.as_ref().unwrap().outline.ticks();
    assert_eq!(ticks.state(gangmu::outline::SectionId::new(7)), gangmu::export::Tick::Half);
    window.choose("二、衣食", &["Not a heading"]);
    assert!(window.sees("2 points ticked"), "ticks stay with their points");
    window.click("Tick 三、展望");
    assert!(window.sees("1 section ticked"), "the section has its points");
    window.click("Tick 二是謝老師");
    let ticks = &window.session().open.as_ref().unwrap().outline.ticks();
    assert_eq!(ticks.state(gangmu::outline::SectionId::new(6)), gangmu::export::Tick::Half);
}

#[test]
fn points_before_the_first_section_have_rows_and_become_sections() {
    let text = "開場白。今天說三件事：一是修橋，二是鋪路，三是種樹。\n\n一、修橋\n\n橋要先修。\n\n二、鋪路\n\n路要後鋪。\n";
    let mut window = Window::text(text);
    assert!(!window.has_row("二是鋪路"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.click("Tick 二是鋪路");
    assert!(window.sees("1 point ticked"));
    let ticks = &window.session().open.as_ref().unwrap().outline.ticks();
    assert!(ticks.contains_point(gangmu::outline::PointId::new(1)) && ticks.count() == 0);
    window.focus("一是修橋");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Space);
    assert!(
        window.session().open.as_ref().unwrap().outline.ticks().is_empty(),
        "the key goes from row to row"
    );
    window.choose("二是鋪路", &["Make this a section"]);
    let found = outline(&window);
    assert!(found[0].starts_with("1 二是鋪路") && found.len() == 3, "{found:?}");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(outline(&window), ["1 一、修橋", "1 二、鋪路"]);
    assert!(window.has_row("二是鋪路"));
}

#[test]
fn points_of_a_text_without_sections_can_be_chosen() {
    let mut window = Window::text("今天說三件事：一是修橋，二是鋪路，三是種樹。\n");
    assert!(window.sees("This text has no numbered sections"));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.click("Tick 三是種樹");
    assert!(window.session().is_enabled(gangmu::session::Action::Export));
}

#[test]
fn a_rule_is_tried_while_it_is_written_and_then_kept() {
    let mut window = Window::text(TEXT);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.harness.run_steps(3);
    window.harness.get_by_role_and_label(Role::TextInput, "Rule").focus();
    window.harness.run_steps(2);
    window.type_text("(謝");
    assert!(window.sees("Not a valid regular expression: a bracket is not closed"));
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text("謝.$");
    window.until("the rule was tried", |session| {
        session.rules_form().is_some_and(|form| matches!(&form.tried, Some(Ok(found)) if found.count == 1))
    });
    assert!(window.sees("1 line matches"));
    window.click("Add the rule");
    window.until("the rule is applied", |session| session.open.as_ref().unwrap().content.edition() == 1);
    assert!(window.has_row("謝辭"));
    window.click("Delete the rule 謝.$");
    window.until("the rule is gone", |session| session.open.as_ref().unwrap().content.edition() == 2);
    assert!(!window.has_row("謝辭"));
}
