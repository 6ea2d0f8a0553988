//! The reading column: a view of our own over virtualised blocks.
//!
//! Only what is on the screen is converted, broken into lines and drawn. The place is an anchor, a block and a
//! distance into it, never a sum of heights, so it holds in a document of any length and through any change of
//! script, size or width.

use std::collections::HashMap;
use std::rc::Rc;

use egui::{self, Rect, Sense, Ui, accesskit::Role};

use super::appearance::fonts::Face;
use super::appearance::theme;
use crate::document::Document;
use crate::script::{Script, ScriptView};
use crate::session::{Message, OpenDocument, ReadingMessage, Session, Side};
use crate::settings::Typography;
use crate::text::{SourceOffset, SourceRange};

mod bar;
mod block_layout;
pub(in crate::ui) mod breadcrumb;
mod column_names;
mod compare;
mod draw;
mod emphasis;
mod flow;
mod folds;
mod image_room;
mod keyboard_selection;
mod lay_out;
mod menu;
mod navigation;
mod origin;
mod overview;
mod paint;
mod picture;
mod pinch;
#[cfg(test)]
mod properties;
mod ruler;
mod select;
mod sideways;
mod source_column;
mod spread;
mod table;
mod vertical_text;

use block_layout::{BlockLayout, Highlight};
use column_names::column_names_ui;
use flow::{Flow, Page};
use navigation::Anchor;
use ruler::{Ruler, Widths};
use source_column::SourceColumn;

/// Space above the first line and the least beside the column, in points.
const MARGIN: f32 = 28.0;
/// How much of the column's height is left above a search hit.
const LEAD: f32 = 0.3;
/// Width of the scroll bar in points.
const BAR: f32 = 14.0;
/// Width of the overview beside it in points.
const STRIP: f32 = 15.0;
/// Layouts of blocks that are kept.
const MOST_LAYOUTS: usize = 3_000;

/// The reading column and its caches.
pub(crate) struct Reader {
    view: ScriptView,
    anchor: Anchor,
    jump: u64,
    setting: Option<Setting>,
    layouts: HashMap<usize, Rc<BlockLayout>>,
    widths: Widths,
    /// The source's column, in compare mode.
    source_column: Option<SourceColumn>,
    /// The column that the pointer works in.
    side: Side,
    /// An offset that was brought to the top, and the anchor that does so. As long as the anchor stays, this is the
    /// place: it does not creep back to the start of its line whenever the lines are broken anew.
    pinned: Option<(Anchor, SourceOffset)>,
    /// What was last seen on the screen.
    visible: SourceRange,
    overview: overview::Overview,
    /// The selection's head, as the keys moved it.
    head: keyboard_selection::Head,
    /// Whether the head is shown: while the keys move it.
    caret: bool,
    pinch: pinch::Pinch,
    /// The pictures that have been handed to the screen.
    textures: picture::Textures,
    turning: spread::Turning,
    /// Start of what the context menu is about.
    pointed: Option<SourceOffset>,
    /// What was told of the character under the pointer.
    origin_tooltip: origin::OriginTooltip,
    /// How far wide tables are scrolled.
    sideways: sideways::Sideways,
}

/// What the caches hold for; any change empties them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Setting {
    generation: u64,
    /// Blocks are cut where sections start: another outline is another layout.
    edition: u64,
    /// Another script or another converter is another text.
    view: u64,
    face: Face,
    /// The face of the source's column, where it is shown too.
    source_column: Option<Face>,
    /// Which way the text runs.
    flow: Flow,
    /// Whether two columns stand side by side like the pages of an open book.
    leaves: bool,
    /// Length of a full line in points.
    column: f32,
    /// Size of the text in points.
    size: f32,
    /// Which typeface it is set in: another has other widths.
    typeface: u64,
    /// How the text is set.
    typography: Typography,
    /// Whether what the conversion changed is marked; in compare mode it is marked otherwise.
    marks: bool,
}

impl Setting {
    /// The page that the lines stand on in `text`.
    fn page(&self, text: Rect) -> Page {
        if self.leaves {
            return Page::spread(text, self.column, spread::GUTTER, MARGIN);
        }
        Page::new(self.flow, text, self.column, MARGIN)
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            view: ScriptView::new(None),
            anchor: Anchor::default(),
            jump: 0,
            setting: None,
            layouts: HashMap::new(),
            widths: Widths::new(),
            source_column: None,
            side: Side::default(),
            pinned: None,
            visible: SourceRange::default(),
            overview: overview::Overview::default(),
            head: keyboard_selection::Head::default(),
            caret: false,
            pinch: pinch::Pinch::default(),
            textures: picture::Textures::default(),
            turning: spread::Turning::default(),
            pointed: None,
            origin_tooltip: origin::OriginTooltip::default(),
            sideways: sideways::Sideways::new(),
        }
    }
}

