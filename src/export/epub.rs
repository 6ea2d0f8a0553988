//! A book for e-readers (EPUB 3): a file for each top section, nested contents, the language, no script.
//!
//! The book goes straight into its package, section by section; contents and package file, which name all of them,
//! come last. The same sections give the same book: it holds no date of today, and its identifier is a digest of its
//! text.

use std::io::{Cursor, Write as _};

use sha2::{Digest as _, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::contents::Contents;
use super::hypertext::{Hypertext, Lists};
use super::pictures::Pictures;
use super::{ExportError, Language, Options, Piece, RichText};

mod package;

use package::Book;

/// A section that is longer than this in bytes goes on in another file where one below it begins: e-readers lay out a
/// file at once.
const LONG: usize = 200_000;

/// The pieces as a book.
pub(super) fn render<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    pack(pieces, options, language).map_err(|error| ExportError::Pack(error.to_string()))
}

fn pack<'a>(
    pieces: impl Iterator<Item = Piece<'a>>,
    options: &Options<'_>,
    language: Language,
) -> ZipResult<Vec<u8>> {
    let title = if options.title.trim().is_empty() { language.untitled() } else { options.title };
    let book = Book { title, language, is_vertical: options.vertical };
    let mut writer = Writer::new(book)?;
    for piece in pieces {
        match &piece {
            Piece::Heading(heading) => writer.heading(heading.level.max(1), &heading.text)?,
            other => writer.add(other),
        }
    }
    writer.finish()
}

/// A book while it is written.
struct Writer<'a> {
    book: Book<'a>,
    zip: ZipWriter<Cursor<Vec<u8>>>,
    contents: Contents,
    digest: Sha256,
    pictures: Pictures,
    /// How many files of text were begun, and how many headings there were.
    files: usize,
    headings: usize,
    /// The level of the heading that began the file that is open; 0: none did.
    level: u8,
    /// The file that is open; empty: none is.
    body: String,
    /// The lists that are open in it.
    lists: Lists,
}

impl<'a> Writer<'a> {
    fn new(book: Book<'a>) -> ZipResult<Self> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // Readers tell a book by this entry: the first, and not compressed.
        zip.start_file(
            "mimetype",
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored),
        )?;
        zip.write_all(b"application/epub+zip")?;
        let mut digest = Sha256::new();
        digest.update(book.title);
        let (contents, body) = (Contents::new("ol"), String::new());
        let pictures = Pictures::default();
        let lists = Lists::default();
        let mut writer =
            Self { book, zip, contents, digest, pictures, files: 0, headings: 0, level: 0, body, lists };
        writer.file("META-INF/container.xml", package::CONTAINER)?;
        let style = writer.book.style();
        writer.file("EPUB/style.css", &style)?;
        Ok(writer)
    }

    fn file(&mut self, name: &str, content: &str) -> ZipResult<()> {
        let packing = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.zip.start_file(name, packing)?;
        self.zip.write_all(content.as_bytes())?;
        Ok(())
    }

    fn heading(&mut self, level: u8, heading: &RichText<'_>) -> ZipResult<()> {
        let text = &*heading.without_notes();
        self.lists.end(&mut self.body);
        if level <= self.level || self.level == 0 || self.body.len() > LONG {
            self.close()?;
            self.open(text);
            self.level = if self.level == 0 { level } else { level.min(self.level) };
        }
        self.headings += 1;
        let id = format!("s{}", self.headings);
        self.contents.add(level, &format!("{}#{id}", package::name(self.files)), text);
        let pictures = &mut self.pictures;
        let mut picture = |image: &_| pictures.add(image).map(|(_, picture)| picture.name.clone());
        let mut hypertext = Hypertext { picture: &mut picture, is_book: true };
        hypertext.heading(&mut self.body, level, &id, heading);
        self.digest.update(&*heading.text);
        Ok(())
    }

    /// Adds what is no heading.
    fn add(&mut self, piece: &Piece<'_>) {
        if self.body.is_empty() {
            let title = self.book.title;
            self.open(title);
        }
        let before = self.body.len();
        let pictures = &mut self.pictures;
        let mut picture = |image: &_| pictures.add(image).map(|(_, picture)| picture.name.clone());
        let mut hypertext = Hypertext { picture: &mut picture, is_book: true };
        hypertext.piece(&mut self.body, &mut self.lists, piece);
        self.digest.update(self.body.get(before..).unwrap_or_default());
    }

    /// Begins a file of text.
    fn open(&mut self, title: &str) {
        self.files += 1;
        self.body = self.book.head(title);
    }

    /// Writes the file that is open.
    fn close(&mut self) -> ZipResult<()> {
        let body = std::mem::take(&mut self.body);
        if body.is_empty() {
            return Ok(());
        }
        self.file(&format!("EPUB/{}", package::name(self.files)), &(body + package::FOOT))
    }

    fn finish(mut self) -> ZipResult<Vec<u8>> {
        self.lists.end(&mut self.body);
        self.close()?;
        let mut contents = std::mem::replace(&mut self.contents, Contents::new("ol"));
        // Contents must not be empty.
        if contents.is_empty() {
            contents.add(1, &package::name(1), self.book.title);
        }
        let contents = self.book.contents(&contents.finish());
        self.file("EPUB/nav.xhtml", &contents)?;
        for picture in self.pictures.all() {
            // They are packed already.
            let packing = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            self.zip.start_file(format!("EPUB/{}", picture.name), packing)?;
            self.zip.write_all(&picture.data)?;
        }
        let digest = std::mem::take(&mut self.digest).finalize();
        let package = self.book.package(self.files, self.pictures.all(), &digest);
        self.file("EPUB/package.opf", &package)?;
        Ok(self.zip.finish()?.into_inner())
    }
}
