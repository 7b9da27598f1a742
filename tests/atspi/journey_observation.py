# SPDX-License-Identifier: GPL-3.0-or-later
"""The mentor plans an observation, watches, writes and signs, by keyboard alone."""

from journey import main

NOTES = [
    ('Opens by asking what she wants from today', '6'),
    ('Long pause, waits', '6', '5'),
    ('Case talk, asks what else it could be', '5'),
    ('She laughs, leans back', ),
    ('Names the deadline, says why', '7'),
    ('Asks whose voice is missing', '3'),
    ('2 minutes of silence', ),
    ('He writes nothing down, listens', ),
    ('Says he does not know', '6'),
    ('They agree one next step', ),
]


def plan(journey, app):
    app.key('ctrl+shift+o')
    app.wait_for('list item', '1 Plan.*')
    app.wait_focus('push button', 'Type of observation')
    app.key('Tab', times=2)
    app.wait_focus('text', 'Date')
    app.type('today')
    journey.no_class_names(app, 'the plan')
    app.key('ctrl+Return')


def consent(journey, app):
    app.wait_focus('text', 'Consent asked of')
    app.type('The supervisee')
    app.key('Tab', times=2)
    app.wait_focus('check box', 'Not asked yet')
    app.key('Up')
    app.wait_for('check box', 'Said yes', states=('checked',))
    journey.no_class_names(app, 'the consent')
    app.key('ctrl+Return')


def observe(journey, app):
    app.wait_focus('push button', 'Observe')
    app.key('Return')
    app.wait(lambda: app.window.name == 'Observe', 'the window for observing')
    app.wait_focus('text', 'New note')
    before = app.presses
    for text, *tags in NOTES:
        app.type(text)
        for tag in tags:
            app.key(f'ctrl+{tag}')
        app.key('Return')
    presses = app.presses - before - sum(len(text) for text, *_ in NOTES)
    journey.note(f'{len(NOTES)} notes with {sum(len(tags) for _, *tags in NOTES)} tags: {presses} key presses besides '
                 'the letters')
    app.wait_focus('text', 'New note')
    journey.equal(len(app.window.find_all('push button', 'Area 6, .*')), 3, 'the number of tags with area 6')

    # A statement is picked by typing.
    app.key('ctrl+t')
    app.wait_focus('entry', r'Which area or statement\?')
    app.type('bias')
    app.key('Return')
    app.wait_for('push button', 'Statement 5.3, .*')
    journey.no_class_names(app, 'the window for observing')

    # Escape leaves, and nothing ends.
    app.key('Escape')
    app.wait(lambda: app.window.name != 'Observe', 'the window to go')
    app.wait_for('list item', '3 Observe. Observing, paused.*')
    app.wait_focus('push button', 'Carry On Observing')
    app.key('Return')
    app.wait(lambda: app.window.name == 'Observe', 'the window for observing')
    app.wait_focus('text', 'New note')
    app.key('ctrl+Return')
    app.wait_for('status bar', r'Finished at \d\d:\d\d. 11 notes. Ctrl\+Z carries on')


def feedback(journey, app):
    app.wait_focus('text', 'What I saw')
    app.type('He asked, and waited.')
    app.key('Tab')
    app.type('The long pause.')
    app.key('Tab')
    app.type('Say the deadline first.')
    # The button says what is missing, and takes the cursor there.
    app.key('ctrl+Return')
    app.wait_for('status bar', 'Write when the feedback was given.')
    app.wait_focus('text', 'Feedback given on')
    app.type('today')
    journey.no_class_names(app, 'the feedback')
    app.key('ctrl+Return')


def reflect(journey, app):
    app.wait_focus('text', 'Reflection')
    app.type('I had not known that I can wait.')
    app.key('ctrl+Return')


def sign(app, name):
    app.key('Return')
    app.wait_focus('text', 'Your name')
    app.type(name)
    app.key('Return')


def journey_observation(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(journey.sample())
    app.wait_for('status bar', 'Saved.*')
    plan(journey, app)
    consent(journey, app)
    observe(journey, app)
    feedback(journey, app)
    reflect(journey, app)
    app.wait_focus('list item', 'There is no judgement yet.*')
    app.tab_to('list item', 'Oonagh Petrie.*')
    journey.no_class_names(app, 'the signatures')
    sign(app, 'Oonagh Petrie')
    app.wait_for('list item', 'Oonagh Petrie.*signed.*')
    app.key('Down')
    app.wait_focus('list item', 'Amara Whitlock.*')
    sign(app, 'Amara Whitlock')
    app.wait_for('label', 'Sealed .*')
    journey.equal([str(widget) for widget in app.find_all('text')], [], 'what can still be typed in')
    journey.note(f'{app.presses} key presses from the plan to the seal')
    app.close()


main(globals())
