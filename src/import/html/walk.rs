//! Through the elements of a page in document order.

use dom_query::NodeRef;

use super::elements::{self, Kind};
use super::{MainText, Parts, styles, tables};
use crate::import::OWN_MARK;
use crate::import::lines::{Lines, Weight};

mod notes;

pub(in crate::import) use notes::LaidAside;

/// A title has no more parts than this.
const LINE: usize = 16;

/// A walk through a page. Not recursive: a page may be as deep as it likes.
pub(in crate::import) struct Walk<'a> {
    lines: &'a mut Lines,
    main: Option<&'a MainText>,
    parts: &'a mut dyn Parts,
    /// For each table that is open: whether it has data.
    tables: Vec<bool>,
    /// How many elements are open whose line ends count.
    pre: u32,
    /// Whether what is walked through is the author's text.
    is_main: bool,
    aside: LaidAside,
    /// Whether it goes through a note, in which there are no others.
    is_within_note: bool,
    /// Whether its title has come.
    is_titled: bool,
}

/// What is done next.
enum Step<'n> {
    Enter(NodeRef<'n>),
    Leave(End),
}

/// The end of an element.
struct End {
    what: Ending,
    /// Whether what it stands in is the author's text.
    is_main: bool,
}

#[derive(Clone, Copy)]
enum Ending {
    Inline,
    Block,
    Heading,
    Pre,
    List,
    Item,
    Table,
    Row,
    Cell,
    Link,
    Emphasis(Weight),
}

impl<'a> Walk<'a> {
    /// A walk that writes into `lines`. Without `main` all is the author's text.
    pub(in crate::import) fn new(
        lines: &'a mut Lines,
        main: Option<&'a MainText>,
        parts: &'a mut dyn Parts,
    ) -> Self {
        Self {
            lines,
            is_main: main.is_none(),
            main,
            parts,
            tables: Vec::new(),
            pre: 0,
            aside: LaidAside::default(),
            is_within_note: false,
            is_titled: false,
        }
    }

