/**
 * Adds up vitest's JSON reports and prints one line that any CI can read.
 *
 *   node scripts/test-summary.ts REPORT.json ...
 */
import { existsSync, readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    // Tests that were killed leave no report.
    process.stdout.write(`${path}: no report\n`);
    total.failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  total.passed += report.numPassedTests;
  // A file that does not load has no failed test, but is a failure.
  total.failed += report.numFailedTests || report.numFailedTestSuites;
  total.skipped += report.numPendingTests;
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
