//! The languages that the program speaks, independent of the script of any document.

/// A language of menus and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// Chinese in simplified characters.
    #[serde(rename = "zh-Hans")]
    Hans,
    /// Chinese in traditional characters.
    #[serde(rename = "zh-Hant")]
    Hant,
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// The BCP 47 tag, as `--lang` takes it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hans => "简体中文",
            Self::Hant => "繁體中文",
            Self::En => "English",
        }
    }

    /// The language nearest to a locale such as `zh_TW.UTF-8`, `zh-Hant-HK` or `de_DE`.
    ///
    /// Chinese without a script is traditional in Taiwan, Hong Kong and Macau (CLDR likely subtags).
    pub fn from_locale(locale: &str) -> Self {
        let lower = locale.to_ascii_lowercase().replace('_', "-");
        let mut parts = lower.split(['-', '.', '@']);
        if parts.next() != Some("zh") {
            return Self::En;
        }
        let traditional = |part: &str| matches!(part, "hant" | "tw" | "hk" | "mo");
        match parts.find(|part| traditional(part) || *part == "hans") {
            Some("hans") | None => Self::Hans,
            Some(_) => Self::Hant,
        }
    }

    /// The language of the system, English where it does not say.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::En, |locale| Self::from_locale(&locale))
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
            ("en_GB", Lang::En),
            ("C", Lang::En),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }
}
