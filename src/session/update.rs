//! What each message changes: the only place that writes to a session.

use std::sync::Arc;

use super::library::Record;
use super::{Action, Done, Effect, Job, Message, OpenDocument, Saying, Session, Source};
use crate::export::Selection;
use crate::outline::SectionId;
use crate::script::{Conversion, Convert, ConvertError, Engine, Script, configuration};
use crate::settings::{Settings, Typeface};
use showing::mending;
use typesetting::zoomed;

mod coming;
mod comparing;
mod converting;
mod copying;
mod correcting;
mod exporting;
mod finding;
mod opening;
mod own_words;
mod reviewing;
mod searching;
mod showing;
mod typesetting;
mod weighing;

/// One press of larger or smaller, in points.
const SIZE_STEP: f32 = 1.0;

impl Session {
    /// Takes a message in and returns what the shell has to do about it, in order.
    #[must_use]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Act(action) if self.is_enabled(action) => self.act(action),
            Message::Act(_) => Vec::new(),
            Message::Open(source) => self.start_opening(source, None),
            Message::OpenIn(source, encoding) => self.start_opening(source, encoding),
            Message::Later(sources) => self.keep_for_later(sources),
            Message::GoTo(id) => self.go_to(id),
            Message::Place(place) => self.with_open(|open| open.read_on(place)),
            Message::Search(words, regex) => self.search_for(words, regex),
            Message::GoToHit(index) => self.go_to_hit(index),
            Message::Finder(asked) => self.find_place(asked),
            Message::CloseSearch => self.close_search(),
            Message::GoToPlace(place) => self.with_open(|open| open.jump_to(place)),
            Message::Fold { id, deep } => self.with_open(|open| fold(open, id, deep)),
            Message::FoldTo(level) => self.with_open(|open| fold_to(open, level)),
            Message::Filter(filter) => self.with_open(|open| open.filter = filter),
            Message::Mark(marked) => self.with_open(|open| open.marked = marked),
            Message::Settled => self.offer(),
            Message::Side(side) => self.with_open(|open| open.side = side),
            Message::Tick(id) => self.with_open(|open| open.ticks.toggle_subtree(id)),
            Message::TickPoint(id) => self.with_open(|open| open.ticks.toggle_point(id)),
            Message::Choose(id) => self.choose(id),
            Message::Correct(id, correction) => self.correct(Some(id), correction),
            Message::Rename(id, name) => self.rename(id, &name),
            Message::SetLevel(id, level) => self.set_level(id, level),
            Message::MakeHeading { at, level } => self.make_heading(at, level),
            Message::TryRule(rule, everywhere) => self.try_rule(rule, everywhere),
            Message::AddRule => self.add_rule(),
            Message::DropRule { everywhere, index } => self.drop_rule(everywhere, index),
            Message::Words(change) => self.change_words(change),
            Message::Review(change) => self.change_review(change),
            Message::ExportForm(form) => {
                self.export = Some(form);
                Vec::new()
            }
            Message::Weigh => self.weigh(),
            Message::PickTarget => self.pick_target(),
            Message::WriteExport { replace } => self.write_export(replace),
            Message::CancelExport => self.cancel_export(),
            Message::Typeset(size, typography) => self.typeset(size, typography),
            Message::SetIn(typeface) => self.choose_typeface(typeface),
            Message::Layout(layout) => {
                self.state.layout = layout;
                Vec::new()
            }
            Message::LookForTypefaces => self.look_for_typefaces(),
            Message::PathPrompt(path) => {
                self.path_prompt = path;
                Vec::new()
            }
            Message::Dismiss(id) => {
                self.notices.dismiss(id);
                Vec::new()
            }
            Message::Done(done) => self.done(done),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one table is easier to keep whole than several")]
    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => vec![Effect::PickFile],
            Action::Paste => vec![Effect::RequestPaste],
            Action::OpenSample => self.start_opening(Source::Sample, None),
            Action::Reload => self.open_again(self.open.as_ref().and_then(|open| open.encoding)),
            Action::Decode(encoding) => self.open_again(encoding),
            Action::Close => self.close(),
            Action::Cancel => self.cancel(),
            Action::Export => self.toggle_export(),
            Action::Quit => vec![Effect::Quit],
            Action::Show(script) => self.show_alone_or_beside(script),
            Action::ToggleCompare => self.toggle_compare(),
            Action::PreviousSection | Action::NextSection => self.step(action == Action::NextSection),
            Action::Back | Action::Forward => self.travel(action == Action::Forward),
            Action::GoTo | Action::Commands => self.toggle_finder(action),
            Action::ShowKeys | Action::FullScreen | Action::OnlyText => self.toggle_view(action),
            Action::Search => self.open_search(),
            Action::NextHit | Action::PreviousHit => self.step_hits(action == Action::NextHit),
            Action::Filter => self.focus_outline(Effect::FocusFilter),
            Action::FocusOutline => self.focus_outline(Effect::FocusOutline),
            Action::Copy | Action::CopySource | Action::CopyCitation => self.copy(action),
            Action::SelectAll | Action::SelectSection | Action::SelectNothing => self.mark(action),
            Action::FoldAll => self.with_open(|open| fold_to(open, 1)),
            Action::UnfoldAll => self.with_open(|open| fold_to(open, u8::MAX)),
            Action::TickAll => self.with_open(|open| open.ticks = Selection::all(open.document.outline())),
            Action::TickNone => self.with_open(|open| open.ticks.clear()),
            Action::Undo | Action::Redo => self.step_corrections(action == Action::Redo),
            Action::Correct(correction) => self.correct(None, correction),
            Action::NextDoubt | Action::PreviousDoubt => self.step_doubts(action == Action::NextDoubt),
            Action::ToggleDoubts => self.toggle_doubts(),
            Action::Infer => self.infer(),
            Action::StopInferring => self.stop_inferring(),
            Action::ToggleRules => self.toggle_rules(),
            Action::ToggleWords => self.toggle_words(),
            Action::ToggleQuoted | Action::ToggleLibrary | Action::ToggleOwnConfig => self.reconvert(action),
            Action::ToggleReview
            | Action::NextFind
            | Action::PreviousFind
            | Action::AcceptFind
            | Action::KeepFind
            | Action::AlwaysFind
            | Action::AcceptAllSure => self.act_on_review(action),
            Action::TogglePoints => self.toggle_points(),
            Action::ToggleAppearance => self.toggle_appearance(),
            Action::SetIn(style) => self.choose_typeface(Typeface::Style(style)),
            Action::ToggleOutline
            | Action::ToggleLines
            | Action::TogglePhrases
            | Action::ToggleCareful
            | Action::TogglePunctuation
            | Action::ToggleChanges
            | Action::ToggleAsInFile
            | Action::ToggleVertical
            | Action::ToggleTwoColumns
            | Action::Larger
            | Action::Smaller
            | Action::UsualSize
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomUsual
            | Action::Appear(_)
            | Action::Speak(_) => self.set(action),
        }
    }

    /// Actions that change a setting.
    fn set(&mut self, action: Action) -> Vec<Effect> {
        let settings = &mut self.settings;
        match action {
            Action::ToggleOutline => settings.outline_shown = !settings.outline_shown,
            Action::ToggleLines => settings.lines_as_in_file = !settings.lines_as_in_file,
            Action::TogglePhrases => settings.phrases = !settings.phrases,
            Action::ToggleCareful => settings.careful = !settings.careful,
            Action::TogglePunctuation => settings.punctuation = !settings.punctuation,
            Action::ToggleChanges => settings.changes_marked = !settings.changes_marked,
            Action::ToggleAsInFile => settings.as_in_file = !settings.as_in_file,
            Action::ToggleVertical => settings.vertical = !settings.vertical,
            Action::ToggleTwoColumns => settings.two_columns = !settings.two_columns,
            Action::ToggleCompare => settings.compare = !settings.compare,
            Action::Larger => settings.text_size += SIZE_STEP,
            Action::Smaller => settings.text_size -= SIZE_STEP,
            Action::UsualSize => settings.text_size = Settings::TEXT_SIZE,
            Action::ZoomIn => settings.zoom = zoomed(settings.zoom, 1.0),
            Action::ZoomOut => settings.zoom = zoomed(settings.zoom, -1.0),
            Action::ZoomUsual => settings.zoom = 1.0,
            Action::Appear(appearance) => settings.appearance = appearance,
            Action::Speak(lang) => {
                settings.language = Some(lang);
                self.lang_now = None;
            }
            _ => return Vec::new(),
        }
        self.settings = self.settings.clone().bounded();
        let mut effects = vec![save(Record::Settings(self.settings.clone()))];
        if self.keep_or_join_lines() {
            effects.extend(self.search_anew());
        }
        let shows_anew = matches!(
            action,
            Action::TogglePhrases
                | Action::ToggleCareful
                | Action::TogglePunctuation
                | Action::ToggleAsInFile
        );
        if let Some(script) = self.open.as_ref().map(|open| open.wanted).filter(|_| shows_anew) {
            effects.extend(self.show(script));
        }
        effects
    }

    /// Cuts the document anew where it is not cut as the settings say; tells whether it was.
    pub(super) fn keep_or_join_lines(&mut self) -> bool {
        let line_ends = self.settings.line_ends();
        if let Some(open) = self.open.as_mut().filter(|open| open.document.line_ends() != line_ends) {
            open.document = Arc::new(open.document.with_line_ends(line_ends));
            open.edition += 1;
            return true;
        }
        false
    }

    fn with_open(&mut self, change: impl FnOnce(&mut OpenDocument)) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            change(open);
        }
        Vec::new()
    }

    /// What should be written down of the open document.
    pub fn remembered_place(&self) -> Option<Record> {
        let open = self.open.as_ref()?;
        Some(Record::Document { hash: open.hash.clone()?, state: open.state() })
    }

    fn go_to(&mut self, id: SectionId) -> Vec<Effect> {
        self.with_open(|open| {
            if let Some(section) = open.document.outline().get(id) {
                let to = section.span.start;
                open.chosen = None;
                open.jump_to(to);
            }
        })
    }

    fn step(&mut self, forward: bool) -> Vec<Effect> {
        match self.open.as_ref().and_then(|open| open.neighbour(forward)) {
            Some(id) => self.go_to(id),
            None => Vec::new(),
        }
    }

    fn travel(&mut self, forward: bool) -> Vec<Effect> {
        self.with_open(|open| {
            let here = open.place;
            let to = if forward { open.history.forward(here) } else { open.history.back(here) };
            if let Some(to) = to {
                open.order(to);
            }
        })
    }

    fn focus_outline(&mut self, focus: Effect) -> Vec<Effect> {
        let mut effects = self.show_outline();
        effects.push(focus);
        effects
    }

    fn show_outline(&mut self) -> Vec<Effect> {
        if self.settings.outline_shown { Vec::new() } else { self.set(Action::ToggleOutline) }
    }

    fn show(&mut self, script: Script) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.wanted = script;
        if let Some(form) = &mut self.export {
            form.script = script;
        }
        let mut effects: Vec<_> = self.remembered_place().into_iter().map(save).collect();
        let Some(open) = &mut self.open else { return effects };
        let conversion = conversion(open, script, &self.settings);
        let known = conversion.map(|conversion| (open.converter_for(&conversion), conversion));
        match known {
            None => self.show_through(None),
            Some((Some(converter), _)) => self.show_through(Some(converter)),
            Some((None, conversion)) => {
                let generation = open.generation;
                effects.push(Effect::Run(Job::Converter { generation, conversion }));
            }
        }
        effects
    }

    fn done(&mut self, done: Done) -> Vec<Effect> {
        match done {
            Done::Progress { generation, stage } => {
                if let Some(loading) = self.loading.as_mut().filter(|l| l.generation == generation) {
                    loading.stage = stage;
                }
            }
            Done::Opened { generation, result } => return self.opened(generation, result),
            Done::Decoded { generation, document } => return self.decoded(generation, document),
            Done::Remembered { generation, remembered } => return self.remembered(generation, *remembered),
            Done::Inferring { serial, share } => self.inferring(serial, share),
            Done::Outlined { serial, outlined } => return self.outlined(serial, *outlined),
            Done::Converter { generation, conversion, result } => {
                return self.converter(generation, conversion, result);
            }
            Done::Weighed { generation, costs } => self.weighed(generation, costs),
            Done::Exporting(share) => self.exports(share),
            Done::Exported { path, result } => self.exported(path, result),
            Done::RuleTried { serial, found } => return self.rule_tried(serial, found),
            Done::Ruled { serial, base } => return self.ruled(serial, base),
            Done::Hits { serial, hits, searched } => return self.found(serial, hits, searched),
            Done::Reviewing { serial, share } => self.reviewing(serial, share),
            Done::Reviewed { serial, result } => return self.reviewed(serial, result),
            Done::Copied(text) => return vec![Effect::Copy(text)],
            Done::Offered(text) => return vec![Effect::Offer(text)],
            Done::NotSaved(error) => self.notices.say(Saying::NotSaved(error)),
            Done::FilePicked(Some(path)) => return self.start_opening(Source::Path(path), None),
            Done::TargetPicked(Some(path)) => {
                if let Some(form) = &mut self.export {
                    form.set_target(&path);
                }
            }
            Done::WordsPicked(path) => return Self::import_words(path),
            Done::WordsTargetPicked(path) => return self.export_words(path),
            Done::ConfigPicked(path) => return self.config_picked(path),
            Done::WordsRead(result) => return self.words_read(result),
            Done::WordsWritten { path, result } => self.words_written(path, result),
            Done::Scheme(scheme) => self.screen.scheme = scheme,
            Done::Typefaces(installed) => self.typefaces_found(installed),
            Done::TypefaceRead(typeface, faces) => self.typeface_read(typeface, faces),
            Done::FilePicked(None) | Done::TargetPicked(None) => {}
            Done::NoTargetDialog => self.notices.say(Saying::NoDialog),
            Done::NoDialog => self.path_prompt = Some(String::new()),
        }
        Vec::new()
    }

    fn converter(
        &mut self,
        generation: u64,
        made: Conversion,
        result: Result<Arc<dyn Convert>, ConvertError>,
    ) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.generation == generation) else {
            return Vec::new();
        };
        match result {
            Ok(converter) => {
                let is_wanted = conversion(open, open.wanted, &self.settings).as_ref() == Some(&made);
                open.converters.push((made, Arc::clone(&converter)));
                if is_wanted {
                    self.show_through(Some(converter));
                }
            }
            Err(error) => return self.not_converted(&made, error),
        }
        Vec::new()
    }
}

