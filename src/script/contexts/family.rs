//! Names of persons that are written otherwise than the usual word: 范 before 先生, 鍾 in a list of persons, 沖 behind 李.

use std::sync::LazyLock;

use super::beside::Beside;
use super::usages::SURE;
use crate::script::words::Words;

/// Family names with the form that they have, where it is not the usual one.
#[rustfmt::skip]
const FAMILIES: [(char, char); 17] = [
    ('范', '范'), ('钟', '鍾'), ('朴', '朴'), ('涂', '涂'), ('种', '种'), ('余', '余'), ('于', '于'), ('岳', '岳'), ('郁', '郁'),
    ('沈', '沈'), ('姜', '姜'), ('卜', '卜'), ('云', '云'), ('党', '党'), ('谷', '谷'), ('后', '后'), ('仇', '仇'),
];

/// Names that 姓 alone tells: 放學後老師說 is no 后.
const TOLD_BY_WORD: &str = "后";

/// What a family name follows, and what follows it.
const NAMED: &str = "姓 ¬ 百姓 同姓 异姓";
const TITLES: &str = "先生 女士 小姐 太太 夫人 教授 老师 师傅 同学 医生 大夫 律师 法官 警官 将军 博士 导演 校长 局长 经理 \
                      老板 姑娘 阿姨 叔叔 伯伯 大爷 大妈 大哥 大姐 奶奶 爷爷 妈妈 爸爸 婆婆 大嫂 \
                      医师 店长 教练 师母 队长 班长 会长 馆长";

/// Offices that titles are too, and the names that are told by them: 党主席 and 于院长任内 are no names.
const OFFICES: &str =
    "议员 委员 部长 署长 院长 主席 主任 处长 县长 市长 镇长 秘书 书记 总裁 董事 法师 上尉 上校 少将 中将";
const NAMED_BY_OFFICE: &str = "钟范沈姜涂岳郁朴卜仇";

/// Words of one character before a name.
const BEFORE_NAMES: &str = "的和与跟对给找见问是叫请";
/// And before a full one.
const BEFORE_FULL_NAMES: &str = "由被及向同";

/// Names that a full name tells with no title behind it: those that may follow any word, those that follow a mark or
/// such a word, and those that stand in a list of names.
const TOLD: &str = "朴范沈";
const TOLD_BY_MARK: &str = "钟涂岳郁姜卜仇";
const TOLD_IN_LIST: &str = "于余";

/// What follows a full name, besides marks; and what no given name begins with.
const AFTER_NAMES: &str = "等的和与饰被在说获为任是则于及把将以从因曾也又都还一先率出主并";
const NOT_GIVEN: &str = "该此其本同各每某两一二三四五六七八九十年月日数不的是在了和与";

/// What stands before 朴 where it is 樸: 返樸歸真.
const PLAIN: &str = "返归质淳纯古简俭诚浑拙";

/// What names of places end with that have three characters.
const PLACES: &str = "省市县区镇乡村州郡府路街山河江湖海岛港站";

/// Characters of given names with the form that they have there, and family names that they are told by.
const GIVEN: [(char, char); 5] = [('冲', '沖'), ('征', '征'), ('谷', '谷'), ('准', '准'), ('采', '采')];
const SURNAMES: &str = "王李张刘陈杨黄赵周吴徐孙朱胡郭林何梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董苏叶吕魏蒋田杜丁沈姜范傅\
                        钟卢汪戴崔任陆廖姚邱谭韦贾邹熊孟秦阎薛侯雷段郝孔邵史顾赖贺严尹钱施洪龚";
/// What a given name weighs, in sixteenths of an e-fold.
const GIVEN_WEIGHT: i32 = 56;

/// What comes before a name, titles, and offices.
static NAMES: LazyLock<[Beside; 3]> =
    LazyLock::new(|| [Beside::before(NAMED), Beside::after(TITLES), Beside::after(OFFICES)]);

