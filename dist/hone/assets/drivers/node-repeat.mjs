// Repeat driver of node:test: files import a stand-in of the module, see node-tests.cjs.
import { join } from 'node:path';
import tests from './node-tests.cjs';
import { answerImports, loadFile } from './stand-in.mjs';
import trials from './trials.cjs';

const standIn = new URL('./node-test-module.mjs', import.meta.url).href;
globalThis[Symbol.for('hone.node-tests')] = tests.shim;

answerImports(['node:test'], tests.shim, standIn);

await trials.serve(async ({ root, files }) => {
  for (const file of files) {
    await tests.collect(file, () => loadFile(join(root, file)));
  }
  return tests.runAll;
});
