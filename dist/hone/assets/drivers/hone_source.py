"""A source file as it was loaded: variants of it are put into the live functions, and taken out again."""

import __future__
import ast
import gc
import os
import sys
import types

from hone_outside import Outside

_future = 0
for _name in __future__.all_feature_names:
    _future |= getattr(__future__, _name).compiler_flag


class Original:
    """The code of a file, and the live functions that run it."""

    def __init__(self, path):
        self.path = path
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.flags = compile(self.text, path, "exec", dont_inherit=True).co_flags & _future
        self.whole = Piece(self.text, path, self.flags)
        self.modules = [
            module for module in list(sys.modules.values())
            if isinstance(getattr(module, "__file__", None), str) and os.path.realpath(module.__file__) == path
        ]
        self.live = self._live()
        self.outside = Outside(self.modules, self._at)
        self.lines = self.text.split("\n")
        self.body = ast.parse(self.text).body
        self.pieces = {}

    def _live(self):
        """Live functions by their code, and those whose code is not known by name and line."""
        known = dict.fromkeys(self.whole.constants.values())
        live = {}
        ours = _Ours(self.path)
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType and ours[thing.__code__.co_filename]:
                code = thing.__code__
                live.setdefault(code if code in known else (code.co_name, code.co_firstlineno), []).append(thing)
        return live

    def _running(self, code):
        return [*self.live.get(code, ()), *self.live.get((code.co_name, code.co_firstlineno), ())]

    def switch(self, text, undo):
        """
        Puts a variant in place and appends what undoes it to `undo`. Returns what it is: "nothing" when no
        code changed, "provisional" when what modules computed from it stays as it was, None when it cannot be done.
        """
        piece, variant = self._changed(text)
        begun = len(undo)
        certain = True
        if piece.differs_outside(variant):
            certain = self.outside.switch(piece, variant, undo)
            if certain is None:
                return None
        changed = False
        # A nested function lives inside of the constants of the one around it, which therefore has changed as well.
        for key, code in piece.constants.items():
            other = variant.constants.get(key)
            if _is_class(code) or other is None or _same(other, code):
                continue
            changed = True
            for function in self._running(piece.loaded[key]):
                if other.co_freevars != function.__code__.co_freevars:
                    return None
                undo.append((setattr, function, "__code__", function.__code__))
                function.__code__ = other
        if len(undo) == begun:
            # What has run and is no more, such as a comprehension of the module, is known to no one.
            return None if changed else "nothing"
        return "live" if certain else "provisional"

    def _changed(self, text):
        """The original's and the variant's code of the statement that holds all changes, else of the whole file."""
        lines = text.split("\n")
        first = 0
        while first < min(len(lines), len(self.lines)) and lines[first] == self.lines[first]:
            first += 1
        same = 0
        while same < min(len(lines), len(self.lines)) - first and lines[-1 - same] == self.lines[-1 - same]:
            same += 1
        place = _place(self.body, first, len(self.lines) - same)
        while place:
            try:
                return self._of(place), self._piece(place, lines)
            except (SyntaxError, ValueError):
                # What was added may end the statement: then it is one of what is around it.
                place = place[:-1]
        return self.whole, Piece(text, self.path, self.flags)

    def _of(self, place):
        start, end = _span(place[-1])
        if start not in self.pieces:
            piece = self._piece(place, self.lines)
            piece.stand_for([code for code in self.whole.constants.values() if start < code.co_firstlineno <= end])
            self.pieces[start] = piece
        return self.pieces[start]

    def _piece(self, place, lines):
        """A statement with nothing around it but the classes that it is in."""
        start, end = _span(place[-1])
        source = [""] * start + lines[start : end + len(lines) - len(self.lines)]
        for node in place[:-1]:
            source[node.lineno - 1] = "%sclass %s:" % (" " * node.col_offset, node.name)
        return Piece("\n".join(source), self.path, self.flags, start)

    def _at(self, line, name):
        codes = self.whole.constants.values()
        found = [code for code in codes if (code.co_firstlineno, code.co_name) == (line, name)]
        return [function for code in found for function in self._running(code)]


class Piece:
    """Code of a file or of one of its statements, with that of its functions and classes by numbered name."""

    def __init__(self, source, path, flags, start=0):
        """Classes that begin up to that line are there only for what is in them."""
        self.source = source
        code = compile(source, path, "exec", flags, dont_inherit=True)
        self.around = [code]
        self.constants = {}
        seen = {}
        for name, constant in _constants(code):
            if constant.co_firstlineno <= start:
                self.around.append(constant)
                continue
            seen[name] = seen.get(name, 0) + 1
            self.constants["%s#%d" % (name, seen[name])] = constant
        # The code that was loaded.
        self.loaded = self.constants

    def stand_for(self, codes):
        """Of a file's code a part: a name that the file imports is called in another way where the import is not seen."""
        if [code.co_name for code in codes] != [code.co_name for code in self.constants.values()]:
            raise ValueError("not the functions of the file")
        self.loaded = dict(zip(self.constants, codes))

    def differs_outside(self, variant):
        if list(map(_shape, variant.around)) != list(map(_shape, self.around)):
            return True
        classes = ((key, code) for key, code in self.constants.items() if _is_class(code))
        return any(
            key not in variant.constants or _shape(variant.constants[key]) != _shape(code) for key, code in classes
        )


class _Ours(dict):
    """Whether a file name is that of a path; asked for every function there is."""

    def __init__(self, path):
        self.path = path

    def __missing__(self, name):
        self[name] = os.path.realpath(name) == self.path
        return self[name]


def undo_all(undo):
    for action, *arguments in reversed(undo):
        action(*arguments)


def _place(body, first, last):
    """The statement that holds the lines from `first` up to `last`, behind the classes that it is in."""
    for node in body:
        start, end = _span(node)
        # What is put before its first line may be another statement.
        if start <= first and last <= end and (start, start) != (first, last):
            is_plain = isinstance(node, ast.ClassDef) and not getattr(node, "type_params", None)
            inside = is_plain and _span(node.body[0])[0] >= node.lineno
            return [node, *(_place(node.body, first, last) if inside else [])]
    return []


def _span(node):
    """First line of a statement from 0, and the line after its last."""
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    return first - 1, node.end_lineno


def _constants(code, prefix=""):
    """Code objects of functions under a code object, by qualified name."""
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            name = prefix + constant.co_name
            yield name, constant
            yield from _constants(constant, name + ".")


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
