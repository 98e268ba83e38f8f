"""`python -m unittest` that loads once, then runs the chosen tests again and again, with the code of functions exchanged."""

import copy
import os
import sys
import time
import unittest

from hone_frames import Report
from hone_timer import HoneTimeout, stop_timer
from hone_trials import Trials, brief
from hone_unittest_tests import flatten, is_failed_import, name_of, path_of, tests_behind


class Result(unittest.TestResult):
    def __init__(self, tests, trials, message, answer):
        super().__init__()
        self.alive = trials.alive
        self.start_timer = trials.start_timer
        self.gives_up = lambda status: trials.gives_up(message, status)
        self.hone_tests = tests
        self.begun = 0
        self.answer = answer
        self.stop_early = message.get("stopEarly")

    def startTest(self, test):
        super().startTest(test)
        self.hone_status = "passed"
        self.alive()
        self.begun = time.perf_counter()
        self.start_timer(self.hone_tests[test])

    def stopTest(self, test):
        self.answer["seconds"][self.hone_tests[test]] = time.perf_counter() - self.begun
        # What stands between two tests, such as setUpClass, has its own time.
        self.alive()
        self.start_timer(None)
        self._tell(test, self.hone_status)
        super().stopTest(test)

    def _tell(self, test, status):
        self.answer["verdicts"][self.hone_tests[test]] = status
        if self.stop_early and status not in ("passed", "skipped"):
            self.stop()
        if self.gives_up(status):
            for name in self.hone_tests.values():
                self.answer["verdicts"].setdefault(name, status)
            self.stop()

    def _failed(self, test, error):
        self.hone_status = "timed-out" if isinstance(error, HoneTimeout) else "failed"
        self.answer["errors"].setdefault(self.hone_tests[test], brief(error))

    def addFailure(self, test, err):
        self._failed(test, err[1])

    def addError(self, test, err):
        if test in self.hone_tests:
            self._failed(test, err[1])
            return
        behind = list(tests_behind(test, self.hone_tests))
        for one in behind:
            self._tell(one, "error")
        self.answer["errors"].setdefault(self.hone_tests[behind[0]] if behind else "", brief(err[1]))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed(test, err[1])

    def addSkip(self, test, reason):
        if test in self.hone_tests:
            self.hone_status = "skipped"

    def addUnexpectedSuccess(self, test):
        self._failed(test, AssertionError("unexpected success"))


class Repeater(Trials):
    def begin(self, suite):
        tests = list(flatten(suite))
        for test in tests:
            if is_failed_import(test):
                self.report({"type": "unloadable", "message": str(getattr(test, "_exception", test))[:4000]})
                sys.exit(1)
        self.collect((self.identity(path_of(test), name_of(test)), test) for test in tests)

    def run(self, message, answer):
        # Copies, because what a test leaves in its instance is not for the next trial.
        tests = _Identities((copy.copy(test), name) for name, test in self.chosen(message).items())
        result = Result(tests, self, message, answer)
        self.start_timer(None)
        try:
            unittest.TestSuite(list(tests)).run(result)
        except BaseException as error:
            stop_timer()
            answer["errors"].setdefault("", brief(error))
            status = "timed-out" if isinstance(error, HoneTimeout) else "error"
            for name in tests.values():
                answer["verdicts"].setdefault(name, status)
        finally:
            stop_timer()


class _Identities:
    """Names by test. Tests are equal by class and method, which a test that is there twice must not be."""

    def __init__(self, pairs):
        self.pairs = list(pairs)
        self.names = {id(test): name for test, name in self.pairs}

    def __iter__(self):
        return (test for test, _ in self.pairs)

    def __contains__(self, test):
        return id(test) in self.names

    def __getitem__(self, test):
        return self.names[id(test)]

    def values(self):
        return self.names.values()


class Runner:
    def run(self, suite):
        trials.begin(suite)
        trials.serve()
        sys.exit(0)


if __name__ == "__main__":
    trials = Repeater(Report())
    sys.path[0] = os.getcwd()  # as `-m unittest` has it
    unittest.main(module=None, argv=["python -m unittest", *sys.argv[1:]], testRunner=Runner())
