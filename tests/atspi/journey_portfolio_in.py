# SPDX-License-Identifier: GPL-3.0-or-later
"""A portfolio moves to another programme's file, by keyboard, and back out byte for byte."""

import csv
import io
import subprocess

from journey import main


def choose(path):
    """What the dialog of the desktop would do with the file; it is no part of the program."""
    subprocess.run(
        ['gdbus', 'call', '--session', '--dest', 'com.example.Mentoring', '--object-path',
         '/com/example/Mentoring/window/1', '--method', 'org.gtk.Actions.Activate', 'bring-in-portfolio-file',
         f"[<'{path}'>]", '{}'],
        check=True, stdout=subprocess.DEVNULL, timeout=20)


def save(journey, programme, pairing, name):
    """The portfolio as XML, and its bytes."""
    path = journey.path(name)
    journey.cli('export', 'portfolio', programme, f'--pairing={pairing}', '--format=xml', f'--output={path}',
                '--as-at=2026-11-21')
    with open(path, 'rb') as file:
        return path, file.read()


def journey_portfolio_in(journey):
    """What is no portfolio is said; the portfolio comes in with one key, goes with one, and is the same file."""
    source = journey.sample('--as-at=2026-11-21')
    rows = csv.DictReader(io.StringIO(journey.cli('list', 'pairings', source, '--format=csv')))
    pairing = next(row['id'] for row in rows if row['mentees'] == 'Amara Whitlock')
    xml, came = save(journey, source, pairing, 'portfolio.xml')
    hostile = journey.path('hostile.xml')
    with open(hostile, 'wb') as file:
        file.write(came.replace(b'<portfolio ', b'<!DOCTYPE portfolio><portfolio '))
    target = journey.path('Elsewhere.mentoring')
    journey.cli('new', target, '--pack=pqs-adults', '--title=Elsewhere')

    app = journey.open(target)
    app.go_to_place('Pairings')
    before = app.presses
    app.tab_to(name='More')
    app.key('Return')
    app.wait_for('menu item', 'Bring In a Portfolio.*')
    app.key('Return')
    app.wait_focus('push button', 'Choose a File…')
    journey.note(f'{app.presses - before} key presses from the pairings to choosing a file')
    journey.no_class_names(app, 'the first step')

    choose(hostile)
    app.wait_for(name='Line 2: A portfolio may not have a document type declaration.*')
    app.wait_focus('push button', 'Choose a File…')

    before = app.presses
    choose(xml)
    app.wait_for(name='New. Amara Whitlock with Oonagh Petrie. It is going on.')
    app.wait_for(name='New. 10 items of evidence. .*')
    journey.no_class_names(app, 'what would come in')
    app.wait_focus('push button', 'Bring It In')
    app.key('Return')
    app.wait_for(name='The portfolio of Amara Whitlock is brought in.*')
    journey.note(f'{app.presses - before} key press from the preview to the pairing')
    app.key('ctrl+z')
    app.go_to_place('People')
    app.wait_for(name='Nobody here yet')
    app.key('ctrl+shift+z')
    app.wait_for(name='6 people')
    app.close()

    journey.equal(save(journey, target, pairing, 'again.xml')[1], came, 'the portfolio saved again')
    journey.cli('verify', target)


main(globals())
