//! Which way the text runs: the geometry that rows and columns share.
//!
//! All else in the reading column measures along a line and across the lines, and asks here where that is on the
//! screen.

use std::ops::Range;

use egui::{CursorIcon, Key, Pos2, Rect, Vec2};

/// Which way the text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Rows from left to right, one below the other (橫排).
    Rows,
    /// Columns from top to bottom, one to the left of the other (縱排).
    Columns,
}

impl Flow {
    /// The room along a line in `rect`, in points.
    pub(super) fn length(self, rect: Rect) -> f32 {
        match self {
            Self::Rows => rect.width(),
            Self::Columns => rect.height(),
        }
    }

    /// `rect` cut into the page and a scroll bar of that width, which stands where the lines end.
    pub(super) fn cut(self, rect: Rect, bar: f32) -> (Rect, Rect) {
        match self {
            Self::Rows => rect.split_left_right_at_x(rect.right() - bar),
            Self::Columns => rect.split_top_bottom_at_y(rect.bottom() - bar),
        }
    }

    /// How far a turn of the wheel or of the fingers goes on with the text.
    pub(super) fn forward(self, wheel: Vec2) -> f32 {
        match self {
            Self::Rows => -wheel.y,
            Self::Columns => wheel.x - wheel.y,
        }
    }

    /// The arrow keys that go to the next line and to the one before.
    pub(super) fn arrows(self) -> [Key; 2] {
        match self {
            Self::Rows => [Key::ArrowDown, Key::ArrowUp],
            Self::Columns => [Key::ArrowLeft, Key::ArrowRight],
        }
    }

    /// The arrow keys that go along a line: to the next character and to the one before.
    pub(super) fn letter_arrows(self) -> [Key; 2] {
        match self {
            Self::Rows => [Key::ArrowRight, Key::ArrowLeft],
            Self::Columns => [Key::ArrowDown, Key::ArrowUp],
        }
    }

    /// The pointer over text.
    pub(super) fn cursor(self) -> CursorIcon {
        match self {
            Self::Rows => CursorIcon::Text,
            Self::Columns => CursorIcon::VerticalText,
        }
    }
}

/// A part of the screen with lines in it. Places in it are given in points: along the lines from where they start,
/// and across them from the edge where the first one stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    flow: Flow,
    rect: Rect,
    /// From the edge of `rect` to where lines start.
    margin: f32,
    /// The second of two columns, like the pages of an open book.
    second: Option<Second>,
}

/// How two columns stand, in points.
#[derive(Clone, Copy, Debug)]
struct Second {
    /// From where the lines of the first start to where those of the second do.
    shift: f32,
    /// Between the lines of both.
    gutter: f32,
    /// From the upper edge to the first line of each.
    top: f32,
    /// Room in each of them.
    height: f32,
}

impl Page {
    /// Lines of `length` points in the middle of `rect`, at least `margin` from its edge.
    pub(super) fn new(flow: Flow, rect: Rect, length: f32, margin: f32) -> Self {
        let edge = match flow {
            Flow::Rows => rect.left(),
            Flow::Columns => rect.top(),
        };
        // Lines start on a whole point: letters stay crisp.
        let start = (edge + ((flow.length(rect) - length) / 2.0).max(margin)).round();
        Self { flow, rect, margin: start - edge, second: None }
    }

    /// Two columns of rows of `length` points with `gutter` between them, in the middle of `rect`, at least `margin`
    /// from its edges. Across the lines, the second goes on where the first ends.
    pub(super) fn spread(rect: Rect, length: f32, gutter: f32, margin: f32) -> Self {
        let page = Self::new(Flow::Rows, rect, 2.0 * length + gutter, margin);
        let height = (rect.height() - 2.0 * margin).max(1.0);
        Self { second: Some(Second { shift: length + gutter, gutter, top: margin, height }), ..page }
    }

