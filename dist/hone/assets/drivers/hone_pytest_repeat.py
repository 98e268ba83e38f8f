"""pytest plugin: collects once, then runs the chosen tests again and again, with the code of functions exchanged."""

import gc
import json
import os
import signal
import sys
import time
import types

import pytest
from _pytest.runner import runtestprotocol
from hone_frames import Report, describe, read_line
from hone_pytest import where

_report = Report()
_task = json.loads(read_line())
# Pipes stay ours; pytest gives the tests an empty stdin.
_input = os.fdopen(os.dup(0), "r", encoding="utf-8")


class HoneTimeout(BaseException):
    """No test catches it by `except Exception`."""


def _alarm(signum, frame):
    raise HoneTimeout("the test did not end in time")


def _relative(path):
    return os.path.relpath(path, os.path.realpath(_task["root"]))


def _identity(nodeid):
    place = where(nodeid)
    return "%s::%s" % (_relative(place["file"]), " > ".join(place["name"]))


def _constants(code, prefix=""):
    """Code objects of functions under a code object, by qualified name."""
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            name = prefix + constant.co_name
            yield name, constant
            yield from _constants(constant, name + ".")


def _numbered(pairs):
    seen = {}
    found = {}
    for name, value in pairs:
        seen[name] = seen.get(name, 0) + 1
        found["%s#%d" % (name, seen[name])] = value
    return found


class Original:
    """A source file as it was loaded: its code, and the live functions that run it."""

    def __init__(self, path):
        self.path = path
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.code = compile(self.text, path, "exec")
        self.constants = _numbered(_constants(self.code))
        self.modules = [
            module for module in list(sys.modules.values())
            if isinstance(getattr(module, "__file__", None), str) and os.path.realpath(module.__file__) == path
        ]
        self.functions = self._live()

    def _live(self):
        keys = {}
        for key, code in self.constants.items():
            keys.setdefault((code.co_name, code.co_firstlineno), key)
        live = {}
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType and os.path.realpath(thing.__code__.co_filename) == self.path:
                key = keys.get((thing.__code__.co_name, thing.__code__.co_firstlineno))
                if key is not None:
                    live.setdefault(key, []).append(thing)
        return live

    def switch(self, text):
        """Puts a variant in place. Returns what undoes it, or None when it changes more than functions."""
        variant = compile(text, self.path, "exec")
        constants = _numbered(_constants(variant))
        if _shape(variant) != _shape(self.code):
            return None
        undo = []
        # A nested function lives inside of the constants of the one around it, which therefore has changed as well.
        for key, code in self.constants.items():
            if _is_class(code):
                if key not in constants or _shape(constants[key]) != _shape(code):
                    _undo(undo)
                    return None
                continue
            if key not in constants or _same(constants[key], code):
                continue
            code = constants[key]
            for function in self.functions.get(key, ()):
                if code.co_freevars != function.__code__.co_freevars:
                    _undo(undo)
                    return None
                undo.append((function, function.__code__))
                function.__code__ = code
        return undo


def _undo(undo):
    for function, code in undo:
        function.__code__ = code


def _is_class(code):
    return "__qualname__" in code.co_names and "__module__" in code.co_names and not code.co_flags & 2


def _same(one, other):
    return one == other and one.co_consts == other.co_consts


def _shape(code):
    """What a module or class does by itself, functions and line numbers left out."""
    constants = tuple(
        "code" if isinstance(constant, types.CodeType) else (type(constant).__name__, repr(constant))
        for constant in code.co_consts
    )
    return code.co_code, constants, code.co_names


class Repeater:
    def __init__(self, session):
        self.session = session
        self.items = {}
        seen = {}
        wanted = None if _task.get("tests") is None else set(_task["tests"])
        for item in session.items:
            identity = _identity(item.nodeid)
            seen[identity] = seen.get(identity, 0) + 1
            if seen[identity] > 1:
                identity += "#%d" % seen[identity]
            if wanted is None or identity in wanted:
                self.items[identity] = item
        self.originals = {}

    def original(self, file):
        path = os.path.realpath(os.path.join(_task["root"], file))
        if path not in self.originals:
            self.originals[path] = Original(path)
        return self.originals[path]

    def trial(self, message):
        undo = []
        started = time.perf_counter()
        answer = {"type": "trial", "id": message["id"], "verdicts": {}, "errors": {}}
        try:
            for file, text in message.get("files", {}).items():
                done = self.original(file).switch(text)
                if done is None:
                    answer["notSwitchable"] = True
                    break
                undo += done
                if not done:
                    answer["untouched"] = True
        except (SyntaxError, ValueError) as error:
            answer["errors"][""] = describe(error)
            answer["ms"] = (time.perf_counter() - started) * 1000
            _undo(undo)
            return answer
        if not answer.get("notSwitchable"):
            started = time.perf_counter()
            self.run(message, answer)
        _undo(undo)
        answer["ms"] = (time.perf_counter() - started) * 1000
        return answer

    def run(self, message, answer):
        items = self.items if message.get("tests") is None else {i: self.items[i] for i in message["tests"] if i in self.items}
        pairs = list(items.items())
        deadline = message.get("timeoutMs", _task["timeoutMs"]) / 1000
        for at, (identity, item) in enumerate(pairs):
            following = pairs[at + 1][1] if at + 1 < len(pairs) else None
            status = self.one(identity, item, following, deadline, answer)
            answer["verdicts"][identity] = status
            if message.get("stopEarly") and status not in ("passed", "skipped"):
                break
        self.session._setupstate.teardown_exact(None)

    def one(self, identity, item, following, deadline, answer):
        signal.setitimer(signal.ITIMER_REAL, deadline)
        try:
            item._initrequest()
            reports = runtestprotocol(item, log=False, nextitem=following)
        except BaseException as error:
            signal.setitimer(signal.ITIMER_REAL, 0)
            self.abandon()
            answer["errors"][identity] = {k: v for k, v in describe(error).items() if k != "frames"}
            return "timed-out" if isinstance(error, HoneTimeout) else "error"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
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


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item, call):
    """Without the traceback as text, which costs more than most tests."""
    thrown = call.excinfo
    outcome, longrepr = "passed", None
    if thrown is not None:
        skipped = isinstance(thrown.value, pytest.skip.Exception)
        outcome, longrepr = ("skipped", ("", 0, "")) if skipped else ("failed", "failed")
    report = pytest.TestReport(
        item.nodeid, item.location, dict.fromkeys(item.keywords, 1), outcome, longrepr, call.when,
        duration=call.duration, start=call.start, stop=call.stop,
    )
    if outcome == "failed":
        described = describe(thrown.value)
        report.hone_error = {"errorClass": described["errorClass"], "message": described["message"][:300]}
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    signal.signal(signal.SIGALRM, _alarm)
    repeater = Repeater(session)
    _report({"type": "ready", "tests": list(repeater.items), "touched": []})
    for line in _input:
        _report(repeater.trial(json.loads(line)))
    return True
