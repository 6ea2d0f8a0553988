//! Packages: files that hold a document, but not as text. What they are is told by their content, whatever their name.

use memchr::memmem;

/// What a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// A Word document (.docx).
    Word,
    /// Another document of an office: a table, slides, a text of LibreOffice's.
    Office,
    /// A document of Microsoft Office before 2007.
    OldOffice,
    /// A book (.epub).
    Epub,
    /// A page description (.pdf).
    Pdf,
    /// A packed file: it may hold anything.
    Archive,
}

/// What files begin with that are packages.
const MAGIC: [(&[u8], Package); 11] = [
    (b"%PDF-", Package::Pdf),
    // Compound files of Microsoft's.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Package::OldOffice),
    (b"PK\x03\x04", Package::Archive),
    (b"PK\x05\x06", Package::Archive),
    (b"Rar!\x1a", Package::Archive),
    (b"7z\xbc\xaf\x27\x1c", Package::Archive),
    (b"\x1f\x8b\x08", Package::Archive),
    (b"BZh9", Package::Archive),
    (b"\xfd7zXZ", Package::Archive),
    (b"\x28\xb5\x2f\xfd", Package::Archive),
    (b"MSCF\0\0\0\0", Package::Archive),
];

/// What a ZIP archive has in it that is a document; the names of its files stand at both of its ends, in clear.
const PARTS: [(&[u8], Package); 6] = [
    (b"mimetypeapplication/epub+zip", Package::Epub),
    (b"META-INF/container.xml", Package::Epub),
    (b"mimetypeapplication/vnd.oasis.opendocument", Package::Office),
    (b"word/document.xml", Package::Word),
    (b"xl/workbook.xml", Package::Office),
    (b"ppt/presentation.xml", Package::Office),
];

/// How many bytes are looked through at each end of an archive.
const ENDS: usize = 256 << 10;

/// What `bytes` are, if they are a package.
pub fn package(bytes: &[u8]) -> Option<Package> {
    let (_, package) = MAGIC.into_iter().find(|(magic, _)| bytes.starts_with(magic))?;
    if package != Package::Archive || !bytes.starts_with(b"PK") {
        return Some(package);
    }
    let head = bytes.get(..ENDS.min(bytes.len())).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(ENDS)..).unwrap_or_default();
    let has = |part: &[u8]| [head, tail].iter().any(|end| memmem::find(end, part).is_some());
    Some(PARTS.into_iter().find(|(part, _)| has(part)).map_or(package, |(_, of)| of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_known_by_its_content() {
        let zip = |part: &str| format!("PK\x03\x04\u{14}\0\0\0{part}\0\0").into_bytes();
        for (bytes, expected) in [
            (zip("[Content_Types].xml…word/document.xml"), Some(Package::Word)),
            (zip("mimetypeapplication/epub+zip"), Some(Package::Epub)),
            (zip("xl/workbook.xml"), Some(Package::Office)),
            (zip("照片.jpg"), Some(Package::Archive)),
            (b"%PDF-1.7\n".to_vec(), Some(Package::Pdf)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0".to_vec(), Some(Package::OldOffice)),
            ("PKU 的一篇文章，說到 word/document.xml".as_bytes().to_vec(), None),
            (b"\x89PNG\r\n".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(package(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
