//! A page as it will look, to be drawn on the screen.

/// A page of a paper. Measures are in points (1/72 inch), from the left upper corner of the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width and height of the paper.
    pub size: (f32, f32),
    /// What stands on it.
    pub marks: Vec<Mark>,
}

/// A character on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The character.
    pub character: char,
    /// Where its base line begins.
    pub at: (f32, f32),
    /// Its size.
    pub size: f32,
    /// What it is set in.
    pub look: Look,
    /// Whether it lies on its right side.
    pub is_turned: bool,
}

/// What a character of a page is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// 宋
    Serif,
    /// 黑
    Sans,
    /// 黑 in bold.
    Bold,
}
