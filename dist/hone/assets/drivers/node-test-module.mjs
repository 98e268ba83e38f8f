// What `import ... from 'node:test'` gets in a repeat driver.
const shim = globalThis[Symbol.for('hone.node-tests')];

export default shim;
export const { test, it, suite, describe, before, after, beforeEach, afterEach, mock, run, assert, snapshot } = shim;
