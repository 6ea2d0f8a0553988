//! Hard wraps: texts whose paragraphs are broken into lines of one width.
//!
//! A text is hard-wrapped where many of its lines end at one width, hardly any is wider, many fewer are a little
//! narrower, and few of those that are full end a sentence or stand above what no line goes on with; where all this is
//! plainer still, more lines may be wider.
//! Width is measured in characters (programs that cut after 40 characters) or in cells, two for each ideograph
//! (programs that cut at column 80), whichever explains more lines. In such a text a line that follows a full one
//! directly, without an indent of its own, goes on with it; so does one that hangs below a number whose line ends no
//! sentence.

/// Widest line that counts as wrapped, in half ideographs; wider ones are paragraphs on one line.
const WIDEST: usize = 240;
/// Narrowest wrap, in half ideographs.
const NARROWEST: usize = 30;
/// How much a full line may fall short or stick out, in half ideographs: stops that must not start a line, and quotes
/// that count as wide or narrow.
const SLACK: usize = 4;
/// Longest line that is measured, in bytes; a longer one is wider than [`WIDEST`].
const LONGEST: usize = WIDEST * 4;
/// Fewest full lines that tell a width.
const FEWEST: usize = 6;
/// What a point of a list begins with.
const BULLETS: [&str; 4] = ["- ", "* ", "• ", "● "];
/// Shortest rule between two parts, in bytes.
const RULE: usize = 5;
/// What a number at the start of a line is written with, what may open it, and what closes it.
const NUMERALS: &str = "一二三四五六七八九十百壹貳贰參叁肆伍陸陆柒捌玖拾０１２３４５６７８９";
const OPENERS: &str = "第（(【〔";
const CLOSERS: &str = "、．.)）】〕 　章節节條条";

/// What a line looks like.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(super) struct LineMetrics {
    /// 0-based index of the line in the text, blank lines counted.
    line: usize,
    /// Width of its indent, in cells.
    indent: u16,
    /// Width of the whole line, in characters times two.
    chars: u16,
    /// The same in cells.
    cells: u16,
    /// Whether its last character ends a sentence.
    stops: bool,
    /// Whether it begins with a number.
    numbered: bool,
    /// Whether it begins with a bullet.
    bulleted: bool,
    /// Whether it is nothing but a rule, -----, or a row of a table.
    rules: bool,
}

/// How width is measured.
#[derive(Clone, Copy, Debug)]
enum Measure {
    Chars,
    Cells,
}

impl LineMetrics {
    /// The shape of the line at 0-based index `line`, made of `indent` and `words`.
    pub(super) fn new(line: usize, indent: &str, words: &str) -> Self {
        let (indent_chars, indent_cells) = widths(indent);
        let (chars, cells) = widths(words);
        let rules = words.len() >= RULE && (words.starts_with('|') || !words.contains(char::is_alphanumeric));
        let stops = words.ends_with(['。', '！', '？', '：', '；', '!', '?', ':', ';', '”', '」']);
        Self {
            line,
            indent: indent_cells,
            chars: indent_chars.saturating_add(chars),
            cells: indent_cells.saturating_add(cells),
            stops,
            numbered: is_numbered(words),
            bulleted: is_bulleted(words),
            rules,
        }
    }

    /// Whether `line`, the next that is not blank, may go on with it.
    fn may_go_on(self, line: Self) -> bool {
        line.line == self.line + 1 && !line.bulleted && !line.rules
    }

    fn width(self, measure: Measure) -> usize {
        usize::from(match measure {
            Measure::Chars => self.chars,
            Measure::Cells => self.cells,
        })
    }
}

/// Whether `words` begin with the bullet of a point.
pub(crate) fn is_bulleted(words: &str) -> bool {
    BULLETS.iter().any(|bullet| words.starts_with(bullet))
}

/// Whether `words` begin with a number: 一、 (1) 第三條 ①.
fn is_numbered(words: &str) -> bool {
    if words.starts_with(|c| matches!(c, '①'..='⒛' | '㈠'..='㈩')) {
        return true;
    }
    let inner = words.strip_prefix(|c| OPENERS.contains(c)).unwrap_or(words);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    rest.len() < inner.len() && rest.starts_with(|c| CLOSERS.contains(c))
}

