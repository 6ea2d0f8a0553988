//! What script, and of which region, a text is detected as.

use gangmu::script::{Config, Convert as _, Detected, DetectedScript, Region, Script, configuration, detect};

use super::script::{fixture, fixtures, open};

#[test]
fn texts_are_detected_as_what_they_are() {
    use DetectedScript::{Hans, Hant, Unclear};
    let expected = [
        ("en", Unclear, None),
        ("hans", Hans, None),
        ("hant", Hant, None),
        ("hk", Hant, Some(Region::Hk)),
        ("ja", Unclear, None),
        ("tw", Hant, Some(Region::Tw)),
    ];
    let found: Vec<_> = fixtures()
        .iter()
        .map(|(name, text)| (name.clone(), detect(text)))
        .map(|(name, detected)| (name, detected.script, detected.region))
        .collect();
    assert_eq!(found, expected.map(|(name, script, region)| (name.to_owned(), script, region)));
}

#[test]
fn a_few_characters_tell_and_common_ones_do_not() {
    use DetectedScript::{Hans, Hant, Mixed, Unclear};
    let cases = [
        ("", Unclear, None),
        ("后面的山里", Unclear, None),
        ("头发", Hans, None),
        ("頭髮", Hant, None),
        ("頭髮裡", Hant, Some(Region::Tw)),
        ("頭髮説", Hant, Some(Region::Hk)),
        ("頭髮裏着", Hant, None),
        ("頭髮為眾", Hant, None),
        ("头发頭髮", Mixed, None),
        ("头发简体字里有一个傳", Mixed, None),
        ("国語の授業を受けました", Unclear, None),
        ("대한민국 憲法", Unclear, None),
    ];
    for (text, script, region) in cases {
        let detected = detect(text);
        assert_eq!((detected.script, detected.region), (script, region), "{text} {detected:?}");
    }
}

#[test]
fn a_text_that_was_converted_is_detected_as_what_it_was_converted_to() {
    let cases = [
        (Config::S2t, Script::Hant),
        (Config::S2tw, Script::Tw),
        (Config::S2twp, Script::Tw),
        (Config::S2hk, Script::Hk),
        (Config::T2s, Script::Hans),
    ];
    for (config, script) in cases {
        let detected = detect(&open(config).convert(&fixture("hans")));
        let assumed = Detected::assumed(script).unwrap();
        assert_eq!((detected.script, detected.region), (assumed.script, assumed.region), "{config:?}");
    }
}

#[test]
fn detection_looks_at_all_parts_of_a_long_text() {
    let text = fixture("en").repeat(10_000) + &fixture("hk").repeat(1_000);
    let detected = detect(&text);
    assert_eq!((detected.script, detected.region), (DetectedScript::Hant, Some(Region::Hk)));
}

/// A text of Taiwan's that quotes more of the mainland's than it says: both are told apart.
#[test]
fn the_region_of_a_text_of_both_scripts_is_that_of_what_is_not_quoted() {
    let detected = detect("他說：「这里的群众为什么没来？」這裡的人說群眾為什麼沒來。");
    assert_eq!((detected.script, detected.region), (DetectedScript::Mixed, None));
    let own = detected.without_quoted();
    assert_eq!((own.script, own.region), (DetectedScript::Hant, Some(Region::Tw)));
    assert_eq!(configuration(&own, Script::Hk, false), Some(Config::Tw2hk));
    let simplified = detect("他说：「這裡的人說」，这里的群众为什么没来？").without_quoted();
    assert_eq!((simplified.script, simplified.region), (DetectedScript::Hans, None));
}
