//! Marker styles and how they usually nest.

/// A way to mark a heading. The order of the variants is of no meaning; each has a rank of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// `#` to `######`: the level as written.
    Hash(u8),
    /// 篇1, 第1篇, 范文一：, 【范例一】, and the same at the end of a line.
    Part,
    /// 第N部, 第N部分, 第N册
    Division,
    /// 第N編
    Book,
    /// 第N卷, 第N集
    Volume,
    /// 前言, 序, 結語, 後記, 參考文獻 and their like: no number, and next to nothing below them.
    Matter,
    /// 第N單元, 模塊N, 項目N
    Unit,
    /// 第N章, 第N回, 附錄N
    Chapter,
    /// 第N課, 第N講, 任務N
    Lesson,
    /// 第N節, 第N課時
    Section,
    /// 第N款, which codes in Taiwan divide a 節 into
    Subsection,
    /// 第N目, the part of such a 款
    Item,
    /// 第N條
    Article,
    /// `2010-11-12 09:35:18,`: records of a table or a log.
    Stamp,
    /// No number: the format says that the line is a heading, and of which level; or it is in bold letters, and there are no
    /// other headings.
    Heading,
    /// 壹、
    Formal,
    /// Ⅰ. IV、
    Roman,
    /// 甲、
    Stem,
    /// 一、 一． 一
    Han,
    /// (一) 一）
    HanParen,
    /// 第一、 第一， 第一步：
    Ordinal,
    /// 案例一： 例一 環節1：
    Case,
    /// 1、 1. 1
    Arabic,
    /// 1.1, 1.1.1: how many numbers there are.
    Decimal(u8),
    /// (1) 1)
    ArabicParen,
    /// A. A、 (A)
    Upper,
    /// a. a) (a)
    Lower,
    /// ①
    Circled,
    /// 一是 一要 其一
    Clause,
    /// 首先 其次 最后
    Adverb,
}

impl Style {
    /// Where the style usually stands among the others: a smaller rank is nearer to the top of a tree.
    pub(super) const fn rank(self) -> u8 {
        match self {
            Self::Hash(depth) => depth,
            Self::Part | Self::Stamp => 10,
            Self::Division => 12,
            Self::Book => 14,
            Self::Volume => 16,
            Self::Matter => 19,
            Self::Unit => 18,
            Self::Chapter => 20,
            Self::Lesson => 21,
            Self::Section => 22,
            Self::Subsection => 23,
            Self::Item => 24,
            Self::Article => 26,
            Self::Heading => 28,
            Self::Formal => 30,
            Self::Roman => 31,
            Self::Stem => 32,
            Self::Han => 34,
            Self::HanParen => 38,
            Self::Ordinal => 40,
            Self::Case => 41,
            Self::Arabic => 42,
            Self::Decimal(numbers) => 42 + numbers,
            Self::ArabicParen => 50,
            Self::Upper => 52,
            Self::Lower => 53,
            Self::Circled => 54,
            Self::Clause => 60,
            Self::Adverb => 62,
        }
    }

    /// Whether the style names its place in a book (篇 章 節 條 and Markdown), so that it never stands below a
    /// style that comes after it.
    pub const fn is_fixed(self) -> bool {
        self.rank() <= Self::Article.rank()
    }

    /// Whether writers put the style above and below any other: 第一、 案例一： 甲、 Ⅰ. and headings without a number.
    pub(super) const fn is_free(self) -> bool {
        matches!(self, Self::Heading | Self::Ordinal | Self::Case | Self::Stem | Self::Roman)
    }

    /// How many numbers a marker of the style has among those of clauses: 9.3.11 three, 9 and 第九章 one.
    pub(super) const fn numbers(self) -> Option<u8> {
        match self {
            Self::Decimal(numbers) => Some(numbers),
            Self::Arabic | Self::Chapter => Some(1),
            _ => None,
        }
    }

    /// Whether the number is one in Chinese by itself: 一、 （一）
    pub(super) const fn is_han(self) -> bool {
        matches!(self, Self::Han | Self::HanParen)
    }

    /// Whether the style only ever marks points inside a paragraph, never a section.
    pub(super) const fn is_point(self) -> bool {
        matches!(self, Self::Circled | Self::Clause | Self::Adverb)
    }
}
