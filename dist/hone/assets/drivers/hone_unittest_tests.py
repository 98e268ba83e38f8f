"""Names and places of tests of unittest."""

import json
import os
import sys
import unittest

_files = os.environ.get("HONE_FILES")
_wanted = None if _files is None else {os.path.join(os.environ["HONE_ROOT"], file) for file in json.loads(_files)}


def flatten(suite):
    if isinstance(suite, unittest.TestSuite):
        for one in suite:
            yield from flatten(one)
    else:
        yield suite


def path_of(test):
    module = sys.modules.get(type(test).__module__)
    return getattr(module, "__file__", None) or ""


def name_of(test):
    parts = type(test).__qualname__.split(".")
    return parts + [getattr(test, "_testMethodName", str(test))]


def is_failed_import(test):
    return type(test).__name__ == "_FailedTest"


def wanted(test):
    return _wanted is None or is_failed_import(test) or os.path.realpath(path_of(test)) in _wanted


def tests_behind(holder, tests):
    """Tests that do not run because a `setUpClass (module.Class)` or `setUpModule (module)` failed."""
    kind, _, place = str(holder).partition(" (")
    place = place.rstrip(")")
    for test in tests:
        module = type(test).__module__
        name = module if kind == "setUpModule" else "%s.%s" % (module, type(test).__qualname__)
        if kind.startswith("setUp") and name == place:
            yield test
