//! Folding: one form for all characters that a reader would type for one another.
//!
//! Character by character, so positions stay: traditional to simplified (several traditional characters have one
//! simplified form; the other way would need to guess), full-width letters and marks to ASCII, capitals to small
//! letters. For comparing only; what is shown and exported is never folded.

use std::ops::Range;
use std::sync::LazyLock;

/// From here on up to [`END`] the table knows each character: CJK radicals to the end of the basic ideographs.
const START: u32 = 0x2E80;
const END: u32 = 0xA000;

static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = (START..END).filter_map(char::from_u32).collect();
    for line in include_str!("../../assets/opencc/TSCharacters.txt").lines() {
        let Some((from, to)) = line.split_once('\t') else { continue };
        if let (Some(from), Some(to)) = (from.chars().next(), to.chars().next())
            && let Some(entry) = index(from).and_then(|at| table.get_mut(at))
        {
            *entry = to;
        }
    }
    table
});

fn index(c: char) -> Option<usize> {
    let code = u32::from(c);
    (START..END).contains(&code).then_some((code.wrapping_sub(START)) as usize)
}

/// The form that stands for `c` and its like.
pub fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7f}' => c,
        // Full-width forms stand in the order of ASCII (Unicode, Halfwidth and Fullwidth Forms).
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).map_or(c, |c| c.to_ascii_lowercase()),
        '\u{3000}' => ' ',
        _ => index(c).and_then(|at| SIMPLIFIED.get(at)).copied().unwrap_or(c),
    }
}

/// What is looked for, folded once for many texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded(Vec<char>);

impl Folded {
    /// `query`, folded.
    pub fn new(query: &str) -> Self {
        Self(query.chars().map(folded).collect())
    }

    /// Where `text`, folded, has it, in bytes of `text` (0-based), from left to right. Nothing is nowhere.
    pub fn all_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        for (at, _) in text.char_indices() {
            let mut after = text.get(at..).unwrap_or_default().char_indices();
            let fits = |wanted: &char| after.next().is_some_and(|(_, c)| folded(c) == *wanted);
            if at >= from && !self.0.is_empty() && self.0.iter().all(fits) {
                from = at + after.offset();
                found.push(at..from);
            }
        }
        found
    }

    /// Whether `text`, folded, has it. Nothing is in every text.
    pub fn is_in(&self, text: &str) -> bool {
        let Some((first, rest)) = self.0.split_first() else { return true };
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if folded(c) == *first {
                let mut after = chars.clone().map(folded);
                if rest.iter().all(|wanted| after.next() == Some(*wanted)) {
                    return true;
                }
            }
        }
        false
    }
}

/// Whether `text` has `query` in it, both folded. An empty query is in every text.
pub fn contains_folded(text: &str, query: &str) -> bool {
    Folded::new(query).is_in(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_marked_in_either_script() {
        let marked = |text: &str, query: &str| {
            Folded::new(query)
                .all_in(text)
                .into_iter()
                .map(|at| text.get(at).unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(marked("一、發展與头发", "发"), ["發", "发"]);
        assert_eq!(marked("發發發", "发发"), ["發發"]);
        assert!(marked("一、發展", "").is_empty() && marked("", "发").is_empty());
    }

    #[test]
    fn either_script_and_either_width_finds_the_other() {
        for (text, query) in [
            ("項目建設(精選13篇)", "项目建设"),
            ("头发与发展", "頭髮與發展"),
            ("圖書館裡", "圖書館裏"),
            ("ＯｐｅｎＣＣ，２．０", "opencc,2.0"),
            ("任何文字", ""),
        ] {
            assert!(contains_folded(text, query), "{text} has {query}");
        }
        assert!(contains_folded("項項目", "项目") && contains_folded("建設項目", "目"));
        assert!(!contains_folded("項目", "項目建設"));
        assert!(!contains_folded("", "字"));
    }
}
