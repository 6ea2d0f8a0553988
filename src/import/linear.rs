//! Reading a file takes steps that grow with it and no faster, and so does what comes of it, whatever stands in the file.

use std::fmt::Write as _;

use super::zipped::tests::zipped;
use super::{Format, Options, import, steps};

/// What a hostile file has so and so often.
type Made = fn(usize) -> Vec<u8>;

/// Hostile files of each format: each makes something look back or ahead as far as it can, or be used again and again.
const HOSTILE: [(Format, &str, Made); 40] = [
    (Format::Docx, "runs", |n| word(&paragraph(&"<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>".repeat(n)))),
    (Format::Docx, "empty bold runs behind places", |n| {
        let places = "<w:bookmarkStart w:name=\"a\"/>".repeat(n);
        word(&paragraph(
            &(places + &"<w:r><w:rPr><w:b/></w:rPr></w:r>".repeat(n) + "<w:r><w:t>字</w:t></w:r>"),
        ))
    }),
    (Format::Docx, "empty paragraphs", |n| word(&("<w:p/>".repeat(n) + &said("字")))),
    (Format::Docx, "the same line", |n| word(&said("一、總則").repeat(n))),
    (Format::Docx, "one line", |n| word(&said(&"一片".repeat(n)))),
    (Format::Docx, "rows", |n| word(&table(&row(&["一", "二"]).repeat(n)))),
    (Format::Docx, "cells", |n| word(&table(&row(&vec!["一"; n])))),
    (Format::Docx, "tables in tables", |n| {
        let open = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>".repeat(n);
        word(&(said("字") + &open + &"</w:tc></w:tr></w:tbl>".repeat(n)))
    }),
    (Format::Docx, "text boxes", |n| {
        let text_box = format!("<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>", said("字"));
        word(&paragraph(&format!("<w:r>{}</w:r>", text_box.repeat(n))))
    }),
    (Format::Docx, "pictures of which much is said", |n| {
        let drawing = format!(
            "<w:drawing><w:docPr descr=\"{}\"/>{}</w:drawing>",
            "圖".repeat(n),
            "<a:blip/>".repeat(n)
        );
        word(&paragraph(&format!("<w:r><w:t>字</w:t>{drawing}</w:r>")))
    }),
    (Format::Docx, "notes", |n| {
        let note = |id: usize| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", said("註"));
        let reference = |id: usize| paragraph(&format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>"));
        package(&each(n, reference), &[("footnotes", each(n, note))])
    }),
    (Format::Docx, "lists", |n| {
        let list = |id: usize| {
            level(id, "%1、") + &format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>")
        };
        package(&each(n, item), &[("numbering", each(n, list))])
    }),
    (Format::Docx, "items of a long number", |n| {
        let list = level(1, &"%1".repeat(n)) + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
        package(&item(1).repeat(n), &[("numbering", list)])
    }),
    (Format::Docx, "styles on styles", |n| {
        let style =
            |id: usize| format!("<w:style w:styleId=\"{}\"><w:basedOn w:val=\"{id}\"/></w:style>", id + 1);
        let styled = paragraph(&format!("<w:pPr><w:pStyle w:val=\"{n}\"/></w:pPr><w:r><w:t>字</w:t></w:r>"));
        package(&styled.repeat(n), &[("styles", each(n, style))])
    }),
    (Format::Docx, "deleted ends of paragraphs", |n| {
        let deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>";
        word(&(paragraph(deleted).repeat(n) + &said("字")))
    }),
    (Format::Odt, "spans behind places", |n| {
        let places = "<text:bookmark text:name=\"a\"/>".repeat(n);
        let spans = "<text:span text:style-name=\"b\"> </text:span>".repeat(n);
        opendocument(&format!("<text:p>{places}{spans}字</text:p>"))
    }),
    (Format::Odt, "items", |n| {
        opendocument(&format!(
            "<text:list>{}</text:list>",
            "<text:list-item><text:p>字</text:p></text:list-item>".repeat(n)
        ))
    }),
    (Format::Odt, "notes", |n| {
        let note = "字<text:note><text:note-body><text:p>註</text:p></text:note-body></text:note>";
        opendocument(&format!("<text:p>{}</text:p>", note.repeat(n)))
    }),
    (Format::Odt, "frames", |n| {
        let frame = "<draw:frame><draw:text-box><text:p>字</text:p></draw:text-box></draw:frame>";
        opendocument(&format!("<text:p>{}</text:p>", frame.repeat(n)))
    }),
    (Format::Html, "paragraphs under a long title", |n| {
        page(&"題".repeat(n), &"<div>一段文字說得很多，也很長，是正文。</div>".repeat(n))
    }),
    (Format::Html, "headings under a long title", |n| {
        page(&"題".repeat(n), &"<h2>一段文字</h2><p>說得很多，也很長，是正文，還有一些要說。".repeat(n))
    }),
    (Format::Html, "rows below a wide one", |n| {
        page("", &format!("<table><tr>{}</tr>{}</table>", "<td>一".repeat(n), "<tr><td>一".repeat(n)))
    }),
    (Format::Html, "lists in lists", |n| page("", &"<ul><li>一".repeat(n))),
    (Format::Html, "emphasis", |n| page("", &"<b>一</b><i>二</i>".repeat(n))),
    (Format::Html, "places and links", |n| {
        page("", &each(n, |at| format!("<a name=a{at} href=#a{}>一</a>", n - at)))
    }),
    (Format::Html, "marks of one name that lead to it", |n| {
        page("", &"<a name=\"a\" href=\"#a\">[1]</a>".repeat(n))
    }),
    (Format::Html, "empty lines", |n| page("", &format!("<pre>一{}一</pre>", "\n".repeat(n)))),
    (Format::Html, "furniture", |n| page("", &"<nav>一</nav><p>二</p>".repeat(n))),
    (Format::Markdown, "headings", |n| "# 題\n\n".repeat(n).into_bytes()),
    (Format::Markdown, "open brackets", |n| "[一](".repeat(n).into_bytes()),
    (Format::Markdown, "notes under headings", |n| {
        each(n, |at| format!("# 題\n一[^{at}]\n\n[^{at}]: 註\n\n")).into_bytes()
    }),
    (Format::Markdown, "a wide table", |n| {
        format!("{}|\n{}|\n{}", "|一".repeat(n), "|-".repeat(n), "|一|\n".repeat(n)).into_bytes()
    }),
    (Format::Epub, "entries that lead into one line", |n| {
        let line = each(n, |at| format!("<a id=\"a{at}\"/>字"));
        book(&format!("<p>{line}</p>"), &each(n, |at| entry(&format!("p.xhtml#a{at}"))), 1)
    }),
    (Format::Epub, "entries that lead to empty lines", |n| {
        book(&format!("<pre id=\"a\">{}字</pre>", "\n".repeat(n)), &entry("p.xhtml#a").repeat(n), 1)
    }),
    (Format::Epub, "a page again and again", |n| book(&"<p>字</p>".repeat(n), &entry("p.xhtml"), n)),
    (Format::Pdf, "letters anywhere", |n| paper(&each(n, |at| show(at * 37 % 500, at * 61 % 800)), &[])),
    (Format::Pdf, "lines", |n| {
        let line =
            |at: usize| format!("ET {} {} m 300 {1} l S BT {}", at * 7 % 290, at * 61 % 800, show(50, at));
        paper(&each(n, line), &[])
    }),
    (Format::Pdf, "small tables", |n| {
        let table = |at: usize| {
            let (x, y) = (60 * (at % 8), 45 * (at / 8));
            let boxes = [(0, 0), (20, 0), (0, 20), (20, 20)].map(|(right, up)| (x + right, y + up));
            let drawn = boxes.map(|(x, y)| format!("ET {x} {y} 20 20 re S BT {}", show(x + 5, y + 5)));
            drawn.concat()
        };
        paper(&(each(n / 32, table) + &each(n, |at| show(500, at))), &[])
    }),
    (Format::Pdf, "bookmarks of one page", |n| paper(&each(n, |at| show(50, at)), &vec!["a"; n])),
    (Format::Pdf, "a long bookmark", |n| paper(&each(n, |at| show(50, at)), &[&"a".repeat(n)])),
];

#[test]
fn reading_takes_twice_the_steps_for_twice_the_file() {
    let mut faster = Vec::new();
    for (format, name, made) in HOSTILE {
        let [one, two] = [1 << 11, 1 << 12].map(|times| {
            let (file, mut written) = (made(times), 0);
            let taken = steps::of(|| {
                let read = import(file, format, &Options::default());
                let read = read.unwrap_or_else(|error| panic!("{format:?}, {name}: {error}"));
                let hints = serde_json::to_vec(&read.hints).map_or(0, |hints| hints.len());
                written = (read.decoded.text.len() + hints) as u64;
            });
            [taken, written]
        });
        let grown = one.into_iter().zip(two).filter(|(one, two)| *one == 0 || two * 10 > one * 22);
        faster.extend(grown.map(|grown| format!("{format:?}, {name}: {grown:?}")));
    }
    assert!(faster.is_empty(), "{faster:#?}");
}

fn each(times: usize, one: impl Fn(usize) -> String) -> String {
    (0..times).map(one).collect::<Vec<_>>().concat()
}

fn paragraph(within: &str) -> String {
    format!("<w:p>{within}</w:p>")
}

fn said(text: &str) -> String {
    paragraph(&format!("<w:r><w:t>{text}</w:t></w:r>"))
}

fn table(rows: &str) -> String {
    format!("<w:tbl>{rows}</w:tbl>")
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", said(cell))).collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// What defines a list of one level.
fn level(id: usize, text: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>"
    )
}

/// An item of it.
fn item(list: usize) -> String {
    let number = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    paragraph(&format!("<w:pPr>{number}</w:pPr><w:r><w:t>項</w:t></w:r>"))
}

/// A Word file without styles, lists and notes.
fn word(body: &str) -> Vec<u8> {
    package(body, &[])
}

/// A Word file with further parts.
fn package(body: &str, parts: &[(&str, String)]) -> Vec<u8> {
    let relation = |name: &str, target: &str| {
        format!("<Relationship Id=\"{name}\" Type=\"x/{name}\" Target=\"{target}\"/>")
    };
    let relations: Vec<_> = parts.iter().map(|(name, _)| relation(name, &format!("{name}.xml"))).collect();
    let written = |relations: &str| format!("<Relationships>{relations}</Relationships>");
    let mut files = vec![
        ("_rels/.rels".to_owned(), written(&relation("officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels".to_owned(), written(&relations.concat())),
        ("word/document.xml".to_owned(), format!("<w:document><w:body>{body}</w:body></w:document>")),
    ];
    files.extend(
        parts.iter().map(|(name, part)| (format!("word/{name}.xml"), format!("<w:part>{part}</w:part>"))),
    );
    packed(&files)
}

fn packed(files: &[(String, String)]) -> Vec<u8> {
    let files: Vec<_> = files.iter().map(|(name, file)| (name.as_str(), file.as_bytes())).collect();
    zipped(&files)
}

fn opendocument(text: &str) -> Vec<u8> {
    let bold = "<style:style style:name=\"b\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>";
    format!(
        "<office:document><office:automatic-styles>{bold}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document>"
    )
    .into_bytes()
}

fn page(title: &str, body: &str) -> Vec<u8> {
    format!("<html><head><title>{title}</title></head><body>{body}</body></html>").into_bytes()
}

/// An entry of the contents of a book.
fn entry(place: &str) -> String {
    format!("<li><a href=\"{place}\">題</a></li>")
}

/// A book of one page that is listed so often.
fn book(body: &str, entries: &str, times: usize) -> Vec<u8> {
    let page = |body: &str| {
        format!(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><body>{body}</body></html>"
        )
    };
    let root = "<container><rootfiles><rootfile full-path=\"c.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
    let kind = "media-type=\"application/xhtml+xml\"";
    let book = format!(
        "<package version=\"3.0\" unique-identifier=\"i\"><metadata><dc:identifier id=\"i\">x</dc:identifier>\
         <dc:title>t</dc:title><dc:language>zh</dc:language></metadata><manifest>\
         <item id=\"p\" href=\"p.xhtml\" {kind}/><item id=\"n\" href=\"n.xhtml\" properties=\"nav\" {kind}/></manifest>\
         <spine>{}</spine></package>",
        "<itemref idref=\"p\"/>".repeat(times)
    );
    let files = [
        ("mimetype", "application/epub+zip".to_owned()),
        ("META-INF/container.xml", root.to_owned()),
        ("c.opf", book),
        ("n.xhtml", page(&format!("<nav epub:type=\"toc\"><ol>{entries}</ol></nav>"))),
        ("p.xhtml", page(body)),
    ];
    packed(&files.map(|(name, file)| (name.to_owned(), file)))
}

/// A letter at a place of a page.
fn show(x: usize, y: usize) -> String {
    format!("1 0 0 1 {x} {} Tm (a) Tj ", y % 800)
}

/// A PDF of one page with bookmarks that lead to it.
fn paper(letters: &str, bookmarks: &[&str]) -> Vec<u8> {
    let content = format!("BT /F 12 Tf {letters}ET");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >> stream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /First 7 0 R >>".to_owned(),
    ];
    objects.extend(bookmarks.iter().enumerate().map(|(at, title)| {
        let next = if at + 1 < bookmarks.len() { format!("/Next {} 0 R", at + 8) } else { String::new() };
        format!("<< /Title ({title}) {next} /Dest [3 0 R /XYZ 0 800 0] >>")
    }));
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", file.len()));
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{}", places.concat());
    let trailer = format!("trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
    [file, table, trailer].concat().into_bytes()
}
