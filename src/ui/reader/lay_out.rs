//! Breaking a block into lines, with the look of its rank.

use super::block_layout::BlockLayout;
use super::emphasis::{style_at, styles};
use super::flow::Flow;
use super::image_room::ImageRoom;
use super::ruler::Ruler;
use super::table::{ROW_PAD, TableRow};
use super::{MARGIN, Setting};
use crate::block::{Block, DisplayText};
use crate::document::Document;
use crate::outline::Section;
use crate::script::{ScriptView, Shown};
use crate::settings::Typography;
use crate::typeset::{Gap, Line, Measure, Spacing, break_lines, gaps};
use crate::ui::appearance::fonts::Face;

/// Line height of a heading in em.
const HEADING_LINE_HEIGHT: f32 = 1.45;
/// Heading sizes in em, by level.
const HEADING_SIZE: [f32; 4] = [1.45, 1.2, 1.08, 1.0];
/// Space above a heading in em, by level.
const HEADING_SPACE: [f32; 4] = [2.2, 1.5, 1.0, 0.8];
/// The lines of a heading stand behind its number as far as that has at most this many characters.
const LONGEST_NUMBER: usize = 5;
/// The last line of a heading is longer than this, in em, where that can be.
const RUNT: f32 = 2.0;
/// At most this many headings that follow each other are kept together.
const MOST_HEADINGS: usize = 3;
/// How far the items of a list stand in, in em, for each list that they are deep.
const LIST_INDENT: f32 = 1.5;
/// Deeper lists stand in no further.
const DEEPEST: u8 = 5;
/// Least space above and below a table, in em.
const LEAST_APART: f32 = 0.4;
/// Height of the line that tells what is folded, in em.
pub(super) const FOLD_LINE: f32 = 2.4;
/// A salutation such as 同志們： stands at the edge, without indent: it is at most this long, in bytes.
const SALUTATION: usize = 60;

/// Lays out the block at 0-based `index`.
pub(super) fn lay_out(
    ruler: Ruler<'_>,
    view: &mut ScriptView,
    document: &Document,
    index: usize,
) -> BlockLayout {
    let setting = ruler.setting;
    let Some(block) = document.blocks().get(index) else { return BlockLayout::default() };
    let shown = view.shown(document.text(), block.range());
    if setting.flow == Flow::Rows
        && let Some(row) = TableRow::of(document, block.range())
    {
        return lay_out_row(ruler, document, &shown, (index, &row));
    }
    if let Some(image) = ImageRoom::of(document, block.range(), setting) {
        return lay_out_image(setting, document, index, image);
    }
    lay_out_text(ruler, document, &shown, (index, block))
}

/// Lays out `block`, of that 0-based index, as text.
fn lay_out_text(
    mut ruler: Ruler<'_>,
    document: &Document,
    shown: &Shown<'_>,
    (index, block): (usize, &Block),
) -> BlockLayout {
    let setting = ruler.setting;
    let typography = setting.typography;
    let styles = styles(document, shown);
    let section = document.section_of_block(block).map(|(_, section)| section);
    let is_title = section.is_none() && document.is_title(block.range());
    let bold = match section {
        Some(section) => shown.view_from_source(section.heading(document.text()).end),
        None if is_title => shown.text().len(),
        None => 0,
    };
    let stands_alone = bold > 0 && shown.text().get(bold..).is_some_and(|rest| rest.chars().count() <= 1);
    let level = section.map(|section| section.level);
    let rank = level.or(is_title.then_some(1)).map(rank);
    let pick = |table: &[f32; 4]| rank.and_then(|rank| table.get(rank).copied());
    let larger = pick(&HEADING_SIZE).filter(|_| stands_alone);
    let size = larger.map_or(setting.size, |larger| (setting.size * larger).round());
    let indented = typography.indent && !stands_alone && !block.continues() && !is_salutation(shown.text());
    let space = space_above(setting, (index, pick(&HEADING_SPACE), block.continues()));
    let characters = DisplayText::of(shown.text(), typography.full_width);
    let number = section.filter(|section| stands_alone && section.marker.start == block.range().start);
    let number = number.map_or(0, |section| shown.view_from_source(section.marker.end));
    let hanging_indent = number_width(&mut ruler, shown.text(), number, size);
    let measure = Measure {
        column: setting.column,
        first_indent: if indented { 2.0 * size } else { 0.0 },
        hanging_indent,
        justified: typography.justified && !stands_alone,
    };
    let item = document.hints().item_at(block.range().start).filter(|_| level.is_none());
    let measure = match item {
        Some((depth, mark)) => {
            in_list(&mut ruler, measure, depth, shown.text().get(..shown.view_from_source(mark.end)))
        }
        None => measure,
    };
    let displayed = |at, c| characters.char(at, c);
    let gaps = gaps_of(shown.text(), setting, size, displayed);
    let least = if stands_alone { RUNT * size } else { 0.0 };
    let lines = lines_of(shown.text(), (measure, least), &gaps, |at, c| {
        displayed(at, c)
            .map(|c| ruler.advance((shown.text(), at), c, at < bold || style_at(&styles, at).bold, size))
    });
    let folded = document.folded_around(index);
    BlockLayout {
        slots: lines.len(),
        lines,
        space: (space + fold_room(folded[0], setting.size)).round(),
        below: fold_room(folded[1], setting.size).round(),
        folded,
        line_height: line_height(&typography, size, stands_alone),
        size,
        bold,
        styles,
        displayed: characters,
        gaps,
        keeps: (stands_alone && setting.leaves).then(|| room_below_heading(setting, document, index)),
        level: level.filter(|_| stands_alone),
        ..BlockLayout::default()
    }
}

