//! The written language of an exported file, and what is said and set in it.

use crate::import::hints::Image;
use crate::script::{Detected, DetectedScript, Region, Script};

/// The written language of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Chinese,
    Simplified,
    Traditional,
    Taiwan,
    HongKong,
}

impl Language {
    pub(super) fn of(script: Script, detected: &Detected) -> Self {
        match (script, detected.script, detected.region) {
            (Script::Hans, ..) | (Script::Source, DetectedScript::Hans, _) => Self::Simplified,
            (Script::Tw, ..) | (Script::Source, DetectedScript::Hant, Some(Region::Tw)) => Self::Taiwan,
            (Script::Hk, ..) | (Script::Source, DetectedScript::Hant, Some(Region::Hk)) => Self::HongKong,
            (Script::Hant, ..) | (Script::Source, DetectedScript::Hant, None) => Self::Traditional,
            (Script::Source, DetectedScript::Mixed | DetectedScript::Unclear, _) => Self::Chinese,
        }
    }

    /// Language tag of the web (BCP 47).
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
            Self::Taiwan => "zh-Hant-TW",
            Self::HongKong => "zh-Hant-HK",
        }
    }

    /// Whether it is written in traditional characters.
    pub(super) const fn is_traditional(self) -> bool {
        matches!(self, Self::Traditional | Self::Taiwan | Self::HongKong)
    }

    /// What a table of contents is called.
    pub(super) const fn contents(self) -> &'static str {
        if self.is_traditional() { "目錄" } else { "目录" }
    }

    /// What a text without a title is called where there must be one.
    pub(super) const fn untitled(self) -> &'static str {
        if self.is_traditional() { "無標題" } else { "无标题" }
    }

    /// What stands for an image where it is not shown: what is said of it, and its size in points.
    pub(super) fn image(self, image: &Image) -> String {
        let word = if self.is_traditional() { "圖" } else { "图" };
        let alt = image.alt.split_whitespace().collect::<Vec<_>>().join(" ");
        let colon = if alt.is_empty() { "" } else { "：" };
        let size = image.size.map(|(width, height)| format!("，{width}×{height}")).unwrap_or_default();
        format!("〔{word}{colon}{alt}{size}〕")
    }

    /// The typefaces of text and headings on the web, as properties of CSS.
    pub(super) const fn families(self) -> &'static str {
        if self.is_traditional() {
            "--serif:\"Noto Serif CJK TC\",\"Songti TC\",PMingLiU,serif;\
             --sans:\"Noto Sans CJK TC\",\"PingFang TC\",\"Microsoft JhengHei\",sans-serif"
        } else {
            "--serif:\"Noto Serif CJK SC\",\"Songti SC\",SimSun,serif;\
             --sans:\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",SimHei,sans-serif"
        }
    }
}
