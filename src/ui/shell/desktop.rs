//! What the window asks of the desktop that it stands on, beside dialogs: its typefaces, and whether it is dark.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::session::appearance::typefaces::{Faces, Forms, Installed, SystemFace, family_for};
use crate::session::clipboard::Copied;
use crate::session::{AppearanceDone, Done, ExportDone, Jobs, Reveal};
use crate::settings::{Scheme, Typeface};
use crate::ui::appearance::system_fonts;

#[cfg(all(unix, not(target_os = "macos")))]
mod color_scheme;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;

/// The desktop; tests put their own in its place. Each question is asked on a thread of its own.
pub trait Desktop: Send + Sync {
    /// The families with which Chinese text can be set, sorted by name.
    fn families(&self) -> Vec<Installed>;
    /// Tells what the desktop prefers, and again with every change, for as long as it lasts.
    fn watch_scheme(&self, tell: &dyn Fn(Option<Scheme>));
    /// Shows a file by its whole path; tells whether that could be asked for.
    fn reveal(&self, _path: &Path, _how: Reveal) -> bool {
        false
    }
    /// Lets the reader print the pages in a file; tells whether that could be asked for.
    fn print(&self, _path: &Path) -> bool {
        false
    }
    /// Puts text on the clipboard in both forms; tells whether it did. Elsewhere the toolkit puts the plain one there.
    fn copy(&self, _text: &str, _html: &str) -> bool {
        false
    }
}

/// A desktop that has nothing to offer.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoDesktop;

impl Desktop for NoDesktop {
    fn families(&self) -> Vec<Installed> {
        Vec::new()
    }

    fn watch_scheme(&self, _tell: &dyn Fn(Option<Scheme>)) {}
}

/// The system's own.
#[derive(Default)]
pub struct SystemDesktop {
    /// The clipboard, kept as long as the window: what was put there is asked of it.
    clipboard: Mutex<Option<arboard::Clipboard>>,
}

impl Desktop for SystemDesktop {
    fn families(&self) -> Vec<Installed> {
        system_fonts::families()
    }

    /// Where there is a portal: elsewhere the window system tells the toolkit.
    fn watch_scheme(&self, tell: &dyn Fn(Option<Scheme>)) {
        #[cfg(all(unix, not(target_os = "macos")))]
        color_scheme::watch(tell);
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let _ = tell;
    }

    fn reveal(&self, path: &Path, how: Reveal) -> bool {
        #[cfg(all(unix, not(target_os = "macos")))]
        let asked = portal::reveal(path, how);
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let asked = false;
        asked || opened_by_program(path, how)
    }

    fn print(&self, path: &Path) -> bool {
        #[cfg(all(unix, not(target_os = "macos")))]
        let asked = portal::print(path);
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let asked = false;
        // Whatever shows pages can print them.
        asked || self.reveal(path, Reveal::Open)
    }

    fn copy(&self, text: &str, html: &str) -> bool {
        if is_wayland() {
            return false;
        }
        let Ok(mut clipboard) = self.clipboard.lock() else { return false };
        if clipboard.is_none() {
            *clipboard = arboard::Clipboard::new().ok();
        }
        clipboard.as_mut().is_some_and(|clipboard| clipboard.set().html(html, Some(text)).is_ok())
    }
}

/// Puts `copied` on the clipboard.
pub(in crate::ui) fn copy(ctx: &egui::Context, desktop: &dyn Desktop, copied: Copied) {
    let Copied { text, html } = copied;
    if html.is_empty() || !desktop.copy(&text, &html) {
        ctx.copy_text(text);
    }
}

/// Where the compositor owns the clipboard, the toolkit's own connection to it is the one that counts.
fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some()
}

/// What opens files of any kind where there is no portal.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Lets the desktop's own program open the file, or its folder.
fn opened_by_program(path: &Path, how: Reveal) -> bool {
    let shown = match how {
        Reveal::Open => path,
        Reveal::InFolder => path.parent().unwrap_or(path),
    };
    std::process::Command::new(OPENER).arg(shown).status().is_ok_and(|status| status.success())
}

/// Finds out which typefaces there are and reads that which is `wanted`; the answers come as reports of `jobs`.
pub(crate) fn find_typefaces(jobs: &Jobs, desktop: &Arc<dyn Desktop>, wanted: Option<Typeface>) {
    let desktop = Arc::clone(desktop);
    jobs.spawn("typefaces", move |report| {
        let installed = desktop.families();
        let faces = wanted.map(|typeface| {
            let faces = read(&installed, &typeface);
            (typeface, faces)
        });
        report(Done::Appearance(AppearanceDone::Typefaces(installed)));
        if let Some((typeface, faces)) = faces {
            report(Done::Appearance(AppearanceDone::TypefaceRead(typeface, faces)));
        }
    });
}

/// Lets the desktop show a file; where it cannot that comes as a report of `jobs`.
pub(crate) fn reveal(jobs: &Jobs, desktop: &Arc<dyn Desktop>, (path, how): (PathBuf, Reveal)) {
    let desktop = Arc::clone(desktop);
    jobs.spawn("reveal", move |report| {
        if !desktop.reveal(&path, how) {
            report(Done::Export(ExportDone::NotRevealed(path)));
        }
    });
}

/// Lets the desktop print the pages in a file; where it cannot that comes as a report of `jobs`.
pub(crate) fn print(jobs: &Jobs, desktop: &Arc<dyn Desktop>, path: PathBuf) {
    let desktop = Arc::clone(desktop);
    jobs.spawn("print", move |report| {
        if !desktop.print(&path) {
            report(Done::Export(ExportDone::NotPrinted(path)));
        }
    });
}

/// Asks what the desktop prefers; the answers come as reports of `jobs`.
pub(crate) fn watch_scheme(jobs: &Jobs, desktop: &Arc<dyn Desktop>) {
    let desktop = Arc::clone(desktop);
    jobs.spawn("scheme", move |report| {
        desktop.watch_scheme(&|scheme| report(Done::Appearance(AppearanceDone::Scheme(scheme))));
    });
}

/// The faces for `typeface`, each file and face read once.
fn read(installed: &[Installed], typeface: &Typeface) -> Faces {
    let mut known: Vec<(&Installed, Option<Arc<SystemFace>>)> = Vec::new();
    Forms::ALL.map(|forms| {
        let family = family_for(installed, typeface, forms)?;
        if let Some((_, face)) = known.iter().find(|(other, _)| *other == family) {
            return face.clone();
        }
        let face = system_fonts::read(family).map(Arc::new);
        known.push((family, face.clone()));
        face
    })
}
