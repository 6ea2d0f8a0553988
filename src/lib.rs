//! Gangmu 綱目, a reader for Chinese documents.
//!
//! *綱舉目張: lift the head-rope and every mesh of the net opens.* A long plain text has a head-rope, its
//! numbered sections; Gangmu finds it, shows the text in the script the reader likes, and hands out the sections
//! that were ticked.
//!
//! # The rings
//! The modules below are in the order of the data's way through them, and each names only those above it; a test reads
//! the sources and asserts it, and that no two modules name each other in a circle.
//!
//! - Core, pure functions on values: [`text`] → [`decode`] → [`import`] → [`block`] → [`outline`], [`script`] →
//!   [`document`] → [`search`], [`export`]; beside them [`progress`], [`fonts`], [`typeset`], [`lang`] and [`settings`].
//! - [`session`]: what is open and what the reader is doing. A feature is one folder: `opening`, `reading`, `outline`,
//!   `script`, `review`, `search`, `export`, `appearance`, `library`, `finder` (the box for going to a heading or giving a
//!   command by name), `file_chooser` (the program's own dialog of files, where the desktop has none). In it lie, as far
//!   as it has them, its state, what its panel says (`message.rs`), what its jobs do and report (`job.rs`, `done.rs`) and
//!   what all of that changes (`update.rs`). Files are touched in `session/files` alone (written in one step or not at
//!   all: `files/writing.rs`), threads started in `session/jobs`, other processes in `session/opening`;
//!   `tests/suite/layers.rs` lists the exceptions. A [`session::OpenDocument`] is made of
//!   the features' parts: its content (`opening`), the reader's position (`reading`), the state of the outline
//!   (`outline`), the shown script (`script`) and the picks (`review`); each keeps what holds of it and is changed by its
//!   methods alone.
//! - [`messages`]: every word that the program says, in all of its languages: `errors` for both shells, `command_line`,
//!   and `window` with a file for each feature, called as in `session` and `ui`. Single sentences only: what is put
//!   together of several is so in `ui`, in the file of the same name (why a section is doubtful: `ui/outline/doubts.rs`).
//! - Shells: [`ui`], the only one that knows the toolkit, by feature too (`reader` shows what `session/reading` keeps;
//!   `shell` is the window's frame: bars, menus, keys, notices, dialogs, start page, clipboard; all colours are in
//!   `appearance/theme.rs`), and [`cli`], its headless twin, one file a verb.
//!
//! # The way of a document
//! Bytes → [`import::import`] (text with hints; [`decode`] tells the encoding of plain text, [`import::Format`] the format; `session/opening/worker.rs` does it in a process of its own for all but
//! plain text and Markdown, within its limits of memory and time; `import/word` and its like read, the numbers that
//! Word counts among it (`import/word/numbering.rs`), `import/flow` writes text and hints) → [`document::Document::of_import`] (paragraphs, script) → [`document::Document::infer`]
//! (sections and points; in the window by the job in `session/outline/job.rs`) → the reader's corrections ([`outline::edit`]) → blocks for reading. Every position is a byte
//! of the decoded text; only [`script::ScriptView`] knows others.
//!
//! Inference in four steps: markers that may number a section (`outline/scan.rs`, `outline/marker.rs`) → how they nest
//! (`outline/sequence.rs`, its costs in `sequence/cost.rs`) → which groups are lists (`outline/group.rs`) and which
//! levels have to move (`outline/reading.rs`) → titles, spans, confidence (`outline/infer.rs`).
//!
//! # The way of a message
//! A panel draws from `&Session` and pushes a [`session::Message`], which wraps the message of a feature (an
//! [`session::OutlineMessage`], a [`session::ReadingMessage`] …); after the last panel [`session::Session::update`] hands
//! it to that feature, which changes the session and returns [`session::Effect`]s; the shell performs them. A job is such
//! an effect, and what it reports comes back as a [`session::Done`], by feature too. What can be asked for by menu or key
//! is a [`session::Action`]; `session/action/act.rs` hands it to its feature.
//!
//! A click or a drag in the text becomes an offset of the source in `ui/reader/select.rs`, on the way back of what
//! `ui/reader/block_layout.rs` laid out. What a notice is and which ask for something `session/notice.rs` says; that one
//! has been seen long enough, and how it goes away, `ui/shell/notices.rs`. All that is copied is one [`session::Effect`].
//! Escape closes one thing at a time, in the order of `session/escape.rs`, once no field or menu had a use for it
//! (`ui/shell/input.rs`).
//!
//! What is to be kept goes the same way: a correction, a tick, a pick changes its part of the document's state, and
//! `Session::keep` in `session/update.rs` hands all of it to `Job::Save`; `session/library/writer.rs` orders what waits, and `Library::put` in
//! `session/library.rs` writes it.
//!
//! # Where to add something
//! | what | where |
//! |---|---|
//! | a format that can be opened | [`import::Format`] with how it is told and its extensions, how its content is told in `import/package.rs` or `import/markup.rs`, a folder beside `import/word` |
//! | an export format | [`export::Format`], a file beside `export/markdown.rs`, its name in `messages/window/export.rs`; the panel and `--format` offer whatever there is; what its preview shows (`export/preview.rs`) and which options it has (`session/export/form.rs`) |
//! | an action | [`session::Action`]; then the compiler asks for its place in the list (`session/action/all.rs`) and for what it does (`session/action/act.rs`), tests for its name (`messages/window/action.rs`) and its place in the menu (`ui/shell/menu.rs`). Its keys, if it has some: `ui/shell/shortcuts.rs`. When it can be done: [`session::Session::is_enabled`] in `session/action.rs`, `session/action/possible.rs` |
//! | a setting that is on or off | [`settings::Settings`] and [`session::Toggle`]; the rest as for an action |
//! | a word or a bracket that numbers headings | `UNITS` in `outline/marker/unit.rs`, nouns in `outline/marker/noun.rs`, brackets in `outline/marker/bracket.rs`; a row in the table and in the cases of `outline/marker.rs` |
//! | a style of markers | [`outline::Style`], the table of `outline/marker.rs`, a case in `tests/fixtures/outline`; the compiler asks for an example of it (`messages/window/outline/doubts.rs`) and its name (`cli/evidence.rs`) |
//! | a trait that tells headings from lists | `outline/group/traits.rs`, a row in `outline/weights.rs`, then `make fit` |
//! | something that the reader can do in a panel | the message of its feature: `session/outline/message.rs` and the like; what its job reports: `session/outline/done.rs` and the like |
//! | a sentence | the file of its feature in `messages/window`; `tests/suite/messages.rs` reads it |
//! | a language | a row in the table of `lang.rs`: its tag, locales, name, script and marks. Then the compiler names every text that it has not yet: a column of each row of texts, an arm of each `match`, and a file beside `messages/errors/english.rs` and beside `messages/command_line/english.rs` |
//! | something that is kept for a document | [`session::library::DocumentState`] in `session/library/remembered.rs` |
//!
//! # Words
//! | word | meaning |
//! |---|---|
//! | section | a node of the outline: it starts a block and has a heading |
//! | point | a numbered part inside a paragraph: 一是…，二是… |
//! | marker | the number that a heading begins or ends with, with its marks: （一） |
//! | candidate | a marker that may number a section |
//! | run-in heading | a heading with its text in the same paragraph |
//! | glued heading | a run-in heading with nothing between it and the text |
//! | block | what is laid out at once: a paragraph, cut where sections start |
//! | hint | what a format says of its text: heading, table, note, image, link, furniture |
//! | furniture | text that is not the author's: menus around a web page, running heads, page numbers |
//! | source, view | the decoded text, and what is shown of it in a script |
//! | scar | a character that an earlier conversion got wrong |
//! | pick | the reading that the reader chose at a place |
//! | mend | what the reader, or an own word, puts in the place of a scar |
//! | presentation | what a text is shown through: its mends, its converter, the picked readings |
//! | own word | an entry of the reader's own dictionary |
//! | find, hit | what the review found; what the search found |
//! | careful | of a conversion: by words and what stands around them, and not by the dictionaries' phrases alone |
//! | tick | a section or point that is to be exported |
//! | fold | to hide what is below a section, a group of finds, or furniture, until it is unfolded |
//! | folded text | text in which script, width and case make no difference: what is searched (Unicode's case folding) |
//! | notice | a sentence that the window tells the reader |
//! | message, done, action, effect | what happened; what a job reported; what the reader can ask for by name; what the shell has to do |

pub mod text;

pub mod progress;

pub mod decode;

pub mod import;

pub mod block;

pub mod outline;

pub mod script;

pub mod document;

pub mod fonts;

pub mod typeset;

pub mod search;

pub mod export;

pub mod lang;

pub mod settings;

pub mod session;

pub mod messages;

#[cfg(feature = "window")]
pub mod ui;

pub mod cli;
