//! The window comes back where it was, and its panels as wide: what of that is noted, and how it is used.

use eframe::egui::{self, Panel, Rect, ViewportBuilder};
use winit::dpi::{LogicalPosition, LogicalSize};
use winit::monitor::MonitorHandle;
use winit::window::Window;

use crate::session::Message;
use crate::session::appearance::layout::{Area, Layout, fitted};
use crate::ui::App;

/// What is inside the window's frame at the very first start, in points.
pub(super) const USUAL: [f32; 2] = [1280.0, 800.0];
/// It is at least this large, in points.
pub(in crate::ui) const LEAST: [f32; 2] = [640.0, 400.0];
/// Narrowest and widest outline, in points, and its usual width.
const OUTLINE: ([f32; 2], f32) = ([200.0, 620.0], 330.0);
/// The same of the panel on the right.
const SIDE: ([f32; 2], f32) = ([240.0, 460.0], 300.0);
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
    let (Some(at), Some([width, height])) = (layout.position, layout.size) else { return };
    let screens: Vec<Area> = window.available_monitors().map(|screen| area(window, &screen)).collect();
    let wanted = [width.max(whole(LEAST[0])), height.max(whole(LEAST[1]))];
    let first = screens.first().map(|screen| screen.at);
    let place = fitted(at, wanted, &screens).or_else(|| fitted(first?, wanted, &screens));
    let Some(Area { at: [x, y], size: [width, height] }) = place else { return };
    if ([x, y], [width, height]) != (at, wanted) {
        window.set_outer_position(LogicalPosition::new(x, y));
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

/// The outline's panel, as wide as it was.
pub(in crate::ui) fn outline_panel(ui: &egui::Ui, layout: Layout) -> Panel {
    sized(ui, Panel::left("outline"), layout.outline, OUTLINE)
}

/// A panel on the right, as wide as one was there.
pub(in crate::ui) fn side_panel(ui: &egui::Ui, name: &'static str, layout: Layout) -> Panel {
    sized(ui, Panel::right(name), layout.side, SIDE)
}

fn sized(ui: &egui::Ui, panel: Panel, width: Option<u16>, ([least, most], usual): ([f32; 2], f32)) -> Panel {
    let most = most.min(ui.ctx().content_rect().width() * MOST).max(least);
    panel.default_size(width.map_or(usual, f32::from).clamp(least, most)).size_range(least..=most)
}

/// A width in whole points.
pub(in crate::ui) fn width(rect: Rect) -> u16 {
    u16::try_from(whole(rect.width())).unwrap_or(u16::MAX)
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
    /// Notes where the window is and how wide its panels are, where that has changed.
    pub(in crate::ui) fn note_layout(&mut self, ctx: &egui::Context) {
        let old = self.session.state.layout;
        let mut layout = Layout { outline: self.outline_width, side: self.side_width, ..old };
        layout.outline = layout.outline.or(old.outline);
        layout.side = layout.side.or(old.side);
        place_window(ctx, &mut layout);
        if layout != old {
            self.take(ctx, Message::Layout(layout));
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
