//! How positions in a converted text correspond to positions in its source.
//!
//! The fast engine tells it, piece by piece. OpenCC tells nothing; then there are three answers, from exact to
//! coarse:
//! 1. In all configurations but those with regional words, the n-th character stands for the n-th. That is
//!    asserted for each text: equally many, and a Chinese character only ever for a Chinese character, anything
//!    else for itself.
//! 2. Otherwise the converter is asked: where `convert(left) + convert(right) = convert(whole)`, the cut between
//!    `left` and `right` corresponds to the end of `convert(left)`. First at the ends of clauses, then by halving
//!    what is left, down to pieces that cannot be cut: the entries of the dictionary.
//! 3. A piece that resists corresponds as a whole: a position within it corresponds to its start.

use std::ops::Range;

use super::{Convert, Piece};

/// Longest entry of OpenCC's dictionaries in characters: a cut is looked for that far from the middle, since no
/// entry can cover more.
const LONGEST_ENTRY: usize = 16;

/// Corresponding byte offsets of a piece of source and its conversion. A position further on never corresponds to
/// one further back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetMap {
    /// In order and without gaps from the start of both texts; the last one is empty and marks their ends.
    spans: Vec<Span>,
}

/// What reaches up to the next span in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    source: usize,
    view: usize,
    /// Whether the two run alongside byte by byte; otherwise they correspond as wholes.
    alongside: bool,
}

impl OffsetMap {
    /// The map from `source` to `view`, which is what `converter` made of it.
    pub fn new(source: &str, view: &str, converter: &dyn Convert) -> Self {
        if let Some((converted, pieces)) = converter.convert_mapped(source)
            && converted == view
        {
            return Self::from_pieces(source, view, &pieces);
        }
        let mut map = Self { spans: Vec::new() };
        let mut end = Span { source: 0, view: 0, alongside: false };
        if source == view {
            map.push(&mut end, source.len(), view.len(), true);
        } else if converter.is_one_to_one() && corresponds_by_character(source, view) {
            map.push_characters(&mut end, source, view);
        } else {
            for (source, view) in clauses(source, view, converter) {
                map.push_pieces(&mut end, source, view, converter);
            }
        }
        map.spans.push(end);
        map
    }

    /// The map from `source` to `view` of which `pieces` tells what corresponds. A word that became another of as
    /// many Chinese characters corresponds character by character. Pieces that are none of the texts are left out:
    /// what they should cover corresponds as a whole.
    pub fn from_pieces(source: &str, view: &str, pieces: &[Piece]) -> Self {
        let mut map = Self { spans: Vec::new() };
        let mut end = Span { source: 0, view: 0, alongside: false };
        for piece in pieces {
            let from = source.get(end.source..end.source + piece.source);
            let to = view.get(end.view..end.view + piece.view);
            let (Some(from), Some(to)) = (from, to) else { break };
            if from == to {
                map.push(&mut end, from.len(), to.len(), true);
            } else if corresponds_by_character(from, to) {
                map.push_characters(&mut end, from, to);
            } else {
                map.push(&mut end, from.len(), to.len(), false);
            }
        }
        let (source_left, view_left) = (source.len() - end.source, view.len() - end.view);
        if source_left + view_left > 0 {
            map.push(&mut end, source_left, view_left, false);
        }
        map.spans.push(end);
        map
    }

    /// The same as consecutive pieces of `source` and `view`, which it maps.
    pub fn pieces(&self, source: &str, view: &str) -> Vec<Piece> {
        let pairs = self.spans.iter().zip(self.spans.iter().skip(1));
        let piece = |(from, to): (&Span, &Span)| {
            let same = source.get(from.source..to.source) == view.get(from.view..to.view);
            Piece { source: to.source - from.source, view: to.view - from.view, same }
        };
        pairs.map(piece).collect()
    }