/// The form that a character has as part of a name between what is `before` and `after` it, and how much that weighs.
pub(super) fn named(character: char, before: &[char], after: &[char]) -> Option<(char, i32)> {
    let family = || form_of(character, before, after).map(|form| (form, SURE));
    let given = || given_form_of(character, before, after).map(|form| (form, GIVEN_WEIGHT));
    family().or_else(given)
}

/// The form of a character as a family name, where it is another than the usual one and stands as such between what is
/// `before` and `after` it.
fn form_of(character: char, before: &[char], after: &[char]) -> Option<char> {
    let (_, form) = FAMILIES.into_iter().find(|(name, _)| *name == character)?;
    let (previous, next) = (*before.last()?, *after.first()?);
    let [named, titles, offices] = &*NAMES;
    let has_office = NAMED_BY_OFFICE.contains(character);
    let may_be_full =
        is_han(next) && [TOLD, TOLD_BY_MARK, TOLD_IN_LIST].iter().any(|of| of.contains(character));
    if !(named.may_be_met(previous) || titles.may_be_met(next) || has_office || may_be_full) {
        return None;
    }
    if named.are_met(previous, |word| ends_with(before, word)) {
        return Some(form);
    }
    if TOLD_BY_WORD.contains(character) {
        return None;
    }
    // Nothing stands before that it may be part of a word with: 示范先生.
    let is_first =
        || !is_han(previous) || BEFORE_NAMES.contains(previous) || !is_known(&[previous, character]);
    let is_told = || {
        titles.are_met(next, |title| starts_with(after, title))
            || has_office && has_title(character, after, [titles, offices])
            || may_be_full && (is_full_name(character, previous, after) || is_person(character, after))
    };
    (is_told() && is_first()).then_some(form)
}

/// Whether a title follows a family name and at most a given one: 钟国斌议员, but not 钟表师傅.
fn has_title(family: char, after: &[char], titles: [&Beside; 2]) -> bool {
    let follows = |length: usize| {
        let Some((given, rest)) = after.split_at_checked(length) else { return false };
        given.iter().all(|c| is_han(*c))
            && rest.first().is_some_and(|next| {
                titles.iter().any(|titles| titles.are_met(*next, |title| starts_with(rest, title)))
            })
    };
    (0..=2).any(follows) && !begins_word(family, after)
}

/// Whether a given name of two characters that are no word follows a family name, and what may follow a name that:
/// 、于瑾岚等, 今年，范俊茂被.
fn is_full_name(family: char, previous: char, after: &[char]) -> bool {
    let [first, second, next, ..] = after else { return false };
    let is_given =
        || is_han(*second) && !NOT_GIVEN.contains([*first, *second]) && !is_word(&[*first, *second]);
    let is_marked =
        [BEFORE_NAMES, BEFORE_FULL_NAMES].iter().any(|of| of.contains(previous)) || !is_han(previous);
    let is_ended = !is_han(*next) || AFTER_NAMES.contains(*next);
    let is_told = || match () {
        () if TOLD.contains(family) => !is_word(&[*second, *next]) || is_ended,
        () if TOLD_BY_MARK.contains(family) => is_marked && is_ended,
        () => previous == '、' && (!is_han(*next) || *next == '等'),
    };
    is_told() && is_given() && !PLAIN.contains(previous) && !begins_word(family, after)
}

/// Whether the dictionary has a family name and the two characters behind it as the name of a person: 郁达夫. Behind 于 it has
/// many that are none in most texts: 于心何忍.
fn is_person(family: char, after: &[char]) -> bool {
    let [first, second, ..] = after else { return false };
    if family == '于' {
        return false;
    }
    let whole = [family, *first, *second];
    is_known(&whole) && !begins_word(family, after) && !PLACES.contains(*second)
}

/// The form of a character as the last one of a given name of one or two characters, 李冲 or 楊松谷, where no word has it.
fn given_form_of(character: char, before: &[char], after: &[char]) -> Option<char> {
    let (_, form) = GIVEN.into_iter().find(|(name, _)| *name == character)?;
    let [.., third, second, first] = before else { return None };
    let next = *after.first()?;
    let is_free = |beside: &[char]| !beside.iter().all(|c| is_han(*c)) || !is_word(beside);
    let follows = |above: char, family: char| SURNAMES.contains(family) && is_free(&[above, family]);
    let ends = is_free(&[character, next])
        && is_free(&[*first, character])
        && is_free(&[*second, *first, character]);
    let is_short = || follows(*second, *first) && !is_known(&[*first, character]);
    let is_long = || follows(*third, *second) && is_han(*first) && is_free(&[*second, *first]);
    (ends && (is_short() || is_long())).then_some(form)
}

