//! The export panel: what it proposes, what it asks, and what can be done with the file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gangmu::export::{Format, Preview};
use gangmu::session::{Reveal, Source};
use gangmu::ui::{Desktop, NoDesktop};

use crate::support::write;
use crate::window::Window;

const TEXT: &str = "讀書會\n\n一、修渠\n\n清淤。\n\n二、讀書\n\n買書。\n";

/// A desktop that notes what it is asked to show.
#[derive(Default)]
struct Showing(Mutex<Vec<(PathBuf, Reveal)>>);

impl Desktop for Showing {
    fn families(&self) -> Vec<gangmu::session::appearance::typefaces::Installed> {
        Vec::new()
    }

    fn watch_scheme(&self, _tell: &dyn Fn(Option<gangmu::settings::Scheme>)) {}

    fn reveal(&self, path: &Path, how: Reveal) -> bool {
        self.0.lock().unwrap().push((path.to_owned(), how));
        how == Reveal::Open
    }
}

/// A window with the panel open, everything ticked and `picked.txt` chosen.
fn ready(desktop: Arc<dyn Desktop>) -> Window {
    let source = Some(Source::Text(TEXT.into()));
    let mut window = Window::open_on(tempfile::tempdir().unwrap(), source, desktop);
    window.click("Tick all");
    window.press(Modifiers::COMMAND, Key::E);
    choose(&mut window);
    window
}

fn choose(window: &mut Window) {
    window.click("Choose…");
    window.until("the target was picked", |s| s.export_form().unwrap().target.ends_with("picked.txt"));
}

#[test]
fn an_exported_file_is_opened_or_shown_in_its_folder() {
    let desktop = Arc::new(Showing::default());
    let mut window = ready(desktop.clone());
    window.click("Export");
    window.until("the export is written", |s| s.exporting.is_none());
    window.harness.get_all_by_label("Open").last().unwrap().click();
    window.harness.run_steps(3);
    window.click("Show in folder");
    window.until("what was asked", |_| desktop.0.lock().unwrap().len() == 2);
    let target = window.folder.path().join("picked.txt");
    let mut asked = desktop.0.lock().unwrap().clone();
    asked.sort_by_key(|(_, how)| *how == Reveal::InFolder);
    assert_eq!(asked, [(target.clone(), Reveal::Open), (target, Reveal::InFolder)]);
    // This desktop cannot show folders.
    window.until("it is told", |session| session.notices.iter().any(|notice| notice.kind.is_error()));
}

#[test]
fn the_next_export_is_proposed_like_the_last() {
    let mut window = ready(Arc::new(NoDesktop));
    window.click("Include the headings above");
    window.click("Export");
    window.until("the export is written", |s| s.exporting.is_none());
    let folder = window.folder.path().to_owned();
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::COMMAND, Key::E);
    let form = window.session().export_form().unwrap().clone();
    assert_eq!((form.format, form.with_path), (Format::Txt, true));
    assert_eq!(form.path().unwrap().parent(), Some(folder.as_path()));
}

#[test]
fn who_does_not_want_to_replace_a_file_can_say_so() {
    let mut window = ready(Arc::new(NoDesktop));
    let target = window.folder.path().join("picked.txt");
    write(&target, "mine");
    window.click("Export");
    window.until("the reader is asked", |session| session.export_form().unwrap().asks());
    window.click("Cancel");
    assert!(!window.session().export_form().unwrap().asks());
    assert_eq!(std::fs::read(&target).unwrap(), b"mine");
    assert!(window.harness.query_by_label("Replace").is_none());
}

#[test]
fn a_text_without_sections_is_exported_whole() {
    let mut window = Window::text("沒有編號的一段話。\n\n還有一段。\n");
    assert!(window.has_row("The whole text"));
    window.press(Modifiers::COMMAND, Key::E);
    assert!(window.sees("All ticked"));
    choose(&mut window);
    window.click("Export");
    window.until("the export is written", |s| s.exporting.is_none());
    let written = std::fs::read(window.folder.path().join("picked.txt")).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), "沒有編號的一段話。\n\n還有一段。\n");
}

#[test]
fn what_stands_before_the_first_section_is_ticked_in_a_row_of_its_own() {
    let mut window = Window::text(TEXT);
    window.click("Tick Text before the first section");
    let ticks = &window.session().open.as_ref().unwrap().outline.ticks();
    assert!(ticks.contains_preamble() && ticks.count() == 0);
    assert!(window.sees("opening text ticked"));
    window.go_to("二、讀書");
    window.go_to("Text before the first section");
    let open = window.session().open.as_ref().unwrap();
    assert_eq!((open.place().get(), open.current()), (0, None));
}

