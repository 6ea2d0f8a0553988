//! Where a text has both scripts: its parts, and what is quoted in the other one.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use crate::document::Document;
use crate::script::{DetectedScript, quoted, script_parts};
use crate::text::{SourceOffset, SourceRange};

/// So many parts and stretches are named in the text; in JSON all are.
const NAMED: usize = 12;

/// What of a text is in which script, by 1-based lines.
#[derive(Debug, Serialize)]
pub(super) struct Mixture {
    /// Consecutive lines of one script; empty where all of the text is in one.
    parts: Vec<ScriptPart>,
    /// What is in the other script than most of the text and so stays as it is with `--keep-quoted`.
    quoted: Quoted,
}

#[derive(Debug, Serialize)]
struct ScriptPart {
    script: &'static str,
    first_line: usize,
    last_line: usize,
}

#[derive(Debug, Serialize)]
struct Quoted {
    /// How many characters, blanks not counted.
    characters: usize,
    /// Stretches, of which none runs over a line end.
    stretches: Vec<Stretch>,
}

#[derive(Debug, Serialize)]
struct Stretch {
    line: usize,
    /// 1-based, in code points.
    column: usize,
    text: String,
}

impl Mixture {
    /// Looks through all of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let main = document.detected().without_quoted().script;
        let text = document.text();
        let line = |at: usize| document.lines().line_at(document.text(), SourceOffset::new(at)) + 1;
        let parts: Vec<_> = script_parts(text, main)
            .into_iter()
            .map(|part| ScriptPart {
                script: name(part.script),
                first_line: line(part.bytes.start),
                last_line: line(part.bytes.end.saturating_sub(1)),
            })
            .collect();
        let stretches: Vec<Range<usize>> = quoted(text, main);
        let ranges = stretches.iter().map(|bytes| SourceRange::new(bytes.start, bytes.end));
        let quoted = Quoted {
            characters: ranges.clone().filter_map(|range| document.characters_in(range)).sum(),
            stretches: ranges
                .map(|range| Stretch {
                    line: line(range.start.get()),
                    column: document.lines().column(text, range.start) + 1,
                    text: range.slice(text).to_owned(),
                })
                .collect(),
        };
        Self { parts: if parts.len() > 1 { parts } else { Vec::new() }, quoted }
    }

    /// One fact a line.
    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        if !self.parts.is_empty() {
            let parts = self
                .parts
                .iter()
                .map(|part| format!("{} {}", part.script, lines(part.first_line, part.last_line)));
            writeln!(out, "{:<12}{}: {}", "parts", self.parts.len(), listed(parts))?;
        }
        let stretches = &self.quoted.stretches;
        if !stretches.is_empty() {
            let mut runs: Vec<(usize, usize)> = Vec::new();
            for stretch in stretches {
                match runs.last_mut() {
                    Some((_, last)) if stretch.line <= *last + 1 => *last = stretch.line,
                    _ => runs.push((stretch.line, stretch.line)),
                }
            }
            let named = listed(runs.into_iter().map(|(first, last)| lines(first, last)));
            let (count, characters) = (stretches.len(), self.quoted.characters);
            writeln!(out, "{:<12}{count} ({characters} characters): line {named}", "quoted")?;
        }
        Ok(())
    }
}

fn lines(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn listed(items: impl ExactSizeIterator<Item = String>) -> String {
    let more = if items.len() > NAMED { ", …" } else { "" };
    items.take(NAMED).collect::<Vec<_>>().join(", ") + more
}

const fn name(script: DetectedScript) -> &'static str {
    match script {
        DetectedScript::Hans => "hans",
        DetectedScript::Hant => "hant",
        DetectedScript::Mixed => "mixed",
        DetectedScript::Unclear => "unclear",
    }
}
