//! Packages: files that hold a document, but not as text. What they are is told by their content, whatever their name.

use memchr::memmem;

use super::Format;

/// A package that is no document to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// A document of an office that is no text: a sheet, slides.
    Office,
    /// A document of an office that is locked by a password.
    Locked,
    /// A packed file: it may hold anything.
    Archive,
}

/// What is known of a file by how it begins.
type Known = Result<Format, Package>;

/// What files begin with that are packages.
const MAGIC: [(&[u8], Known); 11] = [
    (b"%PDF-", Ok(Format::Pdf)),
    (b"{\\rtf", Ok(Format::Rtf)),
    (b"PK\x03\x04", Err(Package::Archive)),
    (b"PK\x05\x06", Err(Package::Archive)),
    (b"Rar!\x1a", Err(Package::Archive)),
    (b"7z\xbc\xaf\x27\x1c", Err(Package::Archive)),
    (b"\x1f\x8b\x08", Err(Package::Archive)),
    (b"BZh9", Err(Package::Archive)),
    (b"\xfd7zXZ", Err(Package::Archive)),
    (b"\x28\xb5\x2f\xfd", Err(Package::Archive)),
    (b"MSCF\0\0\0\0", Err(Package::Archive)),
];

/// What a ZIP archive has in it that is a document; the names of its files stand at both of its ends, in clear.
const PARTS: [(&[u8], Known); 8] = [
    (b"mimetypeapplication/epub+zip", Ok(Format::Epub)),
    (b"META-INF/container.xml", Ok(Format::Epub)),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Ok(Format::Odt)),
    (b"mimetypeapplication/vnd.oasis.opendocument", Err(Package::Office)),
    // Strict and odd writers name the main part otherwise, but in the same folder.
    (b"word/document", Ok(Format::Docx)),
    (b"xl/workbook", Err(Package::Office)),
    (b"ppt/presentation", Err(Package::Office)),
    (b"word/", Ok(Format::Docx)),
];

/// What compound files of Microsoft's begin with.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Streams of a compound file (their names are UTF-16) that tell what it is.
const STREAMS: [(&str, Known); 4] = [
    ("WordDocument", Ok(Format::Doc)),
    ("MatOST", Ok(Format::Works)),
    ("CONTENTS", Ok(Format::Works)),
    ("EncryptedPackage", Err(Package::Locked)),
];

/// How many bytes are looked through at each end of an archive.
const ENDS: usize = 256 << 10;

/// What `bytes` are, if they are a package.
pub(super) fn package(bytes: &[u8]) -> Option<Known> {
    if bytes.starts_with(COMPOUND) {
        return Some(compound(bytes));
    }
    let (_, known) = MAGIC.into_iter().find(|(magic, _)| bytes.starts_with(magic))?;
    if !bytes.starts_with(b"PK") {
        return Some(known);
    }
    let head = bytes.get(..ENDS.min(bytes.len())).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(ENDS)..).unwrap_or_default();
    let has = |part: &[u8]| [head, tail].iter().any(|end| memmem::find(end, part).is_some());
    Some(PARTS.into_iter().find(|(part, _)| has(part)).map_or(known, |(_, of)| of))
}

fn compound(bytes: &[u8]) -> Known {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    STREAMS.into_iter().find(|(name, _)| has(name)).map_or(Err(Package::Office), |(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_known_by_its_content() {
        let zip = |part: &str| format!("PK\x03\x04\u{14}\0\0\0{part}\0\0").into_bytes();
        let compound = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            COMPOUND.iter().copied().chain([0; 8]).chain(name).collect::<Vec<u8>>()
        };
        for (bytes, expected) in [
            (zip("[Content_Types].xml…word/document.xml"), Some(Ok(Format::Docx))),
            (zip("mimetypeapplication/epub+zip"), Some(Ok(Format::Epub))),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), Some(Ok(Format::Odt))),
            (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Some(Err(Package::Office))),
            (zip("xl/workbook.xml"), Some(Err(Package::Office))),
            (zip("照片.jpg"), Some(Err(Package::Archive))),
            (b"%PDF-1.7\n".to_vec(), Some(Ok(Format::Pdf))),
            (b"{\\rtf1\\ansi".to_vec(), Some(Ok(Format::Rtf))),
            (compound("WordDocument"), Some(Ok(Format::Doc))),
            (compound("EncryptedPackage"), Some(Err(Package::Locked))),
            (compound("Workbook"), Some(Err(Package::Office))),
            ("PKU 的一篇文章，說到 word/document.xml".as_bytes().to_vec(), None),
            (b"\x89PNG\r\n".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(package(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