/// Width of `text` in characters times two and in cells; too wide for any wrap where it is too long to measure.
fn widths(text: &str) -> (u16, u16) {
    if text.len() > LONGEST {
        return (u16::MAX, u16::MAX);
    }
    let (mut chars, mut wide) = (0_u16, 0_u16);
    // By first bytes, which takes a tenth of the time that characters take: from E2 on (U+2000) all are wide.
    for byte in text.bytes() {
        chars += u16::from(byte & 0xc0 != 0x80);
        wide += u16::from(byte >= 0xe2);
    }
    if text.as_bytes().contains(&0xe1) {
        let between = |c: &char| ('\u{1100}'..'\u{2000}').contains(c);
        wide += u16::try_from(text.chars().filter(between).count()).unwrap_or(0);
    }
    (2 * chars, chars + wide)
}

/// How many lines have which width, by both measures.
#[derive(Debug, Default)]
pub(super) struct Widths {
    chars: Counts,
    cells: Counts,
    lines: usize,
    /// The least indent, in cells.
    margin: Option<u16>,
    /// The last line, which is counted when the next is seen.
    last: Option<LineMetrics>,
}

impl Widths {
    /// Counts a line, unless it is a rule.
    pub(super) fn add(&mut self, line: LineMetrics) {
        if let Some(last) = self.last.replace(line) {
            self.count(last, last.may_go_on(line) && !line.numbered);
        }
    }

    /// Counts a line that the next one may go on with.
    fn count(&mut self, line: LineMetrics, may_go_on: bool) {
        if line.rules {
            return;
        }
        let stops = line.stops || !may_go_on;
        self.chars.add(line.width(Measure::Chars), stops);
        self.cells.add(line.width(Measure::Cells), stops);
        self.lines += 1;
        self.margin = Some(self.margin.map_or(line.indent, |margin| margin.min(line.indent)));
    }

    /// How the lines are wrapped; `None` where they are not.
    pub(super) fn wrap(mut self) -> Option<Wrap> {
        if let Some(last) = self.last.take() {
            self.count(last, false);
        }
        let found = [(Measure::Chars, &self.chars), (Measure::Cells, &self.cells)]
            .into_iter()
            .filter_map(|(measure, counts)| {
                counts.full(self.lines).map(|(full, count)| (measure, full, count))
            })
            .max_by_key(|(_, _, count)| *count);
        found.map(|(measure, full, _)| Wrap { measure, full, margin: self.margin.unwrap_or(0) })
    }
}

/// How a text is wrapped: the width of full lines, and the least indent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrap {
    measure: Measure,
    full: usize,
    margin: u16,
}

impl Wrap {
    /// Whether `line`, the next that is not blank, goes on with the line `above`.
    pub(super) fn joins(self, above: LineMetrics, line: LineMetrics) -> bool {
        let is_full = around(self.full).contains(&above.width(self.measure)) && !above.rules;
        let below = line.indent == above.indent || (above.numbered && line.indent > above.indent);
        let hangs = below && !above.stops && !line.numbered;
        is_full && above.may_go_on(line) && (line.indent <= self.margin + 1 || hangs)
    }
}

/// The widths of lines that are full where lines are wrapped at `full`.
fn around(full: usize) -> std::ops::RangeInclusive<usize> {
    full.saturating_sub(SLACK)..=full + SLACK
}

/// How many lines have each width, and how many of those end a sentence; wider ones than [`WIDEST`] are counted
/// together.
#[derive(Debug)]
struct Counts([(usize, usize); WIDEST + 2]);

impl Default for Counts {
    fn default() -> Self {
        Self([(0, 0); WIDEST + 2])
    }
}

impl Counts {
    fn add(&mut self, width: usize, stops: bool) {
        if let Some((count, stopped)) = self.0.get_mut(width.min(WIDEST + 1)) {
            *count += 1;
            *stopped += usize::from(stops);
        }
    }

    /// How many lines there are of a width from `from` to `to`, and how many of them end a sentence.
    fn within(&self, from: usize, to: usize) -> (usize, usize) {
        let counts = self.0.iter().take(to + 1).skip(from);
        counts.fold((0, 0), |(lines, stopped), (more, more_stopped)| (lines + more, stopped + more_stopped))
    }

