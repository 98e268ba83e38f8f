/**
 * A process of its own that writes to the store of a directory.
 *
 *   node writer.ts DIRECTORY NAME EVENTS [SAVES]     prints a line after each event is recorded and each save has ended
 */
import { systemClock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { eventKind, openLocalStore } from '../../../src/store/index.ts';

const note = eventKind<{ writer: string; n: number }>('note');
const [root = '', writer = '', events = '0', saves = '1'] = process.argv.slice(2);
const store = await openLocalStore(root, { repository: 'octo/repo', clock: systemClock, log: silentLog });
const recorder = store.recorder('write');
for (let n = 0; n < Number(events); n++) {
  recorder.record(note, { writer, n });
  process.stdout.write(`recorded ${n}\n`);
  if ((n + 1) % Math.ceil(Number(events) / Number(saves)) === 0) {
    await store.save();
    process.stdout.write(`saved ${n}\n`);
  }
}
await store.save();
await store.close();