    /// The view offset of `source`, both in bytes from the start of the piece. A character boundary gives a
    /// character boundary.
    pub fn view_from_source(&self, source: usize) -> usize {
        self.start(source, |span| (span.source, span.view))
    }

    /// The source offset of `view`, both in bytes from the start of the piece. A character boundary gives a
    /// character boundary.
    pub fn source_from_view(&self, view: usize) -> usize {
        self.start(view, |span| (span.view, span.source))
    }

    /// The part of the view that shows `source`: all of what corresponds as a whole where any of it is asked for.
    pub fn view_range(&self, source: Range<usize>) -> Range<usize> {
        self.range(source, |span| (span.source, span.view))
    }

    /// The part of the source that `view` shows: all of what corresponds as a whole where any of it is asked for.
    pub fn source_range(&self, view: Range<usize>) -> Range<usize> {
        self.range(view, |span| (span.view, span.source))
    }

    fn range(&self, range: Range<usize>, sides: fn(&Span) -> (usize, usize)) -> Range<usize> {
        let start = self.start(range.start, sides);
        let end = if range.is_empty() { start } else { self.end(range.end, sides) };
        start..end.max(start)
    }

    /// Where a piece that starts at `offset` on one side starts on the other.
    fn start(&self, offset: usize, sides: fn(&Span) -> (usize, usize)) -> usize {
        let next = self.spans.partition_point(|span| sides(span).0 <= offset);
        self.spans.get(next.saturating_sub(1)).map_or(0, |span| {
            let (from, to) = sides(span);
            if span.alongside { to + (offset - from) } else { to }
        })
    }

    /// Where a piece that ends at `offset` on one side ends on the other.
    fn end(&self, offset: usize, sides: fn(&Span) -> (usize, usize)) -> usize {
        let next = self.spans.partition_point(|span| sides(span).0 < offset);
        match next.checked_sub(1).and_then(|before| self.spans.get(before)) {
            Some(span) if span.alongside => {
                let (from, to) = sides(span);
                to + (offset - from)
            }
            _ => self.spans.get(next).or(self.spans.last()).map_or(0, |span| sides(span).1),
        }
    }

    fn push(&mut self, end: &mut Span, source: usize, view: usize, alongside: bool) {
        if !(alongside && self.spans.last().is_some_and(|last| last.alongside)) {
            self.spans.push(Span { alongside, ..*end });
        }
        end.source += source;
        end.view += view;
    }

    /// Character for character; where two differ in length, they correspond as wholes.
    fn push_characters(&mut self, end: &mut Span, source: &str, view: &str) {
        for (from, to) in source.chars().zip(view.chars()) {
            let (from, to) = (from.len_utf8(), to.len_utf8());
            self.push(end, from, to, from == to);
        }
    }

    /// By halving, down to what cannot be cut.
    fn push_pieces(&mut self, end: &mut Span, source: &str, view: &str, converter: &dyn Convert) {
        let mut pending = vec![(source, view)];
        while let Some((source, view)) = pending.pop() {
            if source == view {
                self.push(end, source.len(), view.len(), true);
            } else if let Some((left, right)) = halves(source, view, converter) {
                pending.push(right);
                pending.push(left);
            } else if corresponds_by_character(source, view) && source.chars().count() <= LONGEST_ENTRY {
                self.push_characters(end, source, view);
            } else {
                self.push(end, source.len(), view.len(), false);
            }
        }
    }
}

/// `pieces` of `source` and `view`, with those cut into characters in which each stands for one.
pub(super) fn by_character(source: &str, view: &str, pieces: &[Piece]) -> Vec<Piece> {
    let (mut fine, mut from, mut to) = (Vec::with_capacity(pieces.len()), 0, 0);
    for piece in pieces {
        let parts = (source.get(from..from + piece.source), view.get(to..to + piece.view));
        match parts {
            (Some(source), Some(view)) if !piece.same && corresponds_by_character(source, view) => {
                let of_character = |(from, to): (char, char)| Piece {
                    source: from.len_utf8(),
                    view: to.len_utf8(),
                    same: from == to,
                };
                fine.extend(source.chars().zip(view.chars()).map(of_character));
            }
            _ => fine.push(*piece),
        }
        (from, to) = (from + piece.source, to + piece.view);
    }
    fine
}

