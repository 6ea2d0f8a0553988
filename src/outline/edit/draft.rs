//! An outline while corrections are carried out: levels and starts are true, parents and spans are made at the end.

use super::super::marker;
use super::super::style::Style;
use super::super::title;
use super::tree::{rehang, relink};
use super::{Change, DEEPEST, Edit, Names, Scope};
use crate::outline::{Evidence, Outline, Section};
use crate::text::{SourceOffset, SourceRange, is_blank, is_line_end};

/// The level of a section that was removed; it keeps its place so that indices hold.
const REMOVED: u8 = 0;
/// Longest line that is looked at for a title, in bytes.
const LINE: usize = 2_400;

/// An outline that is being corrected.
pub(super) struct Draft<'a> {
    text: &'a str,
    before: &'a Outline,
    sections: Vec<Section>,
    /// As long as `sections`.
    evidence: Vec<Option<Evidence>>,
    names: Names,
}

impl<'a> Draft<'a> {
    pub(super) fn new(text: &'a str, before: &'a Outline) -> Self {
        let mut evidence = before.evidence.clone();
        evidence.resize(before.sections.len(), None);
        Self { text, before, sections: before.sections.clone(), evidence, names: before.names.clone() }
    }

    /// Carries `edit` out; `false` where its place is not found.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        if let Change::Heading(level) = edit.change {
            let Some(at) = edit.anchor.find(self.text, |_| true) else { return false };
            self.make_heading(at, level);
            return true;
        }
        // What was removed counts as found: there is nothing left to do.
        let Some(at) = edit.anchor.find(self.text, |at| self.position(at).is_ok()) else { return false };
        let Ok(index) = self.position(at) else { return false };
        if self.level(index) == REMOVED {
            return edit.change == Change::Remove;
        }
        let affected = match (edit.scope, &edit.change) {
            (Scope::One, _) | (Scope::Kind, Change::Name(_)) => vec![index],
            (Scope::Kind, _) => kind(self.text, &self.sections, &self.evidence, index),
        };
        let mut seen = index.min(affected.first().copied().unwrap_or(index));
        let mut before = self.level_before(seen);
        for index in affected {
            for passed in std::mem::replace(&mut seen, index)..index {
                before = Some(self.level(passed)).filter(|level| *level != REMOVED).unwrap_or(before);
            }
            match &edit.change {
                Change::Level(level) | Change::Heading(level) => self.set_level(index, *level, before),
                Change::Remove => self.remove(index, before),
                Change::Name(name) => self.set_name(index, name.as_deref()),
                Change::Keep => self.trust(index),
            }
        }
        true
    }

    /// The outline that came out.
    pub(super) fn finish(mut self) -> Outline {
        let mut levels = self.sections.iter().map(|section| section.level);
        self.evidence.retain(|_| levels.next() != Some(REMOVED));
        self.sections.retain(|section| section.level != REMOVED);
        relink(self.text.len(), &mut self.sections);
        let points = rehang(&self.before.sections, &self.before.points, &self.sections);
        let mut outline = Outline::new(self.sections).with_points(points);
        outline.evidence = self.evidence;
        outline.names = self.names;
        outline.settle_numbering(self.text);
        outline
    }

    /// The index of the section, removed or not, that starts at `at`, or where it would be.
    fn position(&self, at: SourceOffset) -> Result<usize, usize> {
        self.sections.binary_search_by_key(&at, |section| section.span.start)
    }

    fn level(&self, index: usize) -> u8 {
        self.sections.get(index).map_or(REMOVED, |section| section.level)
    }

    /// The level of the section before `index`, 0 for none.
    fn level_before(&self, index: usize) -> u8 {
        let before = self.sections.iter().take(index).rev();
        before.map(|section| section.level).find(|level| *level != REMOVED).unwrap_or(0)
    }

    /// `before` is the level of the section before it, 0 for none.
    fn set_level(&mut self, index: usize, wanted: u8, before: u8) {
        let level = wanted.clamp(1, DEEPEST).min(before.saturating_add(1));
        let old = self.level(index);
        self.shift_below(index, i16::from(level) - i16::from(old));
        if let Some(section) = self.sections.get_mut(index) {
            section.level = level;
        }
        self.trust(index);
    }

    fn remove(&mut self, index: usize, before: u8) {
        let level = self.level(index);
        if before < level {
            self.shift_below(index, -1);
        }
        if let Some(section) = self.sections.get_mut(index) {
            section.level = REMOVED;
            if let Ok(name) = self.names.binary_search_by_key(&section.span.start, |(at, _)| *at) {
                self.names.remove(name);
            }
        }
    }

    /// Moves all that stands below `index` by `levels`.
    fn shift_below(&mut self, index: usize, levels: i16) {
        let above = self.level(index);
        let below = self.sections.iter_mut().skip(index + 1);
        for section in below.take_while(|section| section.level > above || section.level == REMOVED) {
            if section.level != REMOVED {
                let level = (i16::from(section.level) + levels).clamp(1, i16::from(u8::MAX));
                section.level = u8::try_from(level).unwrap_or(u8::MAX);
            }
        }
    }

    fn set_name(&mut self, index: usize, name: Option<&str>) {
        let Some(start) = self.sections.get(index).map(|section| section.span.start) else { return };
        let known = self.names.binary_search_by_key(&start, |(at, _)| *at);
        match (known, name.map(str::trim).filter(|name| !name.is_empty())) {
            (Ok(at), Some(name)) => {
                if let Some(entry) = self.names.get_mut(at) {
                    entry.1 = name.into();
                }
            }
            (Err(at), Some(name)) => self.names.insert(at, (start, name.into())),
            (Ok(at), None) => drop(self.names.remove(at)),
            (Err(_), None) => {}
        }
    }

    fn trust(&mut self, index: usize) {
        if let Some(section) = self.sections.get_mut(index) {
            section.confidence = 1.0;
        }
        if let Some(Some(evidence)) = self.evidence.get_mut(index) {
            evidence.diagnoses.retain(|found| !found.is_doubt());
        }
    }

    fn make_heading(&mut self, at: SourceOffset, level: u8) {
        let index = match self.position(at) {
            Ok(index) => index,
            Err(index) => {
                let point = self.before.points.binary_search_by_key(&at, |point| point.marker.start);
                let point = point.ok().and_then(|point| self.before.points.get(point));
                let heading = match point {
                    Some(point) => heading(self.text, at, point.marker, point.title),
                    None => heading_at(self.text, at),
                };
                self.sections.insert(index, heading);
                self.evidence.insert(index, None);
                index
            }
        };
        let before = self.level_before(index);
        if self.level(index) == REMOVED {
            if let Some(section) = self.sections.get_mut(index) {
                section.level = level.clamp(1, DEEPEST).min(before.saturating_add(1));
            }
            self.trust(index);
        } else {
            self.set_level(index, level, before);
        }
    }
}

