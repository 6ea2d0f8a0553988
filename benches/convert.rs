//! What converting costs: with the fast engine on one thread and on two, with the dictionaries that are part of the
//! program, with the OpenCC library and with the `opencc` program, in every configuration, over 10 kB, 1 MB and 20 MB.
//!
//! Everything is measured in one run and in turns, and of each the best counts: others may use the machine too, so
//! read the ratios. `cargo bench --bench convert -- t2s tw2s` measures some configurations; with
//! `--no-default-features --features opencc` nothing of the window is built.
#![expect(clippy::print_stdout, reason = "a table for the eye")]

use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use gangmu::script::{Config, Convert as _, Converter, Engine};
use gangmu::session::jobs::convert_whole;

/// Sizes of the texts in bytes, with their names.
const SIZES: [(&str, usize); 3] = [("10 kB", 10_000), ("1 MB", 1_000_000), ("20 MB", 20_000_000)];

/// How long a measurement takes at least: what is short is repeated.
const LEAST: Duration = Duration::from_millis(20);

/// How often everything is measured.
const ROUNDS: usize = 3;

/// Texts of our own in both scripts.
const SAMPLES: [&str; 4] = [
    include_str!("../assets/samples/speeches.txt"),
    include_str!("../assets/samples/novel.txt"),
    include_str!("../assets/samples/statute.txt"),
    include_str!("../assets/samples/thesis.txt"),
];

/// A text of about `size` bytes that the configuration is for: sentences of the samples in no order.
fn text(config: Config, size: usize) -> String {
    let through = |text: &str, config| {
        Converter::open_embedded(config).map_or_else(|_| String::new(), |c| c.convert(text))
    };
    let simplified = through(&SAMPLES.concat(), Config::T2s);
    let source = match config {
        Config::S2t | Config::S2tw | Config::S2twp | Config::S2hk => simplified,
        Config::T2s | Config::T2tw | Config::T2hk => through(&simplified, Config::S2t),
        Config::Tw2s | Config::Tw2t | Config::Tw2hk | Config::Tw2hkp => through(&simplified, Config::S2tw),
        Config::Tw2sp => through(&simplified, Config::S2twp),
        Config::Hk2s | Config::Hk2t | Config::Hk2tw | Config::Hk2twp => through(&simplified, Config::S2hk),
    };
    let sentences: Vec<&str> = source.split_inclusive(['。', '；', '\n']).collect();
    let mut text = String::with_capacity(size + 1_000);
    let mut state = 20_260_101_u32;
    while text.len() < size {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(sentences.get((state >> 8) as usize % sentences.len()).unwrap_or(&""));
    }
    text
}

/// Something that converts a text, by name.
struct Contender<'a> {
    name: &'static str,
    convert: Box<dyn Fn() + 'a>,
    best: Duration,
}

impl<'a> Contender<'a> {
    fn new(name: &'static str, convert: impl Fn() + 'a) -> Self {
        Self { name, convert: Box::new(convert), best: Duration::MAX }
    }

    /// Measures once more, per conversion.
    fn measure(&mut self) {
        let (began, mut times) = (Instant::now(), 0);
        while times == 0 || began.elapsed() < LEAST {
            (self.convert)();
            times += 1;
        }
        self.best = self.best.min(began.elapsed() / times);
    }
}

fn on_two_threads(converter: &Converter, text: &str) -> String {
    let mut view = String::with_capacity(text.len() + text.len() / 16);
    let done = convert_whole(converter, text, 2, |part| {
        view.push_str(part);
        Ok::<(), ()>(())
    });
    done.map_or_else(|()| String::new(), |()| view)
}

/// The `opencc` program, where there is one, with its start and its reading and writing of files.
fn program<'a>(config: Config, folder: &'a Path, text: &str) -> Option<Contender<'a>> {
    let from = folder.join("from.txt");
    std::fs::File::create(&from).and_then(|mut file| file.write_all(text.as_bytes())).ok()?;
    let configuration = format!("{}.json", config.name());
    let run = move || {
        let mut program = Command::new("opencc");
        program.args(["-c", &configuration, "-i"]).arg(&from).arg("-o").arg(folder.join("to.txt"));
        program.status().is_ok_and(|status| status.success())
    };
    run().then(|| {
        Contender::new("program", move || {
            run();
        })
    })
}

/// Measures a configuration with a text and prints a line.
fn measure(config: Config, name: &str, text: &str) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let (fast, embedded) = (Converter::open_installed(config), Converter::open_embedded(config));
    let library = Converter::open_with(config, Engine::OpenCc);
    let mut contenders: Vec<Contender<'_>> = program(config, folder.path(), text).into_iter().collect();
    let once = |converter: &Converter| drop(black_box(converter.convert(black_box(text))));
    if let Ok(library) = &library {
        contenders.push(Contender::new("library", move || once(library)));
    }
    if let (Ok(fast), Ok(embedded)) = (&fast, &embedded) {
        contenders.push(Contender::new("fast", move || once(fast)));
        contenders.push(Contender::new("two threads", move || drop(black_box(on_two_threads(fast, text)))));
        contenders.push(Contender::new("1.4.2", move || once(embedded)));
    }
    for _ in 0..ROUNDS {
        contenders.iter_mut().for_each(Contender::measure);
    }
    let against = contenders.first().map(|contender| contender.best);
    print!("{:6} {name:>6}", config.name());
    for Contender { name, best, .. } in &contenders {
        #[expect(clippy::cast_precision_loss, reason = "three digits are read")]
        let speed = text.len() as f64 / best.as_secs_f64() / 1e6;
        let ratio = against.map_or(1.0, |against| against.as_secs_f64() / best.as_secs_f64());
        print!("  | {name} {speed:6.1} MB/s {ratio:6.1} ×");
    }
    println!();
}

/// Prints how long it takes to be ready, with the installed dictionaries and with our own.
fn opening(config: Config) {
    let mut installed = Contender::new("", || drop(black_box(Converter::open_installed(config))));
    let mut embedded = Contender::new("", || drop(black_box(Converter::open_embedded(config))));
    for _ in 0..ROUNDS {
        installed.measure();
        embedded.measure();
    }
    let milliseconds = |contender: &Contender<'_>| contender.best.as_secs_f64() * 1e3;
    let (installed, embedded) = (milliseconds(&installed), milliseconds(&embedded));
    println!("{:6}   open  | fast {installed:.1} ms  | 1.4.2 {embedded:.1} ms", config.name());
}

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    println!("Ratios are to the first column: the opencc program, or the library where there is none.");
    for config in Config::ALL
        .into_iter()
        .filter(|config| wanted.is_empty() || wanted.iter().any(|wanted| wanted == config.name()))
    {
        opening(config);
        for (name, size) in SIZES {
            measure(config, name, &text(config, size));
        }
    }
}
