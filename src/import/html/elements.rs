//! What the elements of a page are.

use dom_query::{NodeData, NodeRef};

use crate::import::lines::Weight;

/// What an element is to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Not part of it.
    Out,
    /// A part of a line.
    Inline,
    /// A paragraph, or what holds paragraphs.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// A line end.
    Break,
    /// Text whose line ends count.
    Pre,
    /// A list with bullets or with numbers.
    List,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A row of it.
    Row,
    /// A cell of it.
    Cell,
    /// A link or a place.
    Link,
    /// An image.
    Image,
    /// Emphasis.
    Emphasis(Weight),
}

/// Classes of what serves a page within its text: links to edit a section, to print, to link to a heading.
const TOOLS: [&str; 6] =
    ["mw-editsection", "mw-jump-link", "noprint", "headerlink", "anchor-link", "heading-anchor"];

/// Whether an element serves the page and is none of its text.
pub(super) fn is_tool(node: &NodeRef<'_>) -> bool {
    node.attr("class")
        .is_some_and(|classes| classes.split_ascii_whitespace().any(|class| TOOLS.contains(&class)))
}

/// Names of elements that are more than a part of a line.
const NAMES: [(&str, Kind); 95] = [
    ("script", Kind::Out),
    ("style", Kind::Out),
    ("noscript", Kind::Out),
    ("template", Kind::Out),
    ("head", Kind::Out),
    ("iframe", Kind::Out),
    ("noframes", Kind::Out),
    ("object", Kind::Out),
    // Within drawings; images in them are images.
    ("title", Kind::Out),
    ("desc", Kind::Out),
    ("defs", Kind::Out),
    ("text", Kind::Out),
    ("canvas", Kind::Out),
    ("audio", Kind::Out),
    ("video", Kind::Out),
    ("button", Kind::Out),
    ("select", Kind::Out),
    ("datalist", Kind::Out),
    ("textarea", Kind::Out),
    ("input", Kind::Out),
    // What is read beside its base; a reader of the text wants the base.
    ("rt", Kind::Out),
    ("rp", Kind::Out),
    ("rtc", Kind::Out),
    ("html", Kind::Inline),
    ("body", Kind::Block),
    ("div", Kind::Block),
    ("p", Kind::Block),
    ("article", Kind::Block),
    ("section", Kind::Block),
    ("main", Kind::Block),
    ("header", Kind::Block),
    ("footer", Kind::Block),
    ("nav", Kind::Block),
    ("aside", Kind::Block),
    ("address", Kind::Block),
    ("blockquote", Kind::Block),
    ("center", Kind::Block),
    ("details", Kind::Block),
    ("summary", Kind::Block),
    ("dialog", Kind::Block),
    ("dl", Kind::Block),
    ("dt", Kind::Block),
    ("dd", Kind::Block),
    ("fieldset", Kind::Block),
    ("legend", Kind::Block),
    ("figure", Kind::Block),
    ("figcaption", Kind::Block),
    ("form", Kind::Block),
    ("hgroup", Kind::Block),
    ("hr", Kind::Block),
    ("caption", Kind::Block),
    ("frameset", Kind::Block),
    ("marquee", Kind::Block),
    ("search", Kind::Block),
    ("tbody", Kind::Block),
    ("thead", Kind::Block),
    ("tfoot", Kind::Block),
    ("h1", Kind::Heading(1)),
    ("h2", Kind::Heading(2)),
    ("h3", Kind::Heading(3)),
    ("h4", Kind::Heading(4)),
    ("h5", Kind::Heading(5)),
    ("h6", Kind::Heading(6)),
    ("br", Kind::Break),
    ("pre", Kind::Pre),
    ("listing", Kind::Pre),
    ("xmp", Kind::Pre),
    ("plaintext", Kind::Pre),
    ("ol", Kind::List),
    ("ul", Kind::List),
    ("menu", Kind::List),
    ("dir", Kind::List),
    ("li", Kind::Item),
    ("table", Kind::Table),
    ("tr", Kind::Row),
    ("td", Kind::Cell),
    ("th", Kind::Cell),
    ("a", Kind::Link),
    ("img", Kind::Image),
    ("image", Kind::Image),
    ("b", Kind::Emphasis(Weight::Bold)),
    ("strong", Kind::Emphasis(Weight::Bold)),
    ("i", Kind::Emphasis(Weight::Italic)),
    ("em", Kind::Emphasis(Weight::Italic)),
    ("cite", Kind::Emphasis(Weight::Italic)),
    ("dfn", Kind::Emphasis(Weight::Italic)),
    ("var", Kind::Emphasis(Weight::Italic)),
    ("font", Kind::Inline),
    ("u", Kind::Inline),
    ("s", Kind::Inline),
    ("sup", Kind::Inline),
    ("sub", Kind::Inline),
    ("small", Kind::Inline),
    ("big", Kind::Inline),
    ("ruby", Kind::Inline),
];

/// What the element of that name is. One that nobody knows is a part of a line.
pub(super) fn kind(name: &str) -> Kind {
    NAMES.iter().find(|(known, _)| *known == name).map_or(Kind::Inline, |(_, kind)| *kind)
}

/// Whether an element only marks a part of a line up: it is the author's where what it stands in is.
pub(super) fn is_markup(kind: Kind, name: &str) -> bool {
    matches!(kind, Kind::Emphasis(_) | Kind::Link | Kind::Break)
        || kind == Kind::Inline && NAMES.iter().any(|(known, _)| *known == name)
}

/// The text of a node that is text.
pub(super) fn text_of(node: &NodeRef<'_>) -> Option<String> {
    let text = node.query(|node| match &node.data {
        NodeData::Text { contents } => Some(contents.to_string()),
        _ => None,
    });
    text.flatten()
}