/// The heading at 0-based `index` stands above so much of what follows, in points: a line of text, and the headings
/// before that.
fn room_below_heading(setting: &Setting, document: &Document, index: usize) -> f32 {
    let text_line = line_height(&setting.typography, setting.size, false);
    let mut room = 0.0;
    for next in index + 1..=index + MOST_HEADINGS {
        let Some(block) = document.blocks().get(next) else { break };
        let section = document.section_of_block(block).map(|(_, section)| section);
        let pick = |table: &[f32; 4], level| table.get(rank(level)).copied().unwrap_or(1.0);
        let space = section.map(|section| pick(&HEADING_SPACE, section.level));
        room += space_above(setting, (next, space, block.continues()));
        // A heading that runs into its paragraph is text with it.
        let alone = |section: &&Section| section.heading(document.text()).end >= block.range().end;
        let Some(section) = section.filter(alone) else { return room + text_line };
        let size = (setting.size * pick(&HEADING_SIZE, section.level)).round();
        #[expect(clippy::cast_precision_loss, reason = "a heading has few characters")]
        let across =
            (block.range().slice(document.text()).chars().count() as f32 * size / setting.column).ceil();
        room += line_height(&setting.typography, size, true) * across;
    }
    room
}

/// Space above the block at 0-based `index`, in points; `heading` is what its rank asks for, in em.
fn space_above(setting: &Setting, (index, heading, continues): (usize, Option<f32>, bool)) -> f32 {
    match (index, heading, continues) {
        (0, ..) => MARGIN,
        (_, Some(em), _) => em * setting.size,
        (_, None, true) => 0.0,
        (_, None, false) => setting.typography.paragraph_space * setting.size,
    }
}

/// How far the lines of a heading stand in behind its number, which ends at byte `number` of `text`, in points.
fn number_width(ruler: &mut Ruler<'_>, text: &str, number: usize, size: f32) -> f32 {
    let hanging = text.char_indices().take_while(|(at, _)| *at < number).take(LONGEST_NUMBER);
    hanging.map(|(at, c)| ruler.advance((text, at), c, true, size)).sum()
}

/// The room of the item of a list that is so `deep` in others and begins with `mark`.
fn in_list(ruler: &mut Ruler<'_>, measure: Measure, deep: u8, mark: Option<&str>) -> Measure {
    let (size, mark) = (ruler.setting.size, mark.unwrap_or_default());
    let width: f32 = mark.char_indices().map(|(at, c)| ruler.advance((mark, at), c, false, size)).sum();
    let first_indent = (f32::from(deep.min(DEEPEST)) + 1.0) * LIST_INDENT * size;
    let hanging_indent = first_indent + width.min(2.0 * LIST_INDENT * size);
    Measure { first_indent, hanging_indent, ..measure }
}

