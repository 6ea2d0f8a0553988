//! The script of a document: what the reader wants, what is shown of that, and what it is shown through.

use std::sync::Arc;

use super::forecast::ConversionCosts;
use crate::script::{
    Config, Conversion, Convert, Detected, DetectedScript, Dictionary, Loss, Mending, Presentation, Script,
};

/// The script that a document is shown in.
#[derive(Debug, Default)]
pub struct ShownScript {
    wanted: Script,
    only_compared: bool,
    keeps_quoted: bool,
    shown: Script,
    serial: u64,
    converter: Option<Arc<dyn Convert>>,
    mending: Arc<Mending>,
    words: Dictionary,
    converters: Vec<(Conversion, Arc<dyn Convert>)>,
    usual_only: bool,
    costs: ConversionCosts,
    cautions: Cautions,
}

/// What the reader is told of scripts to think twice about.
#[derive(Debug, Default)]
struct Cautions {
    /// Whether the reader has switched scripts and is to be told what that costs once it is known.
    due: bool,
    /// The scripts of which the reader was told.
    told: Vec<Script>,
}

impl ShownScript {
    /// A document that the reader wants in the script `wanted`, with own `words`; the source is shown until that can be.
    pub(in crate::session) fn wanting(
        wanted: Script,
        keeps_quoted: bool,
        words: Dictionary,
        cautioned: Vec<Script>,
    ) -> Self {
        Self {
            wanted,
            keeps_quoted,
            words,
            cautions: Cautions { due: false, told: cautioned },
            ..Self::default()
        }
    }

    /// The script the reader asked for.
    pub const fn wanted(&self) -> Script {
        self.wanted
    }

    /// The script that the reader wants the document in, whatever it is compared with.
    pub const fn own(&self) -> Script {
        if self.only_compared { Script::Source } else { self.wanted }
    }

    /// The script that is shown: the wanted one once its converter is ready.
    pub const fn shown(&self) -> Script {
        self.shown
    }

    /// Grows whenever the text is shown in another way.
    pub const fn serial(&self) -> u64 {
        self.serial
    }

    /// Whether what is in the other script than the document stays as it is.
    pub const fn keeps_quoted(&self) -> bool {
        self.keeps_quoted
    }

    /// Turns the source into the shown script; `None` where the source is shown as it is.
    pub const fn converter(&self) -> Option<&Arc<dyn Convert>> {
        self.converter.as_ref()
    }

    /// How many converters were made so far: they are kept, so that switching back is quick.
    pub const fn converters(&self) -> usize {
        self.converters.len()
    }

    /// What the text is shown through.
    pub fn presentation(&self) -> Presentation {
        Presentation::new(self.converter.clone(), Arc::clone(&self.mending))
    }

    /// The reader's own words for the document.
    pub const fn words(&self) -> &Dictionary {
        &self.words
    }

    /// What conversions would cost the document.
    pub const fn costs(&self) -> &ConversionCosts {
        &self.costs
    }

    /// The scripts of which the reader was told to think twice.
    pub fn cautioned(&self) -> &[Script] {
        &self.cautions.told
    }

    /// What of `detected` is converted.
    pub(in crate::session) fn converted(&self, detected: Detected) -> Detected {
        if self.keeps_quoted { detected.without_quoted() } else { detected }
    }

    /// The script of which nothing else is converted where `detected` says what the text has; `None`: all of it is.
    pub(in crate::session) fn keeping(&self, detected: Detected) -> Option<DetectedScript> {
        self.keeps_quoted.then(|| self.converted(detected).script)
    }

    /// Wants the document in `script`.
    pub(in crate::session) const fn want(&mut self, script: Script) {
        self.wanted = script;
    }

    /// Notes whether what is wanted now is wanted only because the source is compared with it.
    pub(in crate::session) const fn compare_only(&mut self, only: bool) {
        self.only_compared = only;
    }

    /// Shows the text in `script`, which `converter` makes (`None`: as the source has it) with what was picked.
    pub(crate) fn show(
        &mut self,
        script: Script,
        converter: Option<Arc<dyn Convert>>,
        mending: Arc<Mending>,
    ) {
        self.shown = script;
        self.converter = converter;
        self.mending = mending;
        self.serial += 1;
    }

    /// What was wanted cannot be shown: what is shown is wanted.
    pub(in crate::session) const fn give_up(&mut self) {
        self.wanted = self.shown;
    }

    /// Keeps what is in the other script than the document as it is, or converts it too.
    pub(in crate::session) const fn keep_quoted(&mut self, keeps: bool) {
        self.keeps_quoted = keeps;
    }

    /// The reader's own words, to be changed.
    pub(in crate::session) const fn words_mut(&mut self) -> &mut Dictionary {
        &mut self.words
    }

    /// The converter that does this, if it was made.
    pub(in crate::session) fn converter_for(&self, conversion: &Conversion) -> Option<Arc<dyn Convert>> {
        let known = self.converters.iter().find(|(known, _)| known == conversion);
        known.map(|(_, converter)| Arc::clone(converter))
    }

    /// Keeps a converter that was made.
    pub(in crate::session) fn add_converter(&mut self, made: Conversion, converter: Arc<dyn Convert>) {
        self.converters.push((made, converter));
    }

    /// Whether the way of converting that the reader chose has failed, so that the usual one is taken.
    pub(in crate::session) const fn converts_as_usual(&self) -> bool {
        self.usual_only
    }

    /// Converts in the usual way, as the one that the reader chose has failed.
    pub(in crate::session) const fn convert_as_usual(&mut self) {
        self.usual_only = true;
    }

    /// Tries the way that the reader has chosen. A configuration may have become another one since it was opened.
    pub(in crate::session) fn convert_as_chosen(&mut self) {
        self.usual_only = false;
        self.converters.retain(|(conversion, _)| conversion.is_usual());
    }

    /// Asks for what conversions would cost; `false` where that was asked before.
    pub(in crate::session) fn ask_costs(&mut self) -> bool {
        let asks = self.costs == ConversionCosts::Unasked;
        if asks {
            self.costs = ConversionCosts::Asked;
        }
        asks
    }

    /// Forgets what conversions would cost: the text has become another.
    pub(in crate::session) fn forget_costs(&mut self) {
        self.costs = ConversionCosts::default();
    }

    /// Notes what conversions would cost; tells whether the reader is to be told of it.
    pub(in crate::session) fn note_costs(&mut self, costs: Vec<(Config, Option<Loss>)>) -> bool {
        self.costs = ConversionCosts::Known(costs);
        std::mem::take(&mut self.cautions.due)
    }

    /// The reader is to be told once it is known what conversions cost, if that is not known yet.
    pub(in crate::session) fn caution_when_known(&mut self) {
        self.cautions.due = self.costs == ConversionCosts::Asked;
    }

    /// Notes that the reader is told to think twice about `script`; `false` where that was done before.
    pub(in crate::session) fn caution_of(&mut self, script: Script) -> bool {
        if self.cautions.told.contains(&script) {
            return false;
        }
        self.cautions.told.push(script);
        self.cautions.due = false;
        true
    }
}
