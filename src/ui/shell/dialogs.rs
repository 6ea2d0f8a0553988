//! File dialogs of the system, asked on a thread of their own so that the window stays alive.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::import::Format;
use crate::session::files;
use crate::session::{Done, FileChooserDone, Jobs, Question};

/// An answer that comes faster than any person is no answer: there is no dialog on this system.
const FASTER_THAN_A_PERSON: Duration = Duration::from_millis(250);

/// Asks the reader for files; tests put their own in its place.
pub trait FilePicker: Send + Sync {
    /// A file to open. `None`: nothing was chosen.
    fn pick_file(&self, title: &str) -> Option<PathBuf>;
    /// A file to write, proposed as `path`. `None`: nothing was chosen.
    fn pick_target(&self, title: &str, path: &Path) -> Option<PathBuf>;
    /// A folder to write files into, proposed as `path`. `None`: nothing was chosen.
    fn pick_folder(&self, title: &str, path: &Path) -> Option<PathBuf> {
        self.pick_target(title, path)
    }
}

/// The system's own dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl FilePicker for SystemDialogs {
    fn pick_file(&self, title: &str) -> Option<PathBuf> {
        let small = Format::all_extensions().into_iter().map(str::to_owned);
        let all: Vec<_> = small.flat_map(|small| [small.to_ascii_uppercase(), small]).collect();
        dialog(title)
            .add_filter("*.txt, *.docx, *.html, *.epub, *.pdf, …", &all)
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

    fn pick_folder(&self, title: &str, path: &Path) -> Option<PathBuf> {
        // The folder that is proposed may have to be made yet.
        let there = path.ancestors().find(|folder| files::is_folder(folder));
        let dialog = dialog(title);
        there.map_or(dialog.clone(), |folder| dialog.set_directory(folder)).pick_folder()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place for the system's dialogs")]
fn dialog(title: &str) -> rfd::FileDialog {
    rfd::FileDialog::new().set_title(title)
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
        let answer = match &question {
            Question::Open | Question::OwnWords | Question::Config => picker.pick_file(title),
            Question::Target(path) | Question::OwnWordsTarget(path) => picker.pick_target(title, path),
            Question::Folder(path) => picker.pick_folder(title, path),
        };
        if answer.is_none() && asked.elapsed() < FASTER_THAN_A_PERSON {
            return report(Done::FileChooser(FileChooserDone::NoDialog(question)));
        }
        report(question.answered(answer));
    });
}
