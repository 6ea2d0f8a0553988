//! What conversions would cost a document.

use crate::document::Document;
use crate::script::{Config, Loss, Script, configuration, loss};

/// Tries every configuration that `document` may be converted by.
pub(in crate::session) fn estimate_costs(document: &Document) -> Vec<(Config, Option<Loss>)> {
    let mut configs: Vec<Config> = Vec::new();
    let detected = *document.detected();
    for detected in [detected, detected.without_quoted()] {
        for (script, phrases) in Script::ALL.into_iter().flat_map(|script| [(script, false), (script, true)])
        {
            let config = configuration(&detected, script, phrases);
            configs.extend(config.filter(|config| !configs.contains(config)));
        }
    }
    // Where a converter cannot be opened that is told when it is asked for.
    configs.into_iter().map(|config| (config, loss(config, document.text()).ok())).collect()
}
