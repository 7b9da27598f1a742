# SPDX-License-Identifier: GPL-3.0-or-later
"""assignment.py PROGRAM [--totals]: our assignment beside scipy's, on the same random tables.

The totals have to be equal, always. Without --totals it prints how long each took, the shortest of some runs, and
exits with 1 where ours took more than twice as long.
"""

import subprocess
import sys
import tempfile
import time

import numpy
from scipy.optimize import linear_sum_assignment

# Rows, columns and the highest score: all different, and many equal, which is harder for some solvers.
TABLES = [(500, 500, 1000000), (500, 500, 100), (2000, 1000, 1000000), (2000, 1000, 100)]
LIMIT = 2
RUNS = 7


def run_ours(program, rows, columns, highest, runs, path):
    words = subprocess.run([program, str(rows), str(columns), str(highest), str(runs), path],
                           check=True, capture_output=True, text=True).stdout.split()
    return int(words[0]), float(words[1])


def run_theirs(rows, columns, runs, path):
    scores = numpy.fromfile(path, dtype=numpy.int32).reshape(rows, columns)
    # What it takes without any conversion.
    scores = scores.astype(numpy.float64)
    shortest = float('inf')
    for _ in range(runs):
        began = time.perf_counter()
        chosen = linear_sum_assignment(scores, maximize=True)
        shortest = min(shortest, (time.perf_counter() - began) * 1000)
    return int(scores[chosen].sum()), shortest


def main():
    program = sys.argv[1]
    totals_only = '--totals' in sys.argv[2:]
    runs = 1 if totals_only else RUNS
    status = 0
    for rows, columns, highest in TABLES:
        with tempfile.NamedTemporaryFile() as table:
            our_total, our_time = run_ours(program, rows, columns, highest, runs, table.name)
            their_total, their_time = run_theirs(rows, columns, runs, table.name)
        if our_total != their_total:
            print(f'matching {rows} × {columns}, scores to {highest}: our total is {our_total}, scipy’s {their_total}', file=sys.stderr)
            status = 1
        if totals_only:
            continue
        ratio = our_time / their_time
        verdict = 'ok' if ratio <= LIMIT else 'TOO SLOW'
        print(f'matching {rows} × {columns}, scores to {highest:,}: {our_time:.1f} ms, scipy {their_time:.1f} ms, '
              f'ratio {ratio:.2f} (limit {LIMIT}) {verdict}')
        if ratio > LIMIT:
            status = 1
    return status


sys.exit(main())
