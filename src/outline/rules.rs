//! The reader's own rules: a regular expression that headings begin with, and their level.
//!
//! | the expression | the heading |
//! |---|---|
//! | matches a whole line: `【.+】` | the line, without number |
//! | matches how a line begins: `第\d+讲` | that is the number; the title ends as that of an inferred heading |
//! | has a group: `问：(.+)` | the group is the title, what stands before it the number |
//!
//! The engine works in linear time on any expression and refuses those that would be too large.

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::edit::{DEEPEST, line_from, relink, spans_from};
use super::style::Style;
use super::{Outline, Section, marker, title};
use crate::block::Block;
use crate::text::{SourceOffset, SourceRange};

/// Largest compiled expression and largest cache of its automaton, in bytes.
const SIZE: usize = 1 << 20;
const CACHE: usize = 4 << 20;

/// A rule of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// What headings begin with: a regular expression, matched at the start of each line, indent not counted.
    pub pattern: String,
    /// Level of its headings, 1 for the top.
    pub level: u8,
}

/// Why a rule cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The expression is not well formed; the engine's own words, one line of English.
    #[error("{0}")]
    Syntax(String),
    /// The expression is too large.
    #[error("the expression is too large")]
    TooLarge,
}

/// A rule ready for use.
#[derive(Clone, Debug)]
pub struct Compiled {
    regex: Regex,
    level: u8,
}

impl Rule {
    /// Makes the rule ready.
    ///
    /// # Errors
    /// Where its expression is not well formed or too large.
    pub fn compile(&self) -> Result<Compiled, RuleError> {
        let regex = RegexBuilder::new(&self.pattern).size_limit(SIZE).dfa_size_limit(CACHE).build();
        let regex = regex.map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => RuleError::TooLarge,
            other => RuleError::Syntax(last_line(&other.to_string())),
        })?;
        Ok(Compiled { regex, level: self.level.clamp(1, DEEPEST) })
    }
}

/// The engine draws the place of an error over several lines; the last says what it is.
fn last_line(words: &str) -> String {
    let last = words.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

impl Compiled {
    /// The headings that the rule finds in the lines of `text`, in document order. A match of nothing is none.
    pub fn headings<'a>(
        &'a self,
        text: &'a str,
        lines: &'a [Block],
    ) -> impl Iterator<Item = SourceRange> + 'a {
        lines
            .iter()
            .filter_map(|line| self.heading(text, line.range().start))
            .map(move |found| found.heading(text))
    }

    /// The heading at `at`, the start of a line.
    fn heading(&self, text: &str, at: SourceOffset) -> Option<Section> {
        let line = line_from(text, at);
        let found = self.regex.captures(line.slice(text))?;
        let whole = found.get(0).filter(|whole| whole.start() == 0 && !whole.is_empty())?;
        let from = at.get();
        let (marker, title) = match found.get(1).filter(|group| !group.is_empty()) {
            Some(group) => (0..group.start(), group.range()),
            None if whole.end() == line.len() => (0..0, whole.range()),
            None => {
                let rest = line.slice(text).get(whole.end()..).unwrap_or_default();
                let title = title::of_heading(rest, Style::Han, true);
                (whole.range(), whole.end() + title.start..whole.end() + title.end)
            }
        };
        let marker = SourceRange::new(from + marker.start, from + marker.end);
        let title = SourceRange::new(from + title.start, from + title.end).trimmed(text);
        let body = SourceRange { start: SourceOffset::new(from + whole.end()), end: title.end };
        Some(Section { level: self.level, ..spans_from(text, at, marker, title, body.start.max(body.end)) })
    }
}

