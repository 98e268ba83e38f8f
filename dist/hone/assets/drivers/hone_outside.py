"""Variants that differ outside of functions: defaults and simple assignments are put into the loaded modules."""

import ast
import sys


class Outside:
    """The statements of a source file that run when it is loaded."""

    def __init__(self, modules, functions):
        """`functions(line, name)` are the live functions whose definition begins there."""
        self.modules = modules
        self.functions = functions

    def switch(self, piece, variant, undo):
        """Appends what undoes it to `undo`. Returns None when it cannot be done, else whether all of it is certain."""
        changes = _changes(ast.parse(piece.source).body, ast.parse(variant.source).body, ())
        if changes is None:
            return None
        certain = True
        for change in changes:
            if isinstance(change, _Defaults):
                done = self._defaults(change, undo)
            else:
                # Other values may have been computed from it while modules were loaded.
                certain = False
                done = self._assign(change, undo)
            if not done:
                return None
        return certain

    def _defaults(self, change, undo):
        old, new = change.old, change.new
        line = min([old.lineno, *(one.lineno for one in old.decorator_list)])
        live = self.functions(line, old.name)
        for function in live:
            values = _values(old.args.defaults, new.args.defaults, function.__defaults__ or (), function)
            named = function.__kwdefaults__ or {}
            names = [one.arg for one in new.args.kwonlyargs]
            before = [named.get(name) for name in names]
            keyed = _values(old.args.kw_defaults, new.args.kw_defaults, before, function)
            if values is None or keyed is None:
                return False
            undo.append((setattr, function, "__defaults__", function.__defaults__))
            undo.append((setattr, function, "__kwdefaults__", function.__kwdefaults__))
            function.__defaults__ = tuple(values) or None
            required = [one is None for one in new.args.kw_defaults]
            function.__kwdefaults__ = {n: v for n, v, none in zip(names, keyed, required) if not none} or None
        return len(live) > 0

    def _assign(self, change, undo):
        for module in self.modules:
            holder = module
            for name in change.path:
                holder = vars(holder).get(name)
                if not isinstance(holder, type):
                    return False
            space = vars(holder)
            if change.name not in space:
                return False
            known, value = space[change.name], _evaluate(change.value, vars(module), dict(space))
            if value is _nothing:
                return False
            places = [holder]
            if holder is module:
                # Whoever has imported the name has the same value under it.
                others = [one for one in list(sys.modules.values()) if one is not module]
                places += [one for one in others if getattr(one, "__dict__", {}).get(change.name, _nothing) is known]
            for place in places:
                try:
                    setattr(place, change.name, value)
                except Exception:
                    return False
                undo.append((setattr, place, change.name, known))
        return len(self.modules) > 0


class _Defaults:
    def __init__(self, old, new):
        self.old, self.new = old, new


class _Assigned:
    def __init__(self, path, name, value):
        self.path, self.name, self.value = path, name, value


_nothing = object()


def _evaluate(expression, names, own):
    try:
        return eval(compile(ast.Expression(expression), "<variant>", "eval"), names, own)
    except Exception:
        return _nothing


def _values(old, new, live, function):
    """Values of defaults; those that are written as before stay the same objects. None when one cannot be computed."""
    if len(old) != len(new) or len(live) != len(old):
        return None
    found = []
    for before, after, value in zip(old, new, live):
        if (before is None) != (after is None):
            return None
        if after is not None and ast.dump(before) != ast.dump(after):
            value = _evaluate(after, function.__globals__, {})
            if value is _nothing:
                return None
        found.append(value)
    return found


def _changes(old, new, path):
    """What differs between two bodies besides the bodies of functions; None when it is something else."""
    if len(old) != len(new):
        return None
    found = []
    for before, after in zip(old, new):
        if ast.dump(before) == ast.dump(after):
            continue
        if type(before) is not type(after):
            return None
        if isinstance(before, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if _head(before) != _head(after):
                return None
            if ast.dump(before.args) != ast.dump(after.args):
                found.append(_Defaults(before, after))
        elif isinstance(before, ast.ClassDef):
            inside = _changes(before.body, after.body, (*path, before.name)) if _head(before) == _head(after) else None
            if inside is None:
                return None
            found += inside
        else:
            name = _bound(before)
            if name is None or name != _bound(after) or after.value is None:
                return None
            found.append(_Assigned(path, name, after.value))
    return found


def _head(node):
    """A definition without its body and the values of its defaults."""
    if isinstance(node, ast.ClassDef):
        parts = [*node.bases, *node.keywords, *node.decorator_list]
        return node.name, [ast.dump(one) for one in parts]
    every = [*node.args.posonlyargs, *node.args.args, node.args.vararg, *node.args.kwonlyargs, node.args.kwarg]
    return node.name, [one and one.arg for one in every], [ast.dump(one) for one in node.decorator_list]


def _bound(node):
    """The name that a statement binds, where it binds one."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    elif isinstance(node, ast.AnnAssign):
        target = node.target
    else:
        return None
    return target.id if isinstance(target, ast.Name) else None
