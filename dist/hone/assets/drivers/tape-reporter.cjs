// Preloaded by the command of tape, whose own report goes on. It shares its process with the tests.
'use strict';

const frames = require('./frames.cjs');
const { declaringFile, watch, watchDeclarations } = require('./tape-tests.cjs');

const report = frames.openReport();
const root = process.env.HONE_ROOT;
const open = new Map();
let begun = 0;
let running;
let thrown;

watchDeclarations((Test, given) => {
  const test = new Test(...given);
  const file = declaringFile(root);
  open.set(test, file);
  let inner = 0;
  watch(test, {
    begin(path) {
      begun += 1;
      inner += 1;
      running = { test, path };
      report({ type: 'begin', file, name: path });
    },
    end(path, status, error) {
      inner -= 1;
      if (inner <= 0) open.delete(test);
      report({ type: 'test', file, name: path, status, ...error });
    },
  });
  return test;
});

process.on('uncaughtExceptionMonitor', (error) => {
  thrown = frames.describe(error);
});
process.once('exit', () => {
  if (begun === 0 && thrown !== undefined) report({ type: 'collection-error', ...thrown });
  // A test that throws ends all; without an error, one that nothing will ever end is the last that began.
  if (running !== undefined && open.has(running.test)) {
    const error = thrown ?? { message: 'the test did not end', errorClass: 'Error', stack: '' };
    report({ type: 'test', file: open.get(running.test), name: running.path, status: 'failed', ...error });
    open.delete(running.test);
  }
  for (const [test, file] of open) {
    report({ type: 'test', file, name: [test.name], status: 'error', message: 'an earlier test ended the run' });
  }
  report({ type: 'end' });
});
