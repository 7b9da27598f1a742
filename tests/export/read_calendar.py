# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a calendar file with python3-icalendar and prints a line for each entry: what a calendar would make of it."""

import sys
from datetime import datetime, timezone

from icalendar import Calendar


def when(value):
    """A day as it is; a time as universal time, worked out by the reader's own rules for the zone."""
    if value is None:
        return '-'
    if isinstance(value.dt, datetime):
        return value.dt.astimezone(timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    return value.dt.isoformat()


with open(sys.argv[1], 'rb') as file:
    calendar = Calendar.from_ical(file.read())
assert calendar['VERSION'] == '2.0'
for entry in calendar.walk('VEVENT'):
    print('|'.join((str(entry['UID']), when(entry['DTSTART']), when(entry.get('DTEND')), str(entry['SUMMARY']),
                    str(entry.get('LOCATION', '-')), str(entry.get('DESCRIPTION', '-')), str(entry['STATUS']))))
