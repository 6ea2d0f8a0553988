//! How a paper is laid out.

/// How a paper is laid out: a Word file, or pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// As books and reports are: a table of contents, headings in 黑 of falling sizes.
    #[default]
    Plain,
    /// As authorities of the mainland write (公文, GB/T 9704-2012).
    Official,
}

impl Layout {
    /// All layouts, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Official];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Official => "official",
        }
    }

    /// The layout of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name)
    }

    /// Whether its punctuation is full-width where nobody says otherwise.
    pub const fn is_full_width(self) -> bool {
        matches!(self, Self::Official)
    }
}
