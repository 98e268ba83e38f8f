"""A limit of time for what runs in the main thread."""

import os
import signal


class HoneTimeout(BaseException):
    """No test catches it by `except Exception`."""


def _alarm(signum, frame):
    raise HoneTimeout("the test did not end in time")


def start_timer(seconds, processor=None):
    """Seconds on the wall, and of the processor where they are given: a loop is seen sooner than a wait."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if processor is not None:
        signal.signal(signal.SIGVTALRM, _alarm)
        signal.setitimer(signal.ITIMER_VIRTUAL, processor)


def stop_timer():
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def limit():
    """Seconds that one test of an ordinary run may take; None: any."""
    wanted = os.environ.get("HONE_TEST_TIMEOUT")
    return None if wanted is None else float(wanted)
