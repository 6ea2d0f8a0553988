//! Ways to export that are kept under names.

use crate::session::library::Record;
use crate::session::{Effect, Session, save};
use crate::settings::ExportProfile;

/// Something that the reader does with a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileChange {
    /// The panel shall ask for what is kept under this name.
    Choose(String),
    /// What the panel asks for is kept under this name, in place of what was.
    Keep(String),
    /// The chosen profile gets this name.
    Rename(String),
    /// The chosen profile is dropped; the panel stays as it is.
    Drop,
}

impl Session {
    pub(in crate::session) fn change_profile(&mut self, change: ProfileChange) -> Vec<Effect> {
        let mut profiles = self.settings.export_profiles.clone();
        let Some(form) = self.export_form_mut() else { return Vec::new() };
        let named = |name: &str| profiles.iter().position(|profile| profile.name == name);
        let chosen = form.profile.as_deref().and_then(named);
        form.naming = None;
        match change {
            ProfileChange::Choose(name) => {
                if let Some(profile) = named(&name).and_then(|at| profiles.get(at)) {
                    form.apply(&profile.choice);
                    form.profile = Some(name);
                }
                return Vec::new();
            }
            ProfileChange::Keep(name) => {
                let Some(name) = name_of(&name) else { return Vec::new() };
                let profile = ExportProfile { name: name.clone(), choice: form.choice() };
                match named(&name).and_then(|at| profiles.get_mut(at)) {
                    Some(kept) => *kept = profile,
                    None => profiles.push(profile),
                }
                form.profile = Some(name);
            }
            ProfileChange::Rename(name) => {
                let is_free = |name: &String| named(name).is_none_or(|at| Some(at) == chosen);
                let Some(name) = name_of(&name).filter(is_free) else { return Vec::new() };
                let Some(profile) = chosen.and_then(|at| profiles.get_mut(at)) else { return Vec::new() };
                profile.name.clone_from(&name);
                form.profile = Some(name);
            }
            ProfileChange::Drop => {
                let Some(at) = chosen else { return Vec::new() };
                profiles.remove(at);
                form.profile = None;
            }
        }
        self.settings.export_profiles = profiles;
        vec![save(Record::Settings(self.settings.clone()))]
    }
}

/// A name without blanks around it; `None` where nothing is left.
fn name_of(typed: &str) -> Option<String> {
    Some(typed.trim()).filter(|name| !name.is_empty()).map(str::to_owned)
}
