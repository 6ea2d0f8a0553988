//! Careful conversion from simplified to traditional: words first, then their readings.
//!
//! OpenCC takes the longest phrase from the left and so reads 断发 in 不断发展. Here the line is cut into words
//! first ([`Words`]), and no phrase runs over the boundary of a word:
//! - several words become together what a phrase of three characters or more says that begins and ends with them;
//! - two characters that are words of their own become what the dictionary says of both, where they are rather one
//!   word that is not known: one of them seldom stands alone (发箍, 借由);
//! - a word becomes what the dictionary says of it, else what its parts become;
//! - a character that counts or measures, after a number, becomes what that is written with (三只: 隻, 八百里: 里);
//! - a character that is a word of its own becomes OpenCC's first candidate, unless the words that have it are nearly
//!   all of another reading (签);
//! - in names, of which only the sound matters, characters that are often the same in both scripts stay (里, 咸).
//!
//! Measured with regional variants folded, in ambiguous characters that come out wrong:
//!
//! | text | ambiguous | OpenCC 1.1.6 | OpenCC 1.4.2 | this |
//! |---|---|---|---|---|
//! | 500 sentence pairs (UD Chinese GSD, dev part) | 1,501 | 24 | 22 | 13 |
//! | 29,207 lines of Taiwan's translations of programs, to simplified and back | 24,905 | 253 | 237 | 126 |
//! | 109,191 words of a dictionary (CC-CEDICT), each by itself | 24,991 | 1,071 | 973 | 968 |

use std::ops::Range;

use super::readings::Readings;
use super::words::{Line, Words, lines};
use super::{Config, Convert, ConvertError, Converter, Piece};

/// The careful converter for simplified text.
#[derive(Debug)]
pub struct Careful {
    /// From OpenCC's standard to that of the region.
    region: Option<Converter>,
}

impl Careful {
    /// Whether there is a careful way to convert as `config` does.
    pub const fn suits(config: Config) -> bool {
        matches!(config, Config::S2t | Config::S2tw | Config::S2hk)
    }

    /// The careful way to convert as `config` does; `None` where `config` is not from simplified to traditional
    /// script, and where it takes regional words, which need OpenCC's own phrases.
    ///
    /// # Errors
    /// When the converter to the region's standard cannot be opened.
    pub fn open(config: Config) -> Result<Option<Self>, ConvertError> {
        let region = match config {
            Config::S2t => None,
            Config::S2tw => Some(Converter::open_embedded(Config::T2tw)?),
            Config::S2hk => Some(Converter::open_embedded(Config::T2hk)?),
            _ => return Ok(None),
        };
        Ok(Some(Self { region }))
    }

    fn line(&self, text: &str) -> String {
        let converted: String = convert(&Line::new(text)).0.into_iter().collect();
        match &self.region {
            None => converted,
            Some(region) => region.convert(&converted),
        }
    }
}

impl Convert for Careful {
    fn convert(&self, text: &str) -> String {
        lines(text).map(|line| self.line(line)).collect()
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let (mut converted, mut pieces) = (String::with_capacity(text.len()), Vec::new());
        for line in lines(text) {
            let view = self.line(line);
            if view.chars().count() == line.chars().count() {
                let of_character = |(from, to): (char, char)| Piece {
                    source: from.len_utf8(),
                    view: to.len_utf8(),
                    same: from == to,
                };
                pieces.extend(line.chars().zip(view.chars()).map(of_character));
            } else {
                pieces.push(Piece { source: line.len(), view: view.len(), same: false });
            }
            converted.push_str(&view);
        }
        Some((converted, pieces))
    }

    fn is_one_to_one(&self) -> bool {
        true
    }
}

/// The traditional form of a line, character by character, in OpenCC's standard, and the units that were converted
/// each on its own: words, or phrases of several words.
pub(super) fn convert(line: &Line<'_>) -> (Vec<char>, Vec<Range<usize>>) {
    let (readings, words) = (Readings::get(), Words::get());
    let cut = words.cut(line);
    let mut is_end = vec![false; line.len() + 1];
    for word in &cut {
        if let Some(end) = is_end.get_mut(word.end) {
            *end = true;
        }
    }
    let (mut converted, mut units): (Vec<char>, Vec<Range<usize>>) =
        (Vec::with_capacity(line.len()), Vec::new());
    for (index, word) in cut.iter().enumerate() {
        if word.start < converted.len() {
            continue;
        }
        let longest = readings.longest().min(line.len() - word.start);
        let lengths = (word.len().max(2) + 1..=longest).rev();
        let ending = lengths.map(|length| word.start + length).filter(|end| is_end.get(*end) == Some(&true));
        let phrase = ending.clone().find_map(|end| {
            readings.phrase(line.part(word.start..end)).map(|phrase| (word.start..end, phrase))
        });
        if !line.is_han(word.start) {
            converted.extend(line.char(word.start));
            units.push(word.clone());
        } else if let Some((unit, phrase)) = phrase {
            converted.extend(phrase.chars());
            units.push(unit);
        } else {
            let mut unit = word.clone();
            match line.char(word.start) {
                Some(c) if word.len() == 1 && is_in_name(line, &cut, index) => converted.push(c),
                Some(c) if word.len() == 1 && measure(line, word.start, c).is_some() => {
                    converted.extend(measure(line, word.start, c));
                }
                _ => match unknown_word(line, &cut, index) {
                    Some(phrase) => {
                        unit.end += 1;
                        converted.extend(phrase.chars());
                    }
                    None => convert_word(line, word, &mut converted),
                },
            }
            units.push(unit);
        }
    }
    (converted, units)
}

