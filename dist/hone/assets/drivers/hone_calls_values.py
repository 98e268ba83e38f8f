"""Values as JSON that tells them apart: see src/testing/calls/values.ts. Runs inside the project's process."""

import base64
import collections
import hashlib
import importlib
import inspect
import marshal
import types

NODES, DEPTH, TEXT, ITEMS = 1500, 10, 2000, 200
SEQUENCES = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "deque": collections.deque}


def _text(value):
    if len(value) <= TEXT:
        return {"kind": "string", "value": value.encode("utf-8", "replace").decode("utf-8")}
    data = value.encode("utf-8", "replace")
    digest = hashlib.sha256(data).hexdigest()[:16]
    return {"kind": "string", "value": value[:TEXT].encode("utf-8", "replace").decode("utf-8"), "more": "%d %s" % (len(value), digest)}


def name_of(kind):
    return "%s:%s" % (kind.__module__, kind.__qualname__)


class Encoder:
    """`sources`: functions are kept so that they can be made again; else only what tells them from other values."""

    def __init__(self, sources):
        self.sources = sources
        self.left = NODES
        self.path = []

    def encode(self, value):
        try:
            return self.one(value)
        except Exception:
            return {"kind": "opaque", "class": "unreadable"}

    def one(self, value):
        self.left -= 1
        if value is None:
            return {"kind": "none"}
        if value is NotImplemented or value is Ellipsis:
            return {"kind": "opaque", "class": repr(value)}
        kind = type(value)
        if kind is bool:
            return {"kind": "bool", "value": value}
        if kind is int:
            return {"kind": "int", "text": self.integer(value)}
        if kind is float:
            return {"kind": "number", "text": repr(value).replace("inf", "Infinity").replace("nan", "NaN")}
        if kind is str:
            return _text(value)
        if kind in (bytes, bytearray):
            items = [{"kind": "int", "text": str(one)} for one in value[:ITEMS]]
            return self.cut({"kind": "list", "class": kind.__name__, "items": items}, len(value))
        if self.left <= 0 or len(self.path) >= DEPTH:
            return {"kind": "opaque", "class": "too large"}
        if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)):
            return self.function(value)
        for back, outer in enumerate(reversed(self.path)):
            if outer is value:
                return {"kind": "opaque", "class": "cycle %d" % (back + 1)}
        self.path.append(value)
        try:
            return self.compound(value, kind)
        finally:
            self.path.pop()

    def integer(self, value):
        if value.bit_length() < 4000:
            return str(value)
        return str(value % (1 << 64)) + "".join("0" for _ in range(400))

    def cut(self, encoded, size):
        shown = len(encoded["items"] if "items" in encoded else encoded["entries"])
        if shown < size:
            encoded["more"] = size - shown
        return encoded

    def compound(self, value, kind):
        if kind.__name__ in SEQUENCES and SEQUENCES[kind.__name__] is kind:
            items = []
            for one in value:
                if len(items) == ITEMS or self.left <= 0:
                    break
                items.append(self.one(one))
            return self.cut({"kind": "list", "class": kind.__name__, "items": items}, len(value))
        if kind is dict or kind in (collections.defaultdict, collections.OrderedDict, collections.Counter):
            entries = []
            for key, one in value.items():
                if len(entries) == ITEMS or self.left <= 0:
                    break
                entries.append([self.one(key), self.one(one)])
            return self.cut({"kind": "map", "class": kind.__name__, "entries": entries}, len(value))
        if kind in (complex, range, slice):
            return {"kind": "object", "class": "builtins:" + kind.__name__, "entries": [["repr", _text(repr(value))]]}
        if isinstance(value, BaseException):
            return {"kind": "object", "class": name_of(kind), "entries": [["args", self.one(value.args)]]}
        if inspect.iscoroutine(value) or inspect.isawaitable(value):
            return {"kind": "opaque", "class": "awaitable"}
        if hasattr(value, "__next__"):
            return self.iterator(value)
        return self.instance(value, kind)

    def iterator(self, value):
        """What has been taken of it is gone, so this is for what a function has returned only."""
        if self.sources:
            return {"kind": "opaque", "class": "iterator"}
        items = []
        for one in value:
            if len(items) == ITEMS:
                return {"kind": "list", "class": "iterator", "items": items, "more": 1}
            items.append(self.one(one))
        return {"kind": "list", "class": "iterator", "items": items}

    def instance(self, value, kind):
        base = next((one for one in (int, float, str, list, tuple, dict, set) if isinstance(value, one)), None)
        if base is not None:
            # An enum's member, a named tuple, a class of the project over a built-in one.
            return {"kind": "object", "class": name_of(kind), "entries": [["base", self.one(base(value))]]}
        fields = dict(getattr(value, "__dict__", {}))
        for owner in kind.__mro__:
            slots = owner.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                if slot.startswith("__") and not slot.endswith("__"):
                    slot = "_%s%s" % (owner.__name__.lstrip("_"), slot)
                if slot not in ("__dict__", "__weakref__") and hasattr(value, slot):
                    fields[slot] = getattr(value, slot)
        module = kind.__module__
        if not fields and module in ("builtins", "decimal", "fractions", "datetime", "re", "pathlib", "uuid"):
            return {"kind": "object", "class": name_of(kind), "entries": [["repr", _text(repr(value))]]}
        entries = [[str(key), self.one(one)] for key, one in list(fields.items())[:ITEMS]]
        return {"kind": "object", "class": name_of(kind), "entries": entries}

    def function(self, value):
        if isinstance(value, type):
            return {"kind": "function", "class": "type", "source": name_of(value)}
        if not self.sources:
            return {"kind": "function", "class": "function", "source": ""}
        name = getattr(value, "__qualname__", "<locals>")
        if isinstance(value, types.MethodType):
            return {"kind": "opaque", "class": "method"}
        if "<" not in name:
            return {"kind": "function", "class": "function", "source": "%s:%s" % (value.__module__, name)}
        if value.__closure__ or value.__defaults__ or value.__kwdefaults__:
            return {"kind": "opaque", "class": "closure"}
        code = base64.b64encode(marshal.dumps(value.__code__)).decode()
        return {"kind": "function", "class": "code", "source": "%s:%s" % (value.__module__, code)}


