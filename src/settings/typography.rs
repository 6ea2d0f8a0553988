//! How the reading text is set: what the reader may change of it, each within its bounds.

use std::ops::RangeInclusive;

/// How the reading text is set. The em is the size of the text.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, kept under its own name")]
pub struct Typography {
    /// Width of the column in em.
    pub measure: f32,
    /// Height of a line in em.
    pub line_height: f32,
    /// Space between paragraphs in em, beside the height of a line.
    pub paragraph_space: f32,
    /// Whether the first line of a paragraph is indented by two em.
    pub indent: bool,
    /// Whether lines fill the column to its right edge.
    pub justified: bool,
    /// Whether ASCII punctuation between ideographs is shown full-width.
    pub full_width: bool,
    /// Whether a thin space parts ideographs from Latin letters and digits.
    pub thin_space: bool,
}

impl Default for Typography {
    fn default() -> Self {
        Self {
            measure: 38.0,
            line_height: 1.75,
            paragraph_space: 0.55,
            indent: true,
            justified: true,
            full_width: false,
            thin_space: true,
        }
    }
}

impl Typography {
    /// Narrowest and widest column, in em.
    pub const MEASURES: RangeInclusive<f32> = 20.0..=60.0;
    /// Closest and widest lines, in em.
    pub const LINE_HEIGHTS: RangeInclusive<f32> = 1.2..=2.4;
    /// Least and most space between paragraphs, in em.
    pub const PARAGRAPH_SPACES: RangeInclusive<f32> = 0.0..=2.0;

    /// The same with every value within its bounds.
    #[must_use]
    pub fn bounded(self) -> Self {
        let usual = Self::default();
        Self {
            measure: within(self.measure, &Self::MEASURES, usual.measure),
            line_height: within(self.line_height, &Self::LINE_HEIGHTS, usual.line_height),
            paragraph_space: within(self.paragraph_space, &Self::PARAGRAPH_SPACES, usual.paragraph_space),
            ..self
        }
    }
}

/// `value` brought within `bounds`; `usual` for what is no number.
pub(super) fn within(value: f32, bounds: &RangeInclusive<f32>, usual: f32) -> f32 {
    if value.is_finite() { value.clamp(*bounds.start(), *bounds.end()) } else { usual }
}
