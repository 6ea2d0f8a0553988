//! Pages while they are filled.

use std::num::{NonZeroU16, NonZeroU32};
use std::rc::Rc;

use krilla::Document;
use krilla::error::KrillaError;
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Tag, TagGroup, TagKind, TagTree};

use super::super::Language;
use super::super::page::{Mark, Page};
use super::super::paper::{Paragraph, Role};
use super::bookmarks::Bookmarks;
use super::draw;
use super::faces::{Faces, Family, RISE};
use super::marks;
use super::set::{Composed, HAIR, Placed};
use super::sheet::Sheet;
use crate::typeset::Orientation;

/// Size of the running title and of page numbers, in points: of a book, and 4号 of an official paper.
const SMALL: (f32, f32) = (9.0, 14.0);
/// How far the number of an official paper is below the type: 7 mm.
const NUMBER_BELOW: f32 = 7.0 * 72.0 / 25.4;
/// How far the running title and the number of a book are from the type.
const RUNNING_APART: f32 = 30.0;

/// A part of a line that is to be drawn.
struct Part {
    /// Which group of the structure it belongs to, counted from the first that is not finished.
    group: usize,
    text: Rc<str>,
    placed: Vec<Placed>,
    size: f32,
    across: f32,
    thick: f32,
}

/// Pages while they are filled.
pub(super) struct Pages<'a> {
    document: Document,
    sheet: Sheet,
    faces: Faces<'a>,
    title: &'a str,
    bookmarks: Bookmarks,
    structure: TagTree,
    /// Paragraphs and headings that have parts on the page.
    groups: Vec<TagGroup>,
    parts: Vec<Part>,
    /// 0-based index of the page.
    page: usize,
    /// How much of the page is taken, in points across the lines.
    taken: f32,
    /// What stands on the first page, where that is asked for.
    first: Option<Vec<Mark>>,
}

impl<'a> Pages<'a> {
    pub(super) fn new(document: Document, sheet: Sheet, faces: Faces<'a>, title: &'a str) -> Self {
        Self {
            document,
            sheet,
            faces,
            title,
            bookmarks: Bookmarks::default(),
            structure: TagTree::new(),
            groups: Vec::new(),
            parts: Vec::new(),
            page: 0,
            taken: 0.0,
            first: None,
        }
    }

    /// The same, of which the first page is asked for.
    pub(super) fn keeping_first(self) -> Self {
        Self { first: Some(Vec::new()), ..self }
    }

    /// Whether the first page is full.
    pub(super) const fn is_past_first(&self) -> bool {
        self.page > 0
    }

    /// The first page.
    pub(super) fn first(mut self) -> Page {
        if !self.is_past_first() {
            self.draw();
        }
        Page { size: self.sheet.paper, marks: self.first.unwrap_or_default() }
    }

    /// Sets a paragraph behind what is there.
    pub(super) fn add(&mut self, paragraph: &Paragraph<'_>) {
        let text = Composed::new(paragraph, &self.sheet, &self.faces);
        let style = text.style;
        let lines = text.lines(&mut self.faces);
        if self.taken > 0.0 {
            self.taken += style.space.0;
        }
        if !self.has_room(style.line + style.keep) {
            self.turn();
        }
        self.begin(paragraph, &text);
        for line in &lines {
            if !self.has_room(style.line) {
                self.turn();
            }
            let placed = text.placed(&mut self.faces, line);
            let behind = placed.partition_point(|placed| placed.bytes.start < text.heading);
            let (heading, rest) = placed.split_at(behind);
            for (is_rest, placed) in [(false, heading), (true, rest)] {
                if let Some(group) = self.group(is_rest).filter(|_| !placed.is_empty()) {
                    let (size, across, thick) = (style.size, self.taken, style.line);
                    let (text, placed) = (Rc::clone(&text.text), placed.to_vec());
                    self.parts.push(Part { group, text, placed, size, across, thick });
                }
            }
            self.taken += style.line;
        }
        self.taken += style.space.1;
    }

    /// Opens the groups of a paragraph: its heading, if it has one, and its text; and sets its bookmark.
    fn begin(&mut self, paragraph: &Paragraph<'_>, text: &Composed) {
        if let Role::Heading { level, .. } = paragraph.role {
            let heading = text.text.get(..text.heading).unwrap_or_default();
            let number = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
            self.groups.push(TagGroup::new(Tag::Hn(number, Some(heading.to_owned()))));
            let at = if self.sheet.is_vertical {
                (self.sheet.right() - self.taken, self.sheet.origin.1)
            } else {
                (self.sheet.origin.0, self.sheet.origin.1 + self.taken)
            };
            self.bookmarks.add(level, heading, self.page, at);
        }
        self.groups.push(TagGroup::new(TagKind::from(Tag::P)));
    }

