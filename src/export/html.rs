//! HTML: one self-contained page with its language, its outline beside the text and headings that it links to.

use data_encoding::BASE64;

use super::contents::Contents;
use super::hypertext::{self, Hypertext, Lists};
use super::markup::escape_into;
use super::pictures::{MOST, picture_of};
use super::{Language, Piece};
use crate::import::hints::{Image, WRITER};

/// The outline stands beside the text where there is room, above it otherwise; on paper there is none.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#222;--paper:#fdfdfb;--faint:#6b6b6b;--line:#ddd}\
@media (prefers-color-scheme:dark){:root{--ink:#d8d8d8;--paper:#1c1c1c;--faint:#9a9a9a;--line:#3a3a3a}}\
body{margin:0;color:var(--ink);background:var(--paper);line-height:1.75;font-family:var(--serif)}\
main{max-width:38em;margin:0 auto;padding:2em 1em 6em}\
h1,h2,h3,h4,h5,h6{line-height:1.4;margin:1.6em 0 .6em;font-family:var(--sans)}\
p{text-indent:2em;margin:.4em 0;text-align:justify}\
table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid var(--line);padding:.2em .6em;vertical-align:top}\
img{max-width:100%;height:auto}aside p{font-size:.9em;text-indent:0}\
nav{padding:1em;font-size:.9em;font-family:var(--sans);border-bottom:1px solid var(--line)}\
nav ul{list-style:none;margin:0;padding-left:1.2em}nav>ul{padding-left:0}\
nav a{text-decoration:none;color:var(--faint)}nav a:hover,nav a:focus{color:var(--ink)}\
@media (min-width:64em){body{display:grid;grid-template-columns:20em 1fr}\
nav{position:sticky;top:0;box-sizing:border-box;height:100vh;overflow:auto;border:0;border-right:1px solid var(--line)}}\
@media print{@page{size:A4;margin:25mm 30mm}:root{--ink:#000;--paper:#fff}nav{display:none}body{display:block}\
main{max-width:none;padding:0}h1,h2,h3,h4,h5,h6{break-after:avoid}p{orphans:2;widows:2}}";

/// The pieces as one HTML page.
pub(super) fn render<'a>(pieces: impl Iterator<Item = Piece<'a>>, title: &str, language: Language) -> String {
    let mut contents = Contents::new("ul");
    let mut body = String::new();
    let mut count = 0_usize;
    let mut room = MOST;
    let mut picture = |image: &Image| within(&mut room, image);
    let mut hypertext = Hypertext { picture: &mut picture, is_book: false };
    let mut lists = Lists::default();
    for piece in pieces {
        let Piece::Heading(heading) = &piece else {
            hypertext.piece(&mut body, &mut lists, &piece);
            continue;
        };
        lists.end(&mut body);
        count += 1;
        let level = heading.level.max(1);
        contents.add(level, &format!("#s{count}"), &heading.text.without_notes());
        hypertext.heading(&mut body, level, &format!("s{count}"), &heading.text);
    }
    lists.end(&mut body);
    let contents = contents.finish();
    let mut page = String::with_capacity(body.len() + contents.len() + STYLE.len() + 500);
    page.extend([
        "<!DOCTYPE html>\n<html lang=\"",
        language.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
    ]);
    page.extend(["<meta name=\"generator\" content=\"", WRITER, "\">\n"]);
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    escape_into(&mut page, if title.trim().is_empty() { language.untitled() } else { title });
    page.extend([
        "</title>\n<style>:root{",
        language.families(),
        "}",
        hypertext::STYLE,
        STYLE,
        "</style>\n</head>\n<body>\n",
    ]);
    // An empty list is none, and so is a landmark with nothing in it.
    if !contents.is_empty() {
        page.extend(["<nav aria-label=\"", language.contents(), "\">\n", &contents, "</nav>\n"]);
    }
    page.extend(["<main>\n", &body, "</main>\n</body>\n</html>\n"]);
    page
}

/// The picture of `image` as an address that holds it, where there is `room` for so many bytes.
fn within(room: &mut usize, image: &Image) -> Option<String> {
    let (_, media, data) = picture_of(image)?;
    *room = room.checked_sub(data.len())?;
    let mut address = format!("data:{media};base64,");
    BASE64.encode_append(data, &mut address);
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourceRange;

    #[test]
    fn a_picture_stands_in_its_address_where_there_is_room() {
        let mut room = 16;
        for (bytes, address) in [
            ("GIF89a", Some("data:image/gif;base64,R0lGODlh")),
            ("GIF89a\u{7f}", Some("data:image/gif;base64,R0lGODlhfw==")),
            ("GIF89a", None),
        ] {
            let range = SourceRange::new(0, 3);
            let image = Image { range, alt: String::new(), size: None, data: Some(bytes.as_bytes().into()) };
            assert_eq!(within(&mut room, &image).as_deref(), address, "{bytes:?}");
        }
        assert_eq!(room, 3);
    }
}
