//! Texts in GB18030 and Big5 of which a few bytes are lost, changed, astray or cut off: they stay what they are, damaged
//! where they are damaged.

use gangmu::decode::{decode, encoding_named};
use proptest::prelude::*;

const SIMPLIFIED: &str = "一、渡口\n渡口在村子东头，两棵老柳树之间拴着一条木船，船板被晒得发白，\
缝里塞着旧棉絮和桐油灰。摆渡的人姓什么没有人问过，大家只叫他老渡。\n\
二、等船的人\n等船的人坐在石阶上，有的抽烟，有的剥豆子，孩子们往水里扔石片，数它跳了几下。\n\
三、涨水\n涨水的时候船停在岸边，老渡就在屋里补网，听雨打在瓦上，一夜不睡，天亮再去看水退到了哪一级。\n";

const TRADITIONAL: &str = "一、渡口\n渡口在村子東頭，兩棵老柳樹之間拴著一條木船，船板被曬得發白，\
縫裡塞著舊棉絮和桐油灰。擺渡的人姓什麼沒有人問過，大家只叫他老渡。\n\
二、等船的人\n等船的人坐在石階上，有的抽煙，有的剝豆子，孩子們往水裡扔石片，數它跳了幾下。\n\
三、漲水\n漲水的時候船停在岸邊，老渡就在屋裡補網，聽雨打在瓦上，一夜不睡，天亮再去看水退到了哪一級。\n";

const TEXTS: [(&str, &str); 3] = [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "Big5")];

fn encode(text: &str, encoding: &str) -> Vec<u8> {
    encoding_named(encoding).unwrap().encode(text).0.into_owned()
}

/// How many characters of `text` are in `now`, in order.
fn kept(text: &str, now: &str) -> usize {
    let now: Vec<char> = now.chars().collect();
    let mut row = vec![0_usize; now.len() + 1];
    for c in text.chars() {
        let mut diagonal = 0;
        for (at, other) in now.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if c == *other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[now.len()]
}

/// What happens to a byte.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Lost,
    Changed(u8),
    Astray(u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        Just(Damage::Lost),
        (0x80_u8..).prop_map(Damage::Changed),
        (0x80_u8..).prop_map(Damage::Astray)
    ]
}

fn damage_at(bytes: &mut Vec<u8>, at: usize, damage: Damage) {
    match damage {
        Damage::Lost => drop(bytes.remove(at)),
        Damage::Changed(byte) => bytes[at] = byte,
        Damage::Astray(byte) => bytes.insert(at, byte),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_texts_stay_in_their_encoding_and_keep_nearly_all_of_their_characters(
        (text, encoding) in prop::sample::select(TEXTS.to_vec()),
        damages in prop::collection::vec((any::<prop::sample::Index>(), damage()), 1..2),
        is_one_line in any::<bool>(),
        cut in 0_usize..2,
    ) {
        let mut text = text.repeat(20);
        if is_one_line {
            text.retain(|c| c != '\n');
        }
        let mut bytes = encode(&text, encoding);
        bytes.truncate(bytes.len() - cut);
        for (at, damage) in damages {
            let at = at.index(bytes.len());
            damage_at(&mut bytes, at, damage);
        }
        let decoded = decode(bytes, None);
        prop_assert_eq!(decoded.encoding, encoding);
        prop_assert!(!decoded.binary);
        let (kept, all) = (kept(&text, &decoded.text), text.chars().count());
        prop_assert!(kept * 100 >= all * 99, "{kept} of {all}: {}", decoded.text);
    }

    #[test]
    fn a_short_damaged_text_stays_in_its_encoding(
        (text, encoding) in prop::sample::select(TEXTS.to_vec()),
        at in any::<prop::sample::Index>(),
        damage in damage(),
    ) {
        let text: String = text.chars().take(60).collect();
        let mut bytes = encode(&text, encoding);
        let at = at.index(bytes.len());
        damage_at(&mut bytes, at, damage);
        prop_assert_eq!(decode(bytes, None).encoding, encoding);
    }
}

#[test]
fn damage_is_shown_where_it_is_and_told() {
    for (text, encoding) in TEXTS {
        for size in [1, 40, 4_000] {
            let bytes = encode(&text.repeat(size), encoding);
            let place = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 5;
            let stray = [&bytes[..place], b"\xff", &bytes[place..]].concat();
            for (damaged, whole) in [(&stray[..], size), (&bytes[..bytes.len() - 2], size - 1)] {
                let decoded = decode(damaged.to_vec(), None);
                assert_eq!((decoded.encoding, decoded.lossy, decoded.binary), (encoding, true, false));
                assert!(decoded.text.contains('\u{fffd}'));
                assert!(decoded.text.chars().count() >= text.chars().count() * whole, "{encoding} {size}");
                assert!(decoded.text.matches('\u{fffd}').count() < 3);
            }
        }
    }
}

#[test]
fn other_languages_are_not_taken_for_chinese() {
    for (text, encoding) in [
        (
            "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison. ",
            "windows-1252",
        ),
        ("Alle Wörter über Äpfel, Öl und Übel; größer als groß. ", "windows-1252"),
        ("Все люди рождаются свободными и равными в своем достоинстве и правах. ", "windows-1251"),
        ("吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "Shift_JIS"),
        ("吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "EUC-JP"),
        ("모든 국민은 인간으로서의 존엄과 가치를 가지며 행복을 추구할 권리를 가진다. ", "EUC-KR"),
    ] {
        for times in [2, 10, 3_000] {
            let bytes = encode(&text.repeat(times), encoding);
            assert_eq!(decode(bytes, None).encoding, encoding, "{times}");
        }
    }
}

#[test]
fn head_middle_and_tail_have_a_say() {
    for (text, encoding) in TEXTS {
        let noise = "Größe; été. ".repeat(3_000);
        let noise = encode(&noise, "windows-1252");
        let text = encode(&text.repeat(3_000), encoding);
        for bytes in [[&noise[..], &text].concat(), [&text[..], &noise].concat()] {
            assert_eq!(decode(bytes, None).encoding, encoding);
        }
    }
}

#[test]
fn what_is_dense_with_high_bytes_is_not_western() {
    // Rare characters, of which no Chinese text is full.
    let rare =
        "仂仃仄仡仫仞伛仳伢佤仵伥伧伉伫佞佧攸佚佝佟佗伲伽佶佴侑侉侃侏佾佻侪佼侬侔俦俨俪俅俚俣俜俑俟俸倩偌\n";
    let mut bytes = encode(rare, "gb18030");
    bytes.push(0xff);
    assert_eq!(decode(bytes, None).encoding, "gb18030");
}
