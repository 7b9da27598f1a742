# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py PROGRAM CLI: the programme summary of 5,000 pairings beside the bare statements that count it.

Prints how long both take and the ratio, for the document and for the bytes of its PDF; exits with 1 where even the PDF
takes more than twice as long as the statements alone.
"""

import pathlib
import subprocess
import sys
import tempfile

LIMIT = 2
RUNS = 15


def main():
    program, cli = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'large.mentoring')
        subprocess.run([cli, 'sample', str(path), '--pairings=5000', '--sessions=100000', '--as-at=2026-11-21'],
                       check=True, stderr=subprocess.DEVNULL)
        words = subprocess.run([program, str(path), str(RUNS)], check=True, capture_output=True, text=True).stdout.split()
    bare, document, pdf = (float(word) for word in words)
    verdict = 'ok' if pdf / bare <= LIMIT else 'TOO SLOW'
    print(f'summary of 5,000 pairings and 100,000 sessions: bare SQL {bare:.1f} ms, document {document:.1f} ms, '
          f'ratio {document / bare:.2f}, PDF {pdf:.1f} ms, ratio {pdf / bare:.2f} (limit {LIMIT}) {verdict}')
    return 0 if pdf / bare <= LIMIT else 1


if __name__ == '__main__':
    sys.exit(main())
