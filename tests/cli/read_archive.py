# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an archive with nothing but the standard library and sha256sum, and prints all that a reader finds in it.

usage: read_archive.py ARCHIVE

The first lines are the paths in it, each after "path: "; then comes the text of every file, of PDFs as pdftotext and pdfinfo
have it. Ends with 1 where a sum is wrong, a name is not one that every system can have, or the index leads nowhere.
"""

import csv
import html.parser
import io
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile


class Links(html.parser.HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self):
        super().__init__()
        self.addresses = set()

    def handle_starttag(self, tag, attrs):
        self.addresses |= {value for name, value in attrs if name in ('href', 'src')}


def read(path):
    if path.endswith('.pdf'):
        return ''.join(subprocess.run([*command, path, *rest], capture_output=True, text=True, check=True).stdout
                       for command, rest in ((['pdftotext'], ['-']), (['pdfinfo'], [])))
    with open(path, encoding='utf-8', errors='replace', newline='') as file:
        text = file.read()
    if path.endswith('.csv'):
        rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
        assert len({len(row) for row in rows}) == 1, f'{path}: its rows differ in length'
        assert not any(cell[:1] in '=+@\t\r' for row in rows for cell in row if cell), f'{path}: a formula'
    return text


def main(archive):
    with zipfile.ZipFile(archive) as package, tempfile.TemporaryDirectory() as folder:
        assert package.testzip() is None
        names = package.namelist()
        assert len({name.casefold() for name in names}) == len(names)
        for name in names:
            assert all(re.fullmatch(r'[\w.-]+', part) and not part.startswith('.') for part in name.split('/')), name
        package.extractall(folder)
        checked = subprocess.run(['sha256sum', '--check', '--strict', 'SHA256SUMS'], cwd=folder, capture_output=True, text=True,
                                 check=True).stdout
        assert sorted(line.removesuffix(': OK') for line in checked.splitlines()) == sorted(set(names) - {'SHA256SUMS'})
        links = Links()
        links.feed(read(os.path.join(folder, 'index.html')))
        files = {urllib.parse.unquote(address) for address in links.addresses if not address.startswith('#')}
        assert files == set(names) - {'SHA256SUMS', 'index.html'}, files ^ set(names)
        for name in names:
            print(f'path: {name}')
        for name in names:
            print(read(os.path.join(folder, name)))


if __name__ == '__main__':
    main(sys.argv[1])
