//! The window comes back where it was, and its panels as wide: what of that is noted, and how it is used.

use egui::{self, Id, Rect, Sense, Ui, ViewportBuilder, ViewportCommand, accesskit, accesskit::Role};
use winit::dpi::{LogicalPosition, LogicalSize};
use winit::monitor::MonitorHandle;
use winit::window::Window;

use crate::messages::{Text, t};
use crate::session::appearance::layout::{Area, Layout, fitted};
use crate::session::{Message, Session, ShellMessage};
use crate::ui::App;
use crate::ui::appearance::theme;

/// What is inside the window's frame at the very first start, in points.
pub(super) const USUAL: [f32; 2] = [1280.0, 800.0];
/// It is at least this large, in points.
pub(in crate::ui) const LEAST: [f32; 2] = [640.0, 400.0];
/// Narrowest and widest outline, in points, and its usual width.
const OUTLINE: ([f32; 2], f32) = ([200.0, 620.0], 330.0);
/// The same of the panel on the right.
const SIDE: ([f32; 2], f32) = ([240.0, 460.0], 300.0);
/// In a window narrower than this, in points, outline and panel together would leave the text no room.
const NARROW: f32 = 900.0;
/// How far from a panel's edge, in points, it can be taken hold of.
const GRIP: f32 = 4.0;
/// One step of a panel's edge that is moved without a pointer, in points.
const STEP: f32 = 20.0;
/// A window that was maximised is so again after so many frames: on X11 one that is not on the screen yet cannot be.
pub(in crate::ui) const FRAMES_TO_MAXIMIZED: u8 = 3;
/// A panel takes at most this part of the window, where that is more than its least: the text needs room.
const MOST: f32 = 0.42;
/// What a window's frame and the desktop's bar take of a screen's height, in points.
const FRAME: u32 = 64;

/// How the window is opened: as large as it was, and where it was.
pub(in crate::ui) fn opened(layout: Layout) -> ViewportBuilder {
    let [width, height] = layout.size.map_or(USUAL, |size| size.map(points));
    let builder = ViewportBuilder::default()
        .with_min_inner_size(LEAST)
        .with_inner_size([width.max(LEAST[0]), height.max(LEAST[1])])
        .with_maximized(layout.maximized);
    match layout.position {
        Some([x, y]) => builder.with_position([points(x), points(y)]),
        None => builder,
    }
}

/// Brings the new window within the screens that there are now.
pub(in crate::ui) fn fit(window: &Window, layout: Layout) {
    let [width, height] = layout.size.unwrap_or(USUAL.map(whole));
    // Where nothing is known of a place, the desktop finds one; only the size has to fit.
    let at = layout.position.unwrap_or_default();
    let screens: Vec<Area> = window.available_monitors().map(|screen| area(window, &screen)).collect();
    let wanted = [width.max(whole(LEAST[0])), height.max(whole(LEAST[1]))];
    let first = screens.first().map(|screen| screen.at);
    let place = fitted(at, wanted, &screens).or_else(|| fitted(first?, wanted, &screens));
    let Some(Area { at: [x, y], size: [width, height] }) = place else { return };
    if layout.position.is_some() && [x, y] != at {
        window.set_outer_position(LogicalPosition::new(x, y));
    }
    if [width, height] != wanted && !layout.maximized {
        let _ = window.request_inner_size(LogicalSize::new(width, height));
    }
}

/// The part of a screen that is for windows, in the points of `window`.
fn area(window: &Window, screen: &MonitorHandle) -> Area {
    let scale = window.scale_factor();
    let at: LogicalPosition<i32> = screen.position().to_logical(scale);
    let size: LogicalSize<u32> = screen.size().to_logical(scale);
    Area { at: [at.x, at.y], size: [size.width, size.height.saturating_sub(FRAME)] }
}

/// Whether the window has no room for a panel beside outline and text.
pub(in crate::ui) fn is_narrow(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < NARROW
}

/// How wide the outline is: as it was left, as far as the window lets it.
pub(in crate::ui) fn outline_width(ui: &Ui, layout: Layout) -> f32 {
    width_of(ui, layout.outline, OUTLINE)
}

/// How wide the panel beside the text is, whichever it is.
pub(in crate::ui) fn side_width(ui: &Ui, layout: Layout) -> f32 {
    width_of(ui, layout.side, SIDE)
}

