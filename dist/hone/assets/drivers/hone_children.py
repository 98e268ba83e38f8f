"""Copies of a process that has loaded the tests: one may hang, die or be spoilt, and the next is there at once."""

import json
import os
import random
import resource
import select
import signal
import threading
import time
import warnings

from hone_timer import ending

# What a variant takes beyond this is an error of its test, and not the end of the worker.
_most_memory = 1024 * 2**20


def can_fork():
    """Threads do not come along into a copy, and what they hold stays held in it."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return threading.active_count() == 1


class Child:
    """A copy of this process that answers requests, one line each."""

    def __init__(self, answer):
        """`answer(message, alive)` returns the answer, and calls `alive()` when another test begins."""
        requests, self.requests = os.pipe()
        self.answers, answers = os.pipe()
        state = random.getstate()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.pid = os.fork()
        if self.pid == 0:
            try:
                # Else it would not see that its parent is gone.
                os.close(self.requests)
                os.close(self.answers)
                random.setstate(state)
                _limit_memory()
                _serve(requests, answers, answer)
            finally:
                os._exit(0)
        os.close(requests)
        os.close(answers)
        self.asked = 0

    def ask(self, line, seconds, silence):
        """
        Returns the answer's line; "timed-out" after these seconds, or so many without a sign of life; or "died". After
        these two it is of no more use.
        """
        self.asked += 1
        try:
            _write(self.requests, line.encode())
        except OSError:
            return "died"
        deadline = time.monotonic() + seconds
        found = bytearray()
        heard = select.poll()
        heard.register(self.answers, select.POLLIN)
        while not found.endswith(b"\n"):
            left = min(silence, deadline - time.monotonic())
            if left <= 0 or not heard.poll(left * 1000):
                return "timed-out"
            part = os.read(self.answers, 65536)
            if not part:
                return self._died()
            found += part
        return found.decode()

    def _died(self):
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self.pid = None
        return "timed-out" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == ending else "died"

    def end(self):
        os.close(self.requests)
        os.close(self.answers)
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def _serve(requests, answers, answer):
    with os.fdopen(requests, "r", encoding="utf-8") as lines:
        for line in lines:
            found = answer(json.loads(line), lambda: os.write(answers, b" "))
            _write(answers, (json.dumps(found) + "\n").encode())


def _write(pipe, data):
    while data:
        data = data[os.write(pipe, data) :]


def _limit_memory():
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if soft == resource.RLIM_INFINITY or soft > _most_memory:
        resource.setrlimit(resource.RLIMIT_DATA, (_most_memory, hard))
