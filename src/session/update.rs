//! What each message changes: handed to the features, each of which changes its part of the session.

use super::library::Record;
use super::message::ShellMessage;
use super::{Action, Done, Effect, Message, OpenDocument, Session, Toggle, save};

impl Session {
    /// Takes a message in and returns what the shell has to do about it, in order.
    #[must_use]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = self.take_in(message);
        effects.extend(self.preview_where_due());
        effects
    }

    fn take_in(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Act(action) if self.is_enabled(action) => self.act(action),
            Message::Act(action) => self.refuse(action),
            Message::Opening(message) => self.update_opening(message),
            Message::Reading(message) => self.update_reading(message),
            Message::Outline(message) => self.update_outline(message),
            Message::Rules(change) => self.change_rules(change),
            Message::EstimateCosts => self.estimate_costs(),
            Message::OwnWords(change) => self.change_own_words(change),
            Message::Review(change) => self.change_review(change),
            Message::Search(message) => self.update_search(message),
            Message::Export(message) => self.update_export(message),
            Message::Appearance(message) => self.update_appearance(message),
            Message::FileChooser(change) => self.change_file_chooser(change),
            Message::Shell(message) => self.update_shell(message),
            Message::Done(done) => self.done(done),
        }
    }

    /// What each report of a job or a dialog changes: handed to the features too.
    pub(super) fn done(&mut self, done: Done) -> Vec<Effect> {
        match done {
            Done::Opening(done) => self.opening_done(done),
            Done::Reading(done) => self.reading_done(done),
            Done::Outline(done) => self.outline_done(done),
            Done::Script(done) => self.script_done(done),
            Done::Review(done) => self.review_done(done),
            Done::Search(done) => self.search_done(done),
            Done::Export(done) => self.export_done(done),
            Done::Appearance(done) => self.appearance_done(done),
            Done::FileChooser(done) => self.file_chooser_done(done),
            Done::Library(done) => self.library_done(done),
        }
    }

    fn update_shell(&mut self, message: ShellMessage) -> Vec<Effect> {
        match message {
            ShellMessage::Finder(asked) => return self.find_place(asked),
            ShellMessage::ClosePanel => return self.close_panel(),
            ShellMessage::Escape => return self.escape(),
            ShellMessage::Layout(layout) => self.state.layout = layout,
            ShellMessage::Dismiss(id) => self.notices.dismiss(id),
        }
        Vec::new()
    }

    /// Cuts the document anew where it is not cut as the settings say; tells whether it was.
    pub(super) fn keep_or_join_lines(&mut self) -> bool {
        let line_ends = self.settings.line_ends();
        if let Some(open) = self.open.as_mut().filter(|open| open.document().line_ends() != line_ends) {
            open.content.replace(open.document().with_line_ends(line_ends));
            return true;
        }
        false
    }

    /// Shows what is not the author's text, or folds it.
    pub(super) fn show_furniture(&mut self) -> Vec<Effect> {
        self.with_open(|open| {
            let shows = open.document().shows_furniture();
            open.content.replace(open.document().with_furniture(!shows));
        })
    }

    pub(super) fn with_open(&mut self, change: impl FnOnce(&mut OpenDocument)) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            change(open);
        }
        Vec::new()
    }

    /// What should be written down of the open document.
    pub fn remembered_place(&self) -> Option<Record> {
        let open = self.open.as_ref()?;
        Some(Record::Document { hash: open.content.hash()?.to_owned(), state: open.state() })
    }

    /// Writes that down.
    pub(super) fn keep(&self) -> Vec<Effect> {
        self.remembered_place().into_iter().map(save).collect()
    }

    pub(super) fn show_outline(&mut self) -> Vec<Effect> {
        if self.settings.outline_shown { Vec::new() } else { self.set(Action::Toggle(Toggle::Outline)) }
    }
}
