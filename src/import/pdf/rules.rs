//! Lines that are drawn on a page, level or upright: what tables are ruled with.

use hayro_interpret::DrawMode;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

use crate::import::steps;

/// Most lines of a page with tables, and most once they are merged: a page with more is a drawing.
const MOST: usize = 20_000;
const MOST_MERGED: usize = 1_000;

/// The thickest line that is a rule, in points, and how far it may lean.
const THICKEST: f64 = 4.0;
const LEANING: f64 = 0.6;

/// The shortest line, in points: that of a dash.
const SHORTEST: f64 = 0.4;

/// How far two lines that are one rule lie beside each other at most, and one behind the other.
const BESIDE: f32 = 1.0;
const BEHIND: f32 = 3.0;

/// A line on a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Where it is: how far down a level one is, how far to the right an upright one.
    pub(super) at: f32,
    /// Where it begins and ends in the other direction.
    pub(super) from: f32,
    pub(super) to: f32,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules {
    level: Vec<Rule>,
    upright: Vec<Rule>,
}

impl Rules {
    /// Adds what is drawn: the edges of what is stroked, and thin bars that are filled.
    pub(super) fn add(&mut self, path: &BezPath, transform: Affine, mode: &DrawMode) {
        match mode {
            _ if self.is_full() => {}
            DrawMode::Stroke(stroke) => {
                let scale = transform.determinant().abs().sqrt();
                if f64::from(stroke.line_width) * scale <= THICKEST {
                    self.add_edges(path, transform);
                }
            }
            DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => self.add_bars(path, transform),
            DrawMode::Invisible => {}
        }
    }

    /// Whether there are more lines than a page with tables has.
    const fn is_full(&self) -> bool {
        self.level.len() + self.upright.len() > MOST
    }

    fn add_edges(&mut self, path: &BezPath, transform: Affine) {
        let (mut first, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            let next = match *element {
                PathEl::MoveTo(point) => {
                    (first, last) = (point, point);
                    continue;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    last = point;
                    continue;
                }
                PathEl::LineTo(point) => point,
                PathEl::ClosePath => first,
            };
            self.add_thin(Rect::from_points(transform * last, transform * next), LEANING);
            last = next;
        }
    }

    fn add_bars(&mut self, path: &BezPath, transform: Affine) {
        let mut corners: Vec<Point> = Vec::new();
        // What has curves, or more corners than a bar, is none.
        let mut is_bar = true;
        for element in path.elements().iter().copied().chain([PathEl::MoveTo(Point::ZERO)]) {
            match element {
                PathEl::MoveTo(point) => {
                    let area = corners.split_first().map(|(first, rest)| {
                        let first = Rect::from_points(*first, *first);
                        rest.iter().fold(first, |area, corner| area.union_pt(*corner))
                    });
                    if let Some(area) = area.filter(|_| is_bar && corners.len() >= 4) {
                        self.add_thin(area, THICKEST);
                    }
                    corners.clear();
                    corners.push(transform * point);
                    is_bar = true;
                }
                PathEl::LineTo(point) if corners.len() < 5 => corners.push(transform * point),
                PathEl::ClosePath => {}
                PathEl::LineTo(_) | PathEl::QuadTo(..) | PathEl::CurveTo(..) => is_bar = false,
            }
        }
    }

    /// Adds an area as a rule where it is long and not thicker than that.
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    fn add_thin(&mut self, area: Rect, thickest: f64) {
        let (width, height) = (area.width(), area.height());
        let (long, short) = (width.max(height), width.min(height));
        let is_place = [area.x0, area.y0, area.x1, area.y1].iter().all(|value| value.abs() < 1e6);
        if !is_place || long < SHORTEST || short > thickest || long < 2.0 * short || self.is_full() {
            return;
        }
        let centre = area.center();
        if width > height {
            let (at, from, to) = (centre.y as f32, area.x0 as f32, area.x1 as f32);
            self.level.push(Rule { at, from, to });
        } else {
            let (at, from, to) = (centre.x as f32, area.y0 as f32, area.y1 as f32);
            self.upright.push(Rule { at, from, to });
        }
    }

