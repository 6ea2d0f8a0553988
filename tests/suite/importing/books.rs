//! Books.

use std::io::{Cursor, Write as _};

use gangmu::import::hints::Target;
use gangmu::import::{Format, ImportError, Options, Remark, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{imported, shown};

/// A book of these pages (name and body), whose contents are the items of `nav`, with other parts beside.
fn book(pages: &[(&str, &str)], nav: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    };
    add("mimetype", b"application/epub+zip");
    let container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>\
        <rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    add("META-INF/container.xml", container.as_bytes());
    let items = |form: &dyn Fn(&str) -> String| pages.iter().map(|(name, _)| form(name)).collect::<String>();
    let package = format!(
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='i'>\
         <metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:identifier id='i'>x</dc:identifier>\
         <dc:title>某書</dc:title><dc:language>zh</dc:language></metadata><manifest>\
         <item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>{}</manifest>\
         <spine>{}</spine></package>",
        items(&|name| format!("<item id='{name}' href='{name}.xhtml' media-type='application/xhtml+xml'/>")),
        items(&|name| format!("<itemref idref='{name}'/>")),
    );
    add("OPS/book.opf", package.as_bytes());
    let page = |body: &str| {
        format!(
            "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml' \
             xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head><body>{body}</body></html>"
        )
    };
    add("OPS/nav.xhtml", page(&format!("<nav epub:type='toc'><ol>{nav}</ol></nav>")).as_bytes());
    for (name, body) in pages {
        add(&format!("OPS/{name}.xhtml"), page(body).as_bytes());
    }
    for (name, content) in parts {
        add(name, content);
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_contents_say_which_lines_are_headings_and_how_deep() {
    let pages = [
        ("a", "<h1>上卷</h1><p>說明</p>"),
        ("b", "<h1>第一章　開端</h1><p>文一。</p><h2>小節</h2><p>文二。</p><p id='x'>插曲</p><p>文三。</p>"),
        (
            "c",
            "<p>沒有標題的一章，開頭就是正文，而且是長長的一句話，一直寫到這一行寫滿了才停下來，停了又寫。</p>",
        ),
    ];
    let nav = "<li><a href='a.xhtml'>上卷</a><ol><li><a href='b.xhtml'>第一章 開端</a><ol>\
               <li><a href='b.xhtml#x'>插曲</a></li></ol></li><li><a href='c.xhtml'>第二章</a></li></ol></li>";
    let bytes = book(&pages, nav, &[]);
    assert_eq!(Format::of(&bytes, None), Ok(Format::Epub));
    let imported = imported(bytes, Format::Epub);
    let expected = "H1c|上卷\n|說明\nH2c|第一章　開端\n|文一。\nH3|小節\n|文二。\nH3c|插曲\n|文三。\nH2c|第二章\n\
                    |沒有標題的一章，開頭就是正文，而且是長長的一句話，一直寫到這一行寫滿了才停下來，停了又寫。\n";
    assert_eq!(shown(&imported), expected);
    assert_eq!((imported.hints.title.as_str(), imported.remarks.len()), ("某書", 0));
}

#[test]
fn notes_links_and_pictures_go_over_pages() {
    let pages = [
        ("a", "<p>甲<a epub:type='noteref' href='n.xhtml#n1'>*</a>，見<a href='b.xhtml'>下頁</a>。</p>"),
        (
            "n",
            "<aside epub:type='footnote' id='n1'><p>註<a epub:type='backlink' href='a.xhtml'>↩</a></p></aside>",
        ),
        ("b", "<p>乙<img src='../img/%E5%9C%96.gif' alt='圖'/></p>"),
    ];
    let bytes = book(&pages, "<li><a href='a.xhtml'>甲</a></li>", &[("img/圖.gif", b"GIF89a...")]);
    let imported = imported(bytes, Format::Epub);
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    assert_eq!(text, "甲[1]，見下頁。\n乙\u{fffc}\n[1] 註\n");
    assert_eq!(hints.notes[0].range.slice(text), "[1] 註");
    let place = gangmu::text::SourceOffset::new(text.find('乙').unwrap());
    assert_eq!(hints.links[0].target, Target::Place(place));
    assert_eq!(hints.images[0].data.as_deref(), Some(&b"GIF89a..."[..]));
    assert_eq!(imported.remarks, [Remark::Images(1)]);
}

#[test]
fn notes_that_nothing_calls_such_go_over_pages() {
    let pages = [
        ("a", "<p>甲<a id='f1' href='n.xhtml#f2'>[1]</a>，見<a href='b.xhtml#x'>下頁</a>。</p>"),
        ("b", "<p><a id='x' href='a.xhtml'>乙</a><sup id='g1'><a href='n.xhtml#g2'>②</a></sup></p>"),
        (
            "n",
            "<h2>註釋</h2><p><a id='f2' href='a.xhtml#f1'>[1]</a> 見舊志。</p>\
             <div id='g2'><p><a href='b.xhtml#g1'>②</a>見新志。</p></div>",
        ),
    ];
    let imported = imported(book(&pages, "<li><a href='a.xhtml'>甲</a></li>", &[]), Format::Epub);
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    let notes: Vec<_> = hints.notes.iter().map(|note| note.range.slice(text)).collect();
    assert_eq!(notes, ["[1] 見舊志。", "[2] 見新志。"], "{text}");
    assert!(text.starts_with("甲[1]，見下頁。\n乙[2]\n"), "{text}");
}

#[test]
fn what_cannot_be_read_is_told() {
    let read = |bytes: Vec<u8>, most_bytes| {
        let options = Options { most_bytes, ..Options::default() };
        import(bytes, Format::Epub, &options).map(|imported| imported.decoded.text)
    };
    let whole = || book(&[("a", "<p>甲</p>")], "<li><a href='a.xhtml'>甲</a></li>", &[]);
    assert_eq!(read(whole(), 1 << 20), Ok("甲\n".to_owned()));
    assert_eq!(read(whole(), 1000), Err(ImportError::TooLarge));
    assert_eq!(read(b"PK\x03\x04".to_vec(), 1 << 20), Err(ImportError::Damaged));
    let locked = b"<encryption><CipherReference URI='OPS/a.xhtml'/></encryption>";
    let locked = book(&[("a", "<p>x</p>")], "", &[("META-INF/encryption.xml", locked)]);
    assert_eq!(read(locked, 1 << 20), Err(ImportError::Locked));
    let fonts = b"<encryption><CipherReference URI='OPS/a.otf'/></encryption>";
    let fonts = book(&[("a", "<p>甲</p>")], "", &[("META-INF/encryption.xml", fonts)]);
    assert_eq!(read(fonts, 1 << 20), Ok("甲\n".to_owned()));
    assert_eq!(read(book(&[("a", "<p/>")], "", &[]), 1 << 20), Err(ImportError::NoText));
}
