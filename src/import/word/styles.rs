//! Styles: what a paragraph or a run has from them.

use std::collections::HashMap;

use super::super::steps;
use super::super::xml::{Tag, Xml};

/// How long a chain of styles is followed.
const LONGEST_CHAIN: usize = 30;

/// What heading styles are called, before their level. Word writes the English names whatever its language; others do not.
const HEADINGS: [&str; 5] = ["heading", "标题", "標題", "見出し", "제목"];

/// What styles of items are called whose numbers are no automatic ones.
const LISTS: [&str; 5] = ["list", "list 2", "list 3", "list 4", "list 5"];

/// What is said of the characters of a run; `None` where nothing is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// Whether they are bold.
    pub(super) bold: Option<bool>,
    /// Whether they are in italics.
    pub(super) italic: Option<bool>,
    /// Whether they are hidden.
    pub(super) hidden: Option<bool>,
}

/// The number that is asked for; each part is `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// The list; `0` takes the number away.
    pub(super) list: Option<String>,
    /// The level in it (0-based).
    pub(super) level: Option<u8>,
}

/// What is said of a paragraph, by itself or by its style.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    /// Its style.
    pub(super) style: Option<String>,
    /// Its number.
    pub(super) number: Wanted,
    /// Its level in the outline (0-based; 9 is text).
    pub(super) outline: Option<u8>,
    /// What is said of its characters, or of the mark that ends it.
    pub(super) looks: Looks,
    /// Whether it goes on in the next one: the mark that ends it is deleted, or it is the large first letter of that.
    pub(super) goes_on: bool,
}

#[derive(Debug, Default)]
struct Style {
    id: String,
    /// In lower case.
    name: String,
    based_on: Option<String>,
    /// Where that stands among the styles.
    parent: Option<usize>,
    setting: Setting,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: Vec<Style>,
    /// Where each stands there, by its identifier.
    named: HashMap<String, usize>,
    /// The style of paragraphs that name none.
    default: Option<usize>,
}

/// What the styles say of a list.
#[derive(Debug, Default)]
pub(super) struct Listed<'a> {
    /// What is asked for.
    pub(super) list: &'a str,
    /// The level that is named; the list itself may name another for the style.
    pub(super) level: Option<u8>,
    /// The paragraph's style, and the one that asks for the list.
    pub(super) styles: [&'a str; 2],
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(part: &str) -> Self {
        let mut styles = Self::default();
        let mut default = None;
        let mut xml = Xml::new(part);
        xml.child();
        while let Some(tag) = xml.child() {
            let id = tag.get("styleId").filter(|_| tag.name == "style");
            let Some(id) = id else {
                xml.skip();
                continue;
            };
            let is_default = is_on(tag.get("default").as_deref().unwrap_or("0"));
            if is_default && tag.get("type").is_some_and(|kind| kind == "paragraph") {
                default = Some(id.clone());
            }
            let style = style(&mut xml);
            styles.named.entry(id.clone()).or_insert(styles.all.len());
            styles.all.push(Style { id, ..style });
        }
        let place_of = |id: &Option<String>| styles.named.get(id.as_ref()?).copied();
        styles.default = place_of(&default);
        for style in &mut styles.all {
            style.parent = place_of(&style.based_on);
        }
        styles
    }

    /// The style `id` and those that it is based on; the default one where there is none of that name.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.named.get(id).copied()).or(self.default);
        let chain = std::iter::successors(self.at(first), |last| self.at(last.parent));
        chain.take(LONGEST_CHAIN).inspect(|_| steps::count(1))
    }

    fn at(&self, place: Option<usize>) -> Option<&Style> {
        self.all.get(place?)
    }

    /// The heading level (1-based) of a paragraph.
    pub(super) fn heading(&self, paragraph: &Setting) -> Option<u8> {
        let by_style = || {
            self.chain(paragraph.style.as_deref())
                .find_map(|style| style.setting.outline.or_else(|| level_of(&style.name)))
        };
        let level = paragraph.outline.or_else(by_style)?;
        (level < 9).then(|| level + 1)
    }

    /// Whether paragraphs of a style are titles of the document: Word calls it so in all languages.
    pub(super) fn is_title(&self, style: Option<&str>) -> bool {
        style.is_some() && self.chain(style).next().is_some_and(|style| style.name == "title")
    }

    /// How deep (0-based) an item stands that only its style says is one: its number is text.
    pub(super) fn list_depth(&self, style: Option<&str>) -> Option<u8> {
        let name = &self.chain(style).next()?.name;
        LISTS.iter().position(|list| list == name).and_then(|depth| u8::try_from(depth).ok())
    }

    /// The list that the style of a paragraph asks for.
    pub(super) fn listed(&self, style: Option<&str>) -> Option<Listed<'_>> {
        let own = self.chain(style).next()?;
        let asks = self.chain(style).find(|style| style.setting.number.list.is_some())?;
        let number = &asks.setting.number;
        Some(Listed { list: number.list.as_deref()?, level: number.level, styles: [&own.id, &asks.id] })
    }

    /// What is said of a run's characters, by itself, by its style, by that of its paragraph.
    pub(super) fn looks(&self, run: (Looks, Option<&str>), paragraph: Option<&str>) -> Looks {
        let of_run = run.1.filter(|id| self.named.contains_key(*id));
        let of_run = of_run.into_iter().flat_map(|id| self.chain(Some(id)));
        let all = of_run.chain(self.chain(paragraph)).map(|style| style.setting.looks);
        all.fold(run.0, |over, under| Looks {
            bold: over.bold.or(under.bold),
            italic: over.italic.or(under.italic),
            hidden: over.hidden.or(under.hidden),
        })
    }
}

