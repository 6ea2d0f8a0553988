//! RTF that ends too early: another program reads it, but only where its groups are closed.

use std::borrow::Cow;

/// What begins data that is no RTF, of so many bytes as the number behind it says.
const BINARY: &[u8] = b"\\bin";

/// `bytes` with the groups closed that a file which was not loaded whole leaves open; borrowed where none is.
pub(crate) fn closed(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (mut open, mut rest) = (0_usize, bytes);
    while let Some((first, behind)) = rest.split_first() {
        rest = match first {
            b'\\' => behind_control(rest),
            _ => behind,
        };
        match first {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    if open == 0 {
        return Cow::Borrowed(bytes);
    }
    let mut whole = bytes.to_vec();
    whole.extend(std::iter::repeat_n(b'}', open));
    whole.into()
}

/// What stands behind the sign that `rest` begins with, or behind the data that it announces.
fn behind_control(rest: &[u8]) -> &[u8] {
    let sign = || rest.get(2..).unwrap_or_default();
    let Some(number) = rest.strip_prefix(BINARY) else { return sign() };
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let size =
        number.get(..digits).and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
    // The number and one blank behind it are no data.
    let data = number.get(digits..).map(|data| data.strip_prefix(b" ").unwrap_or(data));
    size.zip(data).map_or_else(sign, |(size, data)| data.get(size..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_are_open_at_the_end_are_closed() {
        for (source, added) in [
            (r"{\rtf1 {\b a} b}", ""),
            (r"{\rtf1 {\b a} b", "}"),
            (r"{\rtf1 {\b a", "}}"),
            (r"{\rtf1 \{ a\\}", ""),
            (r"{\rtf1 {\pict\bin3 {{{} b}", ""),
            (r"{\rtf1 {\pict\bin3{{{} b", "}"),
            (r"{\rtf1 \bin9 {", "}"),
            (r"{\rtf1 \bin a", "}"),
            (r"{\rtf1 a\", "}"),
            ("}}{", "}"),
            ("", ""),
        ] {
            let whole = format!("{source}{added}");
            assert_eq!(closed(source.as_bytes()), whole.as_bytes(), "{source}");
        }
    }
}
