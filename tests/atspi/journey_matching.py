# SPDX-License-Identifier: GPL-3.0-or-later
"""From people who look for a mentor to pairings that are proposed, by keyboard alone."""

from journey import main

PEOPLE = """\
Name,Team,Wants to take part as,Willing to mentor,How many people at a time as mentor,Registered social worker,\
Months in a supervisory role,Skills offered,Skills wanted,Waiting since
Ottilie Brandreth,Hospital,mentor,yes,2,yes,40,court work,,
Marchmont Yeo,Community North,mentor,yes,2,yes,60,transitions,,
Tamsin Greyling,Hospital,mentee,,,,,,court work,2026-08-03
Jem Okonjo,Community South,mentee,,,,,,transitions,2026-10-19
"""


def open_with_people(journey):
    path = journey.sample()
    people = journey.path('people.csv')
    with open(people, 'w', encoding='utf-8') as file:
        file.write(PEOPLE)
    journey.cli('import', 'people', path, people)
    app = journey.open(path)
    app.wait_for('list', 'Places')
    app.go_to_place('Matching')
    app.wait_for(name='3 people look for a mentor; 2 mentors have room for 4.')

    return app


def journey_publish(journey):
    """Suggest, look at one, pin it, rule another one out, publish, and take it back."""
    app = open_with_people(journey)
    journey.no_class_names(app, 'the queue')
    before = app.presses
    app.tab_to('push button', 'Suggest Pairs')
    app.key('Return')
    app.wait_for('list item', 'Tamsin Greyling with Ottilie Brandreth.*fit.*waiting since 3 Aug 2026')
    # The button has gone; the keyboard is where one reads on.
    app.wait_focus('list item', '.* with .*')
    journey.no_class_names(app, 'the suggestions')

    app.tab_to('list item', '.* with .*')
    while not app.focused.name.startswith('Tamsin Greyling'):
        app.key('Down')
    app.key('Return')
    app.wait_for('list item', 'These two.*Pin')
    journey.no_class_names(app, 'two people')
    app.tab_to('list item', 'These two.*Pin')
    app.key('Return')
    app.wait_for('list item', 'These two are pinned.*Take Out')
    app.wait_for(name='Pinned: .*')
    app.key('alt+Left')
    app.wait_for('list item', 'Tamsin Greyling with Ottilie Brandreth.*pinned')

    app.tab_to('push button', 'Publish…', backwards=True)
    app.key('Return')
    app.wait_for('push button', 'Not Yet.*')
    app.tab_to('push button', 'Publish( Publish)?')
    app.key('Return')
    app.wait_for(name='3 pairings are proposed. Ctrl.Z takes them back')
    app.wait_for(name='Nobody looks for a mentor; .*')
    journey.note(f'{app.presses - before} key presses from the queue to three pairings')
    app.key('ctrl+z')
    app.wait_for('list item', 'Tamsin Greyling with Ottilie Brandreth.*')
    app.close()


def journey_rule_out(journey):
    """Somebody else instead; what is in force is listed, and is taken out there."""
    app = open_with_people(journey)
    app.tab_to('list item', 'Joss Merriweather.*asked for another mentor.*')
    app.key('Down')
    app.key('Return')
    app.wait_for('list item', 'Ottilie Brandreth.*fit.*')
    journey.no_class_names(app, 'the mentors')
    app.tab_to('list item', 'Ottilie Brandreth.*|Marchmont Yeo.*')
    app.key('Return')
    app.wait_for('list item', 'Not these two in this round.*')
    app.tab_to('list item', 'These two.*')
    app.key('Down')
    app.key('Return')
    app.wait_for('list item', 'These two are ruled out for this round.*')
    app.key('alt+Left')
    app.wait_for('list item', '.*was ruled out for this round.*')
    app.key('alt+Left')
    app.tab_to('list item', 'Pinned and ruled out.*1 in force')
    app.key('Return')
    app.wait_for('list item', 'Tamsin Greyling with .*Take Out')
    app.tab_to('list item', 'Tamsin Greyling with .*Take Out')
    app.key('Return')
    app.wait_for(name='Nothing is said about anybody.*')
    app.close()


def journey_weights_and_groups(journey):
    """A criterion is made to count for more, and those who wait become a peer group."""
    app = open_with_people(journey)
    app.tab_to('list item', 'Pinned and ruled out.*')
    app.key('Down')
    app.key('Return')
    app.wait_for('label', 'What Counts')
    journey.no_class_names(app, 'what counts')
    app.tab_to('push button', 'Skills')
    app.key('space')
    app.key('Down')
    app.key('Return')
    app.wait_for(name='The criteria are weighed anew.*')
    app.key('alt+Left')
    app.tab_to('list item', 'What counts.*')
    app.key('Down')
    app.key('Return')
    app.wait_for('list item', 'Group 1, facilitated by .*')
    journey.no_class_names(app, 'peer groups')
    app.tab_to('push button', 'Propose the Groups')
    app.key('Return')
    app.wait_for(name='1 peer group is proposed.*')
    app.close()


main(globals())
