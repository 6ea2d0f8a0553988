//! The typefaces of a Word file: what each system has, and what stands in for it.

use super::super::Language;

/// What a language is called by Word, and the typefaces of its papers.
#[derive(Clone, Copy)]
pub(super) struct Typefaces {
    /// The language.
    pub(super) tag: &'static str,
    /// Of the text of a book.
    pub(super) text: &'static str,
    /// Of its headings.
    pub(super) heading: &'static str,
    /// Of the title of an official paper: 小标宋.
    pub(super) title: &'static str,
    /// 黑体
    pub(super) first: &'static str,
    /// 楷体
    pub(super) second: &'static str,
    /// 仿宋
    pub(super) body: &'static str,
    /// Of page numbers: 宋体.
    pub(super) number: &'static str,
}

const HANS: Typefaces = Typefaces {
    tag: "zh-CN",
    text: "SimSun",
    heading: "SimHei",
    title: "方正小标宋简体",
    first: "黑体",
    second: "楷体_GB2312",
    body: "仿宋_GB2312",
    number: "宋体",
};
// No system of Taiwan or Hong Kong comes with a 仿宋, and those of the mainland lack traditional characters.
const HANT: Typefaces = Typefaces {
    tag: "zh-TW",
    text: "PMingLiU",
    heading: "Microsoft JhengHei",
    title: "PMingLiU",
    first: "Microsoft JhengHei",
    second: "DFKai-SB",
    body: "PMingLiU",
    number: "PMingLiU",
};

impl Typefaces {
    pub(super) const fn of(language: Language) -> Self {
        match language {
            Language::Chinese | Language::Simplified => HANS,
            Language::Traditional | Language::Taiwan => HANT,
            Language::HongKong => Self { tag: "zh-HK", ..HANT },
        }
    }
}

/// Each typeface, its other names and what stands in for it, its charset (86 GB2312, 88 Big5), and its family.
const TABLE: [(&str, &str, &str, &str); 11] = [
    ("SimSun", "宋体,Noto Serif CJK SC,Songti SC", "86", "roman"),
    ("宋体", "SimSun,Noto Serif CJK SC,Songti SC", "86", "roman"),
    ("SimHei", "黑体,Noto Sans CJK SC,Heiti SC", "86", "swiss"),
    ("黑体", "SimHei,Noto Sans CJK SC,Heiti SC", "86", "swiss"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S,小标宋,宋体", "86", "roman"),
    ("楷体_GB2312", "楷体,KaiTi,KaiTi_GB2312,Kaiti SC", "86", "modern"),
    ("仿宋_GB2312", "仿宋,FangSong,FangSong_GB2312,STFangsong", "86", "modern"),
    ("PMingLiU", "新細明體,Noto Serif CJK TC,Songti TC", "88", "roman"),
    ("Microsoft JhengHei", "微軟正黑體,Noto Sans CJK TC,Heiti TC", "88", "swiss"),
    ("DFKai-SB", "標楷體,BiauKai,Kaiti TC", "88", "script"),
    ("Times New Roman", "Liberation Serif", "00", "roman"),
];

/// `word/fontTable.xml`.
pub(super) fn table() -> String {
    let fonts = TABLE.map(|(name, others, charset, family)| {
        format!(
            r#"<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>
"#
        )
    });
    fonts.concat()
}

/// The fonts of a run, for either script.
pub(super) fn fonts(latin: &str, chinese: &str) -> String {
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>"#)
}
