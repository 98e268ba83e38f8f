"""Runs inside the project's process: everything it needs is taken before the project's code can change it."""

import hashlib
import hmac
import json
import os
import threading

_dumps, _hmac, _sha256, _write = json.dumps, hmac.new, hashlib.sha256, os.write
_FRAGMENT = 3000


def read_line():
    """One line of stdin, byte by byte: what follows it belongs to others."""
    line = bytearray()
    while True:
        byte = os.read(0, 1)
        if byte == b"\n":
            return line.decode()
        if not byte:
            return line.decode() if line else None
        line += byte


class Report:
    """Reports messages on a copy of stdout, so that captured or closed streams do not matter."""

    def __init__(self):
        self.key = (read_line() or "").encode()
        self.out = os.dup(1)
        os.set_inheritable(self.out, False)
        self.sequence = 0
        self.lock = threading.Lock()

    def __call__(self, message):
        text = _dumps(message)
        with self.lock:
            for at in range(0, len(text), _FRAGMENT):
                fragment = text[at : at + _FRAGMENT]
                last = int(at + _FRAGMENT >= len(text))
                body = "%d:%d:%s" % (self.sequence, last, fragment)
                tag = _hmac(self.key, body.encode(), _sha256).hexdigest()[:16]
                data = ("\n@hone:%d:%d:%s:%s\n" % (self.sequence, last, tag, fragment)).encode()
                while data:
                    data = data[_write(self.out, data) :]
                self.sequence += 1


def frames_of(traceback):
    """Innermost call first."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append({"file": code.co_filename, "line": traceback.tb_lineno, "function": code.co_name})
        traceback = traceback.tb_next
    return found[::-1][:50]


def describe(error):
    try:
        message = str(error)
    except Exception:
        message = "a value that cannot be shown was thrown"
    return {
        "message": message[:4000],
        "errorClass": type(error).__name__,
        "frames": frames_of(error.__traceback__),
    }
