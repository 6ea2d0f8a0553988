//! What the program exports opens again as it was: the same outline, the same text.

use gangmu::document::Document;
use gangmu::export::{self, Options, Selection, render};
use gangmu::import::{self, Format};
use gangmu::text::is_blank;

const SAMPLES: [&str; 4] = [
    include_str!("../../../assets/samples/speeches.txt"),
    include_str!("../../../assets/samples/statute.txt"),
    include_str!("../../../assets/samples/thesis.txt"),
    include_str!("../../../assets/samples/novel.txt"),
];

const FORMATS: [(export::Format, Format); 5] = [
    (export::Format::Docx, Format::Docx),
    (export::Format::Html, Format::Html),
    (export::Format::Md, Format::Markdown),
    (export::Format::Json, Format::Json),
    (export::Format::Epub, Format::Epub),
];

/// Level, marker and title of each section.
fn outline(document: &Document) -> Vec<(u8, String, String)> {
    let (text, outline) = (document.text(), document.outline());
    let of = |id| {
        let section = outline.get(id).unwrap();
        let title = outline.shown_title(id, text).trim().to_owned();
        (section.level, section.marker.slice(text).trim().to_owned(), title)
    };
    outline.ids().map(of).collect()
}

/// The text of all blocks, white space aside: what is around the text of a page is none.
fn dense(document: &Document) -> String {
    let blocks = document.blocks().iter().map(|block| block.range().slice(document.text()));
    blocks.flat_map(str::chars).filter(|c| !is_blank(*c)).collect()
}

#[test]
fn what_is_exported_opens_again_as_it_was() {
    for sample in SAMPLES {
        let document = Document::parse(sample.as_bytes().to_vec(), None);
        let (expected, text) = (outline(&document), dense(&document));
        for (written, read) in FORMATS {
            let bytes = render(&document, &Selection::all(&document), written, &Options::default()).unwrap();
            assert_eq!(Format::of(&bytes, Some(written.extension())), Ok(read));
            let back = import::import(bytes, read, &import::Options::default()).unwrap();
            let back = Document::of_import(back).inferred_at_once();
            assert_eq!(outline(&back), expected, "{written:?}");
            assert_eq!(dense(&back), text, "{written:?}");
        }
    }
}
