//! The characters that Chinese texts are full of: what a few bytes are judged by.

use std::sync::LazyLock;

/// Some four hundred of the most frequent characters of running text, then the traditional forms of those that have
/// others.
const FREQUENT: &str = "\
的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然\
家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把\
机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果\
加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔\
更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展\
马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共\
确传师观清今切院让识候带导争运章编篇卷回节附录目序言报告讲稿精选范文作者版社书第章二三四五六七八九十百千元年\
這個們來為國說時會對過發後裡裏經學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門兒東聲員\
論處義幾認條係繫氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規萬術領確傳師觀讓識\
帶導爭運編節附錄講選範單於樓縣鄉鎮項議項實際環組織談劃業務質億優";

/// A bit for each character of the basic plane.
static BITS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0; 1 << 10];
    for c in FREQUENT.chars() {
        let (word, bit) = place(c);
        if let Some(word) = bits.get_mut(word) {
            *word |= bit;
        }
    }
    bits
});

/// Whether Chinese texts are full of `c`.
pub(super) fn is_frequent(c: char) -> bool {
    let (word, bit) = place(c);
    BITS.get(word).is_some_and(|word| word & bit != 0)
}

fn place(c: char) -> (usize, u64) {
    (c as usize / 64, 1 << (u32::from(c) % 64))
}
