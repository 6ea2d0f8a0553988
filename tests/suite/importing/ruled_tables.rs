//! Tables of PDFs, which are only lines between text.

use gangmu::import::hints::{Cell, Row};
use gangmu::import::{Format, Imported};

use super::papers::{in_font, paragraph, pdf, row};
use super::{imported, shown};

/// A line that is stroked.
fn line(from: (u32, u32), to: (u32, u32)) -> String {
    format!("{} {} m {} {} l S\n", from.0, from.1, to.0, to.1)
}

/// A line of thin areas, as Word has them: pieces and their corners.
fn bar(from: (u32, u32), to: (u32, u32)) -> String {
    let (width, height) = ((to.0 - from.0) / 4, (to.1 - from.1) / 4);
    let piece = |piece: u32| {
        let (x, y) = (from.0 + piece * width, from.1 + piece * height);
        let (wide, high) = (width.saturating_sub(1), height.saturating_sub(1));
        let (behind, below) = (x + u32::from(width > 0), y + u32::from(height > 0));
        format!("{x} {y} 1 1 re f {behind} {below} {} {} re f\n", wide.max(1), high.max(1))
    };
    (0..4).map(piece).collect()
}

/// All lines of a grid with these columns and rows.
fn grid(xs: &[u32], ys: &[u32], drawn: fn((u32, u32), (u32, u32)) -> String) -> String {
    let ends = |places: &[u32]| (*places.iter().min().unwrap(), *places.iter().max().unwrap());
    let ((left, right), (low, high)) = (ends(xs), ends(ys));
    let upright = xs.iter().map(|x| drawn((*x, low), (*x, high)));
    let level = ys.iter().map(|y| drawn((left, *y), (right, *y)));
    upright.chain(level).collect()
}

/// Three columns, and three rows below each other.
const XS: [u32; 4] = [100, 160, 260, 380];
const YS: [u32; 4] = [700, 660, 620, 580];

fn read(pages: &[String]) -> Imported {
    imported(pdf(pages, &[], ""), Format::Pdf)
}

/// The rows of each table: cells with their columns, and how many rows and columns they take if more than one.
fn tables(read: &Imported) -> Vec<Vec<String>> {
    let said = |cell: &Cell| {
        let text = cell.range.slice(&read.decoded.text);
        let breaks = cell.breaks.len();
        let over = (cell.columns > 1 || cell.rows > 1).then(|| format!("[{}x{}]", cell.columns, cell.rows));
        format!("{}:{text}{}{}", cell.column, over.unwrap_or_default(), "+".repeat(breaks))
    };
    let row = |row: &Row| row.cells.iter().map(said).collect::<Vec<_>>().join(" ");
    read.hints.tables.iter().map(|table| table.rows.iter().map(row).collect()).collect()
}

#[test]
fn a_table_stands_between_its_paragraphs() {
    for drawn in [line, bar] {
        let page = paragraph(780, 1, "如下。")
            + &row(106, 675, 12, "序號")
            + &row(170, 675, 12, "名稱")
            + &row(270, 675, 12, "數量")
            // Rows of cells that stand beside each other.
            + &row(106, 645, 12, "一")
            + &row(170, 645, 12, "河邊的大水車")
            + &row(170, 628, 12, "三架，新的。")
            + &row(270, 645, 12, "三")
            + &row(106, 605, 12, "二")
            + &row(170, 605, 12, "井。")
            + &row(170, 588, 12, "在村口。")
            + &grid(&XS, &YS, drawn)
            + &paragraph(540, 1, "完。");
        let read = read(&[page]);
        let shown = shown(&read);
        let lines: Vec<&str> = shown.lines().skip(1).collect();
        let first = ["T|序號\t名稱\t數量", "T|一\t河邊的大水車三架，新的。\t三", "T|二\t井。 在村口。\t"];
        assert_eq!(lines.get(..3), Some(&first[..]), "{shown}");
        assert!(lines.len() == 4 && lines.iter().skip(3).all(|line| line.starts_with('|')), "{shown}");
        assert_eq!(
            tables(&read),
            [["0:序號 1:名稱 2:數量", "0:一 1:河邊的大水車三架，新的。 2:三", "0:二 1:井。 在村口。+ 2:"]]
        );
    }
}

#[test]
fn what_no_line_separates_is_one_cell() {
    let level = line((100, 700), (380, 700))
        + &line((160, 660), (380, 660))
        + &line((100, 620), (380, 620))
        + &line((100, 580), (380, 580));
    let upright = line((100, 580), (100, 700))
        + &line((160, 620), (160, 700))
        + &line((260, 620), (260, 660))
        + &line((380, 580), (380, 700));
    let page = row(106, 655, 12, "村")
        + &row(170, 675, 12, "水利")
        + &row(170, 635, 12, "河")
        + &row(270, 635, 12, "井")
        + &row(106, 600, 12, "說明：以上皆新。");
    assert_eq!(
        tables(&read(&[page + &level + &upright])),
        [["0:村[1x2] 1:水利[2x1]", "1:河 2:井", "0:說明：以上皆新。[3x1]"]]
    );
}

#[test]
fn sides_may_be_open_and_lines_double() {
    // Level lines that go beyond the only upright one, doubled.
    let level: String = [700, 698, 660, 620].map(|y| line((100, y), (380, y))).concat();
    let text = row(106, 675, 12, "項目")
        + &row(270, 675, 12, "金額")
        + &row(106, 640, 12, "水車")
        + &row(270, 640, 12, "三百");
    let expected = [["0:項目 1:金額", "0:水車 1:三百"]];
    assert_eq!(tables(&read(&[text + &level + &line((260, 620), (260, 700))])), expected);
}

