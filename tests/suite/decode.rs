//! Bytes to text: the same paragraph in every encoding, and bytes that are damaged or no text.

use gangmu::decode::{Decoded, decode, encoding_named};
use proptest::prelude::*;

const SIMPLIFIED: &str = "河边的图书馆每天早上八点开门，管理员先把窗户打开，再把昨天还回来的书放回架上。\
一、来馆的人请保持安静；二、借书不得超过三十天；三、损坏图书照价赔偿。\n\
“这里的书都是旧的，”他说，“可是看书的人总是新的。”共有2,735册，其中小说占60%。\r\n";

const TRADITIONAL: &str = "河邊的圖書館每天早上八點開門，管理員先把窗戶打開，再把昨天還回來的書放回架上。\
一、來館的人請保持安靜；二、借書不得超過三十天；三、損壞圖書照價賠償。\n\
「這裡的書都是舊的，」他說，「可是看書的人總是新的。」共有2,735冊，其中小說占60%。\r\n";

/// `text` in the encoding of that name.
fn encode(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let (bytes, _, lossy) = encoding_named(encoding).unwrap().encode(text);
            assert!(!lossy, "{encoding} cannot say {text}");
            bytes.into_owned()
        }
    }
}

/// The first `count` characters of `text`, repeated as often as needed.
fn characters(text: &str, count: usize) -> String {
    text.chars().cycle().take(count).collect()
}

#[test]
fn every_encoding_is_found_at_every_length() {
    let cases = [
        (SIMPLIFIED, "UTF-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "UTF-16LE"),
        (SIMPLIFIED, "UTF-16BE"),
        (TRADITIONAL, "UTF-8"),
        (TRADITIONAL, "Big5"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "UTF-16LE"),
        (TRADITIONAL, "UTF-16BE"),
    ];
    for (text, encoding) in cases {
        for count in [4, 8, 20, 55, 300, 5_000, 60_000] {
            let text = characters(text, count);
            let decoded = decode(encode(&text, encoding), None);
            assert_eq!(decoded.encoding, encoding, "{count} characters: {:?}", characters(&decoded.text, 8));
            assert!(decoded.text == text, "{encoding}, {count} characters");
            assert!(!decoded.lossy && !decoded.bom && !decoded.binary && decoded.nuls == 0);
        }
    }
}

#[test]
fn a_mark_decides_and_is_no_part_of_the_text() {
    for encoding in ["UTF-8", "UTF-16LE", "UTF-16BE", "gb18030"] {
        for text in ["", "a", "綱", "綱目\u{feff}\n", TRADITIONAL] {
            let marked = encode(&format!("\u{feff}{text}"), encoding);
            for forced in [None, encoding_named(encoding)] {
                let decoded = decode(marked.clone(), forced);
                assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
                assert!(decoded.bom && !decoded.lossy && !decoded.binary);
            }
        }
    }
}

#[test]
fn a_few_words_come_out_sensibly() {
    let cases = [
        ("你好", "gb18030"),
        ("中国", "gb18030"),
        ("你好世界", "gb18030"),
        ("第一章", "gb18030"),
        ("目录\r\n", "gb18030"),
        ("100万", "gb18030"),
        ("a·b·c", "UTF-8"),
        ("да", "UTF-8"),
        ("«Ça été»", "UTF-8"),
        ("中文", "Big5"),
        ("你好", "Big5"),
        ("臺灣", "Big5"),
        ("第一章", "Big5"),
        ("目錄\r\n", "Big5"),
        ("中国\n", "UTF-16LE"),
        ("第一章\r\n", "UTF-16BE"),
        ("Outline\n", "UTF-16LE"),
        ("Outline\n", "UTF-16BE"),
        ("café", "UTF-8"),
        ("Bush hid the facts", "UTF-8"),
        ("", "UTF-8"),
        ("\n", "UTF-8"),
        ("7", "UTF-8"),
    ];
    for (text, encoding) in cases {
        let decoded = decode(encode(text, encoding), None);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }
}

#[test]
fn characters_beyond_gbk_and_big5_are_known() {
    let mainland = "𠮷野家，䶮，ḿ，€，㋿，😀";
    let decoded = decode(encode(mainland, "gb18030"), encoding_named("gb2312"));
    assert_eq!((decoded.text.as_str(), decoded.lossy), (mainland, false));
    let hong_kong =
        b"\xad\xbb\xb4\xe4\x9d\xef\x9d\xcf\xa1G\x9d\xf7\xa1B\x92]\xa1B\x9d\xf8\xa1B\x9d\xf6\xa1A\x9d\xf2";
    for forced in [None, encoding_named("big5")] {
        let decoded = decode(hong_kong.to_vec(), forced);
        assert_eq!((decoded.text.as_str(), decoded.lossy), ("香港嘅嘢：咗、哋、啲、喺，𨋢", false));
    }
}

#[test]
fn chinese_that_comes_late_in_the_file_is_found() {
    for encoding in ["gb18030", "Big5"] {
        let text = format!("{}{}", "0,1,2,3\n".repeat(200_000), characters(TRADITIONAL, 60));
        let decoded = decode(encode(&text, encoding), None);
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.text == text);
    }
}

#[test]
fn damaged_utf8_stays_utf8() {
    let whole = SIMPLIFIED.as_bytes();
    let cases = [
        whole[..=whole.len() / 2].to_vec(),
        whole[1..].to_vec(),
        [&whole[..60], b"\xff", &whole[60..]].concat(),
        [whole.repeat(2_000), b"\xa3\xac".to_vec(), whole.to_vec()].concat(),
    ];
    for bytes in cases {
        let expected = String::from_utf8_lossy(&bytes).into_owned();
        let decoded = decode(bytes, None);
        assert_eq!((decoded.encoding, decoded.lossy, decoded.binary), ("UTF-8", true, false));
        assert!(decoded.text == expected);
    }
}