    /// The group of the last paragraph's text or heading.
    fn group(&self, is_rest: bool) -> Option<usize> {
        self.groups.len().checked_sub(if is_rest { 1 } else { 2 })
    }

    fn has_room(&self, needed: f32) -> bool {
        self.taken <= 0.0 || self.taken + needed <= self.sheet.extent + HAIR
    }

    /// Draws the page and begins the next one. The last paragraph may go on there.
    fn turn(&mut self) {
        self.draw();
        let done = self.groups.len().saturating_sub(2);
        for group in self.groups.drain(..done) {
            self.structure.push(group);
        }
        self.page += 1;
        self.taken = 0.0;
    }

    fn draw(&mut self) {
        let number = u32::try_from(self.page + 1).ok().and_then(NonZeroU32::new);
        let label = PageLabel::new(Some(NumberingStyle::Arabic), None, number);
        let (width, height) = self.sheet.paper;
        let settings = PageSettings::from_wh(width, height).unwrap_or_default().with_page_label(label);
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        for parts in self.parts.chunk_by(|one, next| one.group == next.group) {
            let id = surface.start_tagged(ContentTag::Other);
            for part in parts {
                let measures = (part.size, part.across, part.thick);
                draw::line(&mut surface, (&self.sheet, &self.faces), (&part.text, &part.placed), measures);
            }
            surface.end_tagged();
            if let Some(group) = parts.first().and_then(|part| self.groups.get_mut(part.group)) {
                group.push(id);
            }
        }
        let rows = running(&self.sheet, &mut self.faces, self.title, self.page + 1);
        for row in &rows {
            row.draw(&mut surface, &self.faces);
        }
        if let Some(first) = self.first.as_mut().filter(|_| self.page == 0) {
            for Part { placed, size, across, thick, .. } in &self.parts {
                first.extend(marks::of_line(&self.sheet, placed, (*size, *across, *thick)));
            }
            first.extend(rows.iter().flat_map(|row| marks::of_row(&row.placed, row.size, row.from)));
        }
        surface.finish();
        page.finish();
        self.parts.clear();
    }

    /// The whole file.
    pub(super) fn finish(mut self, language: Language) -> Result<Vec<u8>, KrillaError> {
        self.draw();
        for group in self.groups.drain(..) {
            self.structure.push(group);
        }
        self.document.set_outline(self.bookmarks.finish());
        self.document.set_tag_tree(self.structure.with_lang(Some(language.tag().to_owned())));
        self.document.finish()
    }
}

/// A row that is no part of the text.
struct Row {
    text: String,
    placed: Vec<Placed>,
    size: f32,
    kind: ArtifactType,
    /// Where it begins on its base line.
    from: (f32, f32),
}

impl Row {
    /// `place` says where the row begins, given its width.
    fn new(
        faces: &mut Faces<'_>,
        (text, size, kind): (String, f32, ArtifactType),
        place: impl FnOnce(f32) -> (f32, f32),
    ) -> Self {
        let mut along = 0.0;
        let mut placed = Vec::new();
        for (at, c) in text.char_indices() {
            let (glyph, bytes) = (faces.glyph(Family::Serif, c), at..at + c.len_utf8());
            placed.push(Placed { glyph, drawn: c, bytes, along, orientation: Orientation::Upright });
            along += glyph.advance * size;
        }
        Self { text, placed, size, kind, from: place(along) }
    }

    fn draw(&self, surface: &mut Surface<'_>, faces: &Faces<'_>) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(self.kind)));
        draw::row(surface, faces, (&self.text, &self.placed), self.size, self.from);
        surface.end_tagged();
    }
}

/// The running title and the number (1-based) of a page.
fn running(sheet: &Sheet, faces: &mut Faces<'_>, title: &str, number: usize) -> Vec<Row> {
    let (left, right) = (sheet.origin.0, sheet.right());
    let centre = |width: f32| f32::midpoint(left, right) - width / 2.0;
    if sheet.is_official {
        let size = SMALL.1;
        let base = sheet.bottom() + NUMBER_BELOW + (RISE - 0.5) * size;
        let text = format!("— {number} —");
        // At the outer edge, one character in.
        let outer = |width: f32| if number % 2 == 1 { right - size - width } else { left + size };
        return vec![Row::new(faces, (text, size, ArtifactType::PageNumber), |width| (outer(width), base))];
    }
    let size = SMALL.0;
    let above = sheet.origin.1 - RUNNING_APART + RISE * size;
    let title = (title.to_owned(), size, ArtifactType::Header);
    let below = sheet.bottom() + RUNNING_APART;
    let number = (number.to_string(), size, ArtifactType::PageNumber);
    vec![
        Row::new(faces, title, |width| (centre(width).max(size), above)),
        Row::new(faces, number, |width| (centre(width), below)),
    ]
}
