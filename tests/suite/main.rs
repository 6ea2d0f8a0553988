//! Behaviour tests: one binary, a module for each feature.
#![expect(clippy::unwrap_used, clippy::format_collect, reason = "a test stops where it goes wrong")]

#[cfg(feature = "window")]
mod appearance;
#[cfg(feature = "window")]
mod careful;
mod cli;
#[cfg(feature = "window")]
mod compare;
#[cfg(feature = "window")]
mod converted;
#[cfg(feature = "window")]
mod correcting;
mod damaged;
mod decode;
#[cfg(feature = "opencc")]
mod detecting;
mod edit;
mod export;
#[cfg(feature = "window")]
mod export_panel;
mod exporting;
#[cfg(feature = "opencc")]
mod fast;
mod fast_embedded;
#[cfg(feature = "window")]
mod file_chooser;
#[cfg(feature = "window")]
mod finding;
mod import_hostile;
mod import_opendocument;
mod import_word;
mod import_word_back;
mod importing;
mod kept;
mod layers;
mod linear;
mod linkage;
#[cfg(feature = "window")]
mod looks;
mod messages;
mod nothing_half;
mod offsets;
mod opening;
mod opening_jobs;
#[cfg(feature = "window")]
mod opening_window;
mod outline;
mod outline_evidence;
mod outline_forms;
mod outline_progress;
mod outline_robust;
mod outline_sample_forms;
#[cfg(feature = "window")]
mod overview;
#[cfg(feature = "opencc")]
mod own_config;
mod own_words;
mod papers;
mod picks;
#[cfg(feature = "window")]
mod pointing;
mod points;
mod preserving;
mod punctuation;
mod quoted;
#[cfg(all(feature = "window", target_os = "linux"))]
mod real_window;
mod reference;
#[cfg(feature = "window")]
mod remembered;
mod renumber;
mod review;
#[cfg(feature = "window")]
mod review_panel;
mod samples;
#[cfg(feature = "opencc")]
mod script;
#[cfg(feature = "opencc")]
mod script_trap;
mod search;
mod search_shown;
#[cfg(feature = "window")]
mod selecting;
#[cfg(feature = "window")]
mod side_panel;
mod support;
#[cfg(feature = "window")]
mod switching;
mod terminal;
mod texts;
mod ticking;
mod traps;
#[cfg(feature = "window")]
mod two_columns;
mod two_windows;
#[cfg(feature = "window")]
mod typefaces;
#[cfg(feature = "window")]
mod vertical;
#[cfg(feature = "window")]
mod wide_tables;
#[cfg(feature = "window")]
mod window;
#[cfg(feature = "window")]
mod words_panel;
mod written;
