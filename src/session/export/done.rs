//! What the jobs of exports report, and the dialog for a target.

use std::path::PathBuf;

use crate::export::{ExportError, Preview};
use crate::script::ConvertError;
use crate::session::files::FileError;
use crate::session::{Effect, NoticeKind, Session};

/// What the jobs of exports report, and the dialog for a target.
#[derive(Debug)]
pub enum ExportDone {
    /// What an export will look like; `None`: nothing.
    Previewed {
        /// Which preview.
        serial: u64,
        /// What it looks like.
        preview: Option<Preview>,
    },
    /// An export is being made; the part that is done, 0 to 1.
    Exporting(f32),
    /// An export was written, or could not be.
    Exported {
        /// The file.
        path: PathBuf,
        /// How many files there are, or why none.
        result: Result<usize, ExportFailure>,
    },
    /// Pages are ready to be printed, or could not be made.
    Printable(Result<PathBuf, ExportFailure>),
    /// The export dialog was answered; `None` where nothing was chosen.
    TargetPicked(Option<PathBuf>),
    /// The desktop could not show that file.
    NotRevealed(PathBuf),
    /// The desktop could neither print the pages in that file nor show them.
    NotPrinted(PathBuf),
}

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportFailure {
    /// The converter could not be made.
    #[error(transparent)]
    Convert(#[from] ConvertError),
    /// The content could not be put into the format.
    #[error(transparent)]
    Render(#[from] ExportError),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Session {
    pub(in crate::session) fn export_done(&mut self, done: ExportDone) -> Vec<Effect> {
        match done {
            ExportDone::Previewed { serial, preview } => self.previewed(serial, preview),
            ExportDone::Exporting(share) => self.exports(share),
            ExportDone::Exported { path, result } => return self.exported(path, result),
            ExportDone::Printable(result) => return self.printable(result),
            ExportDone::NotRevealed(path) => self.notices.say(NoticeKind::NotRevealed(path)),
            ExportDone::NotPrinted(path) => self.notices.say(NoticeKind::NotPrinted(path)),
            ExportDone::TargetPicked(path) => {
                if let (Some(form), Some(path)) = (self.export_form_mut(), path) {
                    form.set_target(&path);
                }
                return self.focus_panel();
            }
        }
        Vec::new()
    }
}
