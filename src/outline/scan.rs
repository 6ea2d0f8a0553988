//! Candidates: all markers of a text, at the starts of paragraphs and inside them.

use std::ops::ControlFlow;

use super::candidate::{Candidate, Place};
use super::chained;
use super::contents;
use super::format::Line;
use super::inline;
use super::known::Titles;
use super::marker::{self, Marker, variant};
use super::row;
use super::settle;
use super::source::Source;
use super::stems::Stems;
use super::style::Style;
use crate::progress::Progress;
use crate::text::is_blank;

/// All markers of a text.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Those that a line starts or, as a part's number, ends with.
    pub heads: Vec<Candidate>,
    /// Those inside lines, and those at their start that never number a section.
    pub points: Vec<Candidate>,
    /// Titles that stand alone on a line.
    pub titles: Titles,
}

impl Candidates {
    /// What only all of the text tells; points that stand inside a mark that it has told are none.
    fn settle(&mut self, source: Source<'_>, stems: &Stems) {
        self.heads.retain_mut(|head| stems.settle(source, head));
        settle::settle(source, &mut self.heads);
        let mut heads = self.heads.iter().peekable();
        self.points.retain(|point| {
            while heads.next_if(|head| head.paragraph < point.paragraph).is_some() {}
            heads.peek().is_none_or(|head| {
                head.paragraph != point.paragraph || head.range.end <= point.range.start || head.is_suffix()
            })
        });
    }
}

/// Longest heading that fills its line, in bytes: about 50 Chinese characters.
const HEADING_LINE: usize = 150;

/// Shortest first sentence of such a plan, in characters, and what it begins with.
const PLAN: usize = 14;
const PLANS: &str = "主要 首先 重点 重點 介绍 介紹 阐述 闡述 论述 論述 讨论 討論 分析 研究 描述 总结 總結 给出 給出 说明 說明 \
                     提出 本章 将 將 先";
/// Longest title before a bracket in its line, in characters.
const TITLED: usize = 16;
/// What a heading weighs besides that fills its line.
const FILLS_LINE: f32 = 0.8;
/// What a heading costs where its number goes on with a list inside the paragraph above.
const ORPHAN: f32 = 4.0;
/// What a marker weighs at least: leaving it out is never free.
const LEAST: f32 = 0.1;

/// So many markers any text may have, and one for so many bytes besides: as many as the densest laws have, however many
/// stand in one file. Each takes up to two hundred bytes until the outline is there.
const MOST: usize = 350_000;
const DENSEST: usize = 192;

/// Finds all markers; `None` where there are more than an outline is made of.
pub(super) fn scan(source: Source<'_>, progress: &mut Progress<'_>) -> ControlFlow<(), Option<Candidates>> {
    let most = MOST + source.text.len() / DENSEST;
    let mut found = Candidates::default();
    let mut stems = Stems::default();
    let mut last = LastMarkers::default();
    let mut fences = Fences::new(source);
    for index in 0..source.blocks.len() {
        let line = source.line(index);
        let start = source.start(index);
        progress.look(line.len(), start, source.text.len())?;
        let said = source.said.of(index);
        if source.said.is_no_head(index, source.range(index)) || fences.holds(line) {
            continue;
        }
        let mut from = 0;
        if let Line::Heading(level) = said {
            let heading = source.said.candidate(index, source.range(index), level, line);
            last.see(&heading, Began::Line);
            from = heading.range.end.get() - start;
            found.heads.push(heading);
            if heading.style == Style::Heading {
                continue;
            }
        } else if contents::has_leader(line) {
            if let Some(entry) = marker::read_line(line) {
                found.titles.note(line, index, &entry);
            }
            continue;
        } else if let Some(head) = marker::read_line(line).filter(|head| {
            head.weight > 0.0
                && !row::is_row(head, line)
                && !contents::leads_on(line, head.end, source.line(index + 1))
        }) {
            if !head.style.is_point() && !source.said.is_whole() {
                found.titles.note(line, index, &head);
                let wrapped = wrap_burden(source, index, found.heads.last());
                found.heads.push(head_candidate((source, index), &head, wrapped, &mut last));
                from = head.end;
            }
        } else if let Some(part) = stems.part(line).filter(|_| !source.said.is_whole()) {
            found.heads.push(Candidate::new(index, start, &part, part.weight));
            continue;
        }
        let boundary = from > 0 || !source.continues(index) || ends_with_boundary(source, index);
        let tell = |at, looked| progress.look(looked, start + at, source.text.len());
        inline::for_each(line, from, boundary, tell, |marker, glued| {
            let place = if glued { Place::Glued } else { Place::Inside };
            let point = Candidate { place, ..Candidate::new(index, start, marker, marker.weight) };
            if found.points.len() < most {
                found.points.push(point);
            }
            last.see(&point, begins(line.get(from..marker.start).unwrap_or_default(), from > 0));
        })?;
        if found.heads.len() + found.points.len() >= most {
            return ControlFlow::Continue(None);
        }
    }
    found.settle(source, &stems);
    ControlFlow::Continue(Some(found))
}

