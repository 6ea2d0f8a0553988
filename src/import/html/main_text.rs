//! Which elements of a page are its main text.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use memchr::memmem;

use crate::import::{Hints, steps};

/// The attribute that numbers the elements, so that they are known again in what is left of a page.
pub(super) const NUMBER: &str = "data-gangmu";

/// Fewest characters of a main text: those of a short notice.
const FEWEST: usize = 150;
/// A line that is no heading is the title of the page if it has at least so many letters of it.
const SHORTEST_TITLE: usize = 4;

/// Deepest page whose main text is looked for: beyond, that takes more than linear time.
const DEEPEST: usize = 256;

/// Most elements of a page whose main text is looked for.
const MOST_ELEMENTS: usize = 100_000;

/// Longest title of a page, in bytes: headings are compared with it.
const LONGEST_TITLE: usize = 1000;

/// Fewest bytes of a line that is prose, and of a sentence.
const PROSE: usize = 180;
const SENTENCE: usize = 30;

/// The main text is not less than one part in so many of what is written in sentences around it.
const GOOD_PART: usize = 4;

/// The main text of a page.
#[derive(Debug)]
pub(in crate::import) struct MainText {
    /// Numbers of its elements.
    elements: HashSet<String>,
    /// The title of the page, without the name of the site.
    pub(super) title: String,
    /// Its letters and digits.
    plain_title: String,
    /// Whether a heading of the page says what the title begins with: others that say a part of it name the site.
    is_begun: bool,
}

impl MainText {
    /// Looks for it; `None` where a page has none that stands out, or is too deep or too large. Numbers the elements.
    pub(super) fn of(document: &Document) -> Option<Self> {
        number_elements(document)?;
        shorten_titles(document);
        let config = Config {
            char_threshold: FEWEST,
            max_elements_to_parse: MOST_ELEMENTS,
            disable_json_ld: true,
            ..Config::default()
        };
        let mut readability = Readability::with_document(document.clone(), None, Some(config)).ok()?;
        let article = readability.parse().ok()?;
        if article.length < FEWEST {
            return None;
        }
        let content = article.content.as_bytes();
        let mark = format!("{NUMBER}=\"");
        let elements = memmem::find_iter(content, &mark).filter_map(|at| {
            let rest = content.get(at + mark.len()..)?;
            let number = rest.get(..rest.iter().position(|byte| *byte == b'"')?)?;
            Some(std::str::from_utf8(number).ok()?.to_owned())
        });
        let mut elements: HashSet<String> = elements.collect();
        // What leads through a page says so itself, and is none of its text however much there is of it.
        for guide in document.select("nav, nav *, [role=navigation], [role=navigation] *").nodes() {
            if let Some(number) = guide.attr(NUMBER) {
                elements.remove(number.as_ref());
            }
        }
        let mut main =
            Self { elements, plain_title: plain(&article.title), title: article.title, is_begun: false };
        let headings = document.select("h1, h2, h3, h4, h5, h6");
        main.is_begun = headings.nodes().iter().any(|heading| main.begins_with(&heading.text()));
        Some(main)
    }

    /// Whether an element is of it.
    pub(super) fn has(&self, node: &NodeRef<'_>) -> bool {
        node.attr(NUMBER).is_some_and(|number| self.elements.contains(number.as_ref()))
    }

    /// Whether `heading` says what the title of the page does; such a one stands above the main text, not in it.
    pub(super) fn is_titled(&self, heading: &str) -> bool {
        let (heading, title) = (plain(heading), &self.plain_title);
        steps::count(title.len());
        let is_part = if self.is_begun { title.starts_with(&heading) } else { title.contains(&heading) };
        !heading.is_empty() && (heading == *title || heading.chars().count() >= SHORTEST_TITLE && is_part)
    }

    /// Whether the title of the page begins with `line`, which is long enough to be one; the site follows.
    pub(super) fn begins_with(&self, line: &str) -> bool {
        let line = plain(line);
        line.chars().count() >= SHORTEST_TITLE && self.plain_title.starts_with(&line)
    }
}

/// The letters and digits of a text.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Gives each element its number; `None` where a page is too deep or too large.
fn number_elements(document: &Document) -> Option<()> {
    let mut open = vec![(document.root(), 0)];
    let mut count = 0;
    while let Some((node, depth)) = open.pop() {
        if node.is_element() {
            node.set_attr(NUMBER, &count.to_string());
            count += 1;
        }
        if depth > DEEPEST || count > MOST_ELEMENTS {
            return None;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    Some(())
}

/// Cuts what the page calls itself where that is no title any more.
fn shorten_titles(document: &Document) {
    let cut = |text: &str| text.get(..text.floor_char_boundary(LONGEST_TITLE)).unwrap_or_default().to_owned();
    for title in document.select("title").nodes() {
        let text = title.text();
        if text.len() > LONGEST_TITLE {
            title.set_text(cut(&text));
        }
    }
    for meta in document.select("meta[content]").nodes() {
        if let Some(content) = meta.attr("content").filter(|content| content.len() > LONGEST_TITLE) {
            meta.set_attr("content", &cut(&content));
        }
    }
}

/// Whether what was found is the main text: it is longer than the prose around it, which comments are too, and a good part of
/// all that is written in sentences, as short as those of laws may be.
pub(super) fn is_plausible(text: &str, hints: &Hints) -> bool {
    let around = || hints.furniture.iter().flat_map(|furniture| furniture.range.slice(text).lines());
    let length =
        |is_it: &dyn Fn(&str) -> bool| around().filter(|line| is_it(line)).map(str::len).sum::<usize>();
    let main = text.lines().map(str::len).sum::<usize>().saturating_sub(length(&|_| true));
    let prose = length(&|line| line.len() >= PROSE);
    let sentences = length(&|line| line.len() >= SENTENCE && line.ends_with(['。', '；', '：']));
    main > prose && main.saturating_mul(GOOD_PART) >= sentences
}
