//! Pages that were saved as one message.

use gangmu::import::{Format, ImportError, Options, import};

use super::{imported, shown};

/// The smallest picture, in base64.
const PICTURE: &str = "R0lGODlhAQABAAAAACw=";

#[test]
fn the_page_is_found_among_its_parts_with_its_encoding_and_pictures() {
    let page =
        "<p>=D7=DC=D4=F2<img src=3D\"http://x.test/a/b.gif\"><img src=3D\"cid:two\"><img src=3D\"c.gif\">";
    let message = format!(
        "From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; start=\"<main>\"; boundary=\"B\"\r\n\r\n\
         --B\r\nContent-Type: text/html\r\n\r\n<p>frame</p>\r\n\
         --B\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-ID: <main>\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n\
         --B\r\nContent-Type: image/gif\r\nContent-Location: http://x.test/a/b.gif\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{PICTURE}\r\n\
         --B\r\nContent-Type: image/gif\r\nContent-ID: <two>\r\nContent-Transfer-Encoding: base64\r\n\r\n{PICTURE}\r\n\
         --B--\r\n"
    );
    assert_eq!(Format::of(message.as_bytes(), Some("mht")), Ok(Format::Mhtml));
    let imported = imported(message, Format::Mhtml);
    assert_eq!(shown(&imported), "|总则\u{fffc}\u{fffc}\u{fffc}\n");
    let pictures: Vec<_> = imported.hints.images.iter().map(|image| image.data.is_some()).collect();
    assert_eq!((imported.decoded.encoding, pictures), ("gb18030", vec![true, true, false]));
}

#[test]
fn a_message_without_a_page_says_so() {
    let message = b"MIME-Version: 1.0\r\nContent-Type: image/gif\r\n\r\nGIF".to_vec();
    let read = import(message, Format::Mhtml, &Options::default()).map(|imported| imported.decoded.text);
    assert_eq!(read, Err(ImportError::NoText));
}
