//! The last number of each style.

use crate::outline::style::Style;

/// The last number of each style, for [`super::Sign::previous`].
#[derive(Debug, Default)]
pub(in crate::outline) struct LastNumbers(Vec<(Style, u32)>);

impl LastNumbers {
    /// The last number of `style`, 0 for none; from now on it is `value`, unless that is none: 第7條之1.
    pub(in crate::outline) fn replace(&mut self, style: Style, value: u32) -> u32 {
        if let Some((_, last)) = self.0.iter_mut().find(|(known, _)| *known == style) {
            return if value == 0 { *last } else { std::mem::replace(last, value) };
        }
        self.0.push((style, value));
        0
    }
}
