//! What is reported of typefaces and of the desktop.

use crate::session::appearance::typefaces::{Faces, Installed};
use crate::session::{Effect, Session};
use crate::settings::{Scheme, Typeface};

/// What is reported of typefaces and of the desktop.
#[derive(Debug)]
pub enum AppearanceDone {
    /// The system's families for Chinese text, sorted by name.
    Typefaces(Vec<Installed>),
    /// The faces that were read for a typeface.
    TypefaceRead(Typeface, Faces),
    /// What the desktop prefers, now and with every change; `None`: nothing.
    Scheme(Option<Scheme>),
}

impl Session {
    pub(in crate::session) fn appearance_done(&mut self, done: AppearanceDone) -> Vec<Effect> {
        match done {
            AppearanceDone::Typefaces(installed) => self.typefaces_found(installed),
            AppearanceDone::TypefaceRead(typeface, faces) => self.typeface_read(typeface, faces),
            AppearanceDone::Scheme(scheme) => self.screen.scheme = scheme,
        }
        Vec::new()
    }
}
