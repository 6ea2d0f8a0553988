//! Nouns that no list has, alone on their lines with numbers that run on: 計劃1：, 計劃2：. One such line is a field to be filled
//! in like any other.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::added;
use super::candidate::Candidate;
use super::marker::{Marker, variant};
use super::numeral::{self, Script};
use super::source::Source;
use super::style::Style;

/// Shortest and longest noun, in characters, and longest line, in bytes.
const NOUN: RangeInclusive<usize> = 2..=4;
const LINE: usize = 30;
/// Shortest paragraph that parts two of them, in characters.
const PARAGRAPH: usize = 20;
/// What a number belongs to where such a noun ends so, and it is no heading's: 附圖1, 表格一, 聯絡人1.
const NONE: &str = "图圖表式页頁期号號楼樓室班组組级級周週月日年版人员員格话話址片注註";
/// What one weighs.
const WEIGHT: f32 = 3.0;

/// Adds the headings whose nouns only their numbers tell: 1, 2, 3 in order behind the same noun, with a paragraph behind each.
pub(super) fn add(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut named: HashMap<&str, Vec<(usize, Marker)>> = HashMap::new();
    for line in added::free_lines(source, heads) {
        if let Some((noun, marker)) = read(source.line(line)) {
            named.entry(noun).or_default().push((line, marker));
        }
    }
    named.retain(|_, series| runs_on(source, series));
    added::insert(source, heads, named.into_values().flatten());
}

/// The noun that `line` consists of, and the marker with its number.
fn read(line: &str) -> Option<(&str, Marker)> {
    if line.len() > LINE {
        return None;
    }
    let is_of_noun = |c: char| ('一'..='鿿').contains(&c) && !numeral::is_han(c);
    let rest = line.trim_start_matches(is_of_noun);
    let noun = line.strip_suffix(rest)?;
    let number = numeral::read(rest)
        .filter(|number| matches!(number.script, Script::Han | Script::Arabic) && number.value > 0)?;
    let is_whole = matches!(rest.get(number.len..)?, "" | "：" | ":");
    let is_noun = NOUN.contains(&noun.chars().count()) && !noun.ends_with(|c| NONE.contains(c));
    let marker = Marker::new(Style::Case, variant::NOUN, number.value, line.len(), WEIGHT);
    (is_whole && is_noun).then_some((noun, marker))
}

/// Whether the numbers run on from 1, and a paragraph stands behind each but the last.
fn runs_on(source: Source<'_>, series: &[(usize, Marker)]) -> bool {
    let mut expected = 1..;
    let ascends = series.iter().all(|(_, marker)| expected.next() == Some(marker.value));
    let has_text = |from: usize, to: usize| {
        (from + 1..to).any(|line| source.line(line).chars().nth(PARAGRAPH - 1).is_some())
    };
    let mut pairs = series.windows(2);
    series.len() > 1
        && ascends
        && pairs.all(|pair| matches!(pair, [(from, _), (to, _)] if has_text(*from, *to)))
}
