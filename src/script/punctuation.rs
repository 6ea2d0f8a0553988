//! Quotation marks by region, put on after the conversion of characters.
//!
//! | region | outer, inner | source |
//! |---|---|---|
//! | mainland | “ ” ‘ ’ | GB/T 15834—2011, 4.10 |
//! | Taiwan, Hong Kong | 「 」 『 』 | 教育部《重訂標點符號手冊》修訂版, 引號 |
//!
//! Each mark becomes its counterpart, so nesting is kept and the way back is the same table read from the right.
//! A mark that stands between Latin letters is an apostrophe and stays. Straight quotes (") tell no side: they are
//! made a pair only in a line that has an even number of them, around at least one ideograph, and where no letter or
//! digit stands on their outer side (5" is a measure).

use std::ops::Range;
use std::sync::Arc;

use super::{Convert, Piece, Script};
use crate::text::is_line_end;

/// Mainland marks and what stands for each in Taiwan and Hong Kong. Both are three bytes long.
const PAIRS: [(char, char); 4] = [('“', '「'), ('”', '」'), ('‘', '『'), ('’', '』')];

/// Whose quotation marks are put on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    Mainland,
    Taiwan,
}

impl Marks {
    /// The marks that texts in `script` have; `None`: the source keeps its own.
    const fn of(script: Script) -> Option<Self> {
        match script {
            Script::Source => None,
            Script::Hans => Some(Self::Mainland),
            Script::Hant | Script::Tw | Script::Hk => Some(Self::Taiwan),
        }
    }

    /// What stands for `c`, if it is a mark of the other region.
    fn counterpart(self, c: char) -> Option<char> {
        PAIRS.iter().find_map(|&(mainland, taiwan)| match self {
            Self::Mainland => (c == taiwan).then_some(mainland),
            Self::Taiwan => (c == mainland).then_some(taiwan),
        })
    }

    /// The outer pair.
    const fn outer(self) -> [char; 2] {
        match self {
            Self::Mainland => ['“', '”'],
            Self::Taiwan => ['「', '」'],
        }
    }
}

/// `converter`, with the quotation marks of `script` put on what it makes; `None` converts no characters. Where the
/// source is shown nothing is put on.
pub fn punctuated(converter: Option<Arc<dyn Convert>>, script: Script) -> Option<Arc<dyn Convert>> {
    match Marks::of(script) {
        Some(marks) => Some(Arc::new(Punctuated { converter, marks })),
        None => converter,
    }
}

/// A conversion followed by quotation marks.
#[derive(Debug)]
struct Punctuated {
    converter: Option<Arc<dyn Convert>>,
    marks: Marks,
}

/// A mark to be put: the bytes it stands for, and itself.
type Put = (Range<usize>, char);

impl Convert for Punctuated {
    fn convert(&self, text: &str) -> String {
        let converted = self.converter.as_ref().map(|converter| converter.convert(text));
        let converted = converted.as_deref().unwrap_or(text);
        put(converted, &puts(converted, self.marks))
    }

    fn convert_mapped(&self, text: &str) -> Option<(String, Vec<Piece>)> {
        let (converted, pieces) = match &self.converter {
            None => (text.to_owned(), vec![Piece { source: text.len(), view: text.len(), same: true }]),
            Some(converter) => converter.convert_mapped(text).or_else(|| by_character(&**converter, text))?,
        };
        let puts = puts(&converted, self.marks);
        Some((put(&converted, &puts), cut(&pieces, &puts)))
    }

    fn reworded(&self, each: &mut dyn FnMut(&str, &str)) {
        if let Some(converter) = &self.converter {
            converter.reworded(each);
        }
    }
}

/// A conversion that maps character for character, where the engine itself tells no pieces.
fn by_character(engine: &dyn Convert, text: &str) -> Option<(String, Vec<Piece>)> {
    let converted = engine.convert(text);
    if !engine.is_one_to_one() || text.chars().count() != converted.chars().count() {
        return None;
    }
    let pieces = text.chars().zip(converted.chars()).map(|(from, to)| Piece {
        source: from.len_utf8(),
        view: to.len_utf8(),
        same: from == to,
    });
    let pieces = pieces.collect();
    Some((converted, pieces))
}

