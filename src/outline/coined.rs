//! Nouns and units that no list has, at the starts of lines with numbers that run on: 計劃1：, 計劃2：; 第1標段：, 第2標段：;
//! letters without a mark, A 種稻, B 種茶; and volumes with their titles glued to them. One such line is a field to be
//! filled in like any other.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::added;
use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::numeral::{self, Script};
use super::source::{self, Source};
use super::style::Style;
use crate::text::is_blank;

/// Shortest and longest noun, longest unit and longest title behind them, in characters, and longest line, in bytes.
const NOUN: RangeInclusive<usize> = 2..=4;
const UNIT: usize = 2;
const TITLE: usize = 24;
const LINE: usize = 120;
/// Shortest paragraph that parts two of them, in characters.
const PARAGRAPH: usize = 20;
/// Fewest units with titles that have nothing numbered below them.
const FEWEST: usize = 3;
/// So many of so many have a paragraph behind them.
const SOME: (usize, usize) = (3, 4);
/// What a number belongs to where such a noun ends so, and it is no heading's: 附圖1, 表格一, 聯絡人1.
const NONE: &str = "图圖表式页頁期号號楼樓室班组組级級周週月日年版人员員格话話址片注註";
/// What a title has none of.
const STOPS: [char; 7] = ['，', ',', '。', '；', ';', '：', ':'];
/// What one weighs.
const WEIGHT: f32 = 3.0;
/// What the volumes of a book have in common.
const VOLUME: &str = "卷";
/// What lines that begin with a letter have in common.
const LETTERS: &str = "A";

/// A line that begins so.
struct Coined<'a> {
    /// The noun, or 第 with the unit: what the lines of a series have in common.
    noun: &'a str,
    marker: Marker,
    /// Whether it has a title or a unit: then only what is numbered anew below each tells that it is a heading.
    is_titled: bool,
}

/// Adds the headings whose nouns only their numbers tell: 1, 2, 3 in order behind the same noun, with a paragraph behind
/// each, or a numbering that begins anew.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut named: HashMap<(&str, bool), Vec<(usize, Marker)>> = HashMap::new();
    for line in added::free_lines(source, heads) {
        if let Some(found) = read(source.line(line)) {
            named.entry((found.noun, found.is_titled)).or_default().push((line, found.marker));
        }
    }
    named.retain(|(noun, is_titled), series| {
        runs_on(series)
            && match (*noun, *is_titled) {
                (LETTERS, _) => counts_below(heads, series),
                (VOLUME, _) => series.len() >= FEWEST && has_texts(source, series),
                (noun, true) => {
                    counts_anew(heads, series)
                        || (!is_none(noun) && is_long(series) && has_texts(source, series))
                }
                (_, false) => has_texts(source, series),
            }
    });
    added::insert(source, heads, named.into_values().flatten());
}

/// What `line` begins with, if it is a noun or a unit with its number.
fn read<'a>(line: &'a str) -> Option<Coined<'a>> {
    if line.len() > LINE {
        return None;
    }
    if let Some(found) = read_letter(line).or_else(|| read_volume(line)) {
        return Some(found);
    }
    let noun = leading_words(line);
    let is_unit = noun == "第";
    // 第 1 題　抽籤
    let unspaced = |text: &'a str| if is_unit { text.trim_start_matches(is_blank) } else { text };
    let rest = unspaced(line.get(noun.len()..)?);
    let number = numeral::read(rest)
        .filter(|number| matches!(number.script, Script::Han | Script::Arabic) && number.value > 0)?;
    let behind = unspaced(rest.get(number.len..)?);
    let counted = if is_unit { leading_words(behind) } else { noun };
    let length = counted.chars().count();
    let fits = if is_unit { (1..=UNIT).contains(&length) } else { NOUN.contains(&length) };
    if !fits || (!is_unit && is_none(counted)) {
        return None;
    }
    let title = if is_unit { behind.get(counted.len()..)? } else { behind };
    let colon = title.strip_prefix(['：', ':']);
    let is_apart = |c: char| is_blank(c) || "（(".contains(c);
    let is_spaced = rest.len() < line.len() - noun.len();
    let is_named =
        (colon.is_some() && !is_spaced) || (is_unit && title.starts_with(is_apart)) || title.is_empty();
    let title = colon.unwrap_or(title);
    let style = if is_unit { Style::Lesson } else { Style::Case };
    let marker = Marker::new(style, variant::NOUN, number.value, line.len() - title.len(), WEIGHT);
    let is_titled = is_unit || !title.is_empty();
    (is_named && may_be_title(title)).then_some(Coined { noun: counted, marker, is_titled })
}

/// Whether the number of what ends so is hardly ever a heading's.
fn is_none(noun: &str) -> bool {
    noun.ends_with(|c| NONE.contains(c))
}

