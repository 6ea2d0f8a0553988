//! OpenCC's data files: where they are, and a configuration that names them by full paths.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::NamedTempFile;

use super::super::Config;
use super::super::configuration::Steps;
use super::super::fast::{self, Generation, Lexicon};
use super::{ConvertError, ocd2};

/// The variable that names OpenCC's data directory, for an installation in an unusual place.
const OVERRIDE: &str = "GANGMU_OPENCC_DIR";

/// The configuration with the steps that are taken of it, every dictionary checked and named by its full path. Gone
/// when dropped, so keep it until OpenCC has read it.
pub(super) fn absolute_configuration(config: Config, steps: Steps) -> Result<NamedTempFile, ConvertError> {
    let name = format!("{}.json", config.name());
    let directory = directory(&name)?;
    let path = directory.join(&name);
    let bytes = read(&path)?;
    let Ok(mut json) = serde_json::from_slice::<Value>(&bytes) else {
        return Err(ConvertError::Damaged { path });
    };
    if let Some(Value::Array(chain)) = json.get_mut("conversion_chain") {
        *chain = steps.of(chain).to_vec();
    }
    name_fully(&mut json, &directory)?;
    write_temporary(&json)
}

/// The fast engine with the installed library's configuration and dictionaries; `None` when the configuration asks
/// for what only the library knows.
pub(super) fn engine(config: Config) -> Result<Option<fast::Engine>, ConvertError> {
    let name = format!("{}.json", config.name());
    let directory = directory(&name)?;
    let path = directory.join(&name);
    let bytes = read(&path)?;
    let json: Option<Value> = serde_json::from_slice(&bytes).ok();
    let Some(json) = json.filter(Value::is_object) else { return Err(ConvertError::Damaged { path }) };
    // Configurations that say what to normalize came with the library that does it.
    let is_current = json.get("normalization").is_some();
    let generation = if is_current { Generation::Current } else { Generation::Classic };
    match fast::Engine::new(&json.to_string(), generation, |file| dictionary(&directory.join(file))) {
        Ok(engine) => Ok(Some(engine)),
        Err(fast::CompileError::Dictionary(error)) => Err(error),
        Err(fast::CompileError::Unsupported) => Ok(None),
    }
}

/// The entries of a dictionary.
fn dictionary(path: &Path) -> Result<Lexicon<'static>, ConvertError> {
    let bytes = read(path)?;
    let is_compiled = path.extension().is_some_and(|extension| extension == "ocd2");
    let entries = if is_compiled {
        ocd2::entries(&bytes)
    } else {
        String::from_utf8(bytes).ok().map(Lexicon::from_text)
    };
    entries.ok_or_else(|| ConvertError::Damaged { path: path.to_owned() })
}

/// The first directory that has `file`.
pub(super) fn directory(file: &str) -> Result<PathBuf, ConvertError> {
    let candidates = candidates(|name| std::env::var_os(name));
    match candidates.iter().find(|directory| directory.join(file).is_file()) {
        Some(directory) => Ok(directory.clone()),
        None => Err(ConvertError::NotFound { file: file.to_owned(), looked_in: candidates }),
    }
}

