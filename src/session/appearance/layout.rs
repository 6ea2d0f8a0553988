//! Where the window was and how wide its panels were, from one start to the next.

use serde::{Deserialize, Serialize};

/// Sizes of the window and its panels; what is not known is as the program proposes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Width and height of what is inside the window's frame, in points of the system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<[u32; 2]>,
    /// Where the frame's left upper corner was, in points of all screens together; unknown on Wayland.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<[i32; 2]>,
    /// Whether the window was maximised; the size is that of before.
    pub maximized: bool,
    /// Width of the outline in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outline: Option<u16>,
    /// Width of the panel on the right in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<u16>,
}

/// A part of all screens together, in points: left upper corner, width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left upper corner.
    pub at: [i32; 2],
    /// Width and height.
    pub size: [u32; 2],
}

impl Area {
    /// How much of `self` lies in `other`, in square points.
    fn shared(self, other: Self) -> i64 {
        let along = |axis: usize| {
            let span = |area: Self| {
                let [start, length] = [
                    area.at.get(axis).map(|at| i64::from(*at)),
                    area.size.get(axis).map(|size| i64::from(*size)),
                ];
                let start = start.unwrap_or_default();
                (start, start + length.unwrap_or_default())
            };
            let ((from, to), (other_from, other_to)) = (span(self), span(other));
            (to.min(other_to) - from.max(other_from)).max(0)
        };
        along(0) * along(1)
    }
}

/// Where a window that was at `at` with `size` (points) can be seen whole on the `screens` that there are now, and how
/// large it can be; `None`: not where it was, as that screen is gone.
pub fn fitted(at: [i32; 2], size: [u32; 2], screens: &[Area]) -> Option<Area> {
    let wanted = Area { at, size };
    let screen = screens.iter().copied().max_by_key(|screen| wanted.shared(*screen))?;
    if wanted.shared(screen) == 0 {
        return None;
    }
    let place = |at: i32, size: u32, from: i32, room: u32| {
        let size = size.min(room);
        let last = i64::from(from) + i64::from(room) - i64::from(size);
        (i32::try_from(i64::from(at).clamp(i64::from(from), last)).unwrap_or(from), size)
    };
    let ([x, y], [width, height]) = (at, size);
    let ([left, top], [wide, high]) = (screen.at, screen.size);
    let ((x, width), (y, height)) = (place(x, width, left, wide), place(y, height, top, high));
    Some(Area { at: [x, y], size: [width, height] })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = Area { at: [0, 0], size: [1280, 800] };
    const SECOND: Area = Area { at: [1280, -200], size: [1920, 1080] };

    #[test]
    fn a_window_comes_back_where_it_was_as_far_as_the_screens_go() {
        let at = |at, size| fitted(at, size, &[SCREEN, SECOND]).map(|area| (area.at, area.size));
        assert_eq!(at([100, 50], [900, 600]), Some(([100, 50], [900, 600])));
        assert_eq!(at([1400, -100], [900, 600]), Some(([1400, -100], [900, 600])));
        // Half out of the screen, and larger than it.
        assert_eq!(at([-300, 500], [900, 600]), Some(([0, 200], [900, 600])));
        assert_eq!(at([-700, 0], [1500, 900]), Some(([0, 0], [1280, 800])));
        // The screen that it was on is gone.
        assert_eq!(fitted([1400, 900], [900, 600], &[SCREEN]), None);
        assert_eq!(fitted([0, 0], [900, 600], &[]), None);
    }

    proptest::proptest! {
        #[test]
        fn whatever_was_kept_the_window_is_within_a_screen(
            at: [i32; 2], size: [u32; 2], left in -9000..9000_i32, wide in 1..9000_u32,
        ) {
            let screen = Area { at: [left, 0], size: [wide, 900] };
            if let Some(area) = fitted(at, size, &[screen]) {
                assert_eq!(area.shared(screen), i64::from(area.size[0]) * i64::from(area.size[1]));
            }
        }
    }
}
