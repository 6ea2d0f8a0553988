//! A marker that may number a section or a point.

use super::marker::{Marker, variant};
use super::style::Style;
use crate::text::SourceRange;

/// A marker somewhere in a text.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(super) struct Candidate {
    /// 0-based index of the line it stands in.
    pub paragraph: usize,
    /// Its bytes in the source.
    pub range: SourceRange,
    /// Its style.
    pub style: Style,
    /// Its delimiters.
    pub variant: u8,
    /// Its number, 0 for none.
    pub value: u32,
    /// The numbers before it in 1.2.3: [`Marker::prefix`].
    pub prefix: u32,
    /// What it costs not to take it for a heading.
    pub weight: f32,
    /// What it costs besides to take it for a heading: its line goes on with the one above, or its number with a list
    /// inside the paragraph above.
    pub burden: f32,
    /// The level of the heading that the format takes its line for; 0 where it says nothing.
    pub level: u8,
    /// Whether it begins another document: one that is ruled off behind the articles of a law, or the answer to another
    /// question.
    pub apart: bool,
    /// Whether its number goes on with one inside the paragraph above: 第三條 below 第一條…。第二條…。
    pub chained: bool,
    /// Whether hashes tell that it is a heading, but not its level.
    pub hashed: bool,
    /// Whether what stands around it expects its number, though none of its style goes before.
    pub expected: bool,
    /// Whether it has another number than the one that it stands for, by the numbers before and behind it.
    pub mistyped: bool,
    /// Where it stands.
    pub place: Place,
}

/// Where in its line a marker stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At its start or, a part's number, at its end: it may number a section.
    Line,
    /// Inside it, behind a boundary, or at its start where it never numbers a section.
    Inside,
    /// Inside it, and nothing parts it from the words before it.
    Glued,
}

impl Candidate {
    pub(super) fn new(paragraph: usize, line_start: usize, marker: &Marker, weight: f32) -> Self {
        Self {
            paragraph,
            range: SourceRange::new(line_start + marker.start, line_start + marker.end),
            style: marker.style,
            variant: marker.variant,
            value: marker.value,
            prefix: marker.prefix,
            weight,
            burden: 0.0,
            level: 0,
            apart: false,
            chained: false,
            hashed: false,
            expected: false,
            mistyped: false,
            place: Place::Line,
        }
    }

    /// Whether it is written as `other` is, and of the same list as far as that tells.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.style == other.style && self.variant == other.variant && self.prefix == other.prefix
    }

    /// Whether its number is the next after that of `last`, which is written so.
    pub(super) fn goes_on(&self, last: &Self) -> bool {
        self.is_like(last) && last.value + 1 == self.value
    }

    /// Whether it is a figure and `next` the first of its clauses: 6 and 6.1.
    pub(super) fn heads_clauses(&self, next: &Self) -> bool {
        self.style == Style::Arabic
            && (next.style, next.prefix, next.value) == (Style::Decimal(2), self.value, 1)
    }

    /// Whether its line goes on with the one above, where its number may be any.
    pub(super) fn is_wrapped(&self) -> bool {
        self.burden > 0.0
    }

    /// The style that tells where its title ends: `# 一、…` ends as 一、… does.
    pub(super) fn title_style(&self) -> Style {
        if matches!(self.style, Style::Hash(_)) && self.value > 0 { Style::Han } else { self.style }
    }

    /// Whether the whole line is its title: a part numbered at the end of its line, 前言.
    pub(super) fn is_whole_line(&self) -> bool {
        self.is_suffix() || self.style == Style::Matter
    }

    /// Whether its title is all of the line up to its end, and the text behind is glued to it.
    pub(super) fn is_before_text(&self) -> bool {
        self.is_suffix() && self.variant == variant::BEFORE_TEXT
    }

    /// Whether it is 附件 or its like.
    pub(super) fn is_appendix(&self) -> bool {
        self.style == Style::Chapter && self.variant == variant::WORD
    }

    /// Whether nothing but a number at the end of its line makes it a part.
    pub(super) fn is_bare_suffix(&self) -> bool {
        self.is_suffix() && self.variant == variant::BARE_SUFFIX
    }

    /// Whether it is the number of a part, or of a volume or chapter of an old book, at the end of its line or of what
    /// heads it.
    pub(super) fn is_suffix(&self) -> bool {
        matches!(self.style, Style::Part | Style::Volume | Style::Chapter)
            && matches!(self.variant, variant::SUFFIX | variant::BARE_SUFFIX | variant::BEFORE_TEXT)
    }
}
