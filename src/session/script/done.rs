//! What the jobs about scripts and own words report, and the dialogs for their files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::script::{Config, Conversion, Convert, ConvertError, Dictionary, Loss};
use crate::session::files::FileError;
use crate::session::{Effect, Session};

/// What the jobs about scripts and own words report, and the dialogs for their files.
#[derive(Debug)]
pub enum ScriptDone {
    /// A converter is ready, or could not be made.
    Converter {
        /// The document that it is for.
        generation: u64,
        /// What it does.
        conversion: Conversion,
        /// The converter.
        result: Result<Arc<dyn Convert>, ConvertError>,
    },
    /// What conversions would cost the document of that generation.
    CostsEstimated {
        /// The document.
        generation: u64,
        /// What each costs; `None` where it could not be tried.
        costs: Vec<(Config, Option<Loss>)>,
    },
    /// The dialog for a configuration of the reader's was answered; `None` where nothing was chosen.
    ConfigPicked(Option<PathBuf>),
    /// The dialog for a dictionary to take in was answered; `None` where nothing was chosen.
    OwnWordsPicked(Option<PathBuf>),
    /// The dialog for a dictionary to write was answered; `None` where nothing was chosen.
    OwnWordsTargetPicked(Option<PathBuf>),
    /// A dictionary was read, or could not be.
    OwnWordsRead(Result<Dictionary, FileError>),
    /// A dictionary was written, or could not be.
    OwnWordsWritten {
        /// The file.
        path: PathBuf,
        /// Why not.
        result: Result<(), FileError>,
    },
}

impl Session {
    pub(in crate::session) fn script_done(&mut self, done: ScriptDone) -> Vec<Effect> {
        match done {
            ScriptDone::Converter { generation, conversion, result } => {
                return self.converter(generation, conversion, result);
            }
            ScriptDone::CostsEstimated { generation, costs } => self.costs_estimated(generation, costs),
            ScriptDone::ConfigPicked(path) => return self.config_picked(path),
            ScriptDone::OwnWordsPicked(path) => return self.import_own_words(path),
            ScriptDone::OwnWordsTargetPicked(path) => return self.export_own_words(path),
            ScriptDone::OwnWordsRead(result) => return self.own_words_read(result),
            ScriptDone::OwnWordsWritten { path, result } => self.own_words_written(path, result),
        }
        Vec::new()
    }
}
