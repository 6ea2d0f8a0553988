//! Careful conversion: what OpenCC leaves to chance is read by its context.
//!
//! OpenCC takes the longest phrase from the left and so reads 断发 in 不断发展; where no phrase matches it takes the
//! most usual form. Here every character of several readings is weighed by what stands around it ([`Contexts`]), of
//! which OpenCC's choice is a part. Variants that differ in style alone (台 and 臺) stay as OpenCC has them for the
//! region, but for words that are printed there otherwise ([`printed`]). Regional words are put in where no word begins
//! before and ends within one ([`RegionalWords`]), and characters that simplified script keeps in some words alone (著,
//! 乾, 藉) are simplified by the words that they would be part of ([`Simplified`]).

use super::contexts::Contexts;
use super::offset_map::by_character;
use super::regional::RegionalWords;
use super::simplified::Simplified;
use super::{Config, Convert, ConvertError, Converter, Piece, Region, fast, printed};

/// The careful converter.
#[derive(Debug)]
pub struct Careful(Way);

#[derive(Debug)]
enum Way {
    Traditional {
        region: Option<Region>,
        /// From OpenCC's standard to what is written in the region.
        standard: Option<Converter>,
        words: Option<RegionalWords>,
    },
    Simplified(Simplified),
}

impl Careful {
    /// Whether there is a careful way to convert as `config` does.
    pub const fn suits(config: Config) -> bool {
        use Config::{Hk2s, S2hk, S2t, S2tw, S2twp, T2s, Tw2s};
        matches!(config, S2t | S2tw | S2twp | S2hk | T2s | Tw2s | Hk2s)
    }

    /// The careful way to convert as `config` does; `None` where there is none.
    ///
    /// # Errors
    /// When a converter that it starts from cannot be opened.
    pub fn open(config: Config) -> Result<Option<Self>, ConvertError> {
        let region = match config {
            Config::S2t => None,
            Config::S2tw | Config::S2twp => Some(Region::Tw),
            Config::S2hk => Some(Region::Hk),
            Config::T2s | Config::Tw2s | Config::Hk2s => {
                return Ok(Some(Self(Way::Simplified(Simplified::open(config)?))));
            }
            _ => return Ok(None),
        };
        let standard = region.map(printed::standard).transpose()?;
        let words = (config == Config::S2twp).then(RegionalWords::new);
        Contexts::get();
        Ok(Some(Self(Way::Traditional { region, standard, words })))
    }
}

impl Convert for Careful {
    fn convert(&self, text: &str) -> String {
        let (region, standard, words) = match &self.0 {
            Way::Simplified(simplified) => return simplified.convert(text),
            Way::Traditional { region, standard, words } => (region, standard, words),
        };
        let mut converted = Contexts::get().convert(text, *region);
        if let Some(words) = words {
            converted = words.put_in(text, &converted).0;
        }
        standard.as_ref().map_or_else(|| converted.clone(), |standard| standard.convert(&converted))
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let Way::Traditional { region, standard, words: Some(words) } = &self.0 else {
            let converted = self.convert(text);
            let mapped = pieces(text, &converted);
            return Some((converted, mapped));
        };
        let read = Contexts::get().convert(text, *region);
        let (worded, second) = words.put_in(text, &read);
        let mut first = Vec::new();
        fast::compose(&pieces(text, &read), &second, &mut first);
        let Some(standard) = standard else { return Some((worded, first)) };
        let converted = standard.convert(&worded);
        let mut composed = Vec::new();
        fast::compose(&first, &pieces(&worded, &converted), &mut composed);
        Some((converted, composed))
    }

    fn is_one_to_one(&self) -> bool {
        !matches!(self.0, Way::Traditional { words: Some(_), .. })
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        if !self.is_one_to_one() {
            fast::regional_words(Config::S2twp).for_each(|(word, instead)| each(word, instead));
        }
    }
}

