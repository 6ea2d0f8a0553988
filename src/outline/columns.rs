//! Tables that were taken out of their pages cell by cell, a line each: the names of their rows have numbers and are no
//! headings.

use std::collections::HashSet;

use super::candidate::Candidate;
use super::source::Source;

/// Longest cell, in characters, fewest below the name of a row, and fewest such rows.
const CELL: usize = 8;
const CELLS: usize = 2;
const ROWS: usize = 3;
/// What a cell holds that has no value.
const NOTHING: &str = "-—－–/／*＊无無";

/// Removes the candidates that name rows whose values stand below them, each on a line of its own.
pub(super) fn drop_rows(source: Source<'_>, heads: &mut Vec<Candidate>) {
    let mut rows = HashSet::new();
    let mut run: Vec<usize> = Vec::new();
    for index in 0..=heads.len() {
        let row = heads.get(index).filter(|head| names_row(source, head));
        let last = run.last().and_then(|last| heads.get(*last));
        if last.zip(row).is_none_or(|(last, row)| last.style != row.style) {
            let is_table = run.len() >= ROWS;
            rows.extend(run.drain(..).filter(|_| is_table));
        }
        run.extend(row.map(|_| index));
    }
    let mut index = 0..;
    heads.retain(|_| !index.next().is_some_and(|index| rows.contains(&index)));
}

/// Whether cells stand below `head`, and numbers in most of them.
fn names_row(source: Source<'_>, head: &Candidate) -> bool {
    let cells = || {
        let lines = (head.paragraph + 1..source.blocks.len()).map(|line| source.line(line));
        lines.take_while(|line| line.chars().nth(CELL).is_none()).take(2 * CELLS)
    };
    let values = cells().filter(|cell| is_value(cell)).count();
    head.level == 0 && !head.style.is_fixed() && values >= CELLS && values * 2 >= cells().count()
}

/// Whether `cell` is a number or says that there is none: 72.45, >79, —.
fn is_value(cell: &str) -> bool {
    cell.chars().all(|c| NOTHING.contains(c))
        || (cell.contains(|c: char| c.is_ascii_digit()) && !cell.contains(['、', '.', '．', ')', '）']))
        || cell.trim_start_matches(['>', '<', '≥', '≤', '+', '-']).parse::<f64>().is_ok()
}
