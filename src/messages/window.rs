//! Every word of the window: a file for each feature.

mod action;
pub(crate) mod appearance;
pub(crate) mod export;
pub(crate) mod file_chooser;
pub(crate) mod finder;
pub(crate) mod library;
pub(crate) mod opening;
pub(crate) mod outline;
pub(crate) mod reader;
pub(crate) mod review;
pub(crate) mod script;
pub(crate) mod search;
pub(crate) mod shell;

pub(crate) use action::{action, needs};
pub(crate) use shell::{Text, t};

/// `1234567` as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
