//! What is put on the clipboard.

/// Text for the clipboard in both forms; who takes it chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// A line for each paragraph.
    pub text: String,
    /// HTML: headings at their levels, tables, paragraphs.
    pub html: String,
}
