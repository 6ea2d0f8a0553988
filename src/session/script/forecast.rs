//! What showing a document in a script would mean, told before it is done.

pub(in crate::session) mod job;
mod update;

use crate::script::{Config, Conversion, DetectedScript, Loss, Script};
use crate::session::script::update::conversion;
use crate::session::{OpenDocument, Session};

/// What is known of what conversions would cost a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ConversionCosts {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// They are being found.
    Asked,
    /// What each costs; `None` where it could not be tried.
    Known(Vec<(Config, Option<Loss>)>),
}

impl ConversionCosts {
    /// What `config` costs, if that is known.
    pub fn of(&self, config: Config) -> Option<Loss> {
        let Self::Known(known) = self else { return None };
        known.iter().find(|(of, _)| *of == config).and_then(|(_, loss)| *loss)
    }
}

/// What showing the document in a script would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The script.
    pub script: Script,
    /// How the text is converted; `None`: it is shown as it is.
    pub conversion: Option<Conversion>,
    /// What it would cost; `None` where nothing is converted, and where it is not known (yet).
    pub loss: Option<Loss>,
    /// Whether that is being found.
    pub counting: bool,
    /// Why the reader should think twice.
    pub caution: Option<Caution>,
}

/// Why the reader should think twice before a conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The text is in that script already.
    Already,
    /// It is not known what script the text is in, so that it is not converted.
    Unclear,
    /// The text has both scripts, and what is in the wanted one already is converted too.
    Mixed,
    /// So much does not come back.
    Loss(Loss),
}

impl Session {
    /// Whether the text that is shown was converted by its words.
    pub fn is_careful(&self) -> bool {
        let open = self.open.as_ref();
        let conversion = open.and_then(|open| conversion(open, open.script.shown(), &self.settings));
        conversion.is_some_and(|conversion| conversion.is_careful())
    }

    /// What showing the open document in `script` would mean.
    pub fn forecast(&self, script: Script) -> Option<Forecast> {
        let open = self.open.as_ref()?;
        let conversion = conversion(open, script, &self.settings);
        let config = conversion.as_ref().and_then(Conversion::config);
        let loss = config.and_then(|config| open.script.costs().of(config));
        let counting = config.is_some() && *open.script.costs() == ConversionCosts::Asked;
        let caution = caution(open, script, conversion.is_some(), loss);
        Some(Forecast { script, conversion, loss, counting, caution })
    }
}

fn caution(open: &OpenDocument, script: Script, converts: bool, loss: Option<Loss>) -> Option<Caution> {
    match (open.detected().script, script) {
        (_, Script::Source) => None,
        (DetectedScript::Unclear, _) => Some(Caution::Unclear),
        (DetectedScript::Mixed, _) if converts => Some(Caution::Mixed),
        (DetectedScript::Hans, Script::Hans) | (DetectedScript::Hant, Script::Hant) if !converts => {
            Some(Caution::Already)
        }
        _ => loss.filter(|loss| loss.characters > 0).map(Caution::Loss),
    }
}
