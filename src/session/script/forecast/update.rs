//! What a conversion costs is found when the reader first thinks of it, and told once for each script of a document.

use std::sync::Arc;

use super::ConversionCosts;
use crate::script::{Config, Loss, Script};
use crate::session::{Effect, Job, NoticeKind, Session};

impl Session {
    /// Finds out what conversions would cost the open document, unless that was asked before.
    pub(in crate::session) fn estimate_costs(&mut self) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.costs == ConversionCosts::Unasked) else {
            return Vec::new();
        };
        open.costs = ConversionCosts::Asked;
        let (document, generation) = (Arc::clone(&open.document), open.generation);
        vec![Effect::Run(Job::EstimateCosts { document, generation })]
    }

    pub(in crate::session) fn costs_estimated(
        &mut self,
        generation: u64,
        costs: Vec<(Config, Option<Loss>)>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.generation == generation) else { return };
        open.costs = ConversionCosts::Known(costs);
        if std::mem::take(&mut open.cautions_due) {
            let script = open.wanted;
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
            open.cautions_due = open.costs == ConversionCosts::Asked;
        }
        self.caution(script);
        effects
    }

    /// Keeps what is in the other script as it is, or converts it too.
    pub(in crate::session) fn toggle_quoted(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.keeps_quoted = !open.keeps_quoted;
        let script = open.wanted;
        self.notices.dismiss_cautions();
        self.show(script)
    }

    /// Tells why to think twice about `script`, unless that was told of this document.
    fn caution(&mut self, script: Script) {
        let Some(caution) = self.forecast(script).and_then(|forecast| forecast.caution) else { return };
        let Some(open) = self.open.as_mut().filter(|open| !open.cautioned.contains(&script)) else { return };
        open.cautioned.push(script);
        open.cautions_due = false;
        self.notices.say(NoticeKind::Caution { script, caution });
    }
}
