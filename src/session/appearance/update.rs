//! How the reading text is set, and the scale of the window.

use crate::session::library::Record;
use crate::session::update::save;
use crate::session::{Effect, Session};
use crate::settings::{Settings, Typeface, Typography};

/// One press of zooming, as a part of the system's scale.
const ZOOM_STEP: f32 = 0.1;

/// `zoom` one step larger or smaller, on a whole step.
pub(in crate::session) fn zoomed(zoom: f32, steps: f32) -> f32 {
    ((zoom / ZOOM_STEP).round() + steps) * ZOOM_STEP
}

impl Session {
    /// Whether two columns can stand side by side: text from top to bottom and compare mode have no room for them.
    pub fn may_have_two_columns(&self) -> bool {
        !self.settings.vertical && !self.compares()
    }

    /// Whether two columns are to stand side by side, where the window is wide enough.
    pub fn has_two_columns(&self) -> bool {
        self.settings.two_columns && self.may_have_two_columns()
    }

    pub(in crate::session) fn typeset(&mut self, size: f32, typography: Typography) -> Vec<Effect> {
        let settings = Settings { text_size: size, typography, ..self.settings.clone() }.bounded();
        if settings == self.settings {
            return Vec::new();
        }
        self.settings = settings;
        vec![save(Record::Settings(self.settings.clone()))]
    }

    pub(in crate::session) fn toggle_appearance(&mut self) -> Vec<Effect> {
        self.appearance_shown = !self.appearance_shown;
        self.look_for_typefaces()
    }

    pub(in crate::session) fn choose_typeface(&mut self, typeface: Typeface) -> Vec<Effect> {
        if !self.set_typeface(typeface) {
            return Vec::new();
        }
        let mut effects = vec![save(Record::Settings(self.settings.clone()))];
        effects.extend(self.look_for_typefaces());
        effects
    }
}
