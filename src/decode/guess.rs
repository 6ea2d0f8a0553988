//! Which encoding bytes are in that are neither marked nor valid UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::evidence::Evidence;
use super::{Encoding, mend, utf16};

/// How many bytes are looked at in a text that is nearly UTF-8, on either side of the first damage.
const WINDOW: usize = 32 << 10;

/// How many bytes of lines that are not ASCII are looked at in each of three places.
const SAMPLE: usize = 4 << 10;

/// How many ASCII bytes before the first other one of a line are looked at.
const BEFORE: usize = 64;

/// Below so many bytes beyond ASCII statistics tell little, and frequent characters tell more.
const SHORT: usize = 64;

/// Up to so many bytes beyond ASCII statistics tell next to nothing.
const FEW: usize = 16;

/// Per mille of frequent characters of what is read so that it has many: any other language has fewer.
const CLOSELY: usize = 450;

/// The most plausible encoding of `bytes`, which are valid UTF-8 up to `valid_up_to` and not there. Where NULs were left
/// out of them (`had_nuls`) they are no UTF-16.
pub(super) fn guess(bytes: &[u8], valid_up_to: usize, had_nuls: bool) -> Encoding {
    if is_damaged_utf8(bytes, valid_up_to) {
        return UTF_8;
    }
    let samples = samples(bytes);
    let beyond_ascii = samples.iter().filter(|byte| !byte.is_ascii()).count();
    if beyond_ascii <= SHORT {
        return guess_short(&samples, detected(&samples), had_nuls);
    }
    let likelier = likelier(|encoding| Evidence::of(&samples, encoding));
    if likelier.0.convinces() {
        return likelier.1;
    }
    // A byte too many or too few may have spoilt all that follows.
    let closely = self::likelier(|encoding| Evidence::of_text(&mend::mended(&samples, encoding).0));
    if closely.0.is_nearly_whole() && closely.0.share() >= CLOSELY {
        return closely.1;
    }
    let guessed = detected(&samples);
    let visible = samples.iter().filter(|byte| !byte.is_ascii_whitespace()).count();
    let is_dense = beyond_ascii * 5 >= visible * 2;
    if is_dense && LATIN.contains(&guessed) && likelier.0.is_nearly_whole() { likelier.1 } else { guessed }
}

/// The one of the two encodings of China that more speaks for, with what does.
fn likelier(evidence: impl Fn(Encoding) -> Evidence) -> (Evidence, Encoding) {
    let [gb18030, big5] = [GB18030, BIG5].map(|encoding| (evidence(encoding), encoding));
    if gb18030.0.share() >= big5.0.share() { gb18030 } else { big5 }
}

/// Encodings of Latin letters. A text in one of them has a letter beyond ASCII now and then; where every other byte is
/// one it is in no such encoding.
const LATIN: [Encoding; 11] = [
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::WINDOWS_1258,
    encoding_rs::ISO_8859_2,
    encoding_rs::ISO_8859_3,
    encoding_rs::ISO_8859_4,
    encoding_rs::ISO_8859_10,
    encoding_rs::ISO_8859_13,
    encoding_rs::MACINTOSH,
];

/// What the detector says of `bytes`; it is slow, 1.5 MB/s.
fn detected(bytes: &[u8]) -> Encoding {
    // ISO-2022-JP is ASCII throughout, so it never comes here.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, false);
    detector.feed(b"\n", true);
    // No top-level domain: `cn` would turn Big5 into GBK, `tw` the reverse.
    detector.guess(None, Utf8Detection::Deny)
}

/// Lines of `bytes` that are not ASCII: the first ones, and of a long text those behind a third and two thirds.
fn samples(bytes: &[u8]) -> Vec<u8> {
    let third = bytes.len() / 3;
    let cuts =
        if third <= SAMPLE { [bytes.len(); 2] } else { [third, 2 * third].map(|cut| part_start(bytes, cut)) };
    let (rest, last) = bytes.split_at(cuts[1]);
    let (first, second) = rest.split_at(cuts[0]);
    let longest = if third <= SAMPLE { bytes.len() } else { SAMPLE };
    let mut samples = Vec::with_capacity(3 * SAMPLE);
    for part in [first, second, last] {
        let end = samples.len() + longest;
        for line in lines_beyond_ascii(part) {
            samples.extend_from_slice(line);
            if samples.len() >= end {
                samples.truncate(end);
                break;
            }
        }
    }
    samples
}

