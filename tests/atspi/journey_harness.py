# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness itself: it types, counts, waits, sees a dialogue and finds what has no name."""

import os

from journey import Failure, main


def journey_keyboard(journey):
    app = journey.open(program=os.environ['MTR_HARNESS'])
    entry = app.wait_focus('text', 'Next step')
    app.type('Bring the audit')
    journey.equal(entry.text, 'Bring the audit')
    app.tab_to('check box', 'Workload and time')
    app.key('space')
    app.wait_for('check box', 'Workload and time', states=('checked',))
    app.tab_to('push button', 'Done')
    app.key('Return')
    app.wait_for('label', 'Saved Bring the audit')
    journey.equal(app.presses, len('Bring the audit') + 4, 'the number of key presses')
    app.close()


def journey_dialogue(journey):
    app = journey.open(program=os.environ['MTR_HARNESS'])
    app.find('push button', 'Sign').activate()
    app.wait_focus('push button', 'Not yet')
    journey.equal(app.window.name, 'Sign and seal?', 'the window that has the keyboard')
    app.key('Return')
    app.wait_gone('push button', 'Not yet')
    app.wait_focus()
    app.close()


def journey_nameless(journey):
    app = journey.open(program=os.environ['MTR_HARNESS'])
    try:
        journey.no_class_names(app)
    except Failure as failure:
        journey.true('push button' in str(failure), str(failure))
    else:
        raise Failure('a button without a name was not found')
    try:
        app.wait_for('push button', 'Nowhere', patience=0.3)
    except Failure:
        return
    raise Failure('what is not there was found')


main(globals())
