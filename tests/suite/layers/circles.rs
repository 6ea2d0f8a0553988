//! No two modules name each other, on any way: whoever reads one need not have read the other.
//!
//! A module's door and what lies behind it belong together and may name each other. A name that a door hands on counts
//! as the door's.

use std::collections::{BTreeMap, BTreeSet};

use super::sources;

type Path = Vec<String>;

fn path_of(file: &str) -> Path {
    let path = file.trim_end_matches(".rs");
    if matches!(path, "lib" | "main") { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// The paths of a use tree, braces resolved.
fn expand(tree: &str, before: &[String], found: &mut Vec<Path>) {
    let (head, group) = match tree.split_once('{') {
        Some((head, group)) => (head, group.trim().strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or(tree), None),
    };
    let names = head.split("::").map(str::trim).filter(|name| !name.is_empty() && *name != "self");
    let path: Path = before.iter().cloned().chain(names.map(str::to_owned)).collect();
    let Some(group) = group else { return found.push(path) };
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = group.get(start..at).unwrap_or_default().trim();
                if !part.is_empty() {
                    expand(part, &path, found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Every path that begins with crate, super, or a module behind this door.
fn named(code: &str) -> Vec<Path> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("use ") {
        let (before, tree) = rest.split_at(at);
        rest = tree.trim_start_matches("use ");
        let begins = before.rsplit('\n').next().unwrap_or_default().trim();
        if (begins.is_empty() || begins.starts_with("pub"))
            && let Some((tree, after)) = rest.split_once(';')
        {
            expand(tree, &[], &mut found);
            rest = after;
        }
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_name(c)).filter(|word| word.contains("::"));
    found.extend(words.map(|word| word.split("::").map(str::to_owned).collect()));
    found
}

/// Where `path`, named in the module `from`, leads within the crate.
fn absolute(path: &Path, from: &Path, behind: &BTreeSet<&String>) -> Option<Path> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path.get(1..)?.to_vec()),
        "super" => {
            let door = from.get(..from.len().checked_sub(ups)?)?;
            Some(door.iter().chain(path.get(ups..)?).cloned().collect())
        }
        first if behind.contains(&first.to_owned()) => Some(from.iter().chain(path).cloned().collect()),
        _ => None,
    }
}

fn edges(modules: &BTreeMap<Path, String>) -> BTreeMap<&Path, BTreeSet<&Path>> {
    let mut edges: BTreeMap<&Path, BTreeSet<&Path>> = BTreeMap::new();
    for (from, code) in modules {
        let is_behind = |path: &&Path| path.len() == from.len() + 1 && path.starts_with(from);
        let behind: BTreeSet<_> = modules.keys().filter(is_behind).filter_map(|path| path.last()).collect();
        for path in named(code).iter().filter_map(|path| absolute(path, from, &behind)) {
            let module = (0..=path.len()).rev().find_map(|n| modules.get_key_value(path.get(..n)?));
            let Some((to, _)) = module else { continue };
            if !from.starts_with(to) && !to.starts_with(from) {
                edges.entry(from).or_default().insert(to);
            }
        }
    }
    edges
}

/// A way from `at` back to `start`, if there is one.
fn way<'a>(
    edges: &BTreeMap<&'a Path, BTreeSet<&'a Path>>,
    (start, at): (&Path, &'a Path),
    seen: &mut BTreeSet<&'a Path>,
) -> Option<Vec<String>> {
    for to in edges.get(at)? {
        if *to == start {
            return Some(vec![at.join("::"), to.join("::")]);
        }
        if seen.insert(to)
            && let Some(mut rest) = way(edges, (start, to), seen)
        {
            rest.insert(0, at.join("::"));
            return Some(rest);
        }
    }
    None
}

#[test]
fn no_modules_name_each_other_in_a_circle() {
    let modules: BTreeMap<_, _> = sources().into_iter().map(|(file, code)| (path_of(&file), code)).collect();
    let edges = edges(&modules);
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 300, "the paths were not understood");
    for module in modules.keys() {
        let circle = way(&edges, (module, module), &mut BTreeSet::new());
        assert!(circle.is_none(), "a circle: {}", circle.unwrap_or_default().join(" → "));
    }
}

#[test]
fn a_use_tree_is_taken_apart() {
    let code = "use crate::a::{self, B, c::{D, E as F}};\npub use super::g;\nlet x = crate::h::i();\n";
    let found: Vec<_> = named(code).iter().map(|path| path.join("::")).collect();
    for path in ["crate::a", "crate::a::B", "crate::a::c::D", "crate::a::c::E", "super::g", "crate::h::i"] {
        assert!(found.iter().any(|known| known == path), "{path} in {found:?}");
    }
}