/// What `line` begins with, if it is a letter, a blank and a title: A 種稻.
fn read_letter(line: &str) -> Option<Coined<'_>> {
    let letter = line.chars().next().filter(char::is_ascii_uppercase)?;
    let title = line.strip_prefix(letter).filter(|rest| rest.starts_with(is_blank))?;
    let is_title = may_be_title(title) && source::has_words(title);
    let value = u32::from(letter) - u32::from('A') + 1;
    let marker = Marker::new(Style::Lesson, variant::NOUN, value, 1, WEIGHT);
    is_title.then_some(Coined { noun: LETTERS, marker, is_titled: true })
}

/// What `line` begins with, if it is 卷 and its number, and the title is glued to that: 卷四據守必審形勢.
fn read_volume(line: &str) -> Option<Coined<'_>> {
    let rest = line.strip_prefix(VOLUME)?;
    let number = numeral::read(rest).filter(|number| number.script == Script::Han && number.value > 0)?;
    let title = rest.get(number.len..).filter(|title| may_be_title(title) && source::has_words(title))?;
    let marker = Marker::new(Style::Volume, variant::NOUN, number.value, line.len() - title.len(), WEIGHT);
    Some(Coined { noun: VOLUME, marker, is_titled: true })
}

/// Whether `title` is short and without a mark inside.
fn may_be_title(title: &str) -> bool {
    title.chars().nth(TITLE).is_none() && !title.contains(STOPS)
}

/// The Chinese words without a number that `text` begins with.
fn leading_words(text: &str) -> &str {
    let is_of_word = |c: char| ('一'..='鿿').contains(&c) && !numeral::is_han(c);
    text.strip_suffix(text.trim_start_matches(is_of_word)).unwrap_or_default()
}

/// Whether the numbers run on from 1, or those of more units from any number: an excerpt has lost the first. One of more may
/// be there twice by mistake.
fn runs_on(series: &[(usize, Marker)]) -> bool {
    let first = series.first().map_or(1, |(_, marker)| marker.value);
    let is_unit = |marker: &Marker| matches!(marker.style, Style::Lesson | Style::Volume);
    let may_be_late = series.len() > FEWEST && series.iter().all(|(_, marker)| is_unit(marker));
    let steps = series.windows(2).map(|pair| match pair {
        [(_, above), (_, below)] => below.value.checked_sub(above.value),
        _ => None,
    });
    let repeats = steps.clone().filter(|step| *step == Some(0)).count();
    series.len() > 1
        && (first == 1 || may_be_late)
        && steps.clone().all(|step| matches!(step, Some(0 | 1)))
        && repeats <= usize::from(series.len() > FEWEST)
}

/// Whether there are enough of them to tell by nothing else but their order: 第一則 題, 第二則 題, 第三則 題.
fn is_long(series: &[(usize, Marker)]) -> bool {
    series.len() >= FEWEST && series.iter().all(|(_, marker)| marker.style == Style::Lesson)
}

/// Whether a text stands behind each but the last, and behind most of them a paragraph.
fn has_texts(source: Source<'_>, series: &[(usize, Marker)]) -> bool {
    let is_paragraph = |line: usize| source.line(line).chars().nth(PARAGRAPH - 1).is_some();
    let gaps = series.windows(2).filter_map(|pair| Some(pair.first()?.0 + 1..pair.last()?.0));
    let long = gaps.clone().filter(|gap| gap.clone().any(is_paragraph)).count();
    gaps.clone().all(|gap| !gap.is_empty()) && long * SOME.1 >= (series.len() - 1) * SOME.0
}

/// Whether what comes behind each is the first of a numbering, of the same kind each time.
fn counts_anew(heads: &[Candidate], series: &[(usize, Marker)]) -> bool {
    let mut ends = series.iter().skip(1).map(|(line, _)| *line).chain([usize::MAX]);
    let mut firsts = series.iter().map(|(line, _)| {
        let behind = heads.partition_point(|head| head.paragraph <= *line);
        let end = ends.next()?;
        heads.get(behind).filter(|head| head.value == 1 && head.paragraph < end).map(|head| head.style)
    });
    let first = firsts.next().flatten();
    first.is_some_and(|style| !style.is_fixed()) && firsts.all(|other| other == first)
}

/// Whether the next number of one numbering, or its first each time, stands right below each.
fn counts_below(heads: &[Candidate], series: &[(usize, Marker)]) -> bool {
    let below = |line: &usize| {
        let behind = heads.partition_point(|head| head.paragraph <= *line);
        let head = heads.get(behind).filter(|head| head.paragraph == line + 1)?;
        let before = behind.checked_sub(1).and_then(|before| heads.get(before));
        let goes_on =
            before.is_some_and(|before| before.style == head.style && before.value + 1 == head.value);
        (goes_on || head.value == 1).then_some(head.style)
    };
    let mut styles = series.iter().map(|(line, _)| below(line));
    let first = styles.next().flatten();
    first.is_some_and(|style| !style.is_fixed()) && styles.all(|other| other == first)
}
