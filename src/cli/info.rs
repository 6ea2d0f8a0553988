//! `gangmu info`: what is known of a file before anything is done with it.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::failure::Failure;
use super::input::{self, Input};
use super::output::{self, Format};
use crate::document::Document;
use crate::import::{Hints, Remark};
use crate::lang::Lang;
use crate::messages;
use crate::script::{self, Config, Detected, DetectedScript, Evidence, Region, Script, configuration, loss};

mod mixture;

use mixture::Mixture;

/// Options of `gangmu info`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What is known of a file.
#[derive(Debug, Serialize)]
struct Facts {
    name: String,
    /// In bytes.
    size: usize,
    /// The format, by the usual extension of its files.
    format: &'static str,
    /// How many of each the format names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parts: BTreeMap<&'static str, usize>,
    /// What came of reading it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<Remark>,
    encoding: &'static str,
    bom: bool,
    lossy: bool,
    binary: bool,
    nuls: usize,
    lines: usize,
    /// In code points, line ends included.
    characters: usize,
    /// How many sections there are on each level.
    sections: BTreeMap<u8, usize>,
    script: &'static str,
    region: Option<&'static str>,
    /// What the script and region are told by.
    evidence: Told,
    /// Where the text has both scripts.
    mixture: Mixture,
    /// Whether a conversion does harm: both scripts are in the text, and characters that both have in common
    /// (里, 后) are taken for those of the other.
    warning: Option<&'static str>,
    /// The version of OpenCC whose dictionaries are part of the program and convert.
    dictionaries: &'static str,
    /// Where the data of the installed OpenCC library lie, which converts where it is asked for.
    library: Option<String>,
    /// The OpenCC configuration for each script; none where the text is left as it is.
    configurations: BTreeMap<&'static str, Configurations>,
}

#[derive(Debug, Serialize)]
struct Configurations {
    plain: Option<&'static str>,
    phrases: Option<&'static str>,
    /// How many characters would not come back by the configuration that leads back; of a long text, in its first
    /// megabyte.
    lost: Option<usize>,
}

/// The evidence, the most frequent characters of each kind.
#[derive(Debug, Serialize)]
struct Told {
    simplified: Kind,
    traditional: Kind,
    /// Forms that not all traditional standards write.
    regional: Kind,
}

#[derive(Debug, Serialize)]
struct Kind {
    /// How many such characters were seen; of a long text, in samples.
    count: usize,
    characters: Vec<CharacterCount>,
}

#[derive(Debug, Serialize)]
struct CharacterCount {
    character: char,
    count: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    written_by: Vec<&'static str>,
}

/// So many characters of a kind are named.
const NAMED: usize = 8;

/// Prints what is known.
pub(super) fn run(arguments: &Arguments, input: &Input) -> Result<(), Failure> {
    let bytes = input::bytes(&arguments.file)?;
    if bytes.is_empty() {
        return Err(Failure::Empty(arguments.file.clone()));
    }
    let size = bytes.len();
    let document = Document::of_import(input.import(&arguments.file, bytes)?).inferred_at_once();
    let name =
        arguments.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let facts = facts(name, size, &document);
    match arguments.format {
        Format::Text => output::lines_to_stdout(|out| print(out, &facts, input.lang)),
        Format::Json => output::to_stdout(|out| {
            serde_json::to_writer_pretty(&mut *out, &facts)?;
            writeln!(out)
        }),
    }
}

fn facts(name: String, size: usize, document: &Document) -> Facts {
    let decoded = document.decoded();
    let detected = document.detected();
    let mut sections = BTreeMap::new();
    for section in document.outline().sections() {
        *sections.entry(section.level).or_insert(0) += 1;
    }
    Facts {
        name,
        size,
        format: document.format().name(),
        parts: parts(document.hints()),
        remarks: document.remarks().to_vec(),
        encoding: decoded.encoding,
        bom: decoded.bom,
        lossy: decoded.lossy,
        binary: decoded.binary,
        nuls: decoded.nuls,
        lines: document.lines().count(),
        characters: document.text().chars().count(),
        sections,
        script: match detected.script {
            DetectedScript::Hans => "hans",
            DetectedScript::Hant => "hant",
            DetectedScript::Mixed => "mixed",
            DetectedScript::Unclear => "unclear",
        },
        region: detected.region.map(|region| match region {
            Region::Tw => "tw",
            Region::Hk => "hk",
        }),
        evidence: told(document.evidence()),
        mixture: Mixture::of(document),
        warning: (detected.script == DetectedScript::Mixed).then_some("both scripts"),
        dictionaries: script::EMBEDDED_VERSION,
        library: script::installed_library().map(|path| path.display().to_string()),
        configurations: configurations(detected, document.text()),
    }
}

