"""A limit of time for what runs in the main thread."""

import os
import signal
import time


class HoneTimeout(BaseException):
    """Neither tests nor the functions they call catch it by `except Exception`."""


# What ends a process that sees no timer.
ending = signal.SIGPROF


_alarms = 0


def _alarm(signum, frame):
    global _alarms
    _alarms += 1
    raise HoneTimeout("did not end in time")


def start_timer(seconds, processor=None, end=None):
    """
    Seconds on the wall, and of the processor where they are given: a loop is seen sooner than a wait. After the
    processor's seconds `end` the process is ended: what never comes back to Python sees no other timer.
    """
    signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if processor is not None:
        signal.signal(signal.SIGVTALRM, _alarm)
        signal.setitimer(signal.ITIMER_VIRTUAL, processor)
    if end is not None:
        signal.signal(ending, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, end)


def stop_timer():
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def insist(seconds):
    """Counts the processor's time, so that a busy machine changes no outcome, and more of the wall's, for what sleeps.

    Again and again, for code that catches everything; 0 ends it.
    """
    signal.signal(signal.SIGPROF, _alarm)
    signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * 5, seconds)


class Limit:
    """The limit of each test of an ordinary run, where there is one. One that hangs costs all of it, others less."""

    def __init__(self):
        wanted = os.environ.get("HONE_TEST_TIMEOUT")
        self.seconds = None if wanted is None else float(wanted)
        # Tests that are measured are slow for that alone.
        self.by_processor = not os.environ.get("HONE_COVERAGE")
        self.slowest = 0

    def begin(self):
        if self.seconds is None:
            return
        self.alarms, self.begun = _alarms, time.monotonic()
        start_timer(self.seconds, self.seconds * 2 / 3 if self.by_processor else None)

    def end(self):
        if self.seconds is None:
            return
        stop_timer()
        if _alarms == self.alarms:
            self.slowest = max(self.slowest, time.monotonic() - self.begun)
        else:
            self.seconds = min(self.seconds, max(1, 5 * self.slowest))
