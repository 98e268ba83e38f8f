"""Calls functions of variants of the project's modules and says what came of each call. See src/testing/calls/call.ts."""

import asyncio
import importlib
import importlib.machinery
import inspect
import io
import json
import os
import random
import sys
import time

from hone_calls_values import Encoder, decode
from hone_frames import Report, describe
from hone_timer import HoneTimeout, insist

_report = Report()
_input = os.fdopen(os.dup(0), "r", encoding="utf-8")
_task = json.loads(_input.readline())
_setup = json.loads(_input.readline())
_root = os.path.realpath(_task["root"])
_texts = {}
_targets = {}
CHUNK = 50


class Printed(io.TextIOBase):
    text = ""

    def writable(self):
        return True

    def write(self, data):
        if len(self.text) < 2000:
            self.text += data[:2000]
        return len(data)


_get_code = importlib.machinery.SourceFileLoader.get_code


def _code_of_variant(self, fullname):
    path = os.path.realpath(self.path)
    if path in _texts:
        return compile(_texts[path], self.path, "exec", dont_inherit=True)
    return _get_code(self, fullname)


importlib.machinery.SourceFileLoader.get_code = _code_of_variant


class Targets:
    """What texts of variants call: `target(n)` decorates the function with number n."""

    @staticmethod
    def target(number):
        def register(function):
            _targets[number] = function
            return function

        return register


sys.modules["hone_calls"] = Targets


def _load(message):
    _texts.clear()
    _targets.clear()
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if not isinstance(path, str):
            continue
        path = os.path.realpath(path)
        if path.startswith(_root + os.sep) and "site-packages" not in path and "node_modules" not in path:
            del sys.modules[name]
    for file in message["files"]:
        _texts[os.path.realpath(os.path.join(_root, file["file"]))] = file["text"]
    for file in message["files"]:
        importlib.import_module(file["module"])


class Calls:
    def __init__(self, message):
        self.at = message["from"]
        self.single = message["single"]
        self.timeouts = message["timeouts"]
        self.ready = []
        self.sent = time.monotonic()

    def send(self, last):
        _report({"type": "outcomes", "from": self.at - len(self.ready), "outcomes": self.ready, "last": last})
        self.ready = []
        self.sent = time.monotonic()

    def one_in_time(self, given):
        try:
            return self.one(given)
        except HoneTimeout:  # Late: the call was over.
            return {"end": "timeout"}
        finally:
            insist(0)

    def all(self):
        inputs = _setup["inputs"]
        while self.at < len(inputs):
            if self.timeouts >= _setup["mostTimeouts"]:
                outcome = {"end": "unknown"}
            else:
                outcome = self.one_in_time(inputs[self.at])
            self.ready.append(outcome)
            self.at += 1
            if self.single or len(self.ready) >= CHUNK or time.monotonic() - self.sent > 0.3:
                self.send(False)
        self.send(True)

    def one(self, given):
        function = _targets.get(given["target"])
        if function is None:
            return {"end": "unreached"}
        limit = _setup["limitMs"] / (4000 if self.timeouts >= 3 else 1000)
        try:
            args = [decode(one) for one in given["args"]]
            named = {key: decode(one) for key, one in given["named"]}
        except Exception as error:
            return {"end": "unmade", "why": str(error)[:200]}
        was = _encode_all(args, named)
        printed = sys.stdout = sys.stderr = Printed()
        random.seed(0)
        insist(limit)
        try:
            outcome = self.call(function, args, named, given.get("twice"))
            after = _encode_all(args, named)
        except HoneTimeout:
            self.timeouts += 1
            return {"end": "timeout"}
        except BaseException as error:
            return {"end": "throws", "error": type(error).__name__}
        finally:
            insist(0)
        if after != was:
            outcome["after"] = after
        if printed.text:
            outcome["printed"] = printed.text[:2000]
        return outcome

    def call(self, function, args, named, twice):
        value = function(*args, **named)
        if twice:
            value = function(value)
        later = inspect.iscoroutine(value)
        if later:
            value = asyncio.run(value)
        encoded = Encoder(False).encode(value)
        if later:
            encoded = {"kind": "list", "class": "promise", "items": [encoded]}
        return {"end": "returns", "value": encoded}


def _encode_all(args, named):
    encoder = Encoder(False)
    return [encoder.encode(one) for one in [*args, *named.values()]]


def _main():
    sys.path[:] = _setup["path"] + [one for one in sys.path if one not in _setup["path"]]
    sys.dont_write_bytecode = True
    _report({"type": "ready"})
    for line in _input:
        message = json.loads(line)
        insist(_setup["loadMs"] / 1000)
        try:
            _load(message)
        except BaseException as error:
            _report({"type": "unloadable", "message": describe(error)["message"][:500]})
            continue
        finally:
            insist(0)
        Calls(message).all()


if __name__ == "__main__":
    _main()