/// Characters that after a number count or measure, and the form that these have.
const MEASURES: [(char, char); 3] = [('只', '隻'), ('里', '里'), ('余', '餘')];

/// What numbers end with.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两几数半每多余";

/// The form of `c`, which is a word of its own at character `at`, where it counts or measures something.
fn measure(line: &Line<'_>, at: usize, c: char) -> Option<char> {
    let (_, form) = MEASURES.into_iter().find(|(counting, _)| *counting == c)?;
    let before = line.char(at.checked_sub(1)?)?;
    // 这只狗; where 只 means “only”, it is mostly one word with what follows.
    let counts = NUMERALS.contains(before) || before.is_numeric() || c == '只' && "这那哪".contains(before);
    counts.then_some(form)
}

/// What two words of one character each become together, where they are rather one word that is not known: a phrase of
/// OpenCC's, and not both of them often stand alone (发箍, but not 并为).
fn unknown_word(line: &Line<'_>, cut: &[Range<usize>], index: usize) -> Option<&'static str> {
    let (first, second) = (cut.get(index)?, cut.get(index + 1)?);
    if first.len() != 1 || second.len() != 1 {
        return None;
    }
    let phrase = Readings::get().phrase(line.part(first.start..second.end))?;
    let is_common = |word: &Range<usize>| line.char(word.start).is_some_and(|c| Words::get().is_common(c));
    (!is_common(first) || !is_common(second)).then_some(phrase)
}

/// Whether a word of one character is likely to be part of a name that is not known: it is one that names keep,
/// among others that are seldom words.
fn is_in_name(line: &Line<'_>, cut: &[Range<usize>], index: usize) -> bool {
    let words = Words::get();
    let at = |index: Option<usize>| {
        let word = index.and_then(|index| cut.get(index)).filter(|word| word.len() == 1)?;
        line.char(word.start).filter(|_| line.is_han(word.start))
    };
    let is_rare = |index: Option<usize>| at(index).is_some_and(|c| !words.is_common(c));
    let Some(c) = at(Some(index)).filter(|c| Readings::get().is_kept_in_names(*c)) else { return false };
    let before = is_rare(index.checked_sub(1));
    let after = is_rare(Some(index + 1));
    let beyond = before && is_rare(index.checked_sub(2)) || after && is_rare(Some(index + 2));
    before && after || !words.is_common(c) && beyond
}

/// Appends what a word becomes.
fn convert_word(line: &Line<'_>, word: &Range<usize>, converted: &mut Vec<char>) {
    let (readings, words) = (Readings::get(), Words::get());
    let text = line.part(word.clone());
    if word.len() == 1 {
        converted.extend(line.char(word.start).map(|c| readings.alone(c)));
        return;
    }
    if let Some(phrase) = readings.phrase(text) {
        converted.extend(phrase.chars());
        return;
    }
    let name = words.is_name(text);
    let parts = if name { Vec::new() } else { words.parts(line, word) };
    if parts.iter().any(|part| part.len() > 1) {
        for part in &parts {
            convert_word(line, part, converted);
        }
        return;
    }
    for span in readings.spans(line, word.clone()) {
        match span.phrase {
            Some(phrase) => converted.extend(phrase.chars()),
            None => converted.extend(
                line.char(span.range.start)
                    .map(|c| if name && readings.is_kept_in_names(c) { c } else { readings.first(c) }),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn careful(config: Config, text: &str) -> String {
        Careful::open(config).unwrap().unwrap().convert(text)
    }

    #[test]
    fn no_phrase_runs_over_the_boundary_of_a_word() {
        for (text, expected) in [
            ("产业不断发展壮大", "產業不斷發展壯大"),
            ("严重制约", "嚴重制約"),
            ("工程监理制、合同管理制为主", "工程監理制、合同管理制爲主"),
            ("别人干没干", "別人幹沒幹"),
            ("考察干部", "考察幹部"),
            ("头发\n面条，皇后和以后", "頭髮\n麪條，皇后和以後"),
            ("新买的发箍", "新買的髮箍"),
            ("并为此准备", "並爲此準備"),
            ("那只狗守着八千只麻袋", "那隻狗守着八千隻麻袋"),
            ("走了45里，还剩几里", "走了45里，還剩幾里"),
            ("他这里只剩一半", "他這裏只剩一半"),
        ] {
            assert_eq!(careful(Config::S2t, text), expected);
        }
        assert_eq!(careful(Config::S2tw, "这里为"), "這裡為");
        assert_eq!(careful(Config::S2hk, "这里为"), "這裏為");
        assert!(Careful::open(Config::T2s).unwrap().is_none());
        assert!(Careful::open(Config::S2twp).unwrap().is_none());
    }

    #[test]
    fn pieces_cover_source_and_conversion() {
        let text = "里斯本𠀀abc发展，\r\n头发\n\n";
        for config in [Config::S2t, Config::S2tw, Config::S2hk] {
            let careful = Careful::open(config).unwrap().unwrap();
            let (converted, pieces) = careful.convert_mapped(text).unwrap();
            assert_eq!(converted, careful.convert(text));
            assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
            assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), converted.len());
        }
    }
}
