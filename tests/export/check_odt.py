# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks into a text document as a package, and hands it to LibreOffice.

usage: check_odt.py FILE

Ends with 1 and says why where anything is wrong with the package, or where what LibreOffice makes of it, a tagged PDF and a
file for Word, lacks a heading, a header of a table or the description of a picture. Prints the text of that PDF.
"""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

MEDIA_TYPE = b'application/vnd.oasis.opendocument.text'
NAMES = {
    'text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
    'table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
    'style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
    'draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
    'svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
    'xlink': 'http://www.w3.org/1999/xlink',
    'manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
    'meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
    'dc': 'http://purl.org/dc/elements/1.1/',
    'w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
}
wrong = []


def name(prefixed):
    prefix, local = prefixed.split(':')
    return f'{{{NAMES[prefix]}}}{local}'


def check(is_right, sentence):
    if not is_right:
        wrong.append(sentence)


def check_package(path):
    """The package as the specification wants it, and every reference in it leading somewhere."""
    with open(path, 'rb') as file:
        begins = file.read(77)
    # Local header, 30 bytes; its name; and at once, without an extra field, the media type.
    check(begins[30:38] == b'mimetype' and begins[38:77] == MEDIA_TYPE, 'the media type is not where it is looked for')
    with zipfile.ZipFile(path) as package:
        check(package.testzip() is None, 'a sum is wrong')
        files = package.namelist()
        check(files[0] == 'mimetype', 'the media type is not the first file')
        check(package.getinfo('mimetype').compress_type == zipfile.ZIP_STORED, 'the media type is compressed')
        check(not any(info.extra for info in package.infolist()), 'a file has an extra field')
        check(len({info.date_time for info in package.infolist()}) == 1, 'the files have different times')
        trees = {file: ET.fromstring(package.read(file)) for file in files if file.endswith('.xml')}
    listed = {entry.get(name('manifest:full-path')) for entry in trees['META-INF/manifest.xml']}
    check(listed == {'/'} | set(files) - {'mimetype', 'META-INF/manifest.xml'}, f'the manifest lists {sorted(listed)}')

    content, styles, meta = trees['content.xml'], trees['styles.xml'], trees['meta.xml']
    defined = {element.get(name('style:name')) for tree in (content, styles) for element in tree.iter()}
    for tree in (content, styles):
        for element in tree.iter():
            for attribute in ('text:style-name', 'table:style-name', 'draw:style-name', 'style:parent-style-name',
                              'style:page-layout-name', 'style:master-page-name', 'style:next-style-name'):
                used = element.get(name(attribute))
                check(used is None or used in defined, f'there is no style {used}')
    bookmarks = [element.get(name('text:name')) for element in content.iter(name('text:bookmark'))]
    check(len(bookmarks) == len(set(bookmarks)), 'a bookmark is there twice')
    for link in content.iter(name('text:a')):
        check(link.get(name('xlink:href'))[1:] in bookmarks, f'{link.get(name("xlink:href"))} leads nowhere')
    for reference in content.iter(name('text:bookmark-ref')):
        check(reference.get(name('text:ref-name')) in bookmarks, 'a number of a page is of nothing')
    for frame in content.iter(name('draw:frame')):
        check(frame.findtext('svg:desc', '', NAMES) != '', 'a picture has no description')
        check(frame.find('draw:image', NAMES).get(name('xlink:href')) in files, 'a picture is not there')
    for forbidden in ('meta:initial-creator', 'dc:creator', 'meta:printed-by'):
        check(meta.find('.//' + forbidden, NAMES) is None, f'it says who made it: {forbidden}')
    return content


def convert(path, folder, target):
    # What is fatal for our own programs in a test is none of the business of LibreOffice.
    environment = {variable: value for variable, value in os.environ.items() if variable != 'G_DEBUG'}
    done = subprocess.run(
        ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore', '--convert-to', target,
         '--outdir', folder, path], capture_output=True, text=True, timeout=100, check=False, env=environment)
    made = os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + '.' + target.split(':')[0])
    check(done.returncode == 0 and os.path.exists(made), f'LibreOffice: {done.stdout}{done.stderr}')
    check('repair' not in (done.stdout + done.stderr).lower(), 'LibreOffice wants to repair it')
    return made


def count_headings(content):
    levels = [int(heading.get(name('text:outline-level'))) for heading in content.iter(name('text:h'))]
    return [levels.count(level) for level in (1, 2, 3, 4)]


def main(path):
    content = check_package(path)
    headings = count_headings(content)
    n_headers = sum(len(row) for rows in content.iter(name('table:table-header-rows')) for row in rows[:1])
    n_charts = len(list(content.iter(name('draw:frame'))))
    with tempfile.TemporaryDirectory() as folder:
        pdf = convert(path, folder, 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}')
        word = convert(path, folder, 'docx')
        if wrong:
            return
        structure = subprocess.run(['pdfinfo', '-struct-text', pdf], capture_output=True, text=True, check=True).stdout
        for level, count in enumerate(headings, 1):
            found = len(re.findall(rf'^\s*H{level}\b', structure, re.MULTILINE))
            check(found >= count, f'{found} headings of level {level} in the PDF, of {count}')
        check(n_charts == 0 or len(re.findall(r'^\s*Figure', structure, re.MULTILINE)) >= n_charts, 'no pictures in the PDF')
        check(n_headers == 0 or re.search(r'^\s*TH\b', structure, re.MULTILINE), 'no headers of tables in the PDF')
        with zipfile.ZipFile(word) as package:
            body = ET.fromstring(package.read('word/document.xml'))
        styles = [style.get(name('w:val')) for style in body.iter(name('w:pStyle'))]
        for level, count in enumerate(headings, 1):
            check(styles.count(f'Heading{level}') == count, f'headings of level {level} in the file for Word: '
                                                            f'{styles.count(f"Heading{level}")} of {count}')
        repeated = len(list(body.iter(name('w:tblHeader'))))
        check(n_headers == 0 or repeated > 0, 'no header rows in the file for Word')
        begun = [kind.get(name('w:fldCharType')) for kind in body.iter(name('w:fldChar'))]
        check(begun.count('begin') == begun.count('end') == begun.count('separate'), 'a field is torn in the file for Word')
        print(subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True, check=True).stdout)


if __name__ == '__main__':
    main(sys.argv[1])
    for reason in sorted(set(wrong)):
        print(f'wrong: {reason}', file=sys.stderr)
    sys.exit(1 if wrong else 0)
