# SPDX-License-Identifier: GPL-3.0-or-later
"""The supervisor's portfolio, by keyboard alone: a gap is closed, and the portfolio leaves as PDF and as XML."""

import os
import sqlite3

from journey import main


# What a program with the toolkit's file dialogue leaves behind, seen in one of thirty lines too: libcloudproviders forgets
# two paths.
TOOLKIT_LEAKS = (256,)


def open_as(journey, name):
    """A copy of the sample that belongs to somebody else; the sample itself is the mentor's."""
    path = journey.sample()
    with sqlite3.connect(path) as file:
        file.execute('UPDATE programme SET owner_id = (SELECT id FROM person WHERE name LIKE ?)', (name + '%',))
    file.close()
    return path


def open_portfolio(app):
    app.wait_for('list item', 'Area 8 has no evidence.*|.*Portfolio.*|Pairings.*')
    app.tab_to('list item', 'Pairings.*')
    app.key('Return')
    app.wait_for('list item', 'Kiran Thackeray.*')
    app.tab_to('list item', 'Kiran Thackeray.*')
    app.key('Return')
    app.wait_for(name='Portfolio')
    app.key('alt+4')
    app.wait_for(name='Not ready yet.*')


def save_as(journey, app, name):
    """Types the name of a file into the dialogue of the toolkit, which begins at home, and saves."""
    app.tab_to('push button', 'Save…')
    app.key('Return')
    # The toolkit's own dialogue is not on the bus: it has the keyboard when our window has lost it.
    app.wait(lambda: app.focused is None, 'the dialogue for files')
    app.settle()
    app.key('ctrl+a')
    app.type(name)
    app.key('Return')
    app.wait_for(name=f'Saved as {name}.*')
    return journey.path(name)


def journey_close_a_gap(journey):
    """Section 7, 2 of the screens: finds the gap, adds evidence with one reason, sees the row leave."""
    app = journey.open(open_as(journey, 'Kiran'))
    open_portfolio(app)
    before = app.presses
    app.tab_to('list item', 'Area 8 has no evidence.*')
    app.key('Return')
    app.wait_for('list item', 'Write it here.*')
    journey.no_class_names(app, 'adding evidence')
    app.tab_to('list item', 'Write it here.*')
    app.key('Return')
    app.wait_focus(name='Title')
    app.key('ctrl+a')
    app.type('A plan for one year')
    app.tab_to(name='Why does this show it.*')
    app.type('It says what good looks like')
    journey.no_class_names(app, 'an item of evidence')
    app.key('ctrl+s')
    app.wait_for(name='Saved.*')
    app.key('alt+Left')
    app.wait_for('list item', 'E10 A plan for one year.*')
    app.wait_gone('list item', 'Area 8 has no evidence.*')
    app.wait_gone('list item', '.*no reason yet.*')
    journey.note(f'{app.presses - before} key presses from the gap to the row that has left')

    app.key('ctrl+p')
    app.wait_for(name='Page 1 of .*')
    app.tab_to(name='Page 1 of .*')
    app.key('Page_Down')
    app.wait_focus(name='Page 2 of .*')
    app.key('End')
    app.wait_focus(name=r'Page (\d+) of \1')
    app.key('Escape')
    app.wait_gone(name='Page 1 of .*')
    app.close()


def journey_export(journey):
    """What may identify somebody is looked at, and the portfolio leaves as PDF and as XML."""
    app = journey.open(open_as(journey, 'Kiran'))
    open_portfolio(app)
    app.tab_to('list item', 'Check and export.*', limit=120)
    app.key('Return')
    app.wait_for(name='Not ready yet, and that is no obstacle.*')
    journey.no_class_names(app, 'check and export')
    pdf = save_as(journey, app, 'Portfolio.pdf')
    with open(pdf, 'rb') as file:
        journey.equal(file.read(5), b'%PDF-', 'how the PDF begins')

    app.tab_to(name='Format.*', backwards=True)
    to_xml = ('Down',) * 3
    app.key(*to_xml) if app.focused.role == 'combo box' else app.key('space', *to_xml, 'Return')
    app.wait_gone(name='Paper')
    xml = save_as(journey, app, 'Portfolio.xml')
    with open(xml, encoding='utf-8') as file:
        journey.true('urn:example:mentoring:portfolio:1' in file.read(), 'the XML is a portfolio')
    journey.true(os.path.getsize(xml) > 1000, 'the XML has something in it')
    app.close(toolkit_leaks=TOOLKIT_LEAKS)


main(globals())
