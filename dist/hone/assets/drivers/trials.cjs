// The conversation of a repeat driver with its parent, the same for every framework.
'use strict';

const { read } = require('node:fs');
const { StringDecoder } = require('node:string_decoder');
const frames = require('./frames.cjs');
const { install } = require('./switch.cjs');

const { setTimeout: later } = globalThis;
const now = performance.now.bind(performance);
/** Of a loop in one test of the original, at most. */
const originalTurns = 5e6;

/** Lines of stdin. Not by process.stdin, which in a worker thread is another stream, nor by one that a busy pipe ends. */
async function* readLines() {
  const buffer = Buffer.alloc(65536);
  const decoder = new StringDecoder('utf8');
  let text = '';
  for (;;) {
    const count = await new Promise((resolve, reject) => {
      read(0, buffer, 0, buffer.length, null, (error, size) => {
        if (error === null) resolve(size);
        else if (error.code === 'EAGAIN') later(() => resolve(-1), 1);
        else reject(error);
      });
    });
    if (count === 0) return;
    if (count < 0) continue;
    const lines = (text + decoder.write(buffer.subarray(0, count))).split('\n');
    text = lines.pop();
    yield* lines;
  }
}

/**
 * Serves trials until stdin ends.
 *
 * First line: the key; second: the task `{ root, files, tests?, timeoutMs, coverage? }`; then `{ id, c, stopEarly }` per trial.
 * `open(task, switches)` loads the tests and returns `runAll(run)`.
 */
async function serve(open) {
  const report = frames.openReport();
  const task = JSON.parse(frames.readLine());
  const switches = install();
  const exit = process.exit;
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ''}) was called`);
  };
  // Before anything is loaded: what is compiled without it has no block counts.
  const coverage = task.coverage ? require('./coverage.cjs').newCoverage(task.root) : undefined;
  coverage?.begin();
  let runAll;
  try {
    runAll = await open(task, switches);
  } catch (error) {
    report({ type: 'unloadable', ...frames.describe(error) });
    exit(1);
  }
  report({ type: 'ready', touched: switches.touched(), loaded: coverage?.end().lines });

  let limit = originalTurns;
  let most = 0;
  async function trial({ id, c, stopEarly, tests }) {
    const verdicts = {};
    const errors = {};
    const run = {
      wanted: tests === undefined ? undefined : new Set(tests),
      timeoutMs: task.timeoutMs,
      begin(test) {
        switches.next(task.timeoutMs);
        if (coverage === undefined) return;
        report({ type: 'running', test });
        // A look takes longer than most tests: what hooks ran in between counts for the test behind them.
        if (!run.measured) coverage.begin();
      },
      /** The test has run, its verdict may come later. */
      covered(test) {
        if (coverage === undefined) return;
        report({ type: 'covered', test, ...coverage.end() });
        run.measured = true;
      },
      end(test, status, error) {
        verdicts[test] = status;
        if (error !== undefined) errors[test] = { errorClass: error.errorClass, message: error.message.slice(0, 300) };
        if (stopEarly && status !== 'passed' && status !== 'skipped') run.stopped = true;
      },
    };
    switches.choose(c, c === 0 ? originalTurns : limit);
    const started = now();
    try {
      await runAll(run);
    } catch (error) {
      errors[''] = frames.describe(error);
    }
    const ms = now() - started;
    // Variants may take many times the turns of the original; where that does not end, of its tests that do.
    if (c === 0) {
      most = Math.max(most, switches.most());
      limit = Math.min(originalTurns, Math.max(1e5, most * 20));
    }
    switches.choose(0);
    report({ type: 'trial', id, verdicts, errors, ms });
  }

  for await (const line of readLines()) {
    const message = JSON.parse(line);
    await trial({ ...message, tests: message.tests ?? task.tests });
  }
  exit(0);
}

module.exports = { serve };
