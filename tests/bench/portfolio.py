# SPDX-License-Identifier: GPL-3.0-or-later
"""portfolio.py PROGRAM CLI: a portfolio of about 200 pages as PDF by us, and by LibreOffice from our text document of it.

Ours is from the records of the portfolio to the file, in a program that is open already; theirs is how anybody makes a PDF
of a text document without opening it, start and all. Each is the shortest of some runs, taken in turns. Exits with 1 where we
are not at least LIMIT times as fast.
"""

import os
import re
import subprocess
import sys
import tempfile
import time

ITEMS = 165
RUNS = 5
LIMIT = 5
AS_AT = '--as-at=2026-11-21'


def run(*command):
    began = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return (time.perf_counter() - began) * 1000, output


def count_pages(pdf):
    return int(re.search(r'Pages:\s+(\d+)', run('pdfinfo', pdf)[1]).group(1))


def main(program, cli):
    with tempfile.TemporaryDirectory() as folder:
        file, pdf, odt = (os.path.join(folder, name) for name in ('long.mentoring', 'ours.pdf', 'portfolio.odt'))
        theirs = os.path.join(folder, 'portfolio.pdf')
        run(cli, 'sample', file, AS_AT)
        pairing = run(program, file, str(ITEMS))[1].strip()
        export = [cli, 'export', 'portfolio', file, f'--pairing={pairing}', AS_AT]
        office = ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'pdf',
                  '--outdir', folder, odt]
        run(*export, '--format=odt', f'--output={odt}')
        # Its first start makes a profile; that is not held against it.
        run(*office)
        our_times, their_times = [], []
        for _ in range(RUNS):
            our_times.append(float(run(program, file, pdf)[1]))
            their_times.append(run(*office)[0])
        ours, office_time = min(our_times), min(their_times)
        ratio = office_time / ours
        print(f'portfolio of {count_pages(pdf)} pages as PDF: {ours:.0f} ms; LibreOffice, from our text document of '
              f'{count_pages(theirs)} pages: {office_time:.0f} ms; {ratio:.1f} times as fast (at least {LIMIT}) '
              f'{"ok" if ratio >= LIMIT else "TOO SLOW"}')
        return 0 if ratio >= LIMIT else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
