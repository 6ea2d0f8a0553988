#!/usr/bin/env python3
"""Make the five embedded font files from Debian's fonts.

    apt install python3-fonttools fonts-noto-cjk fonts-hanazono
    python3 make.py --opencc OpenCC/data/dictionary          # writes beside this script
    python3 make.py --opencc OpenCC/data/dictionary -o out   # writes elsewhere

OpenCC is a checkout of that project, release 1.4.2: its dictionaries say which characters a conversion can
write. Without apt: `pip install fonttools`, and name the sources with --noto and --hanazono. Takes six minutes.

Result                              faces        characters
NotoSansCJK-SC-TC-HK.ttc            SC, TC, HK   the set `wide`, for text
NotoSansCJK-Bold-SC-TC-HK.ttc       SC, TC, HK   the set `common`, for headings
NotoSerifCJK-SC-TC-HK.ttc           SC, TC, HK   the set `common`, for text
NotoSerifCJK-Marks-SC-TC-HK.ttc     SC, TC, HK   the set MARKS, for text in a typeface of the system
GangmuRare.ttf                      one          what OpenCC can read or write and Noto Sans CJK has no glyph for

The three faces of a collection share one table of outlines; they differ only in which outline a character
maps to. OpenType layout is dropped because the window uses none of it (egui sets neither language nor
features), and hinting because the outlines are drawn with antialiasing at reading sizes.
The output depends on the sources alone: time stamps are kept from them.
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
# Positions of the faces in Debian's NotoSansCJK-*.ttc: 0 JP, 1 KR, 2 SC, 3 TC, 4 HK, then the monospaced ones.
FACES = (2, 3, 4)
LAYOUT_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG", "gasp")

# Everything that is no ideograph and turns up in Chinese text: Latin with pinyin, Greek, Cyrillic, punctuation,
# numbers in circles, arrows, boxes, long dashes, kana, bopomofo, radicals, strokes, compatibility and full-width forms.
SYMBOLS = (
    (0x0020, 0x007F), (0x00A0, 0x0460), (0x1E00, 0x1F00), (0x2000, 0x2070),
    (0x2070, 0x20D0), (0x2100, 0x2600), (0x2600, 0x27C0), (0x2900, 0x2C00), (0x2E00, 0x3130), (0x31A0, 0x3400),
    (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFF0), (0x1F100, 0x1F300),
)
# Punctuation that is as wide as an ideograph, with its forms for columns. Where it stands in its square depends on the
# region, and in many fonts quotation marks are narrow: the spacing of the text relies on these.
MARKS = (
    (0x2014, 0x2017), (0x2018, 0x201E), (0x2025, 0x2027), (0x2E3A, 0x2E3B), (0x3000, 0x3004), (0x3008, 0x3012),
    (0x3014, 0x3020), (0xFE10, 0xFE1A), (0xFE30, 0xFE50), (0xFF01, 0xFF02), (0xFF08, 0xFF0A), (0xFF0C, 0xFF0D),
    (0xFF0E, 0xFF0F), (0xFF1A, 0xFF1C), (0xFF1F, 0xFF20), (0xFF3B, 0xFF3C), (0xFF3D, 0xFF3E), (0xFF5B, 0xFF5F),
)
# Height and depth of a line in thousandths of an em, as Noto Sans CJK has them. egui centres faces that stand in one
# line by their heights, so with these all have one base line.
LINE = (1160, -288)
BASIC_IDEOGRAPHS = range(0x4E00, 0xA000)
# Ideographs beyond the basic plane: Noto Sans CJK has some 2,300 of them, all in use in names or in Hong Kong.
SUPPLEMENTARY_IDEOGRAPHS = range(0x20000, 0x323B0)
# The characters of mainland China's table of 8,105 (2013) that Unicode put into Extension A.
TABLE_OF_2013_IN_EXTENSION_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃"
    "䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)


def characters_of(codec):
    """The code points that a character set of Python can encode, ASCII left out."""
    found = set()
    for code in range(0xA0, 0x30000):
        try:
            chr(code).encode(codec)
        except UnicodeError:
            continue
        found.add(code)
    return found


def big5_level_1():
    """Big5's symbols and its 5,401 frequently used ideographs: what lies before C67F."""
    return {c for c in characters_of("big5") if chr(c).encode("big5") <= b"\xc6\x7e"}


