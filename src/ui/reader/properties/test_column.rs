//! The reading column by itself, with random documents on it.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use egui::{self, Pos2, Rect, Vec2};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use crate::lang::Lang;
use crate::script::{Config, Convert, Converter, Dictionary, Script, Shown, decorated};
use crate::session::appearance::typefaces::Standing;
use crate::session::{
    Action, Effect, Jobs, Message, OpeningMessage, ReadingMessage, Session, Source, TextSelection,
};
use crate::settings::{Settings, Typography};
use crate::text::{SourceOffset, SourceRange};
use crate::ui::appearance::{fonts, theme};
use crate::ui::reader::Reader;
use crate::ui::reader::block_layout::BlockLayout;

/// The reading column by itself, on a screen of its own.
pub(super) struct Fixture {
    ctx: egui::Context,
    pub(super) session: Session,
    jobs: Jobs,
    wake: Receiver<()>,
    pub(super) reader: Reader,
    size: Vec2,
    time: f64,
    copied: Option<String>,
}

impl Fixture {
    fn new() -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.set_fonts(fonts::definitions(Lang::Hans, |_| Standing::Serif));
        let (sender, wake) = sync_channel(1);
        let waker = move || {
            // One that is waiting already will do.
            let _ = sender.try_send(());
        };
        let jobs = Jobs::new(None, Arc::new(waker));
        let mut session = Session::default();
        session.lang_now = Some(Lang::En);
        let size = Vec2::new(900.0, 700.0);
        Self { ctx, session, jobs, wake, reader: Reader::default(), size, time: 0.0, copied: None }
    }

    pub(super) fn tell(&mut self, message: Message) {
        for effect in self.session.update(message) {
            match effect {
                Effect::Run(job) => self.jobs.run(job),
                Effect::Copy(copied) => self.copied = Some(copied.text),
                _ => {}
            }
        }
    }

    fn until(&mut self, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            match self.jobs.try_recv() {
                Some(told) => self.tell(Message::Done(told)),
                None => {
                    let _ = self.wake.recv_timeout(Duration::from_millis(5));
                }
            }
            assert!(start.elapsed() < Duration::from_mins(1), "a job never came back");
        }
    }

    /// Opens `case` and shows it as it says.
    fn open(&mut self, case: &Case) {
        self.session.settings = Settings {
            text_size: case.size,
            vertical: case.vertical,
            two_columns: case.two_columns,
            typography: Typography {
                measure: case.measure,
                full_width: case.full_width,
                ..Typography::default()
            },
            ..Settings::default()
        };
        self.tell(Message::Opening(OpeningMessage::Open(Source::Text(case.text.as_str().into()))));
        self.until(|fixture| fixture.session.loading.is_none());
        let (script, converter) = &CONVERTERS[case.converter];
        let open = self.session.open.as_mut().unwrap();
        open.script.show(*script, converter.clone(), Arc::default());
        self.size = case.window;
        self.frames();
    }

    /// Draws until nothing changes any more.
    pub(super) fn frames(&mut self) {
        for _ in 0..3 {
            self.frame(|_, _| ());
        }
    }

    /// Draws one frame, and looks at the column in it.
    pub(super) fn frame<T>(&mut self, look: impl FnOnce(&mut Reader, (&mut egui::Ui, &Session)) -> T) -> T {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            ..Default::default()
        };
        let (mut out, mut found) = (Vec::new(), None);
        let mut look = Some(look);
        let (session, reader) = (&self.session, &mut self.reader);
        let mut output = self.ctx.run_ui(input, |ui| {
            reader.ui(ui, session, session.open.as_ref().unwrap(), &mut out);
            if let Some(look) = look.take() {
                found = Some(look(reader, (ui, session)));
            }
        });
        output.textures_delta.clear();
        for message in out {
            self.tell(message);
        }
        found.unwrap()
    }

    /// Lays out each block and looks at it.
    pub(super) fn each_block(
        &mut self,
        mut look: impl FnMut(&BlockLayout, &Shown<'_>) -> TestCaseResult,
    ) -> TestCaseResult {
        self.frame(|reader, (ui, session)| {
            let document = session.open.as_ref().unwrap().document();
            for (index, block) in document.blocks().iter().enumerate() {
                let layout = reader.lay_out(ui, document, index);
                look(&layout, &reader.view.shown(document.text(), block.range()))?;
            }
            Ok(())
        })
    }

    pub(super) fn copy(&mut self, range: SourceRange) -> String {
        self.tell(Message::Reading(ReadingMessage::Select(Some(TextSelection::of(range)))));
        self.copied = None;
        self.tell(Message::Act(Action::Copy));
        self.until(|fixture| fixture.copied.is_some());
        self.copied.take().unwrap()
    }
}

