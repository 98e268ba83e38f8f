"""Trials of a repeat driver of Python: code of live functions is exchanged for a variant's, and put back afterwards."""

import functools
import gc
import json
import os
import sys
import time
import types

from hone_frames import describe, read_line
from hone_outside import Outside


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
        self.outside = None

    def _live(self):
        keys = {}
        for key, code in self.constants.items():
            keys.setdefault((code.co_name, code.co_firstlineno), key)
        live = {}
        ours = _Ours(self.path)
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType and ours[thing.__code__.co_filename]:
                key = keys.get((thing.__code__.co_name, thing.__code__.co_firstlineno))
                if key is not None:
                    live.setdefault(key, []).append(thing)
        return live

    def switch(self, text, undo):
        """
        Puts a variant in place and appends what undoes it to `undo`. Returns what it is: "nothing" when no live code
        changed, "provisional" when what modules computed from it stays as it was, None when it cannot be done.
        """
        variant = compile(text, self.path, "exec")
        constants = _numbered(_constants(variant))
        begun = len(undo)
        certain = True
        outside = self._differs_outside(variant, constants)
        if outside:
            self.outside = self.outside or Outside(self.text, self.modules, self._at)
            certain = self.outside.switch(text, undo)
            if certain is None:
                return None
        # A nested function lives inside of the constants of the one around it, which therefore has changed as well.
        for key, code in self.constants.items():
            if _is_class(code):
                continue
            if key not in constants or _same(constants[key], code):
                continue
            code = constants[key]
            for function in self.functions.get(key, ()):
                if code.co_freevars != function.__code__.co_freevars:
                    return None
                undo.append((setattr, function, "__code__", function.__code__))
                function.__code__ = code
        if len(undo) == begun:
            return "nothing"
        return "live" if certain else "provisional"

    def _differs_outside(self, variant, constants):
        if _shape(variant) != _shape(self.code):
            return True
        classes = ((key, code) for key, code in self.constants.items() if _is_class(code))
        return any(key not in constants or _shape(constants[key]) != _shape(code) for key, code in classes)

    def _at(self, line, name):
        keys = [key for key, code in self.constants.items() if (code.co_firstlineno, code.co_name) == (line, name)]
        return [function for key in keys for function in self.functions.get(key, ())]


class _Ours(dict):
    """Whether a file name is that of a path; asked for every function there is."""

    def __init__(self, path):
        self.path = path

    def __missing__(self, name):
        self[name] = os.path.realpath(name) == self.path
        return self[name]


def _undo(undo):
    for action, *arguments in reversed(undo):
        action(*arguments)


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

    def seconds(self, message):
        return message.get("timeoutMs", self.task["timeoutMs"]) / 1000

    def serve(self):
        self.report({"type": "ready", "tests": list(self.items), "touched": []})
        for line in self.input:
            self.report(self.trial(json.loads(line)))

    def forget(self):
        """What functions of the project remember of other variants is forgotten."""
        if self.caches is None:
            root = os.path.realpath(self.task["root"]) + os.sep
            found = (thing for thing in gc.get_objects() if type(thing) is functools._lru_cache_wrapper)
            self.caches = [cache for cache in found if _file_of(cache).startswith(root)]
        for cache in self.caches:
            cache.cache_clear()

    def original(self, file):
        path = os.path.realpath(os.path.join(self.task["root"], file))
        if path not in self.originals:
            self.originals[path] = Original(path)
        return self.originals[path]

    def trial(self, message):
        undo = []
        started = time.perf_counter()
        answer = {"type": "trial", "id": message["id"], "verdicts": {}, "errors": {}}
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
            _undo(undo)
            return answer
        if not answer.get("notSwitchable"):
            started = time.perf_counter()
            self.forget()
            self.run(message, answer)
        _undo(undo)
        answer["ms"] = (time.perf_counter() - started) * 1000
        return answer


def brief(error):
    described = describe(error)
    return {"errorClass": described["errorClass"], "message": described["message"][:300]}


def _file_of(cache):
    code = getattr(getattr(cache, "__wrapped__", None), "__code__", None)
    path = os.path.realpath(getattr(code, "co_filename", ""))
    return "" if "site-packages" in path else path
