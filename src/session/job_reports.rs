//! What each report of a job or a dialog changes.

use super::{Done, Effect, NoticeKind, Session, Source};

impl Session {
    pub(super) fn done(&mut self, done: Done) -> Vec<Effect> {
        match done {
            Done::Progress { generation, stage } => {
                if let Some(loading) = self.loading.as_mut().filter(|l| l.generation == generation) {
                    loading.stage = stage;
                }
            }
            Done::Opened { generation, result } => return self.opened(generation, result),
            Done::Decoded { generation, document } => return self.decoded(generation, document),
            Done::Remembered { generation, remembered } => return self.remembered(generation, *remembered),
            Done::Inferring { serial, share } => self.inferring(serial, share),
            Done::Outlined { serial, outlined } => return self.outlined(serial, *outlined),
            Done::Converter { generation, conversion, result } => {
                return self.converter(generation, conversion, result);
            }
            Done::PictureRead { serial, picture } => self.picture_read(serial, picture),
            Done::CostsEstimated { generation, costs } => self.costs_estimated(generation, costs),
            Done::Previewed { serial, preview } => self.previewed(serial, preview),
            Done::Exporting(share) => self.exports(share),
            Done::Exported { path, result } => return self.exported(path, result),
            Done::RuleTried { serial, found } => return self.rule_tried(serial, found),
            Done::Ruled { serial, base } => return self.ruled(serial, base),
            Done::Hits { serial, hits, searched } => return self.found(serial, hits, searched),
            Done::Reviewing { serial, share } => self.reviewing(serial, share),
            Done::Reviewed { serial, result } => return self.reviewed(serial, result),
            Done::Copied(copied) => return vec![Effect::CopyRich(copied)],
            Done::Printable(result) => return self.printable(result),
            Done::Offered(text) => return vec![Effect::Offer(text)],
            Done::NotSaved(error) => self.notices.say(NoticeKind::NotSaved(error)),
            Done::SetAside(path) => self.notices.say(NoticeKind::SetAside(path)),
            Done::FilePicked(Some(path)) => return self.start_opening(Source::Path(path), None),
            Done::TargetPicked(Some(path)) => {
                if let Some(form) = self.export_form_mut() {
                    form.set_target(&path);
                }
            }
            Done::WordsPicked(path) => return Self::import_words(path),
            Done::WordsTargetPicked(path) => return self.export_words(path),
            Done::ConfigPicked(path) => return self.config_picked(path),
            Done::WordsRead(result) => return self.words_read(result),
            Done::WordsWritten { path, result } => self.words_written(path, result),
            Done::Scheme(scheme) => self.screen.scheme = scheme,
            Done::Typefaces(installed) => self.typefaces_found(installed),
            Done::TypefaceRead(typeface, faces) => self.typeface_read(typeface, faces),
            Done::FilePicked(None) | Done::TargetPicked(None) => {}
            Done::NoDialog(question) => return self.browse(question),
            Done::Looked { asked, path, result } => return self.looked(asked, path, result),
            Done::Watched(watched) => self.watched(watched),
            Done::NotRevealed(path) => self.notices.say(NoticeKind::NotRevealed(path)),
            Done::NotPrinted(path) => self.notices.say(NoticeKind::NotPrinted(path)),
        }
        Vec::new()
    }
}
