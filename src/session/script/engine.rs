//! What converts: the program itself, the OpenCC library, or a configuration of the reader's.

use std::path::PathBuf;

use crate::script::{Conversion, ConvertError, Engine, Script};
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Action, Effect, NoticeKind, Session};
use crate::settings::OwnConfig;

impl Session {
    pub(in crate::session) fn reconvert(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ToggleLibrary => self.toggle_library(),
            Action::ToggleOwnConfig => self.toggle_own_config(),
            _ => self.toggle_quoted(),
        }
    }

    fn toggle_library(&mut self) -> Vec<Effect> {
        self.settings.engine = match self.settings.engine {
            Engine::Fast => Engine::OpenCc,
            Engine::OpenCc => Engine::Fast,
        };
        self.convert_anew()
    }

    /// Lets the reader choose a configuration for the script that is wanted, or drops the one that was chosen.
    fn toggle_own_config(&mut self) -> Vec<Effect> {
        let Some(script) = self.open.as_ref().map(|open| open.script.wanted()) else { return Vec::new() };
        if self.settings.own_config(script).is_none() {
            return vec![Effect::PickConfig];
        }
        self.settings.own_configs.retain(|own| own.script != script);
        self.convert_anew()
    }

    /// Takes the configuration that was chosen.
    pub(in crate::session) fn config_picked(&mut self, path: Option<PathBuf>) -> Vec<Effect> {
        let script =
            self.open.as_ref().map(|open| open.script.wanted()).filter(|script| *script != Script::Source);
        let (Some(script), Some(path)) = (script, path) else { return Vec::new() };
        let path = std::path::absolute(&path).unwrap_or(path);
        self.settings.own_configs.retain(|own| own.script != script);
        self.settings.own_configs.push(OwnConfig { script, path });
        self.convert_anew()
    }

    /// Writes the choice down and converts by it.
    fn convert_anew(&mut self) -> Vec<Effect> {
        let mut effects = vec![save(Record::Settings(self.settings.clone()))];
        if let Some(open) = &mut self.open {
            open.script.convert_as_chosen();
            let script = open.script.wanted();
            effects.extend(self.show(script));
        }
        effects
    }

    /// Tells why a converter could not be had, and converts in the usual way where the reader had chosen another.
    pub(in crate::session) fn not_converted(
        &mut self,
        made: &Conversion,
        error: ConvertError,
    ) -> Vec<Effect> {
        self.notices.say(NoticeKind::NotConverted(error));
        let Some(open) = &mut self.open else { return Vec::new() };
        if made.is_usual() || open.script.converts_as_usual() {
            open.script.give_up();
            return Vec::new();
        }
        open.script.convert_as_usual();
        let script = open.script.wanted();
        self.show(script)
    }
}
