//! Web pages.

use gangmu::import::hints::Target;
use gangmu::import::{Format, ImportError, Options, Remark, import};

use super::{imported, shown};

fn read(page: &str) -> String {
    shown(&imported(page, Format::Html))
}

#[test]
fn elements_become_lines_and_hints() {
    for (page, expected) in [
        ("<h1>第一<br>章</h1><p>正\n文 <b>a</b>\n b</p>後", "H1|第一 章\n|正文 a b\n|後\n"),
        ("<h2><div>總則</div></h2>文", "H2|總則\n|文\n"),
        ("<p>&nbsp;</p><p>　　首行</p><div><span>一</span><span>二</span></div>", "|首行\n|一二\n"),
        ("<ul><li>甲<ol type=a start=3><li>乙<li value=7>丙</ol></ul>", "I0|• 甲\nI1|c. 乙\nI1|g. 丙\n"),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", "I0|一、甲\nI0|二、乙\n"),
        (
            "<ol reversed><li>甲<li>乙</ol><ul style='list-style:none'><li>丙</ul>",
            "I0|2. 甲\nI0|1. 乙\n|丙\n",
        ),
        // What numbers itself is not numbered twice.
        ("<ol><li>1、甲<li>（二）乙</ol>", "I0|1、甲\nI0|（二）乙\n"),
        ("<table><tr><th>甲<th>乙<tr><td><p>一<p>又<td>二</table>", "T|甲\t乙\nT|一 又\t二\n"),
        ("<table><tr><td>甲</table><table><tr><td><h3>乙</h3><td>丙</table>", "|甲\nH3|乙\n|丙\n"),
        ("<table><caption>表</caption><tr><td>甲<td>乙</table>", "|表\nT|甲\t乙\n"),
        ("<pre>\n  甲\n\n<b>乙</b> 丙\n</pre>丁", "|  甲\n|\n|乙 丙\n|丁\n"),
        ("<p>甲<ruby>乙<rp>(</rp><rt>yǐ</rt><rp>)</rp></ruby>", "|甲乙\n"),
        (
            "<p>甲<script>x</script><span style='display:none'>y</span><i hidden>z</i><template>t</template>",
            "|甲\n",
        ),
        (
            "<h2>總則<span class=mw-editsection>[編輯]</span><a class=headerlink href='#a'>¶</a></h2>文",
            "H2|總則\n|文\n",
        ),
        ("<div style='visibility:hidden'>甲<noscript>乙</noscript></div>", "|甲\n"),
        ("甲<br><br>乙<hr>丙<select><option>丁</select>", "|甲\n|乙\n|丙\n"),
        (
            "<?xml version='1.0'?><html><head><title/></head><body><p>甲<a id='x'/>乙</p></body></html>",
            "|甲乙\n",
        ),
    ] {
        assert_eq!(read(page), expected, "{page}");
    }
}

#[test]
fn a_table_says_how_far_its_cells_go() {
    let page = "<table><thead><tr><th rowspan=2>甲<th colspan=2>乙<tr><th>丙<th>丁</thead><tr><td>一<td>二<td>三</table>";
    let imported = imported(page, Format::Html);
    assert_eq!(imported.decoded.text, "甲\t乙\n丙\t丁\n一\t二\t三\n");
    let table = &imported.hints.tables[0];
    let cells: Vec<Vec<_>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect())
        .collect();
    let expected =
        [vec![(0, 1, 2), (1, 2, 1)], vec![(1, 1, 1), (2, 1, 1)], vec![(0, 1, 1), (1, 1, 1), (2, 1, 1)]];
    assert_eq!((table.heads, cells), (2, expected.to_vec()));
}

#[test]
fn links_lead_to_addresses_and_places() {
    let page = "<title> 題\n目 </title><p>甲<a href='#b'>到乙</a><a href='javascript:x'>丙</a><a href=u.html>丁</a><p id=b>乙";
    let imported = imported(page, Format::Html);
    let (text, hints) = (&imported.decoded.text, &imported.hints);
    let links: Vec<_> =
        hints.links.iter().map(|link| (link.range.slice(text), link.target.clone())).collect();
    let place = gangmu::text::SourceOffset::new(text.find("\n乙").unwrap() + 1);
    assert_eq!(links, [("到乙", Target::Place(place)), ("丁", Target::Address("u.html".to_owned()))]);
    assert_eq!(hints.title, "題 目");
}

#[test]
fn pictures_in_addresses_are_kept_and_tiny_ones_left_out() {
    let page = "<p>甲<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width=96 height=48 alt=圖>\
                <img src=http://x.test/count.gif width=1 height=1><img src=a.png>";
    let imported = imported(page, Format::Html);
    let images: Vec<_> = imported
        .hints
        .images
        .iter()
        .map(|image| (image.alt.as_str(), image.size, image.data.is_some()))
        .collect();
    assert_eq!(images, [("圖", Some((72, 36)), true), ("", None, false)]);
    assert_eq!(imported.remarks, [Remark::Images(2)]);
}

/// A page with a main text between bars.
fn article() -> String {
    let paragraph = "河水從山上流下來，經過村莊和田野，孩子們在岸邊放牛，老人在樹下講從前的故事，大家都說今年的收成比往年好。";
    format!(
        "<html><head><title>河邊的村莊_某某網</title></head><body>\
         <div class=nav><a href=/>首頁</a> &gt; <a href=/n>新聞</a> &gt; 正文</div><h1>河邊的村莊</h1>\
         <div class=article>{}<div class=share><a href=/s>分享到微博</a></div></div>\
         <div class=related><ul><li><a href=/1>另一篇</a><li><a href=/2>又一篇</a></ul></div>\
         <div class=footer>版權所有 某某網</div></body></html>",
        format!("<p>{paragraph}</p>").repeat(6)
    )
}

