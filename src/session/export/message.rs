//! What the export panel says.

use std::path::PathBuf;

use super::form::ExportForm;
use super::profiles::ProfileChange;
use crate::session::{Effect, Session, Sheet, SidePanel};

/// How a file is shown to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// By the program that the desktop has for it.
    Open,
    /// In its folder.
    InFolder,
}

/// Something that the reader did about an export.
#[derive(Debug)]
pub enum ExportMessage {
    /// The panel as the reader left it.
    Form(ExportForm),
    /// The reader does something with a profile.
    Profile(ProfileChange),
    /// The reader wants a file dialog to choose where to export to.
    PickTarget,
    /// Write the export now; over an existing file only where `replace`.
    Write {
        /// Whether the reader agreed to replace an existing file.
        replace: bool,
    },
    /// Stop the export that is going on.
    Cancel,
    /// Show the preview as large as the window lets it, or no longer.
    Enlarge(bool),
    /// The reader wants to see a file that was exported.
    Reveal(PathBuf, Reveal),
}

impl Session {
    pub(in crate::session) fn update_export(&mut self, message: ExportMessage) -> Vec<Effect> {
        match message {
            ExportMessage::Form(form) => {
                self.side_panel = Some(SidePanel::Export(form));
                Vec::new()
            }
            ExportMessage::Profile(change) => self.change_profile(change),
            ExportMessage::PickTarget => self.pick_target(),
            ExportMessage::Write { replace } => self.write_export(replace),
            ExportMessage::Cancel => self.cancel_export(),
            ExportMessage::Enlarge(large) => {
                self.screen.sheet = large.then_some(Sheet::Preview);
                Vec::new()
            }
            ExportMessage::Reveal(path, how) => vec![Effect::Reveal(path, how)],
        }
    }
}
