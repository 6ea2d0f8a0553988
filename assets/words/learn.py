"""Makes contexts.zip: which reading of a character of several readings stands in which context.

    python3 learn.py CORPUS [--hold SOURCE] [--check PAIRS.tsv]

CORPUS is a folder of texts that were written in traditional script, one paragraph a line (SOURCES below, .txt.xz);
prose/ beside this script has more (PROSE below). They are converted to simplified script; what each ambiguous
character was before is the truth. For every such character a multinomial regression is fitted over what stands around
it: the characters, classes of characters that are alike, and what OpenCC says. Words of jieba, phrases of OpenCC and the
names in names.txt take part, each by itself, without neighbours. How often officials and lists of words have a reading
is told apart from what stands around it, and not kept. What is written are numbers only: hashes of contexts with their
weights.

With --hold a source is left out of the learning and all of it tested; without, one part in twenty of each of CORPUS.
PAIRS are lines of an id, a simplified and a traditional sentence, which are only tested.

Needs numpy, scipy and opencc 1.4.2 (the Python packages).
"""

import argparse
import lzma
import pathlib
import re
import struct

import numpy as np
import opencc
import scipy.sparse as sparse
from scipy.optimize import minimize
from scipy.sparse.linalg import svds

import make

HERE = pathlib.Path(__file__).resolve().parent
# Source: how it goes to simplified script, its weight, and its region (0: none, 1: Taiwan, 2: Hong Kong).
SOURCES = {
    "legislature_tw": ("tw2s", 1.0, 1),
    "law_tw": ("tw2s", 0.5, 1),
    "legislature_hk": ("hk2s", 1.0, 2),
    # Mostly classical.
    "literature": ("tw2s", 1.0, 0),
}
# Prose written for this purpose: its files, of which the aimed ones are full of rare readings.
PROSE = {
    "prose": ("literary.txt", "matter.txt"),
    "aimed": (
        "aimed.txt", "borders.txt", "articles.txt", "hongkong.txt", "taiwan.txt", "speeches.txt", "work.txt",
        "reports.txt", "stories.txt", "computing.txt", "offices.txt", "world.txt",
    ),
}
PROSE_WEIGHT = 3.0
# What a name or term of our own list weighs at least, as words do by how often they are seen.
NAMED = 5.0
# Sources whose readings are not as frequent as elsewhere: each has a number, and a bias of its own that is not kept.
HABITS = {"words": 1, "aimed": 2, "legislature_tw": 3, "law_tw": 4, "legislature_hk": 5}
SEED = 16
# How little a bias of a source's own may be.
HABIT = 2.0
# At most so many samples of each reading and source are learnt from, and each stands for so many at most.
MOST = 5000
STANDS_FOR = 5
# A context that is seen less often is not learnt.
SEEN = 2
# How little a weight may be.
SMALL = 2.0
# How much OpenCC's choice weighs before anything is known of it.
TRUST = 1.5
# Samples that follow one another are of one fold, and so many weights of samples of each source decide how far contexts
# are believed.
RUN = 25
EQUAL = 2000
# Weights are kept in sixteenths; smaller ones than this are left out.
LEAST = 0.1
# So many bits of a hash are kept.
KEY = 24
# A character of which a book has so large a share as simplified script has it, where OpenCC would not, is not learnt
# from there: it was left so by whoever made the book traditional.
LEFT = 0.3
CLASSES = 120
# Those that are a class of their own.
NUMERALS = "〇零二三四五六七八九十百千万亿两几数"
SIZE = 0x30000
LINE_END, UNKNOWN = 10, 1
# Pairs that differ in style rather than meaning: OpenCC's choice for the region stays.
STYLE = "台臺 檯臺 鑒鑑 佈布 閒閑 巖岩 盃杯 么麽 麼麽 啓啟 汙污 占佔 群羣 峰峯 淨凈 唸念 菸煙 烟煙"
# A variant in OpenCC's tables of which OpenCC's phrases make another word: 人參與 is no 人蔘.
APART = "蔘"
# What offices, old books and OpenCC's phrases spell otherwise than most do today is learnt from prose alone.
SPELT = re.compile("[瞭了](?=解)|[坐座](?=[標标])|[燬毀讚贊嘆歎迴回徑逕冢塚修脩俊儁御禦飢饑淒悽弦絃]")
# Characters that are family names as they are; first characters of names.
FAMILY = "余于范姜郁岳朴沈涂谷卜"

