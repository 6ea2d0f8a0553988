//! What several features need for their tests.

use std::path::PathBuf;

use gangmu::decode::Decoded;
use gangmu::document::Document;
use gangmu::outline::{Outline, Section, SectionId};
use gangmu::session::Library;
use gangmu::session::files::FileErrorKind;
use gangmu::session::library::Record;
use gangmu::text::SourceRange;
use tempfile::TempDir;

/// A document of `text` with an outline made by hand: level, marker and title of each heading, in the order in
/// which they stand in the text. A title that has the marker in it is the whole line of a part.
pub(crate) fn document(text: &str, headings: &[(u8, &str, &str)]) -> Document {
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<(u8, SectionId)> = Vec::new();
    let mut from = 0;
    for (index, (level, marker, title)) in headings.iter().enumerate() {
        let find = |what: &str, from: usize| from + text.get(from..).unwrap().find(what).unwrap();
        let whole_line = !marker.is_empty() && title.contains(marker);
        let marker_start = find(marker, from);
        let title_start = find(title, if whole_line { from } else { marker_start + marker.len() });
        let end = (title_start + title.len()).max(marker_start + marker.len());
        let closed = text.get(end..).unwrap().strip_prefix(['。', '：', ':']);
        open.retain(|(above, _)| above < level);
        sections.push(Section {
            level: *level,
            parent: open.last().map(|(_, id)| *id),
            marker: SourceRange::new(marker_start, marker_start + marker.len()),
            title: SourceRange::new(title_start, title_start + title.len()),
            body: SourceRange::new(0, closed.map_or(end, |rest| text.len() - rest.len())).end,
            span: SourceRange::new(marker_start.min(title_start), text.len()),
            confidence: 1.0,
        });
        open.push((*level, SectionId::new(index)));
        from = end;
    }
    for index in 0..sections.len() {
        let (level, start) = (sections[index].level, sections[index].span.start);
        for above in sections[..index].iter_mut().filter(|above| above.level >= level) {
            above.span.end = above.span.end.min(start);
        }
    }
    let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8", ..Decoded::default() };
    Document::from_decoded(decoded).with_outline(Outline::new(sections))
}

/// A folder that goes away with the test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// The path of `name` in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file into it.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, bytes.as_ref()))
            .unwrap();
        path
    }

    /// The names of all that is in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Writes a file that a test needs; a test may do without atomicity.
#[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
pub(crate) fn write(path: impl AsRef<std::path::Path>, bytes: impl AsRef<[u8]>) {
    std::fs::write(path, bytes).unwrap();
}

/// Writes `record` down while jobs of a window may be writing too, or a process that another test starts holds what this one
/// has open; tells what was set aside for it.
pub(crate) fn keep(library: &Library, record: &Record) -> Option<std::path::PathBuf> {
    loop {
        match library.save(record) {
            Ok(aside) => return aside,
            Err(error) => assert!(matches!(error.kind, FileErrorKind::Busy), "{error}"),
        }
        std::thread::yield_now();
    }
}