type Pair<'a> = (&'a str, &'a str);

/// Whether the n-th character of `view` can stand for the n-th of `source` throughout.
fn corresponds_by_character(source: &str, view: &str) -> bool {
    let mut view = view.chars();
    source.chars().all(|from| view.next().is_some_and(|to| from == to || is_han(from) && is_han(to)))
        && view.next().is_none()
}

/// Whether it is a Chinese character, radicals, iteration mark and 〇 among them.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The clauses of `source` with the parts of `view` that they became; both whole where that cannot be told.
fn clauses<'a>(source: &'a str, view: &'a str, converter: &dyn Convert) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    let mut rest = view;
    for clause in source.split_inclusive(ends_clause) {
        let shown = converter.convert(clause);
        match rest.split_at_checked(shown.len()) {
            Some((part, after)) if part == shown => {
                pairs.push((clause, part));
                rest = after;
            }
            _ => return vec![(source, view)],
        }
    }
    if rest.is_empty() { pairs } else { vec![(source, view)] }
}

fn ends_clause(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | ',' | '.' | ';' | ':' | '!' | '?' | '\n')
}

/// The two halves of `source`, as nearly as the converter lets us cut, with what each became.
fn halves<'a>(source: &'a str, view: &'a str, converter: &dyn Convert) -> Option<(Pair<'a>, Pair<'a>)> {
    let middle = source.floor_char_boundary(source.len() / 2);
    let (head, tail) = source.split_at(middle);
    let before = head.char_indices().rev().map(|(at, _)| at).take(LONGEST_ENTRY);
    let after = tail.char_indices().map(|(at, _)| middle + at).take(LONGEST_ENTRY);
    let mut cuts: Vec<usize> = before.chain(after).filter(|&at| at > 0).collect();
    cuts.sort_by_key(|&at| at.abs_diff(middle));
    cuts.into_iter().find_map(|at| {
        let (left, right) = source.split_at(at);
        let shown = converter.convert(left);
        let (shown_left, shown_right) = view.split_at_checked(shown.len())?;
        let is_cut = shown == shown_left && converter.convert(right) == shown_right;
        is_cut.then_some(((left, shown_left), (right, shown_right)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longest match over a few entries, as OpenCC works.
    #[derive(Debug)]
    struct Words(&'static [(&'static str, &'static str)]);

    impl Convert for Words {
        fn convert(&self, text: &str) -> String {
            let mut converted = String::new();
            let mut rest = text;
            while let Some(c) = rest.chars().next() {
                let longest = self
                    .0
                    .iter()
                    .filter(|(from, _)| rest.starts_with(from))
                    .max_by_key(|(from, _)| from.len());
                let (from, to) = longest.copied().unwrap_or_else(|| rest.split_at(c.len_utf8()));
                converted.push_str(if longest.is_some() { to } else { from });
                rest = rest.strip_prefix(from).unwrap();
            }
            converted
        }
    }

    const WORDS: Words = Words(&[
        ("优盘", "隨身碟"),
        ("肯尼亚", "肯亞"),
        ("软件", "軟體"),
        ("软", "軟"),
        ("国", "國"),
        ("的", "\u{20d4e}"),
    ]);

    /// `source|parts` must correspond to `view|parts`, cut by cut, in both directions.
    fn check(converter: &dyn Convert, source: &str, view: &str) {
        let plain = |marked: &str| marked.replace('|', "");
        let cuts = |marked: &str| {
            let parts = marked.split('|').scan(0, |at, part| {
                *at += part.len();
                Some(*at)
            });
            parts.collect::<Vec<_>>()
        };
        assert_eq!(converter.convert(&plain(source)), plain(view));
        let map = OffsetMap::new(&plain(source), &plain(view), converter);
        let got: Vec<_> = cuts(source).into_iter().map(|at| map.view_from_source(at)).collect();
        assert_eq!(got, cuts(view), "{map:?}");
        let back: Vec<_> = cuts(view).into_iter().map(|at| map.source_from_view(at)).collect();
        assert_eq!(back, cuts(source), "{map:?}");
    }

    #[test]
    fn words_of_other_lengths_shift_what_follows_and_nothing_before() {
        check(&WORDS, "我|有|优盘|和|软|件|。|肯尼亚|的|国", "我|有|隨身碟|和|軟|體|。|肯亞|\u{20d4e}|國");
    }

    #[test]
    fn shifts_that_cancel_out_do_not_hide_each_other() {
        check(&WORDS, "优盘|肯尼亚|国", "隨身碟|肯亞|國");
    }

    #[test]
    fn the_inside_of_a_word_is_its_start_and_a_range_takes_it_whole() {
        let map = OffsetMap::new("有优盘了", "有隨身碟了", &WORDS);
        assert_eq!(map.view_from_source(6), 3);
        assert_eq!(map.source_from_view(6), 3);
        assert_eq!(map.source_from_view(9), 3);
        assert_eq!(map.view_range(6..9), 3..12);
        assert_eq!(map.view_range(0..3), 0..3);
        assert_eq!(map.view_range(6..12), 3..15);
        assert_eq!(map.source_range(6..7), 3..9);
        assert_eq!(map.source_range(12..15), 9..12);
        assert_eq!(map.view_range(9..9), 12..12);
    }

    #[test]
    fn what_no_rule_explains_corresponds_as_a_whole() {
        #[derive(Debug)]
        struct Backwards;
        impl Convert for Backwards {
            fn convert(&self, text: &str) -> String {
                text.chars().rev().collect()
            }
            fn is_one_to_one(&self) -> bool {
                true
            }
        }
        let map = OffsetMap::new("a、b、c甲", "甲c、b、a", &Backwards);
        assert_eq!((map.view_from_source(4), map.source_from_view(4)), (0, 0));
        assert_eq!(map.view_range(1..2), 0..12);
        assert_eq!(map.view_from_source(12), 12);
    }

    #[test]
    fn pieces_are_taken_as_they_are() {
        let piece = |source, view, same| Piece { source, view, same };
        let pieces = [piece(3, 3, true), piece(6, 9, false), piece(6, 6, false), piece(3, 4, false)];
        let (source, view) = ("有优盘软件的", "有隨身碟軟體\u{20d4e}");
        let map = OffsetMap::from_pieces(source, view, &pieces);
        assert_eq!([0, 3, 6, 9, 12, 15, 18].map(|at| map.view_from_source(at)), [0, 3, 3, 12, 15, 18, 22]);
        assert_eq!(
            [0, 3, 6, 9, 12, 15, 18, 22].map(|at| map.source_from_view(at)),
            [0, 3, 3, 3, 9, 12, 15, 18]
        );
        let wrong = OffsetMap::from_pieces(source, view, &[piece(3, 3, true), piece(99, 1, false)]);
        assert_eq!((wrong.view_from_source(9), wrong.view_from_source(18)), (3, 22));
        assert_eq!(OffsetMap::from_pieces("", "", &[]).view_from_source(5), 0);
    }

    #[test]
    fn offsets_beyond_the_end_are_the_end() {
        let map = OffsetMap::new("软", "軟", &WORDS);
        assert_eq!((map.view_from_source(99), map.source_from_view(99)), (3, 3));
        let empty = OffsetMap::new("", "", &WORDS);
        assert_eq!((empty.view_from_source(0), empty.source_from_view(7)), (0, 0));
        assert_eq!(empty.view_range(0..0), 0..0);
    }
}
