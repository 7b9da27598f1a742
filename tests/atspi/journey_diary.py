# SPDX-License-Identifier: GPL-3.0-or-later
"""A mentor writes a session down by keyboard alone, in under a minute."""

import re

from journey import main

NEXT_STEP = 'Bring the audit'
# Ctrl+N, Tab, Tab, Right, Space and Ctrl+Enter, besides the letters of the next step.
BOUND = 8


def open_diary(journey):
    journey.environment['MENTORING_TODAY'] = '2026-11-21'
    app = journey.open(journey.sample('--as-at=2026-11-21'))
    app.wait_for('list', 'Places')
    app.tab_to('list item', 'Today')
    app.key('Down', 'Return')
    app.wait_for('list item', 'Amara.*')
    app.tab_to(name='Search.*')
    app.type('Amara')
    app.wait_gone('list item', 'Kiran.*')
    app.key('Return')
    app.wait_for('label', 'Amara .* with .*')
    app.key('alt+2')
    app.wait_for('push button', 'Write a session')
    return app


def journey_write_in_under_a_minute(journey):
    app = open_diary(journey)
    app.presses = 0
    app.key('ctrl+n')
    entry = app.wait_focus('text', 'Next step')
    app.type(NEXT_STEP)
    journey.equal(entry.text, NEXT_STEP)
    app.key('Tab', 'Tab')
    app.wait_focus('check box', 'My supervision')
    app.key('Right', 'space')
    app.wait_for('check box', 'Observing and giving feedback', states=('checked',))
    app.key('ctrl+Return')
    app.wait_gone('text', 'Next step')
    app.wait_for(name=r'Saved \d\d:\d\d')
    presses = app.presses - len(NEXT_STEP)
    journey.note(f'{presses} key presses and {len(NEXT_STEP)} letters from the list to "Saved"')
    journey.true(presses <= BOUND, f'{presses} key presses, more than {BOUND}')
    app.wait_for('list item', f'Saturday 21 November, held, 60 minutes.*Next step: {NEXT_STEP}.*')
    app.wait_for('check box', f'{NEXT_STEP}. Amara .*')
    app.close()


def journey_through_the_form(journey):
    """Tab goes through the whole form of a session and out of it: the topics are one stop and no trap."""
    app = open_diary(journey)
    app.key('ctrl+n')
    app.wait_focus(name='Next step.*')
    app.tab_to('check box')
    topic = app.focused.name
    app.key('Tab')
    app.wait(lambda: app.focused and app.focused.role != 'check box', 'the focus to leave the topics')
    app.key('shift+Tab')
    app.wait_focus('check box', re.escape(topic))
    app.tab_to('push button', 'Done')
    app.close()


def journey_unfinished(journey):
    app = open_diary(journey)
    app.key('ctrl+n')
    app.wait_focus('text', 'Next step')
    app.type('Half a')
    app.key('Escape')
    app.wait_gone('text', 'Next step')
    app.wait_for('list item', 'Saturday 21 November, unfinished.*Half a.*')
    app.key('ctrl+n')
    entry = app.wait_focus('text', 'Next step')
    journey.equal(entry.text, 'Half a', 'what was kept')
    app.close()


def journey_remove_and_undo(journey):
    """A row is removed by Delete, by its menu, and comes back; the focus goes to the next one."""
    app = open_diary(journey)
    app.tab_to('list item', 'Thursday 26 November.*')
    app.key('Down')
    app.wait_focus('list item', 'Friday 30 October.*')
    app.key('Delete')
    app.wait_gone('list item', 'Friday 30 October.*')
    app.wait_focus('list item', 'Tuesday 22 September.*')
    app.wait_for(name='Session of 30 October removed.*')
    app.key('ctrl+z')
    app.wait_for('list item', 'Friday 30 October.*')
    app.wait_focus('list item', 'Tuesday 22 September.*')

    # The last one that is planned goes, and with it the line above the others.
    app.key('Up')
    app.wait_focus('list item', 'Friday 30 October.*')
    app.key('Up')
    app.wait_focus('list item', 'Thursday 26 November.*')
    app.key('shift+F10')
    app.wait_for('menu item', 'Remove.*')
    app.tab_to('menu item', 'Remove.*')
    app.key('Return')
    app.wait_gone('list item', 'Thursday 26 November.*')
    app.wait_focus('list item', 'Friday 30 October.*')
    app.key('ctrl+z')
    app.wait_for('list item', 'Thursday 26 November.*')
    app.close()


main(globals())
