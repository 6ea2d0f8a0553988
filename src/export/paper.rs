//! The paragraphs of a paper: what each of the pieces is in its layout.
//!
//! In an official paper (公文, GB/T 9704-2012) the first line of what stands before the first section is its title
//! (of a page that was kept as a text: the first behind the way that led to it), and so is the heading of each part of a collection (篇1). Addressees and salutations that follow a title stand
//! flush left. Which typeface a heading has follows its number: 一、 黑体, （一） 楷体, 1. and （1） 仿宋. A heading that
//! runs into its paragraph stays there. What closes it, attachments and date, stands where the standard has it.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::{Heading, Item, Layout, Note, Piece, RichText, Table, Unheaded};
use crate::outline::Style;

mod closing;

/// A title is no longer than this, in characters; three lines of an official paper.
const LONGEST_TITLE: usize = 60;
/// Nor are the addressees longer than this.
const LONGEST_SALUTATION: usize = 200;

/// They are among this many paragraphs below the title: a date or a speaker may stand between.
const NEAR_TITLE: u8 = 3;

/// A paragraph of a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph<'a> {
    pub(super) role: Role,
    /// The heading; empty where it has none.
    pub(super) heading: RichText<'a>,
    /// What is no heading; empty for a heading by itself, for a table and for a note.
    pub(super) text: RichText<'a>,
    /// A table, where it is one.
    pub(super) table: Option<Table<'a>>,
    /// A footnote, where it is one.
    pub(super) note: Option<Note<'a>>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the paper.
    Title,
    /// Addressees or a salutation: 同志们：
    Salutation,
    /// A heading, alone or with its text behind it.
    Heading { level: u8, rank: Rank },
    /// A part of the note that names the attachments, in characters: how far its lines are from the left, and how much less
    /// the first is; whether the note begins with it, one line below what stands before.
    Attachment { left: u8, hanging: u8, opens: bool },
    /// Who signs, and the date: how far from the right, in hundredths of a character.
    Closing { inset: u16 },
    /// Any other paragraph.
    #[default]
    Body,
}

/// The rank of a heading in an official paper, which its typeface goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// 篇1: the title of a paper among others.
    Title,
    /// 一、
    First,
    /// （一）
    Second,
    /// 1. and （1）
    Lower,
}

impl Rank {
    /// The rank of a heading at that level whose number is written so.
    fn of(level: u8, style: Option<Style>) -> Self {
        match (style, level) {
            (Some(Style::Part), 1) => Self::Title,
            (Some(Style::Han), _) => Self::First,
            (Some(Style::HanParen), _) => Self::Second,
            (Some(Style::Arabic | Style::ArabicParen), _) => Self::Lower,
            (_, level) => Self::of_level(level),
        }
    }

    /// The rank of a heading at that level whose number says none.
    pub(super) const fn of_level(level: u8) -> Self {
        match level {
            0 | 1 => Self::First,
            2 => Self::Second,
            _ => Self::Lower,
        }
    }
}

/// The paragraphs that the pieces are in `layout`, one after the other.
pub(super) fn paragraphs<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    layout: Layout,
) -> impl Iterator<Item = Paragraph<'a>> {
    let mut pieces = Ahead { pieces, waiting: VecDeque::new() };
    let is_official = layout == Layout::Official;
    // How many of the next paragraphs may be a salutation.
    let mut near_title = 0;
    let mut in_note = false;
    let mut wants_title = false;
    std::iter::from_fn(move || {
        let piece = pieces.next()?;
        wants_title |= is_official && matches!(piece, Piece::Item(Item { begins: Unheaded::Preamble, .. }));
        let paragraph = match piece {
            Piece::Heading(heading) => {
                wants_title = false;
                let is_text = matches!(pieces.peek(0), Some(Piece::Paragraph(_)));
                let behind = if heading.runs_in && is_text { pieces.next() } else { None };
                of_heading(heading, behind)
            }
            Piece::Table(table) => Paragraph { table: Some(table), ..Paragraph::default() },
            Piece::Note(note) => Paragraph { note: Some(note), ..Paragraph::default() },
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => {
                let may_be_title = wants_title && !text.is_furniture;
                wants_title &= !may_be_title;
                let role = if may_be_title && is_title(&text.text) {
                    Role::Title
                } else if is_official {
                    role(&text.text, &mut pieces, (near_title, in_note))
                } else {
                    Role::Body
                };
                Paragraph { role, text, ..Paragraph::default() }
            }
        };
        near_title = match paragraph.role {
            Role::Title | Role::Heading { rank: Rank::Title, .. } => NEAR_TITLE,
            Role::Heading { .. } | Role::Salutation => 0,
            Role::Attachment { .. } | Role::Closing { .. } | Role::Body => near_title.saturating_sub(1),
        };
        in_note = matches!(paragraph.role, Role::Attachment { .. });
        Some(paragraph)
    })
}

