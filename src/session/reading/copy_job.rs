//! Selected text on its way to the clipboard: as plain text, and as a web page's part that keeps headings.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::block::{self, Block, DisplayText};
use crate::document::Document;
use crate::export::escaped;
use crate::script::{MendedText, Presentation, ScriptView};
use crate::session::clipboard::Copied;
use crate::text::SourceRange;

/// Selected text to be copied.
#[derive(Debug)]
pub struct CopyJob {
    /// The document.
    pub document: Arc<Document>,
    /// What is selected.
    pub range: SourceRange,
    /// What it is shown through.
    pub presentation: Presentation,
    /// Whether ASCII punctuation is set full-width, as it is shown.
    pub full_width: bool,
    /// Name of the document, where the headings above shall be given too.
    pub citation: Option<String>,
}

/// The selected text as it is shown.
pub(in crate::session) fn copy(job: &CopyJob) -> Copied {
    let text = job.document.text();
    let mut view = ScriptView::through(job.presentation.clone());
    let mut copied = Copied::default();
    let mut is_in_table = false;
    for block in job.document.blocks_in(job.range) {
        if !copied.text.is_empty() && !block.continues() {
            copied.text.push('\n');
        }
        let part = SourceRange {
            start: block.range().start.max(job.range.start),
            end: block.range().end.min(job.range.end),
        };
        // A character is read in its paragraph: 髮 of 頭髮 is copied as 髮, where 发 alone would become 發.
        let paragraph = view.shown(text, block.range());
        let whole = part == block.range();
        let bytes = if whole { 0..paragraph.text().len() } else { paragraph.view_range(part) };
        let displayed = DisplayText::of(paragraph.text(), job.full_width);
        copied.text.push_str(&displayed.part(paragraph.text(), bytes.clone()));
        let is_row = job.document.hints().table_at(block.range().start).is_some();
        if is_row != is_in_table {
            copied.html.push_str(if is_row { "<table border=\"1\">" } else { "</table>" });
            is_in_table = is_row;
        }
        let heading = heading(job, *block, part).map(|(level, end)| (level, paragraph.view_from_source(end)));
        let (level, middle) = heading.unwrap_or((0, bytes.start));
        let middle = middle.clamp(bytes.start, bytes.end);
        if middle > bytes.start {
            let words = displayed.part(paragraph.text(), bytes.start..middle);
            let _ = write!(copied.html, "<h{level}>{}</h{level}>", escaped(words.trim()));
        }
        let rest = displayed.part(paragraph.text(), middle..bytes.end);
        add_paragraph(&mut copied.html, rest.trim(), is_row);
    }
    if is_in_table {
        copied.html.push_str("</table>");
    }
    if let Some(source) = citation(job) {
        let _ = write!(copied.text, "\n{source}");
        add_paragraph(&mut copied.html, &source, false);
    }
    copied
}

/// Level and end of the heading that `block` begins with, where `part` of it has that beginning.
fn heading(job: &CopyJob, block: Block, part: SourceRange) -> Option<(u8, crate::text::SourceOffset)> {
    let (_, section) = job.document.section_of_block(&block).filter(|_| part.start == block.range().start)?;
    Some((section.level.clamp(1, 6), section.written(job.document.text()).end))
}

fn add_paragraph(html: &mut String, words: &str, is_row: bool) {
    if is_row {
        html.push_str("<tr>");
        for cell in words.split('\t') {
            let _ = write!(html, "<td>{}</td>", escaped(cell.trim()));
        }
        html.push_str("</tr>");
    } else if !words.is_empty() {
        let _ = write!(html, "<p>{}</p>", escaped(words));
    }
}

/// Where the text stands, where that is asked for: the document and the headings above.
fn citation(job: &CopyJob) -> Option<String> {
    let (name, text, outline) = (job.citation.clone()?, job.document.text(), job.document.outline());
    let shown = |line: MendedText<'_>| {
        let line = job.presentation.show(line);
        if job.full_width { block::with_full_width(&line) } else { line.into_owned() }
    };
    let heading = |id| match (outline.name(id), outline.get(id)) {
        (None, Some(section)) => job.presentation.mended_text(text, section.heading(text)).on_one_line(),
        (name, _) => Cow::Borrowed(name.unwrap_or_default()).into(),
    };
    let path = job.document.path_to(job.range.start).into_iter().map(|id| shown(heading(id)));
    Some(format!("——{}", std::iter::once(name).chain(path).collect::<Vec<_>>().join(" › ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode;

    #[test]
    fn headings_are_copied_at_their_levels_and_run_in_ones_apart_from_their_text() {
        let text = "一、開<源>\n（一）節流。省下來。\n（二）修渠。放水。\n二、養人\n好。\n";
        let document = Arc::new(Document::from_decoded(decode::decode(text.into(), None)));
        let job = CopyJob {
            range: SourceRange::new(0, text.len()),
            document,
            presentation: Presentation::default(),
            full_width: false,
            citation: None,
        };
        let copied = copy(&job);
        assert_eq!(copied.text, text.trim_end());
        assert_eq!(
            copied.html,
            "<h1>一、開&lt;源&gt;</h1><h2>（一）節流。</h2><p>省下來。</p><h2>（二）修渠。</h2><p>放水。</p>\
             <h1>二、養人</h1><p>好。</p>"
        );
    }
}
