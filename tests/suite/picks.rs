//! Picks and what they do to the shown text: exact in every script, wherever the text is cut.

use std::sync::{Arc, Mutex};

use gangmu::script::{
    self, Config, Convert, Converter, Decision, Dictionary, Mending, Pick, Picked, Presentation, Script,
    ScriptView,
};
use gangmu::text::{SourceOffset, SourceRange};
use proptest::prelude::*;

fn place(text: &str, what: &str) -> SourceRange {
    let at = text.find(what).unwrap();
    SourceRange::new(at, at + what.len())
}

fn picked(text: &str, picks: &[(&str, Decision)]) -> Picked {
    let picks: Vec<_> =
        picks.iter().map(|(what, decision)| Pick::new(text, place(text, what), *decision).unwrap()).collect();
    Picked::of(&picks)
}

fn presentation(
    config: Option<Config>,
    script: Script,
    picked: Picked,
    dictionaries: &[&Dictionary],
) -> Presentation {
    /// Opened once for all cases.
    static OPENED: Mutex<Vec<(Config, Arc<dyn Convert>)>> = Mutex::new(Vec::new());
    let open = |config| {
        let mut opened = OPENED.lock().unwrap();
        let known =
            opened.iter().find(|(known, _)| *known == config).map(|(_, converter)| Arc::clone(converter));
        known.unwrap_or_else(|| {
            let converter: Arc<dyn Convert> = Arc::new(Converter::open_embedded(config).unwrap());
            opened.push((config, Arc::clone(&converter)));
            converter
        })
    };
    Presentation::new(config.map(open), Arc::new(Mending::new(picked, dictionaries, script)))
}

fn shown(presentation: &Presentation, text: &str) -> String {
    let mut view = ScriptView::through(presentation.clone());
    let shown = view.shown(text, SourceRange::new(0, text.len())).text().to_owned();
    let mended_text = presentation.mended_text(text, SourceRange::new(0, text.len()));
    assert_eq!(presentation.show(mended_text), shown, "copies and exports say the same");
    shown
}

#[test]
fn a_mend_is_read_in_every_script() {
    let text = "人數不斷髮展，嚴重製約。";
    let mends = [("髮", Decision::Mend('發')), ("製", Decision::Mend('制'))];
    for (config, script, expected) in [
        (None, Script::Source, "人數不斷發展，嚴重制約。"),
        (Some(Config::T2s), Script::Hans, "人数不断发展，严重制约。"),
        (Some(Config::T2tw), Script::Tw, "人數不斷發展，嚴重制約。"),
    ] {
        assert_eq!(shown(&presentation(config, script, picked(text, &mends), &[]), text), expected);
    }
}

#[test]
fn a_reading_is_for_traditional_scripts_and_becomes_the_regions_own_form() {
    let text = "他在里面填表里的字。";
    let readings = [("里的", Decision::Read('裏')), ("表", Decision::Read('錶'))];
    for (config, script, expected) in [
        (None, Script::Source, text),
        (None, Script::Hans, text),
        (Some(Config::S2t), Script::Hant, "他在裏面填錶裏的字。"),
        (Some(Config::S2tw), Script::Tw, "他在裡面填錶裡的字。"),
        (Some(Config::S2hk), Script::Hk, "他在裏面填錶裏的字。"),
    ] {
        assert_eq!(
            shown(&presentation(config, script, picked(text, &readings), &[]), text),
            expected,
            "{script:?}"
        );
    }
}

#[test]
fn a_reading_inside_a_regional_word_takes_the_word_apart() {
    let text = "买软件。";
    let plain = presentation(Some(Config::S2twp), Script::Tw, Picked::default(), &[]);
    assert_eq!(shown(&plain, text), "買軟體。");
    let read =
        presentation(Some(Config::S2twp), Script::Tw, picked(text, &[("件", Decision::Read('件'))]), &[]);
    assert_eq!(shown(&read, text), "買軟件。");
}

#[test]
fn words_mend_everywhere_but_where_the_reader_decided_otherwise() {
    let text = "製約甲，製約乙，製約丙。";
    let words = Dictionary::parse("# to: source\n製約\t制約\n");
    let decided = [("製約乙", Decision::Keep), ("製約丙", Decision::Mend('致'))];
    let all = presentation(None, Script::Source, Picked::default(), &[&words]);
    assert_eq!(shown(&all, text), "制約甲，制約乙，制約丙。");
    let some = presentation(None, Script::Source, picked(text, &decided), &[&words]);
    assert_eq!(shown(&some, text), "制約甲，製約乙，致約丙。");
    let simplified = presentation(Some(Config::T2s), Script::Hans, Picked::default(), &[&words]);
    assert_eq!(shown(&simplified, text), "制约甲，制约乙，制约丙。");
    // The command line knows the words too.
    let mended = script::mended(None, &[&words]).unwrap();
    assert_eq!(mended.convert(text), "制約甲，制約乙，制約丙。");
    let converter: Arc<dyn Convert> = Arc::new(Converter::open_embedded(Config::T2s).unwrap());
    assert_eq!(script::mended(Some(converter), &[&words]).unwrap().convert(text), "制约甲，制约乙，制约丙。");
}

