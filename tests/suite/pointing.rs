//! The pointer in the reading column: words, the middle button, the wheel with Ctrl.

use egui::accesskit::Role;
use egui::{self, Key, Modifiers, OutputCommand, PointerButton, Pos2};
use egui_kittest::kittest::Queryable as _;
use gangmu::text::SourceOffset;

use crate::window::Window;

fn selected(window: &Window) -> String {
    let open = window.session().open.as_ref().unwrap();
    open.position
        .selection()
        .map(|selection| selection.range().slice(open.document().text()).to_owned())
        .unwrap_or_default()
}

/// Presses and lets go at `at`, so many times in a row.
fn click(window: &mut Window, at: Pos2, times: usize) {
    window.harness.hover_at(at);
    window.harness.step();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let event = |pressed| egui::Event::PointerButton { pos: at, button, pressed, modifiers };
    // Within one frame: clicks that come more slowly are single ones.
    window.harness.input_mut().events.extend([true, false].repeat(times).into_iter().map(event));
}

/// The middle of the 0-based `n`th character of a paragraph on one line, indented by two.
fn character(window: &Window, paragraph: &str, n: u16) -> Pos2 {
    let rect = window.harness.get_by_role_and_label(Role::Paragraph, paragraph).rect();
    // The text is 18 points high; the space above the first line belongs to the paragraph.
    egui::pos2(rect.left() + 18.0 * (2.4 + f32::from(n)), rect.bottom() - 15.0)
}

/// Draws until text is offered to the middle button.
fn offered(window: &mut Window) -> String {
    let start = std::time::Instant::now();
    loop {
        window.harness.step();
        let commands = &window.harness.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            OutputCommand::TextSelectionSettled(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            return text;
        }
        assert!(start.elapsed() < std::time::Duration::from_mins(1), "nothing was offered");
    }
}

#[test]
fn two_clicks_take_a_word_and_three_the_paragraph() {
    let mut window = Window::text("甲。\n\n我們發展圖書館事業。\n\n乙。\n");
    let at = character(&window, "我們發展圖書館事業。", 5);
    click(&mut window, at, 2);
    window.harness.run_steps(2);
    assert_eq!(selected(&window), "圖書館");
    click(&mut window, at, 3);
    window.harness.run_steps(2);
    assert_eq!(selected(&window), "我們發展圖書館事業。");
}

#[test]
fn what_is_selected_is_offered_to_the_middle_button_as_it_is_shown() {
    let mut window = Window::text("甲。\n\n理髮之後談發展。\n");
    window.press(Modifiers::COMMAND, Key::Num2);
    window.until("simplified is shown", |session| {
        session.open.as_ref().unwrap().script.shown() == gangmu::script::Script::Hans
    });
    let at = character(&window, "理发之后谈发展。", 6);
    click(&mut window, at, 2);
    assert_eq!(offered(&mut window), "发展");
    // In one frame: of those that a queue of events takes only what the last one gives is seen.
    let (key, modifiers) = (Key::ArrowRight, Modifiers::SHIFT);
    let event = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    window.harness.input_mut().events.push(event);
    assert_eq!(offered(&mut window), "发展。");
}

#[test]
fn the_wheel_with_ctrl_sizes_the_text_and_keeps_the_line_under_the_pointer() {
    let text = (0..80).map(|n| format!("第{n}段，天地玄黃。\n\n")).collect::<String>();
    let mut window = Window::text(&text);
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::PageDown);
    }
    let size = window.session().settings.text_size;
    let open = window.session().open.as_ref().unwrap();
    let block = open.document().block_at(open.place()) + 5;
    let paragraph = open.document().blocks()[block].range().slice(open.document().text()).to_owned();
    let place = |window: &Window| {
        let rect = window.harness.get_by_role_and_label(Role::Paragraph, &paragraph).rect();
        rect.bottom() - window.session().settings.text_size * 0.875
    };
    let before = place(&window);
    window.harness.hover_at(egui::pos2(800.0, before));
    for _ in 0..3 {
        window.harness.event_modifiers(
            egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Line,
                delta: egui::vec2(0.0, 1.0),
                phase: egui::TouchPhase::Move,
                modifiers: Modifiers::COMMAND,
                source: egui::MouseWheelSource::Unknown,
            },
            Modifiers::COMMAND,
        );
        window.harness.run_steps(20);
    }
    assert!(window.session().settings.text_size >= size + 3.0, "{}", window.session().settings.text_size);
    assert!((place(&window) - before).abs() < 4.0, "{before} {}", place(&window));
    assert!(window.session().open.as_ref().unwrap().place() > SourceOffset::new(0));
}
