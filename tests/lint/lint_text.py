# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints of words: translation, spelling, what must not be in a tracked file."""

import os
import re
import tempfile

from lint import line_of, main, matching, read, run, texts

TRANSLATED = re.compile(r'\b(?:_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2?|Q_)\s*\(\s*"')


def listed():
    return [line for line in (read('po/POTFILES.in') or '').splitlines() if line and not line.startswith('#')]


def potfiles():
    """po/POTFILES.in lists every file with words for a person, in order."""
    lines = listed()
    if lines != sorted(set(lines)):
        yield 'po/POTFILES.in is not sorted, or lists a file twice'
    have = set(lines)
    wanted = {path for path in matching('.c', '.def', under='src/') if TRANSLATED.search(read(path))}
    wanted |= {path for path in matching('.ui', under='ui/') if re.search(r'translatable="(yes|true|1)"', read(path))}
    wanted |= set(matching('.desktop.in', '.metainfo.xml', '.gschema.xml', '.mime.xml'))
    yield from (f'{path} is missing' for path in sorted(wanted - have))
    # A file that only looks words up may be listed all the same.
    yield from (f'{path} is listed, but has nothing to translate' for path in sorted(have - wanted)
                if not re.search(r'\b_ ?\(', read(path) or ''))


def translations():
    """Every translation is well-formed, and listed in po/LINGUAS."""
    languages = [word for line in (read('po/LINGUAS') or '').splitlines() if not line.startswith('#')
                 for word in line.split()]
    catalogues = matching('.po', under='po/')
    for path in catalogues:
        if re.sub(r'^po/(packs/)?|\.po$', '', path) not in languages:
            yield f'{path} is not in po/LINGUAS'
        yield from run(['msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null'], path)
    for path in [f'po/{folder}{language}.po' for language in languages for folder in ('', 'packs/')]:
        if path not in catalogues:
            yield f'{path} is missing'
    listed_files = [path for path in ('po/messages.gresource.xml', 'data/packs/packs.gresource.xml')]
    for language in languages:
        yield from (f'{path} does not have {language}' for path in listed_files
                    if not re.search(rf'>{language}[.-]|/{language}"', read(path) or ''))


# As meson extracts them: what marks a message, and at which place its context, its singular and its plural stand.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
FORM = re.compile(r'^msgstr\[(\d)\] "', re.MULTILINE)


def complete():
    """Every message and every text of a pack is translated, in as many forms as the language has."""
    languages = (read('po/LINGUAS') or '').split()
    with tempfile.TemporaryDirectory() as folder:
        templates = {'po/': os.path.join(folder, 'messages.pot'), 'po/packs/': os.path.join(folder, 'packs.pot')}
        yield from run(['xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES.in',
                        '--output=' + templates['po/']] + ['--keyword=' + keyword for keyword in KEYWORDS])
        yield from run(['itstool', '--its=data/packs/packs.its', '--output=' + templates['po/packs/']]
                       + [path for path in matching('.xml', under='data/packs/') if '.gresource.' not in path])
        for language in languages:
            for under, template in templates.items():
                yield from run(['msgcmp', f'{under}{language}.po'], template)
    for path in matching('.po', under='po/'):
        blocks = read(path).split('\n\n')
        count = int(re.search(r'nplurals=(\d+)', blocks[0]).group(1))
        for block in blocks[1:]:
            name = re.search(r'^msgid (.*(?:\n".*)*)', block, re.MULTILINE)
            if '#, fuzzy' in block:
                yield f'{path}: {name.group(1)} is not certain'
            if 'msgid_plural' in block and len(FORM.findall(block)) != count:
                yield f'{path}: {name.group(1)} has not {count} forms'
            if re.search(r'^msgstr(\[\d\])? ""$(?!\n")', block, re.MULTILINE):
                yield f'{path}: {name.group(1)} is not translated'


