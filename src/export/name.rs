//! File names for the parts of a split export, by a pattern: `{n} {heading}`.

use std::borrow::Cow;
use std::collections::HashMap;

use super::entries::marker_and_title;
use super::pieces::{named_or, shown_line};
use super::{Format, Options, Split};
use crate::document::Document;
use crate::outline::SectionId;
use crate::text::is_blank;

/// Longest text that one field puts into a name, in characters.
const LONGEST: usize = 60;
/// Longest name that file systems take, in bytes.
const MOST_BYTES: usize = 255;
/// What Windows has for devices.
const DEVICES: &str = "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 \
                       lpt7 lpt8 lpt9";

/// What of a part its name may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Which of the files it is, with leading zeros, so that names sort; 0 for what stands before the first section.
    Number,
    /// The section's address: 3.2.
    Address,
    /// The marker: 一、
    Marker,
    /// The title without the marker.
    Title,
    /// Marker and title.
    Heading,
    /// The title of the document.
    Document,
}

impl Field {
    /// All fields, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Number, Self::Address, Self::Marker, Self::Title, Self::Heading, Self::Document];

    /// The word for it in a pattern, without the braces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "n",
            Self::Address => "address",
            Self::Marker => "marker",
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Document => "document",
        }
    }
}

/// How the files of a split are called: text with fields in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// What is wrong with a pattern of names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A field that there is not.
    #[error("{{{0}}} is no field")]
    Unknown(String),
    /// A brace without its counterpart.
    #[error("a brace is not closed")]
    Unclosed,
    /// Nothing that could be a name.
    #[error("a pattern without anything in it")]
    Empty,
}

impl NamePattern {
    /// The pattern where no other was chosen.
    pub const USUAL: &str = "{n} {heading}";

    /// Reads a pattern.
    ///
    /// # Errors
    /// A field that there is not, a brace that is not closed, a pattern without anything in it.
    pub fn parse(pattern: &str) -> Result<Self, PatternError> {
        let mut parts = Vec::new();
        let mut rest = pattern.trim();
        if rest.is_empty() {
            return Err(PatternError::Empty);
        }
        while let Some((text, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').ok_or(PatternError::Unclosed)?;
            let field = Field::ALL.into_iter().find(|field| field.name() == name.trim());
            push_text(&mut parts, text);
            parts.push(Part::Field(field.ok_or_else(|| PatternError::Unknown(name.to_owned()))?));
            rest = behind;
        }
        push_text(&mut parts, rest);
        Ok(Self(parts))
    }

    fn fill<'a>(&self, value: impl Fn(Field) -> Cow<'a, str>) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Field(field) => value(*field).chars().take(LONGEST).collect(),
        };
        self.0.iter().map(part).collect()
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
}

impl Default for NamePattern {
    fn default() -> Self {
        let text = |text: &str| Part::Text(text.to_owned());
        Self(vec![Part::Field(Field::Number), text(" "), Part::Field(Field::Heading)])
    }
}

