//! Forms that grammar decides where few texts show them: 不准 before what is forbidden, 只 after a number, a family
//! name before 先生.

use super::around::{Around, CENTRE};

/// A way to use a character that has one form. What stands before and after are alternatives, divided by blanks, of
/// which one must match where there are any; those that follow a `¬` must not.
struct Usage {
    character: char,
    form: char,
    /// In sixteenths of an e-fold.
    weight: i32,
    before: &'static str,
    after: &'static str,
}

/// What a usage weighs that has hardly an exception, and a measure: 八只羊, but also 人数只有八.
const SURE: i32 = 112;
const LIKELY: i32 = 40;

/// The ways, the first that matches counts.
const USAGES: [Usage; 15] = [
    of('只', '隻', "好几 十几 有几 两", "¬ 是 能 会 要 有 不 想 为 顾 知 剩"),
    measure('只', '隻'),
    measure('里', '里'),
    measure('斗', '斗'),
    // What is forbidden follows; nothing but particles follows what is not exact, and 说不准 is not exact.
    of(
        '准',
        '准',
        "不 ¬ 说不 拿不 吃不 看不 瞄不 对不 算不 保不 猜不 摸不 料不 握不 听不 测不 量不 估不 认不 判不",
        "¬ \n ， 。 、 ； ？ ！ ： , ; ? ! : ) ） ” 」 的 了 确 备 时 地 得 头 是 才 而 就 所 因",
    ),
    of('准', '準', "很 真 太 极 挺 听得 看得 打得 说得 算得 瞄得", "¬ 许 予"),
    // What was wet.
    of('干', '乾', DRIES, "了 透 裂 得 没 不 \n ， 。 ,"),
    // Those who work; 若干部门 are some departments, and 干不干净 asks for what is clean.
    of('干', '幹', "¬ 若 饼", "部"),
    of('干', '幹', "", "没干 不干 ¬ 不干净"),
    of('干', '幹', "干没 干不", "¬ 净"),
    of('干', '幹', "", "什么 啥 嘛 吗 起 活"),
    // Whose business it is.
    of('干', '干', "", "你什么 我什么 他什么 卿"),
    // A watch; 代表, 发表 and the like are none.
    of('表', '錶', "¬ 代 发 列 图 报 外 课 程 格 度 录 师", "停了 停在 慢了 快了 走得 很准"),
    of('表', '錶', "一块 两块 几块 这块 那块 只手", "¬ 演 现 示 明 达 述 态 决 彰 扬 格 面 层"),
    // What is quoted follows.
    of('云', '云', "孔子 孟子 老子 庄子 诗 语 书 经 又 或", "， , ： : “ 「"),
];

/// Family names with the form that they have, where it is not the usual one.
#[rustfmt::skip]
const FAMILIES: [(char, char); 17] = [
    ('范', '范'), ('钟', '鍾'), ('朴', '朴'), ('涂', '涂'), ('种', '种'), ('余', '余'), ('于', '于'), ('岳', '岳'), ('郁', '郁'),
    ('沈', '沈'), ('姜', '姜'), ('卜', '卜'), ('云', '云'), ('党', '党'), ('谷', '谷'), ('后', '后'), ('仇', '仇'),
];

/// What a family name follows, and what follows it.
const NAMED: &str = "姓 ¬ 百姓 同姓 异姓";
const TITLES: &str = "先生 女士 小姐 太太 教授 师傅";

/// Words of one character before a name.
const BEFORE_NAMES: &str = "的和与跟对给找见问是叫请";

/// What numbers end with.
const NUMERALS: &str = "〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 几 数 半 每 多 余 \
                        0 1 2 3 4 5 6 7 8 9 ０ １ ２ ３ ４ ５ ６ ７ ８ ９";

/// What is wet first and dry later.
const DRIES: &str = "头发 毛发 衣服 床单 毛巾 河水 湖水 井水 眼泪 泪水 汗水 墨水 墨迹 血迹 油漆 油墨 嘴唇 喉咙 \
                     泥土 地面 树干 木头 井 井也 河 河也";

