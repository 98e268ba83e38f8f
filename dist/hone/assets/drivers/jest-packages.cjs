// Packages of the jest that runs, which the project need not depend on itself.
'use strict';

const { createRequire } = require('node:module');

let from = require.main?.filename ?? `${process.cwd()}/package.json`;
for (const step of ['jest', 'jest-cli', '@jest/core', 'jest-config']) {
  try {
    from = createRequire(from).resolve(step);
  } catch {
    // Not every way to start jest passes all of them.
  }
}
const required = createRequire(from);

module.exports = {
  resolve: required.resolve,
  load(name) {
    const loaded = required(name);
    return loaded?.__esModule ? loaded.default : loaded;
  },
};
