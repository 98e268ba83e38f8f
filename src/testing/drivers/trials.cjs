// The conversation of a repeat driver with its parent, the same for every framework.
'use strict';

const frames = require('./frames.cjs');
const { install } = require('./switch.cjs');

const now = performance.now.bind(performance);

/**
 * Serves trials until stdin ends.
 *
 * First line: the key; second: the task `{ root, files, tests?, timeoutMs, coverage? }`; then `{ id, c, stopEarly }` per trial.
 * `open(task)` loads the tests and returns `runAll(run)`.
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
    runAll = await open(task);
  } catch (error) {
    report({ type: 'unloadable', ...frames.describe(error) });
    exit(1);
  }
  report({ type: 'ready', touched: switches.touched(), loaded: coverage?.end() });

  let limit = 5e6;
  async function trial({ id, c, stopEarly, tests }) {
    const verdicts = {};
    const errors = {};
    const run = {
      wanted: tests === undefined ? undefined : new Set(tests),
      timeoutMs: task.timeoutMs,
      begin(test) {
        if (coverage !== undefined) report({ type: 'running', test });
        coverage?.begin();
      },
      end(test, status, error, ms) {
        if (coverage !== undefined) report({ type: 'covered', test, status, ms, lines: coverage.end() });
        verdicts[test] = status;
        if (error !== undefined) errors[test] = { errorClass: error.errorClass, message: error.message.slice(0, 300) };
        if (stopEarly && status !== 'passed' && status !== 'skipped') run.stopped = true;
      },
    };
    switches.choose(c);
    switches.allow(limit);
    const started = now();
    try {
      await runAll(run);
    } catch (error) {
      errors[''] = frames.describe(error);
    }
    const ms = now() - started;
    // Variants may take many times the turns of the original, which may itself be what does not end.
    if (c === 0) limit = Math.min(5e6, Math.max(1e5, switches.turns() * 20));
    switches.choose(0);
    report({ type: 'trial', id, verdicts, errors, ms });
  }

  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += chunk;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const message = JSON.parse(text.slice(0, end));
      text = text.slice(end + 1);
      await trial({ ...message, tests: message.tests ?? task.tests });
    }
  }
  exit(0);
}

module.exports = { serve };
