//! Colours and measures: the only place that names a colour.

use egui::{self, Color32, CornerRadius, Margin, Stroke, Vec2, Visuals};

use crate::settings::{Appearance, Scheme};

/// The colours of one appearance. Text on `paper` and `panel` has a contrast of 4.5 or more (WCAG AA).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Palette {
    /// Behind the reading text.
    pub(crate) paper: Color32,
    /// Reading text.
    pub(crate) ink: Color32,
    /// Behind bars and side panels.
    pub(crate) panel: Color32,
    /// Text of second rank.
    pub(crate) muted: Color32,
    /// Points inside paragraphs, in the outline.
    pub(crate) point: Color32,
    /// Lines between panels.
    pub(crate) line: Color32,
    /// Cinnabar, the colour of a reader's marks: what is current or chosen.
    pub(crate) accent: Color32,
    /// Text on the accent.
    pub(crate) on_accent: Color32,
    /// Behind what is current.
    pub(crate) current: Color32,
    /// Behind selected text.
    pub(crate) selection: Color32,
    /// Behind what the pointer is over.
    pub(crate) hover: Color32,
    /// Frames of boxes and of what the pointer is over.
    pub(crate) frame: Color32,
    /// Frames of buttons and fields at rest.
    pub(crate) edge: Color32,
    /// Behind a message that tells of an error.
    pub(crate) error: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    #[expect(clippy::disallowed_methods, reason = "this is the place for colours")]
    Color32::from_rgb(r, g, b)
}

/// Dark ink on warm paper.
pub(crate) const LIGHT: Palette = Palette {
    paper: rgb(0x00FB_FAF6),
    ink: rgb(0x0021_1F1C),
    panel: rgb(0x00F2_F0EA),
    muted: rgb(0x0068_635A),
    point: rgb(0x002F_5F66),
    line: rgb(0x00DD_D9CF),
    accent: rgb(0x00A0_3325),
    on_accent: rgb(0x00FF_FFFF),
    current: rgb(0x00EF_DDD6),
    selection: rgb(0x00F0_D9A8),
    hover: rgb(0x00E8_E4DA),
    frame: rgb(0x008F_887A),
    edge: rgb(0x00C9_C3B6),
    error: rgb(0x00F7_DAD4),
};

/// Soft ink on dark paper.
pub(crate) const DARK: Palette = Palette {
    paper: rgb(0x001B_1A18),
    ink: rgb(0x00DA_D6CD),
    panel: rgb(0x0023_2220),
    muted: rgb(0x00A3_9D92),
    point: rgb(0x0093_BFC4),
    line: rgb(0x0038_3632),
    accent: rgb(0x00E5_8A75),
    on_accent: rgb(0x001B_1A18),
    current: rgb(0x0043_2D27),
    selection: rgb(0x0055_4522),
    hover: rgb(0x0031_2F2B),
    frame: rgb(0x0080_7A70),
    edge: rgb(0x0050_4C46),
    error: rgb(0x0050_2A24),
};

/// Brown ink on yellowed paper.
pub(crate) const SEPIA: Palette = Palette {
    paper: rgb(0x00F4_E8CF),
    ink: rgb(0x0043_3422),
    panel: rgb(0x00EB_DDC0),
    muted: rgb(0x006A_583D),
    point: rgb(0x002B_5559),
    line: rgb(0x00D8_C7A4),
    accent: rgb(0x008F_2B1E),
    on_accent: rgb(0x00FF_FBF2),
    current: rgb(0x00EC_CDB6),
    selection: rgb(0x00E6_C583),
    hover: rgb(0x00E2_D1AF),
    frame: rgb(0x0092_7F5F),
    edge: rgb(0x00C8_B48C),
    error: rgb(0x00F0_C9B8),
};

/// The palette of the appearance that `ui` is drawn in: no two have the same panel.
pub(crate) fn palette(ui: &egui::Ui) -> &'static Palette {
    let visuals = ui.visuals();
    let usual = if visuals.dark_mode { &DARK } else { &LIGHT };
    if visuals.panel_fill == SEPIA.panel { &SEPIA } else { usual }
}

/// What lies over the window while a box stands above it: dark enough to tell that the rest waits.
pub(crate) const VEIL: Color32 = Color32::from_black_alpha(60);

/// Size of text in bars and panels, in points.
pub(crate) const UI_TEXT: f32 = 14.0;
/// Size of text of second rank, in points.
pub(crate) const SMALL_TEXT: f32 = 12.5;

/// How thick the ring around what has the focus is, in points.
const RING: f32 = 1.5;

/// Draws the ring around what has the focus, where the toolkit draws none.
pub(crate) fn focus_ring(ui: &egui::Ui, rect: egui::Rect, corner: f32) {
    let ring = Stroke::new(RING, palette(ui).accent);
    ui.painter().rect_stroke(rect, corner, ring, egui::StrokeKind::Inside);
}

