//! What reading costs: the whole window, headless, over 1 MB and 100 MB of text of which no two blocks are alike.
//!
//! For each way of moving: our CPU time per frame without the graphics card's share: mean, median, 99th percentile
//! and slowest. The figures must not grow with the document.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{self, Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2};
use gangmu::lang::Lang;
use gangmu::script::Script;
use gangmu::session::{OpenDocument, Source, Stage};
use gangmu::ui::{App, FilePicker, Start};

/// Frames measured of each way of moving.
const FRAMES: usize = 1_000;
/// Size of the window in points.
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// A place within the text, and one on its scroll bar.
const IN_TEXT: Pos2 = Pos2::new(800.0, 400.0);
const ON_BAR: f32 = SIZE.x - 7.0;
/// How far above the lower edge the scroll bar of columns is.
const BAR_OF_COLUMNS: f32 = SIZE.y - 35.0;

/// Answers no dialog.
struct Nobody;

impl FilePicker for Nobody {
    fn pick_file(&self, _: &str) -> Option<std::path::PathBuf> {
        None
    }

    fn pick_target(&self, _: &str, _: &Path) -> Option<std::path::PathBuf> {
        None
    }
}

/// Numbers that look random and are the same each time.
struct Numbers(u32);

impl Numbers {
    /// The next number below `below`.
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % below
    }

    /// The next number from 0 to 1.
    fn share(&mut self) -> f32 {
        f32::from(u16::try_from(self.next(1 << 16)).unwrap_or(0)) / f32::from(u16::MAX)
    }
}

/// A text of about `size` bytes in traditional characters: sections, paragraphs, marks, numbers and Latin words.
fn text(size: usize) -> String {
    const WORDS: [&str; 27] = [
        "發展",
        "建設",
        "項目",
        "工作",
        "群眾",
        "幹部",
        "農業",
        "水利",
        "道路",
        "學校",
        "頭髮",
        "皇后",
        "以後",
        "乾淨",
        "裏面",
        "公里",
        "系統",
        "聯繫",
        "複雜",
        "重複",
        "OpenCC",
        "3,117",
        "「準備」",
        "（標準）",
        "，",
        "，",
        "，",
    ];
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let mut text = String::with_capacity(size + 4_000);
    let mut numbers = Numbers(20_260_101);
    let mut part = 0_usize;
    while text.len() < size {
        part += 1;
        text.extend(["座談會上的講話 篇", &part.to_string(), "\n　　同志們：\n"]);
        for numeral in NUMERALS.iter().take(numbers.next(6) + 3) {
            text.extend(["　　", numeral, "、", WORDS[numbers.next(20)], WORDS[numbers.next(20)], "\n"]);
            for _ in 0..=numbers.next(3) {
                text.push_str("　　");
                let words = 40 + numbers.next(160);
                text.extend((0..words).map(|_| WORDS[numbers.next(27)]));
                text.push_str("到此為止。\n");
            }
        }
    }
    text
}

/// The window without a display.
struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
}

impl Window {
    fn open(path: &Path) -> Self {
        let ctx = egui::Context::default();
        let source = Source::Path(path.to_owned());
        let start = Start { source: Some(source), lang: Some(Lang::En), ..Start::default() };
        let app = App::new(&ctx, start, None, Arc::new(Nobody));
        Self { ctx, app, frame: eframe::Frame::_new_kittest(), time: 0.0 }
    }

    /// Draws one frame with `events`; the time that our code took.
    fn draw(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            ..Default::default()
        };
        let watch = Watch::start();
        let mut output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        let drawn = watch.stop();
        // Nothing is shown; a build with assertions wants to be told so.
        output.textures_delta.clear();
        drawn
    }

    /// Draws until `done` holds; the wall time until then.
    fn until(&mut self, done: impl Fn(&App) -> bool) -> Duration {
        let start = Instant::now();
        while !done(&self.app) {
            self.draw(Vec::new());
            std::thread::sleep(Duration::from_micros(200));
        }
        self.draw(Vec::new());
        start.elapsed()
    }

    /// Measures frames, each with the events that `events` gives.
    fn measure(&mut self, what: &str, mut events: impl FnMut() -> Vec<Event>) {
        for _ in 0..20 {
            self.draw(events());
        }
        let mut times: Vec<Duration> = (0..FRAMES).map(|_| self.draw(events())).collect();
        times.sort_unstable();
        let mean = times.iter().sum::<Duration>() / u32::try_from(FRAMES).unwrap_or(1);
        let p99 = times.get(FRAMES * 99 / 100).copied().unwrap_or_default();
        let median = times.get(FRAMES / 2).copied().unwrap_or_default();
        let slowest = times.last().copied().unwrap_or_default();
        say(&format!(
            "  {what:<34} mean {mean:>9.1?}   median {median:>9.1?}   p99 {p99:>9.1?}   slowest {slowest:>9.1?}"
        ));
    }

    fn ways_of_moving(&mut self, how: &str) {
        self.ways(how, |share| Pos2::new(ON_BAR, 90.0 + 670.0 * share));
    }

    /// Scrolls, pages and jumps; `bar` is the place on the scroll bar at a share of the document.
    fn ways(&mut self, how: &str, bar: impl Fn(f32) -> Pos2) {
        self.draw(vec![Event::PointerMoved(IN_TEXT)]);
        self.measure(&format!("scrolling{how}"), || vec![wheel(-40.0)]);
        self.measure(&format!("paging{how}"), || key(Key::PageDown, Modifiers::NONE));
        let mut numbers = Numbers(7);
        let press = |pressed, pos| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let middle = bar(0.5);
        self.draw(vec![Event::PointerMoved(middle), press(true, middle)]);
        self.measure(&format!("jumping at random{how}"), || vec![Event::PointerMoved(bar(numbers.share()))]);
        let jumped = self.place();
        self.draw(vec![Event::PointerMoved(bar(0.0))]);
        assert!(self.place() < jumped, "the scroll bar is elsewhere");
        self.draw(vec![press(false, middle), Event::PointerMoved(IN_TEXT)]);
    }

    /// What is at the top of the column, in bytes of the text.
    fn place(&self) -> usize {
        self.app.session().open.as_ref().map_or(0, |open| open.place().get())
    }

    fn shows(&self, script: Script) -> bool {
        self.app.session().open.as_ref().is_some_and(|open| open.script.shown() == script)
    }
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, points),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    }
}

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

