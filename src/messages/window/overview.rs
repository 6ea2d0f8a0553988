//! Words for the overview beside the text.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;

/// What the overview shows, for those who do not see it: sections, ticked sections, doubts, hits.
pub(crate) fn overview(lang: Lang, figures: [usize; 4]) -> String {
    let names = [
        ["{}节", "{}節", "{} sections"],
        ["勾选{}节", "勾選{}節", "{} ticked"],
        ["{}处存疑", "{}處存疑", "{} doubtful"],
        ["找到{}处", "找到{}處", "{} matches"],
    ];
    let told = figures.into_iter().zip(names).filter(|(figure, _)| *figure > 0);
    let told: Vec<_> = told.map(|(figure, name)| pick(lang, name).replace("{}", &grouped(figure))).collect();
    let title = pick(lang, ["全文一览", "全文一覽", "Overview"]);
    if told.is_empty() {
        return title.to_owned();
    }
    let marks = lang.marks();
    format!("{title}{}{}", marks.colon, told.join(marks.comma))
}
