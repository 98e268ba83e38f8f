// Repeat driver of jest: loads the test files one after the other, each in its own environment as the project has it,
// and keeps them all. What happens within a file is in jest-circus.cjs.
'use strict';

const trials = require('./trials.cjs');
const { host } = require('./jest-circus.cjs');
const jest = require('./jest-packages.cjs');

const Base = jest.load('jest-runner');
const files = [];
const all = {};
all.loaded = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }));

// Rejected before anyone waits for it when a file does not load at once.
all.loaded.catch(() => {});

void trials.serve(async ({ root }, { share }) => {
  Object.assign(host, { root, share });
  await all.loaded;
  return async (run) => {
    for (const file of files) {
      if (run.stopped) break;
      if (file.wants(run.wanted)) await file.run(run);
    }
  };
});

module.exports = class Runner extends Base {
  async runTests(tests, watcher, options) {
    this.on('test-file-failure', ([, error]) => all.reject(error));
    for (const test of tests) {
      const loaded = new Promise((resolve) => {
        host.loaded = (file) => {
          files.push(file);
          resolve();
        };
      });
      // Never ends: the file waits for trials.
      void super.runTests([test], watcher, { ...options, serial: true });
      await Promise.race([loaded, all.loaded]).catch(() => {});
    }
    all.resolve();
    await new Promise(() => {});
  }
};
