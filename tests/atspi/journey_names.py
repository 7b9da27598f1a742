# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing on any page is called by the name of its class."""

from journey import main


def go_to_places(journey, app):
    """Shows every place in turn, by keyboard, and says its name."""
    places = [row.name for row in app.find('list', 'Places').find_all('list item')]
    for name in places:
        row = app.find('list', 'Places').find('list item', name)
        if not row.has('selected'):
            app.tab_to('list item', '|'.join(places))
            while app.focused.name != name:
                app.key('Down')
            app.key('Return')
        app.wait_for('label', name, states=('visible',))
        app.settle()
        yield name


def journey_welcome(journey):
    app = journey.open()
    app.wait_focus('list item')
    journey.no_class_names(app, 'the welcome')
    app.close()


def journey_places(journey):
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    for name in go_to_places(journey, app):
        journey.no_class_names(app, name)
    app.close()


main(globals())
