//! What each message changes: the only place that writes to a session.

use super::appearance::update::zoomed;
use super::library::Record;
use super::notice::Planned;
use super::save;
use super::{
    Action, Done, Effect, Message, NoticeKind, OpenDocument, RulesForm, Session, SidePanel, Source, WordsForm,
};
use crate::settings::{Settings, Typeface};

/// One press of larger or smaller, in points.
const SIZE_STEP: f32 = 1.0;

impl Session {
    /// Takes a message in and returns what the shell has to do about it, in order.
    #[must_use]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Act(action) if self.is_enabled(action) => self.act(action),
            Message::Act(action) => self.refuse(action),
            Message::Open(source) => self.start_opening(source, None),
            Message::OpenIn(source, encoding) => self.start_opening(source, encoding),
            Message::Later(sources) => self.keep_for_later(sources),
            Message::GoTo(id) => self.go_to(id),
            Message::Place(place) => self.with_open(|open| open.read_on(place)),
            Message::Search(words, regex) => self.search_for(words, regex),
            Message::GoToHit(index) => self.go_to_hit(index),
            Message::Finder(asked) => self.find_place(asked),
            Message::ClosePanel => self.close_panel(),
            Message::Escape => self.escape(),
            Message::GoToPlace(place) => self.with_open(|open| open.position.jump_to(place)),
            Message::Fold { id, deep } => {
                self.with_open(|open| open.outline.fold(open.content.document(), id, deep))
            }
            Message::FoldTo(level) => {
                self.with_open(|open| open.outline.fold_to(open.content.document(), level))
            }
            Message::Filter(filter) => self.with_open(|open| open.outline.filter_by(filter)),
            Message::Mark(selection) => self.with_open(|open| open.position.select(selection)),
            Message::Settled => self.offer(),
            Message::Side(side) => self.with_open(|open| open.position.select_in(side)),
            Message::Tick(id) => self.tick(id),
            Message::TickPoint(id) => self.tick_point(id),
            Message::TickPreamble => self.tick_preamble(),
            Message::Choose(id) => self.choose(id),
            Message::Correct(id, correction) => self.correct(Some(id), correction),
            Message::Rename(id, name) => self.rename(id, &name),
            Message::SetLevel(id, level) => self.set_level(id, level),
            Message::MakeHeading { at, level } => self.make_heading(at, level),
            Message::Rules(change) => self.change_rules(change),
            Message::Words(change) => self.change_words(change),
            Message::Review(change) => self.change_review(change),
            Message::ExportForm(form) => {
                self.side_panel = Some(SidePanel::Export(form));
                Vec::new()
            }
            Message::WantPicture(number) => self.want_picture(number),
            Message::EstimateCosts => self.estimate_costs(),
            Message::PickTarget => self.pick_target(),
            Message::WriteExport { replace } => self.write_export(replace),
            Message::CancelExport => self.cancel_export(),
            Message::Reveal(path, how) => vec![Effect::Reveal(path, how)],
            Message::Typeset(size, typography) => self.typeset(size, typography),
            Message::SetIn(typeface) => self.choose_typeface(typeface),
            Message::Layout(layout) => {
                self.state.layout = layout;
                Vec::new()
            }
            Message::LookForTypefaces => self.look_for_typefaces(),
            Message::Browse(change) => self.change_browser(change),
            Message::LookAround => self.look_around(),
            Message::ClearRecents => self.clear_recents(),
            Message::HideHints => {
                self.hints_hidden = true;
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
            Action::Reload => self.open_again(self.open.as_ref().and_then(|open| open.content.encoding())),
            Action::Decode(encoding) => self.open_again(encoding),
            Action::Close => self.close(),
            Action::Cancel => self.cancel(),
            Action::Export => self.toggle_export(),
            Action::Quit => vec![Effect::Quit],
            Action::Show(script) => self.show_alone_or_beside(script),
            Action::ToggleCompare => self.toggle_compare(),
            Action::PreviousSection | Action::NextSection => self.step(action == Action::NextSection),
            Action::Back | Action::Forward => self.step_in_history(action == Action::Forward),
            Action::GoTo | Action::Commands => self.toggle_finder(action),
            Action::ShowKeys | Action::About | Action::FullScreen | Action::OnlyText => {
                self.toggle_view(action)
            }
            Action::CopyReport => vec![Effect::Copy(self.report())],
            Action::Print => self.tell(NoticeKind::Planned(Planned::Printing)),
            Action::Bookmark => self.tell(NoticeKind::Planned(Planned::Bookmarks)),
            Action::Search => self.open_search(),
            Action::NextHit | Action::PreviousHit => self.step_hits(action == Action::NextHit),
            Action::Filter => self.focus_outline(Effect::FocusFilter),
            Action::FocusOutline => self.focus_outline(Effect::FocusOutline),
            Action::Copy | Action::CopySource | Action::CopyCitation => self.copy(action),
            Action::SelectAll | Action::SelectSection | Action::SelectNothing => self.mark(action),
            Action::FoldAll => self.with_open(|open| open.outline.fold_to(open.content.document(), 1)),
            Action::UnfoldAll => {
                self.with_open(|open| open.outline.fold_to(open.content.document(), u8::MAX))
            }
            Action::TickAll | Action::TickNone => self.tick_all(action == Action::TickAll),
            Action::Undo | Action::Redo => self.step_corrections(action == Action::Redo),
            Action::Correct(correction) => self.correct(None, correction),
            Action::NextDoubt | Action::PreviousDoubt => self.step_doubts(action == Action::NextDoubt),
            Action::ToggleDoubts => self.toggle_panel(SidePanel::Doubts),
            Action::Infer => self.infer(),
            Action::StopInferring => self.stop_inferring(),
            Action::ToggleRules => self.toggle_panel(SidePanel::Rules(RulesForm::default())),
            Action::ToggleWords => self.toggle_panel(SidePanel::Words(WordsForm::default())),
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
            Action::ToggleFurniture => self.show_furniture(),
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

    /// Says why `action` cannot be done now, where the reader may wonder.
    fn refuse(&mut self, action: Action) -> Vec<Effect> {
        if self.explains(action) {
            self.notices.say(NoticeKind::NeedsRows);
        }
        Vec::new()
    }

    /// Actions that change a setting.
    pub(super) fn set(&mut self, action: Action) -> Vec<Effect> {
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
        if let Some(script) = self.open.as_ref().map(|open| open.script.wanted()).filter(|_| shows_anew) {
            effects.extend(self.show(script));
        }
        effects
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
    fn show_furniture(&mut self) -> Vec<Effect> {
        self.with_open(|open| {
            let shows = open.document().shows_furniture();
            open.content.replace(open.document().with_furniture(!shows));
        })
    }

    fn tell(&mut self, kind: NoticeKind) -> Vec<Effect> {
        self.notices.say(kind);
        Vec::new()
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

    fn focus_outline(&mut self, focus: Effect) -> Vec<Effect> {
        let mut effects = self.show_outline();
        effects.push(focus);
        effects
    }

    pub(super) fn show_outline(&mut self) -> Vec<Effect> {
        if self.settings.outline_shown { Vec::new() } else { self.set(Action::ToggleOutline) }
    }

    pub(super) fn done(&mut self, done: Done) -> Vec<Effect> {
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
            Done::CostsEstimated { generation, costs } => self.costs_estimated(generation, costs),
            Done::PictureRead { serial, picture } => self.picture_read(serial, picture),
            Done::Exporting(share) => self.exports(share),
            Done::Exported { path, result } => return self.exported(path, result),
            Done::RuleTried { serial, found } => return self.rule_tried(serial, found),
            Done::Ruled { serial, base } => return self.ruled(serial, base),
            Done::Hits { serial, hits, searched } => return self.found(serial, hits, searched),
            Done::Reviewing { serial, share } => self.reviewing(serial, share),
            Done::Reviewed { serial, result } => return self.reviewed(serial, result),
            Done::Copied(text) => return vec![Effect::Copy(text)],
            Done::Offered(text) => return vec![Effect::Offer(text)],
            Done::NotSaved(error) => self.notices.say(NoticeKind::NotSaved(error)),
            Done::SetAside(path) => self.notices.say(NoticeKind::SetAside(path)),
            Done::FilePicked(Some(path)) => return self.start_opening(Source::Path(path), None),
            Done::TargetPicked(Some(path)) => {
                if let Some(form) = self.export_form_mut() {
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
            Done::NoDialog(question) => return self.browse(question),
            Done::Looked { asked, path, result } => return self.looked(asked, path, result),
            Done::Watched(watched) => self.watched(watched),
            Done::NotRevealed(path) => self.notices.say(NoticeKind::NotRevealed(path)),
        }
        Vec::new()
    }
}