/// Whether a word begins with what may be a family name: 范例, 沈阳.
fn begins_word(family: char, after: &[char]) -> bool {
    let [first, second, ..] = after else { return false };
    is_known(&[family, *first]) || is_word(&[family, *first, *second])
}

fn ends_with(before: &[char], word: &str) -> bool {
    word.chars().rev().eq(before.iter().rev().copied().take(word.chars().count()))
}

fn starts_with(after: &[char], word: &str) -> bool {
    word.chars().eq(after.iter().copied().take(word.chars().count()))
}

fn is_known(characters: &[char]) -> bool {
    Words::get().frequency(&String::from_iter(characters)) > 0
}

/// Whether they are a word and no name.
fn is_word(characters: &[char]) -> bool {
    Words::get().is_common(&String::from_iter(characters))
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::contexts::Window;
    use crate::script::contexts::around::CENTRE;

    /// A line, the character in it that is looked at, and whether it is a family name.
    const CASES: [(&str, char, bool); 31] = [
        ("他姓钟", '钟', true),
        ("范先生，你好", '范', true),
        ("示范先生的方法", '范', false),
        ("高大的朴先生", '朴', true),
        ("其余同学都走了", '余', false),
        ("、钟国斌议员", '钟', true),
        ("、钟表师傅", '钟', false),
        ("、党团主席", '党', false),
        ("流通组余小姐", '余', true),
        ("门口的范奶奶", '范', true),
        ("应用范围广泛", '范', false),
        ("、于瑾岚等名家", '于', true),
        ("、于该校任教", '于', false),
        ("，于瑾岚村设", '于', false),
        ("和钟岫红并列", '钟', true),
        ("，钟敲响了，", '钟', false),
        ("今年,范俊茂被", '范', true),
        ("，范例很多，", '范', false),
        ("认定朴昶焕无罪", '朴', true),
        ("古朴典雅的亭", '朴', false),
        ("住得简朴一些", '朴', false),
        ("今天读郁达夫的书", '郁', true),
        ("于心何忍呢", '于', false),
        ("挣扎于家人之间", '于', false),
        ("江西于都县城", '于', false),
        ("到余杭区去", '余', false),
        ("去过沈阳等地", '沈', false),
        ("由于律师很多", '于', false),
        ("、余瑾岚、", '余', true),
        ("、余下部分由", '余', false),
        ("先涂底漆再涂面漆", '涂', false),
    ];

    #[test]
    fn a_given_name_stands_behind_a_family_name() {
        let cases = [
            ("只有弟弟李冲得宠", '冲', Some('沖')),
            ("这回才让王征去送", '征', Some('征')),
            ("天,杨松谷与邻居", '谷', Some('谷')),
            ("国王征战四方", '征', None),
            ("对王准备的饭菜", '准', None),
            ("把稻谷与麦子", '谷', None),
            ("向敌人冲过去", '冲', None),
            ("派小李采购纸张", '采', None),
        ];
        for (text, character, form) in cases {
            let around = Window::new(text).find(|around| around.get(CENTRE) == Some(&character)).unwrap();
            let (before, rest) = around.split_at(CENTRE);
            assert_eq!(given_form_of(character, before, &rest[1..]), form, "{text}");
        }
    }

    #[test]
    fn family_names_are_told_by_what_stands_around() {
        for (text, character, is_name) in CASES {
            let around = Window::new(text).find(|around| around.get(CENTRE) == Some(&character)).unwrap();
            let (before, rest) = around.split_at(CENTRE);
            assert_eq!(form_of(character, before, &rest[1..]).is_some(), is_name, "{text}");
        }
    }
}