/// What a paragraph of an official paper is, that is no heading; whether it may be a salutation for how many paragraphs, and
/// whether it stands behind a part of the note.
fn role<'a>(
    text: &str,
    pieces: &mut Ahead<'a, impl Iterator<Item = Piece<'a>>>,
    (near_title, in_note): (u8, bool),
) -> Role {
    if near_title > 0 && is_salutation(text) {
        return Role::Salutation;
    }
    if let Some(role) = closing::note(text).or_else(|| closing::next_of_note(text).filter(|_| in_note)) {
        return role;
    }
    if closing::is_date(text) && pieces.may_end_at(0) {
        return closing::DATE;
    }
    let date = pieces.text(0).filter(|date| closing::is_date(date)).map(str::to_owned);
    let signer = date.filter(|_| pieces.may_end_at(1)).and_then(|date| closing::signer(text, &date));
    signer.unwrap_or(Role::Body)
}

/// Pieces of which the next are looked at before their turn.
struct Ahead<'a, I> {
    pieces: I,
    waiting: VecDeque<Piece<'a>>,
}

impl<'a, I: Iterator<Item = Piece<'a>>> Ahead<'a, I> {
    fn next(&mut self) -> Option<Piece<'a>> {
        self.waiting.pop_front().or_else(|| self.pieces.next())
    }

    /// The piece that comes behind `index` others.
    fn peek(&mut self, index: usize) -> Option<&Piece<'a>> {
        while self.waiting.len() <= index {
            let next = self.pieces.next()?;
            self.waiting.push_back(next);
        }
        self.waiting.get(index)
    }

    /// The text of that piece, where it is a paragraph.
    fn text(&mut self, index: usize) -> Option<&str> {
        match self.peek(index)? {
            Piece::Paragraph(text) => Some(&text.text),
            _ => None,
        }
    }

    /// Whether a paper may end before that piece.
    fn may_end_at(&mut self, index: usize) -> bool {
        match self.peek(index) {
            Some(Piece::Paragraph(text)) => closing::may_follow(&text.text),
            Some(Piece::Table(_)) => false,
            Some(Piece::Heading(_) | Piece::Item(_) | Piece::Note(_)) | None => true,
        }
    }
}

impl Paragraph<'_> {
    /// The same with no more than so many characters, of which nothing but the letters is told.
    pub(super) fn shortened(self, most: usize) -> Self {
        let cut = |text: Cow<'_, str>| match text.char_indices().nth(most) {
            Some((end, _)) => text.get(..end).unwrap_or_default().to_owned(),
            None => text.into_owned(),
        };
        Self { heading: cut(self.heading.text).into(), text: cut(self.text.text).into(), ..self }
    }
}

fn of_heading<'a>(heading: Heading<'a>, behind: Option<Piece<'a>>) -> Paragraph<'a> {
    let level = heading.level.max(1);
    let rank = Rank::of(level, heading.style);
    let text = match behind {
        Some(Piece::Paragraph(text)) => text,
        _ => RichText::default(),
    };
    Paragraph { role: Role::Heading { level, rank }, heading: heading.text, text, ..Paragraph::default() }
}

/// Whether the first paragraph of a paper is its title: short, and not ended as a sentence is.
fn is_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE
        && !text.ends_with(['。', '；', '：', '，', '、', '.', ';', ':', ','])
}

