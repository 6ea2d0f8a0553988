//! What somebody needs to know who looks into a fault: versions and choices. Nothing of any document, no path, no name.

use super::{Effect, NoticeKind, Session, Sheet};
use crate::script::EMBEDDED_VERSION;

impl Session {
    /// Puts the report on the clipboard, and says so, where no sheet does.
    pub(super) fn copy_report(&mut self) -> Vec<Effect> {
        if self.screen.sheet != Some(Sheet::About) {
            self.notices.say(NoticeKind::ReportCopied);
        }
        vec![Effect::Copy(self.report().into())]
    }

    /// The report, one fact a line, in English: it goes to whoever mends the program.
    pub fn report(&self) -> String {
        let settings = &self.settings;
        let library = if cfg!(feature = "opencc") { "yes" } else { "no" };
        let facts = [
            ("gangmu", env!("CARGO_PKG_VERSION").to_owned()),
            ("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
            ("language", self.lang().name().to_owned()),
            ("dictionaries", format!("OpenCC {EMBEDDED_VERSION}")),
            ("built with the OpenCC library", library.to_owned()),
            ("engine", format!("{:?}", settings.engine)),
            ("own configurations", settings.own_configs.len().to_string()),
            ("regional words, careful", format!("{}, {}", settings.phrases, settings.careful)),
            ("typeface", format!("{:?}", settings.typeface)),
            ("text size, zoom", format!("{}, {}", settings.text_size, settings.zoom)),
            ("vertical, two columns", format!("{}, {}", settings.vertical, settings.two_columns)),
            (
                "open",
                self.open.as_ref().map_or_else(
                    || "nothing".to_owned(),
                    |open| {
                        let decoded = open.document().decoded();
                        let sections = open.document().outline().sections().len();
                        format!(
                            "{} bytes, {}, {sections} sections",
                            open.document().text().len(),
                            decoded.encoding
                        )
                    },
                ),
            ),
        ];
        let lines = facts.iter().map(|(name, fact)| format!("{name}: {fact}"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_tells_the_version_and_no_path() {
        let session = Session { home: Some("/home/someone".into()), ..Session::default() };
        let report = session.report();
        assert!(report.starts_with(concat!("gangmu: ", env!("CARGO_PKG_VERSION"))), "{report}");
        assert!(!report.contains("someone"), "{report}");
    }
}