/// A document and how it is shown.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) text: String,
    pub(super) converter: usize,
    pub(super) window: Vec2,
    pub(super) size: f32,
    pub(super) measure: f32,
    pub(super) vertical: bool,
    pub(super) two_columns: bool,
    pub(super) full_width: bool,
    /// Shares of the text, for places in it.
    pub(super) at: [f64; 4],
}

impl Case {
    /// The places in the document, on character boundaries.
    pub(super) fn places(&self, text: &str) -> [SourceOffset; 4] {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a short text"
        )]
        self.at.map(|share| SourceOffset::new(text.floor_char_boundary((share * text.len() as f64) as usize)))
    }
}

pub(super) type Shower = (Script, Option<Arc<dyn Convert>>);

/// As the file has it; one character for one; regional words; own words and quotation marks on top.
pub(super) static CONVERTERS: LazyLock<Vec<Shower>> = LazyLock::new(|| {
    let of = |config| Some(Arc::new(Converter::open_embedded(config).unwrap()) as Arc<dyn Convert>);
    let own = Dictionary::parse("图书馆\t閱覽室\n水利\t水利\n发展\t發　展\n".to_owned());
    vec![
        (Script::Source, None),
        (Script::Hans, of(Config::T2s)),
        (Script::Hk, of(Config::S2hk)),
        (Script::Tw, of(Config::S2twp)),
        (Script::Hant, decorated(of(Config::S2t), Script::Hant, &[&own], true, None)),
    ]
});

const PIECES: [&str; 44] = [
    "，",
    "。",
    "、",
    "；",
    "：",
    "？",
    "！",
    "……",
    "——",
    "（",
    "）",
    "「",
    "」",
    "《",
    "》",
    "“",
    "”",
    ",",
    ".",
    "(",
    ")",
    "12%",
    "3,117",
    "1.5",
    "OpenCC",
    "e-mail",
    "℃",
    "·",
    "\n",
    "　",
    "𠀀",
    "〇",
    "软件",
    "优盘",
    "互联网",
    "头发",
    "发展",
    "图书馆",
    "干净",
    "皇后",
    "以后",
    "里面",
    "\u{feff}",
    "①",
];
const HAN: [&str; 12] =
    ["天地", "玄黃", "宇", "洪荒", "日月", "说话", "为了", "台湾", "裏", "衛", "国", "重复"];

fn paragraph() -> impl Strategy<Value = String> {
    let part = (select(&HAN[..]), select(&PIECES[..])).prop_map(|(han, piece)| format!("{han}{piece}"));
    let text = proptest::collection::vec(part, 0..90).prop_map(|parts| parts.concat());
    let heading = select(vec!["一、发展", "二、（建设）", "(一)里面", "第三章 緣起", "4、結語。"]);
    prop_oneof![1 => heading.prop_map(str::to_owned), 4 => text]
}

fn case() -> impl Strategy<Value = Case> {
    let text = proptest::collection::vec(paragraph(), 1..14).prop_map(|all| all.join("\n\n"));
    let window = (420_u16..1_500, 260_u16..900).prop_map(|(x, y)| Vec2::new(f32::from(x), f32::from(y)));
    let look = (0..5_usize, window, 12_u8..30, 20_u8..50, prop::array::uniform3(any::<bool>()));
    let at = prop::array::uniform4(0.0..1.0_f64);
    (text, look, at).prop_map(
        |(text, (converter, window, size, measure, [vertical, full_width, two_columns]), at)| {
            let (size, measure) = (f32::from(size), f32::from(measure));
            Case { text, converter, window, size, measure, vertical, two_columns, full_width, at }
        },
    )
}

pub(super) fn check(cases: u32, property: impl Fn(&mut Fixture, &Case) -> TestCaseResult) {
    let fixture = std::cell::RefCell::new(Fixture::new());
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let result = runner.run(&case(), |case| {
        let mut fixture = fixture.borrow_mut();
        fixture.open(&case);
        property(&mut fixture, &case)
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
