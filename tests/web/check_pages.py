# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds web pages against a validator and a checker of accessibility, and looks at them narrow and on paper.

usage: check_pages.py [--keep=FOLDER] PAGE…

With --keep the pictures and the PDF of each page stay in the folder. Ends with 1 where anything is wrong.
"""

import json
import os
import subprocess
import sys
import tempfile

from browser import Browser

MODULES = os.environ.get('MTR_TEST_MODULES', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'node_modules'))
NARROW = 360


def validate(pages):
    """What the validator of the W3C says against the pages; a hint counts as much as an error."""
    jar = os.path.join(MODULES, 'vnu-jar', 'build', 'dist', 'vnu.jar')
    if not os.path.exists(jar):
        return [f'{jar} is not there: build-aux/install-deps test']
    # The validator leaves with 1 where it found anything; what it found is on its standard error.
    found = subprocess.run(['java', '-XX:TieredStopAtLevel=1', '-Xss2m', '-jar', jar, '--format', 'json', *pages],
                           capture_output=True, text=True, check=False).stderr
    # XML may be read as HTML: the one thing it says about that is no fault.
    return [f'{os.path.basename(m.get("url", ""))}:{m.get("lastLine", 0)}: {m["message"]} {m.get("extract", "")!r}'
            for m in json.loads(found)['messages'] if 'Trailing slash on void elements' not in m['message']]


def look(browser, page, keep):
    """What the checker of accessibility says, and what a narrow window and a printer make of the page."""
    name = os.path.splitext(os.path.basename(page))[0]
    wrong = []
    asked = browser.open(page)
    if len(asked) != 1:
        wrong.append(f'{name}: it loads {asked[1:]}')
    with open(os.path.join(MODULES, 'axe-core', 'axe.min.js'), encoding='utf-8') as file:
        browser.evaluate(file.read())
    for width in (1200, NARROW):
        browser.call('Emulation.setDeviceMetricsOverride', width=width, height=900, deviceScaleFactor=1, mobile=False)
        found = browser.evaluate('axe.run().then(r => ({ passes: r.passes.length, violations: r.violations.map(v =>'
                                 ' v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map(n => n.html).join(" "))}))')
        wrong += [f'{name} at {width} px: {violation}' for violation in found['violations']]
        if found['passes'] < 15:
            wrong.append(f'{name}: only {found["passes"]} rules of accessibility found anything to look at')
        wide = browser.evaluate('document.documentElement.scrollWidth')
        if wide > width:
            wrong.append(f'{name}: it is {wide} pixels wide in a window of {width}')
        if keep:
            browser.save_picture(os.path.join(keep, f'{name}-{width}.png'))
    pdf = os.path.join(keep or os.path.dirname(os.path.abspath(page)), f'{name}-printed.pdf')
    browser.save_pdf(pdf)
    if not keep:
        os.unlink(pdf)
    return wrong


def main(arguments):
    keep = next((a.split('=', 1)[1] for a in arguments if a.startswith('--keep=')), None)
    pages = [a for a in arguments if not a.startswith('--')]
    wrong = validate(pages)
    with tempfile.TemporaryDirectory() as home, Browser() as browser:
        os.environ['HOME'] = home
        for page in pages:
            wrong += look(browser, page, keep)
    print('\n'.join(wrong))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
