//! Plain text: every heading and every paragraph on a line of its own, blank lines between them.

use super::{Item, Piece};

/// The pieces as plain text.
pub(super) fn render<'a>(pieces: impl Iterator<Item = Piece<'a>>) -> String {
    let mut out = String::new();
    for piece in pieces {
        let text = match &piece {
            Piece::Heading(heading) => &heading.text.text,
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => &text.text,
            // They come in lines.
            Piece::Table(_) | Piece::Note(_) => continue,
        };
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(text);
        out.push('\n');
    }
    out
}
