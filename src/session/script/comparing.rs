//! Compare mode: the source beside the shown script.

use crate::script::{DetectedScript, Script};
use crate::session::{Action, Effect, Session, Side, Toggle};

impl Session {
    /// Whether two columns are shown: a script beside the source. The source alone is one.
    pub fn compares(&self) -> bool {
        self.settings.compare && self.open.as_ref().is_some_and(|open| open.script.shown() != Script::Source)
    }

    /// Whether what is done to the selected text is meant for the source's column.
    pub(in crate::session) fn works_on_source(&self) -> bool {
        self.compares() && self.open.as_ref().is_some_and(|open| open.position.side() == Side::Source)
    }

    pub(in crate::session) fn toggle_compare(&mut self) -> Vec<Effect> {
        let mut effects = self.set(Action::Toggle(Toggle::Compare));
        if let Some(open) = &mut self.open {
            open.position.select_in(Side::default());
            // What is shown beside the source is read on when it stands alone.
            let wanted = open.script.wanted();
            let script = self.compared_with(wanted);
            if script != wanted {
                effects.extend(self.show(script));
            }
        }
        effects
    }

    /// Shows `script`, in compare mode beside the source; asking for the source puts compare mode away.
    pub(in crate::session) fn show_alone_or_beside(&mut self, script: Script) -> Vec<Effect> {
        let mut effects = Vec::new();
        if script == Script::Source && self.settings.compare {
            effects.extend(self.set(Action::Toggle(Toggle::Compare)));
        }
        if let Some(open) = &mut self.open {
            open.script.compare_only(false);
        }
        effects.extend(self.show(script));
        effects.extend(self.switched(script));
        effects
    }

    /// What is shown where `script` was asked for: the source is compared with the other script than its own.
    /// That is noted, so that the document is still remembered as it was asked for.
    pub(in crate::session) fn compared_with(&mut self, script: Script) -> Script {
        let compares = self.settings.compare;
        let Some(open) = &mut self.open else { return script };
        let only_compared = compares && script == Script::Source;
        open.script.compare_only(only_compared);
        if !only_compared {
            return script;
        }
        match open.document().detected().script {
            DetectedScript::Hans => Script::Hant,
            DetectedScript::Hant | DetectedScript::Mixed | DetectedScript::Unclear => Script::Hans,
        }
    }
}
