//! Packages of the formats that are ZIP archives (Word, `OpenDocument`, EPUB), read part by part within limits.
//!
//! What an archive declares of its sizes is never believed: what is unpacked is counted.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::ImportError;

mod pictures;

/// Most parts that a package may have.
const MOST_PARTS: usize = 1 << 16;

/// A package. Its parts are unpacked when they are asked for.
pub(super) struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where the part of a name stands in the archive.
    parts: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: usize,
    pictures: pictures::Pictures,
}

/// A part of a package, unpacked.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// What is in it.
    pub(super) bytes: Vec<u8>,
    /// Whether it goes on beyond the limit.
    pub(super) is_cut: bool,
    /// Whether it is damaged; what could be unpacked is there.
    pub(super) is_damaged: bool,
}

impl<'a> Zipped<'a> {
    /// The package `bytes`, of which `most_bytes` may be unpacked in all.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] where it is no archive, or parts of it lie in one another; [`ImportError::TooLarge`]
    /// where it has too many parts.
    pub(super) fn open(bytes: &'a [u8], most_bytes: usize) -> Result<Self, ImportError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(ImportError::TooLarge);
        }
        if archive.has_overlapping_entries().map_err(|error| refused(&error))? {
            return Err(ImportError::Damaged);
        }
        let mut parts = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                parts.entry(plain(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, parts, left: most_bytes, pictures: pictures::Pictures::default() })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// The part of that name, at most `most` bytes of it; `None` where there is none.
    ///
    /// # Errors
    /// [`ImportError::Locked`] where it needs a password, [`ImportError::Damaged`] where it cannot be unpacked at all.
    pub(super) fn part(&mut self, name: &str, most: usize) -> Result<Option<Part>, ImportError> {
        let Some(&index) = self.parts.get(&plain(name)) else { return Ok(None) };
        let most = most.min(self.left);
        let file = self.archive.by_index(index).map_err(|error| refused(&error))?;
        let mut part = Part::default();
        part.is_damaged = file.take(most as u64 + 1).read_to_end(&mut part.bytes).is_err();
        part.is_cut = part.bytes.len() > most;
        part.bytes.truncate(most);
        self.left -= part.bytes.len();
        Ok(Some(part))
    }

    /// Unpacks every part and keeps none: for readers that know no limits of their own.
    ///
    /// # Errors
    /// [`ImportError::TooLarge`] where all parts together are beyond the limit, [`ImportError::Locked`] where one needs
    /// a password. A damaged part counts as far as it goes.
    pub(super) fn check(&mut self) -> Result<(), ImportError> {
        let mut left = self.left as u64;
        for index in 0..self.archive.len() {
            let file = match self.archive.by_index(index).map_err(|error| refused(&error)) {
                Ok(file) => file,
                Err(ImportError::Damaged) => continue,
                Err(error) => return Err(error),
            };
            let mut sink = Count(0);
            // A damaged part is found when it is read.
            let _ = std::io::copy(&mut file.take(left + 1), &mut sink);
            left = left.checked_sub(sink.0).ok_or(ImportError::TooLarge)?;
        }
        Ok(())
    }
}

/// Counts what is written to it.
struct Count(u64);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The name of a part as it is looked up: writers differ in case, in the slash and in what it begins with.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches("./").trim_start_matches('/').to_lowercase()
}

fn refused(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ImportError::Locked
        }
        _ => ImportError::Damaged,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A package of these parts: names and contents.
    pub(in crate::import) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a name");
            zip.write_all(content).expect("room");
        }
        zip.finish().expect("a package").into_inner()
    }

    fn whole(bytes: &[u8]) -> Part {
        Part { bytes: bytes.to_vec(), ..Part::default() }
    }

    #[test]
    fn a_part_is_found_whatever_its_slashes_and_case() {
        let bytes = zipped(&[("word/document.xml", b"text"), ("Word\\Styles.xml", b"styles")]);
        let mut package = Zipped::open(&bytes, 100).expect("a package");
        assert_eq!(package.part("/word/document.xml", 100), Ok(Some(whole(b"text"))));
        assert_eq!(package.part("word/styles.xml", 100), Ok(Some(whole(b"styles"))));
        assert_eq!(package.part("word/numbering.xml", 100), Ok(None));
        assert!(package.has("WORD/styles.xml") && !package.has("styles.xml"));
    }

    #[test]
    fn no_more_is_unpacked_than_the_limits_say() {
        let bytes = zipped(&[("a", &[b'a'; 1000]), ("b", &[b'b'; 1000])]);
        let mut package = Zipped::open(&bytes, 1500).expect("a package");
        let lengths = |part: Result<Option<Part>, _>| part.ok().flatten().map(|p| (p.bytes.len(), p.is_cut));
        assert_eq!(package.check(), Err(ImportError::TooLarge));
        assert_eq!(lengths(package.part("a", 10)), Some((10, true)));
        assert_eq!(lengths(package.part("a", 1000)), Some((1000, false)));
        assert_eq!(lengths(package.part("b", 1000)), Some((490, true)));
        assert_eq!(Zipped::open(&bytes, 2000).expect("a package").check(), Ok(()));
    }

    #[test]
    fn what_is_damaged_is_told() {
        let text: Vec<u8> = (0..5000u32).flat_map(u32::to_le_bytes).collect();
        let mut bytes = zipped(&[("a", &text)]);
        assert_eq!(Zipped::open(&bytes[..bytes.len() / 2], 100).err(), Some(ImportError::Damaged));
        bytes[2000..2100].fill(0xff);
        let part = Zipped::open(&bytes, 1 << 20).expect("a package").part("a", 1 << 20);
        assert!(part.is_ok_and(|part| part.is_some_and(|part| part.is_damaged)));
    }

    #[test]
    fn parts_that_lie_in_one_another_are_refused() {
        let bytes = zipped(&[("a", b"one"), ("b", b"two")]);
        let mut twice = bytes.clone();
        // The directory says that both begin where the first does.
        let second = memchr::memmem::rfind(&twice, b"PK\x01\x02").expect("an entry");
        twice[second + 42..second + 46].fill(0);
        assert!(Zipped::open(&bytes, 100).is_ok());
        assert!(Zipped::open(&twice, 100).is_err());
    }
}
