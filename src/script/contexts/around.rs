//! What stands around a character.

/// How far around a character is looked, in characters: as far as words reach.
pub(super) const REACH: usize = 6;

/// The character of a context and [`REACH`] to either side.
pub(in crate::script) type Around = [char; 2 * REACH + 1];

/// Where in [`Around`] the character itself stands.
pub(super) const CENTRE: usize = REACH;

/// How far what was learnt reaches.
const NEAR: usize = 5;

/// The characters of a context as they count, the ends of the line for all beyond it or further than what was learnt.
pub(super) fn kinds(around: &Around) -> [u32; 2 * REACH + 1] {
    let mut near = [u32::from('\n'); 2 * REACH + 1];
    // Whether the line goes on after it.
    let mut set = |place: usize| {
        let c = around.get(place).copied().unwrap_or('\n');
        if let Some(value) = near.get_mut(place) {
            *value = kind(c);
        }
        c != '\n'
    };
    set(CENTRE);
    for ahead in [true, false] {
        for step in 1..=NEAR {
            if !set(if ahead { CENTRE + step } else { CENTRE - step }) {
                break;
            }
        }
    }
    near
}

/// Whether nothing stands beside the character: a cell of a table, a text that is spaced out.
pub(super) fn is_alone(around: &Around) -> bool {
    [CENTRE - 1, CENTRE + 1]
        .iter()
        .all(|place| around.get(*place).is_none_or(|c| kind(*c) == u32::from('\n')))
}

/// One character for all of a kind; the same in `learn.py`.
fn kind(c: char) -> u32 {
    u32::from(match c {
        // Most are.
        '\u{4e00}'..='\u{9fff}' => c,
        '0'..='9' | '０'..='９' => '0',
        'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => 'a',
        ',' => '，',
        '.' | '．' => '。',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉' => '「',
        '•' | '・' | '‧' => '·',
        ' ' | '\u{3000}' | '\t' | '\r' => '\n',
        c => c,
    })
}

/// How many characters are held at a time, many times [`Around`], so that they are seldom moved.
const HELD: usize = 256;

/// Goes through a text, a character with its context at a time.
pub(in crate::script) struct Window<'a> {
    rest: std::str::Chars<'a>,
    /// How many characters are still to come.
    left: usize,
    held: [char; HELD],
    /// Where in `held` the character stands that is next.
    at: usize,
}

impl<'a> Window<'a> {
    pub(in crate::script) fn new(text: &'a str) -> Self {
        let left = text.chars().count();
        // As if line ends had gone by.
        let mut window = Self { rest: text.chars(), left, held: ['\n'; HELD], at: HELD };
        window.fill();
        window
    }

    /// Fills what is held, after what stands before the next character; beyond the text are line ends.
    fn fill(&mut self) {
        let kept = self.at - REACH;
        self.held.copy_within(kept.., 0);
        self.at = REACH;
        for slot in self.held.iter_mut().skip(HELD - kept) {
            *slot = self.rest.next().unwrap_or('\n');
        }
    }

    /// Goes by a character.
    pub(in crate::script) fn pass(&mut self) {
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
            self.at += 1;
            if self.at + REACH >= HELD {
                self.fill();
            }
        }
    }
}

impl Iterator for Window<'_> {
    type Item = Around;

    fn next(&mut self) -> Option<Around> {
        if self.left == 0 {
            return None;
        }
        let around = self.held.get(self.at - REACH..=self.at + REACH)?.try_into().ok();
        self.pass();
        around
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
        let long: String = ('一'..='鿿').collect();
        let chars: Vec<char> = long.chars().collect();
        let mut window = Window::new(&long);
        for index in (0..chars.len()).step_by(2) {
            let around = window.next().unwrap();
            let at = |place: usize| (index + place).checked_sub(REACH).and_then(|at| chars.get(at)).copied();
            assert!((0..around.len()).all(|place| around[place] == at(place).unwrap_or('\n')), "{index}");
            window.pass();
        }
        let third = Window::new("abcd").nth(2).unwrap();
        assert_eq!(third.iter().collect::<String>(), "\n\n\n\nabcd\n\n\n\n\n");
    }

    #[test]
    fn nothing_of_another_line_is_context() {
        let of = |around: &str| kinds(&around.chars().collect::<Vec<_>>().try_into().unwrap());
        assert_eq!(of("子丑寅卯甲\n发丙\n丁戊己庚"), of("\n\n\n\n\n\n发丙\n\n\n\n\n"));
        assert_ne!(of("子丑寅甲乙丙发丙 丁戊己庚"), of("子丑寅甲乙丙发丙\n丁戊己庚"));
        assert_eq!(of("子丑寅“,1发A(９丁戊己"), of("申丑寅「，0发z（5丁戊酉"));
        let alone = |around: &str| is_alone(&around.chars().collect::<Vec<_>>().try_into().unwrap());
        assert!(
            alone("子丑寅卯 \n发 丙丁戊己庚")
                && !alone("子丑寅卯甲 发丙丁戊己庚辛")
                && !alone("子丑寅卯甲，发\n丁戊己庚辛")
        );
    }
}
