//! Actions that change a setting.

use crate::session::appearance::update::zoomed;
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Action, Effect, Session};
use crate::settings::Settings;

/// One press of larger or smaller, in points.
const SIZE_STEP: f32 = 1.0;

impl Session {
    /// Actions that change a setting.
    pub(in crate::session) fn set(&mut self, action: Action) -> Vec<Effect> {
        let settings = &mut self.settings;
        match action {
            Action::ToggleOutline => settings.outline_shown = !settings.outline_shown,
            Action::ToggleLines => settings.lines_as_in_file = !settings.lines_as_in_file,
            Action::TogglePhrases => settings.phrases = !settings.phrases,
            Action::ToggleCareful => settings.careful = !settings.careful,
            Action::TogglePunctuation => settings.punctuation = !settings.punctuation,
            Action::ToggleChanges => settings.changes_marked = !settings.changes_marked,
            Action::ToggleAsInFile => settings.as_in_file = !settings.as_in_file,
            Action::ToggleVertical => settings.vertical = !settings.vertical,
            Action::ToggleTwoColumns => settings.two_columns = !settings.two_columns,
            Action::ToggleCompare => settings.compare = !settings.compare,
            Action::Larger => settings.text_size += SIZE_STEP,
            Action::Smaller => settings.text_size -= SIZE_STEP,
            Action::UsualSize => settings.text_size = Settings::TEXT_SIZE,
            Action::ZoomIn => settings.zoom = zoomed(settings.zoom, 1.0),
            Action::ZoomOut => settings.zoom = zoomed(settings.zoom, -1.0),
            Action::ZoomUsual => settings.zoom = 1.0,
            Action::Appear(appearance) => settings.appearance = appearance,
            Action::Speak(lang) => {
                settings.language = Some(lang);
                self.lang_now = None;
            }
            _ => return Vec::new(),
        }
        self.settings = self.settings.clone().bounded();
        let mut effects = vec![save(Record::Settings(self.settings.clone()))];
        if self.keep_or_join_lines() {
            effects.extend(self.search_anew());
        }
        let shows_anew = matches!(
            action,
            Action::TogglePhrases
                | Action::ToggleCareful
                | Action::TogglePunctuation
                | Action::ToggleAsInFile
        );
        if let Some(script) = self.open.as_ref().map(|open| open.script.wanted()).filter(|_| shows_anew) {
            effects.extend(self.show(script));
        }
        effects
    }
}
