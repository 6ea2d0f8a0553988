//! What the window asks of the desktop that it stands on, beside dialogs: its typefaces, and whether it is dark.

use std::sync::Arc;

use crate::session::appearance::typefaces::{Faces, Forms, Installed, SystemFace, family_for};
use crate::session::{Done, Jobs};
use crate::settings::{Scheme, Typeface};
use crate::ui::appearance::system_fonts;

#[cfg(all(unix, not(target_os = "macos")))]
mod portal;

/// The desktop; tests put their own in its place. Each question is asked on a thread of its own.
pub trait Desktop: Send + Sync {
    /// The families with which Chinese text can be set, sorted by name.
    fn families(&self) -> Vec<Installed>;
    /// Tells what the desktop prefers, and again with every change, for as long as it lasts.
    fn watch_scheme(&self, tell: &dyn Fn(Option<Scheme>));
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
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDesktop;

impl Desktop for SystemDesktop {
    fn families(&self) -> Vec<Installed> {
        system_fonts::families()
    }

    /// Where there is a portal: elsewhere the window system tells the toolkit.
    fn watch_scheme(&self, tell: &dyn Fn(Option<Scheme>)) {
        #[cfg(all(unix, not(target_os = "macos")))]
        portal::watch(tell);
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let _ = tell;
    }
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
        report(Done::Typefaces(installed));
        if let Some((typeface, faces)) = faces {
            report(Done::TypefaceRead(typeface, faces));
        }
    });
}

/// Asks what the desktop prefers; the answers come as reports of `jobs`.
pub(crate) fn watch_scheme(jobs: &Jobs, desktop: &Arc<dyn Desktop>) {
    let desktop = Arc::clone(desktop);
    jobs.spawn("scheme", move |report| desktop.watch_scheme(&|scheme| report(Done::Scheme(scheme))));
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
