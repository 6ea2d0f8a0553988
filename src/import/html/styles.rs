//! What the style of an element says of its text.

use dom_query::NodeRef;

use crate::import::lines::numbering::Numbering;
use crate::import::lines::{List, Marks};

/// The value of a property in the `style` of an element, in small letters; empty where it has none.
fn property(node: &NodeRef<'_>, name: &str) -> String {
    let Some(style) = node.attr("style") else { return String::new() };
    let value = style.split(';').rev().find_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        property.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_ascii_lowercase())
    });
    value.unwrap_or_default()
}

/// Whether an element is not shown. (Pages hide their text until a script shows it: `visibility` says nothing.)
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden") || property(node, "display").starts_with("none")
}

/// Whether an element of a line is a paragraph by its style.
pub(super) fn is_block(node: &NodeRef<'_>) -> bool {
    matches!(property(node, "display").as_str(), "block" | "flex" | "grid" | "table" | "list-item")
}

/// The list that an element is.
pub(super) fn list(node: &NodeRef<'_>, is_numbered: bool) -> List {
    let plain = if is_numbered { Marks::Number(Numbering::Decimal) } else { Marks::Bullet };
    let of_type = node.attr("type").map(|of_type| of_type.trim().to_owned());
    let style = ["list-style-type", "list-style"].map(|name| property(node, name));
    let words = style.iter().flat_map(|style| style.split_whitespace()).chain(of_type.as_deref());
    let marks = words.into_iter().find_map(marks).unwrap_or(plain);
    let items = || node.children_it(false).filter(|child| child.has_name("li")).count();
    let is_reversed = is_numbered && node.has_attr("reversed");
    let first = number(node, "start");
    let first = first.unwrap_or_else(|| if is_reversed { i64::try_from(items()).unwrap_or(1) } else { 1 });
    List { marks, next: first, step: if is_reversed { -1 } else { 1 } }
}

/// What a name of a style says that the items begin with.
fn marks(name: &str) -> Option<Marks> {
    match name {
        "none" => Some(Marks::None),
        "disc" | "circle" | "square" => Some(Marks::Bullet),
        _ => Numbering::named(name).map(Marks::Number),
    }
}

/// The value of an attribute that is a number.
pub(super) fn number(node: &NodeRef<'_>, name: &str) -> Option<i64> {
    let value = node.attr(name)?;
    let value = value.trim();
    let end =
        value.char_indices().find(|&(at, c)| !(c.is_ascii_digit() || at == 0 && matches!(c, '-' | '+')));
    value.get(..end.map_or(value.len(), |(at, _)| at))?.parse().ok()
}

/// Width and height of an image in points, where it gives both, from pixels of 1/96 inch.
pub(super) fn size(node: &NodeRef<'_>) -> Option<(u32, u32)> {
    let side = |name| {
        let value = node.attr(name).map_or_else(|| property(node, name), |value| value.to_string());
        let is_pixels = !value.contains(['%', 'e']);
        let digits = value.trim().trim_end_matches("px").split('.').next()?.parse::<u32>().ok()?;
        is_pixels.then_some(digits.saturating_mul(3) / 4)
    };
    Some((side("width")?, side("height")?))
}
