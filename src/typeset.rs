//! Setting Chinese text: where lines end, what stands between characters, how characters stand in columns. Pure
//! arithmetic, without a toolkit: the window and the pages of a PDF are set by the same rules.

mod line_break;
mod orientation;
mod spacing;

pub use line_break::{Line, Measure, break_lines};
pub use orientation::{Orientation, stand};
pub use spacing::{Gap, Spacing, gap_at, gaps};
