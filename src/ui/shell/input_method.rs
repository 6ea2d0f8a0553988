//! Chinese input on X11.
//!
//! winit turns the input method off and on with the focus of text fields, and on X11 makes a new input context
//! without focus each time, so that letters arrive instead of characters. Here the input method is allowed
//! once and stays so; only the place of its candidate window is told.

use egui::{self, FullOutput, IMEPurpose, Rect, output::IMEOutput};

/// Keeps the input method allowed and its candidates below the field.
#[derive(Debug, Default)]
pub(crate) struct SteadyIme {
    last: Option<IMEOutput>,
}

impl egui::Plugin for SteadyIme {
    fn debug_name(&self) -> &'static str {
        "steady input method"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut FullOutput) {
        let place = match output.platform_output.ime {
            Some(field) => below(field),
            None => self.last.unwrap_or(NOWHERE),
        };
        self.last = Some(place);
        output.platform_output.ime = Some(IMEOutput { should_interrupt_composition: false, ..place });
    }
}

/// Before any field had the cursor.
const NOWHERE: IMEOutput = IMEOutput {
    purpose: IMEPurpose::Normal,
    rect: Rect::ZERO,
    cursor_rect: Rect::ZERO,
    should_interrupt_composition: false,
};

/// X11 places candidates at the top of the rectangle, so it gets the line below the cursor.
fn below(field: IMEOutput) -> IMEOutput {
    let cursor = field.cursor_rect;
    IMEOutput { cursor_rect: Rect::from_min_size(cursor.left_bottom(), cursor.size()), ..field }
}

/// Installs the cure in the window that the program runs in.
pub(crate) fn install(cc: &eframe::CreationContext<'_>) {
    if let Some(window) = cc.winit_window() {
        window.set_ime_allowed(true);
    }
    cc.egui_ctx.add_plugin(SteadyIme::default());
}