# American spellings, with the British ones. Only prose is looked at: an API keeps its own spelling.
AMERICAN = {
    'behavior': 'behaviour', 'canceled': 'cancelled', 'canceling': 'cancelling', 'catalog': 'catalogue',
    'center': 'centre', 'centered': 'centred', 'color': 'colour', 'colors': 'colours', 'colored': 'coloured',
    'counselor': 'counsellor', 'enrollment': 'enrolment', 'favorite': 'favourite', 'favorites': 'favourites',
    'fulfill': 'fulfil', 'gray': 'grey', 'grayed': 'greyed', 'honor': 'honour', 'judgment': 'judgement',
    'labeled': 'labelled', 'modeling': 'modelling', 'neighbor': 'neighbour', 'organization': 'organisation',
    'organizations': 'organisations', 'organize': 'organise', 'organized': 'organised', 'recognize': 'recognise',
    'recognized': 'recognised', 'summarize': 'summarise', 'traveled': 'travelled', 'apologize': 'apologise',
    'emphasize': 'emphasise', 'prioritize': 'prioritise', 'realize': 'realise', 'anonymize': 'anonymise',
    'anonymization': 'anonymisation', 'anonymized': 'anonymised', 'initialize': 'initialise',
    'customize': 'customise', 'minimize': 'minimise', 'maximize': 'maximise', 'finalized': 'finalised',
}
AMERICAN_WORD = re.compile(r"(?<![\w:.<>/\"'@%#-])(" + '|'.join(AMERICAN) + r')(?![\w:=(/>-])', re.IGNORECASE)
C_PROSE = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def spelling():
    """What people read is spelt as in Britain."""
    for path, text in texts():
        if path.endswith(('.c', '.h', '.def')):
            parts = [(m.start(), m.group(0)) for m in C_PROSE.finditer(text)]
        elif path.endswith(('.md', '.1', '.metainfo.xml', '.desktop.in')) or path.startswith('data/packs/'):
            parts = [(0, text)]
        elif path.endswith('.ui'):
            parts = [(m.start(1), m.group(1)) for m in re.finditer(r'translatable="yes"[^>]*>([^<]*)<', text)]
        else:
            continue
        for start, part in parts:
            # The name of a property, a style class or an element stands alone in its string.
            if re.fullmatch(r'"[\w-]*"', part):
                continue
            for match in AMERICAN_WORD.finditer(part):
                word = match.group(1)
                if word == word.lower() or word == word.capitalize():
                    yield f'{path}:{line_of(text, start + match.start())}: {word}, not {AMERICAN[word.lower()]}'


def whitespace():
    """No tab where spaces belong, none at the end of a line, and a newline at the end of a file."""
    for path, text in texts():
        if path == 'COPYING' or path.startswith(('tests/data/', 'tests/fuzz/', 'data/sample/')) or not text:
            continue
        if not text.endswith('\n'):
            yield f'{path}: does not end in a newline'
        if '\r' in text:
            yield f'{path}: has a carriage return'
        for number, line in enumerate(text.split('\n'), 1):
            if line != line.rstrip():
                yield f'{path}:{number}: white space at the end'
            if '\t' in line and path.endswith(('.c', '.h', '.def', '.py', '.ui', '.build')):
                yield f'{path}:{number}: a tab'


def places():
    """No path of one machine, no conflict and no address of a package registry is in a tracked file."""
    folders = '|'.join(('work', 'root', 'home/[a-z]', 'Users', 'tmp/issue'))
    patterns = (
        re.compile(r'''(?:^|[\s"'(=`])/(?:''' + folders + r')/', re.MULTILINE),
        re.compile(r'^(?:<{7}|>{7}|={7})(?: |$)', re.MULTILINE),
        re.compile('|'.join((r'registry\.npm', r'pypi\.' + 'org', r'crates\.' + 'io')), re.IGNORECASE),
    )
    for path, text in texts():
        if path == 'COPYING':
            continue
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield f'{path}:{line_of(text, match.start())}: {match.group(0).strip()}'


main('text', [potfiles, translations, complete, spelling, whitespace, places])
