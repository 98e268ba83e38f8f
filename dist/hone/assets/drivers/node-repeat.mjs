// Repeat driver of node:test: files import a stand-in of the module, see node-tests.cjs.
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import tests from './node-tests.cjs';
import trials from './trials.cjs';

const standIn = new URL('./node-test-module.mjs', import.meta.url).href;
globalThis[Symbol.for('hone.node-tests')] = tests.shim;

const usual = Module._load;
Module._load = function (request, ...rest) {
  return request === 'node:test' ? tests.shim : usual.call(this, request, ...rest);
};

function resolve(specifier, context, next) {
  return specifier === 'node:test' ? { url: standIn, shortCircuit: true } : next(specifier, context);
}

const { register, registerHooks } = Module;
if (registerHooks === undefined) {
  const hooks = `const standIn = ${JSON.stringify(standIn)}; export ${resolve.toString()}`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
} else {
  registerHooks({
    resolve: (specifier, context, next) =>
      isRequire(context) ? next(specifier, context) : resolve(specifier, context, next),
  });
}

function isRequire({ conditions }) {
  return conditions?.includes('require') ?? false;
}

/** What compiles TypeScript for `require` only is asked where the loader of modules knows nothing of it. */
async function load(path) {
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    if (error?.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    createRequire(path)(path);
  }
}

await trials.serve(async ({ root, files }) => {
  for (const file of files) {
    await tests.collect(file, () => load(join(root, file)));
  }
  return tests.runAll;
});
