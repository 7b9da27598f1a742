# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing on any page is called by the name of its class."""

from journey import main


def journey_welcome(journey):
    app = journey.open()
    app.wait_focus('list item')
    journey.no_class_names(app, 'the welcome')
    app.close()


main(globals())
