# SPDX-License-Identifier: GPL-3.0-or-later
"""A report for the manager, by keyboard alone: another period, and it leaves as PDF and as text document."""

import re
import subprocess
import zipfile

from journey import main


# What a program with the toolkit's file dialogue leaves behind, seen in one of thirty lines too: libcloudproviders forgets
# two paths.
TOOLKIT_LEAKS = (256,)


def open_summary(journey):
    app = journey.open(journey.sample())
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
    """Chooses a format from the menu, and types the name of a file into the dialogue of the toolkit."""
    path = journey.path(name)
    app.tab_to('push button', 'Save')
    app.key('Return')
    app.wait_for('menu item', item)
    app.tab_to('menu item', item)
    app.key('Return')
    # The toolkit's own dialogue is not on the bus: it has the keyboard when our window has lost it.
    app.wait(lambda: not app.find('frame', states=('active',)), 'the dialogue for files')
    app.settle()
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')
    app.wait_for(name=f'Saved as {name}.*')
    return path


def journey_summary(journey):
    """The summary of three months, as pages, as PDF and as text document, which all speak of the same days."""
    app = open_summary(journey)
    before = app.presses
    app.tab_to(name='Period.*')
    app.key('Down') if app.focused.role == 'combo box' else app.key('space', 'Down', 'Return')
    app.wait_for(name='Page 1 of .*')
    app.settle()
    pdf = save_as(journey, app, 'Summary.pdf', 'As PDF…')
    journey.note(f'{app.presses - before} key presses from another period to the PDF, its name among them')
    words = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    journey.true('Programme summary' in words, 'the PDF is the summary')
    period = re.search(r'\d+ \w+ \d{4} to \d+ \w+ \d{4}', ' '.join(words.split()))
    journey.true(period is not None, 'the PDF says its period')

    odt = save_as(journey, app, 'Summary.odt', 'As a Text Document…')
    with zipfile.ZipFile(odt) as file:
        content = file.read('content.xml').decode()
    journey.true(period.group() in content, 'the text document says the same period')
    app.close(toolkit_leaks=TOOLKIT_LEAKS)


main(globals())
