//! What a document costs on its way through the core: decode, infer, convert, export, search, over 10 kB, 1 MB and 20 MB.

use std::hint::black_box;

use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use gangmu::block;
use gangmu::decode::{Decoded, decode};
use gangmu::document::Document;
use gangmu::export::{Format, Options, Selection, render};
use gangmu::outline::infer;
use gangmu::script::{Config, Convert as _, Converter};
use gangmu::search::{self, Query};

/// Sizes of the texts in bytes, with their names.
const SIZES: [(&str, usize); 3] = [("10kB", 10_000), ("1MB", 1_000_000), ("20MB", 20_000_000)];

/// Words of reports and speeches; simplified, so that every conversion has work to do.
const WORDS: [&str; 32] = [
    "发展", "建设", "项目", "工作", "群众", "干部", "农业", "水利", "道路", "学校", "头发", "皇后", "以后",
    "干净", "台湾", "里面", "公里", "系统", "联系", "复杂", "重复", "准备", "标准", "松树", "放松", "制度",
    "制造", "面条", "表面", "手表", "历史", "日历",
];

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A text of about `size` bytes: parts, sections and paragraphs of which no two are alike.
fn text(size: usize) -> String {
    let mut text = String::with_capacity(size + 1_000);
    let mut state = 20_260_101_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let mut part = 0;
    while text.len() < size {
        part += 1;
        text.extend(["工作会议上的讲话 篇", &part.to_string(), "\n　　同志们：\n"]);
        for numeral in NUMERALS.iter().take(next(6) + 3) {
            text.extend(["　　", numeral, "、", WORDS[next(32)], WORDS[next(32)], "\n"]);
            for _ in 0..=next(3) {
                text.push_str("　　");
                text.extend((0..20 + next(60)).map(|_| if next(8) == 0 { "，" } else { WORDS[next(32)] }));
                text.push_str("到此为止。\n");
            }
        }
    }
    text
}

/// Runs `routine` over a text of each size.
fn over_sizes(criterion: &mut Criterion, name: &str, mut bench: impl FnMut(&mut Group<'_>, &str, String)) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for (size_name, size) in SIZES {
        let text = text(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        bench(&mut group, size_name, text);
    }
    group.finish();
}

type Group<'a> = BenchmarkGroup<'a, criterion::measurement::WallTime>;

fn decoding(criterion: &mut Criterion) {
    over_sizes(criterion, "decode/utf-8", |group, size, text| {
        group.bench_function(size, |b| b.iter(|| decode(black_box(text.clone().into_bytes()), None)));
    });
    over_sizes(criterion, "decode/gb18030", |group, size, text| {
        let (bytes, ..) = encoding_rs::GB18030.encode(&text);
        group.bench_function(size, |b| b.iter(|| decode(black_box(bytes.to_vec()), None)));
    });
}

fn inference(criterion: &mut Criterion) {
    over_sizes(criterion, "infer", |group, size, text| {
        let paragraphs = block::paragraphs(&text);
        group.bench_function(size, |b| b.iter(|| infer(black_box(&text), &paragraphs)));
    });
}

fn conversion(criterion: &mut Criterion) {
    for config in [Config::S2t, Config::S2twp] {
        // Without OpenCC's dictionaries there is nothing to measure.
        let Ok(converter) = Converter::open_embedded(config) else { continue };
        over_sizes(criterion, &format!("convert/{}", config.name()), |group, size, text| {
            group.bench_function(size, |b| {
                b.iter(|| {
                    text.split_inclusive('\n').map(|line| converter.convert(line).len()).sum::<usize>()
                });
            });
        });
    }
}

fn exporting(criterion: &mut Criterion) {
    for format in Format::ALL {
        over_sizes(criterion, &format!("export/{}", format.extension()), |group, size, text| {
            let decoded = Decoded { text, encoding: "UTF-8", ..Decoded::default() };
            let document = Document::from_decoded(decoded);
            let all = Selection::all(&document);
            group.bench_function(size, |b| {
                b.iter(|| {
                    render(black_box(&document), &all, format, &Options::default()).map(|bytes| bytes.len())
                });
            });
        });
    }
}

/// Words that are rare in the text, words that are not, and an expression.
fn searching(criterion: &mut Criterion) {
    let queries = [
        ("rare", Query::literal("洪水")),
        ("frequent", Query::literal("發展建設")),
        ("regex", Query::regex("發展.{1,4}制度").ok().flatten()),
    ];
    for (name, query) in queries {
        let Some(query) = query else { continue };
        over_sizes(criterion, &format!("search/{name}"), |group, size, text| {
            let decoded = Decoded { text, encoding: "UTF-8", ..Decoded::default() };
            let document = Document::from_decoded(decoded);
            group.bench_function(size, |b| b.iter(|| search::all(black_box(&document), &query).len()));
        });
    }
}

/// A million sections: what the window asks for each visible row, and what a click on the first one costs.
fn choosing(criterion: &mut Criterion) {
    let text = (1..=250_000).fold(String::new(), |text, n| {
        text + "讲话 篇" + &n.to_string() + "\n一、甲\n文\n二、乙\n文\n三、丙\n文\n"
    });
    let decoded = Decoded { text, encoding: "UTF-8", ..Decoded::default() };
    let document = Document::from_decoded(decoded);
    let mut selection = Selection::none(&document);
    let ids: Vec<_> = document.outline().ids().take(40).collect();
    let mut group = criterion.benchmark_group(format!("choose/{}", document.outline().sections().len()));
    group.bench_function("state of 40 rows", |b| {
        b.iter(|| ids.iter().filter(|id| selection.state(**id) == gangmu::export::Tick::On).count());
    });
    group.bench_function("toggle the first subtree", |b| {
        b.iter(|| ids.first().map(|id| selection.toggle_subtree(*id)));
    });
    group.finish();
}

criterion_group!(benches, decoding, inference, conversion, exporting, searching, choosing);
criterion_main!(benches);
