/**
 * Merges a delta into a store as the first thing that a process does, as a restore in Actions does: nothing is compiled
 * or cached yet. Arguments: paths of the store and of the delta. Prints milliseconds, bytes to queryable.
 */
import { readFileSync } from 'node:fs';
import { EventStore } from '../src/store/index.ts';

const [storePath = '', deltaPath = ''] = process.argv.slice(2);
const delta = readFileSync(deltaPath);
const store = await EventStore.open(readFileSync(storePath), { checked: true });
const start = performance.now();
store.mergeDelta(delta);
const found = store.events({ kinds: ['run.finished'], newestFirst: true, limit: 1 }).next();
const taken = performance.now() - start;
if (found.done) throw new Error('the merged events cannot be queried');
console.info(taken);
