# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: by keyboard, through the accessibility bus.

A journey is a function in a file journey_*.py, named journey_…, that takes a
Journey:

    from journey import main

    def journey_write_a_session(journey):
        app = journey.open(journey.sample())
        app.key('ctrl+n')
        app.type('Bring the audit')
        app.key('ctrl+Return')
        app.wait_for('label', 'Saved .*')
        journey.note(f'{app.presses} key presses')

    main(globals())

Names are regular expressions that match the whole name. Every wait is bounded;
what was on the screen when one runs out is printed. Nothing looks at
coordinates, which GTK does not give to the accessibility bus.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

# A warning ends the program that is driven, not this one: the bus always has something to grumble about.
G_DEBUG = os.environ.pop('G_DEBUG', '')

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# GLib keeps its table of quarks in blocks of 2,048 and lets go of the first, 16 kB, when there are more.
QUARKS_LEAK = 16384
# The sanitizers make the program several times slower.
PATIENCE = float(os.environ.get('MTR_TEST_PATIENCE', '30'))
PAUSE = 0.05
CLASS_NAME = re.compile(r'^(Gtk|Adw|Mtr)[A-Z]')
# What the toolkit builds its own widgets from: nobody can give it a name, and nobody hears it.
TOOLKIT_PARTS = {'filler', 'scroll bar'}
# Newer versions of GTK say nothing where 4.8 says the class, and call some roles otherwise.
OPERATED = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'spin button', 'combo box'}
ROLES = {'button': 'push button'}


class Failure(Exception):
    """The program did not do what the journey expects."""


def safely(function, *arguments, default=None):
    """A widget may go while it is looked at; then it has no name and no children."""
    try:
        return function(*arguments)
    except GLib.Error:
        return default


class Widget:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Widget) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    @property
    def name(self):
        return safely(self.accessible.get_name, default='') or ''

    @property
    def description(self):
        return safely(self.accessible.get_description, default='') or ''

    @property
    def role(self):
        role = safely(self.accessible.get_role_name, default='') or ''
        return ROLES.get(role, role)

    @property
    def children(self):
        count = safely(self.accessible.get_child_count, default=0) or 0
        found = (safely(self.accessible.get_child_at_index, index) for index in range(count))
        return [Widget(child) for child in found if child]

    @property
    def parent(self):
        found = safely(self.accessible.get_parent)
        return Widget(found) if found else None

    def has(self, *states):
        """Whether it is in all the states: 'showing', 'focused', 'checked', 'selected', 'sensitive'…"""
        have = safely(self.accessible.get_state_set)
        return have is not None and all(have.contains(getattr(Atspi.StateType, s.upper())) for s in states)

    @property
    def text(self):
        """What is typed in it; the end must be told, or GTK answers with nothing."""
        text = safely(self.accessible.get_text_iface)
        if not text:
            return self.name
        count = safely(Atspi.Text.get_character_count, text, default=0)
        return safely(Atspi.Text.get_text, text, 0, count, default='')

    @property
    def value(self):
        value = safely(self.accessible.get_value_iface)
        return None if value is None else safely(Atspi.Value.get_current_value, value)

    def activate(self):
        """What a screen reader does to press it."""
        action = safely(self.accessible.get_action_iface)
        if not action or not safely(Atspi.Action.do_action, action, 0, default=False):
            raise Failure(f'{self} cannot be activated')

    def walk(self, hidden=False, depth=0):
        """Itself and all below it, in reading order, with the depth of each.

        GTK 4.8 says "showing" of windows only, so "visible" decides: a page of
        a stack that is not in front counts unless it is marked as hidden.
        """
        yield depth, self
        if depth < 60:
            for child in self.children:
                if hidden or child.has('visible'):
                    yield from child.walk(hidden, depth + 1)

    def matching(self, role=None, name=None, hidden=False, states=()):
        """The widgets below that are such, one after the other as they are asked for."""
        names = re.compile(name, re.DOTALL) if name is not None else None
        for _, widget in self.walk(hidden):
            if (role is None or widget.role == role) \
                    and (names is None or names.fullmatch(widget.name)) \
                    and (not states or widget.has(*states)):
                yield widget

    def find_all(self, role=None, name=None, hidden=False, states=()):
        return list(self.matching(role, name, hidden, states))

    def find(self, role=None, name=None, hidden=False, states=()):
        return next(self.matching(role, name, hidden, states), None)

    def dump(self):
        """The tree as lines of text."""
        lines = []
        for depth, widget in self.walk():
            states = [state for state in ('focused', 'checked', 'selected', 'expanded', 'pressed') if widget.has(state)]
            description = f' ({widget.description})' if widget.description else ''
            lines.append(f'{"  " * depth}{widget.role} "{widget.name}"{description} {" ".join(states)}'.rstrip())
        return '\n'.join(lines)

    def __str__(self):
        return f'{self.role} "{self.name}"'


