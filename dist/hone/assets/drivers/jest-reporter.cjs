// Reporter of jest. It runs in the main process, tests in workers or in contexts of their own.
'use strict';

const frames = require('./frames.cjs');
const { readFailure } = require('./jest-errors.cjs');

const report = frames.openReport();
const statuses = { passed: 'passed', failed: 'failed' };
// Built of a character: a control character in a regular expression looks like a mistake.
const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

module.exports = class Reporter {
  onTestCaseStart(test, { ancestorTitles, title }) {
    report({ type: 'begin', file: test.path, name: [...ancestorTitles, title] });
  }

  onTestResult(test, { testResults, testExecError, failureMessage }) {
    if (testExecError) {
      const error = frames.describe(testExecError);
      const text = (error.message || failureMessage || '').replace(colours, '');
      // Without a test the file was not loaded; with some it was, and something went wrong around them.
      const type = testResults.length === 0 ? 'collection-error' : 'run-error';
      report({ type, file: test.path, ...error, message: text.slice(0, 4000) });
    }
    for (const { ancestorTitles, title, status, duration, failureMessages } of testResults) {
      const stack = (failureMessages?.[0] ?? '').replace(colours, '').slice(0, 8000);
      report({
        type: 'test',
        file: test.path,
        name: [...ancestorTitles, title],
        status: statuses[status] ?? 'skipped',
        ms: duration ?? undefined,
        ...(status === 'failed' ? { ...readFailure(stack), stack } : {}),
      });
    }
  }

  onRunComplete() {
    report({ type: 'end' });
  }
};
