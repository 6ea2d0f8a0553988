//! Folding: one form for all characters that a reader would type, or see on the screen, for one another.
//!
//! Character by character, so positions stay. Two characters are one where a dictionary of OpenCC's, of characters or of
//! phrases, replaces one by the other in any direction, or by way of a third: 發 发 髮, 着 著, 衛 衞 卫, 台 臺 檯 枱. So
//! whatever script a text is converted to, what is shown folds to what the source folds to. Only regional *words* (軟件,
//! 軟體) are no matter of characters; a conversion tells them ([`Convert::reworded`](super::Convert::reworded)).
//! Full-width letters and marks fold to ASCII, capitals to small letters, quotation marks of all regions to straight
//! ones. For comparing only; what is shown and exported is never folded.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

/// From here on up to [`END`] a table knows each character: CJK radicals to the end of the basic ideographs.
const START: u32 = 0x2E80;
const END: u32 = 0xA000;
/// From here on there are ideographs again, few of which any text has: for compatibility, and beyond the basic plane.
const RARE: char = '\u{F900}';

macro_rules! asset {
    ($file:expr) => {
        include_str!(concat!("../../assets/opencc/", $file, ".txt"))
    };
}

const TO_SIMPLIFIED: &str = asset!("TSCharacters");

/// The dictionaries that make characters one: those of characters, and of phrases the one that has more pairs than they.
const DICTIONARIES: [&str; 9] = [
    TO_SIMPLIFIED,
    asset!("TSCharactersExt"),
    asset!("STCharacters"),
    asset!("TWVariants"),
    asset!("TWVariantsRev"),
    asset!("HKVariants"),
    asset!("HKVariantsRev"),
    asset!("CJK_Compatibility_Ideographs"),
    asset!("HKVariantsPhrases"),
];

/// The character that stands for each of a table's, by its place in it.
type Table = Vec<char>;

/// What characters are one.
struct Classes {
    table: Table,
    /// For those from [`RARE`] on.
    rare: HashMap<char, char>,
    /// All characters of a class of several, by the one that stands for them.
    members: HashMap<char, Vec<char>>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    // Each character leads to another of its class, one of them to none.
    let mut parents: BTreeMap<char, char> = BTreeMap::new();
    let first = |parents: &BTreeMap<char, char>, mut c: char| {
        while let Some(parent) = parents.get(&c) {
            c = *parent;
        }
        c
    };
    for (key, value) in DICTIONARIES.into_iter().flat_map(pairs) {
        for (from, to) in key.chars().zip(value.chars()) {
            let (from, to) = (first(&parents, from), first(&parents, to));
            if from != to {
                parents.insert(from.max(to), from.min(to));
            }
        }
    }
    let mut classes = Classes { table: identity(), rare: HashMap::new(), members: HashMap::new() };
    for c in parents.keys() {
        let form = first(&parents, *c);
        if *c >= RARE {
            classes.rare.insert(*c, form);
        } else {
            put(&mut classes.table, *c, form);
        }
        classes.members.entry(form).or_insert_with(|| vec![form]).push(*c);
    }
    classes
});

static SIMPLIFIED: LazyLock<Table> = LazyLock::new(|| {
    let mut table = identity();
    let mut entries: Vec<_> = pairs(TO_SIMPLIFIED).collect();
    // Of several candidates the first counts.
    entries.reverse();
    for (from, to) in entries {
        if let (Some(from), Some(to)) = (from.chars().next(), to.chars().next()) {
            put(&mut table, from, to);
        }
    }
    table
});

/// Each key of a dictionary with each of its candidates.
fn pairs(dictionary: &str) -> impl Iterator<Item = (&str, &str)> {
    let entries = dictionary.lines().filter_map(|line| line.split_once('\t'));
    entries.flat_map(|(key, candidates)| candidates.split_whitespace().map(move |value| (key, value)))
}

fn identity() -> Table {
    (START..END).filter_map(char::from_u32).collect()
}

fn put(table: &mut Table, c: char, form: char) {
    if let Some(entry) = index(c).and_then(|at| table.get_mut(at)) {
        *entry = form;
    }
}

fn index(c: char) -> Option<usize> {
    let code = u32::from(c);
    (START..END).contains(&code).then_some((code.wrapping_sub(START)) as usize)
}

/// Width, case and quotation marks folded.
const fn narrow(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '「' | '」' | '“' | '”' => '"',
        '『' | '』' | '‘' | '’' => '\'',
        // Full-width forms stand in the order of ASCII (Unicode, Halfwidth and Fullwidth Forms).
        '！'..='～' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(c) => c.to_ascii_lowercase(),
            None => c,
        },
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The form that stands for `c` and its like.
pub fn folded(c: char) -> char {
    let c = narrow(c);
    if c.is_ascii() {
        return c;
    }
    match index(c) {
        Some(at) => CLASSES.table.get(at).copied().unwrap_or(c),
        None if c >= RARE => CLASSES.rare.get(&c).copied().unwrap_or(c),
        None => c,
    }
}

/// All ideographs that fold to `form`, itself with them.
pub fn alike(form: char) -> Vec<char> {
    CLASSES.members.get(&form).cloned().unwrap_or_else(|| vec![form])
}

/// The simplified form of `c`, width and case folded.
pub(super) fn simplified(c: char) -> char {
    let c = narrow(c);
    index(c).and_then(|at| SIMPLIFIED.get(at)).copied().unwrap_or(c)
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
    use std::collections::BTreeSet;
    use std::path::Path;

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
            ("看著、瞭解、藉口", "看着、了解、借口"),
            ("衞生署的枱面", "卫生署的檯面"),
            ("沈默的羣眾説話", "沉默的群衆说話"),
            ("ＯｐｅｎＣＣ，２．０", "opencc,2.0"),
            ("他說『好』", "他说‘好’"),
            ("任何文字", ""),
        ] {
            assert!(contains_folded(text, query), "{text} has {query}");
        }
        assert!(contains_folded("項項目", "项目") && contains_folded("建設項目", "目"));
        for (text, query) in
            [("項目", "項目建設"), ("", "字"), ("軟件", "軟體"), ("他們", "她們"), ("做", "作")]
        {
            assert!(!contains_folded(text, query), "{text} has no {query}");
        }
    }

    /// What makes search find what is shown: no dictionary but those of regional words leads out of a class.
    #[test]
    fn no_dictionary_leads_out_of_a_class_and_no_class_is_large() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc");
        let mut looked_at = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.extension().is_none_or(|it| it != "txt")
                || ["TWPhrases", "TWPhrasesRev"].contains(&&*name)
            {
                continue;
            }
            let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
            for (key, value) in pairs(&text) {
                let [key, value] = [key, value].map(|word| word.chars().map(folded).collect::<String>());
                assert_eq!(key, value, "{name}");
                looked_at += 1;
            }
        }
        assert!(looked_at > 50_000);
        // 里 裡 裏 哩 and their like, with compatibility ideographs.
        let largest = CLASSES.members.values().map(Vec::len).max();
        assert!(largest <= Some(8), "{largest:?}");
    }

    #[test]
    fn the_members_of_a_class_are_those_that_fold_to_it() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        let mut classes: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
        for c in all.filter(|c| index(*c).is_some() || *c >= RARE).filter(|c| !folded(*c).is_ascii()) {
            classes.entry(folded(c)).or_default().insert(c);
        }
        for (form, members) in classes {
            assert_eq!(alike(form).into_iter().collect::<BTreeSet<_>>(), members, "{form}");
        }
    }
}