#[test]
fn nul_characters_are_left_out_and_counted() {
    for encoding in ["UTF-8", "gb18030", "UTF-16LE"] {
        let text = characters(SIMPLIFIED, 80);
        let padded = format!("{text}\0\0{text}\0");
        let decoded = decode(encode(&padded, encoding), None);
        assert_eq!((decoded.encoding, decoded.nuls, decoded.binary), (encoding, 3, false));
        assert_eq!(decoded.text, format!("{text}{text}"));
    }
    let full_disk = [SIMPLIFIED.as_bytes(), &[0; 4_096]].concat();
    let decoded = decode(full_disk, None);
    assert_eq!((decoded.text.as_str(), decoded.nuls, decoded.binary), (SIMPLIFIED, 4_096, false));
}

#[test]
fn a_forced_encoding_is_obeyed() {
    let bytes = encode(TRADITIONAL, "Big5");
    let forced = |name| decode(bytes.clone(), encoding_named(name));
    assert_eq!(forced("big5").text, TRADITIONAL);
    let wrong = forced("gbk");
    assert_eq!((wrong.encoding, wrong.text == TRADITIONAL), ("gb18030", false));
    let utf8 = forced("utf-8");
    assert_eq!((utf8.encoding, utf8.lossy, utf8.binary), ("UTF-8", true, false));
    let marked = decode(encode("\u{feff}綱目", "UTF-16BE"), encoding_named("utf-16"));
    assert_eq!((marked.text.as_str(), marked.encoding), ("綱目", "UTF-16BE"));
}

#[test]
fn encodings_have_many_names() {
    let cases = [
        ("utf-8", "UTF-8"),
        (" UTF8 ", "UTF-8"),
        ("gbk", "gb18030"),
        ("GB2312", "gb18030"),
        ("gb18030", "gb18030"),
        ("cp936", "gb18030"),
        ("big5", "Big5"),
        ("Big5-HKSCS", "Big5"),
        ("cp950", "Big5"),
        ("utf-16", "UTF-16LE"),
        ("UTF16", "UTF-16LE"),
        ("utf-16be", "UTF-16BE"),
        ("utf16be", "UTF-16BE"),
        ("shift_jis", "Shift_JIS"),
        ("latin1", "windows-1252"),
    ];
    for (name, encoding) in cases {
        assert_eq!(encoding_named(name).map(encoding_rs::Encoding::name), Some(encoding), "{name}");
    }
    for name in ["", "gb", "utf-9", "replacement", "中文"] {
        assert_eq!(encoding_named(name), None, "{name}");
    }
}

/// The same bytes each time, as random as compressed ones.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
    let cases = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        b"PK\x03\x04\x14\0\0\0".to_vec(),
        b"%PDF-1.7\n".to_vec(),
        program[64..200_000].to_vec(),
        program,
        noise(200),
        noise(10_000_000),
        vec![0; 1_000],
        [TRADITIONAL.as_bytes(), &noise(100_000)].concat(),
    ];
    for (index, bytes) in cases.into_iter().enumerate() {
        assert!(decode(bytes, None).binary, "case {index}");
    }
}

#[test]
fn what_is_told_of_bytes_with_nuls_left_out_is_no_utf16() {
    for bytes in [&[0x80, 0x05, 0x00][..], &[0x4e, 0x00, 0x4e], &[0x00, 0x80, 0x4e, 0x8c, 0x00]] {
        let decoded = decode(bytes.to_vec(), None);
        let again = decode(bytes.to_vec(), encoding_named(decoded.encoding));
        assert_eq!(again.text, decoded.text, "{bytes:?} as {}", decoded.encoding);
    }
}

#[test]
fn texts_with_a_few_odd_characters_are_texts() {
    for text in [
        "\u{c}第一頁\u{c}第二頁\n\u{1a}",
        "\u{1b}[1m粗\u{1b}[0m\n",
        "第一章\u{b}第二章，正文正文正文正文正文",
    ] {
        assert!(!decode(text.as_bytes().to_vec(), None).binary, "{text:?}");
    }
}

fn check(decoded: &Decoded, length: usize) {
    assert!(!decoded.text.contains('\0'));
    assert!(decoded.text.len() <= 3 * length + 3);
    assert!(encoding_named(decoded.encoding).is_some());
}

proptest! {
    #[test]
    fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in 0..6_usize) {
        let forced = ["", "utf-8", "gbk", "big5", "utf-16le", "utf-16be"].get(name).and_then(|n| encoding_named(n));
        check(&decode(bytes.clone(), forced), bytes.len());
    }

    #[test]
    fn damaged_texts_decode(
        from in 0..60_usize,
        count in 0..80_usize,
        at in 0..200_usize,
        byte in any::<u8>(),
        encoding in proptest::sample::select(vec!["UTF-8", "gb18030", "UTF-16LE", "UTF-16BE"]),
    ) {
        let text: String = SIMPLIFIED.chars().skip(from).take(count).collect();
        let mut bytes = encode(&text, encoding);
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        check(&decode(bytes.clone(), None), bytes.len());
    }

    #[test]
    fn any_text_in_utf8_is_itself(text in "[^\0\u{feff}]*") {
        prop_assume!(!text.chars().any(char::is_control));
        let decoded = decode(text.clone().into_bytes(), None);
        prop_assert_eq!((decoded.text, decoded.encoding, decoded.lossy), (text, "UTF-8", false));
    }
}
