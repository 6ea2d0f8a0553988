//! What reaches the window from outside its panels: reports of jobs, dropped files, pasted text, shortcuts, the
//! wish to close, and the passing of time.

use std::path::PathBuf;
use std::time::Duration;

use egui::{self, Event, ViewportCommand};

use super::shortcuts;
use crate::script::Script;
use crate::session::{Action, Job, Message, NoticeKind, OpeningMessage, ShellMessage, Source};
use crate::text::SourceOffset;
use crate::ui::App;

/// Which document is read, where, and in which script.
pub(in crate::ui) type Whereabouts = (u64, SourceOffset, Script);

/// After this long at one place the reader is reading.
const RESTS: Duration = Duration::from_secs(5);
/// So often it is looked whether the file that is read has changed on disk.
const LOOK_EVERY: Duration = Duration::from_secs(3);
/// After this long nothing comes from the clipboard any more.
pub(in crate::ui) const PASTE_COMES: Duration = Duration::from_secs(1);

impl App {
    /// What came from outside the panels: jobs, dropped files, pasted text, shortcuts.
    pub(in crate::ui) fn take_input(&mut self, ctx: &egui::Context) {
        while let Some(done) = self.jobs.try_recv() {
            self.take(ctx, Message::Done(done));
        }
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let mut dropped = dropped.into_iter().map(Source::Path);
        if let Some(source) = dropped.next() {
            self.take(ctx, Message::Opening(OpeningMessage::Open(source)));
            self.take(ctx, Message::Opening(OpeningMessage::Later(dropped.collect())));
        }
        self.paste(ctx);
        // While a file is chosen, the keys are for that.
        if self.session.file_chooser.is_none() {
            for action in shortcuts::pressed(ctx, &self.session, self.outline.has_focus(ctx)) {
                self.take(ctx, Message::Act(action));
            }
        }
        self.escape(ctx);
        self.look_around(ctx);
    }

    /// Who types looks elsewhere: a tooltip goes away, and no menu follows the pointer, as if it were gone, until it
    /// moves or scrolls.
    pub(in crate::ui) fn rest_pointer(&mut self, ctx: &egui::Context, events: &mut Vec<Event>) {
        let has = |test: fn(&Event) -> bool| events.iter().any(test);
        if has(|event| matches!(event, Event::PointerMoved(_) | Event::PointerButton { .. })) {
            self.resting_pointer = None;
        } else if has(|event| matches!(event, Event::MouseWheel { .. })) {
            let back = self.resting_pointer.take().map(Event::PointerMoved);
            events.splice(0..0, back);
        } else if has(|event| matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_))) {
            let is_tooltip = |layer: &egui::LayerId| layer.order == egui::Order::Tooltip;
            let shows_tooltip =
                ctx.memory(|memory| memory.areas().visible_layer_ids().iter().any(is_tooltip));
            let opens_menu = events.iter().any(|event| shortcuts::asks_for(event, Action::Menu));
            if shows_tooltip || opens_menu || egui::Popup::is_any_open(ctx) {
                self.resting_pointer = ctx.input(|input| input.pointer.latest_pos());
                events.push(Event::PointerGone);
            }
        }
    }

    /// Looks what has changed on disk when the window gets the focus, and every few seconds while it has it.
    fn look_around(&mut self, ctx: &egui::Context) {
        let (has_focus, now) = ctx.input(|input| (input.focused, input.time));
        let comes = !std::mem::replace(&mut self.had_focus, has_focus);
        let reads_file = self.session.open.as_ref().is_some_and(|open| open.source().path().is_some());
        if has_focus && reads_file {
            ctx.request_repaint_after(LOOK_EVERY);
        }
        let is_due = reads_file && now - self.looked >= LOOK_EVERY.as_secs_f64();
        if has_focus && (comes || is_due) {
            self.looked = now;
            self.take(ctx, Message::Opening(OpeningMessage::LookAround));
        }
    }

    /// Escape closes one layer, once no menu and no field has a use for it.
    fn escape(&mut self, ctx: &egui::Context) {
        let composes = self.search.is_composing() || self.finder.is_composing();
        if composes || self.outline.uses_escape() || egui::Popup::is_any_open(ctx) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.take(ctx, Message::Shell(ShellMessage::Escape));
        }
    }

    /// Takes pasted text as a document: when that was asked for, and on the empty window.
    fn paste(&mut self, ctx: &egui::Context) {
        if ctx.text_edit_focused() || (self.session.open.is_some() && self.paste_asked.is_none()) {
            return;
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        let now = ctx.input(|input| input.time);
        let waited = self.paste_asked.is_some_and(|since| now - since >= PASTE_COMES.as_secs_f64());
        match pasted {
            Some(text) if !text.trim().is_empty() => {
                self.take(ctx, Message::Opening(OpeningMessage::Open(Source::Text(text.into()))));
            }
            // An empty clipboard sends nothing.
            None if !waited => {
                if self.paste_asked.is_some() {
                    ctx.request_repaint_after(PASTE_COMES);
                }
                return;
            }
            Some(_) | None => {
                self.session.notices.say(NoticeKind::NothingToPaste);
                ctx.request_repaint();
            }
        }
        self.paste_asked = None;
    }

    /// Writes the place down when the reader rests or looks elsewhere: a crash must not cost it.
    pub(in crate::ui) fn keep_place(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        let here =
            self.session.open.as_ref().map(|open| (open.generation(), open.place(), open.script.wanted()));
        if here != self.resting.1 {
            self.resting = (now, here);
            ctx.request_repaint_after(RESTS);
            return;
        }
        let rests = now - self.resting.0 >= RESTS.as_secs_f64() || !ctx.input(|input| input.focused);
        if rests && self.kept != here {
            // Of a long document it may not be known yet under what to write it down.
            if let Some(record) = self.session.remembered_place() {
                self.kept = here;
                self.jobs.run(Job::Save(record));
            }
        }
    }

    /// Keeps the window while an export is being written: closing it would lose the file.
    pub(in crate::ui) fn guard_closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.session.exporting.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.session.notices.say(NoticeKind::StillWriting);
        }
    }
}
