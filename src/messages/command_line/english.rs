//! The command line in English.

use super::Message;
use crate::export::SelectionError;
use crate::lang::Lang;
use crate::messages::errors::{mistake as mistake_in, shown};

/// The message in English.
pub(super) fn say(message: Message<'_>) -> String {
    let shown = |path| shown(path, "standard input");
    match message {
        Message::Exists(path) => format!("{}: exists already; --force replaces it", shown(path)),
        Message::Empty(path) => format!("{} is empty", shown(path)),
        Message::Selection(error) => selection(error),
        Message::NotFound(path, words) => format!("“{words}” is not in {}", shown(path)),
        Message::NoProfile(name, []) => {
            format!("there is no profile “{name}”; profiles are kept in the window's export panel")
        }
        Message::NoProfile(name, known) => {
            format!("there is no profile “{name}”; there are: {}", known.join(", "))
        }
        Message::Output(error) => format!("standard output cannot be written: {error}"),
        Message::Binary(path) => format!("warning: {} does not look like a text", shown(path)),
        Message::Lossy(path, encoding) => {
            format!("warning: {} holds bytes that {encoding} does not know; try --encoding", shown(path))
        }
        Message::Nuls(path, count) => format!("warning: {count} NUL characters of {} left out", shown(path)),
        Message::Remark(path, remark) => format!("warning: {}: {remark}", shown(path)),
        Message::GivenUp(path) => {
            format!(
                "warning: {} has far too many numbers or lines for an outline, none was made",
                shown(path)
            )
        }
        Message::Unclear(path) => {
            format!("warning: the script of {} is not clear, nothing converted; try --from", shown(path))
        }
        Message::Lost(path, count) => {
            format!("warning: {count} decisions kept for {} found no place in it", shown(path))
        }
        Message::SetAside(path) => {
            format!("warning: a remembered file could not be understood, it is kept as {}", shown(path))
        }
        Message::Mistake(path, mistake) => {
            format!("warning: {}, {}", shown(path), mistake_in(Lang::En, mistake))
        }
        Message::MoreMistakes(path, count) => {
            format!("warning: {}, {count} more lines are no entries", shown(path))
        }
        Message::NoDisplay(why) => format!("the window cannot be opened: {why}"),
        Message::NoWindow => "this program was built without a window; see gangmu --help".to_owned(),
    }
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::Empty => "--sections names no section".to_owned(),
        SelectionError::Malformed { part } => {
            format!("--sections: “{part}” is no address (write 3, 3.2, 4-6, 3.2#1 or 0)")
        }
        SelectionError::Unknown { part } => {
            format!("--sections: there is nothing at {part}; gangmu outline --kind all lists all addresses")
        }
        SelectionError::NotSiblings { part } => {
            format!("--sections: {part} is no ascending range under one heading")
        }
    }
}
