"""`python -m unittest` with a report: `python hone_unittest.py <arguments of unittest>`."""

import os
import sys
import time
import unittest

from hone_frames import Report, describe

report = Report()
cover = None


def _path(test):
    module = sys.modules.get(type(test).__module__)
    return getattr(module, "__file__", None) or ""


def _name(test):
    parts = type(test).__qualname__.split(".")
    return parts + [getattr(test, "_testMethodName", str(test))]


class Result(unittest.TextTestResult):
    def startTest(self, test):
        super().startTest(test)
        self.hone = {"status": "passed"}
        self.hone_start = time.perf_counter()
        report({"type": "begin", "file": _path(test), "name": _name(test)})
        if cover is not None:
            cover.start()

    def stopTest(self, test):
        lines = None if cover is None else cover.stop()
        ms = (time.perf_counter() - self.hone_start) * 1000
        report({"type": "test", "file": _path(test), "name": _name(test), "ms": ms, **self.hone})
        if lines is not None:
            report({"type": "coverage", "file": _path(test), "name": _name(test), "lines": lines})
        super().stopTest(test)

    def _failed(self, status, err):
        self.hone = {"status": status, **describe(err[1])}

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._failed("failed", err)

    def addError(self, test, err):
        super().addError(test, err)
        if isinstance(test, unittest.TestCase) and type(test).__name__ != "_FailedTest":
            self._failed("failed", err)
        else:  # a module that cannot be imported, or setUpClass
            self.hone = {"status": "error", **describe(err[1])}
            report({"type": "collection-error", "file": "", "message": "%s: %s" % (test, err[1])})

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


class Runner(unittest.TextTestRunner):
    resultclass = Result


if __name__ == "__main__":
    if os.environ.get("HONE_COVERAGE"):
        from hone_cover import Cover

        cover = Cover(os.environ["HONE_COVERAGE"])
    sys.path[0] = os.getcwd()  # as `-m unittest` has it
    program = unittest.main(module=None, argv=["python -m unittest", *sys.argv[1:]], testRunner=Runner, exit=False)
    report({"type": "end"})
    result = program.result
    sys.exit(0 if result.wasSuccessful() else 1)
