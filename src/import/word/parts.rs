//! The parts of a Word package: which is which is told by relations, not by names.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::ImportError;
use super::super::xml::{self, Xml};
use super::super::zipped::Zipped;

/// Where a relation leads.
#[derive(Clone, Debug)]
struct Relation {
    /// Last part of the address of its type: `styles`, `hyperlink`.
    kind: String,
    /// Name of a part, or an address.
    target: String,
    is_outside: bool,
}

type Relations = HashMap<String, Relation>;

/// The parts of a package.
pub(super) struct Parts<'a> {
    package: Zipped<'a>,
    /// Name of the part with the text.
    main: String,
    /// The relations of the package itself, and those of the main part, by their identifiers.
    roots: Relations,
    relations: Relations,
    /// Whether a part could not be read whole.
    pub(super) is_damaged: bool,
    /// Whether a limit was reached.
    pub(super) is_cut: bool,
}

impl<'a> Parts<'a> {
    /// Finds the main part of a package.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] where there is none, [`ImportError::Locked`] where it needs a password.
    pub(super) fn open(package: Zipped<'a>) -> Result<Self, ImportError> {
        let mut parts = Self {
            package,
            main: String::new(),
            roots: Relations::new(),
            relations: Relations::new(),
            is_damaged: false,
            is_cut: false,
        };
        parts.roots = parts.relations_of("_rels/.rels", "")?;
        let main = find(&parts.roots, "officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
        let known = [main.as_str(), "word/document.xml", "word/document2.xml"];
        let main = known.into_iter().find(|name| parts.package.has(name)).ok_or(ImportError::Damaged)?;
        main.clone_into(&mut parts.main);
        let (folder, file) = parts.main.rsplit_once('/').unwrap_or(("", &parts.main));
        let (folder, relations) = (folder.to_owned(), format!("{folder}/_rels/{file}.rels"));
        parts.relations = parts.relations_of(&relations, &folder)?;
        Ok(parts)
    }

    /// The part with the text.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] where nothing of it can be read, [`ImportError::Locked`] where it needs a password.
    pub(super) fn body(&mut self) -> Result<String, ImportError> {
        let name = self.main.clone();
        self.text(&name)?.filter(|text| !text.is_empty()).ok_or(ImportError::Damaged)
    }

    /// The title that the properties give; empty where they give none.
    pub(super) fn title(&mut self) -> String {
        self.property("core-properties", "docProps/core.xml", "title")
    }

    /// The program that wrote the file, or the last that changed it; empty where it says nothing of that.
    pub(super) fn writer(&mut self) -> String {
        self.property("extended-properties", "docProps/app.xml", "Application")
    }

    /// What the properties of a `kind` say of `name`; they stand in `part` where no relation leads to them.
    fn property(&mut self, kind: &str, part: &str, name: &str) -> String {
        let part = find(&self.roots, kind).unwrap_or_else(|| part.to_owned());
        let properties = self.text(&part).ok().flatten().unwrap_or_default();
        let mut xml = Xml::new(&properties);
        xml.child();
        while let Some(tag) = xml.child() {
            if tag.name == name {
                return xml.text().trim().to_owned();
            }
            xml.skip();
        }
        String::new()
    }

    /// The part that the main part relates to as `kind`; empty where it is missing.
    pub(super) fn related(&mut self, kind: &str) -> String {
        let Some(name) = find(&self.relations, kind) else { return String::new() };
        let text = self.text(&name).ok().flatten();
        self.is_damaged |= text.is_none();
        text.unwrap_or_default()
    }

    /// The address that the relation `id` leads to, where that is outside.
    pub(super) fn address(&self, id: &str) -> Option<String> {
        self.relations.get(id).filter(|relation| relation.is_outside).map(|relation| relation.target.clone())
    }

    /// The picture that the relation `id` leads to, where it is one that can be shown.
    pub(super) fn picture(&mut self, id: &str) -> Option<Arc<[u8]>> {
        let relation = self.relations.get(id).filter(|relation| !relation.is_outside)?;
        self.package.picture(&relation.target)
    }

    /// A part as text.
    fn text(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(part) = self.package.part(name, usize::MAX)? else { return Ok(None) };
        self.is_damaged |= part.is_damaged;
        self.is_cut |= part.is_cut;
        Ok(Some(xml::decoded(part.bytes)))
    }

    /// The relations that the part `name` lists, for parts in `folder`.
    fn relations_of(&mut self, name: &str, folder: &str) -> Result<Relations, ImportError> {
        let text = self.text(name)?.unwrap_or_default();
        let mut xml = Xml::new(&text);
        let mut relations = Relations::new();
        xml.child();
        while let Some(tag) = xml.child() {
            if let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let is_outside = tag.get("TargetMode").is_some_and(|mode| mode == "External");
                let target = if is_outside { target } else { within(folder, &target) };
                relations.insert(id, Relation { kind, target, is_outside });
            }
            xml.skip();
        }
        Ok(relations)
    }
}

/// The part that one of the relations leads to as `kind`. Of several it is that of the first name.
fn find(relations: &Relations, kind: &str) -> Option<String> {
    let of_kind = relations.values().filter(|relation| relation.kind == kind && !relation.is_outside);
    of_kind.map(|relation| relation.target.clone()).min()
}

/// The name of the part `target`, as it is seen from `folder`.
fn within(folder: &str, target: &str) -> String {
    if let Some(name) = target.strip_prefix('/') {
        return name.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => drop(names.pop()),
            _ => names.push(name),
        }
    }
    names.join("/")
}
