"""Counts how often the forms of words in printed-tw.txt and printed-hk.txt stand in texts of their region.

python3 printed.py FOLDER, with a folder as learn.py takes it. For each word: OpenCC's form, the other, and how often each
is met in each source. A word belongs in a list where writers and authorities of the region agree.
"""

import lzma
import pathlib
import sys

import opencc

SOURCES = {"tw": ["legislature_tw", "law_tw"], "hk": ["legislature_hk"]}


def main():
    folder, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parent
    for region, sources in SOURCES.items():
        standard = opencc.OpenCC("t2" + region)
        texts = [lzma.open(folder / f"{source}.txt.xz", "rt", encoding="utf-8").read() for source in sources]
        for line in (here / f"printed-{region}.txt").read_text("utf-8").splitlines():
            word, printed = line.split("\t")
            forms = {standard.convert(word), word} - {printed}
            counts = [f"{sum(map(text.count, forms))}:{text.count(printed)}" for text in texts]
            if forms:
                print(region, standard.convert(word), printed, *counts)


if __name__ == "__main__":
    main()
