// Repeat driver of ava: files import a stand-in that keeps what they declare; for each trial ava's own runner is told it
// anew, and runs the wanted tests one after the other.
import Module, { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { avaFolder } from './ava-package.mjs';
import frames from './frames.cjs';
import { answerImports, loadFile } from './stand-in.mjs';
import trials from './trials.cjs';

const { setTimeout: later, clearTimeout: never } = globalThis;
const standIn = new URL('./ava-test-module.mjs', import.meta.url).href;
const folder = avaFolder(process.cwd());
const load = (path) => import(pathToFileURL(join(folder, path)).href);
let fail;

await trials.serve(async ({ root, files, timeoutMs }) => {
  const { loadConfig } = await load('lib/load-config.js');
  const loaded = await loadConfig();
  const config = loaded.config ?? loaded;
  // It rewrites paths to what a build has made.
  if (config.typescript !== undefined) throw new Error('tests that ava finds compiled cannot be repeated');
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'test', ...config.environmentVariables });
  process.env.AVA_PATH = folder;
  const { set } = await load('lib/chalk.js');
  set({ level: 0 });
  const { default: Runner } = await load('lib/runner.js');
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, (error) => fail?.(error));

  const optionsOf = (path) => ({
    ...{ file: path, projectDir: config.projectDir ?? process.cwd(), serial: true, snapshotDir: config.snapshotDir },
    ...{ failWithoutAssertions: config.failWithoutAssertions, experiments: {}, match: [] },
  });
  /** By file: what it declares, as the names behind `test` and the arguments. */
  const declared = new Map();
  let current = '';
  const record = (chain, names) =>
    new Proxy(chain, {
      get(target, name) {
        const own = Reflect.get(target, name);
        if (name === 'meta') return { ...own, file: pathToFileURL(current).href };
        if (name === 'default') return own ?? record(chain, names);
        return typeof own === 'function' && name !== 'macro' ? record(own, [...names, name]) : own;
      },
      apply(_, __, given) {
        declared.get(current)?.push({ names, given });
      },
    });
  const test = record(new Runner(optionsOf(join(root, 'test.js'))).chain, []);
  globalThis[Symbol.for('hone.ava')] = test;
  answerImports(['ava'], test, standIn);
  await loadOptions(config);
  for (const file of files) {
    current = join(root, file);
    declared.set(current, []);
    await loadFile(current);
  }
  return async (run) => {
    for (const [path, declarations] of declared) {
      if (run.stopped) return;
      current = path;
      if (declarations.length > 0) await runFile(relative(root, path), declarations, run);
    }
  };

  async function runFile(file, declarations, run) {
    const idOf = (title) => `${file}::${title}`;
    const errors = new Map();
    await new Promise((resolve) => {
      class Repeated extends Runner {
        emit(event, data) {
          if (event === 'finish' || event === 'error') resolve();
          const [, title = data?.title] = / hook for (.*)$/s.exec(data?.title ?? '') ?? [];
          if (data?.type === 'test-failed' || data?.type === 'hook-failed') errors.set(title, failureOf(data.err));
          return super.emit(event, data);
        }

        async runTest(task, context) {
          if (run.stopped) return false;
          const id = idOf(task.title);
          run.begin(id);
          const outcome = await inTime(super.runTest(task, context));
          run.covered(id);
          if (outcome === true) run.end(id, 'passed');
          else if (outcome === false) run.end(id, 'failed', errors.get(task.title));
          else run.end(id, outcome.status, outcome.error);
          return outcome === true;
        }
      }
      const runner = new Repeated(optionsOf(join(root, file)));
      for (const { names, given } of declarations) names.reduce((chain, name) => chain[name], runner.chain)(...given);
      const tasks = [...runner.tasks.serial, ...runner.tasks.concurrent];
      // A test that a file says is to run alone is alone among those that are wanted.
      for (const { title, metadata } of tasks) metadata.selected &&= run.wanted?.has(idOf(title)) ?? true;
    });
  }

  /** What became of a test: true, false, or what ended it from outside. */
  function inTime(running) {
    return new Promise((resolve) => {
      const timer = later(
        () => resolve({ status: 'timed-out', error: { message: 'the test did not end' } }),
        timeoutMs,
      );
      fail = (error) => resolve({ status: 'failed', error: frames.describe(error) });
      running.then(resolve, fail).finally(() => never(timer));
    });
  }
});

function failureOf(err) {
  const error = err?.originalError ?? err ?? {};
  return {
    message: stripVTControlCharacters(String(error.message ?? err?.message ?? 'failed')),
    errorClass:
      err?.type === 'ava' || err?.avaAssertionError ? 'AssertionError' : String(err?.name ?? error.name ?? 'Error'),
  };
}

/** What the configuration has node and ava load before the tests. */
async function loadOptions({ nodeArguments = [], require: modules = [] }) {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const find = (name) => import.meta.resolve?.(name, pathToFileURL(`${process.cwd()}/package.json`)) ?? name;
  const words = nodeArguments.flatMap((word) => (/^--\w[\w-]*=/.test(word) ? word.split(/=(.*)/s, 2) : [word]));
  for (const [at, word] of words.entries()) {
    const name = words[at + 1];
    if (word === '--import') await import(place(name));
    else if (word === '--require' || word === '-r') createRequire(`${process.cwd()}/package.json`)(name);
    else if (word === '--loader' || word === '--experimental-loader') Module.register(place(name));
  }
  for (const entry of [modules].flat()) {
    const [name, ...given] = [entry].flat();
    const found = await import(place(name));
    const made = found.default?.default ?? found.default;
    if (typeof made === 'function') await made(...given);
  }

  function place(name) {
    if (/^[./]/.test(name)) return pathToFileURL(join(process.cwd(), name)).href;
    try {
      return pathToFileURL(resolve(name)).href;
    } catch {
      return find(name);
    }
  }
}
