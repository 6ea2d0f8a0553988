//! Markdown: its text without its marks; what they say is hints.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Options as Extensions, Parser, Tag, TagEnd};

use super::lines::numbering::Numbering;
use super::lines::{Lines, List, Marks, Weight};
use super::{Format, Hints, Imported, OWN_MARK, Options, Remark, html};
use crate::decode::{self, Decoded};

mod front;
mod habits;

/// What is read beside what all dialects have.
const EXTENSIONS: Extensions = Extensions::ENABLE_TABLES
    .union(Extensions::ENABLE_FOOTNOTES)
    .union(Extensions::ENABLE_STRIKETHROUGH)
    .union(Extensions::ENABLE_TASKLISTS)
    .union(Extensions::ENABLE_HEADING_ATTRIBUTES)
    .union(Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Extensions::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);

/// Reads Markdown. Any text is some.
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Imported {
    let decoded = decode::decode(bytes, options.encoding);
    let (text, hints) = read(&habits::spaced(&decoded.text));
    let images = (!hints.images.is_empty()).then_some(Remark::Images(hints.images.len()));
    let decoded = Decoded { text, ..decoded };
    Imported { decoded, hints, format: Format::Markdown, remarks: images.into_iter().collect() }
}

fn read(source: &str) -> (String, Hints) {
    let mut reader = Reader::default();
    let mut notes: Vec<(CowStr<'_>, Vec<Read<'_>>)> = Vec::new();
    let mut in_note = false;
    for (event, bytes) in Parser::new_ext(source, EXTENSIONS).into_offset_iter() {
        let read = Read { is_closed: is_closed(&event, source.get(bytes).unwrap_or_default()), event };
        match (read, notes.last_mut()) {
            (Read { event: Event::Start(Tag::FootnoteDefinition(name)), .. }, _) => {
                notes.push((name, Vec::new()));
                in_note = true;
            }
            (Read { event: Event::End(TagEnd::FootnoteDefinition), .. }, _) => in_note = false,
            (read, Some((_, events))) if in_note => events.push(read),
            (read, _) => reader.take(read),
        }
    }
    reader.write_notes(notes);
    reader.lines.finish()
}

/// What comes next in the text.
struct Read<'a> {
    event: Event<'a>,
    /// Whether it begins a list whose numbers end with `)`.
    is_closed: bool,
}

/// Whether a list that `event` begins, which is written as `text`, has numbers that end with `)`.
fn is_closed(event: &Event<'_>, text: &str) -> bool {
    matches!(event, Event::Start(Tag::List(Some(_))))
        && text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(')')
}

/// What is known in the midst of the text.
#[derive(Debug, Default)]
struct Reader {
    lines: Lines,
    /// What was gathered of a part that is taken as a whole.
    gathered: Option<String>,
    /// How many images are open: one within the description of another is a part of that.
    depth_of_image: u32,
    /// Whether the row is the head of its table.
    is_head: bool,
    /// Whether what is gathered is the mark that an item gives itself.
    is_mark: bool,
    /// Whether a line of a paragraph has ended, and what comes next has to tell what that means.
    is_broken: bool,
}

