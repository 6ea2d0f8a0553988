//! What is wrong with a configuration file of the reader's.

use std::path::PathBuf;

/// What is wrong with a configuration of OpenCC's that the reader has chosen, or with a dictionary that it names.
#[derive(Debug, thiserror::Error)]
#[error("{}: {kind}", path.display())]
pub struct ConfigError {
    /// The file: the configuration or the dictionary.
    pub path: PathBuf,
    /// What is wrong with it.
    pub kind: ConfigErrorKind,
}

/// What is wrong with such a file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigErrorKind {
    /// It is not there; a dictionary neither beside the configuration nor among those of OpenCC.
    #[error("no such file")]
    Missing,
    /// It is a folder, a pipe or a device.
    #[error("not a file")]
    NotFile,
    /// It is larger than anything that makes sense.
    #[error("larger than {} MiB", limit >> 20)]
    TooLarge {
        /// The largest that is read, in bytes.
        limit: u64,
    },
    /// It uses more dictionaries than anything that makes sense.
    #[error("more than {limit} dictionaries")]
    TooMany {
        /// How many may be used.
        limit: usize,
    },
    /// The system does not let it be read.
    #[error("{0}")]
    Unreadable(std::io::Error),
    /// It is no JSON.
    #[error("not JSON (line {line}, column {column})")]
    NotJson {
        /// 1-based line of the first mistake.
        line: usize,
        /// 1-based column of it.
        column: usize,
    },
    /// It lacks a field, or has something else in its place.
    #[error("no “{0}” where one must be")]
    Lacks(&'static str),
    /// It says a type that OpenCC does not have, or that is not read.
    #[error("unknown type “{0}”")]
    UnknownType(String),
    /// It is said to be a text dictionary, and is no text in UTF-8.
    #[error("not a text dictionary in UTF-8")]
    NotText,
    /// It is a text dictionary of which a line is no entry.
    #[error("line {line} is no entry")]
    BadEntry {
        /// Its 1-based number.
        line: usize,
    },
    /// It is said to be a compiled dictionary, and is none or a damaged one.
    #[error("not a whole compiled dictionary")]
    NotCompiled,
    /// It is a dictionary without entries.
    #[error("no entries")]
    Empty,
    /// OpenCC itself refused it.
    #[error("OpenCC cannot open it")]
    Refused,
}