#[test]
fn ticking_moves_nothing_in_the_top_bar() {
    let mut window = Window::text(TEXT);
    let place =
        |window: &Window| window.harness.get_by_role_and_label(Role::RadioButton, "Simplified").rect();
    let before = place(&window);
    window.click("Tick all");
    assert_eq!(place(&window), before);
}

/// Types into the field that has the focus.
fn type_in(window: &mut Window, text: &str) {
    window.harness.event(egui::Event::Text(text.into()));
    window.harness.run_steps(3);
}

#[test]
fn a_way_to_export_is_kept_under_a_name_chosen_again_renamed_and_deleted() {
    let mut window = ready(Arc::new(NoDesktop));
    window.click("Renumber headings");
    window.click("Save as profile…");
    type_in(&mut window, "摘錄");
    window.press(Modifiers::NONE, Key::Enter);
    let settings = window.folder.path().join("config/settings.toml");
    window.until("kept on disk", |session| {
        session.settings.export_profiles.len() == 1
            && std::fs::read(&settings).is_ok_and(|kept| String::from_utf8_lossy(&kept).contains("摘錄"))
    });
    let form = window.session().export_form().unwrap();
    assert_eq!((form.profile.as_deref(), form.naming.as_ref()), (Some("摘錄"), None));
    // What is chosen comes back, whatever was changed meanwhile.
    window.click("Renumber headings");
    window.click("Include the headings above");
    window.click("Profile 摘錄");
    window.harness.get_all_by_label("摘錄").last().unwrap().click();
    window.harness.run_steps(3);
    let form = window.session().export_form().unwrap();
    assert_eq!((form.renumber, form.with_path, form.format), (true, false, Format::Txt));
    window.click("Rename");
    type_in(&mut window, "二");
    window.harness.get_all_by_label("Rename").last().unwrap().click();
    window.harness.run_steps(3);
    assert_eq!(window.session().settings.export_profiles[0].name, "摘錄二");
    window.click("Delete");
    let session = window.session();
    assert!(session.settings.export_profiles.is_empty());
    assert!(session.export_form().unwrap().renumber, "the panel stays as it is");
}

#[test]
fn what_was_typed_is_there_when_the_panel_comes_back() {
    let mut window = ready(Arc::new(NoDesktop));
    window.click("One per section");
    let target = window.session().export_form().unwrap().target.clone();
    assert!(target.ends_with("picked"), "{target}");
    window.press(Modifiers::COMMAND, Key::E);
    assert!(window.session().export_form().is_none());
    window.press(Modifiers::COMMAND, Key::E);
    let form = window.session().export_form().unwrap();
    assert_eq!((form.target.as_str(), form.split), (target.as_str(), true));
    window.click("Export");
    window.until("the export is written", |s| s.exporting.is_none());
    let mut names: Vec<_> = std::fs::read_dir(&target).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["0 讀書會.txt", "1 一、修渠.txt", "2 二、讀書.txt"]);
}

#[test]
fn what_will_be_written_is_shown_and_follows_what_is_chosen() {
    let mut window = ready(Arc::new(NoDesktop));
    let lines = |session: &gangmu::session::Session| match session.preview.shown.as_deref() {
        Some(Preview::Lines(lines)) => lines.join("|"),
        Some(Preview::Page(page)) => page.marks.iter().map(|mark| mark.character).collect(),
        None => String::new(),
    };
    window.until("the text is shown", |s| lines(s) == "讀書會||一、修渠||清淤。||二、讀書||買書。");
    window.click("Tick 一、修渠");
    window.click("Renumber headings");
    window.until("it follows", |s| lines(s) == "讀書會||一、讀書||買書。");
    window.click("Format Plain text (.txt)");
    window.click("Word (.docx)");
    window.until("a page is shown", |s| lines(s).starts_with("讀書會一、讀書買書。"));
    assert!(window.harness.query_by_role_and_label(Role::Image, "Preview").is_some());
    window.click("Layout Plain");
    window.click("Official (GB/T 9704)");
    window.until("an official one", |s| lines(s).ends_with("— 1 —"));
    window.press(Modifiers::COMMAND, Key::E);
    assert!(window.session().preview.shown.is_none());
}