#[test]
fn readings_keep_their_places_when_lines_are_joined() {
    let text = "填表\n里的表。";
    let presentation =
        presentation(Some(Config::S2t), Script::Hant, picked(text, &[("表。", Decision::Read('錶'))]), &[]);
    let mended_text = presentation.mended_text(text, SourceRange::new(0, text.len()));
    assert_eq!(presentation.show(mended_text.on_one_line()), "填表裏的錶。");
    let mut two = presentation.mended_text(text, place(text, "填表"));
    two.append(presentation.mended_text(text, place(text, "里的表。")));
    assert_eq!(presentation.show(two), "填表裏的錶。");
}

/// Characters of several lengths, with and without other forms.
const CHARACTERS: [char; 10] = ['髮', '製', '中', '。', 'a', '\n', '𠀀', '里', '軟', '件'];
const FORMS: [char; 5] = ['發', '制', '𠮟', '里', '裏'];

proptest! {
    #[test]
    fn offsets_are_exact_both_ways_whatever_is_picked(
        characters in proptest::collection::vec(proptest::sample::select(CHARACTERS.to_vec()), 1..60),
        picks in proptest::collection::vec(
            (any::<proptest::sample::Index>(), proptest::sample::select(FORMS.to_vec()), 0..4_u8), 0..20),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..5),
        config in proptest::sample::select(vec![
            (None, Script::Source), (Some(Config::T2s), Script::Hans), (Some(Config::S2tw), Script::Tw)]),
    ) {
        let text: String = characters.iter().collect();
        let places: Vec<_> = text.char_indices().map(|(at, c)| SourceRange::new(at, at + c.len_utf8())).collect();
        let picks: Vec<_> = picks.into_iter().filter_map(|(index, form, kind)| {
            let decision = match kind {
                0 => Decision::Mend(form),
                1 => Decision::Read(form),
                2 => Decision::Keep,
                _ => Decision::Open,
            };
            Pick::new(&text, *places.get(index.index(places.len()))?, decision)
        }).collect();
        let picked = Picked::of(&picks);
        let (config, script) = config;
        let presentation = presentation(config, script, picked.clone(), &[]);
        let mut starts: Vec<usize> = cuts.iter().map(|cut| places[cut.index(places.len())].start.get()).collect();
        starts.extend([0, text.len()]);
        starts.sort_unstable();
        starts.dedup();
        let mut view = ScriptView::through(presentation);
        for block in starts.windows(2) {
            let range = SourceRange::new(block[0], block[1]);
            let shown = view.shown(&text, range);
            let source: Vec<_> = range.slice(&text).char_indices().map(|(at, c)| (block[0] + at, c)).collect();
            let seen: Vec<_> = shown.text().char_indices().collect();
            // None of these conversions changes the number of characters.
            prop_assert_eq!(source.len(), seen.len());
            for ((at, c), (view_at, form)) in source.iter().zip(&seen) {
                prop_assert_eq!(shown.view_from_source(SourceOffset::new(*at)), *view_at);
                prop_assert_eq!(shown.source_from_view(*view_at).get(), *at);
                let one = SourceRange::new(*at, at + c.len_utf8());
                prop_assert_eq!(shown.view_range(one), *view_at..view_at + form.len_utf8());
                prop_assert_eq!(shown.source_range(*view_at..view_at + form.len_utf8()), one);
                match (picked.decision(one), script) {
                    (Some(Decision::Mend(mended)), Script::Source) => prop_assert_eq!(*form, mended),
                    (Some(Decision::Read(read)), Script::Tw) => {
                        prop_assert_eq!(*form, gangmu::script::in_region(read, script));
                    }
                    (_, Script::Source) => prop_assert_eq!(form, c),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn picks_are_found_again_or_told(
        before in "[中文字，\n]{0,30}", inserted in "[新的字\n]{0,8}", after in "[中文字，\n]{0,30}",
    ) {
        let text = format!("{before}獨特的髮展之路{after}");
        let mut picks = [Pick::new(&text, place(&text, "髮"), Decision::Mend('發')).unwrap()];
        let now = format!("{inserted}{text}{inserted}");
        prop_assert_eq!(script::settle(&now, &mut picks), 0);
        prop_assert_eq!(picks[0].place(), Some(place(&now, "髮")));
        let gone = now.replace("髮", "發");
        prop_assert_eq!(script::settle(&gone, &mut picks), 1);
        prop_assert!(Picked::of(&picks).is_empty());
    }
}
