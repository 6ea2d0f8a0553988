//! OpenCC 1.4's conversion as it is described, with nothing done to make it quick: normalize, cut into segments,
//! send each through the chain. What the fast engine is measured by where no library of that version is installed.

use std::collections::HashMap;
use std::path::Path;

use gangmu::script::Config;
use serde_json::Value;

use crate::texts;

/// A dictionary: its entries, and how many characters the longest key has that begins with a character.
#[derive(Default)]
struct Dictionary {
    entries: HashMap<String, String>,
    longest: HashMap<char, usize>,
}

/// A dictionary or a group of them.
enum Dictionaries {
    One(Dictionary),
    /// The first that matches decides.
    First(Vec<Dictionaries>),
    /// The longest match of all decides, of equals the first.
    Union(Vec<Dictionaries>),
}

impl Dictionaries {
    fn read(json: &Value, folder: &Path) -> Self {
        if json["type"] == "group" {
            let members =
                json["dicts"].as_array().unwrap().iter().map(|dict| Self::read(dict, folder)).collect();
            return if json["match_policy"] == "union" { Self::Union(members) } else { Self::First(members) };
        }
        let file = json["file"].as_str().unwrap().replace(".ocd2", ".txt");
        let mut dictionary = Dictionary::default();
        for line in texts::read(&folder.join(file)).lines() {
            let Some((key, values)) = line.split_once('\t') else { continue };
            let value = values.split(' ').next().unwrap().to_owned();
            let longest = dictionary.longest.entry(key.chars().next().unwrap()).or_default();
            *longest = key.chars().count().max(*longest);
            dictionary.entries.entry(key.to_owned()).or_insert(value);
        }
        Self::One(dictionary)
    }

    /// The longest key at the start of `text`, in characters, with its value.
    fn find(&self, text: &[char]) -> Option<(usize, &str)> {
        match self {
            Self::One(dictionary) => {
                let longest = dictionary.longest.get(&text[0]).copied().unwrap_or(0);
                (1..=longest.min(text.len())).rev().find_map(|length| {
                    let key: String = text[..length].iter().collect();
                    dictionary.entries.get(&key).map(|value| (length, value.as_str()))
                })
            }
            Self::First(members) => members.iter().find_map(|member| member.find(text)),
            Self::Union(members) => {
                let mut found: Option<(usize, &str)> = None;
                for next in members.iter().filter_map(|member| member.find(text)) {
                    if found.is_none_or(|found| next.0 > found.0) {
                        found = Some(next);
                    }
                }
                found
            }
        }
    }

    fn convert(&self, text: &[char]) -> Vec<char> {
        let (mut converted, mut at) = (Vec::new(), 0);
        while at < text.len() {
            if let Some(length) = described(&text[at..]) {
                converted.extend(&text[at..at + length]);
                at += length;
            } else if let Some((length, value)) = self.find(&text[at..]) {
                converted.extend(value.chars());
                at += length;
            } else {
                converted.push(text[at]);
                at += 1;
            }
        }
        converted
    }
}

/// The length of the ideographic description sequence at the start of `text`: 64 characters and 15 levels at most.
fn described(text: &[char]) -> Option<usize> {
    let mut waiting = Vec::new();
    for (index, c) in text.iter().take(64).enumerate() {
        if waiting.len() > 15 {
            return None;
        }
        match c {
            '\u{2FF2}' | '\u{2FF3}' => waiting.push(3),
            '\u{2FFE}' | '\u{2FFF}' => waiting.push(1),
            '\u{2FF0}'..='\u{2FFD}' => waiting.push(2),
            _ if index == 0 => return None,
            _ => {
                while let Some(parts) = waiting.pop() {
                    if parts > 1 {
                        waiting.push(parts - 1);
                        break;
                    }
                }
                if waiting.is_empty() {
                    return Some(index + 1);
                }
            }
        }
    }
    None
}

/// A configuration, or two that go through the whole text one after the other.
pub(crate) struct Reference(Vec<One>);

impl Reference {
    /// Reads the configuration that is part of the program.
    pub(crate) fn embedded(config: Config) -> Self {
        let whole = One::embedded;
        let of_words = |name, steps: std::ops::Range<usize>| {
            let mut one = One::embedded(name);
            one.segmentation = None;
            one.chain = one
                .chain
                .into_iter()
                .enumerate()
                .filter(|(at, _)| steps.contains(at))
                .map(|it| it.1)
                .collect();
            one
        };
        Self(match config {
            Config::Hk2tw => vec![whole("hk2t"), whole("t2tw")],
            Config::Hk2twp => vec![whole("hk2t"), of_words("s2twp", 1..2)],
            Config::Tw2hk => vec![whole("tw2t"), whole("t2hk")],
            Config::Tw2hkp => vec![of_words("tw2sp", 0..1), whole("t2hk")],
            _ => vec![whole(config.name())],
        })
    }

    pub(crate) fn convert(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, one| one.convert(&text))
    }
}

struct One {
    normalization: Option<Dictionaries>,
    segmentation: Option<Dictionaries>,
    chain: Vec<Dictionaries>,
}

impl One {
    fn embedded(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opencc");
        let text = texts::read(&folder.join(name).with_extension("json"));
        let json: Value = serde_json::from_str(&text).unwrap();
        let read = |step: &Value| Dictionaries::read(&step["dict"], &folder);
        Self {
            normalization: json.get("normalization").map(|steps| read(&steps[0])),
            segmentation: json.get("segmentation").map(read),
            chain: json["conversion_chain"].as_array().unwrap().iter().map(read).collect(),
        }
    }

    fn convert(&self, text: &str) -> String {
        let text: Vec<char> = text.chars().collect();
        let text = self.normalization.as_ref().map_or_else(|| text.clone(), |step| step.convert(&text));
        let through = |segment: &[char]| {
            self.chain.iter().fold(segment.to_vec(), |segment, step| step.convert(&segment))
        };
        let Some(segmentation) = &self.segmentation else { return through(&text).iter().collect() };
        let (mut converted, mut at, mut start) = (String::new(), 0, 0);
        while at < text.len() {
            if let Some(length) = described(&text[at..]) {
                at += length;
            } else if let Some((length, _)) = segmentation.find(&text[at..]) {
                converted.extend(through(&text[start..at]));
                converted.extend(through(&text[at..at + length]));
                at += length;
                start = at;
            } else {
                at += 1;
            }
        }
        converted.extend(through(&text[start..]));
        converted
    }
}