    /// The width at which `lines` lines are wrapped and how many reach it; `None` where they are not.
    fn full(&self, lines: usize) -> Option<(usize, usize)> {
        if lines < FEWEST {
            return None;
        }
        let count_of = |width: &usize| self.0.get(*width).map_or(0, |(count, _)| *count);
        let full = (NARROWEST..=WIDEST - SLACK).max_by_key(count_of)?;
        let (count, stopped) = self.within(full - SLACK, full + SLACK);
        let (nearly, _) = self.within(full - 3 * SLACK - 1, full - SLACK - 1);
        let (wider, _) = self.within(full + SLACK + 1, WIDEST + 1);
        let only = count >= FEWEST
            && count * 12 >= lines
            && count > 2 * nearly
            && wider <= 1 + lines / 50
            && stopped * 3 <= count;
        // Text out of printed pages has tables, formulas and Latin words, which stick out.
        let most = count >= 2 * FEWEST
            && count * 5 >= lines
            && count > 4 * nearly
            && wider <= count
            && stopped * 5 <= count;
        (only || most).then_some((full, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn continuing_lines(text: &str) -> Vec<bool> {
        let line_metrics: Vec<_> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(index, line)| {
                let words = line.trim_start();
                LineMetrics::new(index, line.strip_suffix(words).unwrap(), words)
            })
            .collect();
        let mut widths = Widths::default();
        for metrics in &line_metrics {
            widths.add(*metrics);
        }
        let wrap = widths.wrap();
        let joins = |pair: &[LineMetrics]| wrap.is_some_and(|wrap| wrap.joins(pair[0], pair[1]));
        std::iter::once(false).chain(line_metrics.windows(2).map(joins)).collect()
    }

    #[test]
    fn widths_are_those_of_the_characters() {
        let cells = |c: char| if c < '\u{1100}' { 1 } else { 2 };
        for text in
            ["", "abc", "漢字，abc", "é\u{10ff}\u{1100}\u{11ff}\u{1fff}\u{2000}", "“𠀀”…\u{ffff}\u{10ffff}"]
        {
            let chars = u16::try_from(text.chars().count()).unwrap();
            assert_eq!(widths(text), (2 * chars, text.chars().map(cells).sum()), "{text}");
        }
        assert_eq!(widths(&"a".repeat(LONGEST + 1)), (u16::MAX, u16::MAX));
    }

    #[test]
    fn lines_after_full_lines_go_on_with_them() {
        let full = "春天的園子裏草木都發了芽工人們忙著鬆土";
        let text = format!("{full}\n{full}\n{full}\n澆水。\n\n{full}\n種花。\n{full}\n{full}\n　　{full}\n");
        let expected = [false, true, true, true, false, true, false, true, false];
        assert_eq!(continuing_lines(&text), expected);
    }

    #[test]
    fn a_rule_as_wide_as_the_lines_goes_on_with_nothing() {
        let (full, rule) = ("春天的園子裏草木都發了芽工人們忙著鬆土", "=".repeat(38));
        let text = format!("{full}\n{full}\n{full}\n種花。\n{rule}\n花的種法\n{rule}\n").repeat(4);
        let expected = [false, true, true, true, false, false, false];
        assert_eq!(continuing_lines(&text), expected.repeat(4));
    }

    #[test]
    fn lines_that_hang_below_a_number_go_on_with_it() {
        let (first, more) =
            ("一、春天的園子裏草木都發了芽工人們忙著鬆", "　　土又忙著澆水園子裏的人沒有一個閒著還");
        let text = format!("{first}\n{more}\n{more}\n　　在種。\n{first}\n　　（一）鬆土。\n").repeat(2);
        let expected = [false, true, true, true, false, false];
        assert_eq!(continuing_lines(&text), [expected, expected].concat());
    }

    #[test]
    fn plainly_wrapped_lines_may_have_wider_ones_between() {
        let full = "春天的園子裏草木都發了芽工人們忙著鬆土";
        let wide = |at: usize| format!("{full}{}\n", "甲乙　".repeat(at % 5 + 2));
        let page = |at| format!("{full}\n{full}\n{full}\n種花。\n{}{}", wide(at), wide(at + 1));
        let expected = [false, true, true, true, false, false];
        assert_eq!(continuing_lines(&(0..6).map(page).collect::<String>()), expected.repeat(6));
        let tables = |at| format!("{full}\n種花。\n{}{}", wide(at), wide(at + 1));
        assert!(
            continuing_lines(&(0..12).map(tables).collect::<String>()).iter().all(|continues| !continues)
        );
    }

    #[test]
    fn long_paragraphs_are_no_wrapped_lines() {
        let text = format!("{}\n", "園子裏的草木".repeat(40)).repeat(8);
        assert!(continuing_lines(&text).iter().all(|continues| !continues));
    }

    #[test]
    fn paragraphs_of_any_length_are_no_wrapped_lines() {
        let text =
            "短。\n這一行比較長一些，說的是園子裏的草木與花。\n又短。\n中等長度的一行字在這裏。\n".repeat(5);
        assert!(continuing_lines(&text).iter().all(|continues| !continues));
    }
}
