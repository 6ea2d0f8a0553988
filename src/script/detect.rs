//! Which script and which region's standard a text is written in.
//!
//! Characters are the evidence, by OpenCC's own tables, so that what is detected and what is then converted agree:
//! - *simplified*: a character that is no traditional one (国 但 not 后, which both have);
//! - *traditional*: a character that is no simplified one (國 但 not 乾, which both have);
//! - *regional*: a form that some of the three traditional standards avoid. 裡 is Taiwan's alone, 裏 is not Taiwan's,
//!   説 is Hong Kong's alone, 為 is not OpenCC's. Each standard is charged with every form it would not have written,
//!   and the one that explains the text best is taken, if it explains it well.

use super::{Script, quoted};

mod evidence;
mod traits;

pub use evidence::{Evidence, Regional, evidence};
use traits::{ALL_STANDARDS, HAN, SIMPLIFIED, STANDARDS, TRADITIONAL, traits};

/// How many bytes of a text are looked at, in [`WINDOW`]s spread evenly over it.
const SAMPLE: usize = 1 << 20;

/// Bytes looked at in one place.
const WINDOW: usize = 4 << 10;

/// The script of a whole text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DetectedScript {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
    /// A good deal of both.
    Mixed,
    /// No evidence, or not Chinese.
    #[default]
    Unclear,
}

/// Whose standard a traditional text keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// Taiwan: 裡 為 群 著 說.
    Tw,
    /// Hong Kong: 裏 為 羣 着 説.
    Hk,
}

/// What script a text is written in, with the evidence for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detected {
    /// The script.
    pub script: DetectedScript,
    /// The region of a traditional text; `None` for OpenCC's own standard, and where the text does not tell.
    pub region: Option<Region>,
    /// The region of what is left where all that is in the other script than most of the text is left out; `None` as
    /// for `region`.
    pub unquoted_region: Option<Region>,
    /// How many characters that only simplified texts have were seen.
    pub simplified: usize,
    /// How many characters that only traditional texts have were seen.
    pub traditional: usize,
}

impl Detected {
    /// What is taken for granted when the reader says which script the text is in (`--from`); nothing for
    /// [`Script::Source`].
    pub fn assumed(script: Script) -> Option<Self> {
        let (script, region) = match script {
            Script::Source => return None,
            Script::Hans => (DetectedScript::Hans, None),
            Script::Hant => (DetectedScript::Hant, None),
            Script::Tw => (DetectedScript::Hant, Some(Region::Tw)),
            Script::Hk => (DetectedScript::Hant, Some(Region::Hk)),
        };
        Some(Self { script, region, unquoted_region: region, ..Self::default() })
    }

    /// The same for what is left of the text where all that is in the other script than most of it is left out.
    #[must_use]
    pub fn without_quoted(self) -> Self {
        Self { script: self.main(), region: self.unquoted_region, ..self }
    }

    /// The script of most of the text.
    const fn main(self) -> DetectedScript {
        match self.script {
            DetectedScript::Mixed if self.simplified > self.traditional => DetectedScript::Hans,
            DetectedScript::Mixed => DetectedScript::Hant,
            other => other,
        }
    }
}

/// The script that `c` exists in alone; `None` where both have it, and for what is no Chinese character.
pub(super) fn told_by(c: char) -> Option<DetectedScript> {
    match traits(c) & (SIMPLIFIED | TRADITIONAL) {
        SIMPLIFIED => Some(DetectedScript::Hans),
        TRADITIONAL => Some(DetectedScript::Hant),
        _ => None,
    }
}

/// Finds the script and region of `text`, in bounded time however long it is.
pub fn detect(text: &str) -> Detected {
    let mut counts = Counts::default();
    for window in windows(text) {
        counts.add(window);
    }
    let script = counts.script();
    let region = if script == DetectedScript::Hant { counts.region() } else { None };
    let Counts { simplified, traditional, .. } = counts;
    let mut detected = Detected { script, region, unquoted_region: region, simplified, traditional };
    if region.is_none() && simplified > 0 && detected.main() == DetectedScript::Hant {
        detected.unquoted_region = unquoted(text).region();
    }
    detected
}

