"""Lines that run, by file, between `start` and `stop`: sys.monitoring from Python 3.12 on, else sys.settrace."""

import sys
import threading


def lines_of(wants):
    """`wants(name)` is the file of a code's file name, empty where nobody asks for it."""
    return Traced(wants) if getattr(sys, "monitoring", None) is None else Monitored(wants)


class Traced:
    def __init__(self, wants):
        self.wants = wants
        self.known = {}
        self.seen = {}
        self.tracers = {}

    def start(self, narrow):
        """`narrow`: only lines that others have run; all lines before there are any."""
        self.narrow = narrow and len(self.known) > 0
        self.seen = {}
        self.tracers = {}
        call = self._known_call if self.narrow else self._call
        threading.settrace(call)
        sys.settrace(call)

    def stop(self):
        sys.settrace(None)
        threading.settrace(None)
        found = {}
        for key, (code, lines) in self.seen.items():
            if self.narrow:
                lines = self.known[key][1] - lines
            else:
                self.known.setdefault(key, (code, set()))[1].update(lines)
            if lines:
                found.setdefault(self.wants(code.co_filename), set()).update(lines)
        return found

    def _call(self, frame, event, argument):
        code = frame.f_code
        tracer = self.tracers.get(id(code))
        if tracer is None:
            if not self.wants(code.co_filename):
                return None
            lines = set()
            # The code is kept, so that no other gets its number.
            self.seen[id(code)] = (code, lines)

            def tracer(frame, event, argument):
                if event == "line":
                    lines.add(frame.f_lineno)
                return tracer

            self.tracers[id(code)] = tracer
        return tracer

    def _known_call(self, frame, event, argument):
        """What a function has left to run is asked no more once there is nothing."""
        key = id(frame.f_code)
        if key not in self.known:
            return None
        tracer = self.tracers.get(key)
        if tracer is None:
            code, lines = self.known[key]
            left = set(lines)
            self.seen[key] = (code, left)

            def tracer(frame, event, argument):
                if event == "line":
                    left.discard(frame.f_lineno)
                return tracer if left else None

            self.tracers[key] = tracer
        return tracer if self.seen[key][1] else None


class Monitored:
    def __init__(self, wants):
        self.wants = wants
        self.lines = {}
        self.known = set()
        self.everywhere = True
        self.monitoring = sys.monitoring
        self.tool = self.monitoring.COVERAGE_ID
        self.monitoring.use_tool_id(self.tool, "hone")
        self.event = self.monitoring.events.LINE
        self.monitoring.register_callback(self.tool, self.event, self._line)
        self.monitoring.set_events(self.tool, self.event)

    def start(self, narrow):
        """`narrow`: only functions that others have run; all of them before there are any."""
        everywhere = not (narrow and self.known)
        if everywhere != self.everywhere:
            self.everywhere = everywhere
            self.monitoring.set_events(self.tool, self.event if everywhere else 0)
            for code in self.known:
                self.monitoring.set_local_events(self.tool, code, 0 if everywhere else self.event)
        self.lines = {}
        self.monitoring.restart_events()

    def stop(self):
        found, self.lines = self.lines, {}
        return found

    def _line(self, code, number):
        file = self.wants(code.co_filename)
        if file:
            self.lines.setdefault(file, set()).add(number)
            if self.everywhere:
                self.known.add(code)
        return self.monitoring.DISABLE
