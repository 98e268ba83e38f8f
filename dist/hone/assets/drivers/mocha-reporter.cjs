// Reporter of mocha. It shares its process with the tests.
'use strict';

const frames = require('./frames.cjs');
const { observe } = require('./mocha-verdicts.cjs');

const report = frames.openReport();
const wanted = process.env.HONE_FILES === undefined ? undefined : new Set(JSON.parse(process.env.HONE_FILES));

/** mocha has no option for it that also overrules the project's configuration. */
function prune(suite) {
  suite.tests = suite.tests.filter(isWanted);
  suite.suites = suite.suites.filter(isWanted);
}

function isWanted({ file }) {
  return file === undefined || wanted.has(file);
}

function place(test) {
  return { file: test.file ?? '', name: test.titlePath() };
}

let begun = false;
process.once('exit', () => {
  // mocha reads all files before it asks for a reporter, and leaves when one does not load.
  if (!begun) report({ type: 'collection-error', message: 'the test files could not be loaded' });
});

module.exports = class Reporter {
  constructor(runner) {
    begun = true;
    if (wanted !== undefined) prune(runner.suite);
    observe(runner, {
      begin: (test) => report({ type: 'begin', ...place(test) }),
      end(test, status, error) {
        const thrown = error === undefined ? {} : frames.describe(error);
        report({ type: 'test', ...place(test), status, ms: test.duration, ...thrown });
      },
      broken: (error) => report({ type: 'run-error', ...frames.describe(error) }),
    });
    runner.on('end', () => report({ type: 'end' }));
  }
};