    /// Goes through `root`.
    pub(in crate::import) fn walk(&mut self, root: NodeRef<'_>) {
        self.lines.set_main(self.is_main);
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(end) => self.leave(&end),
                Step::Enter(node) => {
                    let before = self.is_main;
                    if let Some(what) = self.enter(&node) {
                        steps.push(Step::Leave(End { what, is_main: before }));
                        // The last child goes first: the first one is to lie on top.
                        steps.extend(node.children_it(true).map(Step::Enter));
                    }
                }
            }
        }
    }

    /// What was laid aside: notes, which stand at the end.
    pub(in crate::import) fn into_laid_aside(self) -> LaidAside {
        self.aside
    }

    /// Begins a node; how it ends, or `None` where nothing in it is text.
    fn enter(&mut self, node: &NodeRef<'_>) -> Option<Ending> {
        let Some(name) = node.node_name() else {
            self.text(node);
            return (node.is_document() || node.is_fragment()).then_some(Ending::Inline);
        };
        let kind = elements::kind(&name);
        if kind == Kind::Out || elements::is_tool(node) || styles::is_hidden(node) || self.lay_aside(node) {
            return None;
        }
        let in_data = self.tables.last().copied().unwrap_or(false);
        let kind = match kind {
            Kind::Inline if styles::is_block(node) => Kind::Block,
            Kind::Row | Kind::Cell if !in_data => Kind::Block,
            kind => kind,
        };
        let kind = if kind == Kind::Block && self.is_title(node) { Kind::Heading(1) } else { kind };
        self.set_main(node, kind, &name);
        if !matches!(kind, Kind::Inline | Kind::Link | Kind::Image | Kind::Emphasis(_) | Kind::Break) {
            self.lines.end_line();
        }
        let ending = self.begin(node, kind, &name);
        for name in ["id", "name"].into_iter().filter_map(|attribute| node.attr(attribute)) {
            self.lines.anchor(&self.parts.address(&format!("#{name}")));
        }
        ending
    }

    fn begin(&mut self, node: &NodeRef<'_>, kind: Kind, name: &str) -> Option<Ending> {
        Some(match kind {
            Kind::Out => return None,
            Kind::Inline if node.attr("class").is_some_and(|class| class.as_ref() == OWN_MARK) => {
                self.lines.own_mark(&node.text());
                return None;
            }
            Kind::Inline => Ending::Inline,
            Kind::Block => Ending::Block,
            Kind::Heading(level) => {
                self.lines.begin_heading(level);
                Ending::Heading
            }
            Kind::Break => {
                self.lines.hard_break();
                return None;
            }
            Kind::Pre => {
                self.pre += 1;
                Ending::Pre
            }
            Kind::List => {
                self.lines.begin_list(styles::list(node, name == "ol"));
                Ending::List
            }
            Kind::Item => {
                self.lines.begin_item(styles::number(node, "value"));
                Ending::Item
            }
            Kind::Table => self.begin_table(node),
            Kind::Row => {
                self.lines.begin_row();
                Ending::Row
            }
            Kind::Cell => {
                let span = |name| styles::number(node, name).and_then(|n| u16::try_from(n).ok()).unwrap_or(1);
                self.lines.begin_cell(span("colspan"), span("rowspan"), name == "th");
                Ending::Cell
            }
            Kind::Link => return self.begin_link(node),
            Kind::Image => {
                self.image(node);
                return None;
            }
            Kind::Emphasis(weight) => {
                self.lines.begin_emphasis(weight);
                Ending::Emphasis(weight)
            }
        })
    }

    fn begin_table(&mut self, node: &NodeRef<'_>) -> Ending {
        // A table within a cell is a part of the cell.
        let is_within = self.tables.contains(&true);
        let is_data = !is_within && tables::is_data(node);
        self.tables.push(is_data);
        if is_data {
            self.lines.begin_table();
        }
        Ending::Table
    }

    fn begin_link(&mut self, node: &NodeRef<'_>) -> Option<Ending> {
        let href = node.attr("href").map(|href| self.parts.address(href.trim()));
        if notes::is_reference(node)
            && let Some(href) = &href
        {
            self.lines.refer_to_note(href);
            return None;
        }
        if notes::is_way_back(node) {
            return None;
        }
        match href {
            Some(href) if !href.is_empty() && !href.to_ascii_lowercase().starts_with("javascript:") => {
                self.lines.begin_link(&href);
                Some(Ending::Link)
            }
            _ => Some(Ending::Inline),
        }
    }

    /// An image of the text: not one that only counts readers or decorates what is around.
    fn image(&mut self, node: &NodeRef<'_>) {
        let size = styles::size(node);
        let is_tiny = size.is_some_and(|(width, height)| width.min(height) < 3);
        if is_tiny || !self.is_main {
            return;
        }
        let sources = ["src", "data-src", "data-original", "xlink:href", "href"];
        let data = sources.into_iter().find_map(|name| self.parts.picture(node.attr(name)?.trim()));
        let alt = node.attr("alt").map(|alt| alt.to_string()).unwrap_or_default();
        self.lines.image(&alt, size, data);
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let Some(text) = elements::text_of(node) else { return };
        if self.pre > 0 {
            self.lines.preformatted(&text);
        } else {
            self.lines.text(&text);
        }
    }

    /// Whether a block is the title of the page, which many pages do not call a heading: the first line that says what
    /// the page calls itself.
    fn is_title(&self, node: &NodeRef<'_>) -> bool {
        let Some(main) = self.main.filter(|_| !self.is_titled) else { return false };
        let is_line = |child: NodeRef<'_>| {
            child
                .node_name()
                .is_none_or(|name| matches!(elements::kind(&name), Kind::Inline | Kind::Emphasis(_)))
        };
        node.children_it(false).take(LINE).all(is_line)
            && node.children_it(false).nth(LINE).is_none()
            && main.begins_with(&node.text())
    }

    /// Finds out whether a node is the author's text.
    fn set_main(&mut self, node: &NodeRef<'_>, kind: Kind, name: &str) {
        let Some(main) = self.main else {
            // A page without a main text that stands out still says itself what leads through it.
            if name == "nav" || node.attr("role").is_some_and(|role| role.as_ref() == "navigation") {
                self.is_main = false;
                self.lines.set_main(false);
            }
            return;
        };
        let stays = elements::is_markup(kind, name) && self.is_main;
        let is_title = matches!(kind, Kind::Heading(_)) && main.is_titled(&node.text());
        self.is_titled |= is_title;
        self.is_main = stays || main.has(node) || is_title || holds_main_text(main, node);
        self.lines.set_main(self.is_main);
    }

    fn leave(&mut self, end: &End) {
        match end.what {
            Ending::Inline => {}
            Ending::Block => self.lines.end_line(),
            Ending::Heading => {
                self.lines.end_heading();
            }
            Ending::Pre => {
                self.lines.end_line();
                self.pre = self.pre.saturating_sub(1);
            }
            Ending::List => self.lines.end_list(),
            Ending::Item => self.lines.end_item(),
            Ending::Table => {
                self.lines.end_line();
                if self.tables.pop() == Some(true) {
                    self.lines.end_table();
                }
            }
            Ending::Row => self.lines.end_row(),
            Ending::Cell => self.lines.end_cell(),
            Ending::Link => self.lines.end_link(),
            Ending::Emphasis(weight) => self.lines.end_emphasis(weight),
        }
        self.is_main = end.is_main;
        self.lines.set_main(self.is_main);
    }
}

/// Whether what stands in an element between its parts is of the main text because some of these are that are no blocks: who
/// finds the main text takes it out of a cell or a block that is for layout alone.
fn holds_main_text(main: &MainText, node: &NodeRef<'_>) -> bool {
    node.children_it(false).any(|child| {
        let kind = child.node_name().map(|name| elements::kind(&name));
        matches!(kind, Some(Kind::Inline | Kind::Emphasis(_) | Kind::Break)) && main.has(&child)
    })
}
