//! Markers behind what a line is decorated with: ornaments (☆、 📌 === `**`), frames, page numbers (—29—), 正文, written-out
//! blanks (`&nbsp;`).

use super::cursor::is_inner_blank;
use super::{Marker, read};
use crate::outline::numeral;
use crate::outline::style::Style;

/// The marker of a line: that at its start, or behind ornaments, 正文 or a page number if it is a strong one.
pub(in crate::outline) fn read_line(line: &str) -> Option<Marker> {
    let ornament = |c: char| is_ornament(c) || is_inner_blank(c);
    let open = behind_emphasis(behind_entities(line));
    let plain = open.trim_start_matches(ornament);
    // ☆、第一章
    let plain = if plain.len() < open.len() { plain.trim_start_matches('、') } else { plain };
    // #第一章
    let bare = plain.trim_start_matches('#');
    let plain = if bare.starts_with('第') { bare } else { plain };
    let plain =
        behind_frame(plain).or_else(|| behind_page(plain)).unwrap_or(plain).trim_start_matches(ornament);
    let plain = BEFORE
        .iter()
        .find_map(|word| plain.strip_prefix(word).filter(|rest| rest.starts_with(is_inner_blank)))
        .unwrap_or(plain);
    let plain = plain.trim_start_matches(is_inner_blank);
    let shift = line.len() - plain.len();
    let found = read(plain)?;
    // § 3.1 has the sign of a section, and * 3.1 an ornament.
    let sign = line
        .get(..shift)
        .and_then(|before| before.rfind(SIGN))
        .filter(|_| matches!(found.style, Style::Arabic | Style::Decimal(_)));
    let strong =
        plain.len() == open.len() || sign.is_some() || (found.weight >= STRONG && !found.style.is_point());
    let start = sign.unwrap_or(found.start + shift);
    strong.then(|| Marker { start, end: found.end + shift, ..found })
}

/// The sign of a section before its number.
const SIGN: char = '§';
/// What a line may be decorated with, besides arrows, boxes and pictures.
const ORNAMENTS: &str = "§※*•>\u{fe0f}";

/// Whether a line may be decorated with `c`: ☆ 📌 → ▌.
pub(super) fn is_ornament(c: char) -> bool {
    ORNAMENTS.contains(c)
        || matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2580}'..='\u{2775}' | '\u{2794}'..='\u{27bf}')
        || matches!(c, '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}
/// Words before the chapters of web novels.
const BEFORE: [&str; 5] = ["正文卷", "正文", "VIP章节", "VIP卷", "VIP"];
/// What a line may be framed with, and how long such a frame is at least, in characters.
const FRAMES: [char; 8] = ['=', '＝', '-', '－', '—', '~', '～', '_'];
const FRAME: usize = 2;
/// Longest page number, in digits.
const PAGE: usize = 4;

/// Blanks as web pages write them, which plain copies of such keep.
const ENTITIES: [&str; 6] = ["&nbsp;", "&ensp;", "&emsp;", "&#160;", "&#12288;", "&#xa0;"];
/// What Markdown and chats put around emphasised words.
const EMPHASIS: &str = "**";

/// What stands behind the written-out blanks at the start of `line`.
fn behind_entities(line: &str) -> &str {
    let mut rest = line;
    while let Some(behind) = ENTITIES.iter().find_map(|entity| rest.strip_prefix(entity)) {
        rest = behind.trim_start_matches(is_inner_blank);
    }
    rest
}

/// What stands behind the asterisks of `**一、題**`.
fn behind_emphasis(line: &str) -> &str {
    let inner = line.strip_prefix(EMPHASIS).filter(|inner| inner.contains(EMPHASIS));
    inner.map_or(line, |inner| inner.trim_start_matches(is_inner_blank))
}

/// What stands behind the frame of `===第一章 題===`.
fn behind_frame(line: &str) -> Option<&str> {
    let frame = line.chars().next().filter(|c| FRAMES.contains(c))?;
    let inner = line.trim_start_matches(frame);
    let framed = line.len() - inner.len() >= FRAME * frame.len_utf8() && inner.trim_end().ends_with(frame);
    framed.then_some(inner)
}

/// What stands behind the page number of `—29—三、題`.
fn behind_page(line: &str) -> Option<&str> {
    let dash = line.chars().next().filter(|c| numeral::is_stroke(*c))?;
    let rest = line.trim_start_matches(dash).trim_start_matches(is_inner_blank);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - behind.len();
    let behind = behind.trim_start_matches(is_inner_blank).strip_prefix(dash)?.trim_start_matches(dash);
    (1..=PAGE).contains(&digits).then_some(behind)
}

/// What a marker weighs at least that stands behind such.
const STRONG: f32 = 2.5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_a_section_belongs_to_its_number() {
        for (line, marker) in [("§ 3.1 題", "§ 3.1"), ("§3.1.2 題", "§3.1.2"), ("※ 第一章 題", "第一章")]
        {
            let found = read_line(line).unwrap();
            assert_eq!(line.get(found.start..found.end), Some(marker));
        }
    }
}
