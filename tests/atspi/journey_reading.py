# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who needs large letters finds them by keyboard, sees a page in them, and goes back to the design."""

from journey import main


def choose(app, row, position):
    """Opens a choice and takes one of its lines, counted from the first."""
    app.tab_to('push button', row)
    app.key('space')
    app.wait(lambda: not app.find('push button', row, states=('focused',)), f'the choices of {row}')
    app.settle()
    app.key('Home')
    app.key('Down', times=position)
    app.key('Return')
    app.wait_focus('push button', row)


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
    file = journey.sample()
    app = journey.open(file)
    app.wait_for('list', 'Places')
    app.settle()
    open_page(app)
    journey.no_class_names(app, 'the page')
    choose(app, 'Size', 8)
    app.wait_for('status bar', '16 points')
    choose(app, 'Space from line to line', 2)
    app.wait_for('status bar', '16 points, 1.5 lines')
    choose(app, 'Tint', 1)
    app.wait_for('status bar', '16 points, 1.5 lines, cream')
    app.close()

    # It is kept on the computer.
    app = journey.open(file)
    app.wait_for('list', 'Places')
    app.settle()
    open_page(app)
    app.tab_to('push button', 'Everything as Designed')
    app.key('Return')
    app.wait_for('status bar', 'As designed')
    app.key('alt+Left')
    app.wait_gone(name='How you read best')
    app.close()


main(globals())
