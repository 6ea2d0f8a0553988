//! What a configuration of OpenCC's asks for.
//!
//! ```text
//! configuration = { normalization?: [step], segmentation?: { dict }, conversion_chain: [step] }
//! step          = { dict }
//! dict          = { type: "group", match_policy?, dicts: [dict] } | { file }
//! ```
//! Of two dictionaries that both match at a place, the group decides: `short_circuit` takes the earlier one,
//! `union` the longer match. So the dictionaries of a group have *ranks*: the lowest rank that matches decides, and
//! within it the longest match.

use serde_json::Value;

use crate::script::configuration::Steps;

/// Which library the configuration is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::script) enum Generation {
    /// Before 1.4: `normalization` and `match_policy` are not known and every group is `short_circuit`;
    /// ideographic description sequences are characters like others.
    #[cfg_attr(
        not(any(feature = "opencc", test)),
        expect(dead_code, reason = "the embedded ones are current")
    )]
    Classic,
    /// From 1.4 on.
    Current,
}

/// A configuration, its groups made flat.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Recipe {
    pub(super) normalization: Vec<Step>,
    /// What cuts the text into segments that no later match can run across; without it the text is one.
    pub(super) segmentation: Option<Step>,
    pub(super) chain: Vec<Step>,
    /// Whether ideographic description sequences are kept whole.
    pub(super) keeps_sequences: bool,
}

/// The dictionaries of one step by rank, each by the name of its file.
pub(super) type Step = Vec<Vec<String>>;

impl Recipe {
    /// Reads a configuration; `None` when it is none, or has groups that ranks cannot express.
    pub(super) fn parse(json: &str, generation: Generation) -> Option<Self> {
        let json: Value = serde_json::from_str(json).ok()?;
        let current = generation == Generation::Current;
        let steps = |value: &Value| -> Option<Vec<Step>> {
            value.as_array()?.iter().map(|step| ranks(step.get("dict")?, current)).collect()
        };
        let normalization = json.get("normalization").filter(|_| current);
        let segmentation = json.get("segmentation");
        Some(Self {
            normalization: normalization.map_or(Some(Vec::new()), steps)?,
            segmentation: match segmentation {
                Some(segmentation) => Some(ranks(segmentation.get("dict")?, current)?),
                None => None,
            },
            chain: steps(json.get("conversion_chain")?)?,
            keeps_sequences: current,
        })
    }

    /// What two configurations do one after the other, each with the steps of it that are taken. Each goes through the
    /// whole text, so there are no segments; and what the first has normalized the second has not to.
    pub(super) fn joined([(first, steps), (then, further)]: [(Self, Steps); 2]) -> Self {
        let chain = [steps.of(&first.chain), further.of(&then.chain)].concat();
        Self { segmentation: None, chain, ..first }
    }

    /// Every dictionary, some more than once.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        let steps = self.normalization.iter().chain(&self.segmentation).chain(&self.chain);
        steps.flatten().flatten().map(String::as_str)
    }
}

/// The ranks of a dictionary or group. Groups nest no deeper than the JSON reader allows (128).
fn ranks(dict: &Value, current: bool) -> Option<Step> {
    if dict.get("type")?.as_str()? != "group" {
        return Some(vec![vec![dict.get("file")?.as_str()?.to_owned()]]);
    }
    let members: Option<Vec<Step>> =
        dict.get("dicts")?.as_array()?.iter().map(|member| ranks(member, current)).collect();
    let is_union = current && dict.get("match_policy").and_then(Value::as_str) == Some("union");
    if !is_union {
        return Some(members?.concat());
    }
    // A group of ranks within a union: which of its members is longest is not told by ranks.
    let flat: Option<Vec<String>> = members?.into_iter().try_fold(Vec::new(), |mut flat, step| {
        let [rank] = <[_; 1]>::try_from(step).ok()?;
        flat.extend(rank);
        Some(flat)
    });
    Some(vec![flat?])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NESTED: &str = r#"{
        "normalization": [{ "dict": { "type": "ocd2", "file": "N.ocd2" } }],
        "conversion_chain": [{ "dict": { "type": "group", "match_policy": "short_circuit", "dicts": [
            { "type": "group", "match_policy": "union", "dicts": [
                { "type": "ocd2", "file": "A.ocd2" }, { "type": "text", "file": "B.txt" } ] },
            { "type": "ocd2", "file": "C.ocd2" } ] } }] }"#;

    #[test]
    fn groups_become_ranks() {
        let step = |ranks: &[&[&str]]| -> Step {
            ranks.iter().map(|rank| rank.iter().map(ToString::to_string).collect()).collect()
        };
        let current = Recipe::parse(NESTED, Generation::Current).unwrap();
        assert_eq!(current.chain, [step(&[&["A.ocd2", "B.txt"], &["C.ocd2"]])]);
        assert_eq!(current.normalization, [step(&[&["N.ocd2"]])]);
        assert_eq!(current.files().collect::<Vec<_>>(), ["N.ocd2", "A.ocd2", "B.txt", "C.ocd2"]);
        let classic = Recipe::parse(NESTED, Generation::Classic).unwrap();
        assert_eq!(classic.chain, [step(&[&["A.ocd2"], &["B.txt"], &["C.ocd2"]])]);
        assert!(classic.normalization.is_empty() && !classic.keeps_sequences);
    }

    #[test]
    fn two_become_one_with_the_steps_that_are_taken() {
        let of = |steps: &[&str]| {
            let steps: Vec<_> = steps
                .iter()
                .map(|file| serde_json::json!({ "dict": { "type": "ocd2", "file": file } }))
                .collect();
            let json = serde_json::json!({ "segmentation": &steps[0], "conversion_chain": steps });
            Recipe::parse(&json.to_string(), Generation::Current).unwrap()
        };
        let joined = |steps, further| {
            let joined = Recipe::joined([(of(&["A", "B"]), steps), (of(&["C", "D"]), further)]);
            assert_eq!(joined.segmentation, None);
            joined.files().map(str::to_owned).collect::<Vec<_>>().concat()
        };
        assert_eq!(joined(Steps::All, Steps::All), "ABCD");
        assert_eq!(joined(Steps::First, Steps::Later), "AD");
    }

    #[test]
    fn what_is_no_configuration_is_refused() {
        for json in ["", "[]", "{}", r#"{"conversion_chain": [{}]}"#, r#"{"conversion_chain": {"dict": 1}}"#]
        {
            assert_eq!(Recipe::parse(json, Generation::Current), None, "{json}");
        }
        let union_of_ranks = NESTED.replace("short_circuit", "x").replace("union", "short_circuit");
        let union_of_ranks = union_of_ranks.replace("\"x\"", "\"union\"");
        assert_eq!(Recipe::parse(&union_of_ranks, Generation::Current), None);
    }
}
