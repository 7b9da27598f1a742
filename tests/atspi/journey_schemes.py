# SPDX-License-Identifier: GPL-3.0-or-later
"""Every scheme from a new file to a pairing that has ended: the four that are shipped, and one of somebody's own."""

import os
import re
import shutil

from journey import main

MENTOR = 'Mentor B'
MENTEE = 'Person A'
SHIPPED = ('pqs-adults', 'nqsw-scotland', 'support-worker', 'asye-adults')
OWN_PACK = os.path.join(os.path.dirname(__file__), '..', 'data', 'packs', 'walkers.xml')


def start(journey, pack):
    """A new file of the scheme, whose owner says who they are."""
    path = journey.path(f'{pack}.mentoring')
    journey.cli('new', path, f'--pack={pack}')
    app = journey.open(path)
    app.wait_focus(name='Name of the new person.*')
    app.type(MENTOR)
    app.tab_to('push button', 'This Is Me')
    app.key('Return')
    app.wait_for('list item', '1 Who are you.*done.*')
    return app


def propose(app):
    app.tab_to('list item', '2 Who do you work with.*')
    app.key('Return')
    app.wait_focus(name='Name of the new person.*')
    app.type(MENTEE)
    app.tab_to('push button', 'Propose the Pairing')
    app.key('Return')
    app.wait_focus('push button', 'Start with a first meeting')


def sign(app, name):
    """Fills in whatever the scheme's agreement still asks for, box by box, and signs."""
    for _ in range(20):
        app.tab_to('list item', f'{name}\\. .*Sign….*', limit=120)
        app.key('Return')
        focus = app.wait(lambda: app.focused if app.focused and app.focused.role in ('text', 'check box') else None,
                         'what is missing, or the signature')
        if focus.name == 'Your name':
            break
        if focus.role == 'check box':
            app.key('space')
        else:
            app.type('Agreed.')
    app.type(name)
    app.key('Return')
    app.wait_for('list item', f'{name}\\. .*Signed “{name}”.*')


def agree(app):
    app.key('Return')
    app.wait_for(name='Induction since .*')
    app.wait_focus('push button', 'Write the agreement')
    app.key('Return')
    app.wait_for('list item', f'{MENTOR}\\. .*Sign….*')
    sign(app, MENTOR)
    sign(app, MENTEE)
    app.wait_for(name='Version 1, signed by both on .*')
    app.key('Escape')
    app.tab_to('push button', 'Begin the sessions')
    app.key('Return')
    app.wait_for(name='Active since .*')


def write_session(app):
    app.key('ctrl+n')
    app.wait_focus(name='Next step.*')
    app.type('Meet the team')
    app.key('ctrl+Return')
    app.wait_for(name='.*Meet the team.*')


def end(app):
    app.key('alt+1')
    app.wait_for(name='Active since .*')
    app.tab_to('list item', 'End this pairing.*', limit=120)
    app.key('Return')
    app.wait_for('push button', 'End on .*')
    app.tab_to('push button', 'End on .*')
    app.key('Return')
    app.wait_for(name='Ended .*')


def take_from_beginning_to_end(journey, pack):
    app = start(journey, pack)
    propose(app)
    agree(app)
    write_session(app)
    end(app)
    app.close()

    path = journey.path(f'{pack}.mentoring')
    pairings = journey.cli('list', 'pairings', path, '--format=csv').splitlines()
    journey.equal(len(pairings), 2, f'the number of lines about the pairings of {pack}')
    journey.true(re.search(f'{MENTEE},{MENTOR},{pack},ended,', pairings[1]), f'{pairings[1]} is of a pairing that ended')
    journey.cli('verify', path)


def journey_first_scheme(journey):
    take_from_beginning_to_end(journey, SHIPPED[0])


def journey_second_scheme(journey):
    take_from_beginning_to_end(journey, SHIPPED[1])


def journey_third_scheme(journey):
    take_from_beginning_to_end(journey, SHIPPED[2])


def journey_fourth_scheme(journey):
    take_from_beginning_to_end(journey, SHIPPED[3])


def journey_own_scheme(journey):
    """A pack that was put into the person's own folder, with no program built anew."""
    folder = os.path.join(journey.environment['XDG_DATA_HOME'], 'mentoring', 'packs')
    os.makedirs(folder)
    shutil.copy(OWN_PACK, folder)
    take_from_beginning_to_end(journey, 'walkers')


main(globals())
