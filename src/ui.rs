//! The window: the only module that names the toolkit.
//!
//! Each frame, reports of jobs come in first; then the panels draw from `&Session` and push [`Message`]s; after
//! the last panel each message goes through [`Session::update`], and what it asks for is done here.

mod appearance;
mod export;
mod outline;
pub mod reader;
mod review;
mod script;
mod search;
mod shell;

pub use shell::desktop::{Desktop, NoDesktop, SystemDesktop};
pub use shell::dialogs::{FilePicker, SystemDialogs};

use std::sync::Arc;

use egui::{self, Frame, Margin, Panel, ViewportCommand};

use appearance::theme;
use reader::breadcrumb;
use shell::side_panels::PanelFocus;
use shell::{
    desktop, dialogs, empty_state, file_chooser, finder, input, input_method, notices, placement,
    sample_guide, status_bar, sync, top_bar,
};

use crate::decode::Encoding;
use crate::lang::Lang;
use crate::messages;
use crate::session::library::Record;
use crate::session::{
    Action, AppearanceMessage, Effect, Jobs, Library, Message, OpeningMessage, Question, Session, Source,
};
use crate::settings::{Appearance, Scheme};

/// What the program is started with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The document to open; without one, the last, and the very first time the sample.
    pub source: Option<Source>,
    /// More documents that were named: one window shows one, the others wait among the recent files.
    pub more: Vec<Source>,
    /// Its encoding; `None`: detect it.
    pub encoding: Option<Encoding>,
    /// The language to speak this time.
    pub lang: Option<Lang>,
}

/// The window's application.
pub struct App {
    session: Session,
    jobs: Jobs,
    picker: Arc<dyn FilePicker>,
    desktop: Arc<dyn Desktop>,
    reader: reader::Reader,
    outline: outline::OutlinePanel,
    doubts: outline::doubts::DoubtsPanel,
    rules: outline::rules_panel::RulesPanel,
    search: search::SearchPanel,
    review: review::ReviewPanel,
    finder: finder::FinderBox,
    file_chooser: file_chooser::FileChooserBox,
    /// Whether the window had the focus in the last frame.
    had_focus: bool,
    /// When it was last looked what has changed on disk, in seconds since the start.
    looked: f64,
    /// Language and serial of the typeface that the fonts were set for.
    fonts_of: (Lang, u64),
    /// The look that the window was given last.
    look: Option<(Appearance, Option<Scheme>)>,
    /// Whether the desktop is being asked what it prefers.
    scheme_asked: bool,
    title: String,
    words: script::words_panel::WordsPanel,
    /// How many frames are left until the window is maximised again.
    until_maximized: Option<u8>,
    /// Where the text was drawn last, as far as no panel lies over it.
    text_rect: egui::Rect,
    panel_focus: PanelFocus,
    /// Where the pointer rests while the reader types.
    resting_pointer: Option<egui::Pos2>,
    /// Since when text from the clipboard is awaited, in seconds of the toolkit's time.
    paste_asked: Option<f64>,
    /// Where the reader is, and since when (seconds).
    resting: (f64, Option<input::Whereabouts>),
    /// What of it was written down last.
    kept: Option<input::Whereabouts>,
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// Where the system offers no window or no graphics.
pub fn run(start: Start) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../assets/icon/gangmu-256.png"))
        .map_err(|error| error.to_string())?;
    let library = Library::of_user();
    let layout = library.as_ref().map(Library::layout).unwrap_or_default();
    let options = eframe::NativeOptions {
        viewport: placement::opened(layout)
            .with_app_id("io.github.gangmu.Gangmu")
            .with_title("Gangmu 綱目")
            .with_icon(icon),
        ..Default::default()
    };
    let create = move |cc: &eframe::CreationContext<'_>| {
        input_method::install(cc);
        let app = App::new(&cc.egui_ctx, start, library, Arc::new(SystemDialogs));
        if let Some(window) = cc.winit_window() {
            placement::fit(window, layout);
        }
        Ok(Box::new(app.on(&cc.egui_ctx, Arc::new(SystemDesktop::default()))) as Box<dyn eframe::App>)
    };
    eframe::run_native("gangmu", options, Box::new(create)).map_err(|error| reason(&error))
}

/// Why there is no window, on one line. The toolkit names its own source files, which say nothing to a reader.
fn reason(error: &eframe::Error) -> String {
    let words = error.to_string();
    words.rsplit(".rs:").next().map_or_else(String::new, |rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':').trim().to_owned()
    })
}

