//! File dialogs of the system, asked on a thread of their own so that the window stays alive.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::session::{Done, Jobs};

/// An answer that comes faster than any person is no answer: there is no dialog on this system.
const FASTER_THAN_A_PERSON: Duration = Duration::from_millis(250);

/// Asks the reader for files; tests put their own in its place.
pub trait FilePicker: Send + Sync {
    /// A file to open. `None`: nothing was chosen.
    fn pick_file(&self, title: &str) -> Option<PathBuf>;
    /// A file to write, proposed as `path`. `None`: nothing was chosen.
    fn pick_target(&self, title: &str, path: &Path) -> Option<PathBuf>;
}

/// The system's own dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl FilePicker for SystemDialogs {
    fn pick_file(&self, title: &str) -> Option<PathBuf> {
        dialog(title)
            .add_filter("*.txt, *.md", &["txt", "md", "text", "TXT"])
            .add_filter("*", &["*"])
            .pick_file()
    }

    fn pick_target(&self, title: &str, path: &Path) -> Option<PathBuf> {
        let mut dialog = dialog(title);
        if let Some(folder) = path.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = path.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        dialog.save_file()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place for the system's dialogs")]
fn dialog(title: &str) -> rfd::FileDialog {
    rfd::FileDialog::new().set_title(title)
}

/// What a dialog is asked for.
#[derive(Clone, Debug)]
pub(crate) enum Question {
    /// A file to open.
    Open,
    /// A file to write.
    Target(PathBuf),
    /// A dictionary to take in.
    Words,
    /// A configuration of the reader's.
    Config,
    /// A dictionary to write.
    WordsTarget(PathBuf),
}

/// Asks `question`; the answer comes as a report of `jobs`.
pub(crate) fn ask(
    jobs: &Jobs,
    picker: &std::sync::Arc<dyn FilePicker>,
    title: &'static str,
    question: Question,
) {
    let picker = std::sync::Arc::clone(picker);
    jobs.spawn("dialog", move |report| {
        let asked = Instant::now();
        report(match question {
            Question::Open => match picker.pick_file(title) {
                None if asked.elapsed() < FASTER_THAN_A_PERSON => Done::NoDialog,
                answer => Done::FilePicked(answer),
            },
            Question::Words => match picker.pick_file(title) {
                None if asked.elapsed() < FASTER_THAN_A_PERSON => Done::NoTargetDialog,
                answer => Done::WordsPicked(answer),
            },
            Question::Config => match picker.pick_file(title) {
                None if asked.elapsed() < FASTER_THAN_A_PERSON => Done::NoTargetDialog,
                answer => Done::ConfigPicked(answer),
            },
            Question::WordsTarget(path) => match picker.pick_target(title, &path) {
                None if asked.elapsed() < FASTER_THAN_A_PERSON => Done::NoTargetDialog,
                answer => Done::WordsTargetPicked(answer),
            },
            Question::Target(path) => match picker.pick_target(title, &path) {
                None if asked.elapsed() < FASTER_THAN_A_PERSON => Done::NoTargetDialog,
                answer => Done::TargetPicked(answer),
            },
        });
    });
}
