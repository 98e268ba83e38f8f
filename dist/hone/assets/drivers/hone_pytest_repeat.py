"""pytest plugin: collects once, then runs the chosen tests again and again, with the code of functions exchanged."""

import time

import pytest
from _pytest.runner import runtestprotocol
from hone_frames import Report
from hone_pytest import where
from hone_timer import HoneTimeout, stop_timer
from hone_trials import Trials, brief


class Repeater(Trials):
    def begin(self, session):
        self.session = session
        places = ((where(item.nodeid), item) for item in session.items)
        self.collect((self.identity(place["file"], place["name"]), item) for place, item in places)

    def run(self, message, answer):
        pairs = list(self.chosen(message).items())
        for at, (identity, item) in enumerate(pairs):
            following = pairs[at + 1][1] if at + 1 < len(pairs) else None
            started = time.perf_counter()
            status = self.one(identity, item, following, answer)
            answer["seconds"][identity] = time.perf_counter() - started
            answer["verdicts"][identity] = status
            if message.get("stopEarly") and status not in ("passed", "skipped"):
                break
            if self.gives_up(message, status):
                answer["verdicts"].update((rest, "timed-out") for rest, _ in pairs[at + 1:])
                break
        self.session._setupstate.teardown_exact(None)

    def one(self, identity, item, following, answer):
        self.alive()
        self.start_timer(identity)
        try:
            item._initrequest()
            reports = runtestprotocol(item, log=False, nextitem=following)
        except BaseException as error:
            stop_timer()
            self.abandon()
            answer["errors"][identity] = brief(error)
            return "timed-out" if isinstance(error, HoneTimeout) else "error"
        finally:
            stop_timer()
        status = "passed"
        for report in reports:
            if report.failed:
                error = getattr(report, "hone_error", {"errorClass": "unknown", "message": ""})
                answer["errors"][identity] = error
                if error["errorClass"] == "HoneTimeout":
                    return "timed-out"
                return "failed" if report.when == "call" else "error"
            if report.skipped:
                status = "skipped"
        return status

    def abandon(self):
        try:
            self.session._setupstate.teardown_exact(None)
        except BaseException:
            self.session._setupstate.stack.clear()


# Before pytest captures the streams.
_trials = Repeater(Report())


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item, call):
    """Without the traceback as text, which costs more than most tests."""
    # What unittest's TestCase catches itself; pytest's own hook, which this one comes before, would take it from here.
    caught = getattr(item, "_excinfo", None)
    thrown = caught.pop(0) if caught else call.excinfo
    outcome, longrepr = "passed", None
    if thrown is not None:
        skipped = isinstance(thrown.value, pytest.skip.Exception)
        outcome, longrepr = ("skipped", ("", 0, "")) if skipped else ("failed", "failed")
    report = pytest.TestReport(
        item.nodeid, item.location, dict.fromkeys(item.keywords, 1), outcome, longrepr, call.when,
        duration=call.duration, start=call.start, stop=call.stop,
    )
    if outcome == "failed":
        report.hone_error = brief(thrown.value)
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    _trials.begin(session)
    _trials.serve()
    return True