/// Whether a paragraph below a title names those whom the paper is for.
fn is_salutation(text: &str) -> bool {
    text.ends_with(['：', ':']) && text.chars().count() <= LONGEST_SALUTATION && !text.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::SectionId;

    fn heading(level: u8, text: &str, style: Style, runs_in: bool) -> Piece<'_> {
        let (id, style) = (SectionId::new(0), Some(style));
        Piece::Heading(Heading { id, level, text: text.into(), style, context: false, runs_in })
    }

    /// Two talks: of the second the first heading runs in, and it has no title line before it.
    fn pieces() -> Vec<Piece<'static>> {
        vec![
            Piece::Item(Item { begins: Unheaded::Preamble, text: "談修渠".into() }),
            Piece::Paragraph("各位鄰居：".into()),
            Piece::Paragraph("今天談三件事：".into()),
            heading(1, "1.先挖", Style::Arabic, false),
            Piece::Paragraph("挖。".into()),
            heading(1, "談讀書 篇2", Style::Part, false),
            heading(2, "（一）多讀。", Style::HanParen, true),
            Piece::Paragraph("讀。".into()),
            Piece::Paragraph("各位請記住：".into()),
            Piece::Paragraph("2026年3月5日".into()),
            Piece::Paragraph("那天很冷。".into()),
            Piece::Paragraph("附件：1.書目".into()),
            Piece::Paragraph("2.座次".into()),
            Piece::Paragraph("青石鎮圖書館".into()),
            Piece::Paragraph("2026年3月6日".into()),
            Piece::Paragraph("（公開發布）".into()),
        ]
    }

    fn told(layout: Layout) -> Vec<String> {
        let tell = |paragraph: Paragraph<'_>| {
            let role = match paragraph.role {
                Role::Title => "title",
                Role::Salutation => "to",
                Role::Body => "body",
                Role::Attachment { .. } => "with",
                Role::Closing { .. } => "close",
                Role::Heading { rank: Rank::Title, .. } => "part",
                Role::Heading { rank: Rank::First, .. } => "first",
                Role::Heading { rank: Rank::Second, .. } => "second",
                Role::Heading { rank: Rank::Lower, .. } => "lower",
            };
            format!("{role} {}|{}", paragraph.heading.text, paragraph.text.text)
        };
        paragraphs(pieces().into_iter(), layout).map(tell).collect()
    }

    #[test]
    fn what_led_to_a_page_is_not_its_title() {
        let mut way = RichText::from("首頁 > 談話");
        way.is_furniture = true;
        let pieces = [
            Piece::Item(Item { begins: Unheaded::Preamble, text: way }),
            Piece::Paragraph("談修渠".into()),
            Piece::Paragraph("一天".into()),
        ];
        let roles: Vec<_> =
            paragraphs(pieces.into_iter(), Layout::Official).map(|paragraph| paragraph.role).collect();
        assert_eq!(roles, [Role::Body, Role::Title, Role::Body]);
    }

    #[test]
    fn an_official_paper_has_a_title_addressees_and_headings_by_their_numbers() {
        assert_eq!(
            told(Layout::Official),
            [
                "title |談修渠",
                "to |各位鄰居：",
                "body |今天談三件事：",
                "lower 1.先挖|",
                "body |挖。",
                "part 談讀書 篇2|",
                "second （一）多讀。|讀。",
                "body |各位請記住：",
                "body |2026年3月5日",
                "body |那天很冷。",
                "with |附件：1.書目",
                "with |2.座次",
                "close |青石鎮圖書館",
                "close |2026年3月6日",
                "body |（公開發布）",
            ]
        );
    }

    #[test]
    fn otherwise_a_piece_is_a_paragraph_but_a_heading_stays_in_its_own() {
        let runs_in = |piece: &&Piece<'_>| matches!(piece, Piece::Heading(heading) if heading.runs_in);
        let pieces = pieces();
        assert_eq!(told(Layout::Plain).len(), pieces.len() - pieces.iter().filter(runs_in).count());
        let roles = told(Layout::Plain);
        assert!(roles.iter().all(|told| !told.starts_with('t') && !told.starts_with(['w', 'c'])));
    }
}
