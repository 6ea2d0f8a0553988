//! What stands around a character.

/// How far around a character is looked, in characters: as far as words reach; what was learnt is of three.
pub(super) const REACH: usize = 6;

/// The character of a context and [`REACH`] to either side.
pub(in crate::script) type Around = [char; 2 * REACH + 1];

/// Where in [`Around`] the character itself stands.
pub(super) const CENTRE: usize = REACH;

/// The characters of a context as they count, the ends of the line for all beyond it.
pub(super) fn kinds(around: &Around) -> [u32; 2 * REACH + 1] {
    let mut near = around.map(kind);
    let end = u32::from('\n');
    for ahead in [true, false] {
        let mut beyond = false;
        for step in 1..=REACH {
            let place = if ahead { CENTRE + step } else { CENTRE - step };
            beyond |= around.get(place) == Some(&'\n');
            if let Some(value) = near.get_mut(place).filter(|_| beyond) {
                *value = end;
            }
        }
    }
    near
}

/// One character for all of a kind; the same in `learn.py`.
fn kind(c: char) -> u32 {
    u32::from(match c {
        '0'..='9' | '０'..='９' => '0',
        'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => 'a',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉' => '「',
        ' ' | '\u{3000}' | '\t' | '\r' => '\n',
        c => c,
    })
}

/// Goes through a text, a character with its context at a time.
pub(in crate::script) struct Window<'a> {
    rest: std::str::Chars<'a>,
    /// How many characters are still to come.
    left: usize,
    around: Around,
}

impl<'a> Window<'a> {
    pub(in crate::script) fn new(text: &'a str) -> Self {
        let left = text.chars().count();
        let mut window = Self { rest: text.chars(), left, around: ['\n'; 2 * REACH + 1] };
        for _ in 0..REACH {
            window.shift();
        }
        window
    }

    fn shift(&mut self) {
        self.around.rotate_left(1);
        if let Some(last) = self.around.last_mut() {
            *last = self.rest.next().unwrap_or('\n');
        }
    }
}

impl Iterator for Window<'_> {
    type Item = Around;

    fn next(&mut self) -> Option<Around> {
        self.left = self.left.checked_sub(1)?;
        self.shift();
        Some(self.around)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_each_character_once_with_its_neighbours() {
        for text in ["", "a", "ab", "abc", "abcd", "abcdefghij"] {
            let seen: Vec<Around> = Window::new(text).collect();
            assert_eq!(seen.iter().map(|around| around[CENTRE]).collect::<String>(), text);
        }
        let third = Window::new("abcd").nth(2).unwrap();
        assert_eq!(third.iter().collect::<String>(), "\n\n\n\nabcd\n\n\n\n\n");
    }

    #[test]
    fn nothing_of_another_line_is_context() {
        let of = |around: &str| kinds(&around.chars().collect::<Vec<_>>().try_into().unwrap());
        assert_eq!(of("子丑寅卯甲\n发丙\n丁戊己庚"), of("\n\n\n\n\n\n发丙\n\n\n\n\n"));
        assert_ne!(of("子丑寅甲乙丙发丙 丁戊己庚"), of("子丑寅甲乙丙发丙\n丁戊己庚"));
        assert_eq!(of("子丑寅“,1发A(９丁戊己"), of("子丑寅「，0发z（5丁戊己"));
    }
}
