# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints of the C sources: rooms, size, documentation, schemes."""

import os
import re

from lint import comments_removed, line_of, main, matching, read

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

# Which rooms a room may look into besides itself, and which libraries besides GLib and the C library.
ROOMS = {
    'core': ((), ()),
    'pack': (('core',), ('libxml',)),
    'store': (('core',), ('sqlite3',)),
    'document': (('core',), ()),
    'export': (('core', 'document'), ('libxml', 'zip', 'ical')),
    'import': (('core',), ('csv',)),
    'print': (('core', 'document'), ('pango', 'cairo')),
    'archive': (('core', 'store', 'document', 'export', 'print'), ()),
    'cli': (('core', 'pack', 'store', 'document', 'export', 'import', 'print', 'archive'), ('json',)),
    'app': (('core', 'pack', 'store', 'document', 'export', 'import', 'print', 'archive'), ('gtk', 'pango', 'cairo', 'enchant')),
}
LIBRARIES = (
    ('libxml', re.compile(r'^libxml/')),
    ('sqlite3', re.compile(r'^sqlite3')),
    ('zip', re.compile(r'^minizip/')),
    ('ical', re.compile(r'^libical/')),
    ('csv', re.compile(r'^csv\.h')),
    ('gtk', re.compile(r'^(gtk/|gdk|gsk/|graphene|adwaita)')),
    ('pango', re.compile(r'^pango/')),
    ('cairo', re.compile(r'^cairo')),
    ('enchant', re.compile(r'^enchant')),
    ('json', re.compile(r'^json-glib/')),
)
BASE = re.compile(r'^(glib|gio/|gobject/|gmodule|gobject|libintl|locale|std|string|math|errno|unistd|fcntl|signal|time|'
                  r'limits|float|ctype|inttypes|assert|langinfo|stdio|stdlib|sys/)')


def sources(under='src/'):
    return matching('.c', '.h', '.def', under=under)


def rooms():
    """A room includes only what its row in the table of rooms allows."""
    homes = {os.path.basename(path): path.split('/')[1] for path in sources() if path.count('/') == 2}
    for path in sources():
        parts = path.split('/')
        if len(parts) < 3:
            continue
        room = parts[1]
        if room not in ROOMS:
            yield f'{path}: there is no room called {room}'
            continue
        allowed, libraries = ROOMS[room]
        text = read(path)
        for match in INCLUDE.finditer(comments_removed(text)):
            name = match.group(2)
            where = f'{path}:{line_of(text, match.start())}'
            if match.group(1) == '"' and '/' in name:
                yield f'{where}: {name} is included by a path'
            if os.path.basename(name) in homes:
                home = homes[os.path.basename(name)]
                if home != room and home not in allowed:
                    yield f'{where}: {room} may not look into {home} ({name})'
                if home != room and name.endswith('-private.h'):
                    yield f'{where}: {name} is private to {home}'
                continue
            for library, pattern in LIBRARIES:
                if pattern.match(name):
                    if library not in libraries:
                        yield f'{where}: {room} may not use {library} ({name})'
                    break
            else:
                if match.group(1) == '<' and not BASE.match(name):
                    yield f'{where}: {name} belongs to no library in the table'


def size():
    """No file has more than 1,000 lines."""
    for path in matching('.c', '.h', '.def', '.py', '.ui', '.css', '.build'):
        lines = read(path).count('\n')
        if lines > 1000:
            yield f'{path}: {lines} lines'


def beginning():
    """Every C file begins with its licence and, but for headers, with what it is for."""
    licence = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
    for path in matching('.c', '.h', '.def'):
        text = read(path)
        if not text.startswith(licence):
            yield f'{path}: does not begin with {licence.strip()}'
        elif path.endswith('.c') and not text[len(licence):].lstrip().startswith('/*'):
            yield f'{path}: does not say what it is for'
        elif path.endswith('.h') and '#pragma once' not in text:
            yield f'{path}: has no #pragma once'


def schemes():
    """No C file knows a scheme by its name: a scheme is data."""
    for path in sources():
        for match in re.finditer(r'pqs|nqsw|asye|support-worker', comments_removed(read(path)), re.IGNORECASE):
            yield f'{path}:{line_of(read(path), match.start())}: {match.group(0)}'


def declared(text):
    """The functions that a header declares."""
    text = comments_removed(text)
    text = re.sub(r'^[ \t]*#(?:\\\n|[^\n])*', '', text, flags=re.MULTILINE)
    text = re.sub(r'\{[^{}]*\}', ';', text)
    for statement in text.split(';'):
        if 'typedef' in statement:
            continue
        match = re.match(r'\s*(?:G_BEGIN_DECLS\s*)?[\w\s*]*?[\s*](mtr_\w+)\s*\(', statement)
        if match:
            yield match.group(1)


def documentation():
    """Every public function has a comment that says what it is for; one for all of a synchronous and an asynchronous."""
    documented = set()
    for path in sources():
        documented.update(re.findall(r'^\s*(?:/\*\*\s*|\*\s*)(mtr_\w+)\s*:', read(path), flags=re.MULTILINE))
    for path in matching('.h', under='src/'):
        if path.endswith('-private.h'):
            continue
        for name in declared(read(path)):
            base = re.sub(r'_(async|finish)$', '', name)
            if not documented & {name, base, base + '_async'} and not name.endswith(('_get_type', '_error_quark')):
                yield f'{path}: {name}'


def language():
    """Rooms whose words stand in documents take them by mtr-messages.h, which knows the language of a document."""
    for path in sources():
        text = read(path)
        if path.split('/')[1] not in ('core', 'document', 'export', 'pack', 'print') or path.endswith('mtr-messages.h'):
            continue
        for match in re.finditer(r'#include <glib/gi18n|\bg_dn?p?gettext', text):
            if not path.endswith('mtr-language.c'):
                yield f'{path}:{line_of(text, match.start())}: use mtr-messages.h'


def unfinished():
    """Nothing is left for later."""
    mark = re.compile(r'\b(' + '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'X' * 3, 'HA' + 'CK')) + r')\b')
    for path in matching('.c', '.h', '.def', '.py', '.ui', '.css', '.build', '.xml', '.sh', '.in', '.sql', '.md', '.1'):
        text = read(path) or ''
        for match in mark.finditer(text):
            yield f'{path}:{line_of(text, match.start())}: {match.group(0)}'


main('source', [rooms, size, beginning, schemes, documentation, language, unfinished])