def find(name):
    module, _, path = name.partition(":")
    found = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    return found


def decode(value):
    """Makes a value anew; raises where it cannot be made."""
    kind = value["kind"]
    if kind == "none":
        return None
    if kind in ("bool", "string"):
        return value["value"]
    if kind == "int":
        return int(value["text"])
    if kind == "number":
        return float(value["text"])
    if kind == "list":
        items = [decode(one) for one in value["items"]]
        if value["class"] in ("bytes", "bytearray"):
            return (bytes if value["class"] == "bytes" else bytearray)(items)
        return items if value["class"] == "list" else SEQUENCES[value["class"]](items)
    if kind == "map":
        pairs = [(decode(key), decode(one)) for key, one in value["entries"]]
        if value["class"] == "defaultdict":
            raise ValueError("a defaultdict cannot be made again")
        return dict(pairs) if value["class"] == "dict" else getattr(collections, value["class"])(dict(pairs))
    if kind == "object":
        return _instance(value)
    if kind == "function":
        return _function(value)
    raise ValueError("%s cannot be made again" % value["class"])


def _instance(value):
    kind = find(value["class"])
    fields = {key: decode(one) for key, one in value["entries"]}
    if kind is complex:
        return complex(fields["repr"])
    if kind in (range, slice):
        numbers = fields["repr"][len(kind.__name__) + 1 : -1].split(",")
        return kind(*(None if one.strip() == "None" else int(one) for one in numbers))
    if "repr" in fields and len(fields) == 1:
        raise ValueError("%s cannot be made again" % value["class"])
    if set(fields) == {"base"}:
        base = fields["base"]
        return kind._make(base) if hasattr(kind, "_make") else kind(base)
    if issubclass(kind, BaseException):
        return kind(*fields["args"])
    made = kind.__new__(kind)
    for key, one in fields.items():
        object.__setattr__(made, key, one)
    return made


def _function(value):
    if value["class"] != "code":
        return find(value["source"])
    module, _, code = value["source"].partition(":")
    # Code of the project's own tests, made again where it came from.
    return types.FunctionType(marshal.loads(base64.b64decode(code)), vars(importlib.import_module(module)))