/// The same on a button that is filled with the accent: there the toolkit's ring is not seen.
pub(crate) fn focus_on_accent(ui: &egui::Ui, button: &egui::Response) {
    if button.has_focus() {
        let ring = Stroke::new(RING, palette(ui).on_accent);
        ui.painter().rect_stroke(button.rect.shrink(3.0), 4.0, ring, egui::StrokeKind::Inside);
    }
}

/// Gives both of egui's themes our colours, sizes and spacing.
pub(crate) fn install(ctx: &egui::Context) {
    // The scale is a setting, with actions of its own.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    apply(ctx, Appearance::System, None);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(theme, |style| {
            style.spacing.item_spacing = Vec2::new(8.0, 6.0);
            style.spacing.button_padding = Vec2::new(9.0, 5.0);
            style.spacing.interact_size.y = 28.0;
            style.spacing.menu_margin = Margin::same(6);
            // That there is more below an edge is not to be guessed at.
            style.spacing.scroll.dormant_handle_opacity = DORMANT_BAR;
            style.interaction.selectable_labels = false;
            for (text_style, font) in &mut style.text_styles {
                font.size = match text_style {
                    egui::TextStyle::Small => SMALL_TEXT,
                    egui::TextStyle::Heading => 20.0,
                    _ => UI_TEXT,
                };
            }
        });
    }
}

/// Shows `ctx` in an appearance, on a desktop that prefers `scheme`; sepia takes the place of light, as egui knows but
/// two.
pub(crate) fn apply(ctx: &egui::Context, appearance: Appearance, scheme: Option<Scheme>) {
    // What the window system itself says comes first; where nobody says anything, paper is light.
    ctx.options_mut(|options| {
        options.fallback_theme =
            if scheme == Some(Scheme::Dark) { egui::Theme::Dark } else { egui::Theme::Light };
    });
    let light = if appearance == Appearance::Sepia { &SEPIA } else { &LIGHT };
    for (theme, palette) in [(egui::Theme::Light, light), (egui::Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| style.visuals = visuals(theme, palette));
    }
    ctx.set_theme(match appearance {
        Appearance::System => egui::ThemePreference::System,
        Appearance::Light | Appearance::Sepia => egui::ThemePreference::Light,
        Appearance::Dark => egui::ThemePreference::Dark,
    });
}

fn visuals(theme: egui::Theme, palette: &Palette) -> Visuals {
    let mut visuals = theme.default_visuals();
    let corner = CornerRadius::same(6);
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.panel;
    visuals.extreme_bg_color = palette.paper;
    visuals.text_edit_bg_color = Some(palette.paper);
    visuals.faint_bg_color = palette.hover;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.selection.bg_fill = palette.current;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.hyperlink_color = palette.accent;
    visuals.error_fg_color = palette.accent;
    visuals.warn_fg_color = palette.accent;
    visuals.weak_text_color = Some(palette.muted);
    // A rail of paper on a panel is hardly seen: how far it has come is.
    visuals.slider_trailing_fill = true;
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = corner;
        widget.fg_stroke = Stroke::new(1.0, palette.ink);
        widget.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.noninteractive.bg_fill = palette.panel;
    widgets.inactive.bg_fill = palette.paper;
    widgets.inactive.weak_bg_fill = palette.panel;
    widgets.inactive.bg_stroke = Stroke::new(1.0, palette.edge);
    for widget in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        widget.bg_fill = palette.hover;
        widget.weak_bg_fill = palette.hover;
        widget.bg_stroke = Stroke::new(1.0, palette.frame);
    }
    // What has the focus looks like what is pressed: the ring has to be seen without looking for it.
    widgets.active.bg_stroke = Stroke::new(RING, palette.accent);
    visuals
}

/// How much of a scroll bar's handle is seen while nothing is moved.
const DORMANT_BAR: f32 = 0.4;
/// Room for a scroll bar beside what is scrolled, in points.
const BAR: f32 = 10.0;

/// Gives the scroll bars in `ui` room of their own, so that they lie over nothing.
pub(crate) fn room_for_scroll_bar(ui: &mut egui::Ui) {
    ui.spacing_mut().scroll.floating_allocated_width = BAR;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_is_readable_on_what_it_stands_on() {
        for palette in [LIGHT, SEPIA, DARK] {
            for (text, ground) in [
                (palette.ink, palette.paper),
                (palette.ink, palette.panel),
                (palette.ink, palette.current),
                (palette.ink, palette.hover),
                (palette.ink, palette.selection),
                (palette.ink, palette.error),
                (palette.muted, palette.paper),
                (palette.muted, palette.panel),
                (palette.point, palette.panel),
                (palette.point, palette.hover),
                (palette.accent, palette.paper),
                (palette.accent, palette.panel),
                (palette.accent, palette.current),
                (palette.on_accent, palette.accent),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {}", contrast(text, ground));
            }
        }
    }
}
