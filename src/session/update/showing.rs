//! What the text is shown through.

use std::sync::Arc;

use crate::script::{Convert, Dictionary, Mending, Script, dressed};
use crate::session::{Effect, OpenDocument, Session};
use crate::settings::Settings;

impl Session {
    /// Shows the script that is wanted, which `converter` makes.
    pub(super) fn show_through(&mut self, converter: Option<Arc<dyn Convert>>) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let (script, words) = (open.wanted, [&open.words, &self.words]);
        let dressed = dressed(converter, script, &words, self.settings.punctuation, open.keeping());
        let mending = mending(open, script, (&self.words, &self.settings));
        let Some(open) = &mut self.open else { return Vec::new() };
        let reworded = open.guise().rewords();
        open.show(script, dressed, mending);
        if reworded || open.guise().rewords() { self.search_where_shown() } else { Vec::new() }
    }
}

/// What the reader has picked for `open`, as it shows in `script`.
pub(super) fn mending(
    open: &OpenDocument,
    script: Script,
    (words, settings): (&Dictionary, &Settings),
) -> Arc<Mending> {
    if script == Script::Source && settings.as_in_file {
        return Arc::default();
    }
    Arc::new(Mending::new(open.picks.picked.clone(), &[&open.words, words], script))
}
