"""pytest plugin that reports every test, and with HONE_COVERAGE its executed lines. Loaded with `-p hone_pytest`."""

import json
import os

import pytest
from hone_cover import Cover, identities, read_only, read_wish
from hone_frames import Report, describe
from hone_timer import Limit

# Opened before pytest captures the streams. Workers of pytest-xdist speak with their parent over stdin.
_report = None if "PYTEST_XDIST_WORKER" in os.environ or os.environ.get("HONE_REPEAT") else Report()
_wish = None if _report is None else read_wish()
_only = None if _report is None else read_only()
_cover = None
_limit = Limit()
_errors = {}
_phases = {}
_root = ""


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    # Of pytest-xdist: tests that are measured, chosen or repeated run in this process.
    if any(os.environ.get(name) for name in ("HONE_COVERAGE", "HONE_ONLY", "HONE_REPEAT")):
        for name, alone in (("numprocesses", 0), ("maxprocesses", None), ("dist", "no"), ("tx", [])):
            if hasattr(config.option, name):
                setattr(config.option, name, alone)


def pytest_configure(config):
    global _cover, _root
    _root = str(config.rootpath)
    if os.environ.get("HONE_FILES") is None:
        # What the other files say helps to find out why one does not load.
        config.option.continue_on_collection_errors = True
    if _wish is not None:
        _cover = Cover(os.environ["HONE_COVERAGE"], _wish)


def pytest_ignore_collect(collection_path, config):
    wanted = os.environ.get("HONE_FILES")
    if wanted is None or not collection_path.is_file() or collection_path.name == "conftest.py":
        return None
    return True if str(collection_path) not in _absolute(wanted, config) else None


def _absolute(wanted, config):
    root = os.environ.get("HONE_ROOT", str(config.rootpath))
    return {os.path.join(root, file) for file in json.loads(wanted)}


def where(nodeid):
    plain, bracket, parameters = nodeid.partition("[")
    file, *names = plain.split("::")
    if names:
        names[-1] += bracket + parameters
    return {"file": os.path.join(_root, file), "name": names}


def pytest_collectreport(report):
    if _report is not None and report.failed:
        crash = getattr(report.longrepr, "reprcrash", None)
        message = str(getattr(crash, "message", None) or report.longrepr)
        told = _errors.pop(report.nodeid, {"message": message[-4000:]})
        _report({"type": "collection-error", "file": where(report.nodeid)["file"], **told})


def pytest_runtest_logstart(nodeid):
    if _report is not None:
        _report({"type": "begin", **where(nodeid)})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    if _only is not None:
        named = zip(items, identities(os.environ["HONE_ROOT"], [where(item.nodeid) for item in items]))
        items[:] = [item for item, identity in named if identity in _only]
    if _cover is not None:
        items[:] = _cover.sorted(items, lambda item: where(item.nodeid))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    if _report is not None:
        _limit.begin()
    if _cover is not None:
        _cover.start(item)
    yield
    if _report is not None:
        _limit.end()
    if _cover is not None:
        _report({"type": "coverage", **where(item.nodeid), "lines": _cover.stop()})
        if _cover.enough():
            item.session.shouldstop = "enough is known"


def pytest_exception_interact(node, call, report):
    if call.excinfo is None:
        return
    error = call.excinfo.value
    if isinstance(error, pytest.Collector.CollectError):
        # Of a failed import the cause has the stack; what else pytest refuses, it explains itself.
        error = error.__cause__
        if type(error) not in (ImportError, ModuleNotFoundError):
            return
    _errors[node.nodeid] = describe(error)


def pytest_runtest_logreport(report):
    if _report is None:
        return
    phases = _phases.setdefault(report.nodeid, [])
    phases.append(report)
    if report.when != "teardown":
        return
    del _phases[report.nodeid]
    status = "passed"
    for phase in phases:
        if phase.failed:
            status = "failed" if phase.when == "call" and status == "passed" else "error"
            break
        if phase.skipped:
            status = "skipped"
    message = {"type": "test", **where(report.nodeid), "status": status, "ms": sum(p.duration for p in phases) * 1000}
    if status in ("failed", "error"):
        text = next((p.longreprtext for p in phases if p.failed), "")
        message.update(_errors.pop(report.nodeid, {"message": text[-4000:]}))
    _report(message)


def pytest_unconfigure():
    if _cover is not None:
        _report({"type": "loaded", "lines": _cover.loaded()})
    if _report is not None:
        _report({"type": "end"})
