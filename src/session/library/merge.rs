//! Three states of one file become one: two windows keep what they remember in the same files, and what either has
//! changed since it read them must not be lost by the other's writing.

use std::path::Path;

use serde_json::{Map, Value};

/// What a file of ours is written as, told by its extension.
#[derive(Clone, Copy)]
pub(in crate::session) enum Form {
    Json,
    Toml,
    Lines,
}

impl Form {
    pub(in crate::session) fn of(path: &Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => Self::Json,
            Some("toml") => Self::Toml,
            _ => Self::Lines,
        }
    }

    /// The value of a file's text, if it is one.
    pub(in crate::session) fn read(self, text: &str) -> Option<Value> {
        match self {
            Self::Json => serde_json::from_str(text).ok(),
            Self::Toml => toml::from_str(text).ok(),
            Self::Lines => Some(lines(text)),
        }
    }

    /// The text of a file with that value.
    pub(in crate::session) fn write(self, value: &Value) -> Option<String> {
        match self {
            Self::Json => serde_json::to_string_pretty(value).ok(),
            Self::Toml => toml::to_string_pretty(value).ok(),
            Self::Lines => Some(text(value)),
        }
    }
}

fn lines(text: &str) -> Value {
    text.lines().collect()
}

fn text(lines: &Value) -> String {
    let lines = lines.as_array().into_iter().flatten().filter_map(Value::as_str);
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// What stands on the disk (`theirs`), with all that changed from `base` to `ours`.
///
/// Of a value that both changed, ours holds. Lists and dictionaries are taken as sets in order: what we added or took
/// away is added to or taken away from theirs.
pub(super) fn merged(base: &Value, ours: Value, theirs: Value) -> Value {
    if ours == *base {
        return theirs;
    }
    if theirs == *base {
        return ours;
    }
    match (base, ours, theirs) {
        (base, Value::Object(ours), Value::Object(theirs)) => Value::Object(objects(base, ours, theirs)),
        (base, Value::Array(ours), Value::Array(theirs)) => {
            Value::Array(lists(base.as_array().map_or(&[], Vec::as_slice), ours, theirs))
        }
        (_, ours, _) => ours,
    }
}

/// The entry of a document's state that is a dictionary of lines.
const WORDS: &str = "words";

fn objects(base: &Value, ours: Map<String, Value>, mut theirs: Map<String, Value>) -> Map<String, Value> {
    // A list that is empty is not written at all.
    let of = |map: &mut Map<String, Value>, key: &str| match (map.remove(key), key) {
        (Some(Value::String(words)), WORDS) => lines(&words),
        (value, WORDS) => value.unwrap_or_else(|| lines("")),
        (value, _) => value.unwrap_or_default(),
    };
    let (mut ours, mut base) = (ours, base.as_object().cloned().unwrap_or_default());
    let keys: Vec<String> = ours.keys().chain(base.keys()).cloned().collect();
    for key in keys {
        let values = [of(&mut base, &key), of(&mut ours, &key), of(&mut theirs, &key)];
        let is_list = values.iter().any(Value::is_array);
        let filled =
            values.map(|value| if is_list && value.is_null() { Value::Array(Vec::new()) } else { value });
        let [base, ours, theirs_now] = filled;
        let value = match merged(&base, ours, theirs_now) {
            Value::Null => continue,
            Value::Array(list) if list.is_empty() => continue,
            lines if key == WORDS => Value::String(text(&lines)),
            value => value,
        };
        theirs.insert(key, value);
    }
    theirs
}

fn lists(base: &[Value], ours: Vec<Value>, mut theirs: Vec<Value>) -> Vec<Value> {
    // What was only added is added as it is, even where it is there already: a correction may be asked for twice.
    if let Some(added) = ours.strip_prefix(base).filter(|_| !base.is_empty()) {
        theirs.extend_from_slice(added);
        return theirs;
    }
    for gone in base.iter().filter(|item| !ours.contains(item)) {
        if let Some(at) = theirs.iter().rposition(|item| item == gone) {
            theirs.remove(at);
        }
    }
    // What is newest stands first in some lists and last in others.
    let newest_first = ours.first().is_some_and(|first| !base.contains(first)) && !base.is_empty();
    let added: Vec<_> =
        ours.into_iter().filter(|item| !base.contains(item) && !theirs.contains(item)).collect();
    let at = if newest_first { 0 } else { theirs.len() };
    theirs.splice(at..at, added);
    theirs
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_either_changed_is_kept() {
        for (base, ours, theirs, expected) in [
            (json!({"place": 1}), json!({"place": 9}), json!({"place": 5}), json!({"place": 9})),
            (json!({"place": 1}), json!({"place": 1}), json!({"place": 5}), json!({"place": 5})),
            (
                json!({"a": 1, "b": 1}),
                json!({"a": 2, "b": 1}),
                json!({"a": 1, "b": 3}),
                json!({"a": 2, "b": 3}),
            ),
            (json!({"a": 1}), json!({"a": 2}), json!({"a": 1, "later": 3}), json!({"a": 2, "later": 3})),
            (json!({"a": {"b": 1}}), json!({"a": {"b": 2}}), json!({"a": {"b": 1, "c": 3}}), {
                json!({"a": {"b": 2, "c": 3}})
            }),
            (json!({}), json!({"edits": [1]}), json!({"edits": [2]}), json!({"edits": [2, 1]})),
            (json!({"edits": [1]}), json!({"undone": [1]}), json!({"edits": [1, 2]}), {
                json!({"edits": [2], "undone": [1]})
            }),
            (json!({"edits": [1]}), json!({"edits": [1, 1]}), json!({"edits": [1, 2]}), {
                json!({"edits": [1, 2, 1]})
            }),
            (json!({"edits": [1, 2]}), json!({"edits": [1]}), json!({"edits": [1, 2, 3]}), {
                json!({"edits": [1, 3]})
            }),
            (json!({"edits": [1]}), json!({}), json!({"edits": [1], "place": 2}), json!({"place": 2})),
            (json!({"recents": ["a"]}), json!({"recents": ["x", "a"]}), json!({"recents": ["y", "a"]}), {
                json!({"recents": ["x", "y", "a"]})
            }),
            (json!({"words": "a\n"}), json!({"words": "a\nb\n"}), json!({"words": "c\na\n"}), {
                json!({"words": "c\na\nb\n"})
            }),
            (json!({}), json!({"words": "b\n"}), json!({"words": "c\n"}), json!({"words": "c\nb\n"})),
            (
                json!({"words": "a\nb"}),
                json!({"words": "a"}),
                json!({"words": "a\nb\nc"}),
                json!({"words": "a\nc\n"}),
            ),
        ] {
            assert_eq!(merged(&base, ours.clone(), theirs.clone()), expected, "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn each_form_gives_back_what_was_written() {
        for (name, text) in [("a.json", "{\n  \"a\": 1\n}"), ("a.toml", "a = 1\n"), ("a.txt", "a\tb\n\n#c\n")]
        {
            let form = Form::of(Path::new(name));
            let value = form.read(text).unwrap();
            assert_eq!(form.write(&value).as_deref(), Some(text), "{name}");
        }
    }
}
