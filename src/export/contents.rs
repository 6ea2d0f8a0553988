//! A table of contents in HTML: nested lists of links.

use super::markup::escape_into;

/// The table of contents while it grows: one list, and in each entry at most one below it.
pub(super) struct Contents {
    /// The element of a list: `ul` or `ol`.
    list: &'static str,
    html: String,
    /// The levels of the lists that are open. A list takes in what is less deep than its first entry as long as that is
    /// deeper than the list around it.
    open: Vec<u8>,
}

impl Contents {
    /// An empty table whose lists are these elements.
    pub(super) const fn new(list: &'static str) -> Self {
        Self { list, html: String::new(), open: Vec::new() }
    }

    /// Whether nothing was added.
    pub(super) const fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Adds a heading, to which the address `link` leads.
    pub(super) fn add(&mut self, level: u8, link: &str, text: &str) {
        while let [.., around, _] = *self.open
            && around >= level
        {
            self.close();
        }
        if let Some(last) = self.open.last_mut().filter(|last| **last >= level) {
            *last = level;
            self.html.push_str("</li>\n");
        } else {
            self.open.push(level);
            self.html.extend(["<", self.list, ">\n"]);
        }
        self.html.extend(["<li><a href=\"", link, "\">"]);
        escape_into(&mut self.html, text);
        self.html.push_str("</a>");
    }

    fn close(&mut self) {
        if self.open.pop().is_some() {
            self.html.extend(["</li>\n</", self.list, ">\n"]);
        }
    }

    pub(super) fn finish(mut self) -> String {
        while !self.is_empty() {
            self.close();
        }
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_nests_by_level_in_one_list_and_closes_what_it_opens() {
        let mut contents = Contents::new("ul");
        for (level, text) in [(3, "丙"), (1, "甲"), (3, "己"), (2, "乙"), (3, "丁"), (1, "戊")] {
            contents.add(level, "#", text);
        }
        let item = |text: &str, below: &str| format!("<li><a href=\"#\">{text}</a>{below}</li>");
        let list = |items: [String; 2]| format!("<ul>{}</ul>", items.concat());
        let fourth = format!("<ul>{}</ul>", item("丁", ""));
        let below = list([item("己", ""), item("乙", &fourth)]);
        let expected = ["<ul>", &item("丙", ""), &item("甲", &below), &item("戊", ""), "</ul>"].concat();
        assert_eq!(contents.finish().replace('\n', ""), expected);
    }
}
