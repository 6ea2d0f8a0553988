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
    /// A document of an office of which only a part is there: too little to tell what it is.
    Part,
    /// A paper of CNKI (CAJ, KDH, NH): its own reader saves it as PDF.
    Cnki,
    /// OFD, the fixed layout of GB/T 33190: its readers save it as PDF.
    Ofd,
    /// A book for Kindle (MOBI, AZW): other programs make EPUBs of them.
    Kindle,
    /// A compiled help file (CHM): web pages, packed.
    Help,
    /// A picture, or pictures of pages (`DjVu`).
    Picture,
}

/// What is known of a file by how it begins.
type Known = Result<Format, Package>;

/// What files begin with that are packages.
const MAGIC: [(&[u8], Known); 23] = [
    (b"%PDF-", Ok(Format::Pdf)),
    (b"{\\rtf", Ok(Format::Rtf)),
    // Word 2, which came before compound files.
    (b"\xdb\xa5\x2d\0", Ok(Format::Doc)),
    (b"PK\x03\x04", Err(Package::Archive)),
    (b"PK\x05\x06", Err(Package::Archive)),
    (b"Rar!\x1a", Err(Package::Archive)),
    (b"7z\xbc\xaf\x27\x1c", Err(Package::Archive)),
    (b"\x1f\x8b\x08", Err(Package::Archive)),
    (b"BZh9", Err(Package::Archive)),
    (b"\xfd7zXZ", Err(Package::Archive)),
    (b"\x28\xb5\x2f\xfd", Err(Package::Archive)),
    (b"MSCF\0\0\0\0", Err(Package::Archive)),
    (b"CAJ\0", Err(Package::Cnki)),
    (b"HN\xc8\0", Err(Package::Cnki)),
    (b"KDH 2.", Err(Package::Cnki)),
    (b"ITSF\x03\0\0\0", Err(Package::Help)),
    (b"AT&TFORM", Err(Package::Picture)),
    (b"\x89PNG\r\n\x1a\n", Err(Package::Picture)),
    (b"\xff\xd8\xff", Err(Package::Picture)),
    (b"GIF87a", Err(Package::Picture)),
    (b"GIF89a", Err(Package::Picture)),
    (b"II*\0", Err(Package::Picture)),
    (b"MM\0*", Err(Package::Picture)),
];

/// What ZIP archives begin with, in which documents are kept.
pub(super) const ZIP: &[u8] = b"PK";

/// What a ZIP archive has in it that is a document; the names of its files stand at both of its ends, in clear.
const PARTS: [(&[u8], Known); 9] = [
    (b"mimetypeapplication/epub+zip", Ok(Format::Epub)),
    (b"META-INF/container.xml", Ok(Format::Epub)),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Ok(Format::Odt)),
    (b"mimetypeapplication/vnd.oasis.opendocument", Err(Package::Office)),
    // Strict and odd writers name the main part otherwise, but in the same folder.
    (b"word/document", Ok(Format::Docx)),
    (b"xl/workbook", Err(Package::Office)),
    (b"ppt/presentation", Err(Package::Office)),
    (b"word/", Ok(Format::Docx)),
    (b"OFD.xml", Err(Package::Ofd)),
];

/// What the databases of Palm are called that hold a book for Kindle, and where that stands.
const BOOK: (usize, &[u8]) = (60, b"BOOKMOBI");

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

/// How many bytes are looked through of a document in one file: its first element names its kind.
const FLAT_HEAD: usize = 8 << 10;

/// What `bytes` are, if they are a package.
pub(super) fn package(bytes: &[u8]) -> Option<Known> {
    if bytes.starts_with(COMPOUND) {
        return Some(compound(bytes));
    }
    let Some((_, known)) = MAGIC.into_iter().find(|(magic, _)| bytes.starts_with(magic)) else {
        let is_book = bytes.get(BOOK.0..).is_some_and(|rest| rest.starts_with(BOOK.1));
        return if is_book { Some(Err(Package::Kindle)) } else { flat(bytes) };
    };
    if !bytes.starts_with(ZIP) {
        return Some(known);
    }
    let head = bytes.get(..ENDS.min(bytes.len())).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(ENDS)..).unwrap_or_default();
    let has = |part: &[u8]| [head, tail].iter().any(|end| memmem::find(end, part).is_some());
    Some(PARTS.into_iter().find(|(part, _)| has(part)).map_or(known, |(_, of)| of))
}