const fn of(character: char, form: char, before: &'static str, after: &'static str) -> Usage {
    Usage { character, form, weight: SURE, before, after }
}

const fn measure(character: char, form: char) -> Usage {
    Usage { character, form, weight: LIKELY, before: NUMERALS, after: "" }
}

/// The form that its usage gives to the character in the middle of `around`, and how much that weighs.
pub(super) fn usage(around: &Around) -> Option<(char, i32)> {
    let (before, rest) = around.split_at_checked(CENTRE)?;
    let (character, after) = rest.split_first()?;
    let ends = |text: &str| text.chars().rev().eq(before.iter().rev().take(text.chars().count()).copied());
    let starts = |text: &str| text.chars().eq(after.iter().take(text.chars().count()).copied());
    if let Some(form) = family(*character) {
        // Nothing stands before that it may be part of a word with: 示范先生.
        let is_first =
            before.last().is_none_or(|c| !('\u{4e00}'..='\u{9fff}').contains(c) || BEFORE_NAMES.contains(*c));
        if matches(NAMED, ends) || is_first && matches(TITLES, starts) {
            return Some((form, SURE));
        }
    }
    let mut usages = USAGES.iter().filter(|usage| usage.character == *character);
    let usage = usages.find(|usage| matches(usage.before, ends) && matches(usage.after, starts))?;
    Some((usage.form, usage.weight))
}

/// The form of a character as a family name, where it is not the usual one.
fn family(character: char) -> Option<char> {
    FAMILIES.into_iter().find(|(name, _)| *name == character).map(|(_, form)| form)
}

/// Whether one of the wanted alternatives, those before ¬, stands there and none of the unwanted.
pub(super) fn matches(alternatives: &str, stands: impl Fn(&str) -> bool) -> bool {
    let (wanted, unwanted) = alternatives.split_once('¬').unwrap_or((alternatives, ""));
    let any = |text: &str| text.split(' ').any(|text| !text.is_empty() && stands(text));
    (wanted.trim_end_matches(' ').is_empty() || any(wanted)) && !any(unwanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::contexts::Window;

    #[test]
    fn usage_tells_the_form() {
        for (text, character, form) in [
            ("那里有八只羊", '只', Some('隻')),
            ("只有羊", '只', None),
            ("再走３里", '里', Some('里')),
            ("车间里不准吸烟", '准', Some('准')),
            ("我说不准哪天走", '准', None),
            ("尺子不准，再量", '准', None),
            ("他还不准备走", '准', None),
            ("这把尺子很准", '准', Some('準')),
            ("培养干部", '干', Some('幹')),
            ("若干部门", '干', None),
            ("毛巾干了", '干', Some('乾')),
            ("他们干了", '干', None),
            ("到底干没干", '干', Some('幹')),
            ("表慢了五分", '表', Some('錶')),
            ("买两块表送人", '表', Some('錶')),
            ("一块表演", '表', None),
            ("代表停了下来", '表', None),
            ("地上干不干净", '干', None),
            ("衣服干没干", '干', Some('乾')),
            ("我把握不准方向", '准', None),
            ("填表", '表', None),
            ("他姓钟", '钟', Some('鍾')),
            ("范先生，你好", '范', Some('范')),
            ("示范先生的方法", '范', None),
            ("老百姓种地", '种', None),
            ("古诗云：山高", '云', Some('云')),
            ("白云，青山", '云', None),
            ("树上好几只猴子", '只', Some('隻')),
            ("剩下两只能用", '只', Some('隻')),
            ("装了三斗米", '斗', Some('斗')),
            ("他在干什么", '干', Some('幹')),
            ("干你什么事", '干', Some('干')),
            ("高大的朴先生", '朴', Some('朴')),
        ] {
            let around = Window::new(text).find(|around| around.get(CENTRE) == Some(&character)).unwrap();
            assert_eq!(usage(&around).map(|(form, _)| form), form, "{text}");
        }
    }
}
