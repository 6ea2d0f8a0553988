//! A marker as the search sees it.

use crate::outline::style::Style;

/// What the search needs to know of a marker.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(in crate::outline) struct Sign {
    /// Its style.
    pub style: Style,
    /// Its delimiters.
    pub variant: u8,
    /// Its number, 0 for none.
    pub value: u32,
    /// The numbers before it in 1.2.3, a hundred times each for the one before: 102; 0 for none.
    pub prefix: u32,
    /// The level of the heading that the format takes it for; 0 where it says nothing.
    pub level: u8,
    /// The cost of leaving it out.
    pub weight: f32,
    /// Number of the last marker of the same style before it, 0 for none.
    pub previous: u32,
    /// What it costs besides to take it in: for instance because it goes on with a list inside a paragraph.
    pub burden: f32,
    /// Whether it is an appendix of the chapter before it: the next chapter comes behind it.
    pub annexed: bool,
    /// Whether it stands on the line below the marker before it.
    pub adjoins: bool,
    /// Whether it begins another document behind the articles of a law.
    pub fresh: bool,
    /// Whether its number goes on with one inside the paragraph above.
    pub chained: bool,
    /// Whether hashes mark it, which say nothing of its level.
    pub hashed: bool,
    /// Whether it opens the chapters that stand below 三、: behind them comes 四、, or nothing stands between. Or a list
    /// between 4.4 and 4.5 or 5.1.
    pub within: bool,
    /// Whether it is a first number written otherwise than those of its style before it, which do not go on behind it.
    pub over: bool,
    /// Whether what stands around it expects its number, though none of its style goes before.
    pub expected: bool,
    /// Whether its number stands for the next of its list.
    pub mistyped: bool,
}