/// What became of what, character by character.
fn pieces(text: &str, converted: &str) -> Vec<Piece> {
    let whole = Piece { source: text.len(), view: converted.len(), same: text == converted };
    by_character(text, converted, &[whole])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAREFUL: [Config; 7] =
        [Config::S2t, Config::S2tw, Config::S2twp, Config::S2hk, Config::T2s, Config::Tw2s, Config::Hk2s];

    fn careful(config: Config, text: &str) -> String {
        Careful::open(config).unwrap().unwrap().convert(text)
    }

    #[test]
    fn characters_are_read_by_what_stands_around() {
        for (text, expected) in [
            ("产业不断发展壮大", "產業不斷發展壯大"),
            ("严重制约", "嚴重制約"),
            ("工程监理制、合同管理制为主", "工程監理制、合同管理制爲主"),
            ("头发\n面条，皇后和以后", "頭髮\n麪條，皇后和以後"),
            ("新买的发箍", "新買的髮箍"),
            ("并为此准备", "並爲此準備"),
            ("那只狗守着八千只麻袋", "那隻狗守着八千隻麻袋"),
            ("走了45里，还剩几里", "走了45里，還剩幾里"),
            ("他这里只剩一半", "他這裏只剩一半"),
            ("考察干部的人不准缺席", "考察幹部的人不准缺席"),
            ("头发干了，表停了，活也干了", "頭髮乾了，錶停了，活也幹了"),
            ("这家小店的面线很香", "這家小店的麪線很香"),
            ("他修表，也修钟表", "他修錶，也修鐘錶"),
            ("我很了解他，一目了然", "我很了解他，一目瞭然"),
            ("烧毁了瞭望塔", "燒毀了瞭望塔"),
            ("小女孩困极了", "小女孩睏極了"),
            ("海里的鱼", "海裏的魚"),
            ("子 于 是 、 发", "子 於 是 、 發"),
        ] {
            assert_eq!(careful(Config::S2t, text), expected);
        }
        assert_eq!(careful(Config::S2tw, "这里为"), "這裡為");
        assert_eq!(careful(Config::S2hk, "这里为"), "這裏為");
    }

    #[test]
    fn regional_words_do_not_run_over_the_boundary_of_a_word() {
        for (text, expected) in [
            ("少数组织", "少數組織"),
            ("电影片段", "電影片段"),
            ("软件和数组", "軟體和陣列"),
            ("计算机软件严重制约", "計算機軟體嚴重制約"),
        ] {
            assert_eq!(careful(Config::S2twp, text), expected);
        }
    }

    #[test]
    fn some_words_keep_a_character_when_simplified() {
        for (config, text, expected) in [
            (Config::T2s, "慰藉着他，藉此機會", "慰藉着他，借此机会"),
            (Config::T2s, "看著他的著作，顯著", "看着他的著作，显著"),
            (Config::Tw2s, "瞭解之後瞭望，藉口", "了解之后瞭望，借口"),
            (Config::Hk2s, "乾淨的衞生間，乾隆", "干净的卫生间，乾隆"),
        ] {
            assert_eq!(careful(config, text), expected);
        }
    }

    #[test]
    fn what_has_no_careful_way_has_none() {
        for config in Config::ALL {
            assert_eq!(Careful::open(config).unwrap().is_some(), Careful::suits(config));
            assert_eq!(Careful::suits(config), CAREFUL.contains(&config));
        }
    }

    #[test]
    fn pieces_cover_source_and_conversion() {
        let text = "里斯本𠀀abc发展，\r\n头发软件的U盘\n\n優盤藉此軟體";
        for config in CAREFUL {
            let careful = Careful::open(config).unwrap().unwrap();
            let (converted, pieces) = careful.convert_mapped(text).unwrap();
            assert_eq!(converted, careful.convert(text));
            assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
            assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), converted.len());
            if careful.is_one_to_one() {
                assert_eq!(converted.chars().count(), text.chars().count());
            }
        }
    }
}
