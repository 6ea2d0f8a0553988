//! Any text converts in every configuration, and places lead to places in order, on both sides.
#![no_main]

use std::sync::LazyLock;

use gangmu::script::{Config, Convert as _, Converter, OffsetMap};
use libfuzzer_sys::fuzz_target;

static CONVERTERS: LazyLock<Vec<Converter>> = LazyLock::new(|| {
    Config::ALL.into_iter().filter_map(|config| Converter::open_embedded(config).ok()).collect()
});

fuzz_target!(|text: &str| {
    for converter in CONVERTERS.iter() {
        let view = converter.convert(text);
        let map = OffsetMap::new(text, &view, converter);
        let mut before = 0;
        for (at, _) in text.char_indices() {
            let place = map.view_from_source(at);
            assert!(place >= before && view.is_char_boundary(place));
            assert!(map.source_from_view(place) <= at);
            before = place;
        }
        assert_eq!(map.view_range(0..text.len()), 0..view.len());
        assert_eq!(map.source_range(0..view.len()), 0..text.len());
        // Lines convert on their own as they do within the whole, but for description sequences, which run on.
        if !text.contains(|c| ('\u{2FF0}'..='\u{2FFF}').contains(&c)) {
            let lines: String = text.split_inclusive('\n').map(|line| converter.convert(line)).collect();
            assert_eq!(lines, view);
        }
    }
});
