//! Exams: what stands below a question is its choices, its parts or its answer, and no section.

use std::collections::HashMap;

use super::{Group, Traits};
use crate::outline::heading::Heading;
use crate::outline::source::Source;
use crate::text::is_blank;

/// What questions are called that a word or a mark answers, and those that take more.
const BRIEF: &str = "选择题 選擇題 选题 選題 填空题 填空題 判断题 判斷題 是非题 是非題 配对题 配對題 配合题 配合題 名词解释 名詞解釋 \
                     术语解释 術語解釋 单选 單選 多选 多選 填空 判断 判斷";
const LONG: &str = "非选择题 非選擇題 简答题 簡答題 问答题 問答題 论述题 論述題 计算题 計算題 分析题 分析題 综合题 綜合題 应用题 應用題 \
                    证明题 證明題 设计题 設計題 解答题 解答題 作图题 作圖題 编程题 編程題 阅读题 閱讀題 材料题 材料題 案例题 案例題 \
                    实验题 實驗題 操作题 操作題 思考题 思考題 讨论题 討論題 辨析题 辨析題 申论题 申論題 题组题 題組題 简答 簡答 \
                    问答 問答 论述 論述";
/// What may stand behind that, what the last character of these words is, and how long such a title is at most, in
/// characters.
const BEHIND: [&str; 6] = ["参考答案", "參考答案", "及答案", "答案", "部分", "型"];
const LASTS: &str = "题題释釋选選空断斷答述案分";
const TITLE: usize = 12;
/// What the words end with that may stand behind others: 单项选择题.
const KINDS: [char; 4] = ['题', '題', '释', '釋'];

/// What the exercises behind a chapter are called, where that is no heading: 選作題：
const EXERCISES: &str = "选作题 選作題 思考题 思考題 练习题 練習題 习题 習題 复习题 複習題 讨论题 討論題 作业题 作業題 自测题 自測題 课后题 課後題                          复习思考题 複習思考題 课后习题 課後習題 课后思考题 課後思考題";

/// What a heading is in an exam.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    /// Nothing.
    Outside,
    /// 一、選擇題: by its name, and whether a word or a mark answers its questions.
    Part(&'static str, bool),
    /// A question, or what stands below one.
    Question,
}

/// What the headings are in an exam.
pub(super) struct Exam {
    places: Vec<Place>,
    /// Whether parts of the same name stand in several chapters.
    is_bank: bool,
}

impl Exam {
    pub(super) fn new(source: Source<'_>, headings: &[Heading]) -> Self {
        let mut open: Vec<(u8, usize, Place)> = Vec::new();
        let mut chapters: HashMap<&str, usize> = HashMap::new();
        let mut is_bank = false;
        let of_one = |(index, heading): (usize, &Heading)| {
            let depth = heading.choice.depth;
            while open.pop_if(|above| above.0 >= depth).is_some() {}
            let place = match open.last() {
                Some((_, _, Place::Part(..) | Place::Question)) => Place::Question,
                _ => part(title(source, heading))
                    .map_or(Place::Outside, |(name, brief)| Place::Part(name, brief)),
            };
            if let (Place::Part(name, true), Some((_, chapter, _))) = (place, open.last()) {
                is_bank |= *chapters.entry(name).or_insert(*chapter) != *chapter;
            }
            open.push((depth, index, place));
            place
        };
        let places = headings.iter().enumerate().map(of_one).collect();
        Self { places, is_bank }
    }

    fn place(&self, index: usize) -> Place {
        self.places.get(index).copied().unwrap_or(Place::Outside)
    }
}

/// The words of the heading up to a bracket, a mark or a blank.
fn title<'a>(source: Source<'a>, heading: &Heading) -> &'a str {
    let line = source.range(heading.candidate.paragraph);
    let rest = source.text.get(heading.candidate.range.end.get()..line.end.get()).unwrap_or_default();
    let rest = rest.trim_start_matches(is_blank);
    let words =
        rest.split(|c: char| is_blank(c) || "（(：:，,。；;．.【".contains(c)).next().unwrap_or_default();
    if words.chars().nth(TITLE).is_none() { words } else { "" }
}

/// What the part of an exam of this `title` is called, and whether a word or a mark answers its questions.
fn part(title: &str) -> Option<(&'static str, bool)> {
    if !title.ends_with(|c| LASTS.contains(c)) {
        return None;
    }
    let name = BEHIND.iter().fold(title, |name, word| name.strip_suffix(word).unwrap_or(name));
    // 形势判断 is a name of many things.
    let is_so = |word: &&str| name == *word || (word.ends_with(KINDS) && name.ends_with(*word));
    let among = |words: &'static str| words.split_whitespace().find(is_so);
    among(LONG).map(|word| (word, false)).or_else(|| among(BRIEF).map(|word| (word, true)))
}

impl Traits<'_> {
    /// Whether the members are the choices, the parts or the answer of a question, brief questions of a book that has
    /// them for each chapter, or exercises.
    pub(in crate::outline::group) fn are_answers(&self, group: &Group) -> bool {
        match group.under.map(|under| self.exam.place(under)) {
            Some(Place::Question) => true,
            Some(Place::Part(_, brief)) => brief && self.exam.is_bank,
            _ => self.are_exercises(group),
        }
    }

    /// Whether the line above the first member says that exercises follow.
    fn are_exercises(&self, group: &Group) -> bool {
        let first = group.members.first().and_then(|&first| self.candidate(first));
        let above = first.and_then(|head| head.paragraph.checked_sub(1)).map(|above| self.source.line(above));
        let caption = above.unwrap_or_default().trim_matches(|c| is_blank(c) || "【】[]：:".contains(c));
        EXERCISES.split_whitespace().any(|exercises| caption == exercises)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_an_exam_are_known_by_their_names() {
        assert_eq!(part("單一選擇題"), Some(("選擇題", true)));
        assert_eq!(part("单项型选择题"), Some(("选择题", true)));
        assert_eq!(part("问答题答案"), Some(("问答题", false)));
        assert_eq!(part("非選擇題"), Some(("非選擇題", false)));
        assert_eq!(part("名詞解釋"), Some(("名詞解釋", true)));
        assert_eq!(part("判断"), Some(("判断", true)));
        assert_eq!(part("形势判断"), None);
        assert_eq!(part("存在的問題"), None);
        assert_eq!(part("成績判斷標準"), None);
    }
}
