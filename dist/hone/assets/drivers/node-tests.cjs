// Stands in for `node:test` in a repeat driver: collects tests while files load, and runs the chosen ones again and again.
'use strict';

const real = require('node:test');
const assert = require('node:assert');
const { describe: describeError } = require('./frames.cjs');

const { setTimeout: later, clearTimeout: never } = globalThis;
const now = performance.now.bind(performance);
const separator = ' > ';

function newSuite(name, parent, options = {}) {
  const hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  return { kind: 'suite', name, parent, options, children: [], hooks, loading: undefined };
}

const state = {
  file: '',
  root: newSuite('', undefined),
  suite: undefined,
  test: undefined,
  files: [],
  counts: new Map(),
};

function readArguments(args) {
  const rest = [...args];
  const name = typeof rest[0] === 'string' ? rest.shift() : undefined;
  const options = typeof rest[0] === 'object' && rest[0] !== null ? rest.shift() : {};
  const fn = typeof rest[0] === 'function' ? rest[0] : undefined;
  return { name: name ?? options.name ?? (fn?.name || '<anonymous>'), options, fn };
}

function numbered(counts, id) {
  const count = (counts.get(id) ?? 0) + 1;
  counts.set(id, count);
  return count === 1 ? id : `${id}#${count}`;
}

function pathOf(node) {
  const path = [];
  for (let at = node; at?.parent !== undefined; at = at.parent) path.unshift(at.name);
  return path;
}

function declareTest(args, extra) {
  const { name, options, fn } = readArguments(args);
  if (state.test !== undefined) return state.test.context.test(name, { ...options, ...extra }, fn);
  const parent = state.suite ?? state.root;
  const node = { kind: 'test', name, parent, options: { ...options, ...extra }, fn };
  node.id = numbered(state.counts, `${state.file}::${pathOf(node).join(separator)}`);
  parent.children.push(node);
  return Promise.resolve();
}

function declareSuite(args, extra) {
  const { name, options, fn } = readArguments(args);
  const parent = state.suite ?? state.root;
  const suite = newSuite(name, parent, { ...options, ...extra });
  parent.children.push(suite);
  if (fn === undefined || suite.options.skip) return Promise.resolve();
  const before = state.suite;
  state.suite = suite;
  try {
    const result = fn({ name, signal: new AbortController().signal });
    if (typeof result?.then === 'function') suite.loading = result;
  } finally {
    state.suite = before;
  }
  return Promise.resolve(suite.loading);
}

function declareHook(name) {
  return (fn, options = {}) => {
    const owner = state.test?.context ?? state.suite ?? state.root;
    (owner.hooks ?? owner)[name].push?.({ fn, options }) ?? owner[name](fn, options);
  };
}

function withVariants(declare) {
  const face = (...args) => declare(args, {});
  for (const extra of ['skip', 'todo', 'only', 'expectFailure'])
    face[extra] = (...args) => declare(args, { [extra]: true });
  return face;
}

const test = withVariants(declareTest);
const suite = withVariants(declareSuite);
const shim = Object.assign(test, {
  test,
  it: withVariants(declareTest),
  suite,
  describe: withVariants(declareSuite),
  before: declareHook('before'),
  after: declareHook('after'),
  beforeEach: declareHook('beforeEach'),
  afterEach: declareHook('afterEach'),
  mock: real.mock,
  run: real.run,
  assert: real.assert,
  snapshot: real.snapshot,
  default: test,
});

/** Calls a test function or hook: promise, callback or plain, within its time. */
function call(fn, context, timeout) {
  return new Promise((resolve, reject) => {
    const timer =
      timeout === undefined || timeout === Infinity
        ? undefined
        : later(() => {
            reject(Object.assign(new Error(`the test did not end within ${timeout} ms`), { timedOut: true }));
          }, timeout);
    const done = (error) => {
      never(timer);
      if (error === undefined || error === null) resolve();
      else reject(error);
    };
    state.fail = (error) => {
      never(timer);
      reject(error);
    };
    try {
      if (fn.length >= 2) fn.call(context, context, done);
      else {
        const result = fn.call(context, context);
        if (typeof result?.then === 'function')
          result.then(
            () => done(),
            (error) => done(error ?? new Error(String(error))),
          );
        else done();
      }
    } catch (error) {
      never(timer);
      reject(error);
    }
  });
}

