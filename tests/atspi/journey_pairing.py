# SPDX-License-Identifier: GPL-3.0-or-later
"""The mentor makes a pairing, and signs its agreement together with the mentee at one computer."""

from journey import main

TERMS = (
    ('What stays between us', 'What we say, and the diary.'),
    ('What does not stay between us, and why', 'Danger to anybody.'),
    ('What the line manager receives', 'Dates.'),
)
COMMITMENTS = (
    'I bring the agenda, .*',
    'I keep the time .*',
    'I ask my supervisees .*',
    'I write so that .*',
    'I say what is hard .*',
)


def sign(app, name):
    app.tab_to('list item', f'{name}\\. .*Sign….*')
    app.key('Return')
    app.wait_focus('text', 'Your name')
    app.type(name)
    app.key('Return')
    app.wait_for('list item', f'{name}\\. .*Signed “{name}”.*')


def journey_make_and_agree(journey):
    # The first start, and a pairing: the mentor is who sits here, the mentee is new to the file.
    app = journey.open()
    app.tab_to('list item', 'Start a programme.*')
    app.key('Return')
    app.wait_focus(name='Your name')
    app.type('Mentor B')
    app.tab_to('push button', 'Start the Programme')
    app.key('Return')
    app.wait_for('list item', '1 Who are you.*done.*')
    app.tab_to('list item', '2 Who do you work with.*')
    app.key('Return')
    app.wait_focus(name='Name of the new person.*')
    app.type('Supervisor A')
    app.tab_to('push button', 'Propose the Pairing')
    app.key('Return')

    app.wait_focus('push button', 'Start with a first meeting')
    app.key('Return')
    app.wait_for(name='Induction since .*')
    app.wait_focus('push button', 'Write the agreement')
    before = app.presses
    app.key('Return')

    # Nothing is signed while something is missing: that is said, and the cursor is there.
    app.wait_for('text', TERMS[0][0])
    app.key('F6', times=8)
    app.tab_to('list item', 'Mentor B\\. .*Sign….*')
    app.key('Return')
    app.wait_focus('text', TERMS[0][0])
    app.wait_for(name='“What stays between us” is still empty.*')
    for title, words in TERMS:
        app.tab_to('text', title)
        app.type(words)
    # Each commitment is read, and ticked by itself; F6 goes to them group by group.
    app.key('F6', times=7)
    for commitment in COMMITMENTS:
        app.tab_to('check box', commitment)
        app.key('space')
    journey.no_class_names(app, 'the agreement')

    sign(app, 'Mentor B')
    sign(app, 'Supervisor A')
    app.wait_for(name='Version 1, signed by both on .*')
    letters = sum(len(words) for _, words in TERMS) + len('Mentor B') + len('Supervisor A')
    journey.note(f'an agreement written and signed: {app.presses - before} key presses, {letters} of them letters')

    # Back, and the sessions begin.
    app.key('Escape')
    app.tab_to('push button', 'Begin the sessions')
    app.key('Return')
    app.wait_for(name='Active since .*')
    app.close()


main(globals())
