//! Words for scripts and for what a switch of the script would mean.

use super::grouped;
use crate::lang::Lang;
use crate::messages::pick;
use crate::script::{Config, Conversion, Detected, DetectedScript, EMBEDDED_VERSION, Loss, Region, Script};
use crate::session::Caution;

pub(crate) mod own_words;

/// A script's full name.
pub(crate) const fn name(lang: Lang, script: Script) -> &'static str {
    let three = match script {
        Script::Source => ["原文", "原文", "As in the file"],
        Script::Hans => ["简体", "簡體", "Simplified"],
        Script::Hant => ["繁体", "繁體", "Traditional"],
        Script::Tw => ["台湾繁体", "臺灣正體", "Traditional, Taiwan"],
        Script::Hk => ["香港繁体", "香港繁體", "Traditional, Hong Kong"],
    };
    pick(lang, three)
}

/// A script in one character, as the switch shows it: the same in every language.
pub(crate) const fn sign(script: Script) -> &'static str {
    match script {
        Script::Source => "原",
        Script::Hans => "简",
        Script::Hant => "繁",
        Script::Tw => "臺",
        Script::Hk => "港",
    }
}

/// What script a document is written in.
pub(crate) const fn detected(lang: Lang, detected: &Detected) -> &'static str {
    let three = match (detected.script, detected.region) {
        (DetectedScript::Hans, _) => ["简体", "簡體", "simplified"],
        (DetectedScript::Hant, Some(Region::Tw)) => ["台湾繁体", "臺灣正體", "traditional, Taiwan"],
        (DetectedScript::Hant, Some(Region::Hk)) => ["香港繁体", "香港繁體", "traditional, Hong Kong"],
        (DetectedScript::Hant, None) => ["繁体", "繁體", "traditional"],
        (DetectedScript::Mixed, _) => ["繁简混用", "繁簡混用", "mixed scripts"],
        (DetectedScript::Unclear, _) => ["字形不明", "字形不明", "script unclear"],
    };
    pick(lang, three)
}

/// How a text is converted, and by what; OpenCC's name of its configuration comes last.
pub(crate) fn conversion(lang: Lang, conversion: Option<&Conversion>) -> String {
    let Some(conversion) = conversion else {
        return pick(lang, ["照原样显示", "照原樣顯示", "Shown as it is"]).to_owned();
    };
    if let Some(path) = conversion.own_file() {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        return match lang {
            Lang::Hans => format!("按您自己的配置转换（{file}）"),
            Lang::Hant => format!("按您自己的設定轉換（{file}）"),
            Lang::En => format!("Converted by your own configuration ({file})"),
        };
    }
    let name = conversion.config().map_or("", Config::name);
    match (lang, conversion.is_careful(), conversion.is_by_library()) {
        (Lang::Hans, true, _) => format!("按上下文转换（{name}）"),
        (Lang::Hant, true, _) => format!("按上下文轉換（{name}）"),
        (Lang::En, true, _) => format!("Converted by context ({name})"),
        (Lang::Hans, _, true) => format!("由系统里的 OpenCC 程序库转换（{name}）"),
        (Lang::Hant, _, true) => format!("由系統裡的 OpenCC 程式庫轉換（{name}）"),
        (Lang::En, _, true) => format!("Converted by the installed OpenCC library ({name})"),
        (Lang::Hans, ..) => format!("按自带的 OpenCC {EMBEDDED_VERSION} 词典转换（{name}）"),
        (Lang::Hant, ..) => format!("按內附的 OpenCC {EMBEDDED_VERSION} 詞典轉換（{name}）"),
        (Lang::En, ..) => {
            format!("Converted by the built-in dictionaries of OpenCC {EMBEDDED_VERSION} ({name})")
        }
    }
}

/// What script the document is in, and how many characters tell it.
pub(crate) fn document(lang: Lang, detected: &Detected) -> String {
    let name = self::detected(lang, detected);
    let [simplified, traditional] = [detected.simplified, detected.traditional].map(grouped);
    if detected.script == DetectedScript::Unclear {
        return match lang {
            Lang::Hans | Lang::Hant => format!("本文：{name}"),
            Lang::En => format!("This text: {name}"),
        };
    }
    match lang {
        Lang::Hans => format!("本文：{name}，含简体字 {simplified} 个、繁体字 {traditional} 个"),
        Lang::Hant => format!("本文：{name}，含簡體字 {simplified} 個、繁體字 {traditional} 個"),
        Lang::En => {
            format!("This text: {name} ({simplified} simplified, {traditional} traditional characters seen)")
        }
    }
}

