//! What a conversion costs is found when the reader first thinks of it, and told once for each script of a document.

use std::sync::Arc;

use crate::script::{Config, Loss, Script};
use crate::session::{Effect, Job, NoticeKind, Session};

impl Session {
    /// Finds out what conversions would cost the open document, unless that was asked before.
    pub(in crate::session) fn estimate_costs(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if !open.script.ask_costs() {
            return Vec::new();
        }
        let (document, generation) = (Arc::clone(open.content.document()), open.generation());
        vec![Effect::Run(Job::EstimateCosts { document, generation })]
    }

    pub(in crate::session) fn costs_estimated(
        &mut self,
        generation: u64,
        costs: Vec<(Config, Option<Loss>)>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.generation() == generation) else { return };
        if open.script.note_costs(costs) {
            let script = open.script.wanted();
            self.caution(script);
        }
    }

    /// The reader has switched to `script`: tells what should be known of it, now or when it is known.
    pub(in crate::session) fn switched(&mut self, script: Script) -> Vec<Effect> {
        self.notices.dismiss_cautions();
        if script == Script::Source {
            return Vec::new();
        }
        let effects = self.estimate_costs();
        if let Some(open) = &mut self.open {
            open.script.caution_when_known();
        }
        self.caution(script);
        effects
    }

    /// Keeps what is in the other script as it is, or converts it too.
    pub(in crate::session) fn toggle_quoted(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.script.keep_quoted(!open.script.keeps_quoted());
        let script = open.script.wanted();
        self.notices.dismiss_cautions();
        self.show(script)
    }

    /// Tells why to think twice about `script`, unless that was told of this document.
    fn caution(&mut self, script: Script) {
        let Some(caution) = self.forecast(script).and_then(|forecast| forecast.caution) else { return };
        if self.open.as_mut().is_some_and(|open| open.script.caution_of(script)) {
            self.notices.say(NoticeKind::Caution { script, caution });
        }
    }
}
