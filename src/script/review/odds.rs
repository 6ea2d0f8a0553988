//! How likely a place is a scar.

use super::Clue;

/// The margin, in e-folds of odds, at which a place is a scar as likely as not. What was learnt is believed as far as it
/// holds where it was not learnt from (`assets/words/learn.py`), so an e-fold of it is one; and a converter's mistakes
/// are as frequent as on prose that OpenCC 1.1.6 damaged (to simplified and back).
const EVEN: f32 = -0.2;

/// How many e-folds more it takes where a converter makes the form by no phrase: the usual form is no mistake of its.
const UNREAD: f32 = 0.4;

/// By how many e-folds of odds another form is expected.
#[derive(Clone, Copy)]
pub(super) struct Margins {
    /// By all that is known.
    pub(super) all: f32,
    /// By neighbours, words and grammar alone, however usual the forms are.
    pub(super) around: f32,
}

/// How likely a place with these margins is a scar, 0 to 1; `is_read` tells whether a phrase of OpenCC's makes the form.
pub(super) fn confidence(clue: Clue, margins: Margins, is_read: bool) -> f32 {
    let Margins { all, around } = margins;
    let margin = match clue {
        Clue::Repeated => all - if is_read { 0.0 } else { UNREAD },
        // A form that no converter makes here and that is merely rare is a name: 王崑.
        _ => all.min(around) - surplus(clue),
    };
    1.0 / (1.0 + against(EVEN - margin))
}

/// The odds against something for which so many e-folds less speak.
pub(super) fn against(less: f32) -> f32 {
    less.exp()
}

/// How many e-folds of odds more it takes for others than [`Clue::Repeated`].
const fn surplus(clue: Clue) -> f32 {
    match clue {
        Clue::Repeated => 0.0,
        Clue::Usual => 1.2,
        Clue::Unconverted => 2.0,
        Clue::Context => 1.3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_merely_rare_is_no_scar_unless_a_converter_makes_it() {
        let rare = Margins { all: 9.0, around: 0.0 };
        assert!(confidence(Clue::Context, rare, false) < 0.5);
        assert!(confidence(Clue::Unconverted, rare, false) < 0.5);
        assert!(confidence(Clue::Repeated, rare, true) > 0.9);
        let told = Margins { all: 9.0, around: 9.0 };
        for clue in [Clue::Repeated, Clue::Usual, Clue::Unconverted, Clue::Context] {
            assert!(confidence(clue, told, false) > 0.9, "{clue:?}");
        }
    }
}
