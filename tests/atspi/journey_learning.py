# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody newly qualified writes down what they learnt, and extends the day of handing in, by keyboard alone."""

import sqlite3

from journey import main

PEOPLE = 'Name,Registered on\nMentor B,\nNQSW E,2026-02-02\n'
PAIRINGS = 'Mentor,Mentee,State\nMentor B,NQSW E,active\n'


def make_programme(journey):
    """A year of a scheme with learning, in the file of the one who learns."""
    path = journey.path('Year.mentoring')
    journey.cli('new', path, '--pack=nqsw-scotland', '--title=Year')
    for kind, rows in (('people', PEOPLE), ('pairings', PAIRINGS)):
        table = journey.path(f'{kind}.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write(rows)
        journey.cli('import', kind, path, table)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE programme SET owner_id = (SELECT id FROM person WHERE name = 'NQSW E')")
    file.close()
    return path


def journey_learn_and_extend(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(make_programme(journey))
    app.wait_for('list item', 'Core learning elements: 0 of 8 .*your supervisor yet.*Due on 2 February 2027.*')
    app.tab_to('list item', 'Core learning elements: 0 of 8 .*')
    app.key('Return')
    app.wait_for('list item', 'Nothing written yet.*Self-awareness and reflexivity.*')
    journey.no_class_names(app, 'the view of learning')

    # A record: what it was, one element, what stayed.
    app.tab_to('push button', 'Add Learning')
    before = app.presses
    app.key('Return')
    app.wait_focus('text', 'What I did')
    app.type('Shadowing')
    app.tab_to('check box', '1 Ethics.*')
    app.key('space')
    app.tab_to('text', 'What I learnt')
    app.type('To ask first.')
    journey.no_class_names(app, 'the page of a record')
    app.tab_to('push button', 'Shared With the Supervisor Today')
    app.key('Return')
    app.wait_for(name='Written down: shared on 21 November 2026.*')
    journey.note(f'learning written down and shared: {app.presses - before} key presses')
    app.key('Escape')
    app.wait_for('list item', 'Core learning elements: 1 of 8 has something written; last shared with your supervisor '
                              '21 November.*')
    app.tab_to('list item', 'Shadowing\\. 21 November 2026 .*core learning element 1 .*shared')

    # Removed with a key, and back.
    app.key('Delete')
    app.wait_gone('list item', 'Shadowing.*')
    app.key('ctrl+z')
    app.wait_for('list item', 'Shadowing.*')

    # Extended; an earlier day is refused where it is typed, a later one kept, and nobody asks why.
    app.tab_to('list item', 'Due on 2 February 2027.*Extend', backwards=True)
    app.key('Return')
    app.wait_focus('text', 'Extended to')
    app.type('1 January 2027')
    app.key('Tab')
    app.wait_for(name='This is not later than the day it was due.*')
    app.tab_to('text', 'Extended to', backwards=True)
    app.key('ctrl+a')
    app.type('2 April 2027')
    app.key('Tab')
    app.wait_gone(name='This is not later than the day it was due.*')
    journey.no_class_names(app, 'the page of what is handed in')
    app.key('Escape')
    app.wait_for('list item', 'Due on 2 April 2027.*Extended.*')
    app.close()


main(globals())