class Focus:
    """Where the keyboard is, as the program itself reports it: that costs no look at every widget of a page."""

    def __init__(self):
        self.reported = None
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register('object:state-changed:focused')

    def _heard(self, event):
        if event.detail1:
            self.reported = event.source

    def read(self):
        """The widget that was last reported, if it still has the keyboard."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        widget = Widget(self.reported) if self.reported else None
        return widget if widget and widget.has('focused') else None


class Application:
    """The program, running."""

    def __init__(self, command, environment, log):
        self.presses = 0
        self.log = log
        self.name = os.path.basename(command[0])
        # In the folder that is home, as from a menu: there the toolkit's dialogue for saving begins.
        self.process = subprocess.Popen(command, env=environment, cwd=environment['HOME'], stdout=log,
                                        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.root = None

    def wait_ready(self):
        """Waits for the first window."""
        self.root = self.wait(self._appeared, f'{self.name} on the accessibility bus')
        self.wait(lambda: self.windows, 'a window')
        self.wait(lambda: any(window.has('active') for window in self.windows), 'a window that has the keyboard')

    def _appeared(self):
        desktop = Atspi.get_desktop(0)
        for index in range(safely(desktop.get_child_count, default=0)):
            child = safely(desktop.get_child_at_index, index)
            if child and safely(child.get_process_id) == self.process.pid:
                # Nothing is remembered: what was true a moment ago is of no use here.
                Atspi.Accessible.set_cache_mask(child, Atspi.Cache.NONE)
                return Widget(child)
        return None

    # --- Looking ---

    @property
    def windows(self):
        # GTK 4.8 says "showing" and "active" of windows only, not of dialogues, which come after the window they are over.
        return [child for child in self.root.children
                if child.has('showing') or child.role == 'dialog' and child.has('visible')]

    @property
    def window(self):
        """The window that has the keyboard."""
        windows = self.windows
        for window in windows:
            if window.has('active'):
                return window
        return windows[-1] if windows else self.root

    def find(self, role=None, name=None, **more):
        for window in self.windows:
            found = window.find(role, name, **more)
            if found:
                return found
        return None

    def find_all(self, role=None, name=None, **more):
        return [widget for window in self.windows for widget in window.find_all(role, name, **more)]

    @property
    def focused(self):
        """The widget that has the keyboard: the innermost that says so."""
        if not self.root:
            return None
        reported = FOCUS.read() if FOCUS else None
        if reported:
            return reported
        found = self.window.find_all(states=('focused',))
        return found[-1] if found else None

    def dump(self):
        return '\n'.join(window.dump() for window in self.windows)

    # --- Waiting ---

    def wait(self, condition, what, patience=None):
        """Asks again until there is an answer; returns it."""
        end = time.monotonic() + (patience or PATIENCE)
        while True:
            if self.process.poll() is not None:
                raise Failure(f'{self.name} ended with {self.process.returncode} while waiting for {what}')
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise Failure(f'waited in vain for {what}; the focus is in {self.focused}')
            time.sleep(PAUSE)

    def wait_for(self, role=None, name=None, patience=None, **more):
        return self.wait(lambda: self.find(role, name, **more), f'{role or "anything"} "{name or ".*"}"', patience)

    def wait_gone(self, role=None, name=None, patience=None):
        self.wait(lambda: not self.find(role, name), f'{role or "anything"} "{name or ".*"}" to go', patience)

    def wait_focus(self, role=None, name=None, patience=None):
        """Waits until the keyboard is in such a widget."""
        names = re.compile(name or '.*', re.DOTALL)

        def arrived():
            widget = self.focused
            return widget if widget and role in (None, widget.role) and names.fullmatch(widget.name) else None
        return self.wait(arrived, f'the focus in {role or "anything"} "{name or ".*"}"', patience)

    def settle(self):
        """Waits until the program has nothing to do: no page on its way, nothing moving."""
        def ticks():
            with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as stat:
                return stat.read().rsplit(')', 1)[1].split()[11:13]
        end = time.monotonic() + PATIENCE
        before = None
        while time.monotonic() < end:
            now = ticks()
            if now == before:
                return
            before = now
            time.sleep(0.15)

    # --- The keyboard ---

    def key(self, *keys, times=1):
        """Presses keys by their X names: 'ctrl+n', 'Return', 'shift+Tab'. Each counts once, however many fingers."""
        for _ in range(times):
            self.presses += len(keys)
            subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '30', *keys], check=True)
            time.sleep(PAUSE)

    def type(self, text):
        """Types text; every letter is a key press."""
        self.presses += len(text)
        subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '12', '--', text], check=True)
        time.sleep(PAUSE)

    def tab_to(self, role=None, name=None, backwards=False, limit=60):
        """Presses Tab until the keyboard is in such a widget; the presses count."""
        names = re.compile(name or '.*', re.DOTALL)
        passed = []
        for _ in range(limit):
            widget = self.focused
            if widget and role in (None, widget.role) and names.fullmatch(widget.name):
                return widget
            passed.append(str(widget))
            self.key('shift+Tab' if backwards else 'Tab')
        raise Failure(f'Tab does not come to {role or "anything"} "{name or ".*"}", only to ' + ', '.join(passed))

    def go_to_place(self, name):
        """Shows a place of the sidebar."""
        self.key('F6')
        row = self.find('list', 'Places').find('list item', name)
        if not row.has('selected'):
            places = [place.name for place in self.find('list', 'Places').find_all('list item')]
            self.tab_to('list item', '|'.join(places))
            if self.focused.name != name:
                self.key('Home')
            for _ in places:
                if self.focused.name == name:
                    break
                self.key('Down')
            self.key('Return')
        self.wait_for('label', name)
        self.settle()

    # --- The end ---

    def close(self, *keys, toolkit_leaks=()):
        """Closes it as a person does; it must end well.

        Where the libraries below us are known to leave something behind that no
        suppression can name, toolkit_leaks has its sizes in bytes: what is of
        that size and was asked for by GLib alone is not counted.
        """
        self.key(*(keys or ('ctrl+q',)))
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure(f'{self.name} does not close') from None
        self.log.flush()
        self.log.seek(0)
        report = self.log.read().decode(errors='replace')
        # It looks at the threads of the program from outside, and falls over one that is just ending.
        if status and 'LeakSanitizer has encountered a fatal error' in report and 'ERROR: ' not in report:
            print(f'# the search for leaks itself failed as {self.name} ended, so nothing is known of leaks', flush=True)
        elif status and not self._only_leaked(report, (QUARKS_LEAK, *toolkit_leaks)):
            raise Failure(f'{self.name} ended with {status}')

    @staticmethod
    def _only_leaked(report, sizes):
        leaks = re.findall(r'(?:Direct|Indirect) leak of (\d+) byte.*\n((?: *#\d.*\n)+)', report)
        return leaks and all(int(size) in sizes and 'mentoring' not in frames
                             and all('libsanitizer' in frame or 'libglib' in frame for frame in frames.splitlines())
                             for size, frames in leaks)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


class Journey:
    """One journey: a folder, the programs, and what was noted."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='mentoring-')
        self.applications = []
        self.environment = dict(os.environ, HOME=self.folder, GTK_A11Y='atspi', G_DEBUG=G_DEBUG)
        for name in ('config', 'data', 'state'):
            os.mkdir(os.path.join(self.folder, name))
            self.environment[f'XDG_{name.upper()}_HOME'] = os.path.join(self.folder, name)

    def path(self, name):
        return os.path.join(self.folder, name)

    def cli(self, *arguments, status=0):
        """Runs mentoring-cli; returns what it printed."""
        result = subprocess.run([os.environ['MTR_CLI'], *arguments], env=self.environment, capture_output=True, text=True)
        if result.returncode != status:
            raise Failure(f'mentoring-cli {" ".join(arguments)} ended with {result.returncode}: {result.stderr}')
        return result.stdout

    def sample(self, *options):
        """A new copy of the sample programme."""
        path = self.path('Sample.mentoring')
        self.cli('sample', path, *options)
        return path

    def open(self, *arguments, program=None):
        """Starts the program and waits for its first window."""
        log = open(self.path(f'log-{len(self.applications)}'), 'w+b')
        application = Application([program or os.environ['MTR_APPLICATION'], *arguments], self.environment, log)
        self.applications.append(application)
        application.wait_ready()
        return application

    def note(self, text):
        """Says a figure that the journey has measured."""
        print(f'# {text}', flush=True)

    def equal(self, found, expected, what='what was found'):
        if found != expected:
            raise Failure(f'{what} is {found!r}, not {expected!r}')

    def true(self, condition, what):
        if not condition:
            raise Failure(what)

    def no_class_names(self, application, where='the window'):
        """No widget may be called by the name of its class: a person would hear it."""
        wrong = [str(widget) for widget in application.find_all()
                 if CLASS_NAME.match(widget.name)
                 and (widget.role not in TOOLKIT_PARTS or widget.name.startswith('Mtr'))
                 or not widget.name and widget.role in OPERATED and widget.has('focusable')]
        if wrong:
            raise Failure(f'in {where} these have no name of their own: ' + ', '.join(wrong))

    def explain(self):
        """Everything that helps to understand a failure."""
        for application in self.applications:
            with contextlib.suppress(Exception):
                yield from application.dump().splitlines()
            with contextlib.suppress(Exception):
                application.log.seek(0)
                yield from application.log.read().decode(errors='replace').splitlines()[-60:]

    def finish(self):
        for application in self.applications:
            application.kill()
            application.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