impl Reader {
    /// Notes stand at the end, as they are referred to; then those that nothing refers to.
    fn write_notes<'a>(&mut self, notes: Vec<(CowStr<'a>, Vec<Read<'a>>)>) {
        let mut names = HashMap::new();
        for (index, (name, _)) in notes.iter().enumerate() {
            names.entry(name.to_string()).or_insert(index);
        }
        let mut notes: Vec<_> = notes.into_iter().map(|(_, events)| Some(events)).collect();
        let mut next = 0;
        while let Some(key) = self.lines.note_key(next).map(str::to_owned) {
            let events = names.get(&key).and_then(|index| notes.get_mut(*index)?.take());
            self.lines.begin_note(&key);
            events.into_iter().flatten().for_each(|read| self.take(read));
            self.lines.end_note();
            next += 1;
        }
        notes.into_iter().flatten().flatten().for_each(|read| self.take(read));
    }

    fn take(&mut self, Read { event, is_closed }: Read<'_>) {
        if std::mem::take(&mut self.is_broken) {
            match &event {
                Event::Text(text) if habits::is_line(text) => self.lines.hard_break(),
                _ => self.lines.soft_break(),
            }
        }
        match event {
            Event::Start(tag) => self.start(tag, is_closed),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Html(text) => match &mut self.gathered {
                Some(gathered) => gathered.push_str(&text),
                None => html::fragment(&mut self.lines, &text),
            },
            Event::InlineHtml(text) if self.is_mark && &*text == "</span>" => self.end_mark(),
            Event::InlineHtml(text) if self.gathered.is_none() && is_mark(&text) => {
                self.is_mark = true;
                self.gathered = Some(String::new());
            }
            Event::InlineHtml(text) if self.gathered.is_none() => html::fragment(&mut self.lines, &text),
            Event::FootnoteReference(name) => self.lines.refer_to_note(&name),
            Event::SoftBreak if self.gathered.is_none() => self.is_broken = true,
            Event::HardBreak if self.gathered.is_none() => self.lines.hard_break(),
            Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Rule => self.lines.end_line(),
            Event::TaskListMarker(is_done) => self.text(if is_done { "☑ " } else { "☐ " }),
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.gathered {
            Some(gathered) => gathered.push_str(text),
            None => self.lines.literal(text),
        }
    }

    /// Ends the mark that an item gives itself, if one is open; one that is never closed ends with its line.
    fn end_mark(&mut self) {
        if std::mem::take(&mut self.is_mark) {
            let mark = self.gathered.take().unwrap_or_default();
            self.lines.own_mark(&mark);
        }
    }

    fn start(&mut self, tag: Tag<'_>, is_closed: bool) {
        self.end_mark();
        let lines = &mut self.lines;
        match tag {
            Tag::Paragraph | Tag::BlockQuote(_) => lines.end_line(),
            Tag::Heading { level, id, .. } => {
                lines.begin_heading(level as u8);
                if let Some(id) = id {
                    lines.anchor(&format!("#{id}"));
                }
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                lines.end_line();
                self.gathered = Some(String::new());
            }
            Tag::List(first) => lines.begin_list(List {
                marks: match first {
                    Some(_) if is_closed => Marks::Number(Numbering::Closed),
                    Some(_) => Marks::Number(Numbering::Decimal),
                    None => Marks::Bullet,
                },
                next: first.and_then(|first| i64::try_from(first).ok()).unwrap_or(1),
                step: 1,
            }),
            Tag::Item => lines.begin_item(None),
            Tag::Table(_) => lines.begin_table(),
            Tag::TableHead | Tag::TableRow => {
                lines.begin_row();
                self.is_head = matches!(tag, Tag::TableHead);
            }
            Tag::TableCell => lines.begin_cell(1, 1, self.is_head),
            Tag::Emphasis => lines.begin_emphasis(Weight::Italic),
            Tag::Strong => lines.begin_emphasis(Weight::Bold),
            Tag::Link { dest_url, .. } => lines.begin_link(&dest_url),
            Tag::Image { .. } => {
                self.depth_of_image += 1;
                self.gathered.get_or_insert_default();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.end_mark();
        match tag {
            TagEnd::Paragraph | TagEnd::BlockQuote(_) => self.lines.end_line(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::CodeBlock => {
                let code = self.gathered.take().unwrap_or_default();
                self.lines.preformatted(code.trim_end_matches('\n'));
                self.lines.end_line();
            }
            TagEnd::HtmlBlock => {
                let block = self.gathered.take().unwrap_or_default();
                html::fragment(&mut self.lines, &block);
                self.lines.end_line();
            }
            TagEnd::MetadataBlock(_) => {
                let block = self.gathered.take().unwrap_or_default();
                self.lines.hints().title = front::title(&block);
            }
            TagEnd::List(_) => self.lines.end_list(),
            TagEnd::Item => self.lines.end_item(),
            TagEnd::Table => self.lines.end_table(),
            TagEnd::TableHead | TagEnd::TableRow => self.lines.end_row(),
            TagEnd::TableCell => self.lines.end_cell(),
            TagEnd::Emphasis => self.lines.end_emphasis(Weight::Italic),
            TagEnd::Strong => self.lines.end_emphasis(Weight::Bold),
            TagEnd::Link => self.lines.end_link(),
            TagEnd::Image => {
                self.depth_of_image = self.depth_of_image.saturating_sub(1);
                if self.depth_of_image == 0 {
                    let alt = self.gathered.take().unwrap_or_default();
                    self.lines.image(&alt, None, None);
                }
            }
            _ => {}
        }
    }

    /// A heading is a place that links name by its words.
    fn end_heading(&mut self) {
        let (name, range) = self.lines.end_heading();
        if !range.is_empty() {
            self.lines.anchor_at(&format!("#{}", slug(&name)), range.start.get());
        }
    }
}

/// Whether `html` begins the mark that an item gives itself.
fn is_mark(html: &str) -> bool {
    html.strip_prefix("<span class=\"").and_then(|rest| rest.strip_suffix("\">")) == Some(OWN_MARK)
}

/// A heading as links name it: in small letters, with hyphens for blanks, without punctuation.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}
