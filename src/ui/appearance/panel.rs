//! The panel of how the text looks; every change is seen at once in the text beside it.

use std::ops::RangeInclusive;

use egui::{self, Button, RichText, Slider, Ui, accesskit::Role};

use super::choices::tick_box;
use super::theme;
use crate::lang::Lang;
use crate::messages::action;
use crate::messages::appearance::{Words, w};
use crate::session::{Action, AppearanceMessage, Message, Session};
use crate::settings::{Appearance, Settings, Typography};
use crate::ui::shell::panel_head::panel_head;

mod typeface;

/// Draws the panel.
pub(crate) fn ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let lang = session.lang();
    panel_head(ui, session, w(lang, Words::Title), out);
    theme::room_for_scroll_bar(ui);
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        heading(ui, w(lang, Words::Theme));
        themes(ui, session, out);
        ui.add_space(6.0);
        typeface::ui(ui, session, out);
        ui.add_space(6.0);
        let Settings { text_size: mut size, mut typography, .. } = session.settings;
        sliders(ui, lang, &mut size, &mut typography);
        ui.add_space(6.0);
        tick_box(ui, &mut typography.indent, w(lang, Words::Indent));
        tick_box(ui, &mut typography.justified, w(lang, Words::Justified));
        tick_box(ui, &mut typography.full_width, w(lang, Words::FullWidth));
        tick_box(ui, &mut typography.thin_space, w(lang, Words::ThinSpace));
        ui.add_space(8.0);
        if ui.button(w(lang, Words::Usual)).clicked() {
            (size, typography) = (Settings::TEXT_SIZE, Typography::default());
        }
        ui.add_space(8.0);
        if (size, typography) != (session.settings.text_size, session.settings.typography) {
            out.push(Message::Appearance(AppearanceMessage::Typeset(size, typography)));
        }
    });
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).small().color(theme::palette(ui).muted));
}

fn themes(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for appearance in [Appearance::System, Appearance::Light, Appearance::Sepia, Appearance::Dark] {
            let asked = Action::Appear(appearance);
            let name = action(session.lang(), asked);
            let chosen = session.is_chosen(asked);
            // Four short names stand on one line.
            let short =
                if appearance == Appearance::System { w(session.lang(), Words::System) } else { name };
            let response = ui.add(Button::selectable(chosen, short));
            response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, name));
            if response.clicked() {
                out.push(Message::Act(asked));
            }
        }
    });
}

/// Width of the box that holds a value, in points.
const VALUE: f32 = 52.0;

fn sliders(ui: &mut Ui, lang: Lang, size: &mut f32, typography: &mut Typography) {
    slider(ui, w(lang, Words::Size), size, (Settings::TEXT_SIZES, 1.0));
    slider(ui, w(lang, Words::Measure), &mut typography.measure, (Typography::MEASURES, 1.0));
    slider(ui, w(lang, Words::LineHeight), &mut typography.line_height, (Typography::LINE_HEIGHTS, 0.05));
    let space = (Typography::PARAGRAPH_SPACES, 0.05);
    slider(ui, w(lang, Words::ParagraphSpace), &mut typography.paragraph_space, space);
}

/// A name, and below it a slider as wide as the panel.
fn slider(ui: &mut Ui, name: &str, value: &mut f32, (bounds, step): (RangeInclusive<f32>, f64)) {
    heading(ui, name);
    // The boxes of all values are equally wide: 18 and 1.75 end at one edge.
    ui.spacing_mut().interact_size.x = VALUE;
    ui.spacing_mut().slider_width = (ui.available_width() - VALUE - 14.0).max(80.0);
    let decimals = if step < 1.0 { 2 } else { 0 };
    let shown = f64::from(*value);
    ui.scope(|ui| {
        // Its groove is seen on the panel's ground, and the part before the knob stands out.
        let palette = theme::palette(ui);
        ui.visuals_mut().widgets.inactive.bg_fill = palette.edge;
        ui.visuals_mut().selection.bg_fill = palette.accent;
        let response = ui.add(Slider::new(value, bounds).step_by(step).fixed_decimals(decimals));
        response.widget_info(|| egui::WidgetInfo::slider(true, shown, name));
    });
    ui.add_space(4.0);
}