FOCUS = None


@contextlib.contextmanager
def desktop():
    """A window manager and the accessibility bus, as a person's desktop has them."""
    global FOCUS
    quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
    bus = subprocess.Popen(['/usr/libexec/at-spi-bus-launcher', '--launch-immediately'], **quiet)
    manager = subprocess.Popen(['openbox', '--sm-disable'], **quiet)
    try:
        end = time.monotonic() + PATIENCE
        while subprocess.run(['xdotool', 'getwindowfocus'], **quiet).returncode and time.monotonic() < end:
            time.sleep(PAUSE)
        Atspi.init()
        Atspi.set_timeout(3000, 15000)
        FOCUS = Focus()
        yield
    finally:
        for process in (manager, bus):
            process.terminate()
            process.wait()


def main(names):
    """Runs every journey of a file and says how each went, in TAP."""
    journeys = [(name, function) for name, function in names.items() if name.startswith('journey_')]
    file = os.path.basename(names['__file__'])[len('journey_'):-len('.py')].replace('_', '-')
    failed = False
    print(f'1..{len(journeys)}', flush=True)
    with desktop():
        for number, (name, function) in enumerate(journeys, 1):
            title = f'/journey/{file}/{name[len("journey_"):].replace("_", "-")}'
            journey = Journey()
            try:
                function(journey)
                print(f'ok {number} - {title}', flush=True)
            except Exception as error:
                failed = True
                print(f'not ok {number} - {title}')
                said = [str(error)] if isinstance(error, Failure) else traceback.format_exc().splitlines()
                where = [f'{frame.filename}:{frame.lineno}: {frame.line}'
                         for frame in traceback.extract_tb(error.__traceback__) if 'journey_' in frame.filename]
                for line in [*said, *where, *journey.explain()]:
                    print(f'# {line}')
                sys.stdout.flush()
            finally:
                journey.finish()
    sys.exit(1 if failed else 0)
