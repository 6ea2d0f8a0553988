//! What converting costs with each engine, on one thread and on two, and with the `opencc` program, in every
//! configuration, over 10 kB, 1 MB and 20 MB: read the ratios.

use std::hint::black_box;
use std::io::Write as _;
use std::process::Command;

use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};
use gangmu::script::{Config, Convert as _, Converter, Engine};
use gangmu::session::jobs::convert_whole;

/// Sizes of the texts in bytes, with their names.
const SIZES: [(&str, usize); 3] = [("10kB", 10_000), ("1MB", 1_000_000), ("20MB", 20_000_000)];

/// Sentences of reports and speeches, in either script.
const SENTENCES: [[&str; 2]; 6] = [
    ["各级干部要深入群众，了解里面的实际困难。", "各級幹部要深入群眾，瞭解裡面的實際困難。"],
    [
        "发展农业生产，修建水利工程，重复建设的项目要停下来。",
        "發展農業生產，修建水利工程，重複建設的項目要停下來。",
    ],
    ["软件和网络的质量，要用数据说话；", "軟體和網路的品質，要用資料說話；"],
    ["他在图书馆后面的台阶上，看着松树和远处的山谷。", "他在圖書館後面的臺階上，看著松樹和遠處的山谷。"],
    [
        "会议制定了2026年的计划（草案），并为此准备了材料。",
        "會議制定了2026年的計劃（草案），並為此準備了材料。",
    ],
    ["头发、面条、手表、日历：一个也不能少！\n", "頭髮、麵條、手錶、日曆：一個也不能少！\n"],
];

/// A text of about `size` bytes for the configuration, no two paragraphs alike.
fn text(config: Config, size: usize) -> String {
    let column = usize::from(!config.name().starts_with("s2"));
    let mut text = String::with_capacity(size + 100);
    let mut state = 20_260_101_u32;
    while text.len() < size {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(SENTENCES[(state >> 8) as usize % SENTENCES.len()][column]);
    }
    text
}

type Group<'a> = BenchmarkGroup<'a, criterion::measurement::WallTime>;

fn conversion(criterion: &mut Criterion) {
    for config in Config::ALL {
        let mut group = criterion.benchmark_group(format!("convert/{}", config.name()));
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        for (name, size) in SIZES {
            let text = text(config, size);
            group.throughput(Throughput::Bytes(text.len() as u64));
            for engine in Engine::ALL {
                // In a program built without the library there is one engine.
                let Ok(converter) = Converter::open_with(config, engine) else { continue };
                let id = BenchmarkId::new(engine.name(), name);
                group.bench_function(id, |b| b.iter(|| converter.convert(black_box(&text))));
                let id = BenchmarkId::new(format!("{} two threads", engine.name()), name);
                group.bench_function(id, |b| b.iter(|| on_two_threads(&converter, black_box(&text))));
            }
            if let Some(embedded) = Converter::open_embedded(config).ok().filter(|_| size > 1 << 20) {
                let id = BenchmarkId::new("fast 1.4.2", name);
                group.bench_function(id, |b| b.iter(|| embedded.convert(black_box(&text))));
            }
            by_program(&mut group, config, (name, &text));
        }
        group.finish();
    }
}

/// Measures the `opencc` program, where there is one, with its start and its reading and writing of files.
fn by_program(group: &mut Group<'_>, config: Config, (name, text): (&str, &str)) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let (from, to) = (folder.path().join("from.txt"), folder.path().join("to.txt"));
    let written = std::fs::File::create(&from).and_then(|mut file| file.write_all(text.as_bytes()));
    let configuration = format!("{}.json", config.name());
    let program = || {
        let mut program = Command::new("opencc");
        program.args(["-c", &configuration, "-i"]).arg(&from).arg("-o").arg(&to);
        program.status().is_ok_and(|status| status.success())
    };
    if written.is_ok() && program() {
        group.bench_function(BenchmarkId::new("program", name), |b| b.iter(program));
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

fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    group.sample_size(10);
    for config in Config::ALL {
        for engine in Engine::ALL {
            let id = BenchmarkId::new(engine.name(), config.name());
            group.bench_function(id, |b| b.iter(|| Converter::open_with(config, engine).is_ok()));
        }
    }
    group.finish();
}

criterion_group!(benches, conversion, opening);
criterion_main!(benches);
