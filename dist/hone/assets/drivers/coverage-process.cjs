// Preloaded into a process of tests: leaves behind which lines ran in it. HONE_LINES is the file to append to.
'use strict';

const { appendFileSync } = require('node:fs');
const { HONE_LINES: record, HONE_LINES_ROOT: root } = process.env;

if (record !== undefined && root !== undefined) {
  const coverage = require('./coverage.cjs').newCoverage(root);
  process.once('exit', () => {
    const covered = coverage.end();
    if (covered.scripts.length > 0) appendFileSync(record, `${JSON.stringify(covered)}\n`);
  });
}
