//! The languages that the program speaks, independent of the script of any document: one table.

use crate::script::Script;

/// Makes [`Lang`], the list of all and what is to be known of each, from one row a language.
macro_rules! languages {
    ($($(#[$meta:meta])* $lang:ident { tag: $tag:literal, $($field:ident: $value:expr,)+ })+) => {
        /// A language of menus and messages.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Lang {
            $($(#[$meta])* #[serde(rename = $tag)] $lang,)+
        }

        impl Lang {
            /// All of them, in the order in which they are offered and in which each text stands in them.
            pub const ALL: [Self; [$($tag),+].len()] = [$(Self::$lang),+];

            const fn properties(self) -> Properties {
                match self {
                    $(Self::$lang => Properties { tag: $tag, $($field: $value),+ },)+
                }
            }
        }
    };
}

languages! {
    /// Chinese in simplified characters.
    Hans {
        tag: "zh-Hans",
        name: "简体中文",
        locales: &["zh", "zh-Hans"],
        script: Some(Script::Hans),
        marks: &Marks::FULL_WIDTH,
    }
    /// Chinese in traditional characters.
    Hant {
        tag: "zh-Hant",
        name: "繁體中文",
        // Chinese without a script is traditional in Taiwan, Hong Kong and Macau (CLDR likely subtags).
        locales: &["zh-Hant", "zh-TW", "zh-HK", "zh-MO"],
        script: Some(Script::Hant),
        marks: &Marks::FULL_WIDTH,
    }
    /// English, which is also spoken where the system's language is none of these.
    #[default]
    En {
        tag: "en",
        name: "English",
        locales: &["en"],
        script: None,
        marks: &Marks::LATIN,
    }
}

/// What is to be known of a language.
struct Properties {
    tag: &'static str,
    name: &'static str,
    locales: &'static [&'static str],
    script: Option<Script>,
    marks: &'static Marks,
}

/// What a language puts between words, with the space that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before what explains.
    pub colon: &'static str,
    /// Between clauses.
    pub comma: &'static str,
    /// Between sentences that belong together.
    pub semicolon: &'static str,
    /// Between the words of a list.
    pub enumeration: &'static str,
}

impl Marks {
    /// Marks that are as wide as a Chinese character.
    pub const FULL_WIDTH: Self = Self { colon: "：", comma: "，", semicolon: "；", enumeration: "、" };
    /// Marks of the Latin script; its quotation marks and ellipsis are narrow ones too.
    pub const LATIN: Self = Self { colon: ": ", comma: ", ", semicolon: "; ", enumeration: ", " };
}

impl Lang {
    /// The BCP 47 tag, as `--lang` takes it.
    pub const fn tag(self) -> &'static str {
        self.properties().tag
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        self.properties().name
    }

    /// The script of Chinese that it is written in; `None` where it is not Chinese.
    pub const fn script(self) -> Option<Script> {
        self.properties().script
    }

    /// What it puts between words.
    pub const fn marks(self) -> &'static Marks {
        self.properties().marks
    }

    /// Whether its marks are those of the Latin script.
    pub fn has_latin_marks(self) -> bool {
        *self.marks() == Marks::LATIN
    }

    /// The language nearest to a locale such as `zh_TW.UTF-8`, `zh-Hant-HK` or `de_DE`: the first part behind the
    /// language that a row names with it decides, and then the language alone.
    pub fn from_locale(locale: &str) -> Self {
        let mut parts = locale.split(['_', '-', '.', '@']);
        let language = parts.next().unwrap_or_default();
        let spoken = |wanted: &str| {
            let names =
                |lang: &Self| lang.properties().locales.iter().any(|tag| tag.eq_ignore_ascii_case(wanted));
            Self::ALL.into_iter().find(names)
        };
        parts
            .find_map(|part| spoken(&format!("{language}-{part}")))
            .or_else(|| spoken(language))
            .unwrap_or_default()
    }

    /// The language of the system, English where it does not say.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::default(), |locale| Self::from_locale(&locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_find_their_language() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Hans),
            ("zh_TW", Lang::Hant),
            ("zh-Hant-HK", Lang::Hant),
            ("zh-Hans-HK", Lang::Hans),
            ("zh", Lang::Hans),
            ("ZH_tw", Lang::Hant),
            ("zh_Hans_TW", Lang::Hans),
            ("zh_TW.UTF-8@radical", Lang::Hant),
            ("zhuang_HK", Lang::En),
            ("en_GB", Lang::En),
            ("de_TW", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn no_locale_has_two_languages_and_each_language_its_own_tag() {
        let all: Vec<_> = Lang::ALL.iter().flat_map(|lang| lang.properties().locales).collect();
        for (at, locale) in all.iter().enumerate() {
            assert!(!all.iter().skip(at + 1).any(|other| other == locale), "{locale}");
        }
        for lang in Lang::ALL {
            assert_eq!(Lang::from_locale(lang.tag()), lang);
        }
    }
}