function newContext(node, run, inherited) {
  const hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  const controller = new AbortController();
  let planned;
  let seen = 0;
  const pending = [];
  let began = false;
  let queue = Promise.resolve();
  const context = {
    name: node.name,
    fullName: pathOf(node).join(separator),
    filePath: state.file,
    signal: controller.signal,
    hooks,
    diagnostic() {},
    runOnly() {},
    skip() {
      node.skipped = true;
    },
    todo() {
      node.skipped = true;
    },
    plan(count) {
      planned = count;
    },
    before: (fn) => hooks.before.push({ fn, options: {} }),
    after: (fn) => hooks.after.push({ fn, options: {} }),
    beforeEach: (fn) => hooks.beforeEach.push({ fn, options: {} }),
    afterEach: (fn) => hooks.afterEach.push({ fn, options: {} }),
    test(...args) {
      const { name, options, fn } = readArguments(args);
      seen += 1;
      const inner = { kind: 'test', name, parent: node, options, fn };
      inner.id = numbered(run.counts, `${run.file}::${pathOf(inner).join(separator)}`);
      const around = {
        beforeEach: [...inherited.beforeEach, ...hooks.beforeEach],
        afterEach: [...hooks.afterEach, ...inherited.afterEach],
      };
      queue = queue.then(async () => {
        if (!began) for (const { fn: hook } of hooks.before) await call(hook, context);
        began = true;
        const outer = state.test;
        const passed = await runTest(inner, run, around);
        state.test = outer;
        return passed;
      });
      const promise = queue;
      pending.push(promise);
      return promise.then(() => undefined);
    },
    waitFor: (condition, { interval = 50, timeout = 1000 } = {}) => {
      const deadline = now() + timeout;
      const attempt = async () => {
        try {
          return await condition();
        } catch (error) {
          if (now() > deadline) throw error;
          await new Promise((resolve) => later(resolve, interval));
          return attempt();
        }
      };
      return attempt();
    },
  };
  context.it = context.test;
  let tracker;
  Object.defineProperty(context, 'mock', {
    get: () => {
      tracker ??= new real.mock.constructor();
      return tracker;
    },
  });
  let counted;
  Object.defineProperty(context, 'assert', {
    get: () => {
      counted ??= Object.fromEntries(
        Object.entries(assert)
          .filter(([, value]) => typeof value === 'function')
          .map(([name, value]) => [
            name,
            (...args) => {
              seen += 1;
              return value(...args);
            },
          ]),
      );
      return counted;
    },
  });
  const finish = async () => {
    const results = await Promise.all(pending);
    const failed = results.filter((passed) => !passed).length;
    if (failed > 0)
      throw Object.assign(new Error(`${failed} subtest${failed > 1 ? 's' : ''} failed`), { name: 'string' });
    if (planned !== undefined && planned !== seen)
      throw new Error(`plan expected ${planned} assertions but received ${seen}`);
  };
  const dispose = () => {
    controller.abort();
    tracker?.reset();
  };
  return { context, hooks, finish, dispose };
}

/** Runs a test with the hooks around it. Resolves to whether it passed. */
async function runTest(node, run, around) {
  const { options, fn } = node;
  node.skipped = Boolean(options.skip) || Boolean(options.todo);
  if (options.skip || fn === undefined) {
    run.end(node.id, fn === undefined && !options.skip ? 'passed' : 'skipped');
    return true;
  }
  run.begin(node.id);
  const { context, hooks, finish, dispose } = newContext(node, run, around);
  let thrown;
  let failed = false;
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!failed) thrown = error;
      failed = true;
    }
  };
  await attempt(async () => {
    for (const hook of around.beforeEach) await call(hook.fn, context, hook.options.timeout ?? run.timeoutMs);
    state.test = { context };
    await call(fn, context, Math.min(options.timeout ?? Infinity, run.timeoutMs));
    await finish();
  });
  state.test = undefined;
  for (const hook of [...hooks.after, ...around.afterEach]) {
    await attempt(() => call(hook.fn, context, hook.options.timeout ?? run.timeoutMs));
  }
  dispose();
  run.covered(node.id);
  if (node.skipped) failed = false;
  const status = node.skipped ? 'skipped' : !failed ? 'passed' : thrown?.timedOut ? 'timed-out' : 'failed';
  run.end(node.id, status, failed ? describeError(thrown) : undefined);
  return !failed;
}

function isWanted(node, wanted) {
  if (wanted === undefined) return true;
  if (node.kind === 'suite') return node.children.some((child) => isWanted(child, wanted));
  if (wanted.has(node.id)) return true;
  for (const id of wanted) if (id.startsWith(`${node.id}${separator}`)) return true;
  return false;
}

async function runSuite(suite, run, inherited) {
  if (suite.options.skip || !isWanted(suite, run.wanted)) return;
  const around = {
    beforeEach: [...inherited.beforeEach, ...suite.hooks.beforeEach],
    afterEach: [...suite.hooks.afterEach, ...inherited.afterEach],
  };
  let broken;
  try {
    for (const hook of suite.hooks.before) await call(hook.fn, {}, run.timeoutMs);
  } catch (error) {
    broken = error;
  }
  for (const child of suite.children) {
    if (child.kind === 'suite') await runSuite(child, run, around);
    else if (isWanted(child, run.wanted)) {
      if (broken === undefined) await runTest(child, run, around);
      else run.end(child.id, 'failed', describeError(broken));
    }
    if (run.stopped) break;
  }
  for (const hook of suite.hooks.after) {
    try {
      await call(hook.fn, {}, run.timeoutMs);
    } catch (error) {
      broken ??= error;
    }
  }
  if (broken !== undefined && run.wanted?.has(`${run.file}::${pathOf(suite).join(separator)}`)) {
    run.end(`${run.file}::${pathOf(suite).join(separator)}`, 'error', describeError(broken));
  }
}

/** Loads a file with `load` and keeps the tests that it declares. */
async function collect(file, load) {
  Object.assign(state, { file, root: newSuite('', undefined), suite: undefined, test: undefined });
  const { root } = state;
  await load();
  const settle = async (suite) => {
    await suite.loading;
    for (const child of suite.children) if (child.kind === 'suite') await settle(child);
  };
  await settle(root);
  state.files.push({ file, root });
}

/** Runs the wanted tests of all files once. `run` is `{ wanted, timeoutMs, begin(id), end(id, status, error, ms) }`. */
async function runAll(run) {
  for (const { file, root } of state.files) {
    if (run.stopped) break;
    state.file = file;
    await runSuite(root, Object.assign(run, { file, counts: new Map() }), { beforeEach: [], afterEach: [] });
  }
}

process.on('uncaughtException', (error) => state.fail?.(error));
process.on('unhandledRejection', (error) => state.fail?.(error ?? new Error('unhandled rejection')));

module.exports = { shim, collect, runAll };
