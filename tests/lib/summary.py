# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a run of the tests came to.

Every case of every test program counts for itself. Whatever failed is printed
with what it said, and the last line is "N passed, N failed":
    summary.py SCRATCH LOGS FUZZ-LOGS [FAILED-BUILD…]
"""

import json
import os
import re
import sys

CASE = re.compile(r'^(not )?ok\b\s*\d*\s*-?\s*(.*)$')
PLAN = re.compile(r'^1\.\.(\d+)')
SKIP = re.compile(r'#\s*SKIP\b', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def read_tap(self, name, text):
        """Counts the cases of one program; says whether any had failed."""
        seen = planned = 0
        before = len(self.failed)
        for line in text.splitlines():
            plan = PLAN.match(line)
            if plan:
                planned = int(plan.group(1))
            case = CASE.match(line)
            if not case:
                continue
            seen += 1
            title = f'{name}: {case.group(2)}'
            if SKIP.search(line):
                self.skipped.append(title)
            elif case.group(1):
                self.failed.append(title)
            else:
                self.passed += 1
        if planned > seen:
            self.failed.append(f'{name}: ended after {seen} of {planned} cases')
        return seen, len(self.failed) > before

    def read_log(self, path, needs_display):
        """Counts one log of meson; prints what failed."""
        with open(path, encoding='utf-8', errors='replace') as log:
            tests = [json.loads(line) for line in log if line.strip()]
        for test in tests:
            name = test['name'].split(' / ')[-1]
            text = test.get('stdout') or ''
            skipped_before = len(self.skipped)
            seen, failed = self.read_tap(name, text)
            good = test['result'] in GOOD or test['result'] == 'SKIP'
            if seen == 0:
                if test['result'] == 'SKIP':
                    self.skipped.append(name)
                elif good:
                    self.passed += 1
                else:
                    self.failed.append(f'{name}: {test["result"]}')
                    failed = True
            elif not good and not failed:
                self.failed.append(f'{name}: {test["result"]}, exit code {test.get("returncode")}')
                failed = True
            # A display test that finds no display has not been run at all.
            if needs_display and len(self.skipped) > skipped_before:
                self.failed += self.skipped[skipped_before:]
                del self.skipped[skipped_before:]
                failed = True
            if failed:
                print(f'\n=== {name}: {test["result"]} ===')
                print('\n'.join((text + (test.get('stderr') or '')).splitlines()[-150:]))


def main():
    scratch, logs, fuzz_logs, failed_builds = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    count = Count()
    count.failed += failed_builds
    for name, folder in (('displayless', logs), ('display', logs), ('fuzz', fuzz_logs)):
        path = os.path.join(folder, name + '.json')
        output = os.path.join(scratch, name + '.out')
        if os.path.exists(path):
            count.read_log(path, name == 'display')
        elif os.path.exists(output):
            with open(output, encoding='utf-8', errors='replace') as text:
                said = text.read()
            if 'No suitable tests' not in said and 'does not match any test' not in said:
                count.failed.append(f'the {name} tests did not run')
                print(said)
    if count.skipped:
        print('\nSkipped: ' + ', '.join(count.skipped))
    if count.failed:
        print('\nFailed:')
        for name in count.failed:
            print('  ' + name)
    print(f'{count.passed} passed, {len(count.failed)} failed')
    sys.exit(1 if count.failed or not count.passed else 0)


main()
