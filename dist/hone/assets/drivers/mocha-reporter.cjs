// Reporter of mocha. It shares its process with the tests.
'use strict';

const frames = require('./frames.cjs');

const report = frames.openReport();

function namesOf(test) {
  return test.titlePath();
}

module.exports = class Reporter {
  constructor(runner) {
    runner.on('test', (test) => report({ type: 'begin', file: test.file ?? '', name: namesOf(test) }));
    const send = (test, status, error) =>
      report({
        type: 'test',
        file: test.file ?? '',
        name: namesOf(test),
        status,
        ms: test.duration,
        ...(error === undefined ? {} : frames.describe(error)),
      });
    runner.on('pass', (test) => send(test, 'passed'));
    runner.on('fail', (test, error) => send(test, test.type === 'hook' ? 'error' : 'failed', error));
    runner.on('pending', (test) => send(test, 'skipped'));
    runner.on('end', () => report({ type: 'end' }));
  }
};
