# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a spreadsheet as strictly as can be and prints its cells: a line for each row, as JSON."""

import csv
import io
import json
import sys

with open(sys.argv[1], encoding='utf-8', newline='') as file:
    text = file.read()
# RFC 4180: every row ends with CRLF, the last one too; inside a cell a line may end otherwise.
assert text.endswith('\r\n')
for row in csv.reader(io.StringIO(text, newline=''), strict=True):
    print(json.dumps(row, ensure_ascii=False))
