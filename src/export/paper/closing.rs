//! How an official paper closes: the note that names its attachments, who signs, the date.
//!
//! The note stands two characters in, and what goes on of it below the name that it goes on with. The date stands four
//! characters from the right, where the seal is put on it, and who signs in the middle above it.

use super::Role;

/// Who signs is no longer than this, in characters.
const LONGEST_SIGNER: usize = 30;
/// How far the date is from the right, in hundredths of a character.
const DATE_INSET: u16 = 400;
/// How far the note is from the left, and how long 附件： and 1. are, in characters.
const NOTE: (u8, u8, u8) = (2, 3, 1);
/// What else may stand behind the date: remarks in brackets, attachments, those who get a copy.
const BEHIND: [&str; 7] = ["（", "(", "附件", "抄送", "抄报", "印发", "主题词"];

/// The note that begins with 附件：, if the paragraph is one.
pub(super) fn note(text: &str) -> Option<Role> {
    let rest = text.strip_prefix("附件").and_then(|rest| rest.strip_prefix(['：', ':']))?;
    let (from, word, number) = NOTE;
    let number = if is_numbered(rest) { number } else { 0 };
    let is_note = !rest.trim().is_empty() && !text.ends_with('。');
    is_note.then_some(Role::Attachment { left: from + word + number, hanging: word + number, opens: true })
}

/// The next attachment of such a note.
pub(super) fn next_of_note(text: &str) -> Option<Role> {
    let (from, word, number) = NOTE;
    let is_next = is_numbered(text) && !text.ends_with('。');
    is_next.then_some(Role::Attachment { left: from + word + number, hanging: number, opens: false })
}

/// 1. and 2、 before the name of an attachment.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', '．', '、'])
}

/// The role of a date by itself.
pub(super) const DATE: Role = Role::Closing { inset: DATE_INSET };

/// Whether the paragraph is a date and nothing else.
pub(super) fn is_date(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.trim().chars().all(is_digit);
    let parts = text.trim().split_once('年').and_then(|(year, rest)| Some((year, rest.split_once('月')?)));
    let Some((year, (month, day))) = parts else { return false };
    let short = |text: &str| is_number(text) && text.trim().chars().count() <= 3;
    let is_year = is_number(year) && year.trim().chars().count() == 4;
    is_year && short(month) && day.strip_suffix('日').is_some_and(short)
}

const fn is_digit(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '０'..='９' | '〇' | '○' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

/// Whether a paragraph behind the date lets that be the end of the paper.
pub(super) fn may_follow(text: &str) -> bool {
    BEHIND.iter().any(|begin| text.starts_with(begin))
}

/// The role of who signs, above a `date`; `None` where the paragraph is a sentence.
pub(super) fn signer(text: &str, date: &str) -> Option<Role> {
    let is_name = text.chars().count() <= LONGEST_SIGNER
        && !text.contains(['。', '；', '：', '，', '！', '？', ';', ':', ',', '!', '?']);
    let half = i32::from(width(date)) / 2 - i32::from(width(text)) / 2;
    let inset = u16::try_from(i32::from(DATE_INSET) + half).unwrap_or(0);
    is_name.then_some(Role::Closing { inset })
}

/// How wide a text is, in hundredths of a character: what is no ideograph is half as wide, and a thin space parts the two.
fn width(text: &str) -> u16 {
    let mut last = None;
    let wide = text.trim().chars().map(|c| {
        let is_apart = last.replace(c.is_ascii()).is_some_and(|last| last != c.is_ascii());
        (if c.is_ascii() { 50 } else { 100 }) + if is_apart { THIN } else { 0 }
    });
    wide.fold(0, u16::saturating_add)
}

/// A thin space, in hundredths of a character.
const THIN: u16 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_date_and_nothing_else() {
        for date in ["2026年3月5日", "２０２６年３月５日", "二〇二六年三月十五日", "2026 年 12 月 31 日"]
        {
            assert!(is_date(date), "{date}");
        }
        for text in ["2026年3月", "26年3月5日", "2026年3月5日上午", "今年三月五日", "年月日"]
        {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn who_signs_stands_above_the_middle_of_the_date() {
        // Eight characters of a date, six of a name: half of the difference farther in.
        let date = "2026年11月15日";
        assert_eq!(width(date), 800);
        assert_eq!(signer("青石鎮水利站", date), Some(Role::Closing { inset: 500 }));
        assert_eq!(signer(&"渠".repeat(28), date), Some(Role::Closing { inset: 0 }));
        assert_eq!(signer("望各村辦好。", date), None);
    }

    #[test]
    fn attachments_are_named_below_each_other() {
        let attachment = |left, hanging, opens| Some(Role::Attachment { left, hanging, opens });
        assert_eq!(note("附件：1. 水渠一覽"), attachment(6, 4, true));
        assert_eq!(note("附件：水渠一覽"), attachment(5, 3, true));
        assert_eq!(next_of_note("2.工具一覽"), attachment(6, 1, false));
        for text in ["附件：", "附件1", "附件：見後文。", "附件很多"] {
            assert_eq!(note(text), None, "{text}");
        }
        assert_eq!(next_of_note("二、工具"), None);
    }
}
