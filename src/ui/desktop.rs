//! What the window asks of the desktop that it stands on, beside dialogs: its typefaces.

use std::sync::Arc;

use super::system_fonts;
use crate::session::typefaces::{Faces, Forms, Installed, SystemFace, family_for};
use crate::session::{Done, Jobs};
use crate::settings::Typeface;

/// The desktop; tests put their own in its place. Each question is asked on a thread of its own.
pub trait Desktop: Send + Sync {
    /// The families with which Chinese text can be set, sorted by name.
    fn families(&self) -> Vec<Installed>;
}

/// A desktop that has nothing to offer.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoDesktop;

impl Desktop for NoDesktop {
    fn families(&self) -> Vec<Installed> {
        Vec::new()
    }
}

/// The system's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDesktop;

impl Desktop for SystemDesktop {
    fn families(&self) -> Vec<Installed> {
        system_fonts::families()
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