/// The level (0-based) that the name of a heading style tells.
fn level_of(name: &str) -> Option<u8> {
    let rest = HEADINGS.iter().find_map(|heading| name.strip_prefix(heading))?;
    let level: u8 = rest.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

fn style(xml: &mut Xml<'_>) -> Style {
    let mut style = Style::default();
    while let Some(tag) = xml.child() {
        match tag.name {
            "name" => style.name = tag.get("val").unwrap_or_default().trim().to_lowercase(),
            "basedOn" => style.based_on = tag.get("val"),
            "pPr" => {
                let looks = style.setting.looks;
                style.setting = Setting { looks, ..setting(xml) };
                continue;
            }
            "rPr" => {
                (style.setting.looks, _) = looks(xml);
                continue;
            }
            _ => {}
        }
        xml.skip();
    }
    style
}

/// What the open `pPr` says, to its end.
pub(super) fn setting(xml: &mut Xml<'_>) -> Setting {
    let mut setting = Setting::default();
    while let Some(tag) = xml.child() {
        match tag.name {
            "pStyle" => setting.style = tag.get("val"),
            "framePr" => setting.goes_on |= tag.get("dropCap").is_some_and(|cap| is_on(&cap)),
            "outlineLvl" => setting.outline = tag.number("val"),
            "numPr" => {
                setting.number = wanted(xml);
                continue;
            }
            "rPr" => {
                let (looks, is_deleted) = mark(xml);
                setting.looks = looks;
                setting.goes_on |= is_deleted;
                continue;
            }
            _ => {}
        }
        xml.skip();
    }
    setting
}

fn wanted(xml: &mut Xml<'_>) -> Wanted {
    let mut wanted = Wanted::default();
    while let Some(tag) = xml.child() {
        match tag.name {
            "numId" => wanted.list = tag.get("val"),
            "ilvl" => wanted.level = tag.number("val"),
            _ => {}
        }
        xml.skip();
    }
    wanted
}

/// What the open `rPr` of a paragraph says of its mark, and whether that is deleted.
fn mark(xml: &mut Xml<'_>) -> (Looks, bool) {
    let (mut looks, mut is_deleted) = (Looks::default(), false);
    while let Some(tag) = xml.child() {
        look(&tag, &mut looks);
        is_deleted |= matches!(tag.name, "del" | "moveFrom");
        xml.skip();
    }
    (looks, is_deleted)
}

/// What the open `rPr` of a run says, and its style.
pub(super) fn looks(xml: &mut Xml<'_>) -> (Looks, Option<String>) {
    let (mut looks, mut style) = (Looks::default(), None);
    while let Some(tag) = xml.child() {
        look(&tag, &mut looks);
        if tag.name == "rStyle" {
            style = tag.get("val");
        }
        xml.skip();
    }
    (looks, style)
}

fn look(tag: &Tag<'_>, looks: &mut Looks) {
    let on = || Some(tag.get("val").is_none_or(|value| is_on(&value)));
    match tag.name {
        "b" => looks.bold = on(),
        "i" => looks.italic = on(),
        "vanish" => looks.hidden = on(),
        _ => {}
    }
}

/// What `w:val` of a switch says.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}