impl Outline {
    /// This outline of `text` with the headings that `rules` find in its `lines`. Where several rules match, the
    /// first counts; where a section stands already, the rule decides on its level and title.
    #[must_use]
    pub fn ruled(&self, text: &str, lines: &[Block], rules: &[Compiled]) -> Self {
        let found = lines
            .iter()
            .filter_map(|line| rules.iter().find_map(|rule| rule.heading(text, line.range().start)));
        let mut sections: Vec<Section> = Vec::with_capacity(self.sections.len());
        let mut inferred = self.sections.iter().peekable();
        let mut evidence = Vec::with_capacity(self.sections.len());
        let mut known = self.evidence.iter().cloned().chain(std::iter::repeat(None));
        let mut above: Vec<Above> = Vec::new();
        for heading in found.map(Some).chain([None]) {
            let until = heading.as_ref().map(|heading| heading.span.start);
            while let Some(section) =
                inferred.next_if(|section| until.is_none_or(|until| section.span.start < until))
            {
                let level = make_room(text, section, &mut above);
                sections.push(Section { level, ..section.clone() });
                evidence.push(known.next().flatten());
            }
            let Some(heading) = heading else { break };
            above.retain(|other| other.level < heading.level);
            let same = inferred.next_if(|section| section.span.start == heading.span.start);
            let moves = same.map(|same| (same.level + 1, i16::from(heading.level) - i16::from(same.level)));
            above.push(Above { level: heading.level, moves });
            if same.is_some() {
                known.next();
            }
            sections.push(heading);
            evidence.push(None);
        }
        relink(text.len(), &mut sections);
        let points = super::edit::rehang(&self.sections, &self.points, &sections);
        let mut outline = Self::new(sections).with_points(points);
        outline.evidence = evidence;
        outline.names.clone_from(&self.names);
        outline.settle_numbering(text);
        outline
    }
}

/// A heading by rule and what it does to the inferred sections behind it.
struct Above {
    level: u8,
    /// Sections of this level or deeper move by so many levels; `None` as long as it is not known.
    moves: Option<(u8, i16)>,
}

/// The level of an inferred section below the headings by rule `above`; those that it ends are taken away.
///
/// What was inferred to be on the level of such a heading goes below it where it begins a numbering there: 一、
/// after 第12讲, whatever was thought of 一、 before 第12讲 was known.
fn make_room(text: &str, section: &Section, above: &mut Vec<Above>) -> u8 {
    let mut level = section.level;
    let mut holding = 0;
    for heading in above.iter_mut() {
        let begins = || level == heading.level && starts_numbering(text, section);
        let (from, by) =
            *heading.moves.get_or_insert_with(|| if begins() { (heading.level, 1) } else { (level, 0) });
        if level < from {
            break;
        }
        level = u8::try_from(i16::from(level) + by).unwrap_or(1).max(1);
        holding += 1;
    }
    above.truncate(holding);
    level
}

fn starts_numbering(text: &str, section: &Section) -> bool {
    let line = line_from(text, section.span.start);
    marker::read(line.slice(text)).is_some_and(|marker| marker.value == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::paragraphs;
    use crate::outline::infer;

    fn tree(text: &str, rules: &[(&str, u8)]) -> String {
        let rules: Vec<_> = rules
            .iter()
            .map(|(pattern, level)| Rule { pattern: (*pattern).to_owned(), level: *level }.compile().unwrap())
            .collect();
        let lines = paragraphs(text);
        let outline = infer(text, &lines).ruled(text, &lines, &rules);
        let rows = outline.sections().iter().map(|section| {
            format!("{} {}|{}", section.level, section.marker.slice(text), section.title.slice(text))
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    const TEXT: &str = "课堂笔记\n\n第12讲 水利\n\n一、沟渠\n\n沟渠的话。\n\n二、水车\n\n水车的话。\n\n问：谁来修？大家修。\n\n\
                        第13讲 农具\n\n一、犁\n\n犁的话。\n\n二、耙\n\n耙的话。\n";

    #[test]
    fn a_rule_finds_headings_and_what_begins_anew_below_them_makes_room() {
        let all = "1 第12讲|水利\n2 一、|沟渠\n2 二、|水车\n1 第13讲|农具\n2 一、|犁\n2 二、|耙";
        assert_eq!(tree(TEXT, &[(r"第\d+讲", 1)]), all);
        let asked = tree(TEXT, &[(r"第\d+讲", 1), ("问：([^？]+？)", 3)]);
        assert_eq!(asked, all.replace("2 二、|水车", "2 二、|水车\n3 问：|谁来修？"));
    }

    #[test]
    fn a_whole_line_is_a_heading_without_number_and_nothing_is_no_match() {
        assert_eq!(tree("甲乙\n\n丙丁戊\n", &[("丙.+", 1)]), "1 |丙丁戊");
        assert_eq!(tree("甲乙\n\n丙丁戊\n", &[("x*", 1), ("丁", 1)]), "");
    }

    #[test]
    fn what_is_not_well_formed_or_too_large_says_so() {
        let error = |pattern: &str| Rule { pattern: pattern.to_owned(), level: 1 }.compile().unwrap_err();
        assert_eq!(error("第(.+讲"), RuleError::Syntax("unclosed group".to_owned()));
        assert_eq!(error("(.{1000}){1000}"), RuleError::TooLarge);
    }
}