impl App {
    /// The application in `ctx`, remembering in `library`.
    pub fn new(
        ctx: &egui::Context,
        start: Start,
        library: Option<Library>,
        picker: Arc<dyn FilePicker>,
    ) -> Self {
        let (settings, state, told) = library.as_ref().map(Library::load).unwrap_or_default();
        let mut session = Session::new(settings, state);
        session.home = crate::session::library::home();
        session.lang_now = start.lang;
        let (words, of_words) = library.as_ref().map(Library::load_words).unwrap_or_default();
        session.own_words = words;
        for kind in told.into_iter().chain(of_words) {
            session.notices.say(kind);
        }
        let maximized = session.state.layout.maximized;
        theme::install(ctx);
        let fonts_of = sync::set_fonts(ctx, &session);
        let waker = ctx.clone();
        let jobs = Jobs::new(library, Arc::new(move || waker.request_repaint()));
        let mut app = Self {
            session,
            jobs,
            picker,
            desktop: Arc::new(NoDesktop),
            reader: reader::Reader::default(),
            outline: outline::OutlinePanel::default(),
            doubts: outline::doubts::DoubtsPanel::default(),
            rules: outline::rules_panel::RulesPanel::default(),
            search: search::SearchPanel::default(),
            review: review::ReviewPanel::default(),
            finder: finder::FinderBox::default(),
            file_chooser: file_chooser::FileChooserBox::default(),
            had_focus: false,
            looked: 0.0,
            fonts_of,
            look: None,
            scheme_asked: false,
            title: String::new(),
            words: script::words_panel::WordsPanel::default(),
            panel_focus: PanelFocus::default(),
            until_maximized: maximized.then_some(placement::FRAMES_TO_MAXIMIZED),
            text_rect: egui::Rect::NOTHING,
            resting_pointer: None,
            paste_asked: None,
            resting: (0.0, None),
            kept: None,
        };
        if let Some(source) = start.source.or_else(|| app.first_document()) {
            app.take(ctx, Message::Opening(OpeningMessage::OpenIn(source, start.encoding)));
        }
        app.take(ctx, Message::Opening(OpeningMessage::Later(start.more)));
        app
    }

    /// The same on a desktop that has something to offer.
    #[must_use]
    pub fn on(mut self, ctx: &egui::Context, desktop: Arc<dyn Desktop>) -> Self {
        self.desktop = desktop;
        self.take(ctx, Message::Appearance(AppearanceMessage::LookForTypefaces));
        self
    }

    /// What is open and what the reader is doing.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What to show where no document was named.
    fn first_document(&self) -> Option<Source> {
        let state = &self.session.state;
        if !state.started {
            return Some(Source::Sample);
        }
        state.recents.first().filter(|_| state.reopen).map(|recent| Source::Path(recent.path.clone()))
    }

    fn take(&mut self, ctx: &egui::Context, message: Message) {
        if self.uncovers_outline(ctx, &message) {
            return;
        }
        for effect in self.session.update(message) {
            self.perform(ctx, effect);
        }
        // At once: from the next frame on the text is measured by them.
        let wanted = (self.session.lang(), self.session.typefaces.serial);
        if self.fonts_of != wanted {
            self.fonts_of = sync::set_fonts(ctx, &self.session);
        }
    }

    fn ask_target(&self, question: Question) {
        let title = messages::export::w(self.session.lang(), messages::export::Words::Title);
        dialogs::ask(&self.jobs, &self.picker, title, question);
    }

