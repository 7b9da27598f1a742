# SPDX-License-Identifier: GPL-3.0-or-later
"""The mentor adds a goal with a milestone, plans six dates at once, and begins to agree anew."""

from journey import main

GOAL = 'I let silence work'


def open_amara(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    app.tab_to('list item', 'Today')
    app.key('Down', 'Return')
    app.wait_for('list item', 'Amara.*')
    app.tab_to(name='Search.*')
    app.type('Amara')
    app.wait_gone('list item', 'Kiran.*')
    app.key('Return')
    app.wait_focus('push button', 'Plan another')
    return app


def add_a_goal(journey, app):
    before = app.presses
    app.key('F6', times=4)
    app.tab_to('list item', 'Another goal.*')
    app.key('Return')
    app.wait_focus('text', 'What will be different.*')
    app.type(GOAL)
    app.key('Return')
    app.wait_for('label', 'This goal: on track')
    journey.note(f'a goal: {app.presses - before} key presses, {len(GOAL)} of them letters')

    app.key('F6', times=2)
    app.tab_to('list item', 'No milestones yet.*')
    app.key('Return')
    app.wait_focus('text', 'Milestone')
    app.type('Ten seconds')
    app.tab_to('text', 'By')
    app.type('5/12/2026')
    app.key('Escape')
    app.wait_for('label', 'This goal: 0 of 1 milestone · on track')
    app.wait_for('list item', r'Ten seconds\. by 5 December.*')
    journey.no_class_names(app, 'the goal')
    app.key('Escape')
    app.wait_for('list item', fr'{GOAL}\. 0 of 1 milestone\. on track')


def plan_six_dates(app):
    app.key('F6')
    app.tab_to('list item', 'The next six dates.*')
    app.key('Return')
    # The programme ends in December: what comes after it is proposed, and not ticked.
    app.wait_focus('check box', 'Thursday 24 December 2026.*')
    for _ in range(6):
        app.key('space', 'Tab')
    app.tab_to('push button', 'Plan these 6 dates')
    app.key('Return')
    app.wait_for(name='6 meetings planned.*')
    app.key('ctrl+z')
    app.wait_gone(name='6 meetings planned.*')


def agree_anew(app):
    app.tab_to('list item', 'Version 2, signed by both.*', backwards=True)
    app.key('Return')
    app.tab_to('push button', 'Agree anew', backwards=True)
    app.key('Return')
    app.wait_for(name='The same words as in version 2 so far.')
    app.wait_focus('text', 'What stays between us')
    app.type('New: ')
    app.wait_for(name='Different from version 2: “What stays between us”.')


def journey_look_ahead(journey):
    app = open_amara(journey)
    add_a_goal(journey, app)
    plan_six_dates(app)
    agree_anew(app)
    app.close()


main(globals())