# Templates: places around the character, of characters and of classes.
AROUND = [(-1,), (1,), (-2, -1), (1, 2), (-1, 1), (-3, -2, -1), (1, 2, 3), (-2, -1, 1), (-1, 1, 2)]
ALIKE = [(-1,), (1,), (-2, -1), (1, 2), (-1, 1)]
REGIONAL = [(), (-1,), (1,)]
# Characters that names from abroad are written with; up to so many of them count on either side.
FOREIGN = (
    "阿埃艾安奥巴班贝彼宾博布查达戴德迪蒂丁杜顿厄恩尔菲费芬夫弗福戈格根哈赫亨胡霍基吉加贾卡凯喀坎科克肯库奎拉莱赖兰朗劳勒雷里"
    "丽利莲廉林琳隆卢鲁伦罗洛马玛迈曼芒梅蒙姆莫默穆纳娜奈内尼宁纽努诺欧帕潘佩皮珀普奇乔琼丘萨塞桑森莎圣施史斯丝苏索塔泰坦特"
    "腾提廷图托瓦威韦维沃乌西希锡谢辛休雅亚耶叶伊因尤约泽扎詹治佐妮·")
ABROAD = 3
# Places at which an ideograph counts wherever it stands.
ANYWHERE = [offset for offset in range(-5, 6) if offset]
IDEOGRAPHS = 0x3400, 0xA000
BIAS, CHOSEN = 60, 61


