#!/bin/sh
# score.sh CORPUS [GANGMU]: how well the outlines that GANGMU infers agree with the gold outlines of a corpus.
#
# CORPUS holds docs/NAME.txt, gold/NAME.tsv (and NAME.inline.tsv for points) and score.py. Prints F1 for each file
# and their mean, then how many of the sections of a confidence are right. Measures; it is not a test.
set -eu
corpus=${1:?usage: score.sh CORPUS [GANGMU]}
gangmu=${2:-gangmu}
exec python3 - "$corpus" "$gangmu" <<'PYTHON'
import pathlib, subprocess, sys, tempfile
corpus, gangmu = pathlib.Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(corpus))
import score
FIELDS = ('boundary', 'level', 'parent', 'title', 'title~')
def report(kind, suffix):
    rows = []
    for gold in sorted(corpus.glob('gold/*' + suffix)):
        name = gold.name[:-len(suffix)]
        if name.endswith(('.inline', '.meta')):
            continue
        out = subprocess.run([gangmu, 'outline', str(corpus / 'docs' / (name + '.txt')), '--kind', kind,
                              '--format', 'tsv'], capture_output=True, check=True).stdout
        with tempfile.NamedTemporaryFile() as found:
            found.write(out)
            found.flush()
            got = score.score(score.load(gold), score.load(found.name))
        f1 = [score.prf(*got[field])[2] for field in FIELDS]
        rows.append(f1)
        print(f'{name:34.34}', *(f'{value:9.3f}' for value in f1), f"  gold {got['n']} found {got['m']}")
    if rows:
        print(f'{"mean of " + str(len(rows)):32}', *(f'{sum(column) / len(rows):9.3f}' for column in zip(*rows)))
def calibration():
    '''How many of the sections of a confidence are right: they should be as many as it says.'''
    import json
    edges = (0, .5, .8, .9, .95, .98, 1.01)
    sure = [[] for _ in edges[1:]]
    for gold in sorted(corpus.glob('gold/*.tsv')):
        name = gold.name[:-len('.tsv')]
        if name.endswith(('.inline', '.meta')):
            continue
        out = subprocess.run([gangmu, 'outline', str(corpus / 'docs' / (name + '.txt')), '--kind', 'sections',
                              '--format', 'json'], capture_output=True, check=True).stdout
        lines = {row[0]: row for row in score.load(gold)}
        for section in json.loads(out):
            found = section['confidence']
            bin = max(index for index, edge in enumerate(edges[:-1]) if found >= edge)
            sure[bin].append((found, section['line'] in lines))
    print(f'{"confidence":32} {"sections":>9} {"mean":>9} {"right":>9}')
    for low, high, rows in zip(edges, edges[1:], sure):
        if rows:
            mean, right = (sum(column) / len(rows) for column in zip(*rows))
            print(f'{low:.2f} to {min(high, 1):.2f}{"":20} {len(rows):9} {mean:9.3f} {right:9.3f}')
for kind, suffix in (('sections', '.tsv'), ('points', '.inline.tsv')):
    print(f'{kind:32}', *(f'{field:>9}' for field in FIELDS))
    report(kind, suffix)
calibration()
PYTHON