/// The indices of all among `sections` of the kind of the one at `index`.
pub(super) fn kind(
    text: &str,
    sections: &[Section],
    evidence: &[Option<Evidence>],
    index: usize,
) -> Vec<usize> {
    let Some(section) = sections.get(index) else { return Vec::new() };
    let part = if section.level > 1 { part(sections, index) } else { 0..sections.len() };
    let style = |index: usize, section: &Section| match evidence.get(index) {
        Some(Some(evidence)) => Some(evidence.style),
        _ => style_of(text, section),
    };
    let own = style(index, section);
    let others = sections.iter().enumerate().take(part.end).skip(part.start);
    others
        .filter(|(index, other)| other.level == section.level && style(*index, other) == own)
        .map(|(index, _)| index)
        .collect()
}

/// The top-level section that holds `index`, as a range of indices.
fn part(sections: &[Section], index: usize) -> std::ops::Range<usize> {
    let is_top = |section: &Section| section.level == 1;
    let (before, after) = sections.split_at(index.min(sections.len()));
    let start = before.iter().rposition(is_top).unwrap_or(0);
    start..after.iter().position(is_top).map_or(sections.len(), |end| index + end)
}

/// A section whose heading starts at `at`: its title ends where that of an inferred one would.
fn heading_at(text: &str, at: SourceOffset) -> Section {
    let line = line_from(text, at);
    let found = marker::read(line.slice(text)).filter(|marker| marker.start == 0);
    let marker = SourceRange::new(at.get(), at.get() + found.map_or(0, |marker| marker.end));
    let rest = SourceRange { start: marker.end, end: line.end };
    let title = title::of_heading(rest.slice(text), found.map_or(Style::Han, |marker| marker.style), true);
    let from = rest.start.get();
    heading(text, at, marker, SourceRange::new(from + title.start, from + title.end))
}

/// A section at `at`, on no level yet, whose body begins behind its title and what closes that.
fn heading(text: &str, at: SourceOffset, marker: SourceRange, title: SourceRange) -> Section {
    spans_from(text, at, marker, title, title.end.max(marker.end))
}

/// A section at `at`, on no level yet, whose body begins at `body` or after the stops and blanks there.
pub(in crate::outline) fn spans_from(
    text: &str,
    at: SourceOffset,
    marker: SourceRange,
    title: SourceRange,
    body: SourceOffset,
) -> Section {
    let end = SourceOffset::new(text.len());
    let behind = SourceRange { start: body, end }.slice(text);
    let body = behind.trim_start_matches(|c| is_blank(c) || title::CLOSING.contains(c));
    Section {
        level: REMOVED,
        parent: None,
        marker,
        title,
        body: SourceOffset::new(text.len() - body.len()),
        span: SourceRange { start: at, end },
        confidence: 1.0,
    }
}

/// What is left of the line at `at`, without closing blanks.
pub(in crate::outline) fn line_from(text: &str, at: SourceOffset) -> SourceRange {
    let rest = text.get(at.get()..).unwrap_or_default();
    let near = rest.get(..rest.floor_char_boundary(LINE)).unwrap_or_default();
    let end = near.find(is_line_end).unwrap_or(near.len());
    let line = near.get(..end).unwrap_or_default().trim_end_matches(is_blank);
    SourceRange::new(at.get(), at.get() + line.len())
}

/// The marker style of a section; `None` where it has no marker.
pub(in crate::outline) fn style_of(text: &str, section: &Section) -> Option<Style> {
    if section.marker.is_empty() {
        return None;
    }
    if section.marker.start > section.span.start {
        return Some(Style::Part);
    }
    marker::read(line_from(text, section.span.start).slice(text)).map(|marker| marker.style)
}
