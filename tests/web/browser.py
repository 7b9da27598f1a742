# SPDX-License-Identifier: GPL-3.0-or-later
"""Chromium without a window, spoken to through a pipe: looks at one page after the other."""

import base64
import json
import os
import shutil
import subprocess
import tempfile

PROGRAMS = ('chromium-headless-shell', 'chromium', 'chromium-browser')


class Browser:
    """One browser with one page; every call waits for its answer."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        if program is None:
            raise FileNotFoundError('no Chromium: build-aux/install-deps test')
        self.profile = tempfile.TemporaryDirectory()
        # What is fatal for our own programs in a test is none of the business of the browser.
        environment = {variable: value for variable, value in os.environ.items() if variable != 'G_DEBUG'}
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()
        # The browser listens on 3 and answers on 4, whatever the numbers are here.
        command = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ['bash', '-c', command, program, '--headless', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu',
             '--disable-dev-shm-usage', '--hide-scrollbars', '--no-first-run', '--disable-extensions',
             '--disable-background-networking', f'--user-data-dir={self.profile.name}', 'about:blank'],
            pass_fds=(to_browser, from_browser), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.rest = b''
        self.number = 0
        self.session = None
        self.events = []
        target = self.call('Target.createTarget', url='about:blank')['targetId']
        self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Network', 'Runtime'):
            self.call(f'{domain}.enable')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.writing)
        os.close(self.reading)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.profile.cleanup()

    def _receive(self):
        while b'\0' not in self.rest:
            data = os.read(self.reading, 1 << 20)
            if not data:
                raise EOFError('the browser has gone')
            self.rest += data
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.writing, json.dumps(message).encode() + b'\0')
        while True:
            answer = self._receive()
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]["message"]}')
                return answer['result']
            self.events.append(answer)

    def open(self, path, width=1200, height=900):
        """Shows a file and returns the addresses that were asked for on the way."""
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.events.clear()
        self.call('Page.navigate', url='file://' + os.path.abspath(path))
        while not any(event.get('method') == 'Page.loadEventFired' for event in self.events):
            self.events.append(self._receive())
        return [event['params']['request']['url'] for event in self.events
                if event.get('method') == 'Network.requestWillBeSent']

    def evaluate(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, awaitPromise=True, returnByValue=True)
        if 'exceptionDetails' in answer:
            raise RuntimeError(answer['exceptionDetails'].get('exception', {}).get('description', 'a script failed'))
        return answer['result'].get('value')

    def save_picture(self, path):
        data = self.call('Page.captureScreenshot', captureBeyondViewport=True)['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(data))

    def save_pdf(self, path):
        data = self.call('Page.printToPDF', preferCSSPageSize=False, paperWidth=8.27, paperHeight=11.69,
                         generateTaggedPDF=True)['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(data))
