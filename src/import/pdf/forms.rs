//! Characters as they are meant: fonts of PDFs know radicals and ligatures where the text has characters.

/// What the radicals from U+2F00 on are as characters.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
    ";

/// Ligatures.
const LIGATURES: [(char, &str); 7] = [
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];

/// Adds `c` to `text` as it is meant. What is not shown at all is not text.
pub(super) fn push_plain(text: &mut String, c: char) {
    let radical = (c as usize).checked_sub(0x2f00).and_then(|index| RADICALS.chars().nth(index));
    match LIGATURES.iter().find(|(ligature, _)| *ligature == c) {
        _ if c.is_control() || c == '\u{ad}' => {}
        Some((_, letters)) => text.push_str(letters),
        None => text.push(radical.unwrap_or(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_ligatures_are_characters() {
        let mut text = String::new();
        "⽬录⼀⿕ﬁn\u{ad}\u{2}".chars().for_each(|c| push_plain(&mut text, c));
        assert_eq!(text, "目录一龠fin");
        assert_eq!(RADICALS.chars().count(), 0xd6);
    }
}