#[test]
fn the_first_page_is_shown_large_and_escape_leads_back_to_the_panel() {
    let mut window = ready(Arc::new(NoDesktop));
    window.click("Format Plain text (.txt)");
    window.click("PDF (.pdf)");
    window.until("a page is shown", |s| matches!(s.preview.shown.as_deref(), Some(Preview::Page(_))));
    let heights = |window: &Window| {
        let shown = window.harness.query_all_by_role_and_label(Role::Image, "Preview");
        shown.map(|node| node.rect().height()).collect::<Vec<_>>()
    };
    let small = heights(&window);
    // Its upper part is in sight.
    let page = window.harness.get_by_role_and_label(Role::Image, "Preview").rect();
    let at = page.center_top() + egui::vec2(0.0, 20.0);
    window.harness.hover_at(at);
    window.harness.drag_at(at);
    window.harness.run_steps(2);
    window.harness.drop_at(at);
    window.harness.run_steps(3);
    let large = heights(&window);
    assert!(large.len() == 2 && large.iter().any(|height| *height > 700.0), "{small:?}, {large:?}");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(heights(&window).len(), 1);
    assert!(window.session().export_form().is_some());
}

#[test]
fn the_preview_says_that_an_official_paper_has_other_faces() {
    let mut window = ready(Arc::new(NoDesktop));
    window.click("Format Plain text (.txt)");
    window.click("Word (.docx)");
    window.until("a page is shown", |s| matches!(s.preview.shown.as_deref(), Some(Preview::Page(_))));
    let words = "the file has 楷体 and 仿宋";
    assert!(!window.sees(words));
    window.click("Layout Plain");
    window.click("Official (GB/T 9704)");
    window.harness.run_steps(3);
    assert!(window.sees(words));
}

#[test]
fn the_notice_of_an_export_does_not_cover_the_panel_in_a_narrow_window() {
    let mut window = ready(Arc::new(NoDesktop));
    window.harness.set_size(egui::vec2(800.0, 600.0));
    window.harness.run_steps(3);
    window.click("Export");
    window.until("it is exported", |s| s.exporting.is_none() && s.notices.iter().next().is_some());
    window.harness.run_steps(3);
    let notice = window.harness.get_by_label("Show in folder").rect();
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Save as").rect();
    assert!(notice.right() < field.left() && notice.left() > 0.0, "{notice:?}, {field:?}");
}

#[test]
fn the_main_job_ends_with_enter_and_a_key_held_too_long_replaces_nothing() {
    let mut window = ready(Arc::new(NoDesktop));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::NONE, Key::Enter);
    window.until("it is exported", |s| s.exporting.is_none() && s.notices.iter().next().is_some());
    let file = window.folder.path().join("picked.txt");
    assert!(file.exists());
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::COMMAND, Key::E);
    write(&file, "別的");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("the question is asked", |s| s.export_form().is_some_and(gangmu::session::ExportForm::asks));
    window.harness.run_steps(3);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.session().export_form().is_some_and(|form| !form.asks()));
    assert_eq!(std::fs::read(&file).unwrap(), "別的".as_bytes());
}

/// Puts the focus on what has that role and name, as Tab does.
fn focus(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).focus();
    window.harness.run_steps(2);
}

fn has_focus(window: &Window, name: &str) -> bool {
    window.harness.query_all_by_label(name).any(|node| node.accesskit_node().is_focused())
}

#[test]
fn a_list_is_opened_chosen_from_and_closed_by_keys() {
    let mut window = ready(Arc::new(NoDesktop));
    focus(&mut window, Role::ComboBox, "Format Plain text (.txt)");
    let place = window.session().open.as_ref().unwrap().place();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(has_focus(&window, "Plain text (.txt)"));
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert!(has_focus(&window, "Markdown (.md)"));
    window.press(Modifiers::NONE, Key::Home);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert!(has_focus(&window, "Word (.docx)"), "the focus stays in the list");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.sees("Word (.docx)") && window.session().export_form().unwrap().format == Format::Pdf);
    assert!(has_focus(&window, "Format PDF (.pdf)"), "the focus comes back to the line");

    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::End);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(has_focus(&window, "Format PDF (.pdf)"));
    assert_eq!(
        window.session().export_form().unwrap().format,
        Format::Pdf,
        "Escape closes no more than the list"
    );
    assert_eq!(window.session().open.as_ref().unwrap().place(), place, "the text stands still");
}

#[test]
fn where_nothing_is_ticked_the_focus_is_on_what_ticks() {
    let source = Some(Source::Text(TEXT.into()));
    let mut window = Window::open_on(tempfile::tempdir().unwrap(), source, Arc::new(NoDesktop));
    window.press(Modifiers::COMMAND, Key::E);
    let tick = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused();
    assert!(window.harness.get_all_by_label("Tick all").any(|node| tick(&node)));
}