/// Where OpenCC's data may lie. Never where the program happens to be started, which is beside documents, unless
/// the reader says so.
fn candidates(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Vec<PathBuf> {
    if let Some(directory) = variable(OVERRIDE).filter(|directory| !directory.is_empty()) {
        return std::path::absolute(directory).into_iter().collect();
    }
    let data_dirs = variable("XDG_DATA_DIRS").unwrap_or_default();
    let mut found: Vec<PathBuf> = ["/usr/local/share", "/usr/share", "/opt/homebrew/share"]
        .into_iter()
        .map(PathBuf::from)
        .chain(std::env::split_paths(&data_dirs))
        .filter(|path| path.is_absolute())
        .map(|path| path.join("opencc"))
        .collect();
    let mut seen = std::collections::HashSet::new();
    found.retain(|path| seen.insert(path.clone()));
    found
}

/// Makes each `"file"` in the configuration an absolute path of a whole dictionary.
fn name_fully(json: &mut Value, directory: &Path) -> Result<(), ConvertError> {
    let mut pending = vec![json];
    while let Some(value) = pending.pop() {
        match value {
            Value::Array(values) => pending.extend(values),
            Value::Object(fields) => {
                if let Some(Value::String(file)) = fields.get_mut("file") {
                    *file = whole_dictionary(&directory.join(&*file))?;
                }
                pending.extend(fields.values_mut());
            }
            _ => {}
        }
    }
    Ok(())
}

/// The path of a dictionary as text, when OpenCC can open it safely.
fn whole_dictionary(path: &Path) -> Result<String, ConvertError> {
    let bytes = read(path)?;
    let compiled = path.extension().is_some_and(|extension| extension == "ocd2");
    match path.to_str() {
        Some(name) if !compiled || ocd2::is_whole(&bytes) => Ok(name.to_owned()),
        _ => Err(ConvertError::Damaged { path: path.to_owned() }),
    }
}

fn write_temporary(json: &Value) -> Result<NamedTempFile, ConvertError> {
    let attempt = || {
        let mut file = tempfile::Builder::new().prefix("gangmu-").suffix(".json").tempfile()?;
        file.write_all(json.to_string().as_bytes())?;
        file.flush()?;
        Ok(file)
    };
    let file = attempt().map_err(|source| ConvertError::Io { path: std::env::temp_dir(), source })?;
    // The binding takes paths that are UTF-8 and panics at others.
    if file.path().to_str().is_none() {
        let source = std::io::Error::other("the path of the temporary directory is not UTF-8");
        return Err(ConvertError::Io { path: std::env::temp_dir(), source });
    }
    Ok(file)
}

fn read(path: &Path) -> Result<Vec<u8>, ConvertError> {
    std::fs::read(path).map_err(|source| ConvertError::Io { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_is_the_only_place() {
        let candidates = candidates(|name| (name == OVERRIDE).then(|| "/opt/opencc".into()));
        assert_eq!(candidates, [PathBuf::from("/opt/opencc")]);
        let relative = super::candidates(|name| (name == OVERRIDE).then(|| "opencc".into()));
        assert_eq!(relative, [std::path::absolute("opencc").unwrap()]);
    }

    #[test]
    fn relative_directories_are_never_looked_in() {
        let listed =
            candidates(|name| (name == "XDG_DATA_DIRS").then(|| "share::/usr/share:/srv/share".into()));
        assert!(listed.iter().all(|path| path.is_absolute()));
        assert_eq!(listed.last(), Some(&PathBuf::from("/srv/share/opencc")));
        assert_eq!(listed.iter().filter(|path| path.starts_with("/usr/share")).count(), 1);
    }

    #[test]
    fn every_dictionary_is_named_fully() {
        for config in Config::ALL.into_iter().filter(|config| !config.is_composed()) {
            let file = absolute_configuration(config, Steps::All).unwrap();
            let json: Value = serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap();
            let text = json.to_string();
            let files: Vec<_> = text.split(r#""file":""#).skip(1).collect();
            assert!(!files.is_empty() && files.iter().all(|file| file.starts_with('/')), "{text}");
        }
    }

    #[test]
    fn a_dictionary_that_is_cut_off_is_named_in_the_error() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("Cut.ocd2");
        let whole = std::fs::read(self::directory("s2t.json").unwrap().join("TSCharacters.ocd2")).unwrap();
        NamedTempFile::new_in(directory.path())
            .unwrap()
            .persist(&path)
            .unwrap()
            .write_all(&whole[..20_000])
            .unwrap();
        let mut json = serde_json::json!({ "conversion_chain": [{ "dict": { "file": "Cut.ocd2" } }] });
        let error = name_fully(&mut json, directory.path()).unwrap_err();
        assert!(matches!(error, ConvertError::Damaged { path: named } if named == path));
        let mut json = serde_json::json!({ "dict": { "file": "None.ocd2" } });
        let error = name_fully(&mut json, directory.path()).unwrap_err();
        assert!(matches!(error, ConvertError::Io { .. }));
    }
}
