// Watches tests of tape: where each was declared, and what becomes of it and of the tests in it.
'use strict';

const { describe } = require('./frames.cjs');

const { nextTick } = process;

/** Calls `declare(Test, arguments)` for each test at the top of a file, which returns it. */
function watchDeclarations(declare) {
  const Module = require('node:module');
  const load = Module._load;
  Module._load = function (request, parent, ...rest) {
    const found = load.call(this, request, parent, ...rest);
    if (request !== './lib/test' || !/[\\/]tape[\\/]index\.js$/.test(parent?.filename ?? '')) return found;
    function Declared(...given) {
      return declare(found, given);
    }
    Declared.prototype = found.prototype;
    return Object.assign(Declared, found);
  };
}

/**
 * Calls `begin(path)` and `end(path, status, error)` for a test and for those that it declares while it runs, and
 * before them `meet(test, path)` for these.
 */
function watch(test, observer, around = []) {
  const { begin, end } = observer;
  const path = [...around, test.name];
  let failure;
  test.on('prerun', () => begin(path));
  test.on('test', (inner) => {
    observer.meet?.(inner, [...path, inner.name]);
    watch(inner, observer, path);
  });
  test.on('result', (result) => {
    if (typeof result === 'string' || result.ok || result.todo || result.skip) return;
    failure ??= failureOf(result);
  });
  // That it planned more than there was is said behind its end.
  test.once('end', () => {
    nextTick(() => {
      if (failure !== undefined) end(path, 'failed', failure);
      else end(path, test._skip || test._todo ? 'skipped' : 'passed');
    });
  });
}

function failureOf({ name, operator, actual, expected, error }) {
  const described = describe(error);
  // What was thrown, where an error was not expected; else the error is only there for its stack.
  if (actual instanceof Error && expected === undefined) return describe(actual);
  const values = operator === 'fail' ? '' : `: ${show(actual)} ${operator} ${show(expected)}`;
  return { ...described, message: `${name}${values}`.slice(0, 4000), errorClass: 'AssertionError' };
}

function show(value) {
  try {
    return require('node:util').inspect(value, { depth: 3, breakLength: Number.POSITIVE_INFINITY }).slice(0, 500);
  } catch {
    return 'a value that cannot be shown';
  }
}

/** The outermost file of the project on the stack: while files load, the test file. */
function declaringFile(root) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 200;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  const files = [...stack.matchAll(/(?:file:\/\/)?(\/[^\s()]*?):\d+:\d+\)?$/gm)].map(([, file]) => file);
  return files.findLast((file) => file.startsWith(`${root}/`) && !file.includes('/node_modules/')) ?? '';
}

module.exports = { declaringFile, watch, watchDeclarations };
