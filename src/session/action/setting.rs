//! Actions that change a setting.

use crate::session::appearance::update::zoomed;
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Action, Effect, Session};
use crate::settings::Settings;

/// One press of larger or smaller, in points.
const SIZE_STEP: f32 = 1.0;

/// A setting that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toggle {
    /// Show the outline.
    Outline,
    /// Show the points inside paragraphs in the outline.
    Points,
    /// Show the source without what was mended in it.
    AsInFile,
    /// Show broken paragraphs as the lines of the file, and not joined.
    Lines,
    /// Also change words with the region (軟件 → 軟體), and not characters alone.
    Phrases,
    /// Convert simplified text by its words, more slowly and with fewer wrong readings.
    Careful,
    /// Also change quotation marks with the region (“” → 「」).
    Punctuation,
    /// Show the text in columns from right to left (縱排), and not in rows.
    Vertical,
    /// Show two columns side by side on a wide window.
    TwoColumns,
    /// Show the source and the shown script side by side.
    Compare,
    /// Mark what the conversion changed.
    Changes,
}

impl Toggle {
    /// Whether it is on.
    pub(super) const fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Outline => settings.outline_shown,
            Self::Points => settings.points_shown,
            Self::AsInFile => settings.as_in_file,
            Self::Lines => settings.lines_as_in_file,
            Self::Phrases => settings.phrases,
            Self::Careful => settings.careful,
            Self::Punctuation => settings.punctuation,
            Self::Vertical => settings.vertical,
            Self::TwoColumns => settings.two_columns,
            Self::Compare => settings.compare,
            Self::Changes => settings.changes_marked,
        }
    }

    /// Turns it on, or off.
    const fn turn(self, settings: &mut Settings) {
        let on = !self.is_on(settings);
        match self {
            Self::Outline => settings.outline_shown = on,
            Self::Points => settings.points_shown = on,
            Self::AsInFile => settings.as_in_file = on,
            Self::Lines => settings.lines_as_in_file = on,
            Self::Phrases => settings.phrases = on,
            Self::Careful => settings.careful = on,
            Self::Punctuation => settings.punctuation = on,
            Self::Vertical => settings.vertical = on,
            Self::TwoColumns => settings.two_columns = on,
            Self::Compare => settings.compare = on,
            Self::Changes => settings.changes_marked = on,
        }
    }

    /// Whether the text is shown through something else when it changes.
    const fn changes_presentation(self) -> bool {
        matches!(self, Self::Phrases | Self::Careful | Self::Punctuation | Self::AsInFile)
    }
}

/// What becomes of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resize {
    /// A step larger.
    Larger,
    /// A step smaller.
    Smaller,
    /// As it was at first.
    Usual,
}

impl Session {
    /// Actions that change a setting.
    pub(in crate::session) fn set(&mut self, action: Action) -> Vec<Effect> {
        let settings = &mut self.settings;
        match action {
            Action::Toggle(setting) => setting.turn(settings),
            Action::TextSize(Resize::Larger) => settings.text_size += SIZE_STEP,
            Action::TextSize(Resize::Smaller) => settings.text_size -= SIZE_STEP,
            Action::TextSize(Resize::Usual) => settings.text_size = Settings::TEXT_SIZE,
            Action::Zoom(Resize::Larger) => settings.zoom = zoomed(settings.zoom, 1.0),
            Action::Zoom(Resize::Smaller) => settings.zoom = zoomed(settings.zoom, -1.0),
            Action::Zoom(Resize::Usual) => settings.zoom = 1.0,
            Action::Appear(appearance) => settings.appearance = appearance,
            Action::Speak(lang) => {
                settings.language = Some(lang);
                self.lang_now = None;
            }
            _ => return Vec::new(),
        }
        self.settings = self.settings.clone().bounded();
        if self.may_have_two_columns() {
            self.notices.dismiss_refusals();
        }
        let mut effects = vec![save(Record::Settings(self.settings.clone()))];
        if self.keep_or_join_lines() {
            effects.extend(self.search_anew());
        }
        let shows_anew = matches!(action, Action::Toggle(setting) if setting.changes_presentation());
        if let Some(script) = self.open.as_ref().map(|open| open.script.wanted()).filter(|_| shows_anew) {
            effects.extend(self.show(script));
        }
        effects
    }
}