/// A document of `OpenDocument` in one file.
fn flat(bytes: &[u8]) -> Option<Known> {
    let head = bytes.get(..FLAT_HEAD.min(bytes.len()))?;
    let (_, head) = head.split_at_checked(memmem::find(head, b"<?xml").filter(|at| *at <= 3)?)?;
    let kind = head.get(memmem::find(head, b"<office:document")?..)?;
    let is_text = memmem::find(kind, b"application/vnd.oasis.opendocument.text").is_some();
    Some(if is_text { Ok(Format::Odt) } else { Err(Package::Office) })
}

fn compound(bytes: &[u8]) -> Known {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    let unnamed = || Err(if names_are_missing(bytes) { Package::Part } else { Package::Office });
    let known = STREAMS.into_iter().find(|(name, _)| has(name)).map_or_else(unnamed, |(_, known)| known);
    if known == Ok(Format::Doc) && is_locked(bytes) { Err(Package::Locked) } else { known }
}

/// Whether the file ends before the sector in which its head says that the names of its streams begin.
fn names_are_missing(bytes: &[u8]) -> bool {
    /// Where the head has the logarithm of the size of a sector, and the number of that sector behind the head.
    const SIZE: usize = 30;
    const FIRST: usize = 48;
    let number = |at: usize, len: usize| {
        let digits = bytes.get(at..at + len)?.iter().rev();
        Some(digits.fold(0_u64, |value, byte| value << 8 | u64::from(*byte)))
    };
    let (size, first) = (number(SIZE, 2), number(FIRST, 4));
    let end = size.zip(first).and_then(|(size, first)| (first + 2).checked_shl(u32::try_from(size).ok()?));
    end.is_none_or(|end| end > bytes.len() as u64)
}

/// Whether the text of a Word document (before 2007) is enciphered: its stream begins with a head that says so.
fn is_locked(bytes: &[u8]) -> bool {
    /// What streams begin at multiples of.
    const SECTOR: usize = 512;
    /// The head of Word 97 and later.
    const HEAD: &[u8] = b"\xec\xa5";
    let head = bytes.chunks(SECTOR).find(|sector| sector.starts_with(HEAD));
    head.and_then(|head| head.get(11)).is_some_and(|flags| flags & 1 != 0)
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
        let flat = |kind: &str| {
            let kind = format!("office:mimetype=\"application/vnd.oasis.opendocument.{kind}\"");
            format!("<?xml version=\"1.0\"?>\n<office:document xmlns:a=\"b\" {kind}>").into_bytes()
        };
        let word_97 = |flags: u8| {
            let mut bytes = compound("WordDocument");
            bytes.resize(1024, 0);
            bytes.extend(b"\xec\xa5\xc1\0\x04\x04\0\0\0\0\0");
            bytes.push(flags);
            bytes
        };
        // Sectors of 512 bytes, names in the second one behind the head.
        let mut sheet = [COMPOUND, &[0; 22], &[9, 0], &[0; 16], &[1, 0, 0, 0]].concat();
        sheet.resize(1024, 0);
        sheet.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
        sheet.resize(1536, 0);
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
            (word_97(0xf0), Some(Ok(Format::Doc))),
            (word_97(0xf1), Some(Err(Package::Locked))),
            (compound("EncryptedPackage"), Some(Err(Package::Locked))),
            (sheet.clone(), Some(Err(Package::Office))),
            (sheet.into_iter().take(1024).collect(), Some(Err(Package::Part))),
            ("PKU 的一篇文章，說到 word/document.xml".as_bytes().to_vec(), None),
            (flat("text"), Some(Ok(Format::Odt))),
            (flat("spreadsheet"), Some(Err(Package::Office))),
            (b"<?xml version=\"1.0\"?><html>office:document</html>".to_vec(), None),
            (zip("OFD.xml"), Some(Err(Package::Ofd))),
            (b"CAJ\0\x01\0".to_vec(), Some(Err(Package::Cnki))),
            (b"HN\xc8\0\x01\0".to_vec(), Some(Err(Package::Cnki))),
            ("CAJ 和 KDH 是知網的格式".as_bytes().to_vec(), None),
            ([&[b'a'; 60][..], b"BOOKMOBI"].concat(), Some(Err(Package::Kindle))),
            (b"ITSF\x03\0\0\0".to_vec(), Some(Err(Package::Help))),
            (b"\xff\xd8\xff\xe0".to_vec(), Some(Err(Package::Picture))),
            (b"\x89PNG\r\n".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(package(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
