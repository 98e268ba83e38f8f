// Repeat driver of node-tap 16: each trial evaluates the files of wanted tests again, with a root test of its own for each.
// Modules under test stay loaded.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import frames from './frames.cjs';
import { answerImports } from './stand-in.mjs';
import { readPoints } from './tap-points.mjs';
import trials from './trials.cjs';

const { setTimeout: later, clearTimeout: never } = globalThis;
const require = createRequire(`${process.cwd()}/package.json`);
/** Properties of the root that are no methods of it. */
const plain = new Set(['Test', 'Spawn', 'Stdin', 'mocha', 'mochaGlobals', 'synonyms']);
const outside = 'assertions';
let current;
let fail;
let evaluations = 0;

process.env.TAP = '1';
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, (error) => fail?.(error));

await trials.serve(async ({ root, files, timeoutMs }, switches) => {
  const folder = dirname(require.resolve('tap/package.json'));
  const real = require(folder);
  if (typeof real.Test?.prototype?.sub !== 'function') throw new Error('tests of this node-tap cannot be repeated');
  if (files.some((file) => /\.[cm]?tsx?$/.test(file))) createRequire(join(folder, 'package.json'))('ts-node/register');
  answerWithCurrent(real, Object.keys(await import(pathToFileURL(join(folder, 'lib/tap.mjs')).href)));
  switches.evaluatedAgain(files.map((file) => join(root, file)));
  // What they import is loaded once, by a first look at each.
  for (const file of files) {
    const broken = await runFile(file, { wanted: new Set(), begin() {}, covered() {}, end() {} });
    if (broken !== undefined) throw broken;
  }
  return async (run) => {
    for (const file of files) {
      if (run.stopped) return;
      if (run.wanted === undefined || [...run.wanted].some((id) => id.startsWith(`${file}::`)))
        await runFile(file, run);
    }
  };

  /** @returns what the file threw while it was evaluated */
  async function runFile(file, run) {
    const counts = new Map();
    const idOf = (path) => {
      const id = `${file}::${path.join(' > ')}`;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts.get(id) === 1 ? id : `${id}#${counts.get(id)}`;
    };
    const isWanted = (path) => {
      if (run.wanted === undefined) return true;
      const id = `${file}::${path.join(' > ')}`;
      for (const one of run.wanted) {
        if (one === id || one.startsWith(`${id} > `) || one.startsWith(`${id}#`) || id.startsWith(`${one} > `))
          return true;
      }
      return false;
    };
    const test = new real.Test({ name: file });
    Object.assign(test, { t: test, default: test }, ...[...plain].map((name) => ({ [name]: real[name] })));
    let text = '';
    let thrown;
    const open = [];
    await new Promise((resolve) => {
      let timer;
      const finish = () => {
        never(timer);
        resolve();
      };
      const wait = () => {
        never(timer);
        timer = later(() => {
          for (const { id } of [...open].reverse()) run.end(id, 'timed-out', { message: 'the test did not end' });
          finish();
        }, timeoutMs);
      };
      fail = (error) => {
        const last = open.at(-1);
        if (last === undefined) thrown ??= error;
        else run.end(last.id, 'failed', frames.describe(error));
        finish();
      };
      test.on('data', (chunk) => {
        text += chunk;
      });
      test.on('end', finish);
      watch(test, []);
      current = test;
      wait();
      run.begin(`${file}::${outside}`);
      evaluate(join(root, file)).then(
        () => {
          if (!test.results && !test.ended) test.autoend(true);
        },
        (error) => {
          thrown = error;
          finish();
        },
      );

      /** Tells of the tests in a test, and passes over those that are not asked for. */
      function watch(around, path) {
        const usual = around.sub;
        around.sub = (Class, extra, caller) => {
          const name = [...path, nameOf(extra)];
          const skipped = extra.skip || extra.todo;
          if (skipped && isWanted(name)) run.end(idOf(name), 'skipped');
          const leftOut = run.stopped || !isWanted(name);
          return usual.call(around, Class, leftOut ? { ...extra, skip: true } : extra, caller);
        };
        around.on('subtestAdd', (inner) => {
          if (typeof inner.sub === 'function') watch(inner, [...path, nameOf(inner)]);
        });
        around.on('subtestStart', (inner) => {
          // What it has run so far is not what the one in it runs.
          run.covered(open.at(-1)?.id ?? `${file}::${outside}`);
          const id = idOf([...path, nameOf(inner)]);
          open.push({ inner, id });
          run.begin(id);
          wait();
        });
        around.on('subtestEnd', (inner) => {
          const at = open.findIndex((one) => one.inner === inner);
          if (at < 0) return;
          const [{ id }] = open.splice(at, 1);
          run.covered(id);
          const good = inner.results?.ok === true;
          run.end(id, good ? 'passed' : 'failed', good ? undefined : failureOf(inner));
          wait();
        });
      }
    });
    const point = readPoints(text).find(({ name }) => name.length === 1 && name[0] === outside);
    if (point !== undefined && thrown === undefined && isWanted([outside])) {
      const error = point.status === 'failed' ? { errorClass: 'AssertionError', message: point.message } : undefined;
      run.end(`${file}::${outside}`, point.status, error);
    }
    return thrown;
  }
});

function nameOf({ name }) {
  return String(name ?? '')
    .replace(/[\n\r\s\t]/g, ' ')
    .trim();
}

function failureOf({ results }) {
  const [first] = results?.failures ?? [];
  return { errorClass: 'AssertionError', message: String(first?.name ?? first?.tapError ?? 'failed') };
}

/** Modules of the new kind are kept by their address for ever, the others can be forgotten. */
async function evaluate(path) {
  if (isModule(path)) {
    evaluations += 1;
    await import(`${pathToFileURL(path).href}?hone=${evaluations}`);
  } else {
    delete require.cache[path];
    require(path);
  }
}

function isModule(path) {
  if (/\.[mc][jt]s$/.test(path)) return path.at(-3) === 'm';
  for (let at = dirname(path); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')))
      return JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')).type === 'module';
    if (dirname(at) === at) return false;
  }
}

/** From here on, who asks for tap gets the root test of the file that is being evaluated. */
function answerWithCurrent(real, names) {
  const get = (_, name) => {
    const value = Reflect.get(current, name);
    return typeof value === 'function' && !plain.has(name) ? value.bind(current) : value;
  };
  const standIn = new Proxy(real, { get });
  globalThis[Symbol.for('hone.tap')] = standIn;
  const source = [
    `const tap = globalThis[Symbol.for('hone.tap')];`,
    'export default tap;',
    ...names
      .filter((name) => name !== 'default')
      .map((name) =>
        plain.has(name)
          ? `export const ${name} = tap.${name};`
          : `export const ${name} = (...given) => tap.${name}(...given);`,
      ),
  ].join('\n');
  const url = `data:text/javascript,${encodeURIComponent(source)}`;
  answerImports(['tap', 'libtap'], standIn, url);
}
