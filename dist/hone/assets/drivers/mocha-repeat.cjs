// Repeat driver of mocha: a reporter, so that mocha loads configuration and files as ever. Where the run would begin,
// the loaded suites are kept instead and run again for each trial.
'use strict';

const { relative } = require('node:path');
const { describe } = require('./frames.cjs');
const { observe } = require('./mocha-verdicts.cjs');
const trials = require('./trials.cjs');

const copied = [
  'asyncOnly',
  'allowUncaught',
  'forbidOnly',
  'forbidPending',
  'checkLeaks',
  'ignoreLeaks',
  'fullStackTrace',
];
const loaded = {};
// What a test has left behind (a socket that breaks) may throw when no run is there to hear of it.
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => {});
loaded.runner = new Promise((resolve) => {
  loaded.resolve = resolve;
});

void trials.serve(async (task) => {
  const runner = await loaded.runner;
  const tests = new Map();
  const suites = [];
  const counts = new Map();
  const functions = new Map();
  readSuite(runner.suite);
  return runAll;

  function readSuite(suite) {
    const { _beforeAll, _beforeEach, _afterEach, _afterAll } = suite;
    const hooks = [_beforeAll, _beforeEach, _afterEach, _afterAll].flat();
    suites.push({ suite, tests: suite.tests, suites: suite.suites });
    for (const one of [...hooks, ...suite.tests]) functions.set(one, one.fn);
    for (const hook of hooks) limit(hook);
    for (const test of suite.tests) {
      limit(test);
      test.retries(0);
      const plain = `${relative(task.root, test.file ?? '')}::${test.titlePath().join(' > ')}`;
      const count = (counts.get(plain) ?? 0) + 1;
      counts.set(plain, count);
      tests.set(test, count === 1 ? plain : `${plain}#${count}`);
    }
    for (const inner of suite.suites) readSuite(inner);
  }

  function limit(runnable) {
    const own = runnable?.timeout();
    if (own !== undefined) runnable.timeout(own === 0 ? task.timeoutMs : Math.min(own, task.timeoutMs));
  }

  /** As mocha itself has it since 8.2. Before, it lets go of what has run. */
  function reset() {
    for (const { suite } of suites) suite.delayed = false;
    for (const [one, fn] of functions) {
      one.fn = fn;
      one.timedOut = false;
      one.pending = fn === undefined || fn === null;
      delete one.state;
      delete one.err;
    }
  }

  async function runAll(run) {
    const isWanted = (test) => run.wanted === undefined || run.wanted.has(tests.get(test));
    const holdsWanted = (suite) => suite.total() > 0;
    // Inner suites first: those around them ask whether anything is left in them.
    for (const one of suites.toReversed?.() ?? [...suites].reverse()) {
      one.suite.tests = one.tests.filter(isWanted);
      one.suite.suites = one.suites.filter(holdsWanted);
    }
    if (runner.suite.reset === undefined) reset();
    else runner.suite.reset();
    const options = runner._opts === undefined ? false : { delay: false, cleanReferencesAfterRun: false };
    const again = new runner.constructor(runner.suite, options);
    for (const name of copied) again[name] = runner[name];
    observe(again, {
      begin: (test) => run.begin(tests.get(test)),
      end(test, status, error) {
        const id = tests.get(test);
        run.covered(id);
        run.end(id, status, error === undefined ? undefined : describe(error));
        if (run.stopped) again.abort();
      },
      broken: (error) => run.end('', 'error', describe(error)),
    });
    await new Promise((resolve) => again.run(resolve));
    again.dispose?.();
  }
});

module.exports = class Reporter {
  constructor(runner) {
    runner.runAsync = () => {
      loaded.resolve(runner);
      return new Promise(() => {});
    };
    // Before mocha 9.
    runner.run = () => {
      loaded.resolve(runner);
      return runner;
    };
  }
};
