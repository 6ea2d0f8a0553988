//! Paths in files of ours, kept byte for byte: as text where they are UTF-8, else as their bytes in hexadecimal digits.
//! Names in GBK come out of old archives and off old servers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    Text(String),
    Bytes { bytes: String },
}

/// Writes `path`.
pub(crate) fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    let kept = path.to_str().map_or_else(
        || {
            let mut bytes = String::new();
            for byte in path.as_os_str().as_encoded_bytes() {
                let _ = write!(bytes, "{byte:02x}");
            }
            Kept::Bytes { bytes }
        },
        |text| Kept::Text(text.to_owned()),
    );
    kept.serialize(serializer)
}

/// Reads a path.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    match Kept::deserialize(deserializer)? {
        Kept::Text(text) => Ok(PathBuf::from(text)),
        Kept::Bytes { bytes } => {
            let digits: Option<Vec<u8>> = bytes
                .as_bytes()
                .chunks(2)
                .map(|pair| match pair {
                    [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
                    _ => None,
                })
                .collect();
            let bytes = digits.ok_or_else(|| serde::de::Error::custom("not the bytes of a path"))?;
            Ok(of_bytes(bytes))
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::script::Script;
    use crate::settings::{OwnConfig, Settings};

    #[test]
    fn any_path_comes_back_from_either_form_of_file() {
        for bytes in [b"/tmp/\xc4\xbf\xc2\xbc.txt".to_vec(), "/目錄.txt".into(), b"/a\xff\"\\\n".to_vec()] {
            let config = OwnConfig { script: Script::Tw, path: of_bytes(bytes) };
            let settings = Settings { own_configs: vec![config], ..Settings::default() };
            let toml = toml::to_string_pretty(&settings).unwrap();
            assert_eq!(toml::from_str::<Settings>(&toml).unwrap(), settings, "{toml}");
            let json = serde_json::to_string(&settings).unwrap();
            assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings, "{json}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [
            r#"{"script":"tw","path":{"bytes":"0g"}}"#,
            r#"{"script":"tw","path":{"bytes":"2f+1"}}"#,
            r#"{"script":"tw","path":7}"#,
        ] {
            assert!(serde_json::from_str::<OwnConfig>(text).is_err(), "{text}");
        }
    }
}
