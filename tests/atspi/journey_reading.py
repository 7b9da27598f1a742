# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who needs large letters finds them by keyboard, sees a page in them, and goes back to the design."""

from journey import main


def choose(app, row, choice, limit=40):
    """Opens a choice and takes one of its lines."""
    app.tab_to(name=row)
    app.key('space')
    app.wait(lambda: app.focused and app.focused.name != row, f'the choices of {row}')
    for _ in range(limit):
        app.settle()
        focused = app.focused
        if focused and focused.name == choice:
            break
        app.key('Down')
    app.key('Return')
    app.settle()


def open_page(app):
    app.key('F10')
    app.wait_for('menu item', 'Reading and Printing')
    for _ in range(40):
        app.settle()
        if app.find('menu item', 'Reading and Printing', states=('focused',)):
            break
        app.key('Down')
    app.key('Return')
    app.wait_for(name='How you read best')


def journey_large_letters(journey):
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    app.settle()
    open_page(app)
    journey.no_class_names(app, 'the page')
    choose(app, 'Size', '16 points')
    app.wait_for(name='16 points')
    choose(app, 'Space from line to line', '1.5 lines')
    app.wait_for(name='16 points, 1.5 lines')
    choose(app, 'Tint', 'Cream')
    app.wait_for(name='16 points, 1.5 lines, cream')
    app.close()

    # It is kept on the computer.
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    app.settle()
    open_page(app)
    app.tab_to('push button', 'Everything as Designed')
    app.key('Return')
    app.wait_for(name='As designed')
    app.key('alt+Left')
    app.wait_gone(name='How you read best')
    app.close()


main(globals())
