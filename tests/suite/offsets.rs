//! Places in a converted text and in its source: in every configuration, with every engine, in both directions.

use std::sync::LazyLock;

use gangmu::script::{Config, Convert, Converter, Engine, OffsetMap};
use proptest::prelude::*;

use crate::texts;

/// Every configuration with every engine there is.
static ENGINES: LazyLock<Vec<Converter>> = LazyLock::new(|| {
    let embedded = Config::ALL.into_iter().map(Converter::open_embedded);
    let engines =
        Engine::ALL.into_iter().filter(|engine| *engine == Engine::Fast || cfg!(feature = "opencc"));
    let others = engines.flat_map(|engine| Config::ALL.map(|config| Converter::open_with(config, engine)));
    embedded.chain(others).map(Result::unwrap).collect()
});

/// Where characters begin, and the end.
fn boundaries(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// Places on one side, in order, lead to places on the other in the same order, which are characters' starts, from the
/// start to the end; and never further on when led back.
fn check_places(
    texts: [&str; 2],
    there: impl Fn(usize) -> usize,
    back: impl Fn(usize) -> usize,
) -> Result<(), TestCaseError> {
    let [from, to] = texts;
    let mut before = 0;
    for at in boundaries(from) {
        let place = there(at);
        prop_assert!(to.is_char_boundary(place) && place >= before, "{} leads to {}", at, place);
        prop_assert!(back(place) <= at);
        // What is led back is a place that leads here.
        prop_assert_eq!(there(back(place)), place);
        before = place;
    }
    prop_assert_eq!((there(0), there(from.len()), before), (0, to.len(), to.len()));
    Ok(())
}

fn check_map(converter: &dyn Convert, source: &str) -> Result<(), TestCaseError> {
    let view = converter.convert(source);
    let map = OffsetMap::new(source, &view, converter);
    check_places([source, &view], |at| map.view_from_source(at), |at| map.source_from_view(at))?;
    check_places([&view, source], |at| map.source_from_view(at), |at| map.view_from_source(at))?;
    prop_assert_eq!(map.view_range(0..source.len()), 0..view.len());
    prop_assert_eq!(map.source_range(0..view.len()), 0..source.len());
    // A range is shown by a range that shows all of it, and nothing of what stands apart from it.
    let places = boundaries(source);
    for (index, start) in places.iter().enumerate().step_by(3) {
        let end = places.get(index + 4).copied().unwrap_or(source.len());
        let shown = map.view_range(*start..end);
        prop_assert!(
            shown.end <= view.len() && view.is_char_boundary(shown.start) && view.is_char_boundary(shown.end)
        );
        let stands_for = map.source_range(shown.clone());
        prop_assert!(shown.is_empty() || (stands_for.start <= *start && stands_for.end >= end));
        prop_assert!(
            map.view_range(0..*start).end >= shown.start
                && map.view_range(end..source.len()).start <= shown.end
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn places_lead_to_places_in_order_and_back(text in texts::text(&texts::EMBEDDED)) {
        for converter in &*ENGINES {
            check_map(converter, &text)?;
        }
    }
}
