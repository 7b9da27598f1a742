# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints of the .ui files: schema, resource, translatable text."""

import os
import re
import xml.etree.ElementTree as tree

from lint import ROOT, line_of, main, matching, read, run

SCHEMA = '/usr/share/gtk-4.0/gtk4builder.rng'
# Properties that a person reads.
WORDS = {
    'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'heading', 'body', 'text',
    'secondary-text', 'comments', 'header-bar-title', 'menu-label', 'action-label', 'button-label',
}
SPOKEN = {'label', 'description', 'value-text', 'placeholder', 'role-description', 'help-text'}


def templates():
    return matching('.ui', under='ui/')


def schema():
    """Every .ui file is what GtkBuilder expects."""
    if templates():
        if not os.path.exists(SCHEMA):
            yield f'{SCHEMA} is not there'
            return
        for line in run(['xmllint', '--nonet', '--noout', '--relaxng', SCHEMA], *templates()):
            if not line.endswith(' validates'):
                yield line


def resource():
    """Every .ui, .css and .svg file is in the resource, and everything in the resource is there."""
    listed = set()
    for path in matching('.gresource.xml'):
        folder = os.path.dirname(path)
        for file in tree.parse(os.path.join(ROOT, path)).iter('file'):
            listed.add(os.path.normpath(os.path.join(folder, file.text.strip())))
    for path in matching('.ui', '.css', '.svg', under='ui/'):
        if path not in listed:
            yield f'{path} is in no .gresource.xml'


def has_words(text):
    return bool(re.search(r'[^\W\d_]{2}', text or ''))


def translatable():
    """Everything that a person reads can be translated."""
    for path in templates():
        root = tree.parse(os.path.join(ROOT, path)).getroot()
        for element in root.iter():
            words = WORDS if element.tag in ('property', 'attribute') else SPOKEN
            if element.tag not in ('property', 'attribute'):
                continue
            name = (element.get('name') or '').replace('_', '-')
            if name in words | SPOKEN and has_words(element.text) and element.get('bind-source') is None \
                    and element.get('translatable') not in ('yes', 'true', '1', 'no'):
                yield f'{path}: {name} "{element.text.strip()}" is not translatable'
        for element in root.iter('accessibility'):
            for part in element:
                if part.tag == 'property' and part.get('name') in SPOKEN and has_words(part.text) \
                        and part.get('translatable') not in ('yes', 'true', '1'):
                    yield f'{path}: spoken {part.get("name")} "{part.text.strip()}" is not translatable'


def root_bindings():
    """No binding on the root of a template: it is freed twice when the widget goes."""
    for path in templates():
        for template in tree.parse(os.path.join(ROOT, path)).getroot().iter('template'):
            if template.get('class') != 'GtkListItem' and template.find('binding') is not None:
                yield f'{path}: {template.get("class")} has a binding on itself'


def inline_templates():
    """No template hides in a CDATA section, where neither this lint nor a translator sees it."""
    for path in templates():
        text = read(path)
        for match in re.finditer(r'<!\[CDATA\[', text):
            yield f'{path}:{line_of(text, match.start())}'


main('ui', [schema, resource, translatable, root_bindings, inline_templates])
