#!/bin/sh
# score.sh CORPUS [GANGMU]: how well the outlines that GANGMU infers agree with the gold outlines of a corpus.
#
# CORPUS holds docs/NAME.txt, gold/NAME.tsv (and NAME.inline.tsv for points) and score.py. Prints F1 for each file
# and their mean, and leaves out the articles of laws, whose titles are empty. Measures; it is not a test.
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
            got = score.score(score.load(gold), score.load(found.name), articles=False)
        f1 = [score.prf(*got[field])[2] for field in FIELDS]
        rows.append(f1)
        print(f'{name:34.34}', *(f'{value:9.3f}' for value in f1), f"  gold {got['n']} found {got['m']}")
    if rows:
        print(f'{"mean of " + str(len(rows)):32}', *(f'{sum(column) / len(rows):9.3f}' for column in zip(*rows)))
for kind, suffix in (('sections', '.tsv'), ('points', '.inline.tsv')):
    print(f'{kind:32}', *(f'{field:>9}' for field in FIELDS))
    report(kind, suffix)
PYTHON