    fn perform(&mut self, ctx: &egui::Context, effect: Effect) {
        let lang = self.session.lang();
        match effect {
            Effect::Run(job) => self.jobs.run(job),
            Effect::PickFile => {
                let title = messages::action(lang, Action::Open).trim_end_matches('…');
                dialogs::ask(&self.jobs, &self.picker, title, Question::Open);
            }
            Effect::PickTarget(path) => self.ask_target(Question::Target(path)),
            Effect::PickFolder(path) => self.ask_target(Question::Folder(path)),
            Effect::Reveal(path, how) => desktop::reveal(&self.jobs, &self.desktop, (path, how)),
            Effect::PickOwnWords => {
                let title = messages::script::own_words::w(lang, messages::script::own_words::Words::Import);
                dialogs::ask(&self.jobs, &self.picker, title, Question::OwnWords);
            }
            Effect::PickConfig => {
                let title = messages::action(lang, Action::ToggleOwnConfig).trim_end_matches('…');
                dialogs::ask(&self.jobs, &self.picker, title, Question::Config);
            }
            Effect::PickOwnWordsTarget(path) => {
                let title = messages::script::own_words::w(lang, messages::script::own_words::Words::Export);
                dialogs::ask(&self.jobs, &self.picker, title, Question::OwnWordsTarget(path));
            }
            Effect::RequestPaste => {
                self.paste_asked = Some(ctx.input(|input| input.time));
                ctx.request_repaint_after(input::PASTE_COMES);
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            Effect::Copy(copied) => desktop::copy(ctx, &*self.desktop, copied),
            Effect::Print(path) => desktop::print(&self.jobs, &self.desktop, path),
            Effect::Offer(text) => ctx.send_cmd(egui::OutputCommand::TextSelectionSettled(text)),
            Effect::FullScreen(on) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on)),
            Effect::FindTypefaces(wanted) => desktop::find_typefaces(&self.jobs, &self.desktop, wanted),
            Effect::FocusSearch => self.search.focus = true,
            Effect::FocusPanel => self.panel_focus = PanelFocus::Asked,
            Effect::FocusText => ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            }),
            Effect::FocusFilter => self.outline.focus_filter = true,
            Effect::FocusOutline => self.outline.focus_rows = true,
            Effect::OpenMenu => top_bar::toggle_menu(ctx),
            Effect::Rename(id) => self.outline.rename(id, &self.session),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn panels(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) {
        let session = &self.session;
        let palette = theme::palette(ui);
        let bar = |margin| Frame::new().fill(palette.panel).inner_margin(margin);
        if session.screen.only_text && self.only_text(ui, out) {
            return;
        }
        let session = &self.session;
        Panel::top("top bar")
            .exact_size(48.0)
            .resizable(false)
            .frame(bar(Margin::symmetric(10, 0)))
            .show(ui, |ui| top_bar::ui(ui, session, out));
        if let Some(loading) = &session.loading {
            Panel::top("loading")
                .exact_size(40.0)
                .resizable(false)
                .frame(bar(Margin::symmetric(14, 0)))
                .show(ui, |ui| empty_state::loading(ui, session, loading, out));
        }
        if let Some(exporting) = session.exporting.as_ref().filter(|_| session.export_form().is_none()) {
            Panel::top("exporting")
                .exact_size(40.0)
                .resizable(false)
                .frame(bar(Margin::symmetric(14, 0)))
                .show(ui, |ui| export::exporting_ui(ui, session, exporting, out));
        }
        let Some(open) = &session.open else {
            notices::below_start_page(ui, session, out);
            egui::CentralPanel::no_frame().show(ui, |ui| empty_state::ui(ui, session, out));
            return;
        };
        Panel::bottom("status bar")
            .exact_size(28.0)
            .resizable(false)
            .frame(bar(Margin::symmetric(14, 0)))
            .show(ui, |ui| status_bar::ui(ui, session, open));
        let outline = session.settings.outline_shown && !self.covers_outline(ui.ctx());
        let outline = outline.then(|| {
            let width = placement::outline_width(ui, session.state.layout);
            let panel = Panel::left("outline").exact_size(width).resizable(false);
            let panel = panel.frame(bar(Margin::symmetric(10, 4)));
            panel.show(ui, |ui| self.outline.ui(ui, session, open, out)).response.rect
        });
        self.text_and_panel(ui, out, Self::column);
        if let Some(rect) = outline {
            placement::outline_edge(ui, rect, &self.session, out);
        }
    }

    /// The reading column, below the headings that lead to it.
    fn column(&mut self, ui: &mut egui::Ui, out: &mut Vec<Message>) {
        let session = &self.session;
        let Some(open) = &session.open else { return };
        let (paper, panel) = (theme::palette(ui).paper, theme::palette(ui).panel);
        if *open.source() == Source::Sample && !session.hints_hidden {
            Panel::top("hints")
                .resizable(false)
                .frame(Frame::new().fill(panel).inner_margin(Margin::symmetric(16, 6)))
                .show(ui, |ui| sample_guide::ui(ui, session, out));
        }
        Panel::top("breadcrumb")
            .exact_size(30.0)
            .resizable(false)
            .frame(Frame::new().fill(paper).inner_margin(Margin::symmetric(16, 0)))
            .show(ui, |ui| breadcrumb::ui(ui, session, open, self.outline.titles(open), out));
        egui::CentralPanel::no_frame().show(ui, |ui| self.reader.ui(ui, session, open, out));
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.rest_pointer(ctx, &mut input.events);
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_input(ctx);
        self.guard_closing(ctx);
        self.sync_window(ctx);
        self.keep_place(ctx);
        self.note_layout(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let mut out = Vec::new();
        // Where the scale is no whole number, a hair's breadth between two panels shows what is below them.
        let rect = ui.ctx().content_rect();
        ui.painter().rect_filled(rect, 0.0, theme::palette(ui).line);
        self.panels(ui, &mut out);
        self.over_all(ui.ctx(), &mut out);
        if self.session.open.is_some() {
            notices::over_text(ui, &self.session, self.text_rect, &mut out);
        }
        self.drop_hint(ui);
        if !out.is_empty() {
            ui.ctx().request_repaint();
        }
        let ctx = ui.ctx().clone();
        for message in out {
            self.take(&ctx, message);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let state = Record::State(self.session.state.clone());
        let records = self.session.remembered_place().into_iter().chain([state]).collect();
        for error in self.jobs.leave(records) {
            // There is no window left to say it in.
            crate::messages::to_stderr(&error);
        }
    }
}
