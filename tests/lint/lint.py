# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: the tracked files, and a result in TAP.

A lint is a function that yields a sentence for everything it finds wrong; its
doc string says what it is for.
"""

import functools
import os
import re
import shutil
import subprocess
import sys
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@functools.lru_cache(maxsize=None)
def files():
    """Every file of the project, by its path from the root, sorted."""
    if os.path.exists(os.path.join(ROOT, '.git')) and shutil.which('git'):
        listed = subprocess.run(
            ['git', '-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
            cwd=ROOT, check=True, capture_output=True).stdout.decode().split('\0')
    else:
        listed = []
        for folder, folders, names in os.walk(ROOT):
            folders[:] = [f for f in folders if not f.startswith(('_build', '.git', '__pycache__', 'node_modules'))]
            listed += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return tuple(sorted(path for path in set(listed) if path and os.path.isfile(os.path.join(ROOT, path))))


def matching(*endings, under=''):
    """The files under a folder with one of the endings."""
    return [path for path in files() if path.startswith(under) and path.endswith(endings)]


@functools.lru_cache(maxsize=None)
def read(path):
    """The text of a file; None where it is not text."""
    with open(os.path.join(ROOT, path), 'rb') as file:
        data = file.read()
    if b'\0' in data:
        return None
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return None


def texts():
    """Every text file with its text."""
    for path in files():
        text = read(path)
        if text is not None:
            yield path, text


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def comments_removed(text):
    """C without its comments; lines and strings stay where they are."""
    def blank(match):
        found = match.group(0)
        return found if found[0] in '"\'' else re.sub(r'[^\n]', ' ', found)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', blank, text, flags=re.DOTALL)


def run(command, *paths):
    """Runs a checker; yields what it says where it is not content."""
    if not shutil.which(command[0]):
        yield f'{command[0]} is not installed'
        return
    result = subprocess.run([*command, *paths], cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        yield from (result.stdout + result.stderr).strip().splitlines() or [f'{command[0]} failed']


def main(name, lints):
    """Runs the lints of one file and says how it went, in TAP."""
    failed = False
    print(f'1..{len(lints)}')
    for number, lint in enumerate(lints, 1):
        title = f'/lint/{name}/{lint.__name__.replace("_", "-")}'
        try:
            problems = list(lint())
        except Exception:
            problems = traceback.format_exc().splitlines()
        print(f'{"not ok" if problems else "ok"} {number} - {title}')
        if problems:
            failed = True
            print(f'# {" ".join((lint.__doc__ or "").split())}')
            for problem in problems:
                print(f'#   {problem}')
    sys.exit(1 if failed else 0)
