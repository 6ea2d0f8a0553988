//! What a converted character was: shown at the character while the pointer rests on it, or at once with Alt.

use std::time::Duration;

use egui::{Pos2, Rect, Response, RichText, Tooltip, Ui};

use super::Reader;
use super::compare::ColumnBlock;
use super::flow::Page;
use super::ruler::Ruler;
use crate::messages::reader::{Told, decided_by};
use crate::script::{Script, origin};
use crate::session::{OpenDocument, Session, Side};
use crate::ui::appearance::theme;

/// How long the pointer rests before it is told what a marked character was.
const RESTS: Duration = Duration::from_millis(250);

/// A character on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    /// 0-based index of its block.
    block: usize,
    /// Its first byte in the shown text of the block.
    at: usize,
    /// Where it stands.
    rect: Rect,
}

/// What was told last, and of which character of which view.
#[derive(Debug, Default)]
pub(super) struct OriginTooltip {
    of: Option<(u64, usize, usize)>,
    told: Option<Told>,
}

impl Reader {
    /// Tells what the character under the pointer was, where the reader asks for it.
    pub(super) fn origin_tooltip_ui(
        &mut self,
        ui: &Ui,
        (response, page): (&Response, &Page),
        (session, open): (&Session, &OpenDocument),
    ) {
        let asked = ui.input(|input| input.modifiers.alt);
        let may =
            open.script.shown() != Script::Source && self.side == Side::Shown && !ui.ctx().any_popup_open();
        let pointer = response.hover_pos().filter(|_| may && (asked || session.settings.changes_marked));
        let Some(pointer) = pointer.filter(|_| !response.dragged()) else { return };
        let still = ui.input(|input| input.pointer.time_since_last_movement());
        if !asked && still < RESTS.as_secs_f32() {
            ui.ctx().request_repaint_after(RESTS);
            return;
        }
        let Some(spot) = self.spot_at(ui, open, page, pointer) else { return };
        let key = (open.script.serial() ^ open.generation().rotate_left(32), spot.block, spot.at);
        if self.origin_tooltip.of != Some(key) {
            self.origin_tooltip = OriginTooltip { of: Some(key), told: self.told(open, session, spot) };
        }
        // What stands there in the file as well is told only where it is asked for.
        let Some(told) = self.origin_tooltip.told.as_ref().filter(|told| asked || told.source != told.view)
        else {
            return;
        };
        let lang = session.lang();
        let id = response.id.with("origin");
        Tooltip::always_open(ui.ctx().clone(), response.layer_id, id, spot.rect).gap(4.0).show(|ui| {
            let label = format!("{} → {}", told.source, told.view);
            ui.label(RichText::new(label).size(theme::UI_TEXT * 1.15));
            ui.label(RichText::new(decided_by(lang, told)).small().color(theme::palette(ui).muted));
        });
    }

    fn told(&mut self, open: &OpenDocument, session: &Session, spot: Spot) -> Option<Told> {
        let block = open.document().blocks().get(spot.block)?;
        let shown = self.view.shown(open.document().text(), block.range());
        let dictionaries = [open.script.words(), &session.own_words];
        let texts = (block.range().slice(open.document().text()), shown.text());
        let found = origin(&**open.script.converter()?, texts, spot.at, &dictionaries, open.script.shown())?;
        Some(Told {
            source: texts.0.get(found.source)?.to_owned(),
            view: texts.1.get(found.view)?.to_owned(),
            rule: found.rule,
            careful: session.is_careful(),
        })
    }

    /// The character under `pointer` in the shown script's column.
    fn spot_at(&mut self, ui: &Ui, open: &OpenDocument, page: &Page, pointer: Pos2) -> Option<Spot> {
        let document = open.document();
        let (along, across) = page.place(pointer);
        let mut top = -self.above(ui, document);
        for index in self.anchor.block..document.blocks().len() {
            let layout = self.lay_out(ui, document, index);
            let bottom = page.after(&layout, top);
            if across >= bottom {
                top = bottom;
                continue;
            }
            let block = document.blocks().get(index)?;
            let ColumnBlock { view, widths, setting, layout } = self.column_block(Side::Shown, &layout)?;
            let shown = view.shown(document.text(), block.range());
            let height = layout.line_height;
            let along = layout.within_column(along, setting.column);
            let (from, line) = page.line_at(layout, top, (along, across))?;
            if !(from..from + height).contains(&across) {
                return None;
            }
            let mut ruler = Ruler { ui, widths, setting: &setting };
            let mut places = ruler.places(layout, line, shown.text());
            let (at, left, advance) =
                places.find(|(_, left, advance)| (*left..left + advance).contains(&along))?;
            let inset = (layout.line_height - layout.size * 1.2).max(0.0) / 2.0;
            let rect = page.rect(left..left + advance, from + inset..from + layout.line_height - inset);
            return Some(Spot { block: index, at, rect });
        }
        None
    }
}
