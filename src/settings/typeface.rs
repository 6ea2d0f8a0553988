//! The typeface of the reading text: one of three styles, or a family of the system by its name.

/// A style of Chinese type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TypeStyle {
    /// 黑體: strokes of one width.
    #[default]
    Sans,
    /// 宋體, 明體: the type of books.
    Serif,
    /// 楷體: as written with a brush.
    Kai,
}

/// What the reading text is set in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Typeface {
    /// A style, in whatever family has it.
    Style(TypeStyle),
    /// The family of that name, if the system has it.
    Named(String),
}

impl TypeStyle {
    /// All styles, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Serif, Self::Sans, Self::Kai];

    /// How it is written in the settings.
    const fn word(self) -> &'static str {
        match self {
            Self::Sans => "sans",
            Self::Serif => "serif",
            Self::Kai => "kai",
        }
    }
}

impl Default for Typeface {
    fn default() -> Self {
        Self::Style(TypeStyle::default())
    }
}

/// Any text is a typeface: a word that is no style is the name of a family.
impl From<String> for Typeface {
    fn from(written: String) -> Self {
        let style = TypeStyle::ALL.into_iter().find(|style| style.word() == written);
        style.map_or(Self::Named(written), Self::Style)
    }
}

impl From<Typeface> for String {
    fn from(typeface: Typeface) -> Self {
        match typeface {
            Typeface::Style(style) => style.word().to_owned(),
            Typeface::Named(name) => name,
        }
    }
}