/// The candidate whose marker `head` starts the line at `index`; it costs `wrapped` besides that the line is wrapped.
fn head_candidate(
    (source, index): (Source<'_>, usize),
    head: &Marker,
    wrapped: f32,
    last: &mut LastMarkers,
) -> Candidate {
    let weight = score(head, source.line(index)).max(LEAST);
    let candidate = Candidate::new(index, source.start(index), head, weight);
    let goes_on = last.see(&candidate, Began::Line);
    let chained = goes_on && head.style == Style::Article;
    let orphan = if goes_on && !chained { ORPHAN } else { 0.0 };
    Candidate { burden: orphan + wrapped, chained, ..candidate }
}

fn ends_with_boundary(source: Source<'_>, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| inline::is_boundary(source.line(before)))
}

/// The fences of programmes in Markdown: what stands between two is no text.
struct Fences {
    /// How many are to come.
    left: usize,
    inside: bool,
}

impl Fences {
    fn new(source: Source<'_>) -> Self {
        let left = (0..source.blocks.len()).filter(|&line| Self::is_fence(source.line(line))).count();
        Self { left, inside: false }
    }

    /// Whether `line`, the next of the text, is a fence or stands inside. One that is never closed is none.
    fn holds(&mut self, line: &str) -> bool {
        if !Self::is_fence(line) {
            return self.inside;
        }
        self.left = self.left.saturating_sub(1);
        self.inside = !self.inside && self.left > 0;
        true
    }

    fn is_fence(line: &str) -> bool {
        line.starts_with("```") || line.starts_with("~~~")
    }
}

/// Where a list begins.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Began {
    /// At the start of a line.
    Line,
    /// Inside a line, right behind another marker or a label: 1. (1) 題, 答：1、題. The second tells where the list goes on.
    Label,
    /// Inside a line.
    Inside,
}

/// The last marker of a style.
#[derive(Debug)]
struct LastMarker {
    style: Style,
    value: u32,
    line: usize,
    /// Where its list began.
    began: Began,
    /// The last number that started a line, and did not go on with a list inside one.
    starts_line: u32,
}

/// The last marker of each style.
#[derive(Debug, Default)]
struct LastMarkers(Vec<LastMarker>);

impl LastMarkers {
    /// Takes note of `candidate`, which stands at such a place. Tells whether it goes on with a list that began inside
    /// a line just before: where a page was cut, its last items come to stand at the start of a line.
    fn see(&mut self, candidate: &Candidate, place: Began) -> bool {
        let (style, value, line) = (candidate.style, candidate.value, candidate.paragraph);
        let starts_line = if place == Began::Line { value } else { 0 };
        let Some(last) = self.0.iter_mut().find(|last| last.style == style) else {
            self.0.push(LastMarker { style, value, line, began: place, starts_line });
            return false;
        };
        let goes_on = last.value + 1 == value && line - last.line <= 2;
        let began = match last.began {
            _ if !goes_on => place,
            Began::Label if place != Began::Line => Began::Inside,
            began => began,
        };
        let is_orphan = goes_on
            && began == Began::Inside
            && !(place == Began::Line && value > 1 && last.starts_line + 1 == value);
        let starts_line = if place == Began::Line && !is_orphan { value } else { last.starts_line };
        *last = LastMarker { style, value, line, began, starts_line };
        is_orphan
    }
}

