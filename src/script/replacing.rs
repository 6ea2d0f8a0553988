//! Parts of a text that others take the place of, and where what is known of it stands then.

use std::borrow::Cow;
use std::ops::Range;

use super::Piece;

/// Bytes of a text, and what is put in their place.
pub type Replacement<'a> = (Range<usize>, Cow<'a, str>);

/// Moves `parts` of a text to where they stand once `replacements` are put in. A part that begins or ends within one
/// has all of what is put there.
pub(super) fn move_parts(parts: &mut [Range<usize>], replacements: &[Replacement<'_>]) {
    // How far what stands behind each replacement has moved: so much was added, and so much taken.
    let mut moved = vec![(0, 0)];
    let (mut added, mut taken) = (0, 0);
    for (bytes, form) in replacements {
        (added, taken) = (added + form.len(), taken + bytes.len());
        moved.push((added, taken));
    }
    let place = |at: usize, is_end: bool| {
        let before = replacements.partition_point(|(bytes, _)| bytes.end <= at);
        let (added, taken) = moved.get(before).copied().unwrap_or_default();
        match replacements.get(before).filter(|(bytes, _)| bytes.start < at) {
            Some((bytes, form)) => bytes.start + added - taken + if is_end { form.len() } else { 0 },
            None => at + added - taken,
        }
    };
    for part in parts {
        *part = place(part.start, false)..place(part.end, true);
    }
}

/// Moves `readings` of a text to where they stand once `replacements`, none of which has one in it, are put in.
pub(super) fn move_along(readings: &mut [(usize, char)], replacements: &[Replacement<'_>]) {
    let mut replacements = replacements.iter().peekable();
    let (mut added, mut taken) = (0, 0);
    for (at, _) in readings {
        while let Some((bytes, form)) = replacements.next_if(|(bytes, _)| bytes.end <= *at) {
            added += form.len();
            taken += bytes.len();
        }
        *at = *at + added - taken;
    }
}

/// `text` with `replacements`, which ascend, put in; and what of it became what.
pub(super) fn replace(text: &str, replacements: &[Replacement<'_>]) -> (String, Vec<Piece>) {
    let (mut out, mut pieces, mut from) = (String::with_capacity(text.len()), Vec::new(), 0);
    for (bytes, form) in replacements {
        let before = bytes.start.saturating_sub(from);
        out.push_str(text.get(from..bytes.start).unwrap_or_default());
        out.push_str(form);
        pieces.push(Piece { source: before, view: before, same: true });
        pieces.push(Piece { source: bytes.len(), view: form.len(), same: false });
        from = bytes.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    let rest = text.len() - from;
    pieces.push(Piece { source: rest, view: rest, same: true });
    pieces.retain(|piece| piece.source + piece.view > 0);
    (out, pieces)
}