/// `text` with `puts` put in.
fn put(text: &str, puts: &[Put]) -> String {
    let mut out = String::with_capacity(text.len() + 2 * puts.len());
    let mut copied = 0;
    for (bytes, mark) in puts {
        out.push_str(text.get(copied..bytes.start).unwrap_or_default());
        out.push(*mark);
        copied = bytes.end;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

/// `pieces` of a conversion after `puts` in what it made: a piece is cut around each mark that it holds.
fn cut(pieces: &[Piece], puts: &[Put]) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len() + 2 * puts.len());
    let mut puts = puts.iter().peekable();
    let mut at = 0;
    for piece in pieces {
        let end = at + piece.view;
        let mut left = *piece;
        while let Some((bytes, mark)) = puts.next_if(|(bytes, _)| bytes.start < end) {
            if !piece.same {
                // The whole piece corresponds as one already; only its length changes.
                left.view = left.view + mark.len_utf8() - bytes.len();
                continue;
            }
            let before = bytes.start - at;
            if before > 0 {
                out.push(Piece { source: before, view: before, same: true });
            }
            out.push(Piece { source: bytes.len(), view: mark.len_utf8(), same: false });
            at = bytes.end;
            left = Piece { source: end - at, view: end - at, same: true };
        }
        if left.source + left.view > 0 {
            out.push(left);
        }
        at = end;
    }
    out
}

/// The marks to be put in `text`, in order.
fn puts(text: &str, marks: Marks) -> Vec<Put> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(is_line_end) {
        let from = found.len();
        let mut before = None;
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let is_apostrophe =
                c == '’' && before.is_some_and(is_latin) && chars.peek().is_some_and(|n| is_latin(n.1));
            if let Some(mark) = marks.counterpart(c).filter(|_| !is_apostrophe) {
                found.push((start + at..start + at + c.len_utf8(), mark));
            }
            before = Some(c);
        }
        let straight = straight_pairs(line, marks);
        if !straight.is_empty() {
            found.extend(
                straight.into_iter().map(|(bytes, mark)| (start + bytes.start..start + bytes.end, mark)),
            );
            found.get_mut(from..).unwrap_or_default().sort_by_key(|(bytes, _)| bytes.start);
        }
        start += line.len();
    }
    found
}

/// The straight quotes of `line` as pairs, where each is sure; nothing where one is not.
fn straight_pairs(line: &str, marks: Marks) -> Vec<Put> {
    let places: Vec<usize> = memchr::memchr_iter(b'"', line.as_bytes()).collect();
    let (pairs, rest) = places.as_chunks::<2>();
    if !rest.is_empty() {
        return Vec::new();
    }
    let [left, right] = marks.outer();
    let mut found = Vec::with_capacity(places.len());
    for &[from, to] in pairs {
        let inside = line.get(from + 1..to).unwrap_or_default();
        let before = line.get(..from).and_then(|text| text.chars().next_back());
        let after = line.get(to + 1..).and_then(|text| text.chars().next());
        let sure = inside.contains(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
            && !before.is_some_and(is_latin)
            && !after.is_some_and(is_latin);
        if !sure {
            return Vec::new();
        }
        found.extend([(from..from + 1, left), (to..to + 1, right)]);
    }
    found
}

const fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::OffsetMap;

    fn marked(script: Script, text: &str) -> String {
        punctuated(None, script).unwrap().convert(text)
    }

    #[test]
    fn each_mark_becomes_its_counterpart_and_nesting_is_kept() {
        let mainland = "他說“大家說‘好’，就好”。";
        let taiwan = "他說「大家說『好』，就好」。";
        assert_eq!(marked(Script::Tw, mainland), taiwan);
        assert_eq!(marked(Script::Hans, taiwan), mainland);
        assert_eq!(marked(Script::Hk, taiwan), taiwan);
        assert!(punctuated(None, Script::Source).is_none());
    }

    #[test]
    fn an_apostrophe_and_what_is_not_sure_stay() {
        for text in ["It’s 5\"长和6\"宽", "一个\"", "\"only words\"", "甲\"乙\"丙\""] {
            assert_eq!(marked(Script::Tw, text), text);
        }
        assert_eq!(
            marked(Script::Tw, "要\"下功夫\",也要\"见实效\"。\n\""),
            "要「下功夫」,也要「见实效」。\n\""
        );
    }

    #[test]
    fn offsets_are_exact_around_every_mark() {
        let converter = punctuated(None, Script::Tw).unwrap();
        let source = "要\"实\"与“虚”";
        let view = converter.convert(source);
        let map = OffsetMap::new(source, &view, &*converter);
        let cuts = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        let got: Vec<_> = cuts(source).into_iter().map(|at| map.view_from_source(at)).collect();
        assert_eq!(got, cuts(&view));
        let back: Vec<_> = cuts(&view).into_iter().map(|at| map.source_from_view(at)).collect();
        assert_eq!(back, cuts(source));
    }
}
