//! Tables of data and tables that only lay out a page.

use dom_query::NodeRef;

use super::elements::{Kind, kind, text_of};

/// Most nodes of a table that are looked at: a larger one holds the page.
const MOST_NODES: usize = 20_000;

/// Longest cell of a table of data, in bytes: a longer one is text that was laid out.
const LONGEST_CELL: usize = 3000;

/// Whether a table has data: more than one column, nothing in a cell that needs lines of its own.
pub(super) fn is_data(table: &NodeRef<'_>) -> bool {
    let is_layout = table.attr("role").is_some_and(|role| matches!(role.trim(), "presentation" | "none"));
    if is_layout {
        return false;
    }
    let (mut in_row, mut columns, mut in_cell) = (0, 0, 0);
    for (count, node) in table.descendants_it().enumerate() {
        if count > MOST_NODES {
            return false;
        }
        let Some(name) = node.node_name() else {
            in_cell += text_of(&node).map_or(0, |text| text.trim().len());
            if in_cell > LONGEST_CELL {
                return false;
            }
            continue;
        };
        match kind(&name) {
            Kind::Table | Kind::Heading(_) | Kind::Pre => return false,
            Kind::Row => in_row = 0,
            Kind::Cell => (in_row, in_cell) = (in_row + 1, 0),
            _ => {}
        }
        columns = columns.max(in_row);
    }
    columns > 1
}