/// Breaks `text` into lines. The last of several is longer than `least`, in points, where that takes no line more.
fn lines_of(
    text: &str,
    (measure, least): (Measure, f32),
    gaps: &[Gap],
    mut width: impl FnMut(usize, char) -> Option<f32>,
) -> Vec<Line> {
    let lines = break_lines(text, measure, gaps, &mut width);
    let [_, .., end] = lines.as_slice() else { return lines };
    let on_last = text.get(end.bytes.clone()).unwrap_or_default().char_indices();
    let length: f32 = on_last.filter_map(|(at, c)| width(end.bytes.start + at, c)).sum();
    if length > least {
        return lines;
    }
    let narrower = break_lines(text, Measure { column: measure.column - least, ..measure }, gaps, &mut width);
    if narrower.len() == lines.len() { narrower } else { lines }
}

/// Where a heading of `level` is in the tables of headings.
fn rank(level: u8) -> usize {
    usize::from(level).clamp(1, HEADING_SIZE.len()) - 1
}

/// The line height of text of `size`, in points.
fn line_height(typography: &Typography, size: f32, stands_alone: bool) -> f32 {
    let usual = typography.line_height;
    (size * if stands_alone { HEADING_LINE_HEIGHT.min(usual) } else { usual }).round()
}

/// Lays out the block at 0-based `index` as an image.
fn lay_out_image(setting: &Setting, document: &Document, index: usize, image: ImageRoom) -> BlockLayout {
    let line_height = line_height(&setting.typography, setting.size, false);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an image is a few lines high"
    )]
    let slots = (image.across / line_height.max(1.0)).ceil().max(1.0) as usize;
    let bytes = document.blocks().get(index).map_or(0, |block| block.range().len());
    let folded = document.folded_around(index);
    let space = space_above(setting, (index, None, false));
    BlockLayout {
        slots,
        lines: vec![Line { bytes: 0..bytes, indent: 0.0, spacing: 0.0, slot: 0 }],
        image: Some(image),
        space: (space + fold_room(folded[0], setting.size)).round(),
        below: fold_room(folded[1], setting.size).round(),
        folded,
        line_height,
        size: setting.size,
        ..BlockLayout::default()
    }
}

/// Lays out the block at 0-based `index` as the row of a table.
fn lay_out_row(
    mut ruler: Ruler<'_>,
    document: &Document,
    shown: &Shown<'_>,
    (index, row): (usize, &TableRow<'_>),
) -> BlockLayout {
    let (setting, size) = (ruler.setting, ruler.setting.size);
    let (text, styles) = (shown.text(), styles(document, shown));
    let bold = if row.is_head() { text.len() } else { 0 };
    let characters = DisplayText::of(text, false);
    let edges =
        row.edges(document.text(), (size, setting.column), |c, bold| ruler.advance_in_row(c, bold, size));
    let (lines, cells) = row.lay_out(&edges, shown, size, |at, c| {
        let bold = at < bold || style_at(&styles, at).bold;
        characters.char(at, c).map(|c| ruler.advance((text, at), c, bold, size))
    });
    let folded = document.folded_around(index);
    let apart = setting.typography.paragraph_space.max(LEAST_APART) * size;
    let above = match index {
        0 => MARGIN,
        _ if row.is_first() => apart,
        _ => 0.0,
    };
    let below = if row.is_last() { apart } else { 0.0 };
    BlockLayout {
        slots: lines.iter().map(|line| line.slot + 1).max().unwrap_or(1),
        lines,
        cells,
        wide: row.wide(&edges, setting.column),
        space: (above + ROW_PAD * size + fold_room(folded[0], size)).round(),
        below: (ROW_PAD * size + below + fold_room(folded[1], size)).round(),
        folded,
        line_height: line_height(&setting.typography, size, true),
        size,
        bold,
        styles,
        displayed: characters,
        ..BlockLayout::default()
    }
}

/// The room that the line takes which tells of so many folded characters, in points.
fn fold_room(folded: usize, size: f32) -> f32 {
    if folded > 0 { FOLD_LINE * size } else { 0.0 }
}

fn gaps_of(
    text: &str,
    setting: &Setting,
    size: f32,
    displayed: impl Fn(usize, char) -> Option<char>,
) -> Vec<Gap> {
    // In a column Latin words lie on their side and marks stand as its own forms say.
    if setting.flow == Flow::Columns {
        return Vec::new();
    }
    let spacing = Spacing { size, thin: setting.typography.thin_space, centred: setting.face != Face::Hans };
    gaps(text.char_indices().filter_map(|(at, c)| Some((at, displayed(at, c)?))), spacing)
}

/// Whether a paragraph is an address to the audience: short, and ending in a colon.
fn is_salutation(text: &str) -> bool {
    text.len() <= SALUTATION && text.ends_with(['：', ':'])
}
