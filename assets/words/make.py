"""Makes words.zip of jieba's dict.txt: python3 make.py dict.txt

A line is a word, its frequency and, where jieba tags it as a name of a person or a place, an n; words that are not
all ideographs are left out.
"""

import sys
import zipfile

NAMES = {"nr", "nrt", "nrfg", "ns", "nt"}
lines = []
with open(sys.argv[1], encoding="utf-8") as entries:
    for entry in entries:
        word, frequency, tag = entry.split()
        if all("\u4e00" <= c <= "\u9fff" for c in word):
            lines.append(" ".join([word, frequency] + ["n"] * (tag in NAMES)) + "\n")
info = zipfile.ZipInfo("words.txt", (1980, 1, 1, 0, 0, 0))
info.compress_type = zipfile.ZIP_DEFLATED
with zipfile.ZipFile("words.zip", "w") as package:
    package.writestr(info, "".join(lines), compresslevel=9)
