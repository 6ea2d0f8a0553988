//! The title that stands on the line below its number.

use super::{STOPS, Title, of_heading};
use crate::outline::style::Style;
use crate::text::is_blank;

/// Longest title on the line below its number, in characters: one that ends there, and one that a text follows.
const ALONE_BELOW: usize = 60;
const NEXT_LINE: usize = 30;

/// The title in `line`, which follows a line that holds nothing but a marker of `style`. `None` where the line is
/// the section's text rather than its title.
pub(in crate::outline) fn on_next_line(line: &str, style: Style) -> Option<Title> {
    if style == Style::Article {
        return None;
    }
    let found = of_heading(line, style, true);
    let words = line.get(found.start..found.end)?;
    let alone = found.body >= line.trim_end_matches(is_blank).len();
    let stopped = line.trim_end_matches(is_blank).ends_with(|c| STOPS.contains(c));
    let longest = if alone && !stopped { ALONE_BELOW } else { NEXT_LINE };
    let short = words.chars().nth(longest).is_none();
    let run_in = matches!(style, Style::Arabic | Style::Decimal(_)) && !found.glued && !alone;
    (short && !words.is_empty() && (run_in || (alone && !stopped))).then_some(found)
}