impl Reader {
    /// Draws the column into all of `ui` and reports where the reader is.
    pub(crate) fn ui(&mut self, ui: &mut Ui, session: &Session, open: &OpenDocument, out: &mut Vec<Message>) {
        let rect = ui.available_rect_before_wrap();
        let palette = theme::palette(ui);
        ui.painter().rect_filled(rect, 0.0, palette.paper);
        let rect = column_names_ui(ui, rect, (session, open));
        let changed = self.prepare(rect, session, open);
        let document = open.document();
        let Some(setting) = self.setting.filter(|_| !document.blocks().is_empty()) else { return };
        let (area, edge) = setting.flow.cut(rect, edge(session));
        let (strip, bar) = setting.flow.cut(edge, BAR);
        let id = ui.scope_id().with("reading column");
        let response = ui.interact(area, id, Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Document, true, open.content.name()));
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        self.note_side(ui, (&response, area), open, out);
        let page = setting.page(self.part(area, self.side));
        let response = self.follow(ui, (response, &page), document, out);
        let mut brought = None;
        if open.position.jump().serial == self.jump {
            let pinched = self.pinched(ui, document).filter(|_| changed);
            if let Some(anchor) = pinched {
                self.anchor = anchor;
            } else if changed {
                self.anchor = self.anchor_at(ui, document, open.place());
                brought = Some((self.anchor, open.place()));
            }
            self.mark(ui, (&response, &page), open, out);
            self.pinch(ui, (&response, &page), (session, open), out);
            self.scroll(ui, document, &page, response.contains_pointer());
        } else {
            self.jump = open.position.jump().serial;
            self.reveal(ui, document, open.position.jump().to);
            self.anchor = self.anchor_at(ui, document, open.position.jump().to);
            if open.position.jump().with_lead {
                self.anchor.above -= (page.extent() * LEAD).round();
            } else {
                brought = Some((self.anchor, open.position.jump().to));
            }
        }
        self.scroll_bar(ui, bar, session.lang(), open);
        if !session.screen.only_text && open.has_all_text() {
            self.overview(ui, strip, (session, open), out);
        }
        let stays = brought.filter(|(anchor, _)| *anchor == self.anchor);
        self.settle(ui, document);
        self.pinned = stays.map(|(_, to)| (self.anchor, to)).or(self.pinned);
        self.divide(ui, area, palette);
        let drawn = self.draw(ui, area, (session, open), out);
        let place = self.pinned.filter(|(anchor, _)| *anchor == self.anchor).map_or(drawn, |(_, to)| to);
        self.origin_tooltip_ui(ui, (&response, &page), (session, open));
        self.menu(ui, (&response, &page), (session, open), out);
        if place != open.place() {
            out.push(Message::Reading(ReadingMessage::Place(place)));
        }
    }

    /// Empties the caches where they no longer hold; tells whether it did.
    fn prepare(&mut self, rect: Rect, session: &Session, open: &OpenDocument) -> bool {
        let size = session.settings.text_size;
        let face = Face::of(open.script.shown(), open.document().detected(), session.lang());
        let flow = flow_of(session);
        let typography = session.settings.typography;
        let source_column =
            session.compares().then(|| Face::of(Script::Source, open.document().detected(), session.lang()));
        let room = (flow.length(rect) - edge(session)) / if source_column.is_some() { 2.0 } else { 1.0 };
        let wanted = typography.measure * size;
        let half = session.has_two_columns().then(|| spread::half(room, MARGIN, wanted, size)).flatten();
        let column = wanted.min(room - 2.0 * MARGIN).max(4.0 * size).floor();
        let setting = Setting {
            generation: open.generation(),
            edition: open.content.edition(),
            view: open.script.serial(),
            face,
            source_column,
            flow,
            leaves: half.is_some(),
            column: half.unwrap_or(column),
            size,
            typeface: session.typefaces.serial,
            typography,
            marks: session.settings.changes_marked
                && !session.compares()
                && open.script.shown() != Script::Source,
        };
        let old = self.setting.replace(setting);
        if old == Some(setting) {
            return false;
        }
        if old.is_none_or(|old| (old.generation, old.view) != (setting.generation, setting.view)) {
            self.view = ScriptView::through(open.presentation());
        }
        if old.is_none_or(|old| old.generation != setting.generation) {
            self.sideways.clear();
        }
        self.layouts.clear();
        self.widths.clear();
        self.source_column = SourceColumn::of(&setting);
        true
    }

    fn lay_out(&mut self, ui: &Ui, document: &Document, index: usize) -> Rc<BlockLayout> {
        if let Some(layout) = self.layouts.get(&index) {
            return Rc::clone(layout);
        }
        if self.layouts.len() >= MOST_LAYOUTS {
            self.layouts.clear();
        }
        let layout = match &self.setting {
            Some(setting) => {
                let ruler = Ruler { ui, widths: &mut self.widths, setting };
                let mut layout = lay_out::lay_out(ruler, &mut self.view, document, index);
                if let Some(block) = document.blocks().get(index).filter(|_| setting.marks) {
                    let changes = self.view.shown(document.text(), block.range()).changes().into_iter();
                    let look = |many| if many { Highlight::Many } else { Highlight::One };
                    layout.changes = changes.map(|change| (change.view, look(change.many))).collect();
                }
                if let Some(source_column) = &mut self.source_column {
                    let mut beside =
                        source_column.lay_out(ui, &mut self.view, (document, index), &mut layout);
                    beside.scroll_sideways(&self.sideways, setting.column);
                    layout.source_column = Some(Rc::new(beside));
                }
                layout.scroll_sideways(&self.sideways, setting.column);
                layout
            }
            None => BlockLayout::default(),
        };
        let layout = Rc::new(layout);
        self.layouts.insert(index, Rc::clone(&layout));
        layout
    }
}

/// The part of the column `rect` that the text stands in.
pub(crate) fn text_part(rect: Rect, session: &Session) -> Rect {
    flow_of(session).cut(rect, edge(session)).0
}

fn flow_of(session: &Session) -> Flow {
    if session.settings.vertical { Flow::Columns } else { Flow::Rows }
}

/// Width of what stands beside the text: the scroll bar, and the overview unless only the text is wanted.
fn edge(session: &Session) -> f32 {
    if session.screen.only_text { BAR } else { STRIP + BAR }
}