/// Names for the files `splits`, in their order: safe, no two alike on any file system, none longer than 255 bytes.
pub fn file_names(
    document: &Document,
    splits: &[Split],
    format: Format,
    (pattern, options): (&NamePattern, &Options<'_>),
) -> Vec<String> {
    let addresses = document.outline().addresses();
    let digits = splits.len().to_string().len();
    // Sections are counted from 1 whether or not something stands before them.
    let first = usize::from(splits.first() != Some(&Split::Preamble));
    let mut taken = HashMap::new();
    let name = |(number, split): (usize, &Split)| {
        let filled = pattern.fill(|field| match (field, split) {
            (Field::Number, _) => format!("{number:0digits$}").into(),
            (Field::Document, _) => options.title.into(),
            (Field::Address, Split::Preamble) => "0".into(),
            (Field::Address, Split::Section(id)) => address(&addresses, *id).into(),
            (Field::Marker, Split::Preamble) => "".into(),
            (_, Split::Preamble) => first_line(document, options),
            (Field::Marker, Split::Section(id)) => marker_and_title(document, options, *id).0,
            (Field::Title, Split::Section(id)) => marker_and_title(document, options, *id).1,
            (Field::Heading, Split::Section(id)) => heading(document, options, *id),
        });
        unlike(&safe(&filled), format.extension(), &mut taken)
    };
    (first..).zip(splits).map(name).collect()
}

fn address(addresses: &[crate::outline::Address], id: SectionId) -> String {
    addresses.get(id.index()).map(ToString::to_string).unwrap_or_default()
}

/// The heading as an outline shows it.
fn heading<'a>(document: &'a Document, options: &Options<'_>, id: SectionId) -> Cow<'a, str> {
    let shown = document.outline().get(id).map(|section| section.shown(document.text()));
    shown.map(|shown| named_or(document, options, id, shown)).unwrap_or_default()
}

fn first_line<'a>(document: &'a Document, options: &Options<'_>) -> Cow<'a, str> {
    let first = document.blocks_in(document.preamble()).first();
    first.map(|block| shown_line(document, options, block.range())).unwrap_or_default()
}

/// `name` without characters that a file system forbids or that would hide it.
fn safe(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .collect();
    // Windows drops closing dots and blanks.
    kept.trim_matches(|c| is_blank(c) || c == '.').to_owned()
}

/// `stem` with the extension, cut to length, and told from all that are `taken`, each with how often it was wanted: on many
/// file systems letters are the same in both cases.
fn unlike(stem: &str, extension: &str, taken: &mut HashMap<String, u32>) -> String {
    let is_device = DEVICES.split_whitespace().any(|device| stem.to_lowercase() == device);
    let stem = if stem.is_empty() || is_device { format!("_{stem}") } else { stem.to_owned() };
    let with = |mark: &str| {
        let room = MOST_BYTES.saturating_sub(mark.len() + 1 + extension.len());
        let cut = stem.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= room).last();
        let cut = stem.get(..cut.unwrap_or(0)).unwrap_or_default();
        format!("{}{mark}.{extension}", cut.trim_end_matches(|c| is_blank(c) || c == '.'))
    };
    let wanted = with("");
    let key = wanted.to_lowercase();
    let mut number = taken.get(&key).copied().unwrap_or(0);
    let mut name = wanted;
    while taken.contains_key(&name.to_lowercase()) {
        number += 1;
        name = with(&format!(" ({})", number + 1));
    }
    taken.insert(name.to_lowercase(), 0);
    taken.insert(key, number);
    name
}

/// Marks that order or join text and are not seen.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_a_file_system_forbids() {
        assert_eq!(safe("一、甲/乙:丙?"), "一、甲_乙_丙_");
        assert_eq!(safe("../..\u{202e}\u{7}x. "), "_..x");
    }

    #[test]
    fn no_two_names_are_alike_and_none_is_too_long() {
        let mut taken = HashMap::new();
        let mut name = |stem: &str| unlike(stem, "docx", &mut taken);
        assert_eq!(
            ["a", "A", "", "", "con"].map(&mut name),
            ["a.docx", "A (2).docx", "_.docx", "_ (2).docx", "_con.docx"]
        );
        let long = "綱".repeat(200);
        for (name, bytes) in [name(&long), name(&long)].iter().zip([249 + 5, 246 + 4 + 5]) {
            assert_eq!(name.len(), bytes, "{name}");
        }
    }

    #[test]
    fn many_alike_are_told_apart_in_a_moment() {
        let document = Document::parse("1. 同\n".repeat(3_000).into_bytes(), None);
        let splits = super::super::Selection::all(&document).splits();
        let pattern = NamePattern::parse("{title}").unwrap();
        let names = file_names(&document, &splits, Format::Txt, (&pattern, &Options::default()));
        let unlike: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!((names.len(), unlike.len()), (splits.len(), splits.len()));
    }

    #[test]
    fn a_pattern_says_what_is_wrong_with_it() {
        let error = |pattern| NamePattern::parse(pattern).unwrap_err();
        assert_eq!(error("{n} {name}"), PatternError::Unknown("name".to_owned()));
        assert_eq!(error("{n"), PatternError::Unclosed);
        assert_eq!(error("  "), PatternError::Empty);
        assert_eq!(NamePattern::parse(NamePattern::USUAL), Ok(NamePattern::default()));
    }
}