/// Longest label before a list, in characters.
const LABEL: usize = 5;

/// Where the list of a marker behind `before`, the text of its line behind the marker that starts it, if one does, begins.
fn begins(before: &str, is_behind_marker: bool) -> Began {
    let label = before.trim_end_matches(is_blank);
    let is_label = label.ends_with(['：', ':']) && label.chars().nth(LABEL).is_none();
    if (is_behind_marker && label.is_empty()) || (!is_behind_marker && is_label) {
        Began::Label
    } else {
        Began::Inside
    }
}

/// A marker's weight together with the shape of its line.
fn score(marker: &Marker, line: &str) -> f32 {
    let rest = line.get(marker.end..).unwrap_or_default();
    let title = marker.style.is_fixed().then(|| chained::title_end(rest)).flatten();
    let rest = title.and_then(|end| rest.get(..end)).unwrap_or(rest);
    // 第一章說到這裏，…。; but 第一章緒論【目標】知道…。
    let is_titled = || rest.chars().take(TITLED).any(|c| c == '【');
    let is_bare = marker.style.is_fixed()
        && marker.style != Style::Article
        && marker.variant == variant::BARE
        && !is_titled();
    // 第一回見到那盞燈，他在門外，看了 where a line was wrapped: more than the two halves of a chapter's title.
    let clauses = || rest.chars().filter(|c| matches!(c, '，' | ',')).count();
    let is_prose = is_bare && (rest.trim_end_matches('。').contains('。') || clauses() > 1);
    if is_plan(marker, rest) {
        return 0.0;
    }
    let shape = match rest.chars().next_back() {
        Some(_) if is_prose => -2.2,
        Some('；' | ';' | '—') => -1.5,
        Some('，' | ',' | '、') => -0.7,
        None if marker.style.is_fixed() => FILLS_LINE,
        Some(c) if !matches!(c, '。' | '！' | '!') && rest.len() <= HEADING_LINE => FILLS_LINE,
        Some('。') if is_bare && rest.contains(['，', ',']) => -2.2,
        _ => 0.0,
    };
    marker.weight + shape
}

/// Whether the line tells what a chapter will be about: 第二章 首先說明…，…。然後…。 A plan of the chapters names them all.
fn is_plan(marker: &Marker, rest: &str) -> bool {
    let is_chapter = marker.style.is_fixed() && !matches!(marker.style, Style::Article | Style::Part);
    let words = rest.trim_start_matches(is_blank);
    let sentence = words.split('。').next().unwrap_or_default();
    is_chapter
        && sentence.len() < words.len()
        // A blank parts a title from its text: 第四章 先土後石　土先夯實了…。
        && !sentence.chars().take(PLAN).any(is_blank)
        && sentence.chars().nth(PLAN).is_some()
        && PLANS.split_whitespace().any(|word| words.starts_with(word))
}

/// Whether what stands behind the marker `head` is a title: no mark stands in it.
fn is_title(source: Source<'_>, head: &Candidate) -> bool {
    let title = source.text.get(head.range.end.get()..source.range(head.paragraph).end.get());
    title.is_some_and(|title| !title.contains(MARKS))
}

/// Marks that no title has inside.
const MARKS: [char; 10] = ['，', '。', '；', '：', '、', '！', '？', ',', ';', ':'];

/// What a heading on the line at `index`, behind the marker `last`, costs where its line goes on with the one above: it
/// was probably wrapped there, the less so if the line above is a title or ends a sentence.
fn wrap_burden(source: Source<'_>, index: usize, last: Option<&Candidate>) -> f32 {
    let is_below_title = || last.is_some_and(|last| last.paragraph + 1 == index && is_title(source, last));
    let stopped = || {
        let above = source.line(index.saturating_sub(1));
        let inner = above.trim_end_matches(['”', '」', '』', '）', ')']);
        inner.ends_with(['。', '！', '？', '!', '?'])
    };
    match source.continues(index) {
        false => 0.0,
        true if is_below_title() || stopped() => 1.5,
        true => 4.5,
    }
}
