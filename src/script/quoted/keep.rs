//! A converter that leaves what is in the other script as it is.

use std::sync::Arc;

use super::quoted;
use crate::script::own::mapped;
use crate::script::{Convert, DetectedScript, Piece};

/// `converter`, which leaves what is in the other script than `main` as it is.
pub(in crate::script) fn keeping(
    converter: Option<Arc<dyn Convert>>,
    main: Option<DetectedScript>,
) -> Option<Arc<dyn Convert>> {
    let converter = converter?;
    Some(match main {
        Some(main) => Arc::new(Keeping { converter, main }),
        None => converter,
    })
}

/// A converter that leaves out what is in the other script.
#[derive(Debug)]
struct Keeping {
    converter: Arc<dyn Convert>,
    /// The script of the document.
    main: DetectedScript,
}

impl Keeping {
    /// Calls `each` for the parts of `text` in order, and with whether they are left as they are.
    fn parts<'a>(&self, text: &'a str, mut each: impl FnMut(&'a str, bool)) {
        let mut from = 0;
        for kept in quoted(text, self.main) {
            each(text.get(from..kept.start).unwrap_or_default(), false);
            each(text.get(kept.clone()).unwrap_or_default(), true);
            from = kept.end;
        }
        each(text.get(from..).unwrap_or_default(), false);
    }
}

impl Convert for Keeping {
    fn convert(&self, text: &str) -> String {
        let mut view = String::with_capacity(text.len() + text.len() / 16);
        self.parts(text, |part, is_kept| {
            if is_kept {
                view.push_str(part);
            } else if !part.is_empty() {
                view.push_str(&self.converter.convert(part));
            }
        });
        view
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let (mut view, mut pieces) = (String::with_capacity(text.len() + text.len() / 16), Vec::new());
        self.parts(text, |part, is_kept| {
            if is_kept {
                view.push_str(part);
                pieces.push(Piece { source: part.len(), view: part.len(), same: true });
            } else if !part.is_empty() {
                let (converted, of_part) = mapped(Some(&*self.converter), part);
                view.push_str(&converted);
                pieces.extend(of_part);
            }
        });
        Some((view, pieces))
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        self.converter.reworded(each);
    }

    fn is_one_to_one(&self) -> bool {
        self.converter.is_one_to_one()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::script::detect::told_by;
    use crate::script::{Config, Converter, OffsetMap};

    static CONVERTERS: LazyLock<[Arc<dyn Convert>; 2]> = LazyLock::new(|| {
        [Config::S2t, Config::T2s]
            .map(|config| Arc::new(Converter::open_embedded(config).unwrap()) as Arc<dyn Convert>)
    });

    proptest! {
        #[test]
        fn what_is_kept_stays_and_offsets_are_exact(
            text in "[国國里后发發麵面頭头「」“”《》\"> 甲,。\n]{0,80}",
            traditional in any::<bool>(),
        ) {
            let main = if traditional { DetectedScript::Hant } else { DetectedScript::Hans };
            let plain = Arc::clone(&CONVERTERS[usize::from(traditional)]);
            let keeping = keeping(Some(plain), Some(main)).unwrap();
            let view = keeping.convert(&text);
            let (mapped, pieces) = keeping.convert_mapped(&text).unwrap();
            prop_assert_eq!(&view, &mapped);
            prop_assert_eq!(pieces.iter().map(|piece| piece.source).sum::<usize>(), text.len());
            prop_assert_eq!(pieces.iter().map(|piece| piece.view).sum::<usize>(), view.len());
            // Character by character, as these configurations are.
            let map = OffsetMap::new(&text, &view, &*keeping);
            for ((from, _), (to, _)) in text.char_indices().zip(view.char_indices()) {
                prop_assert_eq!((map.view_from_source(from), map.source_from_view(to)), (to, from));
            }
            let mut end = 0;
            for kept in quoted(&text, main) {
                prop_assert!(end <= kept.start && kept.start < kept.end);
                end = kept.end;
                let stays = text.get(kept.clone()).unwrap();
                prop_assert_eq!(stays, view.get(map.view_range(kept.clone())).unwrap());
                prop_assert!(!stays.contains('\n'));
                // At least the line has a reason for it.
                let before = text.get(..kept.start).unwrap().rsplit('\n').next().unwrap();
                let after = text.get(kept.end..).unwrap().split('\n').next().unwrap();
                let line = [before, stays, after].concat();
                prop_assert!(line.chars().any(|c| told_by(c).is_some_and(|script| script != main)));
            }
        }
    }
}
