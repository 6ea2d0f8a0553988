//! OpenCC's conversion by a matcher of our own: the same bytes, twenty times sooner, and it knows what became of
//! what.
//!
//! [`recipe`] reads a configuration, [`lexicon`] a dictionary, [`compile`] makes tries of them, and [`scan`] goes
//! through a text.

mod compile;
mod embedded;
mod lexicon;
mod pieces;
mod recipe;
mod scan;
mod sequence;
mod trie;

use std::collections::HashMap;

pub(super) use embedded::dictionary;
pub(super) use lexicon::Lexicon;
pub use pieces::Piece;
pub(super) use pieces::compose;
pub(super) use recipe::Generation;
use recipe::Recipe;
use scan::Steps;

use super::Config;

/// The version of OpenCC whose dictionaries are part of the program.
pub const EMBEDDED_VERSION: &str = embedded::VERSION;

/// The entries of `config`'s dictionary of regional words that is part of the program: what is replaced, and what by.
/// Nothing for a configuration without.
pub(super) fn regional_words(config: Config) -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = config.regional_words().and_then(|name| embedded::dictionary(&format!("{name}.ocd2")));
    let candidates = text.unwrap_or_default().lines().filter_map(|line| line.split_once('\t'));
    candidates.filter_map(|(word, values)| Some((word, values.split_whitespace().next()?)))
}

/// A configuration of OpenCC's with its dictionaries, compiled.
pub(super) struct Engine {
    steps: Steps,
}

/// Why an [`Engine`] could not be made.
#[derive(Debug)]
pub(super) enum CompileError<E> {
    /// A dictionary could not be had.
    Dictionary(E),
    /// The configuration is none, or asks for what only the library knows.
    Unsupported,
}

