// Repeat driver of tape: keeps what the files declare, and makes tests of it anew for each trial.
// Arguments: modules to load first.
'use strict';

const { createRequire } = require('node:module');
const { join, relative } = require('node:path');
const { pathToFileURL } = require('node:url');
const { describe } = require('./frames.cjs');
const { declaringFile, watch, watchDeclarations } = require('./tape-tests.cjs');
const trials = require('./trials.cjs');

const { setTimeout: later, clearTimeout: never, setImmediate: soon } = globalThis;
const declared = [];
const counts = new Map();
let root = '';
let fail;

process.on('uncaughtException', (error) => fail?.(error));
process.on('unhandledRejection', (error) => fail?.(error));
// What runs by itself, when all files are loaded, has nothing to do.
watchDeclarations((Test, given) => {
  const stub = new Test(...given, () => {});
  const file = relative(root, declaringFile(root));
  declared.push({ file, id: numbered(counts, `${file}::${stub.name}`), Test, given });
  stub._skip = true;
  return stub;
});

function numbered(known, plain) {
  const count = (known.get(plain) ?? 0) + 1;
  known.set(plain, count);
  return count === 1 ? plain : `${plain}#${count}`;
}

function isWanted(id, wanted) {
  if (wanted === undefined || wanted.has(id)) return true;
  // It holds one that is, or is another of the same name.
  for (const one of wanted) if (one.startsWith(`${id} > `) || one.startsWith(`${id}#`)) return true;
  return false;
}

function runOne({ file, id, Test, given }, run, inner) {
  return new Promise((resolve) => {
    const test = new Test(...given);
    const open = [];
    const timer = later(
      () => fail(Object.assign(new Error('the test did not end'), { timedOut: true })),
      run.timeoutMs,
    );
    let over = false;
    const finish = () => {
      never(timer);
      over = true;
      soon(resolve);
    };
    const idOf = (path) => (path.length === 1 ? id : numbered(inner, `${file}::${path.join(' > ')}`));
    const ids = new Map();
    fail = (error) => {
      if (over) return;
      const path = open.at(-1);
      const last = path === undefined ? id : ids.get(path);
      run.covered(last);
      run.end(last, error?.timedOut === true ? 'timed-out' : 'failed', describe(error));
      finish();
    };
    watch(test, {
      meet(one, path) {
        if (!isWanted(`${file}::${path.join(' > ')}`, run.wanted)) one._skip = true;
      },
      begin(path) {
        if (over) return;
        // What it has run so far is not what the one in it runs.
        if (open.length > 0) run.covered(ids.get(open.at(-1)));
        open.push(path);
        ids.set(path, idOf(path));
        run.begin(ids.get(path));
      },
      end(path, status, error) {
        if (over) return;
        open.splice(open.indexOf(path), 1);
        run.covered(ids.get(path));
        run.end(ids.get(path), status, error);
        if (path.length === 1) finish();
      },
    });
    try {
      test.run();
    } catch (error) {
      fail(error);
    }
  });
}

void trials.serve(async (task) => {
  ({ root } = task);
  const require = createRequire(`${process.cwd()}/package.json`);
  for (const name of process.argv.slice(2)) require(name);
  for (const file of task.files) await load(require, join(root, file));
  return async (run) => {
    const inner = new Map();
    for (const one of declared) {
      if (run.stopped) break;
      if (isWanted(one.id, run.wanted)) await runOne(one, run, inner);
    }
  };
});

async function load(require, path) {
  try {
    require(path);
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ESM' && !/Cannot use import statement/.test(error?.message)) throw error;
    await import(pathToFileURL(path).href);
  }
}
