// What becomes of each test of a run of mocha, failing hooks included.
'use strict';

/**
 * Calls `begin(test)` and, once for each test, `end(test, status, error)`; `broken(error)` for what no test stands for.
 *
 * A hook's failure is the failure of the tests that it keeps from running or was run for. mocha shows it as a test of
 * its own, which is gone when the hook is mended.
 */
function observe(runner, { begin, end, broken }) {
  const told = new Set();
  // A test that has passed may still fail in a hook behind it.
  let passed;
  const tell = (test, status, error) => {
    if (told.has(test)) return;
    told.add(test);
    end(test, status, error);
  };
  const settle = () => {
    if (passed !== undefined) tell(passed, 'passed');
    passed = undefined;
  };
  runner.on('test', (test) => {
    settle();
    begin(test);
  });
  runner.on('pass', (test) => {
    settle();
    passed = test;
  });
  runner.on('pending', (test) => {
    settle();
    tell(test, 'skipped');
  });
  runner.on('fail', (test, error) => {
    const status = error?.code === 'ERR_MOCHA_TIMEOUT' ? 'timed-out' : undefined;
    if (test.type !== 'hook') {
      settle();
      tell(test, status ?? 'failed', error);
      return;
    }
    const behind = /^"after all"/.test(test.title);
    const current = test.ctx?.currentTest;
    if (/ each" hook/.test(test.title) && current !== undefined) {
      passed = undefined;
      tell(current, status ?? 'error', error);
    }
    settle();
    if (behind) broken(error);
    else test.parent?.eachTest((one) => tell(one, one.isPending() ? 'skipped' : (status ?? 'error'), error));
  });
  runner.on('suite end', settle);
  runner.on('end', settle);
}

module.exports = { observe };
