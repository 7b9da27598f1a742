# SPDX-License-Identifier: GPL-3.0-or-later
"""Around the pairings, by keyboard alone: the first start, Today, and search."""

from journey import main


def journey_first_start(journey):
    """From nothing to a pairing that is proposed."""
    app = journey.open()
    app.wait_for('list item', 'Start a programme.*')
    app.tab_to('list item', 'Start a programme.*')
    app.key('Return')
    app.wait_focus(name='Your name')
    app.type('Mentor B')
    app.tab_to('push button', 'Start the Programme')
    app.key('Return')
    app.wait_for('list item', '1 Who are you.*done.*')
    journey.note(f'{app.presses} key presses until the programme is there')

    before = app.presses
    app.tab_to('list item', '2 Who do you work with.*')
    app.key('Return')
    app.wait_focus(name='Name of the new person.*')
    journey.no_class_names(app, 'the form for a new pairing')
    # The button says what is missing, and the cursor is where it is to be said.
    app.tab_to('push button', 'Propose the Pairing')
    app.key('Return')
    app.wait_for(name='Say first who is to be mentored.*')
    app.wait_focus(name='Name of the new person.*')
    app.type('Supervisor A')
    app.tab_to('push button', 'Propose the Pairing')
    app.key('Return')
    app.wait_for(name='The pairing is proposed.*')
    journey.note(f'{app.presses - before} key presses for the first pairing, one refusal among them')
    app.key('alt+Home')
    app.wait_for('list item', '2 Who do you work with.*done.*')
    journey.no_class_names(app, 'Today')
    app.close()


def journey_set_aside(journey):
    """A reason is set aside until a day with a note, and brought back by undo."""
    app = journey.open(journey.sample())
    reason = 'Direct observation 2 waits for your signature.*'
    app.wait_for('list item', reason)
    app.tab_to('list item', reason)
    app.key('Delete')
    app.wait_focus(name='Leave me alone with it until')
    app.tab_to(name='A note for yourself')
    app.type('After her leave')
    app.key('Return')
    app.wait_for(name='Set aside until .*')
    app.wait_for(name='1 set aside')
    app.wait_gone('list item', reason)
    app.key('ctrl+z')
    app.wait_for('list item', reason)

    # The same from the menu of the row; then it is taken back where it is listed.
    app.tab_to('list item', reason)
    app.key('shift+F10')
    app.wait_for('menu item', 'Not now…')
    app.key('Return')
    app.wait_focus(name='Leave me alone with it until')
    app.key('Return')
    app.wait_gone('list item', reason)
    app.tab_to(name='1 set aside')
    app.key('space')
    app.tab_to('list item', 'Direct observation 2 waits for your signature.*Take It Back')
    app.key('Return')
    app.wait_for('list item', reason + 'Read and sign')
    app.close()


def journey_search(journey):
    """A word of a private note is found, marked, and opened; Esc comes back to what was found."""
    app = journey.open(journey.sample())
    app.wait_for('list item', '.*signature.*')
    app.key('ctrl+f')
    app.wait_focus(name='Search everything in this file')
    app.type('silences')
    app.wait_for('list item', '.*only you.*')
    app.key('Return')
    app.wait_focus(name='Name')
    app.key('alt+Left')
    app.wait_for('list item', '.*only you.*')
    journey.no_class_names(app, 'search')
    app.key('ctrl+f')
    app.wait_focus(name='Search everything in this file')
    app.key('Escape')
    app.wait_for('list item', '.*waits for your signature.*')
    app.key('F1')
    app.wait_for(name='Keys everywhere')
    app.key('Escape')
    app.wait_gone(name='Keys everywhere')
    app.close()


main(globals())
