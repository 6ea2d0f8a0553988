//! Signs that are put together by a field: 一 in a circle, readings over characters, fractions.

use super::super::super::numerals::Numerals;

/// What stands for a circle.
const CIRCLES: [&str; 4] = ["○", "◯", "〇", "o"];

/// What an instruction shows that has no result: `eq \o\ac(○,1)` is ①, `eq \o\ad(\s\up 9(hàn),漢)` is 漢 and
/// `eq \f(1,2)` is 1/2. Nothing where it is none of these.
pub(super) fn shown(instruction: &str) -> String {
    let lower = instruction.trim_start().to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("eq") else { return String::new() };
    // In lower case nothing is longer or shorter: only ASCII is changed.
    let rest = instruction.trim_start().get(lower.len() - rest.len()..).unwrap_or_default();
    let Some((switches, rest)) = rest.split_once('(') else { return String::new() };
    let parts = arguments(rest);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    let has = |switch: &str| switches.to_ascii_lowercase().contains(switch);
    match parts.as_slice() {
        [circle, within] if has("\\o") && CIRCLES.contains(circle) => circled(within),
        [above, below] if has("\\f") => format!("{above}/{below}"),
        [.., last] if has("\\o") => (*last).to_owned(),
        _ => String::new(),
    }
}

/// What stands between commas up to the end of the brackets.
fn arguments(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            ')' if depth == 0 => break,
            ',' | ';' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        parts.last_mut().into_iter().for_each(|part| part.push(c));
    }
    parts
}

/// A sign in a circle, where there is one; else the sign.
fn circled(within: &str) -> String {
    let number = within.parse().ok().filter(|number| (1..=20).contains(number));
    let ideograph = "一二三四五六七八九十".chars().position(|c| within == c.to_string());
    let ideograph = ideograph.and_then(|at| u32::try_from(at + 1).ok());
    match (number, ideograph) {
        (Some(number), _) => Numerals::Circle.write(number),
        (None, Some(number)) => Numerals::IdeographCircle.write(number),
        (None, None) => within.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn signs_are_put_together() {
        for (instruction, expected) in [
            (r" eq \o\ac(○,1)", "①"),
            (r"EQ \o\ac(○,十)", "㊉"),
            (r"eq \o\ac(○,21)", "21"),
            (r#"EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(hàn,zì),漢字)"#, "漢字"),
            (r"eq \f(1, 2)", "1/2"),
            (r"eq \o", ""),
            (r"EQ \x(甲)", ""),
            (r"PAGE (1)", ""),
            ("", ""),
        ] {
            assert_eq!(shown(instruction), expected, "{instruction}");
        }
    }
}
