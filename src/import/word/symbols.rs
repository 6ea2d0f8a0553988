//! Characters of fonts that hold signs and no letters, as the characters that look like them.

/// The signs of a font: codes (the last byte) and what looks like them.
type Signs = &'static [(u8, &'static str)];

const SYMBOL: Signs = &[
    (0xa8, "♦"),
    (0xac, "←"),
    (0xad, "↑"),
    (0xae, "→"),
    (0xaf, "↓"),
    (0xb0, "°"),
    (0xb1, "±"),
    (0xb3, "≥"),
    (0xb4, "×"),
    (0xb7, "•"),
    (0xb8, "÷"),
    (0xb9, "≠"),
    (0xa3, "≤"),
    (0xbb, "≈"),
    (0xde, "⇒"),
];

const WINGDINGS: Signs = &[
    (0x6c, "●"),
    (0x6d, "❍"),
    (0x6e, "■"),
    (0x6f, "□"),
    (0x70, "□"),
    (0x71, "❑"),
    (0x72, "❒"),
    (0x73, "⬧"),
    (0x74, "◆"),
    (0x75, "◆"),
    (0x76, "❖"),
    (0x77, "◆"),
    (0x9f, "•"),
    (0xa1, "○"),
    (0xa4, "◎"),
    (0xa7, "▪"),
    (0xa8, "□"),
    (0xab, "★"),
    (0xb2, "✧"),
    (0xd8, "➢"),
    (0xdf, "←"),
    (0xe0, "→"),
    (0xe8, "➔"),
    (0xf0, "⇨"),
    (0xfb, "✗"),
    (0xfc, "✓"),
    (0xfd, "☒"),
    (0xfe, "☑"),
];

const WINGDINGS_2: Signs = &[
    (0x4f, "✗"),
    (0x50, "✓"),
    (0x51, "☒"),
    (0x52, "☑"),
    (0x53, "☒"),
    (0x54, "☒"),
    (0x30, "□"),
    (0x96, "•"),
    (0x97, "●"),
    (0x98, "●"),
    (0xa3, "□"),
    (0xa2, "■"),
];

const FONTS: [(&str, Signs); 3] =
    [("symbol", SYMBOL), ("wingdings", WINGDINGS), ("wingdings 2", WINGDINGS_2)];

/// Where the codes of such fonts lie.
const PRIVATE: std::ops::RangeInclusive<u32> = 0xf000..=0xf0ff;

/// The character `code` (hexadecimal) of `font`.
pub(super) fn sign(font: &str, code: &str) -> String {
    let Ok(code) = u32::from_str_radix(code, 16) else { return String::new() };
    let font = font.to_lowercase();
    let signs = FONTS.iter().find(|(known, _)| *known == font).map(|(_, signs)| *signs);
    let low = u8::try_from(code & 0xff).unwrap_or_default();
    let known = signs.and_then(|signs| signs.iter().find(|(code, _)| *code == low));
    match known {
        Some((_, text)) => (*text).to_owned(),
        // What no table knows is shown as a sign that something stands there.
        None if signs.is_some() || PRIVATE.contains(&code) => "□".to_owned(),
        None => char::from_u32(code).filter(|c| *c != '\0').map(String::from).unwrap_or_default(),
    }
}

/// A bullet, of whatever font: its codes tell which is meant. An empty one is none.
pub(super) fn bullet(text: &str) -> &str {
    let code = text.chars().next().map_or(0, u32::from);
    if text == "o" {
        return "○";
    }
    if !PRIVATE.contains(&code) {
        return text;
    }
    let low = u8::try_from(code & 0xff).unwrap_or_default();
    let mut known = WINGDINGS.iter().chain(SYMBOL);
    known.find(|(code, _)| *code == low).map_or("•", |(_, sign)| sign)
}
