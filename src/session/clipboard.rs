//! What is put on the clipboard: all that the program copies goes to the shell in this form.

/// Text for the clipboard in both forms; who takes it chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// A line for each paragraph.
    pub text: String,
    /// HTML: headings at their levels, tables, paragraphs; empty where the plain text is all.
    pub html: String,
}

impl From<String> for Copied {
    fn from(text: String) -> Self {
        Self { text, html: String::new() }
    }
}