#[test]
fn a_table_within_a_cell_is_paragraphs_of_it() {
    let inner = grid(&[170, 260, 350], &[650, 630, 610], line)
        + &row(176, 635, 10, "長")
        + &row(266, 635, 10, "寬")
        + &row(176, 615, 10, "三")
        + &row(266, 615, 10, "四");
    let page = grid(&[100, 160, 380], &[700, 600, 560], line)
        + &row(106, 670, 12, "渠")
        + &row(166, 680, 12, "尺寸：")
        + &row(166, 580, 12, "無")
        + &inner;
    assert_eq!(tables(&read(&[page])), [["0:渠 1:尺寸： 長 寬 三 四++", "0: 1:無"]]);
}

#[test]
fn lines_without_cells_are_no_table() {
    let text = row(120, 675, 12, "村莊")
        + &row(280, 675, 12, "田野")
        + &row(120, 635, 12, "河")
        + &row(280, 635, 12, "井");
    let without_lines = read(std::slice::from_ref(&text)).decoded.text;
    let level = |ys: [u32; 3]| ys.map(|y| line((90, y), (400, y))).concat();
    let connector =
        line((200, 680), (235, 680)) + &line((235, 680), (235, 640)) + &line((235, 640), (270, 640));
    for (name, lines) in [
        ("a frame", grid(&[90, 400], &[710, 500], line)),
        ("boxes below each other", grid(&[90, 400], &[710, 660, 600], line)),
        ("rules between paragraphs", level([700, 660, 600])),
        (
            "boxes that a line joins",
            connector + &grid(&[110, 200], &[690, 670], line) + &grid(&[270, 380], &[650, 630], line),
        ),
        ("boxes for figures", grid(&[115, 132, 150], &[690, 670], line)),
        ("boxes over words", grid(&[90, 132, 400], &[690, 670, 630, 610], line)),
        ("a chart", grid(&[420, 440, 460], &[500, 480, 460], line)),
        ("the frame of a page with a head", grid(&[60, 440], &[780, 720, 40], line)),
    ] {
        let read = read(&[text.clone() + &lines]);
        assert_eq!(read.hints.tables, [], "{name}");
        assert_eq!(read.decoded.text, without_lines, "{name}");
    }
    // Columns of vertical writing are ruled too.
    let column = |x, c: u16| in_font("F3", x, 680, 12, c.to_be_bytes().into_iter());
    let page = grid(&[100, 140, 180, 220], &[700, 300], line) + &column(200, 0x4e00) + &column(160, 0x4e8c);
    assert_eq!(read(&[page]).hints.tables, []);
}

#[test]
fn text_within_the_frame_of_a_page_stays_text() {
    let page = grid(&[60, 440], &[780, 40], line)
        + &line((60, 740), (440, 740))
        + &line((250, 740), (250, 780))
        + &row(70, 755, 12, "某某水利")
        + &row(260, 755, 12, "編號")
        + &paragraph(700, 3, "放牛。");
    let read = read(&[page]);
    assert_eq!(tables(&read), [["0:某某水利 1:編號"]]);
    assert_eq!(read.decoded.text.lines().count(), 2, "{}", read.decoded.text);
}

/// A page that a table begins at the top of, with this in its rows, and a number below.
fn page(rows: &[[&str; 3]], number: &str) -> String {
    let ys: Vec<u32> = (0..=rows.len()).map(|row| 740 - 60 * u32::try_from(row).unwrap()).collect();
    let cells =
        rows.iter().zip(&ys).flat_map(|(row, y)| row.iter().zip(XS).map(move |(text, x)| (x, *y, *text)));
    // Seven characters a row.
    let text = cells.map(|(x, y, text)| {
        let chars: Vec<char> = text.chars().collect();
        let rows = chars.chunks(7).zip((0..).map(|at| y - 18 - 16 * at));
        rows.map(|(part, y)| row(x + 6, y, 12, &part.iter().collect::<String>())).collect::<String>()
    });
    text.collect::<String>() + &grid(&XS, &ys, line) + &row(240, 30, 9, number)
}

#[test]
fn a_table_goes_on_on_the_next_page() {
    let head = ["序號", "名稱", "備註"];
    let pages = [
        page(&[head, ["一", "河邊的大水車", "新"], ["二", "井在村口大樹下面，深三丈，水", ""]], "1"),
        page(&[head, ["", "是甜的。", ""], ["三", "渠", "舊"]], "2"),
        row(100, 700, 12, "完。") + &row(240, 30, 9, "3"),
    ];
    let read = read(&pages);
    assert_eq!(
        tables(&read),
        [[
            "0:序號 1:名稱 2:備註",
            "0:一 1:河邊的大水車 2:新",
            "0:二 1:井在村口大樹下面，深三丈，水是甜的。 2:",
            "0:三 1:渠 2:舊"
        ]]
    );
    assert_eq!(read.hints.tables[0].heads, 1);
    let shown = shown(&read);
    let marks: Vec<&str> = shown.lines().filter_map(|line| line.split('|').next()).collect();
    assert_eq!(marks, ["T", "T", "T", "T", "R", "R", "", "R"]);
}

#[test]
fn tables_of_two_pages_are_two_where_their_columns_differ() {
    let first = page(&[["一", "河", "甲"], ["二", "井", "乙"]], "1");
    let second = grid(&[100, 300, 380], &[740, 680, 620], line)
        + &row(106, 700, 12, "三")
        + &row(306, 700, 12, "渠")
        + &row(106, 640, 12, "四")
        + &row(306, 640, 12, "塘")
        + &row(240, 30, 9, "2");
    let read = read(&[first, second]);
    assert_eq!(tables(&read), [vec!["0:一 1:河 2:甲", "0:二 1:井 2:乙"], vec!["0:三 1:渠", "0:四 1:塘"]]);
}
