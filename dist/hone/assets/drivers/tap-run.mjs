// Runs the test files of node-tap, each in a process of its own as its command does, and reports what they print.
// Arguments: those of the user's `tap`. HONE_FILES: only these.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import frames from './frames.cjs';
import { readPoints } from './tap-points.mjs';

const report = frames.openReport();
const longestOutput = 32 * 2 ** 20;
const limitMs = 30_000;
const extension = /\.(?:[cm]?js|jsx|[cm]?ts|tsx)$/;
const testFile = /(?:^|\/)(?:test|tests|spec|__tests__)\/.*$|(?:^|\/)(?:.*\.)?(?:test|tests|spec)\.[cm]?[jt]sx?$/;
const notTest = /(?:^|\/)(?:node_modules|fixtures|tap-snapshots|dist|coverage|\.[^/]*)(?:\/|$)|tap-testdir/;

const config = readConfig();
const require = createRequire(`${process.cwd()}/package.json`);
const wanted = process.env.HONE_FILES === undefined ? testFiles() : JSON.parse(process.env.HONE_FILES);
const queue = [...wanted];
await Promise.all(Array.from({ length: availableParallelism() }, work));
report({ type: 'end' });

async function work() {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) await runFile(file);
}

/** What `.taprc` or `package.json` says, as far as it is plain: `name: value` and lists of values. */
function readConfig() {
  if (existsSync('.taprc')) {
    const found = {};
    let name;
    for (const line of readFileSync('.taprc', 'utf8').split('\n')) {
      const item = /^\s+-\s*(.+?)\s*$/.exec(line);
      const field = /^([\w-]+):\s*(.*?)\s*$/.exec(line);
      if (field !== null) {
        [, name] = field;
        found[name] = field[2] === '' ? [] : unquoted(field[2]);
      } else if (item !== null && Array.isArray(found[name])) found[name].push(unquoted(item[1]));
    }
    return found;
  }
  try {
    return JSON.parse(readFileSync('package.json', 'utf8')).tap ?? {};
  } catch {
    return {};
  }
}

function unquoted(text) {
  return text.replace(/^(['"])(.*)\1$/, '$2');
}

function list(value) {
  return value === undefined ? [] : [value].flat().map(String);
}

/** Named by the command, by the configuration, or by tap's own rule. */
function testFiles() {
  const words = process.argv
    .slice(2)
    .filter((word) => !word.startsWith('-') && existsSync(word.replace(/[*{].*$/, '') || '.'));
  const named = words.filter((word) => word !== 'run' || existsSync(word));
  const patterns = named.length > 0 ? named : [...list(config.files), ...list(config.include)];
  const excluded = list(config.exclude);
  const all = [...walk('.')].filter((file) => !excluded.some((pattern) => matches(file, pattern)));
  if (patterns.length === 0) return all.filter((file) => testFile.test(file));
  return all.filter((file) => patterns.some((pattern) => matches(file, pattern)));
}

/** By name, by folder, or by a pattern. */
function matches(file, given) {
  const pattern = given.replace(/^\.\//, '').replace(/\/$/, '');
  if (file === pattern || file.startsWith(`${pattern}/`)) return true;
  const source = pattern.replace(/\*\*\/|\*\*|\{[^{}]*\}|[\s\S]/g, (piece) => {
    if (piece === '**/') return '(?:.*/)?';
    if (piece === '**') return '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?') return '[^/]';
    const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return piece.length > 1 ? `(?:${piece.slice(1, -1).split(',').map(literal).join('|')})` : literal(piece);
  });
  return new RegExp(`^${source}$`).test(file);
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (notTest.test(path)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && extension.test(path)) yield path;
  }
}

/** What the command of tap preloads: loaders of TypeScript, and of modules that tests replace. */
function preloads(file) {
  const found = [];
  const fromTap = createRequire(resolved(require, 'tap') ?? `${process.cwd()}/package.json`);
  const mock = resolved(fromTap, '@tapjs/mock/import');
  if (mock !== undefined) found.push('--import', pathToFileURL(mock).href);
  if (/\.[cm]?tsx?$/.test(file)) {
    const inner = createRequire(resolved(fromTap, '@tapjs/typescript') ?? `${process.cwd()}/package.json`);
    const loader = resolved(inner, 'tsimp/import') ?? resolved(require, 'tsx');
    const old = resolved(fromTap, 'ts-node/register');
    if (loader !== undefined) found.push('--import', pathToFileURL(loader).href);
    else if (old !== undefined) found.push('--require', old);
  }
  return [...found, ...list(config['node-arg'])];
}

function resolved(from, name) {
  try {
    return from.resolve(name);
  } catch {
    return undefined;
  }
}

function runFile(file) {
  return new Promise((done) => {
    report({ type: 'begin', file, name: [file] });
    const child = spawn(process.execPath, [...preloads(file), file], {
      env: { ...process.env, TAP: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let errors = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.stdout.on('data', (chunk) => {
      if (printed.length < longestOutput) printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-16_384);
    });
    child.on('error', (error) => {
      errors += error.message;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      tell(file, printed, errors, late ? 'late' : code);
      done();
    });
  });
}

function tell(file, printed, errors, code) {
  const points = readPoints(printed);
  for (const { name, status, message, stack, ms } of points) {
    const at = stack.map((frame) => ({ ...frame, file: relative(process.cwd(), resolve(frame.file)) }));
    const errorClass = status === 'failed' ? 'AssertionError' : undefined;
    report({ type: 'test', file, name, status, message, errorClass, frames: at, ms });
  }
  // What ended the process is not always said in its report.
  if (code !== 0 && !points.some(({ status }) => status === 'failed')) {
    const said = (errors || printed).slice(-4000);
    const message =
      code === 'late'
        ? `the file did not end within ${limitMs} ms`
        : (said
            .trim()
            .split('\n')
            .find((line) => /Error|not ok/.test(line)) ?? `ended with status ${code}`);
    report({ type: 'collection-error', file, message, errorClass: /^\w*Error\b/.exec(message)?.[0], stack: said });
  }
  report({ type: 'test', kind: 'test', file, name: [file], status: 'passed' });
}