    /// Where the first of two columns ends and the second begins.
    pub(super) fn leaf(&self) -> Option<f32> {
        self.second.map(|second| second.height)
    }

    /// Which way its lines run.
    pub(super) fn flow(&self) -> Flow {
        self.flow
    }

    /// The room across the lines.
    pub(super) fn extent(&self) -> f32 {
        match self.flow {
            Flow::Rows if self.second.is_some() => self.second.map_or(0.0, |second| 2.0 * second.height),
            Flow::Rows => self.rect.height(),
            Flow::Columns => self.rect.width(),
        }
    }

    /// Where `at` is, along and across the lines.
    pub(super) fn place(&self, at: Pos2) -> (f32, f32) {
        if let Some(Second { shift, gutter, top, height }) = self.second {
            let along = at.x - self.rect.left() - self.margin;
            // The gutter belongs half to each.
            let is_second = along > shift - gutter / 2.0;
            let down = (at.y - self.rect.top() - top).clamp(0.0, height - 1.0);
            return if is_second { (along - shift, height + down) } else { (along, down) };
        }
        match self.flow {
            Flow::Rows => (at.x - self.rect.left() - self.margin, at.y - self.rect.top()),
            Flow::Columns => (at.y - self.rect.top() - self.margin, self.rect.right() - at.x),
        }
    }

    /// What lies there on the one page that both columns are on; what begins in the first ends there.
    fn within(&self, along: Range<f32>, across: Range<f32>) -> (Range<f32>, Range<f32>) {
        match self.second {
            Some(Second { shift, top, height, .. }) if across.start > height - 0.5 => {
                let down = top - height;
                (along.start + shift..along.end + shift, across.start + down..across.end + down)
            }
            Some(Second { top, height, .. }) => {
                (along, across.start.max(0.0) + top..across.end.min(height) + top)
            }
            None => (along, across),
        }
    }

    /// What lies there on the screen.
    pub(super) fn rect(&self, along: Range<f32>, across: Range<f32>) -> Rect {
        let (along, across) = self.within(along, across);
        let corner = |along: f32, across: f32| match self.flow {
            Flow::Rows => Pos2::new(self.rect.left() + self.margin + along, self.rect.top() + across),
            Flow::Columns => Pos2::new(self.rect.right() - across, self.rect.top() + self.margin + along),
        };
        Rect::from_two_pos(corner(along.start, across.start), corner(along.end, across.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_on_the_screen_is_found_again_in_both_flows() {
        let rect = Rect::from_min_size(Pos2::new(300.0, 80.0), Vec2::new(900.0, 600.0));
        for flow in [Flow::Rows, Flow::Columns] {
            let page = Page::new(flow, rect, 500.0, 28.0);
            let square = page.rect(40.0..60.0, 100.0..130.0);
            assert_eq!(page.place(square.center()), (50.0, 115.0), "{flow:?}");
            assert!(rect.contains_rect(square));
        }
    }

    #[test]
    fn columns_begin_at_the_right_and_go_left() {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(900.0, 600.0));
        let page = Page::new(Flow::Columns, rect, 500.0, 28.0);
        let [first, second] = [0.0, 30.0].map(|across| page.rect(0.0..500.0, across..across + 30.0));
        assert_eq!((first.right(), first.height()), (900.0, 500.0));
        assert_eq!(second.right_top(), first.left_top());
    }

    #[test]
    fn a_column_of_half_characters_is_not_shown_but_a_row_is() {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(900.0, 900.0));
        let shown = |flow, top| Page::new(flow, rect, 500.0, 28.0).shows(top, 30.0);
        for (top, row, column) in [
            (-20.0, true, false),
            (-3.0, true, true),
            (0.0, true, true),
            (874.0, true, true),
            (885.0, true, false),
        ] {
            assert_eq!((shown(Flow::Rows, top), shown(Flow::Columns, top)), (row, column), "{top}");
        }
    }
}