impl Engine {
    /// Compiles a configuration (JSON) with the dictionaries that `dictionary` gives for the names of their files.
    ///
    /// # Errors
    /// When a dictionary is not given, or the configuration cannot be compiled.
    #[cfg(any(feature = "opencc", test))]
    pub(super) fn new<'a, E>(
        configuration: &str,
        generation: Generation,
        dictionary: impl Fn(&str) -> Result<Lexicon<'a>, E>,
    ) -> Result<Self, CompileError<E>> {
        let recipe = Recipe::parse(configuration, generation).ok_or(CompileError::Unsupported)?;
        Self::of(&recipe, dictionary)
    }

    fn of<'a, E>(
        recipe: &Recipe,
        dictionary: impl Fn(&str) -> Result<Lexicon<'a>, E>,
    ) -> Result<Self, CompileError<E>> {
        let mut lexicons = HashMap::new();
        for file in recipe.files() {
            if !lexicons.contains_key(file) {
                lexicons.insert(file.to_owned(), dictionary(file).map_err(CompileError::Dictionary)?);
            }
        }
        let steps = compile::compile(recipe, &lexicons).ok_or(CompileError::Unsupported)?;
        Ok(Self { steps })
    }

    /// The engine with the dictionaries that are part of the program.
    pub(super) fn embedded(config: Config) -> Option<Self> {
        let recipe = |config| Recipe::parse(embedded::configuration(config)?, Generation::Current);
        let recipe = match config.halves() {
            None => recipe(config)?,
            Some([(first, steps), (then, further)]) => {
                Recipe::joined([(recipe(first)?, steps), (recipe(then)?, further)])
            }
        };
        Self::of(&recipe, |file| embedded::dictionary(file).map(Lexicon::from_text).ok_or(())).ok()
    }

    /// The engine with one of those dictionaries, by the name of its file, the words of `more` before its own.
    pub(super) fn embedded_with(config: Config, dictionary: &str, more: &str) -> Option<Self> {
        let recipe = Recipe::parse(embedded::configuration(config)?, Generation::Current)?;
        let lexicon = |file: &str| {
            let own = embedded::dictionary(file).ok_or(())?;
            Ok::<_, ()>(if file == dictionary {
                Lexicon::from_text([more, own].concat())
            } else {
                Lexicon::from_text(own)
            })
        };
        Self::of(&recipe, lexicon).ok()
    }

    /// Converts.
    pub(super) fn convert(&self, text: &str) -> String {
        self.steps.run(text, &mut ())
    }

    /// Converts, and tells what became of what.
    pub(super) fn convert_mapped(&self, text: &str) -> (String, Vec<Piece>) {
        let mut pieces = Vec::new();
        (self.steps.run(text, &mut pieces), pieces)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// OpenCC's own cases: configuration, text, conversion.
    fn cases() -> Vec<(String, String, String)> {
        let text = fixture("testcases.json").unwrap();
        // Upstream has commas before closing brackets, which JSON does not allow.
        let mut json = String::new();
        for line in text.lines().map(str::trim) {
            if line.starts_with(['}', ']']) && json.ends_with(',') {
                json.pop();
            }
            json.push_str(line);
        }
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let of_case = |case: &serde_json::Value| {
            let expected = case["expected"].as_object().unwrap().clone();
            let input = text(&case["input"]);
            expected.into_iter().map(move |(config, value)| (config, input.clone(), text(&value)))
        };
        json["cases"].as_array().unwrap().iter().flat_map(of_case).collect()
    }

    /// A file of `tests/fixtures/opencc`.
    fn fixture(name: &str) -> Option<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/opencc").join(name);
        std::fs::read(path).ok().map(|bytes| String::from_utf8(bytes).unwrap())
    }

    fn engine(config: &str) -> Engine {
        if let Some(config) = Config::ALL.into_iter().find(|known| known.name() == config) {
            return Engine::embedded(config).unwrap();
        }
        let dictionary = |file: &str| match embedded::dictionary(file) {
            Some(text) => Ok(Lexicon::from_text(text)),
            None => fixture(&file.replace(".ocd2", ".txt")).map(Lexicon::from_text).ok_or(()),
        };
        Engine::new(&fixture(&format!("{config}.json")).unwrap(), Generation::Current, dictionary).unwrap()
    }

    #[test]
    fn every_case_of_opencc_is_passed() {
        let cases = cases();
        assert_eq!(cases.len(), 556);
        let mut engines = HashMap::new();
        for (config, text, expected) in cases {
            let engine = engines.entry(config.clone()).or_insert_with(|| engine(&config));
            assert_eq!(engine.convert(&text), expected, "{config}");
            let (converted, pieces) = engine.convert_mapped(&text);
            assert_eq!(converted, expected, "{config}");
            assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
            assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), expected.len());
        }
    }

    #[test]
    fn compatibility_ideographs_and_description_sequences() {
        for (config, text, expected) in [
            ("s2t", "\u{2f80c}头\u{f900}发", "㒞頭豈發"),
            ("t2s", "\u{f9d1}年", "六年"),
            ("t2s", "見⿰言見⿰見", "见⿰言見⿰见"),
            ("s2twp", "软⿱⿰软件头件软件", "軟⿱⿰软件头件軟體"),
            ("s2tw", "⿰\u{f900}头头发", "⿰\u{f900}头頭髮"),
            ("tw2s", "頭\u{e0100}髮", "头\u{e0100}发"),
        ] {
            assert_eq!(engine(config).convert(text), expected, "{config} {text}");
        }
    }

    #[test]
    fn what_cannot_be_compiled_is_refused() {
        let new = |json: &str, dictionary: fn(&str) -> Result<Lexicon<'static>, ()>| {
            Engine::new(json, Generation::Current, dictionary).err().unwrap()
        };
        let one = r#"{"conversion_chain": [{"dict": {"type": "text", "file": "A.txt"}}]}"#;
        assert!(matches!(new(one, |_| Err(())), CompileError::Dictionary(())));
        assert!(matches!(new("{}", |_| Err(())), CompileError::Unsupported));
        let normalization =
            one.replacen('{', r#"{"normalization": [{"dict": {"type": "text", "file": "A.txt"}}],"#, 1);
        let of_words = |_: &str| Ok(Lexicon::from_text("頭髮\t头发"));
        assert!(matches!(new(&normalization, of_words), CompileError::Unsupported));
    }
}
