//! Forms that what is spoken of decides: a 面 by itself is noodles where somebody eats, a 表 a watch where it is worn.
//!
//! Laws and minutes, of which most of what was learnt is, speak of neither. A topic counts for a character that is a
//! word by itself and that no phrase of OpenCC reads.

use std::ops::Range;
use std::sync::LazyLock;

use super::around::{Around, CENTRE};
use super::beside::words;
use crate::script::filter::Filter;
use crate::script::hash::Table;
use crate::script::words::Line;

/// What a topic weighs, in sixteenths of an e-fold.
const WEIGHT: i32 = 80;

/// A character, the form that it has in a topic, and words of that topic, divided by blanks; those that follow a `¬`
/// are of another.
type Topic = (char, char, &'static str);

#[rustfmt::skip]
const TOPICS: [Topic; 20] = [
    ('干', '乾', "水 河水 井水 湖水 开水 墨水 汗水 口水 泪水 眼泪 衣服 衬衫 裤子 鞋子 袜子 头发 毛巾 布 抹布 \
                 床单 被子 汗 泪 渴 口渴 嗓子 喉咙 嘴唇 擦 擦不 晾 晒 烘 拧 甩 风吹 吹 烧 锅 锅里 墨迹 油漆 酒 \
                 啤酒 井 河 湖 泥 潮湿 皮肤 柴 草 面包 血 血迹 雨伞 喝 吸水 地上 水分 汁 ¬ 活 活儿 事 事情 什么 \
                 啥 革命 工作 坏事 苦活"),
    ('干', '幹', "活 活儿 事 事情 工作 革命 坏事 什么 啥 别 想 肯 敢 木匠 农活 家务 苦力 老本行 敌人"),
    ('面', '麪', "吃 煮 饿 揉 汤 炒 锅 碗 碗里 擀 拌 辣 粥 饺子 馒头 米饭 吃饭 一碗 一袋 一斤 好吃 蒸 酱 葱 筷子 \
                 面条 软 硬 家店 熟食 鱼蛋 云吞 馄饨 汤底 面馆 牛肉面 方便面 泡面 ¬ 脸 见 一面 墙"),
    ('发', '髮', "染 剪 烫 梳 披 头发 理发 长发 短发 发型 ¬ 给 信 电报"),
    ('表', '錶', "戴 停 秒 瑞士 手腕 分针 时针 钟 几点 上弦 手表 修 走时 表带 表针 金 ¬ 填 填写 表格 图 统计"),
    ('冲', '沖', "水 热水 冷水 开水 茶 咖啡 奶粉 洗 泡 澡 浇 药 牛奶 照片 胶卷 碗 杯 杯子 茶壶 马桶 血迹 ¬ 突 山 \
                 山上 敌人 敌阵"),
    ('折', '摺', "纸 信 信纸 地图 衣服 被子 雨伞 扇子 报纸 毛巾 裙子 手帕 ¬ 断 断了 树枝 骨 腿 价"),
    ('困', '睏', "睡 睡觉 床上 眼睛 睁 睁不开 觉 哈欠 瞌睡 熬夜 午后 ¬ 被 城 围"),
    ('系', '繫', "鞋 鞋带 带子 绳 绳子 围裙 铃 铃铛 领带 扣子 腰 腰间 腰带 丝带 马 船 绑 安全带 蝴蝶结 树上 头巾 \
                 红线 ¬ 中文 主任 学生"),
    ('卷', '捲', "袖子 袖口 烟 头发 铺盖 裤腿 裤脚 旗 浪 海浪 狂风 大风 帘子 舌头 尾巴 草席 ¬ 第 考试 书 册"),
    ('签', '籤', "抽 求 求得 庙里 筒 竹 ¬ 名字 合同 证 协议"),
    ('咽', '嚥', "饭 口水 药 吞 泪 眼泪 唾沫 口 一口 馒头 ¬ 喉 呜"),
    ('须', '鬚', "刮 剃 髯 龙 虾 捋 胡子"),
    ('谷', '穀', "稻 米 稻米 粮食 麦 打 磨 喂 鸡 收 种 ¬ 山 河 溪 深"),
    ('斗', '斗', "米 粮 酒 星 烟 升 斛 谷子 ¬ 牛 鸡 嘴"),
    ('坛', '罈', "酒 醋 泡菜 腌 咸菜 ¬ 祭 花 讲"),
    ('姜', '薑', "葱 蒜 茶 汤 片 切 切成 丝 醋 炖 煮 红糖 鱼 ¬ 姓 先生 小姐"),
    ('团', '糰', "糯米 饭 豆沙 芝麻 年糕"),
    ('松', '鬆', "土 绳子 手 带子 扣 螺丝 螺丝钉 紧 裤子 鞋带 泥土 绑 皮肤 牙齿 ¬ 树 林 柏 山"),
    ('舍', '捨', "割 弃 命 财"),
];

/// The topics of a character.
struct Topics {
    /// Each form with the words of its topic, and those of another, which are not wanted.
    forms: Vec<(char, Table<&'static str, Said>)>,
    /// The characters that words of a topic begin with.
    begins: Filter,
}

/// What a word says of a topic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Yes,
    No,
}

/// What the words of a line of the table say.
fn said(text: &'static str) -> Table<&'static str, Said> {
    let [wanted, unwanted] = words(text);
    let told = |words: Vec<_>, said| words.into_iter().map(move |word| (word, said));
    told(wanted, Said::Yes).chain(told(unwanted, Said::No)).collect()
}

/// The topics of each character.
static BY_CHARACTER: LazyLock<Table<char, Topics>> = LazyLock::new(|| {
    let mut found: Table<char, Topics> = Table::default();
    for (of, ..) in TOPICS {
        let own = TOPICS.into_iter().filter(|topic| topic.0 == of);
        let forms: Vec<_> = own.map(|(_, form, words)| (form, said(words))).collect();
        let words = forms.iter().flat_map(|(_, words)| words.keys());
        let begins: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
        found.insert(of, Topics { forms, begins: Filter::of_characters(&begins) });
    }
    found
});

/// Whether what is spoken of decides between the forms of the character.
pub(super) fn is_known(character: char) -> bool {
    BY_CHARACTER.contains_key(&character)
}

/// Whether what is spoken of may decide between the forms of the character in the middle of `around`.
pub(super) fn may_decide(around: &Around) -> bool {
    let topics = around.get(CENTRE).and_then(|character| BY_CHARACTER.get(character));
    topics.is_some_and(|topics| {
        let mut beside = around.iter().enumerate().filter(|(place, _)| *place != CENTRE);
        beside.any(|(_, c)| topics.begins.may_have_character(*c))
    })
}

/// The form that the topic of its clause gives to a character of `line`, which is cut into `words`, and how much that
/// weighs.
pub(super) fn topic(line: &Line<'_>, at: usize, words: &[Range<usize>]) -> Option<(char, i32)> {
    let character = line.char(at)?;
    let topics = BY_CHARACTER.get(&character)?;
    let clause = clause(line, at);
    let others = words.iter().filter(|word| clause.contains(&word.start) && **word != (at..at + 1));
    let others =
        others.filter(|word| line.char(word.start).is_some_and(|c| topics.begins.may_have_character(c)));
    let others: Vec<&str> = others.map(|word| line.part(word.clone())).collect();
    let is_told = |topic: &Table<&str, Said>| {
        let mut said = others.iter().filter_map(|word| topic.get(word));
        said.clone().any(|said| *said == Said::Yes) && said.all(|said| *said == Said::Yes)
    };
    topics.forms.iter().find(|(_, topic)| is_told(topic)).map(|(form, _)| (*form, WEIGHT))
}

/// The characters of the clause around a character.
fn clause(line: &Line<'_>, at: usize) -> Range<usize> {
    let is_end = |at: &usize| line.char(*at).is_none_or(|c| "\n，。；！？：,;!?".contains(c));
    let start = (0..at).rev().find(is_end).map_or(0, |end| end + 1);
    start..(at..line.len()).find(is_end).unwrap_or(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::words::Words;

    #[test]
    fn what_is_spoken_of_tells_the_form() {
        for (text, character, form) in [
            ("把布擦干", '干', Some('乾')),
            ("他擦桌子，干得好", '干', None),
            ("辞了工作不想干", '干', Some('幹')),
            ("吃一碗面", '面', Some('麪')),
            ("一面墙", '面', None),
            ("手腕上的表", '表', Some('錶')),
            ("表上填写名字", '表', None),
            ("把鞋带系好", '系', Some('繫')),
            ("卷起袖子", '卷', Some('捲')),
            // 根 is no part of a topic within a word: 根据.
            ("根据规定须办理", '须', None),
        ] {
            let line = Line::new(text);
            let at = line.chars().iter().position(|c| *c == character).unwrap();
            let found = topic(&line, at, &Words::get().cut(&line));
            assert_eq!(found.map(|(form, _)| form), form, "{text}");
        }
    }
}