/// What a text, most of which is traditional, has outside of what is simplified in it.
fn unquoted(text: &str) -> Counts {
    let mut counts = Counts::default();
    for window in windows(text) {
        let mut from = 0;
        for part in quoted(window, DetectedScript::Hant) {
            counts.add(window.get(from..part.start).unwrap_or_default());
            from = part.end;
        }
        counts.add(window.get(from..).unwrap_or_default());
    }
    counts
}

/// All of a text, or even samples of a long one.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let count = if text.len() <= SAMPLE { 1 } else { SAMPLE / WINDOW };
    let length = if count == 1 { text.len() } else { WINDOW };
    let step = text.len() / count;
    (0..count).filter_map(move |index| {
        let start = text.floor_char_boundary(index * step);
        text.get(start..text.floor_char_boundary(start + length))
    })
}

#[derive(Default)]
struct Counts {
    simplified: usize,
    traditional: usize,
    /// Chinese characters, those without evidence too.
    han: usize,
    /// Kana and Hangul.
    foreign: usize,
    /// Regional forms.
    regional: usize,
    /// How many of those each of [`STANDARDS`] would not have written.
    against: [usize; 3],
}

impl Counts {
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            self.han += usize::from(HAN.contains(&c));
            self.foreign += usize::from(matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}'));
            let traits = traits(c);
            if traits == 0 {
                continue;
            }
            self.simplified += usize::from(traits & SIMPLIFIED != 0);
            self.traditional += usize::from(traits & TRADITIONAL != 0);
            self.regional += usize::from(traits & ALL_STANDARDS != 0);
            for (against, standard) in self.against.iter_mut().zip(STANDARDS) {
                *against += usize::from(traits & ALL_STANDARDS != 0 && traits & standard == 0);
            }
        }
    }

    fn script(&self) -> DetectedScript {
        let (fewer, more) = if self.simplified < self.traditional {
            (self.simplified, self.traditional)
        } else {
            (self.traditional, self.simplified)
        };
        // Japanese has half its characters in kana, and both 国 and 語.
        let not_chinese = self.foreign * 4 > self.han;
        if more == 0 || not_chinese {
            DetectedScript::Unclear
        } else if fewer * 10 > fewer + more {
            DetectedScript::Mixed
        } else if self.simplified > self.traditional {
            DetectedScript::Hans
        } else {
            DetectedScript::Hant
        }
    }

    /// The region that would not have written the fewest of the regional forms: at most one in seven of them, and
    /// fewer than half as many as any other standard. Texts converted with OpenCC, and those from Taiwan and Hong
    /// Kong that were tried, have 0 to 5 % against their own standard and mostly 20 to 90 % against the others.
    fn region(&self) -> Option<Region> {
        let [standard, taiwan, hong_kong] = self.against;
        let explains = |own: usize, others: usize| own * 7 <= self.regional && own * 2 < others;
        if explains(taiwan, standard.min(hong_kong)) {
            Some(Region::Tw)
        } else if explains(hong_kong, standard.min(taiwan)) {
            Some(Region::Hk)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_sampled_evenly_to_its_end() {
        let text = "雞".repeat(SAMPLE);
        assert_eq!(windows(&text).count(), SAMPLE / WINDOW);
        assert!(windows(&text).map(str::len).sum::<usize>() <= SAMPLE);
        let last = windows(&text).last().unwrap();
        assert!(last.as_ptr() as usize - text.as_ptr() as usize > text.len() / 100 * 99);
        assert_eq!(windows("").collect::<String>(), "");
        assert_eq!(windows("短文").collect::<String>(), "短文");
    }
}