#[test]
fn what_is_around_the_main_text_is_folded_in_its_place() {
    let imported = imported(article(), Format::Html);
    let shown = shown(&imported);
    assert!(shown.starts_with("F|首頁 > 新聞 > 正文\nH1|河邊的村莊\n|河水"), "{shown}");
    for line in ["I0F|• 另一篇\n", "F|版權所有 某某網\n"] {
        assert!(shown.contains(line), "{shown}");
    }
    assert!(matches!(imported.remarks[..], [Remark::Folded(20..80)]), "{:?}", imported.remarks);
}

#[test]
fn the_line_that_says_what_the_page_calls_itself_is_its_title_whatever_element_it_is() {
    let page = article()
        .replace("<h1>河邊的村莊</h1>", "<div class=top><div>河邊的<b>村莊</b></div><div>甲報</div></div>");
    let shown = shown(&imported(page, Format::Html));
    assert!(shown.contains("\nH1|河邊的村莊\n") && !shown.contains("H1|甲報"), "{shown}");
}

#[test]
fn a_heading_that_names_the_site_is_none_of_the_text() {
    let page = article()
        .replace("村莊_某某網</title>", "村莊 @ 老王的家園 :: 某某網</title>")
        .replace("<h1>河邊的村莊</h1>", "<h1>老王的家園</h1><ul><li><h2>河邊的村莊</h2></ul>");
    let shown = shown(&imported(page, Format::Html));
    assert!(shown.contains("\nH2|河邊的村莊\n") && !shown.contains("H1|老王"), "{shown}");
}

#[test]
fn where_nothing_stands_out_nothing_is_folded() {
    for page in ["<p>一句話。</p><div>版權所有</div>", "<ul><li>甲<li>乙</ul>"] {
        assert_eq!(imported(page, Format::Html).remarks, [], "{page}");
    }
}

#[test]
fn the_encoding_is_what_the_bytes_are_before_what_they_say() {
    let page = |charset: &str| format!("<html><head><meta charset={charset}></head><body>總則與細則");
    let gb = |text: &str| gangmu::decode::encoding_named("gbk").unwrap().encode(text).0.into_owned();
    for (bytes, encoding) in [
        (page("gb2312").into_bytes(), "UTF-8"),
        (gb(&page("gb2312")), "gb18030"),
        (gb(&page("utf-8")), "gb18030"),
        (gb("<meta http-equiv=Content-Type content='text/html; charset=gbk'><p>總則"), "gb18030"),
        (page("utf-16").encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16LE"),
    ] {
        let imported = imported(bytes, Format::Html);
        assert_eq!(imported.decoded.encoding, encoding);
        assert!(imported.decoded.text.contains("總則"), "{}", imported.decoded.text);
    }
    let chosen = Options { encoding: gangmu::decode::encoding_named("big5"), ..Options::default() };
    let read = import(gb(&page("gbk")), Format::Html, &chosen).unwrap();
    assert_eq!(read.decoded.encoding, "Big5");
}

#[test]
fn a_page_without_text_says_so() {
    let read = import(b"<html><body><script>x</script>".to_vec(), Format::Html, &Options::default());
    assert_eq!(read.map(|imported| imported.decoded.text), Err(ImportError::NoText));
}

#[test]
fn depth_is_no_limit() {
    let page = format!("{}甲{}", "<div>".repeat(3000), "</div>".repeat(3000));
    assert_eq!(read(&page), "|甲\n");
}

/// Sentences as long as those of a notice.
fn sentences(count: usize) -> String {
    "各鎮要把今年的水利工程排進日程，先修渠，後修路，入冬以前把涵洞全部查完，查出來的毛病當月改好。"
        .repeat(count)
}

#[test]
fn the_text_between_the_parts_of_a_cell_is_of_the_main_text() {
    let page = format!(
        "<title>冬修水利的通知_某縣</title><table><tr><td><a href=/>首頁</a> <a href=/a>公開</a></table>\
         <table><tr><td><font size=5><b>冬修水利的通知</b></font></table>\
         <table><tr><td>各鎮：<br><b>一、要求</b><br>{0}<br><b>二、任務</b><br>{0}</table>\
         <table><tr><td>主辦：某縣 <a href=/m>地圖</a></table>",
        sentences(4)
    );
    let read = read(&page);
    let marks: Vec<_> = read.lines().map(|line| line.chars().take(4).collect::<String>()).collect();
    assert_eq!(marks, ["F|首頁", "H1|冬", "|各鎮：", "|一、要", "|各鎮要", "|二、任", "|各鎮要", "F|主辦"]);
}

#[test]
fn a_law_of_short_lines_is_no_furniture() {
    let article = |n: usize| {
        format!(
            "<div class=row><div class=no><a name={n} href='Single.aspx?n={n}'>第 {n} 條</a></div><div class=data>\
             <div class=article><div>主管機關應於每年入冬以前查明各圳路涵洞。</div></div></div></div>"
        )
    };
    let page = format!(
        "<title>圳路管理辦法-法規資料庫</title><ul><li><a href=/>首頁</a></ul><div class=law>{}</div>",
        (1..9).map(article).collect::<String>()
    );
    let read = read(&page);
    let of_law: Vec<_> = read.lines().filter(|line| line.contains("條") || line.contains("涵洞")).collect();
    assert!(of_law.len() == 16 && of_law.iter().all(|line| line.starts_with('|')), "{read}");
}
