//! Notes of web pages, whoever wrote them: the text, and what refers to what.

use gangmu::import::Format;

use super::imported;

fn read(page: &str) -> String {
    let imported = imported(page, Format::Html);
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    let notes = hints.notes.iter().map(|note| note.range.slice(text)).collect::<Vec<_>>().join("; ");
    format!("{} = {notes}", text.trim_end().replace('\n', "/"))
}

#[test]
fn a_mark_that_leads_to_what_leads_back_refers_to_a_note() {
    for (writer, page, expected) in [
        (
            "a wiki",
            "<p>渠水<sup id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup>夠用。<p>完。\
             <ol><li id=cite_note-1><span><a href='#cite_ref-1'>↑</a></span> 見舊志。</ol>",
            "渠水[1]夠用。/完。/[1] 見舊志。 = [1] 見舊志。",
        ),
        (
            "Word",
            "<p>渠水<a href='#_ftn1' name=_ftnref1><span>[1]</span></a>夠用。</p><hr>\
             <div id=ftn1><p><a href='#_ftnref1' name=_ftn1><span>[1]</span></a> 見舊志。</p></div>",
            "渠水[1]夠用。/[1] 見舊志。 = [1] 見舊志。",
        ),
        (
            "LibreOffice",
            "<p>渠水<a class=sdfootnoteanc name=s1anc href='#s1sym'><sup>1</sup></a>夠用。</p>\
             <div id=s1><p><a name=s1sym href='#s1anc'>1</a>見舊志。</p></div>",
            "渠水[1]夠用。/[1] 見舊志。 = [1] 見舊志。",
        ),
        (
            "a maker of books",
            "<p>渠水<a href='#n1' id=r1><img alt=注 src=note.png></a>夠用。</p>\
             <ol><li id=n1><a href='#r1'>◎</a>見舊志。</li></ol>",
            "渠水[1]夠用。/[1] 見舊志。 = [1] 見舊志。",
        ),
        (
            "two marks for one note",
            "<p>渠<a id=a1 href='#n'>[1]</a>水<a id=a2 href='#n'>[1]</a>。\
             <ol><li id=n><a href='#a1'>a</a> <a href='#a2'>b</a> 見舊志。</ol>",
            "渠[1]水[1]。/[1] 見舊志。 = [1] 見舊志。",
        ),
        (
            "contents and headings that lead to each other",
            "<ul><li><a id=t1 href='#c1'>一、總則</a></ul><h2><a id=c1 href='#t1'>一、總則</a></h2><p>文。",
            "一、總則/一、總則/文。 = ",
        ),
        ("a mark that leads nowhere", "<p>渠水<a href='#n1'>[1]</a>夠用。", "渠水[1]夠用。 = "),
        (
            "a mark that nothing leads back to",
            "<p>渠水<a id=r href='#n1'>[1]</a>夠用。<p id=n1>[1] 見舊志。",
            "渠水[1]夠用。/[1] 見舊志。 = ",
        ),
    ] {
        assert_eq!(read(page), expected, "{writer}");
    }
}
