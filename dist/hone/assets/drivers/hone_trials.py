"""Trials of a repeat driver of Python: code of live functions is exchanged for a variant's, and put back afterwards."""

import functools
import gc
import json
import os
import time

from hone_children import Child, can_fork
from hone_frames import describe, read_line
from hone_source import Original, undo_all
from hone_timer import start_timer

# What variants leave behind is forgotten after so many requests.
_requests_of_child = 200
# Of one test, seconds that it always has, and how many times as long as it takes without a change.
_least_seconds = 2
_patience = 10


class Trials:
    """Serves trials until stdin ends. `run(message, answer)` of the framework runs the chosen tests into the answer."""

    def __init__(self, report):
        self.report = report
        self.task = json.loads(read_line())
        # Pipes stay ours; a framework may give the tests an empty stdin.
        self.input = os.fdopen(os.dup(0), "r", encoding="utf-8")
        self.originals = {}
        self.caches = None
        self.items = {}
        self.child = None
        self.alive = lambda: None
        self.copied = False
        self.usual = {}
        self.hung = set()

    def identity(self, path, names):
        return "%s::%s" % (os.path.relpath(path, os.path.realpath(self.task["root"])), " > ".join(names))

    def collect(self, pairs):
        """Keeps the wanted of `(identity, item)`; one that comes again is numbered."""
        wanted = None if self.task.get("tests") is None else set(self.task["tests"])
        seen = {}
        for identity, item in pairs:
            seen[identity] = seen.get(identity, 0) + 1
            if seen[identity] > 1:
                identity += "#%d" % seen[identity]
            if wanted is None or identity in wanted:
                self.items[identity] = item

    def chosen(self, message):
        if message.get("tests") is None:
            return dict(self.items)
        return {name: self.items[name] for name in message["tests"] if name in self.items}

    def seconds(self, identity=None):
        """Limit of a test; the suite's slowest tests are no measure for one that is known to be quick."""
        most = self.task["timeoutMs"] / 1000
        if identity in self.hung:
            # Variants of what hangs hang as well, most of them: the others say what is usual.
            return min(most, max(_least_seconds / 4, _patience * max(self.usual.values(), default=most)))
        usual = self.usual.get(identity)
        return most if usual is None else min(most, max(_least_seconds, _patience * usual))

    def gives_up(self, message, status):
        """What does not end in one test seldom ends in the next; of the original that is so for the failing ones."""
        return status == "timed-out" and bool(message.get("files") or message.get("failing"))

    def start_timer(self, identity):
        seconds = self.seconds(identity)
        start_timer(seconds, self.processor_seconds(identity, seconds), seconds / 2 if self.copied else None)

    def processor_seconds(self, identity, seconds):
        """However busy the machine is, a quick test needs no more of the processor."""
        usual = self.usual.get(identity)
        return seconds / 3 if usual is None else min(seconds / 3, max(_least_seconds / 6, _patience / 2 * usual))

    def serve(self):
        self.report({"type": "ready", "tests": list(self.items), "touched": []})
        for line in self.input:
            self.report(self.answer(line))
        self.end_child()

    def answer(self, line):
        """
        `here` is run in this process, so that what it loads is in every copy of it; all else in a copy, a new one where
        it is to be `fresh`. An answer may be `silent`: the copy did not end in `limitMs`, gave no sign of life for
        `silenceMs`, or died.
        """
        message = json.loads(line)
        if message.get("here") or (self.child is None and not can_fork()):
            return self.told(message, self.trial(message))
        unknown = [file for file in message.get("files", {}) if self.path_of(file) not in self.originals]
        for file in unknown:
            self.original(file)
        if unknown or message.get("fresh"):
            self.end_child()
        if self.child is None:
            self.child = Child(self.trial)
        answer = self.child.ask(line, message["limitMs"] / 1000, message["silenceMs"] / 1000)
        silent = answer in ("timed-out", "died")
        if silent or self.child.asked >= _requests_of_child:
            self.end_child()
        if silent:
            return {"type": "trial", "id": message["id"], "silent": answer}
        return self.told(message, json.loads(answer))

    def told(self, message, answer):
        self.remember(message, answer)
        del answer["seconds"]
        return answer

    def remember(self, message, answer):
        """How long tests take without a change."""
        if message.get("files"):
            return
        self.hung.update(name for name, status in answer["verdicts"].items() if status == "timed-out")
        self.usual.update((name, took) for name, took in answer["seconds"].items() if name not in self.hung)

    def end_child(self):
        if self.child is not None:
            self.child.end()
            self.child = None

    def forget(self):
        """What functions of the project remember of other variants is forgotten."""
        if self.caches is None:
            root = os.path.realpath(self.task["root"]) + os.sep
            found = (thing for thing in gc.get_objects() if type(thing) is functools._lru_cache_wrapper)
            self.caches = [cache for cache in found if _file_of(cache).startswith(root)]
        for cache in self.caches:
            cache.cache_clear()

    def path_of(self, file):
        return os.path.realpath(os.path.join(self.task["root"], file))

    def original(self, file):
        path = self.path_of(file)
        if path not in self.originals:
            self.originals[path] = Original(path)
        return self.originals[path]

    def trial(self, message, alive=None):
        """`alive` is there in a copy, which may be ended."""
        self.copied = alive is not None
        self.alive = alive or (lambda: None)
        undo = []
        started = time.perf_counter()
        answer = {"type": "trial", "id": message["id"], "verdicts": {}, "errors": {}, "seconds": {}}
        try:
            for file, text in message.get("files", {}).items():
                done = self.original(file).switch(text, undo)
                if done is None:
                    answer["notSwitchable"] = True
                    break
                if done == "nothing":
                    answer["untouched"] = True
                if done == "provisional":
                    answer["provisional"] = True
        except (SyntaxError, ValueError) as error:
            answer["errors"][""] = brief(error)
            answer["ms"] = (time.perf_counter() - started) * 1000
            undo_all(undo)
            return answer
        if not answer.get("notSwitchable"):
            started = time.perf_counter()
            self.forget()
            self.run(message, answer)
            self.remember(message, answer)
        undo_all(undo)
        answer["ms"] = (time.perf_counter() - started) * 1000
        return answer


def brief(error):
    described = describe(error)
    return {"errorClass": described["errorClass"], "message": described["message"][:300]}


def _file_of(cache):
    code = getattr(getattr(cache, "__wrapped__", None), "__code__", None)
    path = os.path.realpath(getattr(code, "co_filename", ""))
    return "" if "site-packages" in path else path
