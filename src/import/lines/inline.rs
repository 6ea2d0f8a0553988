//! Within a line: emphasis, links, images.

use std::sync::Arc;

use super::Lines;
use crate::import::hints::{Emphasis, Image, Link, Target};
use crate::import::picture::{LARGEST, is_shown};
use crate::text::SourceRange;

/// What is emphasised and linked at the place that is written.
#[derive(Debug, Default)]
pub(super) struct Style {
    bold: u32,
    italic: u32,
    /// Where the text began that looks so.
    run: Option<usize>,
    link: Option<OpenLink>,
}

#[derive(Debug)]
struct OpenLink {
    address: String,
    /// Where its text began on this line.
    start: Option<usize>,
}

/// A way to emphasise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Weight {
    /// Bold.
    Bold,
    /// Italics.
    Italic,
}

impl Style {
    fn depth(&mut self, weight: Weight) -> &mut u32 {
        match weight {
            Weight::Bold => &mut self.bold,
            Weight::Italic => &mut self.italic,
        }
    }
}

impl Lines {
    /// What follows is emphasised.
    pub(in crate::import) fn begin_emphasis(&mut self, weight: Weight) {
        self.end_run();
        *self.style.depth(weight) += 1;
    }

    /// Ends the innermost emphasis of that kind.
    pub(in crate::import) fn end_emphasis(&mut self, weight: Weight) {
        self.end_run();
        let depth = self.style.depth(weight);
        *depth = depth.saturating_sub(1);
    }

    /// What follows leads to `address`; a place of this text, where one has that name in the end.
    pub(in crate::import) fn begin_link(&mut self, address: &str) {
        self.end_link();
        self.style.link = Some(OpenLink { address: address.to_owned(), start: None });
    }

    /// Ends the link.
    pub(in crate::import) fn end_link(&mut self) {
        self.end_link_run();
        self.style.link = None;
    }

    /// Adds an image.
    pub(in crate::import) fn image(&mut self, alt: &str, size: Option<(u32, u32)>, data: Option<Arc<[u8]>>) {
        self.lead_to('\u{fffc}');
        let start = self.writing.at();
        self.writing.push("\u{fffc}");
        self.wrote("\u{fffc}");
        let range = SourceRange::new(start, self.writing.at());
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        self.writing.hints.images.push(Image { range, alt, size, data });
    }

    /// Remembers where emphasis and link begin to have text.
    pub(super) fn begin_runs(&mut self) {
        let at = self.writing.at();
        if self.style.bold + self.style.italic > 0 {
            self.style.run.get_or_insert(at);
        }
        if let Some(link) = &mut self.style.link {
            link.start.get_or_insert(at);
        }
    }

    /// Ends emphasis and link as the line does; they may go on in the next one.
    pub(super) fn end_runs(&mut self) {
        self.end_run();
        self.end_link_run();
    }

    fn end_run(&mut self) {
        let Some(start) = self.style.run.take() else { return };
        let range = self.writing.since(start);
        let (bold, italic) = (self.style.bold > 0, self.style.italic > 0);
        if !range.is_empty() {
            self.writing.hints.emphasis.push(Emphasis { range, bold, italic });
        }
    }

    fn end_link_run(&mut self) {
        let Some(link) = &mut self.style.link else { return };
        let Some(start) = link.start.take() else { return };
        let range = self.writing.since(start);
        if !range.is_empty() {
            let target = Target::Address(link.address.clone());
            self.writing.hints.links.push(Link { range, target });
        }
    }

    /// Links to places of the text lead there.
    pub(super) fn resolve_links(&mut self) {
        for link in &mut self.writing.hints.links {
            if let Target::Address(address) = &link.target
                && let Some(at) = self.anchors.get(address)
            {
                link.target = Target::Place(crate::text::SourceOffset::new(*at));
            }
        }
    }
}

/// `bytes` as a picture; `None` for what is not shown or too large.
pub(in crate::import) fn picture(bytes: &[u8]) -> Option<Arc<[u8]>> {
    (bytes.len() <= LARGEST && is_shown(bytes)).then(|| Arc::from(bytes))
}