/// What the system tells in a file of its own; nothing where it has no such file.
#[expect(clippy::disallowed_methods, reason = "no document, but a few words of ASCII from the kernel")]
fn told(path: &str) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// Takes the time of this thread: its CPU time where the kernel tells it, else what the clock says.
struct Watch(Option<Duration>, Instant);

impl Watch {
    fn start() -> Self {
        Self(cpu_time(), Instant::now())
    }

    fn stop(self) -> Duration {
        match (self.0, cpu_time()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.1.elapsed(),
        }
    }
}

/// CPU time of this thread so far, as Linux tells it: nanoseconds, brought up to date whenever the thread yields.
fn cpu_time() -> Option<Duration> {
    std::thread::yield_now();
    let told = told("/proc/thread-self/schedstat")?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Resident memory in bytes, as Linux tells it; elsewhere 0.
fn resident() -> usize {
    let told = told("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

#[expect(clippy::print_stdout, reason = "the figures are what a benchmark is for")]
fn say(line: &str) {
    println!("{line}");
}

fn open(app: &App) -> Option<&OpenDocument> {
    app.session().open.as_ref()
}

fn run(name: &str, size: usize, folder: &Path) -> std::io::Result<()> {
    let path = folder.join(name);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, text(size).as_bytes())?;
    file.persist(&path).map_err(|error| error.error)?;
    say(name);
    let before = resident();
    let mut window = Window::open(&path);
    let reading =
        |app: &App| app.session().loading.as_ref().is_some_and(|l| matches!(l.stage, Stage::Reading(_)));
    window.until(|app| !reading(app));
    let first = window.until(|app| app.session().open.is_some());
    let whole = first + window.until(|app| open(app).is_some_and(OpenDocument::has_all_text));
    let outline = whole + window.until(|app| open(app).is_some_and(OpenDocument::is_inferred));
    say(&format!("  {:<34} {first:.1?}", "bytes read to first readable frame"));
    say(&format!("  {:<34} {whole:.1?}", "bytes read to all the text"));
    say(&format!("  {:<34} {outline:.1?}", "bytes read to outline"));
    window.ways_of_moving("");
    say(&format!(
        "  {:<34} {:.1} MB for {:.1} MB of text",
        "memory",
        megabytes(resident().saturating_sub(before)),
        megabytes(size)
    ));
    window.draw(key(Key::Num2, Modifiers::COMMAND));
    let converted =
        window.until(|app| app.session().open.as_ref().is_some_and(|o| o.script.shown() == Script::Hans));
    say(&format!("  {:<34} {converted:.1?}", "first switch of script"));
    let mut again = Vec::new();
    for _ in 0..50 {
        window.draw(key(Key::Num1, Modifiers::COMMAND));
        window.draw(key(Key::PageDown, Modifiers::NONE));
        again.push(window.draw(key(Key::Num2, Modifiers::COMMAND)));
        assert!(window.shows(Script::Hans));
    }
    again.sort_unstable();
    let slowest = again.last().copied().unwrap_or_default();
    say(&format!("  {:<34} {slowest:.1?}, slowest of 50", "switch to first converted frame"));
    window.ways_of_moving(", converted");
    window.draw(key(Key::F9, Modifiers::NONE));
    window.ways_of_moving(", without outline");
    window.draw(key(Key::F7, Modifiers::NONE));
    window.ways(", in columns", |share| Pos2::new(1240.0 - 1200.0 * share, BAR_OF_COLUMNS));
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "figures for the eye")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    run("1 MB", 1_000_000, folder.path())?;
    run("100 MB", 100_000_000, folder.path())
}
