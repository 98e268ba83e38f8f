"""`python -m unittest` with a report: `python hone_unittest.py <arguments of unittest>`."""

import os
import sys
import time
import unittest

from hone_cover import Cover, identities, read_only, read_wish
from hone_frames import Report, describe
from hone_timer import Limit
from hone_unittest_tests import flatten, is_failed_import, name_of, path_of, tests_behind, wanted

report = Report()
cover = None
limit = Limit()
only = None


class Result(unittest.TextTestResult):
    def startTest(self, test):
        super().startTest(test)
        self.hone = {"status": "passed"}
        self.hone_start = time.perf_counter()
        report({"type": "begin", "file": path_of(test), "name": name_of(test)})
        limit.begin()
        if cover is not None:
            cover.start(test)

    def stopTest(self, test):
        limit.end()
        lines = None if cover is None else cover.stop()
        ms = (time.perf_counter() - self.hone_start) * 1000
        report({"type": "test", "file": path_of(test), "name": name_of(test), "ms": ms, **self.hone})
        if lines is not None:
            report({"type": "coverage", "file": path_of(test), "name": name_of(test), "lines": lines})
            if cover.enough():
                self.stop()
        super().stopTest(test)

    def _failed(self, status, err):
        self.hone = {"status": status, **describe(err[1])}

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._failed("failed", err)

    def addError(self, test, err):
        super().addError(test, err)
        if is_failed_import(test):
            self.hone = {"status": "error", **describe(err[1])}
            report({"type": "collection-error", "file": "", "message": "%s: %s" % (test, err[1])})
        elif isinstance(test, unittest.TestCase):
            self._failed("failed", err)
        else:  # setUpClass and its like: the tests they are for do not run
            for one in tests_behind(test, self.hone_tests):
                place = {"file": path_of(one), "name": name_of(one)}
                report({"type": "test", **place, "status": "error", **describe(err[1])})
            if str(test).startswith("tearDown"):
                report({"type": "run-error", "file": "", "message": "%s: %s" % (test, err[1])})

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._failed("failed", err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if hasattr(self, "hone"):
            self.hone = {"status": "skipped"}

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.hone = {"status": "failed", "message": "unexpected success"}


def place_of(test):
    return {"file": path_of(test), "name": name_of(test)}


class Runner(unittest.TextTestRunner):
    resultclass = Result

    def run(self, test):
        Result.hone_tests = [one for one in flatten(test) if wanted(one)]
        tests = Result.hone_tests
        if only is not None:
            named = zip(tests, identities(os.environ["HONE_ROOT"], map(place_of, tests)))
            tests = [test for test, identity in named if identity in only]
        if cover is not None:
            tests = cover.sorted(tests, place_of)
        return super().run(unittest.TestSuite(tests))


if __name__ == "__main__":
    wish = read_wish()
    only = read_only()
    if wish is not None:
        cover = Cover(os.environ["HONE_COVERAGE"], wish)
    sys.path[0] = os.getcwd()  # as `-m unittest` has it
    program = unittest.main(module=None, argv=["python -m unittest", *sys.argv[1:]], testRunner=Runner, exit=False)
    if cover is not None:
        report({"type": "loaded", "lines": cover.loaded()})
    report({"type": "end"})
    result = program.result
    sys.exit(0 if result.wasSuccessful() else 1)