/// A byte near `cut` where a character begins, if there is one that tells: none is part of another below the digits.
fn part_start(bytes: &[u8], cut: usize) -> usize {
    let near = bytes.get(cut..).unwrap_or_default().iter().take(SAMPLE);
    cut + near.take_while(|byte| **byte >= b'0').count() % SAMPLE
}

/// Whether the surroundings of the first damage are UTF-8 but for few places. Another encoding's bytes are damage in
/// nearly every place, and nearly never make up a character of three bytes.
fn is_damaged_utf8(bytes: &[u8], valid_up_to: usize) -> bool {
    let from = valid_up_to.saturating_sub(WINDOW);
    let starts_character = |byte: &u8| byte & 0xc0 != 0x80;
    let from = from + bytes.iter().skip(from).take(3).take_while(|byte| !starts_character(byte)).count();
    let window = bytes.get(from..).unwrap_or_default();
    let window = window.get(..2 * WINDOW).unwrap_or(window);
    let mut characters = 0;
    let mut of_three_bytes = 0;
    let mut damages = 0;
    let mut chunks = window.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        of_three_bytes += chunk.valid().chars().filter(|c| *c >= '\u{800}').count();
        // A character that is cut off by the end of the file or window is no sign of another encoding.
        damages += usize::from(chunks.peek().is_some());
    }
    of_three_bytes > 1 && damages * 4 <= of_three_bytes || damages.max(1) * 20 <= characters
}

/// The lines of `bytes` that are not ASCII, without most of what is ASCII before that. Finds the next one at memory
/// speed, so that a Chinese word at the end of 100 MB of numbers counts.
fn lines_beyond_ascii(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (before, from) = rest.split_at(encoding_rs::Encoding::ascii_valid_up_to(rest));
        if from.is_empty() {
            return None;
        }
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        let end = before.len() + memchr::memchr(b'\n', from).map_or(from.len(), |at| at + 1);
        let line = rest.get(start.max(before.len().saturating_sub(BEFORE))..end);
        rest = rest.get(end..).unwrap_or_default();
        line
    })
}

/// The reading of a few bytes that has the largest share of frequent characters. Where no reading has any, GB2312 is
/// likelier in a Chinese document than the Western or Japanese reading of the same few pairs.
fn guess_short(bytes: &[u8], guessed: Encoding, had_nuls: bool) -> Encoding {
    let guessed = if guessed == GBK { GB18030 } else { guessed };
    let candidates = if guessed == BIG5 { [BIG5, GB18030] } else { [GB18030, BIG5] };
    let mut best = (0, if is_gb2312(bytes) && guessed != BIG5 { GB18030 } else { guessed });
    // Two Latin letters are an ideograph too.
    let utf16 = (!had_nuls && !utf16::is_mostly_ascii(bytes)).then_some([UTF_16LE, UTF_16BE]);
    for encoding in candidates.into_iter().chain(utf16.into_iter().flatten()).chain([guessed]) {
        let share = Evidence::of(bytes, encoding).share_of_few();
        if share > best.0 {
            best = (share, encoding);
        }
    }
    best.1
}

/// Whether a few words that happen to be valid UTF-8 are likelier GB2312: 目录 reads `Ŀ¼`. Only where letters beyond
/// ASCII stand side by side throughout, as they seldom do in Western words, and each pair is a frequent character.
pub(super) fn is_rather_gb2312(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= SHORT
        && is_gb2312(bytes)
        && text.split(|c: char| c.is_ascii()).all(|run| run.chars().count() != 1)
        && Evidence::of(bytes, GB18030).share() == 1_000
}

/// Whether all bytes beyond ASCII are pairs of GB2312, at most [`FEW`] bytes in all.
fn is_gb2312(bytes: &[u8]) -> bool {
    let mut runs = bytes.split(u8::is_ascii);
    let pairs = runs.all(|run| run.len() % 2 == 0 && run.iter().all(|byte| (0xa1..0xff).contains(byte)));
    pairs && bytes.iter().filter(|byte| !byte.is_ascii()).count() <= FEW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_beyond_ascii_are_found_wherever_they_are() {
        let text =
            [b"abc\n".repeat(3), b"d\xd6\xd0e\n".to_vec(), b"f\n".to_vec(), b"\xce\xc4".to_vec()].concat();
        let lines: Vec<_> = lines_beyond_ascii(&text).collect();
        assert_eq!(lines, [&b"d\xd6\xd0e\n"[..], b"\xce\xc4"]);
        assert_eq!(lines_beyond_ascii(b"ascii").count(), 0);
    }
}
