//! Styles: what a paragraph or a stretch of text has from them.

use std::collections::HashMap;

use super::super::xml::{Tag, Xml};
use super::levels::{LEVELS, Level, level};

/// How long a chain of styles is followed.
const LONGEST_CHAIN: usize = 30;

/// What is said of text; `None` where nothing is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Looks {
    /// The same, and what `under` says where it says nothing.
    #[must_use]
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            bold: self.bold.or(under.bold),
            italic: self.italic.or(under.italic),
            hidden: self.hidden.or(under.hidden),
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    looks: Looks,
}

/// A style of lists.
pub(super) type ListStyle = [Option<Level>; LEVELS];

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By their families and names.
    named: HashMap<(String, String), Style>,
    lists: HashMap<String, ListStyle>,
    /// How headings are numbered that stand in no list.
    pub(super) outline: ListStyle,
}

impl Styles {
    /// Reads the styles of a part; those of the content come after those of the styles.
    pub(super) fn read(&mut self, part: &str) {
        let mut xml = Xml::new(part);
        xml.child();
        while let Some(tag) = xml.child() {
            if matches!(tag.name, "styles" | "automatic-styles") {
                self.of(&mut xml);
            } else {
                xml.skip();
            }
        }
    }

    fn of(&mut self, xml: &mut Xml<'_>) {
        while let Some(tag) = xml.child() {
            let name = tag.get("name").unwrap_or_default();
            match tag.name {
                "style" => {
                    let key = (tag.get("family").unwrap_or_default(), name);
                    let style = style(xml, &tag);
                    self.named.insert(key, style);
                }
                "list-style" => drop(self.lists.insert(name, levels(xml))),
                "outline-style" => self.outline = levels(xml),
                _ => xml.skip(),
            }
        }
    }

    fn chain(&self, family: &str, name: Option<&str>) -> impl Iterator<Item = &Style> {
        let family = family.to_owned();
        let first = name.and_then(|name| self.named.get(&(family.clone(), name.to_owned())));
        let next = move |style: &&Style| self.named.get(&(family.clone(), style.parent.clone()?));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// What a style says of its text.
    pub(super) fn looks(&self, family: &str, name: Option<&str>) -> Looks {
        self.chain(family, name).fold(Looks::default(), |looks, style| looks.over(style.looks))
    }

    /// The list style of a paragraph style.
    pub(super) fn list_of(&self, paragraph: Option<&str>) -> Option<String> {
        self.chain("paragraph", paragraph).find_map(|style| style.list.clone())
    }

    /// The levels of a list style.
    pub(super) fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }
}

fn style(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Style {
    let mut style = Style {
        parent: tag.get("parent-style-name"),
        list: tag.get("list-style-name"),
        looks: Looks::default(),
    };
    while let Some(tag) = xml.child() {
        if tag.name == "text-properties" {
            let weight = tag.get("font-weight").or_else(|| tag.get("font-weight-asian"));
            style.looks.bold = weight.map(|weight| is_bold(&weight));
            let slope = tag.get("font-style").or_else(|| tag.get("font-style-asian"));
            style.looks.italic = slope.map(|slope| slope != "normal");
            style.looks.hidden = tag.get("display").map(|display| display == "none");
        }
        xml.skip();
    }
    style
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
}

/// The levels of the open list style, to its end.
fn levels(xml: &mut Xml<'_>) -> ListStyle {
    let mut levels = ListStyle::default();
    while let Some(tag) = xml.child() {
        let at = tag.number::<usize>("level").and_then(|level| level.checked_sub(1));
        let level = level(xml, &tag);
        if let Some(place) = at.and_then(|at| levels.get_mut(at)) {
            *place = Some(level);
        }
    }
    levels
}
