//! Every word that the program says, in each of its languages: whole by construction, since each table asks for all of
//! them. Short texts end without a full stop; `…` stands where more will be asked.
//!
//! `errors` is what window and command line share, `command_line` what that says alone, and `window` has a file for each
//! feature, called as in the session and in the window. All is reached through this door.

use crate::lang::Lang;

pub(crate) mod command_line;
mod errors;
#[cfg(feature = "window")]
mod window;

pub use errors::{convert_error, export_error, file_error, mistake, not_written, remark, to_stderr};
#[cfg(feature = "window")]
pub(crate) use window::*;

/// A text in each language, in the order of [`Lang::ALL`]: simplified, traditional, English.
type Texts = [&'static str; Lang::ALL.len()];

/// The one of `texts` that is in `lang`.
const fn pick(lang: Lang, texts: Texts) -> &'static str {
    texts[lang as usize]
}
