//! Pairs of forms between which it is not the word alone that decides, but who writes.

use super::Scar;

/// Pairs of which texts write now this, now that: 儘快 and 盡快, 侷限 and 局限. There is a scar only where the text has
/// the other form in the same word elsewhere, and more often.
const EITHER: &str =
    "儘盡 紮扎 侷局 樑梁 託托 藉借 週周 註注 遊游 傢家 鉅巨 摺折 鵰雕 讚贊 歎嘆 誌志 燬毀 逕徑";

/// Pairs that are so before one character alone, which is simplified here.
const EITHER_BEFORE: [(&str, char); 1] = [("瞭了", '解')];

/// Pairs that are so after one, simplified too: a plan is something that Taiwan's officials 編製 and others 編制.
const EITHER_AFTER: [(&str, char); 1] = [("制製", '编')];

/// Those of both of which Hong Kong writes but one: 局限, 巨額.
pub(super) const SETTLED_IN_HONG_KONG: &str = "侷局 託托 鉅巨";

/// How many e-folds more that speaks for the one that is written there: phrases of OpenCC's are not from there.
pub(super) const SETTLED: f32 = 1.5;

/// Those that only who lives there always writes so: 盡快. A text of the mainland's in Hong Kong's script never had 盡快.
pub(super) const SETTLED_AT_HOME: &str = "儘盡";

/// Words that are Hong Kong's own, of which a text from there has several.
pub(super) const WORDS_OF_HONG_KONG: &str = "本港 公帑 質素 巴士 的士 屋邨 公屋 差餉 特首 港元 按揭 置業 樓宇 升降機 唐樓 寫字樓 士多 茶餐廳 雪櫃 單車 警員";

/// From how many of them on it is.
pub(super) const WORDS_AT_HOME: usize = 3;

/// Pairs of which each region's officials write the one and a converter the other: 答復 and 答覆, 復審 and 複審. There
/// are scars, but they do not show that a machine has converted the text.
pub(super) const REGIONAL: &str = "復覆 復複 迴回 僱雇 昇升";

/// Pairs that are so in some words alone: 瞭解 and 了解, but not 指明瞭. A text that always writes the one beside the
/// same character has no scar there.
pub(super) const SOMETIMES: &str = "瞭了 鍊煉";

/// Whether the scar is between the two forms of one of `pairs`.
pub(super) fn is_of(pairs: &str, scar: &Scar) -> bool {
    is_pair(pairs, scar.found, scar.suggested)
}

/// Whether the two forms are one of `pairs`.
pub(super) fn is_pair(pairs: &str, one: char, other: char) -> bool {
    pairs.split(' ').any(|pair| pair.contains(one) && pair.contains(other))
}

/// Whether texts write now the one, now the other.
pub(super) fn is_either(scar: &Scar, [before, after]: [Option<char>; 2]) -> bool {
    let beside = |pairs: &[(&str, char)], neighbour: Option<char>| {
        pairs.iter().any(|(pair, beside)| neighbour == Some(*beside) && is_of(pair, scar))
    };
    is_of(EITHER, scar) || beside(&EITHER_BEFORE, after) || beside(&EITHER_AFTER, before)
}
