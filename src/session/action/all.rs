//! Every action there is, in the order of the menus.

use super::{Action, Resize, Toggle};
use crate::decode::Encoding;
use crate::lang::Lang;
use crate::outline::edit::Scope;
use crate::script::Script;
use crate::session::Correction;
use crate::session::review::ReviewAction;
use crate::settings::{Appearance, TypeStyle};

/// Makes the lists of actions: those that are `listed` by name, and `each` of which there is one for every value.
/// Compiles only where no action is missing.
macro_rules! lists {
    (
        $(
            listed { $($action:ident $(($($with:tt)+))?),+ $(,)? }
            $(each $many:ident($value:ty) of $values:expr;)?
        )+
        by_key { $($key:ident),+ $(,)? }
    ) => {
        const GROUPS: &[&[Action]] = &[
            $(
                &[$(Action::$action $(($($with)+))?),+],
                $({
                    const VALUES: &[$value] = &$values;
                    const EACH: [Action; VALUES.len()] = {
                        let mut each = [Action::Open; VALUES.len()];
                        let mut at = 0;
                        while at < VALUES.len() {
                            each[at] = Action::$many(VALUES[at]);
                            at += 1;
                        }
                        each
                    };
                    &EACH
                },)?
            )+
        ];

        impl Action {
            /// What is asked for by key and stands in no menu: the menu itself, and what other programs have and this
            /// one has not yet.
            pub const BY_KEY: &[Self] = &[$(Self::$key),+];
        }

        const _: fn(Action) = |action| match action {
            $($(Action::$action $(($($with)+))? => (),)+ $(Action::$many(_) => (),)?)+
            $(Action::$key => (),)+
        };
    };
}

lists! {
    listed {
        Open,
        Paste,
        OpenSample,
        Reload,
    }
    each Decode(Option<Encoding>) of [
        None,
        Some(encoding_rs::UTF_8),
        Some(encoding_rs::GB18030),
        Some(encoding_rs::BIG5),
        Some(encoding_rs::UTF_16LE),
        Some(encoding_rs::UTF_16BE),
    ];
    listed {
        Close,
        Export,
        Print,
        Quit,
        Show(Script::Source),
        Show(Script::Hans),
        Show(Script::Hant),
        Show(Script::Tw),
        Show(Script::Hk),
        PreviousSection,
        NextSection,
        Back,
        Forward,
        Copy,
        CopySource,
        CopyCitation,
        SelectAll,
        SelectSection,
        SelectNothing,
        GoTo,
        Commands,
        ShowKeys,
        About,
        CopyReport,
        FullScreen,
        OnlyText,
        Search,
        NextHit,
        PreviousHit,
        Toggle(Toggle::Outline),
        Filter,
        FocusOutline,
        FoldAll,
        UnfoldAll,
        TickAll,
        TickNone,
        Infer,
        StopInferring,
        Undo,
        Redo,
        Correct(Correction::Promote(Scope::One)),
        Correct(Correction::Demote(Scope::One)),
        Correct(Correction::Remove(Scope::One)),
        Correct(Correction::Rename),
        Correct(Correction::MergeNext),
        Correct(Correction::Split),
        Correct(Correction::Keep(Scope::One)),
        Correct(Correction::Promote(Scope::Kind)),
        Correct(Correction::Demote(Scope::Kind)),
        Correct(Correction::Remove(Scope::Kind)),
        Correct(Correction::Keep(Scope::Kind)),
        Toggle(Toggle::Points),
        NextDoubt,
        PreviousDoubt,
        ToggleDoubts,
        ToggleRules,
        ToggleOwnWords,
        Review(ReviewAction::Show),
        Review(ReviewAction::Next),
        Review(ReviewAction::Previous),
        Review(ReviewAction::Accept),
        Review(ReviewAction::Keep),
        Review(ReviewAction::Always),
        Review(ReviewAction::AcceptAllSure),
        Toggle(Toggle::AsInFile),
        Toggle(Toggle::Lines),
        ToggleFurniture,
        Toggle(Toggle::Phrases),
        Toggle(Toggle::Careful),
        Toggle(Toggle::Punctuation),
        ToggleQuoted,
        ToggleLibrary,
        ToggleOwnConfig,
        Toggle(Toggle::Vertical),
        Toggle(Toggle::TwoColumns),
        Toggle(Toggle::Compare),
        Toggle(Toggle::Changes),
        TextSize(Resize::Larger),
        TextSize(Resize::Smaller),
        TextSize(Resize::Usual),
        Zoom(Resize::Larger),
        Zoom(Resize::Smaller),
        Zoom(Resize::Usual),
        ToggleAppearance,
        SetIn(TypeStyle::Serif),
        SetIn(TypeStyle::Sans),
        SetIn(TypeStyle::Kai),
        Appear(Appearance::System),
        Appear(Appearance::Light),
        Appear(Appearance::Sepia),
        Appear(Appearance::Dark),
    }
    each Speak(Lang) of Lang::ALL;
    listed {
        Cancel,
    }
    by_key { Menu, Bookmark }
}

impl Action {
    /// All actions of the menus, in their order.
    pub const ALL: &[Self] = &joined::<{ count(GROUPS) }>(GROUPS);
}

const fn count(groups: &[&[Action]]) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < groups.len() {
        count += groups[at].len();
        at += 1;
    }
    count
}

const fn joined<const COUNT: usize>(groups: &[&[Action]]) -> [Action; COUNT] {
    let mut all = [Action::Open; COUNT];
    let (mut filled, mut at) = (0, 0);
    while at < groups.len() {
        let group = groups[at];
        let mut within = 0;
        while within < group.len() {
            all[filled] = group[within];
            (filled, within) = (filled + 1, within + 1);
        }
        at += 1;
    }
    all
}
