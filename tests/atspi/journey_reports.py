# SPDX-License-Identifier: GPL-3.0-or-later
"""A report for the manager, by keyboard alone: another period, and it leaves in every format that is offered."""

import csv
import datetime
import html.parser
import re
import sqlite3
import subprocess
import zipfile

from journey import main


# What a program with the toolkit's file dialogue leaves behind, seen in one of thirty lines too: libcloudproviders forgets
# two paths.
TOOLKIT_LEAKS = (256,)


class Rows(html.parser.HTMLParser):
    """The rows of all tables of a web page."""

    def __init__(self, text):
        super().__init__()
        self.rows = []
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == 'tr':
            self.rows.append([])
        elif tag in ('th', 'td'):
            self.rows[-1].append('')
            self.in_cell = True

    def handle_endtag(self, tag):
        if tag in ('th', 'td'):
            self.in_cell = False

    def handle_data(self, text):
        if self.in_cell:
            self.rows[-1][-1] += text


def ask_file(path, question, *values):
    """What the file itself answers, once the program has closed it."""
    with sqlite3.connect(path) as file:
        (answer,) = file.execute(question, values).fetchone()
    file.close()
    return str(answer)


def read_day(words):
    return datetime.datetime.strptime(words, '%d %b %Y').date()


def open_summary(journey, path):
    app = journey.open(path)
    app.wait_for('list item', 'Pairings.*')
    before = app.presses
    app.go_to_place('Reports')
    app.wait_for('list item', 'Programme summary.*')
    journey.no_class_names(app, 'the reports')
    app.tab_to('list item', 'Programme summary.*', limit=60)
    app.key('Return')
    app.wait_for(name='Page 1 of .*')
    journey.no_class_names(app, 'a report')
    journey.note(f'{app.presses - before} key presses from Today to the pages of the summary')
    return app


def save_as(journey, app, name, item):
    """Chooses a format from the menu, and types the name of a file into the dialogue of the toolkit.

    Only the name: of every folder in a path that is typed the dialogue asks
    what is in it, and forgets some of it.
    """
    app.tab_to('push button', 'Save')
    app.key('Return')
    app.wait_for('menu item', item)
    app.tab_to('menu item', item)
    app.key('Return')
    # The toolkit's own dialogue is not on the bus: it has the keyboard when our window has lost it.
    app.wait(lambda: not app.find('frame', states=('active',)), 'the dialogue for files')
    app.settle()
    app.key('ctrl+a')
    app.type(name)
    app.key('Return')
    app.wait_for(name=f'Saved as {name}.*')
    return journey.path(name)


def journey_summary(journey):
    """The summary of three months in four formats: they speak of the same days, and have the figures of the file."""
    path = journey.sample()
    app = open_summary(journey, path)
    before = app.presses
    app.tab_to(name='Period.*')
    if app.focused.role == 'combo box':
        app.key('Down', 'Down')
    else:
        app.key('space', 'Down', 'Down', 'Return')
    app.wait_for(name='Page 1 of .*')
    app.settle()
    pdf = save_as(journey, app, 'Summary.pdf', 'As PDF…')
    journey.note(f'{app.presses - before} key presses from another period to the PDF, its name among them')
    words = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    journey.true('Programme summary' in words, 'the PDF is the summary')
    period = re.search(r'(\d+ \w+ \d{4}) to (\d+ \w+ \d{4})', ' '.join(words.split()))
    journey.true(period is not None, 'the PDF says its period')
    first, last = map(read_day, period.groups())
    journey.true(89 <= (last - first).days <= 92, 'the period is that of three months')

    odt = save_as(journey, app, 'Summary.odt', 'As a Text Document…')
    with zipfile.ZipFile(odt) as file:
        content = file.read('content.xml').decode()
    journey.true(period.group() in content, 'the text document says the same period')

    with open(save_as(journey, app, 'Summary.html', 'As a Web Page…'), encoding='utf-8') as file:
        page = file.read()
    with open(save_as(journey, app, 'Summary.csv', 'The Tables for a Spreadsheet…'), encoding='utf-8-sig', newline='') as file:
        table = list(csv.reader(file))
    app.close(toolkit_leaks=TOOLKIT_LEAKS)

    journey.true(period.group() in page, 'the web page says the same period')
    count = 'SELECT count(*) FROM '
    sessions = ask_file(path, count + 'session WHERE state = ? AND held_on BETWEEN ? AND ?', 'held',
                        first.isoformat(), last.isoformat())
    states = [ask_file(path, count + 'pairing WHERE state LIKE ?', state)
              for state in ('proposed', 'induction', 'active', 'paused', 'ended', '%')]
    reason = ask_file(path, 'SELECT dual_role_reason FROM pairing WHERE dual_role_reason IS NOT NULL')
    for name, rows in (('web page', Rows(page).rows), ('CSV', table)):
        journey.true(['Sessions held', sessions] in [row[:2] for row in rows], f'the {name} has {sessions} sessions')
        journey.true(states in [row[1:] for row in rows], f'the {name} has the pairs by state: {states}')
        journey.true(any(row[-1:] == [reason] for row in rows), f'the {name} has the reason, whole')


main(globals())
