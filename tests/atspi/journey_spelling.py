# SPDX-License-Identifier: GPL-3.0-or-later
"""A mentor mends a misspelt word by keyboard alone, and has a word kept by the file."""

from journey import main


def open_person(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    app.tab_to('list item', 'Today')
    app.key('Down', 'Down', 'Return')
    app.wait_for('list item', 'Amara.*')
    app.tab_to(name='Search.*')
    app.type('Amara')
    app.wait_gone('list item', 'Kiran.*')
    app.key('Return')
    app.tab_to('text', 'Private note')
    return app


def choose(app, name, limit=20):
    for _ in range(limit):
        app.settle()
        if app.find('menu item', name, states=('focused',)):
            break
        app.key('Down')
    app.key('Return')


def journey_mend_a_word(journey):
    app = open_person(journey)
    text = app.wait_focus('text', 'Private note')
    app.key('ctrl+a', 'Delete')
    app.type('We recieve a fambly. ')
    app.wait(lambda: text.text.strip() == 'We recieve a fambly.', 'what was typed')
    app.settle()
    app.key('F7')
    app.wait_for(name='“recieve” may be misspelt.*')
    app.key('shift+F10')
    app.wait_for('menu item', 'receive')
    app.wait_for('menu', 'The menu of the text')
    choose(app, 'receive')
    app.wait(lambda: text.text.strip() == 'We receive a fambly.', 'the correction')
    app.wait_focus('text', 'Private note')
    app.key('F7')
    app.wait_for(name='“fambly” may be misspelt.*')
    app.key('shift+F10')
    app.wait_for('menu item', 'Add to This File’s Words')
    choose(app, 'Add to This File’s Words')
    app.wait_for(name='“fambly” is among this file’s words.')
    app.key('F7')
    app.wait_for(name='No word here is marked as misspelt.')
    app.close()


main(globals())
