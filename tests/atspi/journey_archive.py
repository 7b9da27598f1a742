# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive of the file for one audience, by keyboard, from the menu to the rows about what was saved."""

import subprocess
import zipfile

from journey import main


def choose(path):
    """What the dialog of the desktop would do with the file; it is no part of the program."""
    subprocess.run(
        ['gdbus', 'call', '--session', '--dest', 'com.example.Mentoring', '--object-path',
         '/com/example/Mentoring/window/1', '--method', 'org.gtk.Actions.Activate', 'save-archive-file',
         f"[<'{path}'>]", '{}'],
        check=True, stdout=subprocess.DEVNULL, timeout=20)


def journey_archive(journey):
    """Whom it is for is said with what is in it; a refusal says why; the zip has what these readers may have and no more."""
    app = journey.open(journey.sample())
    app.wait_for('list item', '.*signature.*')
    before = app.presses
    app.key('F10')
    app.wait_for('menu item', 'Save an Archive.*')
    app.key('v')
    app.wait_focus('check box', 'Whoever owns the file, and nobody else')
    journey.no_class_names(app, 'the page of an archive')
    choice = app.find('check box', 'The observer, the line manager and the panel')
    journey.true('Not in it: the agreement' in choice.description, 'the choice says what is not in it')
    app.key('Down', 'Down')
    app.wait_focus('list item', 'The observer, the line manager and the panel.*')
    app.key('Return')
    app.wait_for(name='It has what [0-9]+ pairs wrote.*open that pair first.')
    app.tab_to('push button', 'Choose a File…')
    journey.note(f'{app.presses - before} key presses from Today to choosing a file')

    choose('/nowhere at all/archive.zip')
    app.wait_for(name='.*was not saved: the folder is not there.*')
    app.wait_focus('push button', 'Choose a File…')

    path = journey.path('panel.zip')
    choose(path)
    app.wait_focus('push button', 'Show in folder')
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        journey.true(package.testzip() is None, 'the zip is whole')
        journey.true(b'The observer, the line manager and the panel' in package.read('index.html'), 'it says whom it is for')
    journey.true('documents/Portfolio-of-Amara-Whitlock.pdf' in names, 'the portfolio is in it')
    journey.true('tables/private_name.csv' not in names, 'private names are not')
    app.wait_for(name=f'Saved as panel.zip, {len(names)} files.')
    app.wait_for(name='Portfolio of Kiran Thackeray.*Every page says “Draft: .*')
    journey.no_class_names(app, 'the page once it is saved')
    app.tab_to('list item', 'Portfolio of Kiran Thackeray.*')
    app.key('Return')
    app.wait_for(name='Kiran Thackeray with Oonagh Petrie')
    app.close()


main(globals())
