# SPDX-License-Identifier: GPL-3.0-or-later
"""A pairing ends: a peer group is chosen for afterwards, and both look back."""

from journey import main


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


def end(journey, app):
    app.tab_to('list item', 'End this pairing.*', limit=120)
    app.key('Return')
    app.wait_for('push button', 'End on .*')
    journey.no_class_names(app, 'the end')
    app.tab_to(name='Another mentor')
    app.key('Down', 'space')
    app.tab_to('push button', 'End on .*')
    app.key('Return')
    app.wait_for(name='Ended .*You can read everything.*')


def look_back(journey, app, row, answer, give, thanks):
    app.tab_to('list item', row, limit=120)
    app.key('Return')
    app.wait_for('push button', give)
    journey.no_class_names(app, 'an evaluation')
    app.tab_to('text')
    app.type(answer)
    app.tab_to('push button', give, limit=80)
    app.key('Return')
    app.wait_for('list item', thanks)


def journey_end_and_look_back(journey):
    app = open_amara(journey)
    end(journey, app)
    look_back(journey, app, r'Evaluation: Oonagh.*Answer', 'More questions, and slower.', 'Give My Answers',
              r'Evaluation: Oonagh.*21 November 2026.*')
    look_back(journey, app, r'Evaluation: Amara.*Write it down', 'I ask before I tell.', 'These Are the Answers',
              r'Evaluation: Amara.*21 November 2026.*')
    app.tab_to('list item', 'Match again.*', limit=120)
    app.key('Return')
    app.wait_gone('list item', 'Match again.*')
    app.close()

    journey.cli('verify', journey.path('Sample.mentoring'))


main(globals())
