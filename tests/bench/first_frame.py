# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from the start of a program to its first frame.

A program that is given --quit-after-first-frame prints the time of the
monotonic clock, in microseconds, when its first frame has been painted, and
ends. The programs take turns, so that what else the computer does falls on all
of them alike.
    first_frame.py EMPTY-WINDOW MENTORING MENTORING-CLI [RUNS]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

PAIRINGS, SESSIONS = 5000, 100000
# Figure, its two parts, and the limit that the project has set itself.
FIGURES = (
    ('the sample, compared with an empty window', 'sample', 'empty', 1.4),
    (f'{PAIRINGS:,} pairings and {SESSIONS:,} sessions, compared with the sample', 'large', 'sample', 1.1),
)


def measure(command):
    started = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    result = subprocess.run([*command, '--quit-after-first-frame'], capture_output=True, text=True, timeout=120)
    if result.returncode or not result.stdout.strip().isdigit():
        sys.exit(f'{command} printed no time, and ended with {result.returncode}:\n{result.stdout}{result.stderr}')
    return (int(result.stdout) - started) / 1000


def main():
    empty, application, cli = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 15
    with tempfile.TemporaryDirectory() as folder:
        sample, large = (os.path.join(folder, name) for name in ('sample.mentoring', 'large.mentoring'))
        subprocess.run([cli, 'sample', sample], check=True)
        subprocess.run([cli, 'sample', large, f'--pairings={PAIRINGS}', f'--sessions={SESSIONS}', '--seed=1'], check=True)
        commands = {'empty': [empty], 'sample': [application, sample], 'large': [application, large]}
        times = {name: [] for name in commands}
        for name, command in commands.items():
            measure(command)
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(measure(command))
        print(f'large file: {os.path.getsize(large) / 1e6:.1f} MB')
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f'first frame, {name}: median {medians[name]:.0f} ms of {runs} runs ({min(values):.0f} to {max(values):.0f})')
    passed = True
    for title, above, below, limit in FIGURES:
        ratio = medians[above] / medians[below]
        passed = passed and ratio <= limit
        print(f'{title}: {ratio:.2f} times, limit {limit} {"kept" if ratio <= limit else "PASSED"}')
    sys.exit(0 if passed else 1)


main()