    /// The rules that the lines are, level ones and upright ones, from the first to the last; `None` for a drawing.
    pub(super) fn merged(self) -> Option<[Vec<Rule>; 2]> {
        if self.is_full() {
            return None;
        }
        steps::count(self.level.len() + self.upright.len());
        let merged = [merged(self.level), merged(self.upright)];
        (merged.iter().map(Vec::len).sum::<usize>() <= MOST_MERGED).then_some(merged)
    }
}

/// Lines that lie on each other, or one behind the other, as one.
fn merged(mut lines: Vec<Rule>) -> Vec<Rule> {
    let places = places(lines.iter().map(|line| line.at), BESIDE);
    for line in &mut lines {
        line.at = places.get(place_of(&places, line.at)).copied().unwrap_or(line.at);
    }
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for line in lines {
        let before = merged.last_mut();
        match before.filter(|before| before.at >= line.at && line.from <= before.to + BEHIND) {
            Some(before) => before.to = before.to.max(line.to),
            None => merged.push(line),
        }
    }
    merged
}

/// The places that `values` are, from the first to the last: what is not farther than `within` behind one is the same.
pub(super) fn places(values: impl Iterator<Item = f32>, within: f32) -> Vec<f32> {
    let mut places: Vec<f32> = values.collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, place| *next - *place <= within);
    places
}

/// Which of the places a value is at, or behind.
pub(super) fn place_of(places: &[f32], value: f32) -> usize {
    places.partition_point(|place| *place <= value).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use hayro_interpret::{FillRule, StrokeProps};

    use super::*;

    /// What a path of SVG has, as level and upright rules.
    fn rules(path: &str, mode: &DrawMode) -> [Vec<(f32, f32, f32)>; 2] {
        let mut rules = Rules::default();
        rules.add(&BezPath::from_svg(path).unwrap(), Affine::scale(2.0), mode);
        rules.merged().unwrap().map(|rules| rules.iter().map(|rule| (rule.at, rule.from, rule.to)).collect())
    }

    #[test]
    fn strokes_and_thin_bars_are_rules() {
        let stroke = DrawMode::Stroke(StrokeProps::default());
        let fill = DrawMode::Fill(FillRule::NonZero);
        // A rectangle, and an oblique line.
        let edges =
            [vec![(10.0, 10.0, 40.0), (30.0, 10.0, 40.0)], vec![(10.0, 10.0, 30.0), (40.0, 10.0, 30.0)]];
        assert_eq!(rules("M5 5H20V15H5Z M50 50L90 70", &stroke), edges);
        // Dashes on one line, and a line that lies beside it.
        assert_eq!(rules("M5 5H8 M9 5H12 M12 5.2H15", &stroke), [vec![(10.0, 10.0, 30.0)], vec![]]);
        // A bar, its corner, an area, a bent area.
        let bars = "M5 5H20V6H5Z M5 5H6V6H5Z M30 30H90V90H30Z M5 5C7 7 8 8 20 6L5 6L5 5";
        assert_eq!(rules(bars, &fill), [vec![(11.0, 10.0, 40.0)], vec![]]);
        let thick = DrawMode::Stroke(StrokeProps { line_width: 9.0, ..StrokeProps::default() });
        assert_eq!(rules("M5 5H20", &thick), [vec![], vec![]]);
    }

    #[test]
    fn a_drawing_has_no_rules() {
        let lines: Vec<String> = (0..=MOST_MERGED).map(|at| format!("M5 {}H20", 2 * at)).collect();
        let mut rules = Rules::default();
        let path = BezPath::from_svg(&lines.concat()).unwrap();
        rules.add(&path, Affine::IDENTITY, &DrawMode::Stroke(StrokeProps::default()));
        assert_eq!(rules.merged(), None);
    }
}