def entries(name):
    for line in (HERE.parent / "opencc" / name).read_text("utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            key, values = line.split("\t")
            yield key, values.split(" ")


def folds():
    fold = {}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for key, values in entries(name):
            for value in values:
                if key not in APART:
                    fold.setdefault(value, key)
    # A pair of which the other way round is in OpenCC's tables is one all the same.
    root = lambda c: c if fold.get(c, c) == c else root(fold[c])
    for one, other in STYLE.split():
        if root(one) != root(other):
            fold[root(one)] = root(other)
    table = np.arange(SIZE)
    for variant in fold:
        table[ord(variant)] = ord(root(variant))
    return table


FOLD = folds()
CANDIDATES = {key: values for key, values in entries("STCharacters.txt") if len(values) > 1}


def readings(character):
    """The readings that differ in meaning, each with its forms, in OpenCC's order."""
    found = {}
    for form in CANDIDATES[character]:
        found.setdefault(int(FOLD[ord(form)]), []).append(form)
    return found


READINGS = {c: found for c in CANDIDATES if len(found := readings(c)) > 1}
IS_OPEN = np.zeros(SIZE, bool)
IS_OPEN[[ord(c) for c in READINGS]] = True


def kinds():
    """One character for all of a kind: digits, letters, marks of both widths, blanks."""
    table = np.arange(SIZE)
    for first, last, kind in ("090", "０９0", "AZa", "aza", "ＡＺa", "ａｚa"):
        table[ord(first):ord(last) + 1] = ord(kind)
    for half, full in zip(",;:?!().．", "，；：？！（）。。"):
        table[ord(half)] = ord(full)
    for mark in "“”‘’「」『』《》〈〉":
        table[ord(mark)] = ord("「")
    for dot in "•・‧":
        table[ord(dot)] = ord("·")
    for blank in " \u3000\t\r":
        table[ord(blank)] = LINE_END
    return table


KIND = kinds()
IS_FOREIGN = np.isin(np.arange(SIZE), [ord(c) for c in FOREIGN])


# So many line ends stand between lines that none is seen from another.
GAP = 6


class Text:
    """Lines in three forms, with line ends between: as they were, simplified, and what OpenCC makes of that."""

    def __init__(self, lines, region=0, weights=None, gap="\n"):
        lines = [line for line in lines if len({len(form) for form in line}) == 1]
        self.before, self.simple, self.opencc = (
            np.minimum(np.frombuffer((gap * GAP + "".join(line[i] + gap * GAP for line in lines)).encode("utf-32-le"),
                                     np.uint32), SIZE - 1).astype(np.int64) for i in range(3))
        self.region, self.weights = region, weights
        places = np.nonzero(IS_OPEN[self.simple])[0]
        places = places[np.argsort(self.simple[places], kind="stable")]
        at = self.simple[places]
        cuts = np.nonzero(np.diff(at))[0] + 1
        self.places = {int(self.simple[part[0]]): part for part in np.split(places, cuts)} if len(places) else {}
        # Classes of context, those of unknown ones below nothing.
        self.kind = np.where(self.simple == UNKNOWN, -1, KIND[self.simple])

    def samples(self, character, known):
        places = self.places.get(ord(character), np.zeros(0, np.int64))
        truth, chosen = np.full(len(places), -1), np.zeros(len(places), np.int64)
        for index, form in enumerate(known):
            truth[FOLD[self.before[places]] == form] = index
            chosen[FOLD[self.opencc[places]] == form] = index
        good = truth >= 0
        return places[good], truth[good], chosen[good]


def batches(lines, size=100_000):
    batch, length = [], 0
    for line in lines:
        batch.append(line)
        length += len(line)
        if length > size:
            yield batch
            batch, length = [], 0
    yield batch


def corpus(folder, name):
    simplify, _, region = SOURCES[name]
    lines = lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8").read().split("\n")
    there, back, found = opencc.OpenCC(simplify), opencc.OpenCC("s2t"), []
    if name == "literature":
        # A book is a line; they are cut at ends of sentences.
        for book in lines:
            left = left_simplified(book, there, back)
            parts = re.findall(r".{1,1500}(?:[。！？」]|$)|.{1,1500}", book)
            found += [(before.translate(left), simple, again) for before, simple, again in triples(parts, there, back)]
    else:
        found = triples(lines, there, back)
    return Text([(SPELT.sub(chr(UNKNOWN), before), simple, again) for before, simple, again in found], region)


def prose(name):
    lines = [line for file in PROSE[name] for line in (HERE / "prose" / file).read_text("utf-8").split("\n") if line]
    return Text(triples(lines, opencc.OpenCC("tw2s"), opencc.OpenCC("s2t")))


def triples(lines, there, back):
    """Each line with its simplified form and what OpenCC makes of that."""
    found = []
    for batch in batches(lines):
        simple = there.convert("\n".join(batch))
        found += zip(batch, simple.split("\n"), back.convert(simple).split("\n"))
    return found


def left_simplified(book, there, back):
    """The characters that whoever made a book traditional left simplified, as a table that makes them unknown."""
    simple = there.convert(book)
    left, other = {}, {}
    for before, now, again in zip(book, simple, back.convert(simple)):
        if now in READINGS and FOLD[ord(now)] != FOLD[ord(again)]:
            other[now] = other.get(now, 0) + 1
            left[now] = left.get(now, 0) + (before == now)
    return {ord(c): UNKNOWN for c, count in left.items() if count >= max(2, LEFT * other[c])}


def words():
    """Words by themselves, nothing known of what stands beside."""
    phrases = {}
    for name in ("STPhrases.txt", "STPhrases_GeneratedFromRegionalPhrases.txt"):
        for key, values in entries(name):
            if len(values[0]) == len(key):
                phrases.setdefault(key, values[0])
    kept = kept_in_names(phrases)
    named = names()
    known = make.read()
    chosen = sorted(word for word in {*phrases, *known, *named} if len(word) > 1 and any(c in READINGS for c in word))
    lines, weights = [], []
    for word, converted in zip(chosen, opencc.OpenCC("s2t").convert("\n".join(chosen)).split("\n")):
        truth = phrases.get(word, converted)
        frequency, is_name = known.get(word, (2, False))
        weight = min(1 + np.log1p(frequency), 10) * (1 if word in phrases else 0.3)
        if word in named:
            truth, weight = named[word], max(weight, NAMED)
        elif is_name and word not in phrases:
            truth = "".join(c if c in kept and form == CANDIDATES[c][0] or i == 0 and c in FAMILY else form
                            for i, (c, form) in enumerate(zip(word, truth)))
            weight = max(weight, 3.0)
        if len(truth) == len(word) == len(converted):
            lines.append((SPELT.sub(chr(UNKNOWN), truth), word, converted))
            weights += [0] * GAP + [weight] * len(word)
    return Text(lines, weights=np.array(weights + [0] * GAP), gap=chr(UNKNOWN))


def names():
    """Names and terms of our own list, in simplified script, as they are in traditional; none that are two."""
    lines = (HERE / "names.txt").read_text("utf-8").split()
    found = {}
    for name, simple in zip(lines, opencc.OpenCC("tw2s").convert("\n".join(lines)).split("\n")):
        found.setdefault(simple, set()).add(name)
    return {simple: forms.pop() for simple, forms in found.items() if len(forms) == 1}


def kept_in_names(phrases):
    """Characters that are often the same in both scripts though OpenCC's first candidate is another."""
    counts = {}
    for key, value in phrases.items():
        for c, form in zip(key, value):
            if c in READINGS:
                count = counts.setdefault(c, [0, 0])
                count[0] += FOLD[ord(c)] == FOLD[ord(form)]
                count[1] += 1
    return {c for c, (same, seen) in counts.items()
            if c in CANDIDATES[c][1:] and FOLD[ord(CANDIDATES[c][0])] != FOLD[ord(c)] and same * 5 >= seen * 2}


def weight_of(name):
    return SOURCES[name][1] if name in SOURCES else PROSE_WEIGHT


def classes(texts):
    """Classes of characters that stand beside the same ones: 0 for rare ones."""
    rows, columns, counts = [], [], []
    for name, text in texts.items():
        pairs, seen = np.unique(text.kind[:-1] * SIZE + text.kind[1:], return_counts=True)
        rows.append(pairs // SIZE), columns.append(pairs % SIZE), counts.append(seen * weight_of(name))
    for word, (frequency, _) in make.read().items():
        codes = [ord(c) for c in word]
        rows.append(codes[:-1]), columns.append(codes[1:])
        counts.append([min(frequency + 1, 3000) ** 0.75] * (len(word) - 1))
    after = sparse.coo_matrix((np.concatenate(counts), (np.concatenate(rows).astype(np.int64),
                               np.concatenate(columns).astype(np.int64))), shape=(SIZE, SIZE)).tocsr()
    total = np.asarray(after.sum(1)).ravel() + np.asarray(after.sum(0)).ravel()
    common = np.argsort(-total, kind="stable")[:5500]
    common = common[(total[common] > 60) & (common < 0x10000)]

    def association(matrix):
        matrix = matrix.tocoo()
        row, column = np.asarray(matrix.sum(1)).ravel(), np.asarray(matrix.sum(0)).ravel()
        value = np.log(matrix.data * matrix.data.sum() / (row[matrix.row] * column[matrix.col]))
        value = np.maximum(value, 0) * (matrix.data >= 2)
        return sparse.csr_matrix((value, (matrix.row, matrix.col)), shape=matrix.shape)

    both = sparse.hstack([association(side[common][:, common[:3000]]) for side in (after, after.T.tocsr())]).tocsr()
    left, strength, _ = svds(both, k=60, random_state=SEED)
    points = left * strength ** 0.5
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    centres = points[np.random.default_rng(SEED).choice(len(points), CLASSES - 1, replace=False)]
    for _ in range(25):
        nearest = (points @ centres.T).argmax(1)
        for index in range(CLASSES - 1):
            if (nearest == index).any():
                centre = points[nearest == index].mean(0)
                centres[index] = centre / (np.linalg.norm(centre) + 1e-9)
    table = np.zeros(SIZE, np.int64)
    table[common] = nearest + 1
    table[[ord(c) for c in NUMERALS]] = CLASSES
    # What is no ideograph is a class of its own.
    for index, mark in enumerate("0a\n，。「、（）："):
        table[KIND[ord(mark)]] = CLASSES + 1 + index
    return table


MASK = (1 << 64) - 1


def mix(state, value):
    """As `Mix` of src/script/hash.rs."""
    state = np.atleast_1d(np.asarray(state, np.uint64))
    return ((state << np.uint64(5) | state >> np.uint64(59)) ^ np.asarray(value).astype(np.uint64)) * np.uint64(
        0x9E3779B97F4A7C15)


def contexts(text, places, table, region=None):
    """For each place the hashes of its contexts, 0 where one is not known."""
    found, region = [], text.region if region is None else region

    def add(template, values, good=True):
        state = mix(np.uint64(0), template)
        for value in values:
            state = mix(state, value)
        found.append(np.where(good, np.broadcast_to(state, len(places)), np.uint64(0)))

    near = {offset: text.kind[places + offset] for offset in range(-5, 6)}
    alike = {offset: table[np.maximum(near[offset], 0)] for offset in near}
    known = {offset: near[offset] >= 0 for offset in near}
    for index, template in enumerate(AROUND):
        add(index, [near[o] for o in template], np.logical_and.reduce([known[o] for o in template]))
    for index, template in enumerate(ALIKE):
        # A class of marks has but one mark, which counts already.
        tells = np.logical_or.reduce([alike[o] <= CLASSES for o in template])
        add(20 + index, [alike[o] for o in template], np.logical_and.reduce([known[o] for o in template]) & tells)
    for offset in ANYWHERE:
        add(50, [near[offset]], (near[offset] >= IDEOGRAPHS[0]) & (near[offset] < IDEOGRAPHS[1]))
    runs = [sum(np.logical_and.accumulate([IS_FOREIGN[near[sign * step]] for step in range(1, ABROAD + 1)]).astype(int))
            for sign in (-1, 1)]
    add(52, runs, sum(runs) > 1)
    for index, template in enumerate(REGIONAL):
        good = np.logical_and.reduce([known[o] for o in template] or [np.full(len(places), True)])
        add(40 + index, [region] + [near[o] for o in template], good & (region > 0))
    return np.stack(found, 1)


class Samples:
    """Contexts of a character and which of its readings stands in each."""

    def __init__(self, count, keys, truth, chosen, weights, habit):
        self.count, self.keys, self.truth, self.chosen, self.weights, self.habit = (
            count, keys, truth, chosen, weights, habit)
        rows = np.arange(len(keys))
        self.target, self.opinion = np.zeros((len(keys), count)), np.zeros((len(keys), count))
        self.target[rows, truth] = self.opinion[rows, chosen] = 1
        self.habits = sparse.csr_matrix(((habit > 0).astype(float), (rows, habit)),
                                        shape=(len(keys), max(HABITS.values()) + 1))

    def part(self, these):
        return Samples(self.count, *(column[these] for column in (
            self.keys, self.truth, self.chosen, self.weights, self.habit)))

    def loss(self, odds, usual, bias, trust, firm):
        """What odds by context cost with what is usual and OpenCC's choice; and the slopes."""
        odds = odds + self.habits @ usual + bias + self.opinion * trust
        odds = np.exp(odds - odds.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        cost = -(self.weights * np.log((odds * self.target).sum(1) + 1e-12)).sum()
        cost += (bias ** 2).sum() / 20 + firm * ((trust - TRUST) ** 2).sum() + HABIT * (usual ** 2).sum() / 2
        slope = (odds - self.target) * self.weights[:, None]
        return cost, slope, [(self.habits.T @ slope + HABIT * usual).ravel(), slope.sum(0) + bias / 10,
                             (slope * self.opinion).sum(0) + 2 * firm * (trust - TRUST)]

    def least(self, first, cost, steps):
        """The values of least cost: `first` ones, of habits, the bias, and the weight of OpenCC's choice."""
        sizes = np.cumsum([len(first), self.habits.shape[1] * self.count, self.count])
        def parts(values):
            first, usual, bias, trust = np.split(values, sizes)
            return first, usual.reshape(-1, self.count), bias, trust
        start = np.concatenate([first, np.zeros(sizes[2] - len(first)), np.full(self.count, TRUST)])
        found = minimize(lambda values: cost(*parts(values)), start, jac=True, method="L-BFGS-B",
                         options={"maxiter": steps})
        return parts(found.x)


def fit(samples, steps=80):
    """The hashes with their weights for each reading, the bias, and the weight of OpenCC's choice."""
    rows, width = samples.keys.shape
    known, inverse = np.unique(samples.keys.ravel(), return_inverse=True)
    keep = (np.bincount(inverse) >= SEEN) & (known > 0)
    column = np.where(keep, np.cumsum(keep) - 1, -1)[inverse]
    good, features = column >= 0, int(keep.sum())
    matrix = sparse.csr_matrix((np.ones(good.sum()), (np.repeat(np.arange(rows), width)[good], column[good])),
                               shape=(rows, features))
    back = matrix.T.tocsr()

    def cost(weight, *others):
        weight = weight.reshape(features, samples.count)
        cost, slope, slopes = samples.loss(matrix @ weight, *others, firm=20)
        cost += SMALL * (weight ** 2).sum() / 2
        return cost, np.concatenate([(back @ slope + SMALL * weight).ravel(), *slopes])

    weight, _, bias, trust = samples.least(np.zeros(features * samples.count), cost, steps)
    return known[keep], weight.reshape(features, samples.count), bias, trust


def by_context(known, weight, keys):
    index = np.minimum(np.searchsorted(known, keys.ravel()), len(known) - 1)
    hit = known[index] == keys.ravel()
    return (weight[index] * hit[:, None]).reshape(*keys.shape, weight.shape[1]).sum(1)


def believed(samples):
    """By how much weights of contexts are worth less than they seem, the bias, and the weight of OpenCC's choice.

    On what a weight was learnt from it looks better than it is, and OpenCC's choice worse; so each half is judged by
    what was learnt from the other. Words by themselves have no context, and tell nothing of it. None where there is too
    little.
    """
    fold, told = np.arange(len(samples.keys)) // RUN % 2, samples.habit != HABITS["words"]
    odds = np.zeros((len(samples.keys), samples.count))
    for half in (0, 1):
        others = samples.part(fold != half)
        if len(np.unique(others.truth)) < 2 or not told.any():
            return None
        known, weight, _, _ = fit(others, 50)
        odds[fold == half] = by_context(known, weight, samples.keys[fold == half])
    judged, odds = samples.part(told), odds[told]
    for habit in np.unique(judged.habit):
        these = judged.habit == habit
        judged.weights[these] *= min(1, EQUAL / judged.weights[these].sum())

    def cost(worth, *others):
        cost, slope, slopes = judged.loss(worth * odds, *others, firm=2)
        cost += 20 * ((worth - 1) ** 2).sum()
        return cost, np.concatenate([(slope * odds).sum() + 40 * (worth - 1), *slopes])

    worth, _, bias, trust = judged.least(np.ones(1), cost, 100)
    return worth[0], bias, trust


def score(learnt, keys, chosen):
    known, weight, bias, trust = learnt
    odds = by_context(known, weight, keys) + bias
    odds[np.arange(len(keys)), chosen] += trust[chosen]
    return odds


def gather(character, texts, hold, table):
    """Samples to learn from, samples to test with, and by how much each reading was thinned out."""
    known, learn, test = list(READINGS[character]), [], []
    random = np.random.default_rng([SEED, ord(character)])
    real, used = np.full(len(known), 0.5), np.full(len(known), 0.5)
    for name, text in texts.items():
        places, truth, chosen = text.samples(character, known)
        weights = text.weights[places] if name == "words" else np.full(len(places), weight_of(name))
        if name in SOURCES or name == hold:
            aside = np.full(len(places), True) if name == hold else (places >> 15) % 20 == 7
            test.append((name, text, places[aside], truth[aside], chosen[aside]))
            keep = ~aside
            for index in range(len(known)):
                these = np.nonzero((truth == index) & ~aside)[0]
                if len(these) > MOST:
                    keep[random.choice(these, len(these) - MOST, replace=False)] = False
                    weights[these] *= min(len(these) / MOST, STANDS_FOR)
                real[index] += len(these)
                used[index] += min(len(these), STANDS_FOR * MOST)
            places, truth, chosen, weights = places[keep], truth[keep], chosen[keep], weights[keep]
        habit = np.full(len(places), HABITS.get(name, 0))
        # A word is the same in all regions.
        for region in (0, 1, 2) if name == "words" else (text.region,):
            learn.append((contexts(text, places, table, region), truth, chosen, weights, habit))
    samples = Samples(len(known), *(np.concatenate(column) for column in zip(*learn)))
    return samples, test, np.log(real / used)


def model(character, texts, hold, table):
    """What is learnt of a character, None where it has one reading alone; and samples to test with."""
    samples, test, thinned = gather(character, texts, hold, table)
    if len(np.unique(samples.truth)) < 2:
        return None, test
    known, weight, bias, trust = fit(samples)
    if (judged := believed(samples)) is not None:
        worth, bias, trust = judged
        weight = weight * worth
    return (known, weight, bias + thinned, trust), test


def quantised(learnt):
    """For each reading but the first pairs of a context's hash and its weight against the first, in sixteenths."""
    known, weight, bias, trust = learnt
    habits = [mix(np.uint64(0), BIAS), mix(mix(np.uint64(0), CHOSEN), np.arange(len(trust)))]
    keys = np.concatenate([known, *habits]) >> np.uint64(64 - KEY)
    for index in range(1, len(bias)):
        opinion = np.zeros(len(trust))
        opinion[0], opinion[index] = -trust[0], trust[index]
        weights = np.concatenate([weight[:, index] - weight[:, 0], [bias[index] - bias[0]], opinion])
        found = {}
        for key, value in zip(keys.tolist(), weights.tolist()):
            if abs(value) >= LEAST:
                found.setdefault(key, max(-127, min(127, round(value * 16))))
        yield sorted(found.items())


def write(table, models):
    counts, gaps, weights = bytearray(), bytearray(), []
    for _, model in sorted(models.items()):
        for pairs in quantised(model):
            counts += make.varint(len(pairs))
            last = 0
            for key, weight in pairs:
                gaps += make.varint(key - last)
                weights.append(weight)
                last = key
    members = {
        "readings.txt": "".join(f"{c} {' '.join(map(''.join, READINGS[c].values()))}\n" for c in sorted(models)),
        "classes.txt": "".join("".join(map(chr, np.nonzero(table == index)[0])) + "\n"
                               for index in range(1, CLASSES + 1)),
        "foreign.txt": FOREIGN,
        "counts": bytes(counts),
        "keys": bytes(gaps),
        "weights": struct.pack(f"{len(weights)}b", *weights),
    }
    make.write(HERE / "contexts.zip", members)
    print(len(weights), "weights,", (HERE / "contexts.zip").stat().st_size, "bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--hold", default="")
    parser.add_argument("--check", type=pathlib.Path)
    arguments = parser.parse_args()
    texts = {name: corpus(arguments.corpus, name) for name in SOURCES} | {name: prose(name) for name in PROSE}
    table = classes(texts)
    texts["words"] = words()
    checked = {}
    if arguments.check:
        pairs = [line.split("\t")[1:] for line in arguments.check.read_text("utf-8").splitlines()]
        back = opencc.OpenCC("s2t").convert("\n".join(simple for simple, _ in pairs)).split("\n")
        checked["check"] = Text([(before, simple, of) for (simple, before), of in zip(pairs, back)], 1)
    models, errors = {}, {}
    for character in READINGS:
        learnt, test = model(character, texts, arguments.hold, table)
        if learnt:
            models[character] = learnt
        test += [(name, text, *text.samples(character, list(READINGS[character]))) for name, text in checked.items()]
        for name, text, places, truth, chosen in test:
            best = score(learnt, contexts(text, places, table), chosen).argmax(1) if learnt else chosen
            count = errors.setdefault(name, np.zeros(3, int))
            count += [len(places), (chosen != truth).sum(), (best != truth).sum()]
            forms = list(map("".join, READINGS[character].values()))
            if name == "check":
                for place, was, now, true in zip(places, chosen, best, truth):
                    if was != true or now != true:
                        around = "".join(map(chr, text.simple[place - 3:place + 4])).replace("\n", "/")
                        print(around, forms[true], "OpenCC", forms[was], "now", forms[now])
    for name, (seen, before, after) in errors.items():
        print(f"{name}: {seen} ambiguous, OpenCC {before} wrong, by context {after}", flush=True)
    if not arguments.hold:
        write(table, models)


if __name__ == "__main__":
    main()
