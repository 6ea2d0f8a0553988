//! Texts of `OpenDocument` come as the text that their program shows.

use gangmu::import::hints::{Cell, Target};
use gangmu::import::{self, Format, ImportError, Imported, Options, Remark};

use super::import_word::package;

const NAMESPACES: &str = r#"xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:fo="f""#;

/// A list style whose levels are `format;prefix;suffix;more attributes`.
fn list_style(name: &str, levels: &[&str]) -> String {
    let level = |(at, notation): (usize, &&str)| {
        let parts: Vec<_> = notation.split(';').chain(["", "", ""]).collect();
        let [format, prefix, suffix, more, ..] = parts.as_slice() else { return String::new() };
        format!(
            "<text:list-level-style-number text:level=\"{}\" style:num-format=\"{format}\" style:num-prefix=\"{prefix}\" style:num-suffix=\"{suffix}\" {more}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by=\"nothing\"/></style:list-level-properties></text:list-level-style-number>",
            at + 1
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

fn content(styles: &str, body: &str) -> String {
    format!(
        "<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

fn packed(content: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> =
        vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())];
    parts.extend(more);
    package(&parts)
}

fn read(bytes: Vec<u8>) -> Result<Imported, ImportError> {
    import::import(bytes, Format::Odt, &Options::default())
}

fn imported(styles: &str, body: &str) -> Imported {
    read(packed(&content(styles, body), &[])).unwrap()
}

fn text(styles: &str, body: &str) -> String {
    imported(styles, body).decoded.text.replace('\n', "|")
}

/// A list of the items of `notation`: words are items, those in brackets a list within the last one.
fn list(attributes: &str, notation: &str) -> String {
    let mut out = format!("<text:list {attributes}><text:list-item>");
    let mut is_first = true;
    for word in notation.split_whitespace() {
        match word {
            "(" => {
                out.push_str("<text:list><text:list-item>");
                is_first = true;
            }
            ")" => out.push_str("</text:list-item></text:list>"),
            word => {
                if !std::mem::take(&mut is_first) {
                    out.push_str("</text:list-item><text:list-item>");
                }
                out.extend(["<text:p>", word, "</text:p>"]);
            }
        }
    }
    out + "</text:list-item></text:list>"
}

#[test]
fn headings_have_their_levels_and_the_numbers_of_the_outline() {
    let outline = list_style("x", &["一, 二, 三, ...;第;章", "1;;;text:display-levels=\"2\"", ""])
        .replace("list-style style:name=\"x\"", "outline-style")
        .replace("text:list-style>", "text:outline-style>");
    let styles = format!(
        "<office:document-styles {NAMESPACES}><office:styles>{outline}</office:styles></office:document-styles>"
    );
    let heading = |level: u8, more: &str, text: &str| {
        format!("<text:h text:outline-level=\"{level}\" {more}>{text}</text:h>")
    };
    let body = heading(1, "", "總則")
        + &heading(2, "", "甲")
        + &heading(3, "", "子")
        + "<text:p>文</text:p>"
        + &heading(1, "text:is-list-header=\"true\"", "附")
        + &heading(1, "", "細則")
        + &heading(2, "", "乙")
        + &heading(1, "text:restart-numbering=\"true\" text:start-value=\"10\"", "末")
        + &heading(1, "", "");
    let imported = read(packed(&content("", &body), &[("styles.xml", styles.as_bytes())])).unwrap();
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "第一章總則\n一.1甲\n子\n文\n附\n第二章細則\n二.1乙\n第十章末\n第十一章\n");
    let headings = imported.hints.headings.iter().map(|heading| (heading.range.slice(text), heading.level));
    let expected = [
        ("第一章總則", 1),
        ("一.1甲", 2),
        ("子", 3),
        ("附", 1),
        ("第二章細則", 1),
        ("二.1乙", 2),
        ("第十章末", 1),
    ];
    assert_eq!(headings.collect::<Vec<_>>(), expected);
}

#[test]
fn lists_count_by_themselves_or_go_on() {
    let styles = list_style("L", &["1;;.", "a;(;)", "i;;.;text:start-value=\"3\""])
        + &list_style("M", &["甲, 乙, 丙, ...;;、"]);
    let named = |more: &str| format!("text:style-name=\"L\" {more}");
    for (body, expected) in [
        (list(&named(""), "x x ( y ( z ) y ) x ( y )"), "1.x|2.x|(a)y|iii.z|(b)y|3.x|(a)y|"),
        (list(&named(""), "x x") + &list(&named(""), "x"), "1.x|2.x|1.x|"),
        (
            list(&named(""), "x x")
                + "<text:p>文</text:p>"
                + &list(&named("text:continue-numbering=\"true\""), "x"),
            "1.x|2.x|文|3.x|",
        ),
        (
            list(&named("xml:id=\"a\""), "x ( y )")
                + &list("text:style-name=\"M\"", "m")
                + &list(&named("xml:id=\"b\" text:continue-list=\"a\""), "( y )")
                + &list(&named("text:continue-list=\"b\""), "x"),
            "1.x|(a)y|甲、m|(b)y|2.x|",
        ),
        (list("text:style-name=\"none\"", "x"), "x|"),
        (
            list(&named(""), "x").replace("<text:list-item>", "<text:list-item text:start-value=\"7\">"),
            "7.x|",
        ),
        (list(&named(""), "x").replace("<text:p>", "<text:p>頭</text:p><text:p>"), "1.頭|x|"),
        (list(&named(""), "x").replace("list-item", "list-header"), "x|"),
    ] {
        assert_eq!(text(&styles, &body), expected, "{body}");
    }
    let imported = imported(&styles, &list(&named(""), "x ( y )"));
    let text = imported.decoded.text.as_str();
    let items =
        imported.hints.items.iter().map(|item| (item.range.slice(text), item.depth, item.is_numbered));
    assert_eq!(items.collect::<Vec<_>>(), [("1.x", 0, true), ("(a)y", 1, true)]);
}

#[test]
fn every_format_of_numbers_is_known() {
    for (format, expected) in [
        ("1", "12"),
        ("01", "12"),
        ("A", "L"),
        ("a", "l"),
        ("I", "XII"),
        ("i", "xii"),
        ("", ""),
        ("一, 二, 三, ...", "十二"),
        ("壹, 贰, 叁, ...", "壹拾贰"),
        ("壹, 貳, 參, ...", "壹拾貳"),
        ("甲, 乙, 丙, ...", "12"),
        ("子, 丑, 寅, ...", "亥"),
        ("①, ②, ③, ...", "⑫"),
        ("１, ２, ３, ...", "１２"),
        ("ア, イ, ウ, ...", "12"),
    ] {
        let styles = list_style("L", &[&format!("{format};;;text:start-value=\"12\"")]);
        assert_eq!(text(&styles, &list("text:style-name=\"L\"", "x")), format!("{expected}x|"), "{format}");
    }
    let letters = |sync: &str| {
        list_style("L", &[&format!("A;;;text:start-value=\"28\" style:num-letter-sync=\"{sync}\"")])
    };
    let of = |styles: &str| text(styles, &list("text:style-name=\"L\"", "x"));
    assert_eq!([of(&letters("true")), of(&letters("false"))], ["BBx|", "ABx|"]);
    let pattern = list_style("L", &["1", "1;ignored;;loext:num-list-format=\"§%1%.%2%)\""]);
    assert_eq!(text(&pattern, &list("text:style-name=\"L\"", "x ( y )")), "1x|§1.1)y|");
}

#[test]
fn white_space_is_as_it_is_shown() {
    for (within, expected) in [
        ("  甲 \n\t乙 <text:span> 丙</text:span> ", "甲 乙 丙|"),
        ("甲<text:s text:c=\"3\"/>乙<text:tab/>丙<text:line-break/>丁", "甲   乙\t丙|丁|"),
        ("甲<text:s text:c=\"4000000000\"/>", "甲|"),
        ("甲<text:soft-page-break/>乙<text:change-start/>丙", "甲乙丙|"),
        ("<text:page-number>3</text:page-number>頁", "3頁|"),
        ("甲<office:annotation><text:p>批</text:p></office:annotation>乙", "甲乙|"),
        (
            "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby>",
            "漢|",
        ),
        ("甲<text:span text:style-name=\"H\">藏</text:span>", "甲|"),
    ] {
        let styles = "<style:style style:family=\"text\" style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
        assert_eq!(text(styles, &format!("<text:p>{within}</text:p>")), expected, "{within}");
    }
    let tracked = "<text:tracked-changes><text:changed-region><text:deletion><text:p>刪</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>留</text:p>";
    assert_eq!(text("", tracked), "留|");
}

#[test]
fn notes_links_frames_and_emphasis_are_kept() {
    let styles = "<style:style style:family=\"text\" style:name=\"B\"><style:text-properties fo:font-weight=\"bold\"/></style:style>";
    let body = "<text:p>甲<text:note><text:note-citation>5</text:note-citation><text:note-body><text:p>註</text:p></text:note-body></text:note><text:span text:style-name=\"B\">粗</text:span></text:p>\
        <text:p><text:a xlink:href=\"https://example.org/\">網</text:a><text:a xlink:href=\"#here\">見</text:a></text:p>\
        <text:p><draw:frame svg:width=\"1in\" svg:height=\"0.5in\"><draw:image xlink:href=\"Pictures/1.png\"/><svg:desc>圖</svg:desc></draw:frame><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>\
        <text:p><text:bookmark text:name=\"here\"/>此</text:p>";
    let png = b"\x89PNG\r\n\x1a\n...";
    let imported = read(packed(&content(styles, body), &[("Pictures/1.png", png)])).unwrap();
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "甲[1]粗\n網見\n\u{fffc}\n框\n此\n\n[1] 註\n");
    let hints = &imported.hints;
    let notes = hints.notes.iter().map(|note| (note.reference.slice(text), note.range.slice(text)));
    assert_eq!(notes.collect::<Vec<_>>(), [("[1]", "[1] 註")]);
    let here = gangmu::text::SourceOffset::new(text.find('此').unwrap());
    let links = hints.links.iter().map(|link| (link.range.slice(text), link.target.clone()));
    let expected = [("網", Target::Address("https://example.org/".to_owned())), ("見", Target::Place(here))];
    assert_eq!(links.collect::<Vec<_>>(), expected);
    let images: Vec<_> = hints.images.iter().map(|i| (i.alt.as_str(), i.size, i.data.as_deref())).collect();
    assert_eq!(images, [("圖", Some((72, 36)), Some(png.as_slice()))]);
    let emphasis = hints.emphasis.iter().map(|e| (e.range.slice(text), e.bold, e.italic));
    assert_eq!(emphasis.collect::<Vec<_>>(), [("粗", true, false)]);
}

#[test]
fn cells_keep_their_places() {
    let cell = |more: &str, text: &str| {
        format!("<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let body = format!(
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>{}{covered}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{}{}</table:table-row><table:table-row>{covered}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row></table:table>",
        cell("table:number-columns-spanned=\"2\"", "表頭"),
        cell("", "列"),
        cell("table:number-rows-spanned=\"2\"", "併"),
        cell("", "一"),
        cell("", "二"),
        cell("", "三"),
        cell("", "四"),
    );
    let imported = imported("", &body);
    let text = imported.decoded.text.as_str();
    assert_eq!(text, "表頭\t列\n併\t一\t二\n三\t四\n\t\t\n");
    let [table] = imported.hints.tables.as_slice() else { panic!("one table") };
    let place = |cell: &Cell| (cell.column, cell.columns, cell.rows);
    let rows: Vec<Vec<_>> = table.rows.iter().map(|row| row.cells.iter().map(place).collect()).collect();
    let first_three = &rows[..3];
    assert_eq!((table.heads, table.rows.len()), (1, 4));
    assert_eq!(
        first_three,
        [vec![(0, 2, 1), (2, 1, 1)], vec![(0, 1, 2), (1, 1, 1), (2, 1, 1)], vec![(1, 1, 1), (2, 1, 1)]]
    );
}

#[test]
fn one_file_may_hold_all_of_it() {
    let flat = format!(
        "<?xml version=\"1.0\"?><office:document {NAMESPACES} office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta><dc:title>題</dc:title></office:meta><office:automatic-styles>{}</office:automatic-styles><office:body><office:text>{}</office:text></office:body></office:document>",
        list_style("L", &["1;;."]),
        list("text:style-name=\"L\"", "甲")
    );
    assert_eq!(Format::of(flat.as_bytes(), None), Ok(Format::Odt));
    let imported = read(flat.into_bytes()).unwrap();
    assert_eq!((imported.decoded.text.as_str(), imported.hints.title.as_str()), ("1.甲\n", "題"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = packed("\u{1}\u{2}", &[("META-INF/manifest.xml", manifest.as_bytes())]);
    assert_eq!(read(locked).err(), Some(ImportError::Locked));
    assert_eq!(read(package(&[("mimetype", b"x")])).err(), Some(ImportError::Damaged));
    assert_eq!(read(packed(&content("", "<text:p/>"), &[])).err(), Some(ImportError::NoText));
    assert_eq!(read(b"<?xml".to_vec()).err(), Some(ImportError::Damaged));
    let open = read(packed("<a><office:body><office:text><text:p>half", &[])).unwrap();
    assert_eq!((open.decoded.text.as_str(), open.remarks), ("half\n", vec![Remark::Damaged]));
}
