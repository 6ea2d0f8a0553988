//! The measures of a page and of what stands on it, in points (1/72 inch).

use super::super::paper::{Rank, Role};
use super::faces::Family;

const MM: f32 = 72.0 / 25.4;
/// Size of the text of a book.
const TEXT: f32 = 12.0;
/// Its line height in em.
const LEADING: f32 = 1.75;
/// Length of its lines in em: across the page, and down in columns.
const LENGTHS: (f32, f32) = (34.0, 46.0);
/// Sizes of its headings from level 1 on, and the space above them; the last one holds for all that are deeper.
const HEADINGS: [(f32, f32); 4] = [(20.0, 26.0), (16.0, 20.0), (14.0, 14.0), (12.0, 10.0)];
/// 3号 and 2号, the sizes of an official paper.
const OFFICIAL: (f32, f32) = (16.0, 22.0);
/// Lines on its page, and characters in a line.
const GRID: (f32, f32) = (22.0, 28.0);

/// A page and what is set on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Width and height of the paper.
    pub(super) paper: (f32, f32),
    /// Left and upper edge of the type.
    pub(super) origin: (f32, f32),
    /// How long a line is.
    pub(super) length: f32,
    /// The room across the lines.
    pub(super) extent: f32,
    /// Whether lines run down, from the right to the left.
    pub(super) is_vertical: bool,
    /// Whether it is an official paper.
    pub(super) is_official: bool,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) family: Family,
    /// What the text behind a heading is set in.
    pub(super) text_family: Family,
    pub(super) size: f32,
    /// Height of a line.
    pub(super) line: f32,
    /// Indent of the first line.
    pub(super) indent: f32,
    /// Added to the advance of each character.
    pub(super) tracking: f32,
    /// Space before the first line and after the last.
    pub(super) space: (f32, f32),
    /// Room that must be left below on the page.
    pub(super) keep: f32,
    /// Indent of the other lines.
    pub(super) hanging: f32,
    pub(super) align: Align,
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Align {
    /// They fill the column.
    Fill,
    Centre,
    /// They end so far from the end of the column.
    End(f32),
}

impl Sheet {
    const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);

    /// A page of a book.
    pub(super) fn plain() -> Self {
        let (length, extent) = (LENGTHS.0 * TEXT, 33.0 * TEXT * LEADING);
        let (paper, origin) = (Self::A4, Self::centred(length, extent));
        Self { paper, origin, length, extent, is_vertical: false, is_official: false }
    }

    /// A page of a book in columns.
    pub(super) fn vertical() -> Self {
        let (length, extent) = (LENGTHS.1 * TEXT, 20.0 * TEXT * LEADING);
        let (paper, origin) = (Self::A4, Self::centred(extent, length));
        Self { paper, origin, length, extent, is_vertical: true, is_official: false }
    }

    /// A page as GB/T 9704-2012 asks for: 156 by 225 mm of type, 37 mm below the upper edge, 28 mm from the left.
    pub(super) fn official() -> Self {
        let (paper, origin) = (Self::A4, (28.0 * MM, 37.0 * MM));
        let (length, extent) = (156.0 * MM, 225.0 * MM);
        Self { paper, origin, length, extent, is_vertical: false, is_official: true }
    }

    fn centred(width: f32, height: f32) -> (f32, f32) {
        ((Self::A4.0 - width) / 2.0, (Self::A4.1 - height) / 2.0)
    }

    /// Lower edge of the type.
    pub(super) fn bottom(&self) -> f32 {
        self.origin.1 + if self.is_vertical { self.length } else { self.extent }
    }

    /// Right edge of the type.
    pub(super) fn right(&self) -> f32 {
        self.origin.0 + if self.is_vertical { self.extent } else { self.length }
    }

    /// How a paragraph of that role is set; `runs_in`: it is a heading with text behind it.
    pub(super) fn style(&self, role: Role, runs_in: bool) -> Style {
        if self.is_official { self.official_style(role) } else { plain_style(role, runs_in) }
    }

    fn official_style(&self, role: Role) -> Style {
        let (size, title) = OFFICIAL;
        let line = self.extent / GRID.0;
        let text = Style {
            family: Family::FangSong,
            text_family: Family::FangSong,
            size,
            line,
            indent: 2.0 * self.length / GRID.1,
            tracking: self.length / GRID.1 - size,
            space: (0.0, 0.0),
            keep: 0.0,
            hanging: 0.0,
            align: Align::Fill,
        };
        let as_title = Style {
            family: Family::Serif,
            size: title,
            indent: 0.0,
            tracking: 0.0,
            space: (line, line),
            keep: line,
            align: Align::Centre,
            ..text
        };
        match role {
            Role::Title | Role::Heading { rank: Rank::Title, .. } => as_title,
            Role::Salutation => Style { indent: 0.0, ..text },
            Role::Attachment { left, hanging, opens } => {
                let wide = |characters: u8| f32::from(characters) * self.length / GRID.1;
                let above = if opens { line } else { 0.0 };
                Style {
                    indent: wide(left.saturating_sub(hanging)),
                    hanging: wide(left),
                    space: (above, 0.0),
                    ..text
                }
            }
            Role::Closing { inset } => {
                let inset = f32::from(inset) / 100.0 * self.length / GRID.1;
                Style { indent: 0.0, align: Align::End(inset), ..text }
            }
            Role::Heading { rank: Rank::First, .. } => Style { family: Family::Sans, ..text },
            Role::Heading { rank: Rank::Second, .. } => Style { family: Family::Kai, ..text },
            Role::Heading { .. } | Role::Body => text,
        }
    }
}

fn plain_style(role: Role, runs_in: bool) -> Style {
    let line = TEXT * LEADING;
    let text = Style {
        family: Family::Serif,
        text_family: Family::Serif,
        size: TEXT,
        line,
        indent: 2.0 * TEXT,
        tracking: 0.0,
        space: (0.0, 0.0),
        keep: 0.0,
        hanging: 0.0,
        align: Align::Fill,
    };
    let Role::Heading { level, .. } = role else { return text };
    if runs_in {
        return Style { family: Family::Bold, ..text };
    }
    let deep = usize::from(level.max(1) - 1).min(HEADINGS.len() - 1);
    let (size, above) = HEADINGS.get(deep).copied().unwrap_or((TEXT, TEXT));
    Style {
        family: Family::Bold,
        size,
        line: size * 1.45,
        indent: 0.0,
        space: (above, size / 2.0),
        keep: 2.0 * line,
        ..text
    }
}