/// How many of each kind of hint there are, those that there are.
fn parts(hints: &Hints) -> BTreeMap<&'static str, usize> {
    let counted = [
        ("headings", hints.headings.len()),
        ("numbers", hints.numbers.len()),
        ("items", hints.items.len()),
        ("tables", hints.tables.len()),
        ("notes", hints.notes.len()),
        ("images", hints.images.len()),
        ("links", hints.links.len()),
        ("furniture", hints.furniture.len()),
    ];
    counted.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn told(evidence: &Evidence) -> Told {
    let plain = |characters: &[(char, usize)]| Kind {
        count: characters.iter().map(|(_, count)| count).sum(),
        characters: characters
            .iter()
            .take(NAMED)
            .map(|&(character, count)| CharacterCount { character, count, written_by: Vec::new() })
            .collect(),
    };
    let regional = evidence.regional.iter();
    Told {
        simplified: plain(&evidence.simplified),
        traditional: plain(&evidence.traditional),
        regional: Kind {
            count: regional.clone().map(|form| form.count).sum(),
            characters: regional
                .take(NAMED)
                .map(|form| CharacterCount {
                    character: form.character,
                    count: form.count,
                    written_by: form.standards().collect(),
                })
                .collect(),
        },
    }
}

fn configurations(detected: &Detected, text: &str) -> BTreeMap<&'static str, Configurations> {
    let name = |target, phrases| configuration(detected, target, phrases).map(Config::name);
    let targets = Script::ALL.into_iter().filter(|script| *script != Script::Source);
    targets
        .map(|target| {
            let plain = configuration(detected, target, false);
            let lost = plain.and_then(|config| loss(config, text).ok()).map(|loss| loss.characters);
            (target.name(), Configurations { plain: name(target, false), phrases: name(target, true), lost })
        })
        .collect()
}

/// Names with their counts on one line.
fn listed(parts: &BTreeMap<&str, usize>) -> String {
    let parts: Vec<_> = parts.iter().map(|(name, count)| format!("{name}: {count}")).collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join(", ") }
}

/// What came of reading the file, on one line.
fn said(remarks: &[Remark], lang: Lang) -> String {
    let remarks: Vec<_> = remarks.iter().filter_map(|remark| messages::remark(lang, remark)).collect();
    if remarks.is_empty() { "-".to_owned() } else { remarks.join("; ") }
}

/// One fact a line, its name first.
fn print(out: &mut dyn Write, facts: &Facts, lang: Lang) -> io::Result<()> {
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    let levels: Vec<_> = facts.sections.iter().map(|(level, count)| format!("{level}: {count}")).collect();
    let total: usize = facts.sections.values().sum();
    let sections =
        if levels.is_empty() { "0".to_owned() } else { format!("{total} (level {})", levels.join(", ")) };
    for (name, value) in [
        ("name", facts.name.clone()),
        ("size", format!("{} bytes", facts.size)),
        ("format", facts.format.to_owned()),
        ("parts", listed(&facts.parts)),
        ("remarks", said(&facts.remarks, lang)),
        ("encoding", facts.encoding.to_owned()),
        ("bom", yes(facts.bom).to_owned()),
        ("lossy", yes(facts.lossy).to_owned()),
        ("binary", yes(facts.binary).to_owned()),
        ("nuls", facts.nuls.to_string()),
        ("lines", facts.lines.to_string()),
        ("characters", facts.characters.to_string()),
        ("sections", sections),
        ("script", facts.script.to_owned()),
        ("region", facts.region.unwrap_or("-").to_owned()),
    ] {
        writeln!(out, "{name:<12}{value}")?;
    }
    for (name, kind) in [
        ("simplified", &facts.evidence.simplified),
        ("traditional", &facts.evidence.traditional),
        ("regional", &facts.evidence.regional),
    ] {
        let character = |it: &CharacterCount| {
            let by = if it.written_by.is_empty() {
                String::new()
            } else {
                format!(" ({})", it.written_by.join(" "))
            };
            format!("{} {}{by}", it.character, it.count)
        };
        let named: Vec<_> = kind.characters.iter().map(character).collect();
        let named = if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) };
        writeln!(out, "{name:<12}{}{named}", kind.count)?;
    }
    facts.mixture.print(out)?;
    if let Some(warning) = facts.warning {
        writeln!(
            out,
            "{:<12}{warning}; a conversion also changes what is in its script already, except with --keep-quoted",
            "warning"
        )?;
    }
    print_conversions(out, facts)
}

/// What converts, and how to each script.
fn print_conversions(out: &mut dyn Write, facts: &Facts) -> io::Result<()> {
    let library = facts
        .library
        .as_ref()
        .map_or_else(|| "-".to_owned(), |directory| format!("{directory} (with --engine opencc)"));
    writeln!(out, "{:<12}our own, with the dictionaries of OpenCC {}", "converter", facts.dictionaries)?;
    writeln!(out, "{:<12}{library}", "library")?;
    for (target, names) in &facts.configurations {
        let plain = names.plain.unwrap_or("as it is");
        let phrases = names.phrases.filter(|_| names.phrases != names.plain);
        let phrases = phrases.map_or_else(String::new, |name| format!(", with --phrases {name}"));
        let lost = names.lost.filter(|lost| *lost > 0);
        let lost =
            lost.map_or_else(String::new, |lost| format!("; {lost} characters cannot be converted back"));
        writeln!(out, "{:<12}{plain}{phrases}{lost}", format!("to {target}"))?;
    }
    Ok(())
}
