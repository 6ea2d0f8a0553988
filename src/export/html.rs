//! HTML: one self-contained page with its language, a nested table of contents and headings that it links to.

use super::{Item, Language, Piece, in_xml};

/// HTML knows six levels; deeper headings share the last and say their own to assistive technology.
const DEEPEST: u8 = 6;

const STYLE: &str = "\
body{max-width:38em;margin:2em auto;padding:0 1em;line-height:1.75;\
font-family:\"Noto Serif CJK SC\",\"Songti SC\",SimSun,serif}\
h1,h2,h3,h4,h5,h6{line-height:1.4;font-family:\"Noto Sans CJK SC\",\"Heiti SC\",SimHei,sans-serif}\
p{text-indent:2em;margin:.4em 0;text-align:justify}\
nav ul{list-style:none;padding-left:1.2em}nav a{text-decoration:none;color:inherit}\
@media (prefers-color-scheme:dark){body{background:#1c1c1c;color:#d8d8d8}}\
@media print{nav{display:none}body{max-width:none}}";

/// The pieces as one HTML page.
pub(super) fn render<'a>(pieces: impl Iterator<Item = Piece<'a>>, title: &str, language: Language) -> String {
    let mut contents = Contents::default();
    let mut body = String::new();
    for piece in pieces {
        match piece {
            Piece::Heading(heading) => {
                let level = heading.level.max(1);
                let tag = level.min(DEEPEST);
                let number = contents.add(level, &heading.text);
                body.extend(["<h", &tag.to_string(), " id=\"s", &number.to_string(), "\""]);
                if level > DEEPEST {
                    body.extend([" aria-level=\"", &level.to_string(), "\""]);
                }
                body.push('>');
                escape_into(&mut body, &heading.text);
                body.extend(["</h", &tag.to_string(), ">\n"]);
            }
            Piece::Item(Item { text, .. }) | Piece::Paragraph(text) => {
                body.push_str("<p>");
                escape_into(&mut body, &text);
                body.push_str("</p>\n");
            }
        }
    }
    let contents = contents.finish();
    let mut page = String::with_capacity(body.len() + contents.len() + STYLE.len() + 500);
    page.extend([
        "<!DOCTYPE html>\n<html lang=\"",
        language.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
    ]);
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    escape_into(&mut page, title);
    page.extend(["</title>\n<style>", STYLE, "</style>\n</head>\n<body>\n<nav>\n", &contents, "</nav>\n"]);
    page.extend(["<main>\n", &body, "</main>\n</body>\n</html>\n"]);
    page
}

/// The table of contents while it grows: nested lists, a list for every level that is open.
#[derive(Default)]
struct Contents {
    html: String,
    open: Vec<u8>,
    count: usize,
}

impl Contents {
    /// Adds a heading and returns its 1-based number, which names its place in the page.
    fn add(&mut self, level: u8, text: &str) -> usize {
        self.count += 1;
        while self.open.pop_if(|open| *open > level).is_some() {
            self.html.push_str("</li>\n</ul>\n");
        }
        if self.open.last() == Some(&level) {
            self.html.push_str("</li>\n");
        } else {
            self.open.push(level);
            self.html.push_str("<ul>\n");
        }
        self.html.extend(["<li><a href=\"#s", &self.count.to_string(), "\">"]);
        escape_into(&mut self.html, text);
        self.html.push_str("</a>");
        self.count
    }

    fn finish(mut self) -> String {
        while self.open.pop().is_some() {
            self.html.push_str("</li>\n</ul>\n");
        }
        self.html
    }
}

fn escape_into(out: &mut String, text: &str) {
    for c in text.chars().map(in_xml) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_contents_nests_by_level_and_closes_what_it_opens() {
        let mut contents = Contents::default();
        for (level, text) in [(3, "丙"), (1, "甲"), (3, "己"), (2, "乙")] {
            contents.add(level, text);
        }
        let nested = contents.finish().replace('\n', "");
        let item = |number, text| format!("<li><a href=\"#s{number}\">{text}</a>");
        let [a, b, c, d] = [item(1, "丙"), item(2, "甲"), item(3, "己"), item(4, "乙")];
        assert_eq!(nested, format!("<ul>{a}</li></ul><ul>{b}<ul>{c}</li></ul><ul>{d}</li></ul></li></ul>"));
    }
}
