# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing on any page is called by the name of its class."""

from journey import Failure, main


class Listener:
    """Listens to one page after the other, and says at the end what was wrong with all of them."""

    def __init__(self, journey, app):
        self.journey = journey
        self.app = app
        self.wrong = []
        self.pages = 0

    def listen(self, where):
        self.app.settle()
        self.pages += 1
        try:
            self.journey.no_class_names(self.app, where)
        except Failure as failure:
            self.wrong.append(str(failure))

    def finish(self):
        self.journey.note(f'{self.pages} pages')
        if self.wrong:
            raise Failure('\n'.join(self.wrong))


def journey_welcome(journey):
    app = journey.open()
    app.wait_focus('list item')
    listener = Listener(journey, app)
    listener.listen('the welcome')
    listener.finish()
    app.close()


def journey_places(journey):
    app = journey.open(journey.sample())
    places = app.wait_for('list', 'Places')
    listener = Listener(journey, app)
    for name in [row.name for row in places.find_all('list item')]:
        app.go_to_place(name)
        listener.listen(name)
    for keys, where in (('ctrl+f', 'the search'),):
        app.key(keys)
        listener.listen(where)
        app.key('Escape')
        app.settle()
    listener.finish()
    app.close()


def journey_pairings(journey):
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    listener = Listener(journey, app)
    app.go_to_place('Pairings')
    names = [row.name for row in app.wait_for('list', 'Pairings').find_all('list item')]
    for number, name in enumerate(names):
        app.tab_to('list item', '|'.join(names))
        app.key('Home')
        app.key('Down', times=number)
        app.key('Return')
        app.settle()
        for view in range(1, 5):
            app.key(f'alt+{view}')
            listener.listen(f'view {view} of {name}')
        app.key('alt+1')
        app.key('alt+Left')
        app.wait_for('list', 'Pairings')
        app.settle()
    listener.finish()
    app.close()


def journey_person(journey):
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    listener = Listener(journey, app)
    app.go_to_place('People')
    names = [row.name for row in app.wait_for('list', 'People').find_all('list item')]
    app.tab_to('list item', '|'.join(names))
    app.key('Return')
    listener.listen(f'the profile {names[0]}')
    listener.finish()
    app.close()


def journey_goal(journey):
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    listener = Listener(journey, app)
    app.go_to_place('Pairings')
    names = [row.name for row in app.wait_for('list', 'Pairings').find_all('list item')]
    app.tab_to('list item', '|'.join(names))
    app.key('Home')
    app.key('Return')
    app.settle()
    app.key('alt+1')
    app.settle()
    app.tab_to('list item', 'Confident with challenge.*')
    app.key('Return')
    listener.listen('a goal')
    listener.finish()
    app.close()


main(globals())
