//! What the panel of how the text looks says.

use crate::session::{Effect, Session};
use crate::settings::{Typeface, Typography};

/// Something that the reader did to how the text looks.
#[derive(Debug)]
pub enum AppearanceMessage {
    /// The reader changed how the text is set: its size in points and the rest.
    Typeset(f32, Typography),
    /// The reader chose what the text is set in.
    SetIn(Typeface),
    /// The system can be asked for typefaces from now on.
    LookForTypefaces,
}

impl Session {
    pub(in crate::session) fn update_appearance(&mut self, message: AppearanceMessage) -> Vec<Effect> {
        match message {
            AppearanceMessage::Typeset(size, typography) => self.typeset(size, typography),
            AppearanceMessage::SetIn(typeface) => self.choose_typeface(typeface),
            AppearanceMessage::LookForTypefaces => self.look_for_typefaces(),
        }
    }
}
