"""Which lines each test runs, those first that tell most."""

import dis
import inspect
import json
import os
import sys
import time
import types

from hone_frames import read_line
from hone_lines import lines_of


def read_wish():
    """The line of stdin behind the key: `{"order": ids, "least": number, "enoughMs": number, "without": files, "failing": ids}`."""
    return json.loads(read_line()) if os.environ.get("HONE_COVERAGE") else None


def read_only():
    """The line of stdin behind that: ids of the tests to run. None: all of them."""
    return set(json.loads(read_line())) if os.environ.get("HONE_ONLY") else None


def identities(root, places):
    """Ids of tests at `{"file", "name"}`, as they are read from a report."""
    seen = {}
    for place in places:
        path = os.path.realpath(place["file"])
        identity = "%s::%s" % (os.path.relpath(path, os.path.realpath(root)), " > ".join(place["name"]))
        seen[identity] = seen.get(identity, 0) + 1
        yield identity if seen[identity] == 1 else "%s#%d" % (identity, seen[identity])


class Cover:
    def __init__(self, root, wish):
        self.root = os.path.realpath(root) + os.sep
        self.ranks = {identity: rank for rank, identity in enumerate(wish["order"])}
        self.without = set(wish["without"])
        self.seconds = wish["enoughMs"] / 1000
        self.deadline = None
        self.least = wish["least"]
        self.failing = set(wish["failing"])
        self.names = {}
        self.wanted = {}
        self.lines = lines_of(self._wants)

    def _wants(self, name):
        known = self.wanted.get(name)
        if known is None:
            path = os.path.realpath(name)
            inside = path.startswith(self.root) and "site-packages" not in path and "<" not in name
            file = path[len(self.root) :] if inside else ""
            known = self.wanted[name] = "" if file in self.without else file
        return known

    def sorted(self, tests, place):
        """Those that tell most first. `place(test)` is its `{"file", "name"}`."""
        named = zip(tests, identities(self.root, map(place, tests)))
        self.names = {id(test): identity for test, identity in named}
        return sorted(tests, key=lambda test: self.ranks.get(self.names[id(test)], len(self.ranks)))

    def enough(self):
        return self.least <= 0 and self.deadline is not None and time.monotonic() > self.deadline

    def start(self, test):
        """Of tests that pass only those functions count that failing ones run, where some fail."""
        # Loading the tests is no part of the time to measure them.
        self.deadline = self.deadline or time.monotonic() + self.seconds
        self.lines.start(narrow=bool(self.failing) and self.names.get(id(test)) not in self.failing)

    def stop(self):
        """Returns {file: sorted lines} since `start`."""
        self.least -= 1
        return {file: sorted(lines) for file, lines in self.lines.stop().items()}

    def loaded(self):
        """Lines outside of functions, of the project's modules that are loaded: {file: sorted lines}."""
        found = {}
        for module in list(sys.modules.values()):
            name = getattr(module, "__file__", None)
            if not isinstance(name, str) or not name.endswith(".py") or not self._wants(name):
                continue
            try:
                with open(name, "rb") as source:
                    found[self._wants(name)] = sorted(_outside(compile(source.read(), name, "exec", dont_inherit=True)))
            except (OSError, SyntaxError, ValueError):
                continue
        return found


def _outside(code):
    """Lines of a module and of the classes in it."""
    lines = {line for _, line in dis.findlinestarts(code) if line}
    for constant in code.co_consts:
        # The code of a class has no fast locals.
        if isinstance(constant, types.CodeType) and not constant.co_flags & inspect.CO_OPTIMIZED:
            lines |= _outside(constant)
    return lines
