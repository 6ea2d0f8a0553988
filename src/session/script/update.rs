//! What the text is shown through.

use std::sync::Arc;

use crate::script::{
    Conversion, Convert, ConvertError, Dictionary, Engine, Mending, Script, configuration, decorated,
};
use crate::session::{Effect, Job, OpenDocument, Session};
use crate::settings::Settings;

impl Session {
    /// Shows the script that is wanted, which `converter` makes.
    pub(in crate::session) fn show_through(&mut self, converter: Option<Arc<dyn Convert>>) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let (script, words) = (open.script.wanted(), [open.script.words(), &self.own_words]);
        let decorated = decorated(converter, script, &words, self.settings.punctuation, open.keeping());
        let mending = mending(open, script, (&self.own_words, &self.settings));
        let Some(open) = &mut self.open else { return Vec::new() };
        let reworded = open.presentation().rewords();
        open.script.show(script, decorated, mending);
        if reworded || open.presentation().rewords() { self.search_where_shown() } else { Vec::new() }
    }

    pub(in crate::session) fn show(&mut self, script: Script) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.script.want(script);
        if let Some(form) = self.export_form_mut() {
            form.script = script;
        }
        let mut effects = self.keep();
        effects.extend(self.show_again());
        effects
    }

    /// Shows the text in the wanted script through what it is shown through now: words, picks and settings as they are.
    pub(in crate::session) fn show_again(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let mut effects = Vec::new();
        let conversion = conversion(open, open.script.wanted(), &self.settings);
        let known = conversion.map(|conversion| (open.script.converter_for(&conversion), conversion));
        match known {
            None => effects.extend(self.show_through(None)),
            Some((Some(converter), _)) => effects.extend(self.show_through(Some(converter))),
            Some((None, conversion)) => {
                let generation = open.generation();
                effects.push(Effect::Run(Job::Converter { generation, conversion }));
            }
        }
        effects
    }

    pub(in crate::session) fn converter(
        &mut self,
        generation: u64,
        made: Conversion,
        result: Result<Arc<dyn Convert>, ConvertError>,
    ) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.generation() == generation) else {
            return Vec::new();
        };
        match result {
            Ok(converter) => {
                let is_wanted =
                    conversion(open, open.script.wanted(), &self.settings).as_ref() == Some(&made);
                open.script.add_converter(made, Arc::clone(&converter));
                if is_wanted {
                    return self.show_through(Some(converter));
                }
            }
            Err(error) => return self.not_converted(&made, error),
        }
        Vec::new()
    }
}

/// What the reader has picked for `open`, as it shows in `script`.
pub(in crate::session) fn mending(
    open: &OpenDocument,
    script: Script,
    (words, settings): (&Dictionary, &Settings),
) -> Arc<Mending> {
    if script == Script::Source && settings.as_in_file {
        return Arc::default();
    }
    Arc::new(Mending::new(open.picks.picked().clone(), &[open.script.words(), words], script))
}

/// How the document is brought into `script` under these settings; `None` where it is left as it is.
pub(in crate::session) fn conversion(
    open: &OpenDocument,
    script: Script,
    settings: &Settings,
) -> Option<Conversion> {
    if let Some(path) = settings.own_config(script).filter(|_| !open.script.converts_as_usual()) {
        return Some(Conversion::own(path));
    }
    let config = configuration(&open.detected(), script, settings.phrases)?;
    let engine = if open.script.converts_as_usual() { Engine::default() } else { settings.engine };
    Some(Conversion::new(config, settings.careful).by(engine))
}
