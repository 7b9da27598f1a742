# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be used, opened in a window: each gets its own sentence, and is left as it was. One program for all,
which knows the last file, and the size of its window, when it is started again."""

import os
import sqlite3
import subprocess

from journey import main


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def write(path, content):
    with open(path, 'wb') as file:
        file.write(content)
    return path


def ask_to_open(journey, path):
    """Starts the program once more: it tells the one that is running, and ends."""
    result = subprocess.run([os.environ['MTR_APPLICATION'], path], env=journey.environment, timeout=60,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    journey.equal(result.returncode, 0, 'how the second program ended')


def refuse(journey, app, path, words):
    ask_to_open(journey, path)
    app.wait_for(name='This file was not opened')
    app.wait_for(name=words)
    app.key('Escape')
    app.wait_gone(name=words)


def journey_refused(journey):
    whole = read(journey.sample())
    middle = len(whole) // 8192 * 4096
    cases = (
        ('Letter', b'Dear diary, this is not a programme.\n', ' is not a mentoring programme.*'),
        ('Cut', whole[:middle], ' is not complete: its end is missing.*'),
        ('Damaged', whole[:middle] + b'\x5a' * 200000 + whole[middle + 200000:], ' is damaged.*'),
    )
    app = journey.open()
    app.wait_for('list item', 'Start a programme.*')
    for name, content, words in cases:
        path = write(journey.path(f'{name}.mentoring'), content)
        refuse(journey, app, path, f'“{name}.mentoring”{words}')
        journey.true(read(path) == content, f'{name} is as it was')
    refuse(journey, app, journey.path('Gone.mentoring'), '“Gone.mentoring” is not there any more.*')

    # Another program writes in it. Nothing reads it here meanwhile: closing it would let go of the lock.
    locked = write(journey.path('Locked.mentoring'), whole)
    lock = sqlite3.connect(locked, isolation_level=None)
    lock.execute('BEGIN EXCLUSIVE')
    refuse(journey, app, locked, '“Locked.mentoring” is in use by another program.*')
    lock.execute('ROLLBACK')
    lock.close()
    journey.true(read(locked) == whole, 'what was locked is as it was')
    journey.equal(len(app.windows), 1, 'the number of windows')
    app.close()


def journey_newer(journey):
    """A file of a newer version can be read, and says that it can only be read."""
    sample = journey.sample()
    with sqlite3.connect(sample) as file:
        file.execute('PRAGMA user_version = 99')
    file.close()
    before = read(sample)
    app = journey.open(sample)
    app.wait_for('list', 'Places')
    app.wait_for(name='.*newer version of Mentoring.*')
    app.key('ctrl+n')
    app.settle()
    journey.equal(app.find_all('text', 'Next step'), [], 'what can be typed in')
    app.close()
    journey.equal(read(sample), before, 'what is in the file')


def journey_one_instance(journey):
    sample = journey.sample()
    app = journey.open(sample)
    app.wait_for('list', 'Places')
    ask_to_open(journey, sample)
    app.settle()
    journey.equal(len(app.windows), 1, 'the number of windows')
    ask_to_open(journey, journey.path('.') + '/Sample.mentoring')
    app.settle()
    journey.equal(len(app.windows), 1, 'the number of windows, by another way to the same file')
    app.close()


def find_size(app):
    window = subprocess.run(['xdotool', 'getactivewindow'], check=True, capture_output=True, text=True).stdout.strip()
    said = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True, capture_output=True, text=True)
    return window, [line for line in said.stdout.splitlines() if line.startswith(('WIDTH', 'HEIGHT'))]


def journey_remembered(journey):
    """The next start knows the file and the size of the window."""
    app = journey.open(journey.sample())
    app.wait_for('list', 'Places')
    window, before = find_size(app)
    subprocess.run(['xdotool', 'windowsize', '--sync', window, '860', '640'], check=True)
    app.settle()
    _, changed = find_size(app)
    journey.true(changed != before, 'the window has another size')
    app.close()

    app = journey.open()
    app.wait_for('list item', 'Sample.*')
    app.settle()
    journey.equal(find_size(app)[1], changed, 'the size of the window')
    app.tab_to('list item', 'Sample.*')
    app.key('Return')
    app.wait_for('list', 'Places')
    app.close()


main(globals())
