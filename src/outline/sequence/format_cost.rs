//! What the format adds to the costs, where it says that lines are headings and of which level.
//!
//! | step | cost |
//! |---|---|
//! | a heading without a number goes on with a list of its level | 0 |
//! | another level than the list has | 1.5 more |
//! | a list below one of a higher level; below its own style | 0; 1 |
//! | … below one of the same level, where both are numbered; of a lower one | 1 more; 3 more |
//! | … below one that is not higher, where one of them has no number | never |
//! | … in place of one of the same level, where one of them has no number | 0 |
//! | … in place of one of a lower level; of a higher one | 0.5; 4 |
//! | … in place of one of a higher level, where both are numbered | 2 more |
//! | a numbered line that the format does not name, below a heading without a number; beside it | 0; 1.5 |
//! | a part or chapter that it does not name, below a numbered one; below a part or chapter | 1.5; 2.5 |
//! | what it does not name in place of what it does; a part or chapter | 1.5; 2.5 more |
//! | a heading without a number below a list that it does not name; in place of it | 1.5; 1 |
//! | what stands below the list of a level that is not higher | 2.5 more, numbered otherwise 1 for a lower one |

use std::cmp::Ordering;

use super::{Open, Sign};
use crate::outline::style::Style;

/// Another level than the list has.
const MISFIT: f32 = 1.5;
/// A heading that stands below one which it cannot stand below.
const AGAINST: f32 = 2.5;

/// What cannot be.
pub(super) const NEVER: f32 = f32::INFINITY;

/// What the format says of a list and a marker.
pub(super) enum Said {
    /// Nothing of one of them.
    Nothing,
    /// Whether the marker's level is deeper than the list's, the same or less deep, and whether both are numbered.
    Levels(Ordering, bool),
    /// The list is one of headings without numbers; it says nothing of the marker.
    Above,
    /// The marker is a heading without a number; it says nothing of the list.
    Below,
    /// It names the list, which is numbered, and says nothing of the marker.
    Unnamed,
}

/// What the format says of `list` and `sign`.
pub(super) fn said(list: Open, sign: &Sign) -> Said {
    match (list.level, sign.level) {
        (0, 0) => Said::Nothing,
        (0, _) if sign.style == Style::Heading => Said::Below,
        (_, 0) if list.style == Style::Heading => Said::Above,
        (_, 0) => Said::Unnamed,
        (0, _) => Said::Nothing,
        (above, own) => {
            Said::Levels(own.cmp(&above), list.style != Style::Heading && sign.style != Style::Heading)
        }
    }
}

/// What going on with `list` costs besides, which is of the same style; `None` where the level is all that a list has.
pub(super) fn step(list: Open, sign: &Sign) -> Option<f32> {
    match said(list, sign) {
        Said::Levels(Ordering::Equal, _) | Said::Nothing | Said::Unnamed => Some(0.0),
        Said::Levels(_, true) => Some(MISFIT),
        _ => None,
    }
}

/// Whether `sign` is a heading without a number that goes on with `list` of another style.
pub(super) fn joins(list: Open, sign: &Sign) -> bool {
    sign.style == Style::Heading && list.level == sign.level
}

/// What a list below `above` costs if the format alone decides, [`NEVER`] where it cannot stand there; `None` where the
/// format does not decide.
pub(super) fn below(above: Open, sign: &Sign) -> Option<f32> {
    match said(above, sign) {
        Said::Levels(Ordering::Greater, _) if above.style == sign.style => Some(1.0),
        Said::Levels(Ordering::Greater, _) | Said::Above => Some(0.0),
        Said::Levels(_, false) => Some(NEVER),
        Said::Below => Some(1.5),
        // 附件1 below 10. is what that lists.
        Said::Unnamed if sign.style.is_fixed() && !above.style.is_fixed() => Some(1.5),
        Said::Unnamed if sign.style.is_fixed() && sign.style.rank() <= above.style.rank() => Some(2.5),
        Said::Unnamed | Said::Levels(_, true) | Said::Nothing => None,
    }
}

/// Whether the format alone says what a list below `above` costs.
pub(super) fn decides_below(above: Open, sign: &Sign) -> bool {
    below(above, sign).is_some()
}

/// What it costs besides where the numbering decides.
pub(super) fn besides_below(above: Open, sign: &Sign) -> f32 {
    match said(above, sign) {
        Said::Levels(Ordering::Equal, _) => 1.0,
        Said::Levels(Ordering::Less, _) => 3.0,
        _ => 0.0,
    }
}

/// What a list in place of `beside` costs if the format alone decides; `None` where it does not.
pub(super) fn beside(beside: Open, sign: &Sign) -> Option<f32> {
    match said(beside, sign) {
        Said::Levels(Ordering::Equal, false) => Some(0.0),
        Said::Levels(Ordering::Less, false) => Some(0.5),
        Said::Levels(Ordering::Greater, false) => Some(4.0),
        Said::Above => Some(1.5),
        Said::Below => Some(1.0),
        Said::Unnamed | Said::Levels(_, true) | Said::Nothing => None,
    }
}

/// What it costs besides where the numbering decides.
pub(super) fn besides_beside(beside: Open, sign: &Sign) -> f32 {
    match said(beside, sign) {
        Said::Levels(Ordering::Greater, true) => 2.0,
        Said::Unnamed if sign.style.is_fixed() => 2.5,
        Said::Unnamed => 1.5,
        _ => 0.0,
    }
}

/// What it costs that `sign` stands somewhere below `above`.
pub(super) fn against(above: Open, sign: &Sign) -> f32 {
    match said(above, sign) {
        Said::Levels(Ordering::Equal, true) if above.style != sign.style => 0.0,
        Said::Levels(Ordering::Less, true) if above.style != sign.style => 1.0,
        Said::Levels(Ordering::Equal | Ordering::Less, _) => AGAINST,
        _ => 0.0,
    }
}
