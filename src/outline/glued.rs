//! Several documents in one text: where one is named, its numbers begin at the top.

use super::candidate::Candidate;
use super::marker;
use super::source::Source;
use super::style::Style;
use crate::text::is_blank;

/// What the name of a document ends with.
const DOCUMENTS: &str = "办法 辦法 规定 規定 规则 規則 细则 細則 条例 條例 准则 準則 守则 守則 制度 章程 规程 規程 公约 公約 \
    须知 須知 要点 要點 通知 通告 公告 决定 決定 决议 決議 意见 意見 报告 報告 报告书 報告書 请示 請示 批复 批覆 纪要 紀要 会议记录 \
    會議記錄 會議紀錄 方案 预案 預案 计划 計劃 計畫 计划书 計劃書 計畫書 规划 規劃 总结 總結 汇报 彙報 讲话 講話 发言 發言 致辞 致辭 \
    体会 體會 感想 合同 合同书 合約 协议 協議 协议书 協議書 承诺书 承諾書 申请书 申請書 倡议书 倡議書 责任书 責任書 服务条款 服務條款 \
    隐私政策 隱私政策 隱私權政策 规格书 規格書 说明文档 說明文檔 白皮书 白皮書 说明书 說明書 手册 手冊 指南 大纲 大綱 教案 判决书 \
    判決書 裁定书 裁定書";
/// Shortest name that tells so, and longest of any, in characters. What is shorter may head a part: 實施方案.
const SHORTEST: usize = 7;
const LONGEST: usize = 40;
/// So many lines may stand between the name of a document and its first number.
const FAR: usize = 12;
/// What a document says of itself right below its name, before a colon.
const EDITIONS: &str = "作者 投稿 来源 來源 版本 版本号 更新日期 最后更新 最後更新 最后更新日期 最後更新日期 发布日期 發布日期 發佈日期";
/// What it says of when it was made, at the end.
const PASSED: &str = "通过 通過 修订 修訂 修正 公布 发布 發布 施行 印发 印發";
const COLONS: [char; 2] = ['：', ':'];

/// What is numbered first behind the name of another document begins anew.
pub(super) fn settle(source: Source<'_>, heads: &mut [Candidate]) {
    let mut in_law = false;
    for at in 1..heads.len() {
        let [above, head] = heads.get_mut(at - 1..=at).unwrap_or_default() else { continue };
        in_law |= above.style == Style::Article;
        let may_begin = !head.style.is_fixed() || head.style == Style::Article;
        if head.value == 1 && head.prefix == 0 && head.level == 0 && may_begin {
            let lines = (above.paragraph + 1).max(head.paragraph.saturating_sub(FAR))..head.paragraph;
            let next = |line: usize| if line + 1 < head.paragraph { source.line(line + 1) } else { "" };
            let names = |line: usize| is_name(source.line(line), next(line), in_law);
            if lines.rev().any(|line| !source.continues(line) && names(line)) {
                (head.apart, in_law) = (true, false);
            }
        }
    }
}

/// Whether `line` is the name of a document: 某鄉水渠養護辦法, or behind the articles of one 管理辦法; or any title that the
/// edition stands below, on the `next` line.
fn is_name(line: &str, next: &str, in_law: bool) -> bool {
    let is_long = || in_law || line.chars().nth(SHORTEST - 1).is_some();
    let is_titled = || is_edition(next) && !is_edition(line) && is_title(line);
    (is_long() && names_one(line, DOCUMENTS)) || is_titled()
}

/// Whether `line` names a document by one of the `words`, which blanks part, at its end.
pub(super) fn names_one(line: &str, words: &str) -> bool {
    let name = line.trim_end_matches(|c: char| is_blank(c) || "》」』”）)".contains(c));
    // Hardly a line ends so.
    words.split_whitespace().any(|word| name.ends_with(word)) && is_title(name) && !name.contains(COLONS)
}

/// Whether `line` may be a title: short, without a mark that sentences have, and without a number.
fn is_title(line: &str) -> bool {
    line.chars().nth(LONGEST).is_none()
        && !line.contains(['，', '。', '；', ','])
        && marker::read(line).is_none()
}

/// Whether `line` tells the edition of a document: 更新日期：2026年5月, （某年某月某日某會議通過）.
fn is_edition(line: &str) -> bool {
    let told = line.trim_end_matches(|c: char| is_blank(c) || "）)".contains(c));
    let is_passed = || PASSED.split(' ').any(|word| told.ends_with(word)) && told.contains(char::is_numeric);
    let is_field =
        |(word, _): (&str, &str)| EDITIONS.split(' ').any(|edition| edition == word.trim_matches(is_blank));
    line.split_once(COLONS).is_some_and(is_field) || is_passed()
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_document_is_named_by_what_it_is_or_by_its_edition() {
        for (line, next, is_one) in [
            ("某鄉水渠養護管理辦法", "", true),
            ("關於修渡口的工作方案", "為了", true),
            ("實施方案", "", false),
            ("各村按時交總結，不得遲於月底", "", false),
            ("一、某鄉水渠養護管理辦法", "", false),
            ("渡口：來歷", "更新日期：2026年5月", true),
            ("河灣村印花法", "（某年六月十日村民大會第2次會議通過）", true),
            ("河灣村印花法", "村民大會還沒有通過", false),
            ("渡口的來歷", "作者說：早先沒有船", false),
            ("作者：佚名", "版本：二", false),
        ] {
            assert_eq!(is_name(line, next, false), is_one, "{line}");
        }
        assert!(is_name("管理辦法", "", true));
    }
}
