"""Makes words.zip of jieba's dict.txt: python3 make.py dict.txt

A line of dict.txt is a word, its frequency and a tag; words that are not all ideographs are left out, and of the tags
it is kept whether the word is the name of a person or a place. The words are in an order in which each begins as the
last one did, as far as may be, so that little is left to be told of each.
"""

import itertools
import math
import pathlib
import sys
import zipfile

PACKAGE = pathlib.Path(__file__).resolve().parent / "words.zip"
NAMES = {"nr", "nrt", "nrfg", "ns", "nt"}
# So many steps a frequency doubles in.
STEPS = 8
# No word shares more of its beginning with the last one than this.
SHARED = 15


def varint(value):
    """A number in groups of seven bits, the lowest first."""
    found = bytearray()
    while value >= 128:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)


def numbers(content):
    value = bits = 0
    for byte in content:
        value |= (byte & 127) << bits
        bits += 7
        if byte < 128:
            yield value
            value = bits = 0


def write(package, members):
    """Writes a package that is the same each time."""
    with zipfile.ZipFile(package, "w") as package:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content, compresslevel=9)


def bits(flags):
    return bytes(sum(flag << bit for bit, flag in enumerate(flags[at:at + 8])) for at in range(0, len(flags), 8))


def pack(words):
    """The members of the package for words, each with its frequency and whether it is a name."""
    counts = {}
    for c in itertools.chain.from_iterable(words):
        counts[c] = counts.get(c, 0) + 1
    characters = sorted(counts, key=lambda c: (-counts[c], c))
    number = {c: index for index, c in enumerate(characters)}
    shapes, firsts, others, last = bytearray(), [], [], []
    keys = sorted([number[c] for c in word] for word in words)
    for key in keys:
        shared = next(i for i in itertools.count() if i == SHARED or i == len(last) or key[i] != last[i])
        shapes.append(shared << 4 | len(key) - shared - 1)
        firsts.append(key[shared] - (last[shared] if shared < len(last) else 0))
        others += key[shared + 1:]
        last = key
    known = [words["".join(characters[i] for i in key)] for key in keys]
    return {
        "characters.txt": "".join(characters),
        "shapes": bytes(shapes),
        "firsts": b"".join(map(varint, firsts)),
        "others": b"".join(map(varint, others)),
        "frequencies": bytes(1 + round(STEPS * math.log2(frequency)) if frequency else 0 for frequency, _ in known),
        "names": bits([is_name for _, is_name in known]),
    }


def read():
    """The words of the package, each with its frequency and whether it is a name."""
    with zipfile.ZipFile(PACKAGE) as package:
        member = {name: package.read(name) for name in package.namelist()}
    characters = member["characters.txt"].decode()
    firsts, others, found, last = numbers(member["firsts"]), numbers(member["others"]), {}, []
    for index, (shape, step) in enumerate(zip(member["shapes"], member["frequencies"])):
        shared = shape >> 4
        key = last[:shared] + [next(firsts) + (last[shared] if shared < len(last) else 0)]
        last = key + [next(others) for _ in range(shape & 15)]
        frequency = round(2 ** ((step - 1) / STEPS)) if step else 0
        found["".join(characters[i] for i in last)] = frequency, bool(member["names"][index // 8] >> index % 8 & 1)
    return found


def main():
    words = {}
    with open(sys.argv[1], encoding="utf-8") as entries:
        for entry in entries:
            word, frequency, tag = entry.split()
            if all("\u4e00" <= c <= "\u9fff" for c in word):
                words[word] = int(frequency), tag in NAMES
    write(PACKAGE, pack(words))


if __name__ == "__main__":
    main()