def opencc_characters(folder):
    """(what OpenCC's Chinese dictionaries can read, what they can write), as code points."""
    read, written = set(), set()
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith("JP"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            key, tab, values = line.partition("\t")
            if tab and not line.startswith("#"):
                read.update(map(ord, key))
                written.update(map(ord, values.replace(" ", "").replace("\t", "")))
    if not written:
        raise SystemExit(f"no OpenCC text dictionaries in {folder}")
    return read, written


def character_sets(opencc):
    """The sets `common`, `wide`, and the characters of OpenCC that have to be shown somehow."""
    read, written = opencc_characters(opencc)
    symbols = {code for start, end in SYMBOLS for code in range(start, end)}
    common = symbols | characters_of("gb2312") | big5_level_1() | written
    wide = common | read | set(BASIC_IDEOGRAPHS) | set(SUPPLEMENTARY_IDEOGRAPHS)
    wide |= characters_of("big5") | characters_of("big5hkscs") | set(map(ord, TABLE_OF_2013_IN_EXTENSION_A))
    return common, wide, read | written


def options():
    """What a subset keeps: outlines, metrics, the character map and every name record."""
    chosen = subset.Options()
    chosen.hinting = False
    chosen.layout_features = []
    chosen.name_IDs = ["*"]
    chosen.name_languages = ["*"]
    chosen.notdef_outline = True
    chosen.drop_tables += LAYOUT_TABLES
    chosen.recalc_timestamp = False
    return chosen


def cut(font, code_points, glyphs):
    """Reduces `font` in place to the characters and glyphs given."""
    cutter = subset.Subsetter(options())
    cutter.populate(unicodes=code_points, glyphs=glyphs)
    cutter.subset(font)


def level(font):
    """Gives `font` the line of Noto Sans CJK."""
    em = font["head"].unitsPerEm
    height, depth = (round(part * em / 1000) for part in LINE)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = height, depth, 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = height, -depth


def make_collection(source, code_points, target):
    """The faces SC, TC and HK of `source`, reduced to `code_points`, as one collection. Returns its characters."""
    faces = [TTFont(source, fontNumber=number, recalcTimestamp=False) for number in FACES]
    maps = [face.getBestCmap() for face in faces]
    # The same glyphs in each face make the outline tables equal; only equal tables are shared.
    glyphs = {map_[code] for map_ in maps for code in code_points if code in map_}
    for face in faces:
        # Variation sequences differ from face to face and would make the glyph sets differ with them.
        face["cmap"].tables = [table for table in face["cmap"].tables if table.format != 14]
        cut(face, code_points, glyphs)
        level(face)
    collection = TTCollection()
    collection.fonts = faces
    collection.save(target, shareTables=True)
    return set(maps[0])


def add_replacement_sign(font):
    """U+FFFD, what stands for bytes that are no character: no source has it. A black lozenge with a white one in it."""
    em = font["head"].unitsPerEm
    pen = TTGlyphPen(None)
    for size, order in ((0.46, (0, 1, 2, 3)), (0.2, (0, 3, 2, 1))):
        x, y, r = em * 0.5, em * 0.38, em * size
        corners = [(x, y + r), (x + r, y), (x, y - r), (x - r, y)]
        start, *rest = [tuple(map(round, corners[corner])) for corner in order]
        pen.moveTo(start)
        for corner in rest:
            pen.lineTo(corner)
        pen.closePath()
    name = "replacement"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (em, int(em * 0.04))
    if "vmtx" in font:
        font["vmtx"][name] = (em, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0xFFFD] = name


def make_supplement(source, code_points, target):
    """What `source` has of `code_points` under a name of our own: its licence reserves its names."""
    font = TTFont(source, recalcTimestamp=False)
    # FontForge's own time stamps, which fonttools cannot cut.
    del font["FFTM"]
    cut(font, code_points & set(font.getBestCmap()), set())
    version = str(font["name"].getDebugName(5))
    names = font["name"]
    names.names = []
    for number, text in {
        0: "Copyright (c) 2011, GlyphWiki Project. Created by GlyphWiki (http://glyphwiki.org/).",
        1: "Gangmu Rare",
        2: "Regular",
        3: f"Gangmu Rare; {version}",
        4: "Gangmu Rare",
        5: f"Version 1.000; from GlyphWiki {version}",
        6: "GangmuRare-Regular",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)
    add_replacement_sign(font)
    font.save(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/opentype/noto"))
    parser.add_argument("--hanazono", type=Path, default=Path("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"))
    parser.add_argument("--opencc", type=Path, required=True, help="folder of OpenCC's text dictionaries")
    parser.add_argument("-o", "--output", type=Path, default=HERE)
    arguments = parser.parse_args()
    common, wide, opencc = character_sets(arguments.opencc)
    arguments.output.mkdir(parents=True, exist_ok=True)
    in_noto = make_collection(
        arguments.noto / "NotoSansCJK-Regular.ttc", wide, arguments.output / "NotoSansCJK-SC-TC-HK.ttc"
    )
    make_collection(
        arguments.noto / "NotoSansCJK-Bold.ttc", common, arguments.output / "NotoSansCJK-Bold-SC-TC-HK.ttc"
    )
    serif = arguments.noto / "NotoSerifCJK-Regular.ttc"
    make_collection(serif, common, arguments.output / "NotoSerifCJK-SC-TC-HK.ttc")
    marks = {code for start, end in MARKS for code in range(start, end)}
    make_collection(serif, marks, arguments.output / "NotoSerifCJK-Marks-SC-TC-HK.ttc")
    make_supplement(arguments.hanazono, opencc - in_noto, arguments.output / "GangmuRare.ttf")


if __name__ == "__main__":
    main()