/// What a conversion would cost; nothing where it is not known.
pub(crate) fn loss(lang: Lang, loss: Option<Loss>, counting: bool) -> Option<String> {
    if counting {
        let words = ["正在数不能还原的字…", "正在數不能還原的字…", "Counting what cannot be converted back…"];
        return Some(pick(lang, words).to_owned());
    }
    let loss = loss?;
    Some(match (lang, loss.characters) {
        (Lang::Hans, 0) => format!("{}每个字都能还原", part(lang, loss)),
        (Lang::Hant, 0) => format!("{}每個字都能還原", part(lang, loss)),
        (Lang::En, 0) => format!("Every character can be converted back{}", part(lang, loss)),
        (Lang::Hans, count) => format!("{}有 {} 个字不能还原", part(lang, loss), grouped(count)),
        (Lang::Hant, count) => format!("{}有 {} 個字不能還原", part(lang, loss), grouped(count)),
        (Lang::En, 1) => format!("1 character cannot be converted back{}", part(lang, loss)),
        (Lang::En, count) => {
            format!("{} characters cannot be converted back{}", grouped(count), part(lang, loss))
        }
    })
}

/// Which part of the text was tried, where it was not all.
const fn part(lang: Lang, loss: Loss) -> &'static str {
    if loss.whole { "" } else { pick(lang, ["开头 1 MB 里", "開頭 1 MB 裡", " (first megabyte)"]) }
}

/// Why to think twice, in a tooltip; nothing where another line of it says so.
pub(crate) const fn caution_in_short(lang: Lang, caution: Caution) -> Option<&'static str> {
    let three = match caution {
        Caution::Already => {
            ["本文已经是这种字形", "本文已經是這種字形", "The text is in this script already"]
        }
        Caution::Unclear => {
            ["看不出本文的字形，不转换", "看不出本文的字形，不轉換", "Its script is unclear: not converted"]
        }
        Caution::Mixed => [
            "本文繁简混用：已是这种字形的部分也会被转换",
            "本文繁簡混用：已是這種字形的部分也會被轉換",
            "Both scripts are in this text: what is in this one already is converted too",
        ],
        Caution::Loss(_) => return None,
    };
    Some(pick(lang, three))
}

/// Why to think twice, in a notice.
pub(crate) fn caution(lang: Lang, wanted: Script, caution: Caution) -> String {
    let name = name(lang, wanted);
    match (caution, lang) {
        (Caution::Already, Lang::Hans) => format!("本文已经是{name}，照原样显示"),
        (Caution::Already, Lang::Hant) => format!("本文已經是{name}，照原樣顯示"),
        (Caution::Already, Lang::En) => {
            format!("This text is in {} script already and is shown as it is", name.to_lowercase())
        }
        (Caution::Unclear, Lang::Hans) => "看不出本文是简体还是繁体，照原样显示".to_owned(),
        (Caution::Unclear, Lang::Hant) => "看不出本文是簡體還是繁體，照原樣顯示".to_owned(),
        (Caution::Unclear, Lang::En) => {
            "It is unclear which script this text is in. It is shown as it is".to_owned()
        }
        (Caution::Mixed, Lang::Hans) => {
            format!(
                "本文繁简混用，已是{name}的部分也会被转换，可能出错（如 里、后、干）；“转换”菜单里可以让引文保持原样"
            )
        }
        (Caution::Mixed, Lang::Hant) => {
            format!(
                "本文繁簡混用，已是{name}的部分也會被轉換，可能出錯（如 里、后、干）；「轉換」選單裡可以讓引文保持原樣"
            )
        }
        (Caution::Mixed, Lang::En) => {
            "Both scripts are in this text. What is in this one already is converted too and may go wrong \
             (里, 后, 干). The conversion menu lets quotations be kept"
                .to_owned()
        }
        (Caution::Loss(loss), _) => lost(lang, name, loss),
    }
}

fn lost(lang: Lang, name: &str, loss: Loss) -> String {
    let (count, part) = (grouped(loss.characters), part(lang, loss));
    match (lang, loss.characters) {
        (Lang::Hans, _) => format!("转成{name}后，{part}有 {count} 个字不能还原；文件本身不变"),
        (Lang::Hant, _) => format!("轉成{name}後，{part}有 {count} 個字不能還原；檔案本身不變"),
        (Lang::En, 1) => {
            format!(
                "In this script 1 character{part} cannot be converted back. The file itself stays as it is"
            )
        }
        (Lang::En, _) => format!(
            "In this script {count} characters{part} cannot be converted back. The file itself stays as it is"
        ),
    }
}
