//! A window of the program without a display, as tests drive it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use gangmu::lang::Lang;
use gangmu::session::{Library, OpenDocument, Session, Source};
use gangmu::ui::{App, FilePicker, Start};

/// Answers every dialog with the same path.
struct Answer(PathBuf);

impl FilePicker for Answer {
    fn pick_file(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn pick_target(&self, _title: &str, _path: &Path) -> Option<PathBuf> {
        Some(self.0.clone())
    }
}

/// A window with its folder for what is remembered.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) folder: tempfile::TempDir,
}

impl Window {
    pub(crate) fn open(source: Option<Source>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::open_in(folder, source)
    }

    pub(crate) fn open_in(folder: tempfile::TempDir, source: Option<Source>) -> Self {
        Self::open_on(folder, source, Arc::new(gangmu::ui::NoDesktop))
    }

    /// A window on a desktop with something to offer.
    pub(crate) fn open_on(
        folder: tempfile::TempDir,
        source: Option<Source>,
        desktop: Arc<dyn gangmu::ui::Desktop>,
    ) -> Self {
        let mut window = Self::begin_on(folder, source, desktop);
        window.until("nothing is being opened", |session| {
            session.loading.is_none() && session.open.as_ref().is_none_or(OpenDocument::is_inferred)
        });
        window
    }

    /// A window that has just begun to open `source`.
    pub(crate) fn begin_on(
        folder: tempfile::TempDir,
        source: Option<Source>,
        desktop: Arc<dyn gangmu::ui::Desktop>,
    ) -> Self {
        let picked = folder.path().join("picked.txt");
        Self::begin_with(folder, source, desktop, Arc::new(Answer(picked)))
    }

    /// The same with other dialogs.
    pub(crate) fn begin_with(
        folder: tempfile::TempDir,
        source: Option<Source>,
        desktop: Arc<dyn gangmu::ui::Desktop>,
        picker: Arc<dyn FilePicker>,
    ) -> Self {
        let library = Library::below(folder.path());
        let start = Start { source, lang: Some(Lang::En), ..Start::default() };
        let harness =
            Harness::builder().with_size([1280.0, 800.0]).with_max_steps(64).build_eframe(move |cc| {
                let app = App::new(&cc.egui_ctx, start, Some(library), picker);
                app.on(&cc.egui_ctx, desktop)
            });
        Self { harness, folder }
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::open(Some(Source::Text(text.into())))
    }

    pub(crate) fn session(&self) -> &Session {
        self.harness.state().session()
    }

    /// Draws until `done` holds; jobs run on threads of their own.
    pub(crate) fn until(&mut self, what: &str, done: impl Fn(&Session) -> bool) {
        let start = Instant::now();
        loop {
            self.harness.step();
            if done(self.session()) {
                self.harness.step();
                return;
            }
            assert!(start.elapsed() < Duration::from_mins(1), "never: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(3);
    }

    /// Clicks on a section in the outline.
    pub(crate) fn go_to(&mut self, heading: &str) {
        self.harness.get_by_role_and_label(Role::TreeItem, heading).click();
        self.harness.run_steps(3);
    }

    /// Whether the outline shows a row.
    pub(crate) fn has_row(&self, heading: &str) -> bool {
        self.harness.query_by_role_and_label(Role::TreeItem, heading).is_some()
    }

    /// Sends what asks for a copy and waits for what comes to the clipboard.
    pub(crate) fn copied(&mut self, event: egui::Event) -> String {
        self.harness.event(event);
        let start = Instant::now();
        loop {
            self.harness.step();
            let commands = &self.harness.output().platform_output.commands;
            let text = commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            });
            if let Some(text) = text {
                return text;
            }
            assert!(start.elapsed() < Duration::from_mins(1), "nothing was copied");
        }
    }

    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    pub(crate) fn sees(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }
}
