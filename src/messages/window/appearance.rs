//! Words for how the text looks.

use crate::lang::Lang;
use crate::messages::pick;

/// A text without figures or names in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Title,
    Theme,
    System,
    Size,
    Measure,
    LineHeight,
    ParagraphSpace,
    Indent,
    Justified,
    FullWidth,
    ThinSpace,
    Typeface,
    Families,
    Looking,
    NoFamilies,
    KaiMissing,
    NoKai,
    Usual,
    NeedsRows,
}

/// `words` in `lang`.
pub(crate) const fn w(lang: Lang, words: Words) -> &'static str {
    let texts = match words {
        Words::Title => ["版面", "版面", "Appearance"],
        Words::Theme => ["配色", "配色", "Colours"],
        Words::System => ["跟随系统", "跟隨系統", "System"],
        Words::Size => ["字号", "字級", "Text size"],
        Words::Measure => ["每行字数", "每行字數", "Characters per line"],
        Words::LineHeight => ["行距", "行距", "Line height"],
        Words::ParagraphSpace => ["段落间距", "段落間距", "Space between paragraphs"],
        Words::Indent => ["段首空两格", "段首空兩格", "Indent first lines"],
        Words::Justified => ["两端对齐", "兩端對齊", "Justify lines"],
        Words::FullWidth => ["标点显示为全角", "標點顯示為全形", "Full-width punctuation"],
        Words::ThinSpace => ["汉字与字母之间留空", "漢字與字母之間留空", "Space around Latin words"],
        Words::Typeface => ["字体", "字型", "Typeface"],
        Words::Families => ["系统里的字体…", "系統裡的字型…", "Typefaces of the system…"],
        Words::Looking => ["正在查找系统里的字体…", "正在尋找系統裡的字型…", "Looking for typefaces…"],
        Words::NoFamilies => {
            ["系统里没有其他中文字体", "系統裡沒有其他中文字型", "No other Chinese typefaces"]
        }
        Words::KaiMissing => {
            ["没有楷体；可装霞鹜文楷", "沒有楷體；可裝霞鶩文楷", "No Kai here: install LXGW WenKai"]
        }
        Words::NoKai => [
            "系统里没有楷体。装上霞鹜文楷（LXGW WenKai）或文鼎楷体（AR PL UKai）后再打开就有",
            "系統裡沒有楷體。裝上霞鶩文楷（LXGW WenKai）或文鼎楷體（AR PL UKai）後再開啟就有",
            "The system has no Kai typeface. Install LXGW WenKai or AR PL UKai and start again to have one",
        ],
        Words::Usual => ["恢复默认版面", "恢復預設版面", "Reset"],
        Words::NeedsRows => [
            "双栏只用于横排；竖排与对照时没有双栏",
            "雙欄只用於橫排；直排與對照時沒有雙欄",
            "Two columns work only with horizontal text, without Compare",
        ],
    };
    pick(lang, texts)
}

/// Which family the text stands in.
pub(crate) fn shown_in(lang: Lang, family: &str) -> String {
    match lang {
        Lang::Hans => format!("现在用的是 {family}"),
        Lang::Hant => format!("現在用的是 {family}"),
        Lang::En => format!("Set in {family}"),
    }
}
