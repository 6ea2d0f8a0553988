//! Recent files: each with its folder, and whether it is gone.

use std::path::Path;

use egui::{self, Button, RichText, Ui, accesskit::Role};

use crate::messages::opening::{Words, w};
use crate::session::{Message, OpeningMessage, Recent, Session, Source};
use crate::ui::appearance::theme;

/// A folder is cut to this many characters, from its start.
const LONGEST: usize = 34;

/// Draws a recent file, at least so `wide` in points; tells whether it was clicked.
pub(crate) fn ui(
    ui: &mut Ui,
    session: &Session,
    (recent, wide): (&Recent, f32),
    out: &mut Vec<Message>,
) -> bool {
    let missing = session.is_missing(&recent.path);
    let gone = w(session.lang(), Words::Missing);
    let name = recent.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder =
        recent.path.parent().map(|folder| short(folder, session.home.as_deref())).unwrap_or_default();
    let label = if missing { format!("{name}, {gone}") } else { name.clone() };
    let end = if missing { gone.to_owned() } else { folder };
    let words =
        if missing { RichText::new(name).color(theme::palette(ui).muted) } else { RichText::new(name) };
    let button = Button::new(words).frame_when_inactive(false).shortcut_text(end).truncate();
    let button = button.min_size(egui::vec2(wide, 0.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &label));
    let clicked = response.on_hover_text(recent.path.to_string_lossy()).clicked();
    if clicked {
        out.push(Message::Opening(OpeningMessage::Open(Source::Path(recent.path.clone()))));
    }
    clicked
}

/// The button that forgets them all.
pub(crate) fn clear_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Message>) {
    let words = RichText::new(w(session.lang(), Words::ClearRecents)).small();
    if ui.add(Button::new(words.color(theme::palette(ui).muted)).frame_when_inactive(false)).clicked() {
        out.push(Message::Opening(OpeningMessage::ClearRecents));
    }
}

/// `folder` in few characters: `~` for the reader's home, and the end of what is too long.
fn short(folder: &Path, home: Option<&Path>) -> String {
    let below = home.and_then(|home| folder.strip_prefix(home).ok());
    let whole = below.map_or(folder.to_path_buf(), |below| Path::new("~").join(below));
    let whole = whole.to_string_lossy();
    match whole.chars().count().checked_sub(LONGEST) {
        Some(over) if over > 0 => format!("…{}", whole.chars().skip(over).collect::<String>()),
        _ => whole.trim_end_matches('/').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_told_in_few_characters() {
        let home = Some(Path::new("/home/li"));
        assert_eq!(short(Path::new("/home/li/文件"), home), "~/文件");
        assert_eq!(short(Path::new("/home/li"), home), "~");
        assert_eq!(short(Path::new("/srv/文件"), home), "/srv/文件");
        let long = short(Path::new(&format!("/srv/{}/二〇二六", "很長的名字".repeat(9))), home);
        assert!(long.starts_with('…') && long.ends_with("/二〇二六") && long.chars().count() == LONGEST + 1);
    }
}
