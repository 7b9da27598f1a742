# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of the pack, by keyboard alone: one is filled in and found again, and a blank one is looked at before it is printed."""

from journey import main


def open_library(app):
    app.wait_for('list item', 'Library.*')
    app.tab_to('list item', 'Library.*')
    app.key('Return')
    app.wait_for('list item', 'Who I am at work.*')


def journey_fill_in_and_print(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(journey.sample())
    open_library(app)
    before = app.presses
    app.tab_to('list item', 'Who I am at work.*')
    app.key('Return')
    app.wait_for(name='Always private.*')
    app.wait_focus('push button', 'Fill In')
    app.key('Return')
    app.wait_focus(name='What would I call myself.*')
    journey.no_class_names(app, 'a tool')
    app.type('The one who asks')
    app.key('ctrl+s')
    app.wait_for(name='Saved.*')
    app.key('alt+Left')
    app.wait_for('list item', '21 November 2026.*Only you')
    journey.note(f'{app.presses - before} key presses from the library to an answer that is kept')

    app.key('alt+Left')
    app.tab_to('list item', 'Reviewing the supervisory relationship.*')
    app.key('Return')
    app.wait_focus('push button', 'Fill In')
    app.tab_to('push button', 'Print a Blank Form')
    app.key('Return')
    app.wait_for(name='Page 1 of .*')
    app.key('Escape')
    app.wait_gone(name='Page 1 of .*')
    app.close()


main(globals())
