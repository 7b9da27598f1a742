# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from the start of a program to its first frame.

A program that is given --quit-after-first-frame prints a line when its first
frame has been painted, and ends; the clock is read here, so that loading the
program counts too. The programs take turns, so that what else the computer does
falls on all of them alike.
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
    """Milliseconds from the start of the process to its word that the first frame is painted."""
    started = time.monotonic()
    with subprocess.Popen([*command, '--quit-after-first-frame'], stdout=subprocess.PIPE) as process:
        said = process.stdout.readline()
        took = (time.monotonic() - started) * 1000
        process.stdout.read()
    if process.returncode or not said:
        sys.exit(f'{" ".join(command)} did not say when it was painted, and ended with {process.returncode}')
    return took


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
        print(f'{title}: {ratio:.2f} times, limit {limit} {"kept" if ratio <= limit else "exceeded"}')
    sys.exit(0 if passed else 1)


main()
