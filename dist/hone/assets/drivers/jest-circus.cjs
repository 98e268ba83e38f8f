// Repeat driver of jest, within a test file: jest's own adapter loads the file, and where it would run the tests, they
// are kept instead and run again for each trial.
'use strict';

const { relative } = require('node:path');
const { describe } = require('./frames.cjs');
const { classify } = require('./jest-errors.cjs');
const jest = require('./jest-packages.cjs');

const signals = ['uncaughtException', 'unhandledRejection', 'rejectionHandled'];
/** What the runner hands over: `root`, `share(global)` and `loaded(file)`. */
const host = {};

async function testFramework(globalConfig, config, environment, runtime, testPath) {
  host.share(environment.global);
  let file;
  let state;
  const users = environment.handleTestEvent?.bind(environment);
  // The one way to hear of events that all versions have.
  environment.handleTestEvent = async (event, given) => {
    state = given;
    await users?.(event, given);
    file?.onEvent(event);
  };
  const load = runtime.requireInternalModule;
  let snapshots;
  runtime.requireInternalModule = function (path, ...rest) {
    const found = load.call(this, path, ...rest);
    if (typeof found?.runAndTransformResultsToJestFormat !== 'function') return found;
    return {
      ...found,
      async initialize(options) {
        const initialized = await found.initialize(options);
        snapshots = initialized.snapshotState;
        return initialized;
      },
      runAndTransformResultsToJestFormat(options) {
        const runTests = () => found.runAndTransformResultsToJestFormat(options);
        file = newFile({ state, runTests, config, environment, runtime, snapshots, testPath });
        host.loaded(file);
        return new Promise(() => {});
      },
    };
  };
  return await jest.load('jest-circus/runner')(globalConfig, config, environment, runtime, testPath);
}

function* testsOf(block, path = []) {
  for (const child of block.children) {
    const name = [...path, child.name];
    if (child.type === 'test') yield { test: child, name };
    else yield* testsOf(child, name);
  }
}

/** A loaded test file; `run(run)` runs its wanted tests once. */
function newFile({ state, runTests, config, environment, runtime, snapshots, testPath }) {
  // The file loaded last has put its own in the place of the others'.
  const listeners = signals.map((signal) => process.rawListeners(signal));
  const file = relative(host.root, testPath);
  const ids = new Map();
  const counts = new Map();
  for (const { test, name } of testsOf(state.rootDescribeBlock)) {
    const plain = `${file}::${name.join(' > ')}`;
    const count = (counts.get(plain) ?? 0) + 1;
    counts.set(plain, count);
    ids.set(test, { id: count === 1 ? plain : `${plain}#${count}`, fn: test.fn, mode: test.mode });
  }
  let run;
  let thrown = new Map();
  let unhandled = [];

  function onEvent({ name, test, error }) {
    if (name === 'run_start') state.testTimeout = Math.min(state.testTimeout, run.timeoutMs);
    else if (name === 'test_start' && isRun(test)) run.begin(ids.get(test).id);
    else if (name === 'test_fn_failure' || name === 'hook_failure') {
      // jest later replaces errors of node:assert by texts.
      if (test !== undefined && !thrown.has(test)) thrown.set(test, error);
    } else if (name === 'test_done') {
      const { id } = ids.get(test);
      run.covered(id);
      if (test.errors.length === 0) run.end(id, 'passed');
      else {
        const [first] = test.errors;
        const failure = failureOf(thrown.get(test) ?? (Array.isArray(first) ? first[0] : first));
        run.end(id, failure.status, failure);
      }
      if (run.stopped) for (const one of ids.keys()) one.mode = 'skip';
    } else if (name === 'run_finish') {
      // Told already; jest would make long texts of them.
      for (const one of ids.keys()) one.errors = [];
      unhandled = state.unhandledErrors;
      state.unhandledErrors = [];
    }
  }

  function isRun(test) {
    return ids.has(test) && test.mode !== 'skip' && !(state.hasFocusedTests && test.mode === undefined);
  }

  /** As the file was when its tests had never run, so far as jest and not the file's own variables tell. */
  function reset() {
    thrown = new Map();
    for (const [test, { id, fn, mode }] of ids) {
      const wanted = run.wanted === undefined || run.wanted.has(id);
      Object.assign(test, {
        fn,
        mode: wanted ? mode : 'skip',
        errors: [],
        status: null,
        duration: null,
        startedAt: null,
        invocations: 0,
        numPassingAsserts: 0,
        retryReasons: [],
        seenDone: false,
      });
      if (test.timeout !== undefined) test.timeout = Math.min(test.timeout, run.timeoutMs);
      test.unhandledRejectionErrorByPromise?.clear();
    }
    state.unhandledErrors = [];
    state.currentlyRunningTest = null;
    state.unhandledRejectionErrorByPromise?.clear();
    snapshots?.clear();
    runtime.clearAllMocks();
    if (!config.fakeTimers?.enableGlobally) environment.fakeTimersModern?.useRealTimers();
    for (const [at, signal] of signals.entries()) {
      process.removeAllListeners(signal);
      for (const listener of listeners[at]) process.on(signal, listener);
    }
  }

  return {
    onEvent,
    wants: (wanted) => wanted === undefined || [...ids.values()].some(({ id }) => wanted.has(id)),
    async run(given) {
      run = given;
      reset();
      await runTests();
      for (const error of unhandled) {
        run.end('', 'error', describe(Array.isArray(error) ? error[0] : error));
      }
      for (const [test, { id, mode }] of ids) {
        const skipped = test.status === 'skip' || test.status === 'todo';
        if (skipped && (run.wanted === undefined || run.wanted.has(id)) && (test.mode === mode || mode === 'skip'))
          run.end(id, 'skipped');
      }
    },
  };
}

function failureOf(error) {
  const described = describe(error);
  const expectation = typeof error === 'object' && error !== null && error.matcherResult !== undefined;
  return { ...described, ...classify(expectation ? 'AssertionError' : described.errorClass, described.message) };
}

module.exports = testFramework;
module.exports.host = host;
