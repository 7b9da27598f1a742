# SPDX-License-Identifier: GPL-3.0-or-later
"""People from a spreadsheet, by keyboard alone, from the columns to one undo."""

import subprocess

from journey import main

ROWS = (
    'Name,Team,Line manager,Characteristics\r\n'
    'Newby Quill,Harbour Team,Farida Penhallow,something about who they are\r\n'
    'Oonagh Petrie,Riverside Team,,\r\n'
    'Lorne Tamsin,Harbour Team,Lorne Tamsin,\r\n'
)


def choose(path):
    """What the dialog of the desktop would do with the file; it is no part of the program."""
    subprocess.run(
        ['gdbus', 'call', '--session', '--dest', 'com.example.Mentoring', '--object-path',
         '/com/example/Mentoring/window/1', '--method', 'org.gtk.Actions.Activate', 'import-file',
         f"[<('people', '{path}')>]", '{}'],
        check=True, stdout=subprocess.DEVNULL, timeout=20)


def journey_import(journey):
    """A row is refused, so nothing goes in; without it the others do, and Ctrl+Z takes them back."""
    app = journey.open(journey.sample())
    app.wait_for('list item', '.*signature.*')
    app.go_to_place('People')
    app.wait_for(name='12 people')
    app.tab_to(name='More')
    app.key('Return')
    app.wait_for('menu item', 'Import from a Spreadsheet.*')
    app.key('Return')
    app.wait_focus('check box', 'People')
    journey.no_class_names(app, 'the first step of an import')

    path = journey.path('people.csv')
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(ROWS)
    before = app.presses
    choose(path)
    app.wait_focus(name='What the column “Name” is')
    journey.no_class_names(app, 'the columns')
    app.wait_for('check box', 'Take it in all the same')
    app.tab_to('push button', 'Check the Rows')
    app.key('Return')
    app.wait_for(name='1 new, 1 changed, 0 the same, 1 refused')
    app.wait_for(name='Refused. Line 4: Lorne Tamsin. Nobody is their own line manager.*')
    app.wait_for(name='Changed. Line 3: Oonagh Petrie. Team: .* → “Riverside Team”')
    journey.no_class_names(app, 'the rows')

    # The button says what is missing, and the cursor is where it is to be said.
    app.tab_to('push button', 'Import 2 Rows')
    app.key('Return')
    app.wait_focus('check box', 'Leave the refused rows out')
    app.key('space')
    app.tab_to('push button', 'Import 2 Rows')
    app.key('Return')
    app.wait_for(name='13 people')
    journey.note(f'{app.presses - before} key presses from the columns to the people, one refusal among them')
    app.key('ctrl+z')
    app.wait_for(name='12 people')
    app.close()


main(globals())