/// How the document is brought into `script` under these settings; `None` where it is left as it is.
pub(super) fn conversion(open: &OpenDocument, script: Script, settings: &Settings) -> Option<Conversion> {
    if let Some(path) = settings.own_config(script).filter(|_| !open.usual_only) {
        return Some(Conversion::own(path));
    }
    let config = configuration(&open.detected(), script, settings.phrases)?;
    let engine = if open.usual_only { Engine::default() } else { settings.engine };
    Some(Conversion::new(config, settings.careful).by(engine))
}

fn save(record: Record) -> Effect {
    Effect::Run(Job::Save(record))
}

fn fold(open: &mut OpenDocument, id: SectionId, deep: bool) {
    let folding = !open.folded.contains(&id);
    open.fold_serial += 1;
    let outline = open.document.outline();
    let range = if deep { outline.subtree(id) } else { id.index()..id.index() + 1 };
    for id in range.map(SectionId::new).filter(|id| outline.has_children(*id)) {
        if folding {
            open.folded.insert(id);
        } else {
            open.folded.remove(&id);
        }
    }
}

/// Folds so that sections down to `level` are seen.
fn fold_to(open: &mut OpenDocument, level: u8) {
    open.fold_serial += 1;
    let outline = open.document.outline();
    open.folded = outline
        .ids()
        .filter(|id| outline.has_children(*id))
        .filter(|id| outline.get(*id).is_some_and(|section| section.level >= level))
        .collect();
}
