//! A list of section addresses, as it is written on the command line.

use std::borrow::Cow;

use super::Selection;
use crate::document::Document;
use crate::outline::{Address, Outline, PointAddress, PointId, SectionId};

/// The address of what stands before the first section.
pub(super) const PREAMBLE: &str = "0";

/// Why a list of addresses does not choose sections.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SelectionError {
    /// The list names nothing.
    #[error("the list of sections is empty")]
    Empty,
    /// A part is no address and no range of addresses.
    #[error("“{part}” is no address (write 3, 3.2, 4-6, 3.2#1 or 0)")]
    Malformed {
        /// The part as it was written.
        part: String,
    },
    /// A part names a section or point that the outline does not have.
    #[error("there is nothing at “{part}”")]
    Unknown {
        /// The address as it was written.
        part: String,
    },
    /// The ends of a range are not siblings in document order.
    #[error("“{part}” is no range under the same heading")]
    NotSiblings {
        /// The range as it was written.
        part: String,
    },
}

impl Selection {
    /// The sections and points that `text` names by address, with everything below them: `all`, or addresses and
    /// ranges of siblings between commas, as in `1,3.2,4-6,7#1,8#3-5`. `0` is what stands before the first section, and
    /// `0-3` that with the sections 1 to 3.
    ///
    /// # Errors
    /// Names the first part of the list that is malformed, unknown or no range of siblings.
    pub fn parse(text: &str, document: &Document) -> Result<Self, SelectionError> {
        if text.trim() == "all" {
            return Ok(Self::all(document));
        }
        let outline = document.outline();
        let addresses = outline.addresses();
        let point_addresses =
            if text.contains('#') { outline.point_addresses(&addresses) } else { Vec::new() };
        let named = text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty());
        let mut selection = Self::none(document);
        // Points last: those of sections that the list names too are chosen with these.
        let (points, sections): (Vec<_>, Vec<_>) = named.partition(|part| part.contains('#'));
        for part in sections {
            let part = selection.with_preamble(part)?;
            if let Some(part) = part {
                let (first, last) = ends_of_part(&part, outline, &addresses)?;
                selection.fill(first, last);
            }
        }
        for part in points {
            let (first, last) = ends_of_points(part, &point_addresses)?;
            if !selection.is_in_chosen(first) {
                selection.fill_points(first, last);
            }
        }
        selection.recount();
        if selection.is_empty() { Err(SelectionError::Empty) } else { Ok(selection) }
    }

    /// Chooses what stands before the first section where `part` begins with its address; what else the part names
    /// is left, if anything.
    fn with_preamble<'a>(&mut self, part: &'a str) -> Result<Option<Cow<'a, str>>, SelectionError> {
        let (first, last) = part.split_once('-').map_or((part, None), |(first, last)| (first, Some(last)));
        if first.trim() != PREAMBLE {
            return Ok(Some(Cow::Borrowed(part)));
        }
        if !self.has_preamble() {
            return Err(unknown(PREAMBLE));
        }
        self.set_preamble(true);
        let rest = last.filter(|last| last.trim() != PREAMBLE);
        Ok(rest.map(|last| Cow::Owned(format!("1-{last}"))))
    }
}

/// First and last section of one part of a list; the same one twice where the part is no range.
fn ends_of_part(
    part: &str,
    outline: &Outline,
    addresses: &[Address],
) -> Result<(SectionId, SectionId), SelectionError> {
    let find = |text: &str| {
        let address: Address = text.parse().map_err(|_not_numbers| malformed(part))?;
        // The addresses of an outline ascend in document order.
        addresses.binary_search(&address).map(SectionId::new).map_err(|_place| unknown(text.trim()))
    };
    let Some((first, last)) = part.split_once('-') else {
        let id = find(part)?;
        return Ok((id, id));
    };
    let (first, last) = (find(first)?, find(last)?);
    let parent = |id| outline.get(id).and_then(|section| section.parent);
    if first <= last && parent(first) == parent(last) {
        Ok((first, last))
    } else {
        Err(SelectionError::NotSiblings { part: part.to_owned() })
    }
}

/// First and last point of one part of a list: `3.2#4`, `3.2#4-6`, or `3.2#4-3.2#6`.
fn ends_of_points(part: &str, addresses: &[PointAddress]) -> Result<(PointId, PointId), SelectionError> {
    let read = |text: &str| text.parse::<PointAddress>().map_err(|_not_one| malformed(part));
    let find = |address: &PointAddress| {
        let found = addresses.binary_search(address).map(PointId::new);
        found.map_err(|_place| unknown(&address.to_string()))
    };
    let Some((first, last)) = part.split_once('-') else {
        let id = find(&read(part)?)?;
        return Ok((id, id));
    };
    let first = read(first)?;
    let last = if last.contains('#') {
        read(last)?
    } else {
        first.beside(last.parse().map_err(|_not_numbers| malformed(part))?)
    };
    let siblings = first.is_beside(&last) && first <= last;
    let (first, last) = (find(&first)?, find(&last)?);
    if siblings { Ok((first, last)) } else { Err(SelectionError::NotSiblings { part: part.to_owned() }) }
}

fn malformed(part: &str) -> SelectionError {
    SelectionError::Malformed { part: part.to_owned() }
}

fn unknown(part: &str) -> SelectionError {
    SelectionError::Unknown { part: part.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::selection::tests::{LEVELS, document, marks};
    use super::*;

    #[test]
    fn a_list_of_addresses_chooses_subtrees() {
        let document = document(&LEVELS);
        let chosen = |list| Selection::parse(list, &document).map(|s| marks(&s, &document));
        assert_eq!(chosen("all").as_deref(), Ok("+++++++++"));
        assert_eq!(chosen("2.1").as_deref(), Ok("-----++--"));
        assert_eq!(chosen(" 3 ， 1.2 ").as_deref(), Ok("---+----+"));
        assert_eq!(chosen("2-3").as_deref(), Ok("----+++++"));
        assert_eq!(chosen("2.1-2.2").as_deref(), Ok("-----+++-"));
        assert_eq!(chosen("0").as_deref(), Ok("+--------"));
        assert_eq!(chosen("3, 0").as_deref(), Ok("+-------+"));
        assert_eq!(chosen("0-2").as_deref(), Ok("++++++++-"));
    }

    #[test]
    fn a_bad_list_is_rejected_with_the_part_at_fault() {
        let document = document(&LEVELS);
        let error = |list| Selection::parse(list, &document).unwrap_err();
        let named = |part: &str| part.to_owned();
        assert_eq!(error(" , "), SelectionError::Empty);
        assert_eq!(error("1,x"), SelectionError::Malformed { part: named("x") });
        assert_eq!(error("1,2-"), SelectionError::Malformed { part: named("2-") });
        assert_eq!(error("1..2"), SelectionError::Malformed { part: named("1..2") });
        assert_eq!(error("99999999999"), SelectionError::Malformed { part: named("99999999999") });
        assert_eq!(error("2.9"), SelectionError::Unknown { part: named("2.9") });
        assert_eq!(error("0.1"), SelectionError::Unknown { part: named("0.1") });
        assert_eq!(error("0-9"), SelectionError::Unknown { part: named("9") });
        assert_eq!(error("1-9"), SelectionError::Unknown { part: named("9") });
        assert_eq!(error("1.1-2.1"), SelectionError::NotSiblings { part: named("1.1-2.1") });
        assert_eq!(error("3-1"), SelectionError::NotSiblings { part: named("3-1") });
    }
}
