// Reporter of jest. It runs in the main process, tests in workers or in contexts of their own.
'use strict';

const frames = require('./frames.cjs');

const report = frames.openReport();
const statuses = { passed: 'passed', failed: 'failed' };

module.exports = class Reporter {
  onTestCaseStart(test, { ancestorTitles, title }) {
    report({ type: 'begin', file: test.path, name: [...ancestorTitles, title] });
  }

  onTestResult(test, { testResults, testExecError, failureMessage }) {
    if (testExecError) {
      const error = frames.describe(testExecError);
      report({ type: 'collection-error', file: test.path, ...error, message: error.message || failureMessage });
    }
    for (const { ancestorTitles, title, status, duration, failureMessages, failureDetails } of testResults) {
      const detail = failureDetails?.[0];
      const stack = failureMessages?.[0] ?? '';
      report({
        type: 'test',
        file: test.path,
        name: [...ancestorTitles, title],
        status: statuses[status] ?? 'skipped',
        ms: duration ?? undefined,
        ...(status === 'failed'
          ? { ...frames.describe(detail?.error ?? detail), message: stack.slice(0, 4000), stack }
          : {}),
      });
    }
  }

  onRunComplete() {
    report({ type: 'end' });
  }
};
