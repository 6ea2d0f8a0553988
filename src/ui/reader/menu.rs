//! The column's context menu: copying, and making a paragraph a heading.

use egui::{Popup, Response, Ui};

use super::Reader;
use super::flow::Page;
use crate::messages::script::own_words::{always, never};
use crate::script::{OwnWord, Toward};
use crate::session::{Action, Message, OpenDocument, OwnWordsChange, OwnWordsForm, Session, TextSelection};
use crate::ui::outline::context_menu;

/// Longer selections, in characters, are no words.
const LONGEST_WORD: usize = 24;

impl Reader {
    /// Shows the menu of the paragraph, or of the selected words, that the second button was pressed on.
    pub(super) fn menu(
        &mut self,
        ui: &Ui,
        (response, page): (&Response, &Page),
        (session, open): (&Session, &OpenDocument),
        out: &mut Vec<Message>,
    ) {
        let document = open.document();
        if response.secondary_clicked() {
            let pointer = response.interact_pointer_pos();
            let at = pointer.and_then(|pointer| self.offset_at(ui, document, page, pointer));
            let selected =
                open.position.selection().map(TextSelection::range).filter(|range| !range.is_empty());
            let selected = selected.filter(|range| at.is_some_and(|at| range.contains(at)));
            let block = at.and_then(|at| document.blocks().get(document.block_at(at)));
            self.pointed = selected.or(block.map(|block| block.range())).map(|range| range.start);
        }
        let Some(at) = self.pointed else { return };
        Popup::context_menu(response).show(|ui| {
            for action in [Action::Copy, Action::CopyCitation] {
                context_menu::action_ui(ui, session, action, out);
            }
            ui.separator();
            words_ui(ui, (session, open), out);
            context_menu::paragraph_ui(ui, (session, open), at, out);
        });
    }
}

/// What can be made of a selected word: an entry of the reader's own dictionary.
fn words_ui(ui: &mut Ui, (session, open): (&Session, &OpenDocument), out: &mut Vec<Message>) {
    let selected =
        open.position.selection().map(|selection| selection.range().slice(open.document().text()).trim());
    let toward = Toward::of(open.script.shown());
    let word = selected.filter(|word| word.chars().nth(LONGEST_WORD).is_none());
    let Some(word) = word.and_then(|word| OwnWord::protected(word, toward)) else { return };
    let lang = session.lang();
    if context_menu::entry(ui, &always(lang, &word.word), "", true) {
        let conversion = open
            .script
            .converter()
            .as_ref()
            .map_or_else(String::new, |converter| converter.convert(&word.word));
        let form = OwnWordsForm { word: word.word.clone(), conversion, toward, everywhere: false };
        out.push(Message::OwnWords(OwnWordsChange::Form(form)));
    }
    if context_menu::entry(ui, &never(lang, &word.word), "", true) {
        out.push(Message::OwnWords(OwnWordsChange::Add(word, false)));
    }
    ui.separator();
}
