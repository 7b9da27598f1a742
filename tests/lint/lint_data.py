# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints of what is installed beside the programs: every file by its own checker."""

import os
import re
import tempfile
import xml.etree.ElementTree as tree

from lint import ROOT, files, main, matching, read, run

BINARIES = ('.png', '.mentoring', '.pdf', '.docx', '.jpg')


def desktop_file():
    """The desktop file is valid."""
    for path in matching('.desktop.in'):
        with tempfile.TemporaryDirectory() as folder:
            plain = os.path.join(folder, os.path.basename(path)[:-len('.in')])
            with open(plain, 'w', encoding='utf-8') as file:
                file.write(read(path))
            yield from run(['desktop-file-validate', '--warn-kde'], plain)


def metainfo():
    """The metainfo is valid."""
    for path in matching('.metainfo.xml'):
        yield from run(['appstreamcli', 'validate', '--no-net', '--pedantic', '--explain'], path)


def manual_pages():
    """The manual pages have not even a warning."""
    for path in matching('.1', under='data/'):
        yield from run(['mandoc', '-T', 'lint', '-W', 'warning'], path)


def settings():
    """The schema of the settings is strict."""
    if matching('.gschema.xml'):
        yield from run(['glib-compile-schemas', '--strict', '--dry-run', os.path.join(ROOT, 'data')])


def well_formed():
    """Every XML file is well-formed, but those that test what happens when one is not."""
    for path in matching('.xml', '.svg', '.rng', '.ui'):
        if path.startswith('tests/'):
            continue
        try:
            tree.parse(os.path.join(ROOT, path))
        except tree.ParseError as error:
            yield f'{path}: {error}'


def mime_type():
    """The MIME type recognises a programme by what the store writes at its beginning."""
    numbers = set()
    for path in matching('.c', '.h', under='src/store/'):
        numbers |= {int(value, 0) for value in
                    re.findall(r'#define\s+MTR_STORE_APPLICATION_ID\s+\(?(0[xX][0-9a-fA-F]+|\d+)', read(path))}
    for path in matching('.xml', under='data/com.example.Mentoring.mime'):
        for match in tree.parse(os.path.join(ROOT, path)).iter('{http://www.freedesktop.org/standards/shared-mime-info}match'):
            if match.get('offset') == '68' and numbers and int(match.get('value'), 0) not in numbers:
                yield f'{path}: {match.get("value")} is not the number that the store writes'


def nothing_compiled():
    """Nothing is tracked that a compiler or a person's editor has made."""
    for path in files():
        if read(path) is None and not path.endswith(BINARIES) and not path.startswith(('tests/data/', 'tests/fuzz/')):
            yield f'{path} is not text'
        if path.endswith(('.o', '.so', '.a', '.pyc', '.mo', '.orig', '.rej', '~')):
            yield path


main('data', [desktop_file, metainfo, manual_pages, settings, well_formed, mime_type, nothing_compiled])
