//! Folding the outline: one section, all below it, or everything below a level.

use crate::outline::SectionId;
use crate::session::OpenDocument;

pub(in crate::session) fn fold(open: &mut OpenDocument, id: SectionId, deep: bool) {
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
pub(in crate::session) fn fold_to(open: &mut OpenDocument, level: u8) {
    open.fold_serial += 1;
    let outline = open.document.outline();
    open.folded = outline
        .ids()
        .filter(|id| outline.has_children(*id))
        .filter(|id| outline.get(*id).is_some_and(|section| section.level >= level))
        .collect();
}