fn width_of(ui: &Ui, left: Option<u16>, ([least, most], usual): ([f32; 2], f32)) -> f32 {
    let most = most.min(ui.ctx().content_rect().width() * MOST).max(least);
    left.map_or(usual, f32::from).clamp(least, most).round()
}

/// The right edge of the outline in `panel`, which can be dragged.
pub(in crate::ui) fn outline_edge(ui: &Ui, panel: Rect, session: &Session, out: &mut Vec<Message>) {
    let (lang, layout) = (session.lang(), session.state.layout);
    if let Some(width) = edge(ui, t(lang, Text::OutlineEdge), (panel, panel.right()), 1.0) {
        let outline = Some(whole_width(width, OUTLINE.0));
        out.push(Message::Shell(ShellMessage::Layout(Layout { outline, ..layout })));
    }
}

/// The left edge of the panel beside the text in `panel`, which can be dragged.
pub(in crate::ui) fn side_edge(ui: &Ui, panel: Rect, session: &Session, out: &mut Vec<Message>) {
    let (lang, layout) = (session.lang(), session.state.layout);
    if let Some(width) = edge(ui, t(lang, Text::SideEdge), (panel, panel.left()), -1.0) {
        out.push(Message::Shell(ShellMessage::Layout(Layout {
            side: Some(whole_width(width, SIDE.0)),
            ..layout
        })));
    }
}

/// A panel's edge at `x`, on its right where `direction` is positive; returns the width that it is dragged to.
fn edge(ui: &Ui, name: &str, (panel, x): (Rect, f32), direction: f32) -> Option<f32> {
    let id = Id::unique("edge of a panel").with(direction > 0.0);
    let grip = Rect::from_x_y_ranges(x - GRIP..=x + GRIP, panel.y_range());
    let response = ui.interact(grip, id, Sense::drag());
    response.widget_info(|| egui::WidgetInfo::slider(true, f64::from(panel.width()), name));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Splitter);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
        let color = theme::palette(ui).frame;
        ui.painter().vline(x, panel.y_range(), egui::Stroke::new(1.0, color));
    }
    let steps = ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(id, action);
        asked(accesskit::Action::Increment).cast_signed() - asked(accesskit::Action::Decrement).cast_signed()
    });
    if steps != 0 {
        #[expect(clippy::cast_precision_loss, reason = "a few steps")]
        let by = steps as f32 * STEP;
        return Some(panel.width() + by);
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged())?;
    Some(panel.width() + direction * (pointer.x - x))
}

/// `width` in whole points, within the bounds of its panel.
fn whole_width(width: f32, [least, most]: [f32; 2]) -> u16 {
    u16::try_from(whole(width.clamp(least, most))).unwrap_or(u16::MAX)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "screens have some thousand points"
)]
fn whole(length: f32) -> u32 {
    length.round().max(0.0) as u32
}

fn points(whole: impl Into<f64>) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "screens have some thousand points")]
    let points = whole.into() as f32;
    points
}

impl App {
    /// Notes where the window is, where that has changed.
    pub(in crate::ui) fn note_layout(&mut self, ctx: &egui::Context) {
        let old = self.session.state.layout;
        if let Some(frames) = self.until_maximized.take() {
            if frames > 0 {
                self.until_maximized = Some(frames - 1);
            } else {
                ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
            }
            ctx.request_repaint();
            return;
        }
        let mut layout = old;
        place_window(ctx, &mut layout);
        if layout != old {
            self.take(ctx, Message::Shell(ShellMessage::Layout(layout)));
        }
    }
}

/// Puts size and place of the window into `layout`; while it fills the screen they are those of before.
fn place_window(ctx: &egui::Context, layout: &mut Layout) {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let window = input.viewport();
        let is = |state: Option<bool>| state == Some(true);
        if is(window.minimized) || is(window.fullscreen) {
            return;
        }
        layout.maximized = is(window.maximized);
        let Some(inner) = window.inner_rect.filter(|inner| inner.is_positive() && !layout.maximized) else {
            return;
        };
        layout.size = Some([whole(inner.width() * zoom), whole(inner.height() * zoom)]);
        #[expect(clippy::cast_possible_truncation, reason = "screens have some thousand points")]
        let position = |outer: Rect| [outer.left(), outer.top()].map(|at| (at * zoom).round() as i32);
        layout.position = window.outer_rect.map(position);
    });
}
