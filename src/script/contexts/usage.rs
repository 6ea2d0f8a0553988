//! Forms that grammar decides where few texts show them: 不准 before what is forbidden, 只 after a number.

use std::sync::LazyLock;

use super::around::{Around, CENTRE};
use super::beside::Beside;
use super::family;
use super::usages::{USAGES, Usage};
use crate::script::hash::Table;

/// A [`Usage`] whose words are told apart.
struct Known {
    form: char,
    weight: i32,
    before: Beside,
    after: Beside,
}

static BY_CHARACTER: LazyLock<Table<char, Vec<Known>>> = LazyLock::new(|| {
    let mut found: Table<char, Vec<_>> = Table::default();
    for Usage { character, form, weight, before, after } in USAGES {
        let (before, after) = (Beside::before(before), Beside::after(after));
        found.entry(*character).or_default().push(Known { form: *form, weight: *weight, before, after });
    }
    found
});

/// The form that its usage gives to the character in the middle of `around`, and how much that weighs.
pub(super) fn usage(around: &Around) -> Option<(char, i32)> {
    let (before, rest) = around.split_at_checked(CENTRE)?;
    let (character, after) = rest.split_first()?;
    let (previous, next) = (*before.last()?, *after.first()?);
    if let Some(named) = family::named(*character, before, after) {
        return Some(named);
    }
    let usages = BY_CHARACTER.get(character).map_or(&[][..], Vec::as_slice);
    let mut usages = usages
        .iter()
        .filter(|usage| usage.before.may_be_met(previous) && usage.after.may_be_met(next))
        .peekable();
    usages.peek()?;
    let (left, right): (String, String) = (before.iter().collect(), after.iter().collect());
    let ends = |text: &str| left.ends_with(text);
    let starts = |text: &str| right.starts_with(text);
    let usage =
        usages.find(|usage| usage.before.are_met(previous, ends) && usage.after.are_met(next, starts))?;
    Some((usage.form, usage.weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::contexts::Window;

    /// A line, the character in it that is looked at, and the form that its neighbours tell.
    const CASES: [(&str, char, Option<char>); 187] = [
        ("他在玩枫之谷，", '谷', Some('谷')),
        ("一群肯拼肯冲的人", '冲', Some('衝')),
        ("谁敢冲凉水澡", '冲', Some('沖')),
        ("休息回复的时间", '复', Some('復')),
        ("官网志愿者", '志', None),
        ("最后一篇网志，", '志', Some('誌')),
        ("只有两个大家伙，", '伙', Some('伙')),
        ("一次碰魂系游戏", '系', Some('系')),
        ("他魂系祖国", '系', None),
        ("那里有八只羊", '只', Some('隻')),
        ("只有羊", '只', None),
        ("再走３里", '里', Some('里')),
        ("车间里不准吸烟", '准', Some('准')),
        ("我说不准哪天走", '准', None),
        ("尺子不准，再量", '准', Some('準')),
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
        ("这张是表。", '表', Some('表')),
        ("请看协调表。", '表', Some('表')),
        ("老百姓种地", '种', None),
        ("确有种朴实的美", '种', Some('種')),
        ("有种师道在此", '种', None),
        ("许多人参与其中", '参', Some('參')),
        ("古诗云：山高", '云', Some('云')),
        ("白云，青山", '云', None),
        ("树上好几只猴子", '只', Some('隻')),
        ("剩下两只能用", '只', Some('隻')),
        ("装了三斗米", '斗', Some('斗')),
        ("他在干什么", '干', Some('幹')),
        ("干你什么事", '干', Some('干')),
        ("余老师教音乐", '余', Some('余')),
        ("大多只顾自己", '只', Some('只')),
        ("他抱着只小猫", '只', Some('隻')),
        ("他开的枪打得不准。", '准', Some('準')),
        ("端起酒一口干了", '干', Some('乾')),
        ("看了看表又坐下", '表', Some('錶')),
        ("看了看表格", '表', None),
        ("大家准他请假", '准', Some('准')),
        ("他瞄准你了", '准', None),
        ("这只还能用", '只', Some('隻')),
        ("古语云：知足", '云', Some('云')),
        ("去镇上买面", '面', Some('麪')),
        ("会面的时间", '面', None),
        ("她有一头湿发", '发', Some('髮')),
        ("开发质量好", '发', None),
        ("她的发梢", '发', Some('髮')),
        ("她的发色有", '发', Some('髮')),
        ("它的发色团", '发', None),
        ("孩子困了，睡吧", '困', Some('睏')),
        ("他们被困了，等着", '困', None),
        ("钟声传来", '钟', Some('鐘')),
        ("针扎进肉里", '扎', Some('扎')),
        ("她扎马尾", '扎', Some('紮')),
        ("洗澡就是冲个澡", '冲', Some('沖')),
        ("他把纸折成三角", '折', Some('摺')),
        ("打折成风", '折', None),
        ("把牛系在树下", '系', Some('繫')),
        ("数学系在木楼", '系', Some('系')),
        ("样子别致", '致', Some('緻')),
        ("个别致病菌", '致', None),
        ("咽了一口茶", '咽', Some('嚥')),
        ("这出话剧", '出', Some('齣')),
        ("走出戏院", '出', None),
        ("一出村庄就是", '出', Some('出')),
        ("鱼在缸里游", '游', Some('游')),
        ("旅游得很开心", '游', None),
        ("去沈阳", '沈', Some('瀋')),
        ("我叫他老于。", '于', Some('于')),
        ("面积不小于，", '于', None),
        ("我向往山里的生活", '向', Some('嚮')),
        ("车开向往年的集市", '向', None),
        ("手工制的肥皂", '制', Some('製')),
        ("他在坛前斟酒", '坛', Some('壇')),
        ("却干你甚事", '干', Some('干')),
        ("这不干我的事", '干', Some('干')),
        ("与你何干呢", '干', Some('干')),
        ("三艘船只够一", '只', Some('只')),
        ("那艘船只的长", '只', Some('隻')),
        ("把面下在汤里", '里', Some('裏')),
        ("中有诗题云「", '云', Some('云')),
        ("业务老范来了", '范', Some('范')),
        ("缩小范围以后", '范', Some('範')),
        ("一瓶老白干，", '干', Some('乾')),
        ("快组卷报批", '卷', Some('卷')),
        ("在新竹复校，", '复', Some('復')),
        ("反复校验数据", '复', None),
        ("小吃很赞，", '赞', Some('讚')),
        ("我很赞成", '赞', None),
        ("写成丙，余可类推", '余', Some('餘')),
        ("，余可人说", '余', None),
        ("给他点赞助费", '赞', None),
        ("碗玉里面，", '里', Some('里')),
        ("家住葵涌。", '涌', Some('涌')),
        ("往东涌去", '涌', None),
        ("手工制且热", '制', Some('製')),
        ("我们复合吧", '复', Some('復')),
        ("只要复合材料", '复', None),
        ("主任游思说", '游', Some('游')),
        ("随老师游览", '游', None),
        ("少说多干、少", '干', Some('幹')),
        ("古人云，‘远", '云', Some('云')),
        ("削峰填谷机制", '谷', Some('谷')),
        ("图谱的范式。", '范', Some('範')),
        ("范文澜先生", '范', None),
        ("当着面儿说", '面', Some('面')),
        ("端到面前放", '面', Some('面')),
        ("把范围放大", '范', Some('範')),
        ("打开谷歌浏", '谷', Some('谷')),
        ("刮风下雨", '刮', Some('颳')),
        ("一顶微曲棕", '曲', Some('曲')),
        ("父亲制茶为", '制', Some('製')),
        ("体制药方", '制', None),
        ("两层数只增不减", '只', Some('只')),
        ("皮肤有多干，", '干', None),
        ("两岸的涌口渡船", '涌', Some('涌')),
        ("走完百岳", '岳', Some('岳')),
        ("住在天后庙边", '后', Some('后')),
        ("过了三天后庙会", '后', Some('後')),
        ("街边的面摊有", '面', Some('麪')),
        ("下面摊开一张纸", '面', None),
        ("对面馆子里有", '面', None),
        ("老于今年七十", '于', Some('于')),
        ("古老于我们而言", '于', None),
        ("史特林冲锋枪", '冲', Some('衝')),
        ("方圆十英里的", '里', Some('里')),
        ("精英里最年轻", '里', None),
        ("12天后,改口", '后', Some('後')),
        ("那个白面书生", '面', Some('面')),
        ("每逢征战时", '征', Some('征')),
        ("长期征战", '征', Some('征')),
        ("卧薪尝胆", '尝', Some('嘗')),
        ("粤语音系的", '系', Some('系')),
        ("杰出喜剧奖", '出', Some('出')),
        ("各群熊只之间", '只', Some('隻')),
        ("羊只吃嫩草", '只', None),
        ("编制篮筐卖", '制', Some('製')),
        ("编制预算", '制', None),
        ("让病人回复健康", '复', Some('復')),
        ("下克上的年代", '克', Some('剋')),
        ("又称灵签、", '签', Some('籤')),
        ("解签约的事", '签', None),
        ("不愿与她复合，", '复', Some('復')),
        ("所有制的", '制', Some('制')),
        ("毕业于该系，", '系', Some('系')),
        ("和表3.4的数", '表', Some('表')),
        ("买了块表三天", '表', None),
        ("各自干各自的", '干', Some('幹')),
        ("认为犬只不宜入", '只', Some('隻')),
        ("这条犬只吃肉", '只', None),
        ("每逢周三只卖半天", '只', Some('只')),
        ("离岸三海里外，", '里', Some('里')),
        ("五湖四海里的", '里', None),
        ("一位准将来看", '准', Some('准')),
        ("新标准将用三年", '准', None),
        ("外围云系很厚", '系', Some('系')),
        ("一盒蛋卷，", '卷', Some('捲')),
        ("使劲往对岸划，", '划', Some('划')),
        ("听人击筑唱歌", '筑', Some('筑')),
        ("叫他阿郁好了", '郁', Some('郁')),
        ("几只被留在车上", '只', Some('隻')),
        ("几只不同的", '只', Some('隻')),
        ("跳完舞后休息", '后', Some('後')),
        ("收工后师傅会", '后', Some('後')),
        ("它们被系着走", '系', Some('繫')),
        ("系在一根桩子", '系', Some('繫')),
        ("中文系在一条", '系', None),
        ("中央系军队", '系', Some('系')),
        ("见本卷《论", '卷', Some('卷')),
        ("日本卷起风潮", '卷', None),
        ("由103系电车改", '系', Some('系')),
        ("火系克制草系", '系', Some('系')),
        ("把火把系在树上", '系', Some('繫')),
        ("他在冲地板刷", '冲', Some('沖')),
        ("学长说系上每年", '系', Some('系')),
    ];

    #[test]
    fn usage_tells_the_form() {
        for (text, character, form) in CASES {
            let around = Window::new(text).find(|around| around.get(CENTRE) == Some(&character)).unwrap();
            assert_eq!(usage(&around).map(|(form, _)| form), form, "{text}");
        }
    }
}
