// Repeat driver of vitest: a runner in a worker thread that loads the files and then runs them again for each trial.
// Modules under test stay loaded; only the test files themselves are evaluated anew, as vitest would.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import frames from './frames.cjs';
import trials from './trials.cjs';

const require = createRequire(`${process.cwd()}/package.json`);
// Its entry for `require` only says that there is none.
const vitestPath = join(dirname(require.resolve('vitest/package.json')), 'dist/index.js');
const fromVitest = createRequire(vitestPath);
const load = (path) => import(/* @vite-ignore */ pathToFileURL(path).href);
const { startTests } = await load(fromVitest.resolve('@vitest/runner'));
const vitest = await load(vitestPath);
const Base = vitest.TestRunner ?? (await load(require.resolve('vitest/runners'))).VitestTestRunner;

const libraries = ['react', 'preact', 'vue', 'svelte', 'solid'].flatMap((name) =>
  installed(`@testing-library/${name}`),
);

const specs = [];
const loaded = {};
loaded.promise = new Promise((resolve) => {
  loaded.resolve = resolve;
});
let wanted;
const served = trials.serve((given, switches) => {
  const leftOut = new Set(JSON.parse(process.env.HONE_LEFT_OUT ?? '[]'));
  wanted = given.files.filter(
    (file) => !/[.-](?:test|spec)-d\.[cm]?[jt]s$/.test(file) && !leftOut.has(join(given.root, file)),
  );
  switches.evaluatedAgain(wanted.map((file) => join(given.root, file)));
  return loaded.promise.then((runner) => (run) => runAll(runner, given, run));
});

function forget(state, file) {
  const modules = state.evaluatedModules;
  const node = modules?.getModuleById(file);
  if (node) modules.invalidateModule(node);
  state.moduleCache?.delete(file);
}

function* testsOf(suite, path = []) {
  for (const task of suite.tasks) {
    if (task.type === 'suite') yield* testsOf(task, [...path, task.name]);
    else yield { task, name: [...path, task.name] };
  }
}

/**
 * Testing Library removes what a test has rendered in an `afterEach` of its own, which it declares when it is loaded: for
 * the first file only, as modules stay loaded.
 */
function cleanUp() {
  if (typeof globalThis.afterEach !== 'function' || process.env.RTL_SKIP_AUTO_CLEANUP) return;
  for (const path of libraries) require.cache[path]?.exports.cleanup?.();
}

function installed(name) {
  try {
    return [require.resolve(name)];
  } catch {
    return [];
  }
}

function holdsAny(file, wanted) {
  for (const id of wanted) if (id.startsWith(`${file}::`)) return true;
  return false;
}

const statuses = { pass: 'passed', fail: 'failed' };

async function runAll(runner, { root, timeoutMs }, run) {
  runner.config.testTimeout = timeoutMs;
  const ids = new Map();
  const inner = Object.create(runner, {
    importFile: {
      value(file, source) {
        if (source === 'collect') forget(runner.workerState, file);
        return runner.importFile(file, source);
      },
    },
    onCollected: {
      value(files) {
        const counts = new Map();
        for (const file of files) {
          for (const { task: test, name } of testsOf(file)) {
            const plain = `${relative(root, file.filepath)}::${name.join(' > ')}`;
            const count = (counts.get(plain) ?? 0) + 1;
            counts.set(plain, count);
            const id = count === 1 ? plain : `${plain}#${count}`;
            ids.set(test, id);
            if (run.wanted !== undefined && !run.wanted.has(id)) test.mode = 'skip';
          }
        }
      },
    },
    onBeforeTryTask: {
      value(test, ...rest) {
        if (ids.has(test)) run.begin(ids.get(test));
        return runner.onBeforeTryTask?.(test, ...rest);
      },
    },
    onAfterRunTask: {
      value(test) {
        cleanUp();
        if (ids.has(test)) run.covered(ids.get(test));
        return runner.onAfterRunTask?.(test);
      },
    },
    // The main process hears nothing of trials.
    onTaskUpdate: { value: () => undefined },
    onAfterRunFiles: { value: () => undefined },
  });
  // Each file is evaluated anew: those that are not asked for would cost the most.
  const asked = specs.filter((path) => run.wanted === undefined || holdsAny(relative(root, path), run.wanted));
  const files = await startTests(asked, inner);
  for (const file of files) {
    for (const error of file.result?.errors ?? []) run.end('', 'error', frames.describe(error));
  }
  for (const [test, id] of ids) {
    if (run.wanted !== undefined && !run.wanted.has(id)) continue;
    const { state, errors } = test.result ?? {};
    run.end(id, statuses[state] ?? 'skipped', errors?.[0] === undefined ? undefined : frames.describe(errors[0]));
  }
}

export default class Runner extends Base {
  loading = true;

  onCollected(files) {
    // Loading is not running: nothing runs before a trial asks for it.
    if (this.loading) for (const file of files) for (const { task: test } of testsOf(file)) test.mode = 'skip';
    return super.onCollected?.(files);
  }

  async onAfterRunFiles(files) {
    await super.onAfterRunFiles?.(files);
    specs.push(...files.map(({ filepath }) => filepath));
    if (specs.length < wanted.length) return;
    this.loading = false;
    loaded.resolve(this);
    await served;
  }
}
