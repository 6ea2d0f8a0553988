//! What an outline says of itself, as data.

use serde::Serialize;

use crate::outline::{Diagnosis, Evidence, Style};

/// The rule that found a section: a word that stays the same from version to version.
pub(super) const fn rule(evidence: &Evidence) -> &'static str {
    if evidence.from_format {
        return "format";
    }
    match evidence.style {
        Style::Heading => "bold",
        Style::Hash(_) => "markdown",
        Style::Part => "part",
        Style::Division => "division",
        Style::Book => "book",
        Style::Volume => "volume",
        Style::Matter => "matter",
        Style::Unit => "unit",
        Style::Lesson => "lesson",
        Style::Case => "case",
        Style::Chapter => "chapter",
        Style::Section => "section",
        Style::Subsection => "subsection",
        Style::Item => "item",
        Style::Article => "article",
        Style::Stamp => "stamp",
        Style::Formal => "formal",
        Style::Roman => "roman",
        Style::Stem => "stem",
        Style::Han => "han",
        Style::HanParen => "han-paren",
        Style::Ordinal => "ordinal",
        Style::Arabic => "arabic",
        Style::Decimal(_) => "decimal",
        Style::ArabicParen => "arabic-paren",
        Style::Upper => "upper",
        Style::Lower => "lower",
        Style::Circled => "circled",
        Style::Clause => "clause",
        Style::Adverb => "adverb",
    }
}

/// Something odd about a section.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Odd {
    Missing { first: u32, count: u32 },
    Repeated,
    OutOfOrder,
    Glued,
    LevelJump,
    Cut,
}

impl From<Diagnosis> for Odd {
    fn from(diagnosis: Diagnosis) -> Self {
        match diagnosis {
            Diagnosis::Missing { first, count } => Self::Missing { first, count },
            Diagnosis::Repeated => Self::Repeated,
            Diagnosis::OutOfOrder => Self::OutOfOrder,
            Diagnosis::Glued => Self::Glued,
            Diagnosis::LevelJump => Self::LevelJump,
            Diagnosis::Cut => Self::Cut,
        }
    }
}
