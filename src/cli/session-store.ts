import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRunError, messageOf } from '../base/errors.ts';
import type { Repository } from '../git/index.ts';
import {
  EventStore,
  entryAt,
  type LocalStore,
  openLocalStore,
  type Recorder,
  type StoredEvent,
} from '../store/index.ts';
import type { Context } from './context.ts';

export function storePath(repository: Repository): string {
  return join(repository.root, '.hone', 'store.db');
}

/** What a session needs of a store: the local one has it, and so has one that keeps nothing. */
export type SessionStore = Pick<LocalStore, 'project' | 'events' | 'recorder' | 'save' | 'close' | 'path'>;

export async function openSessionStore(repository: Repository, keep: boolean, context: Context): Promise<SessionStore> {
  const { clock, log } = context;
  if (keep) return openLocalStore(repository.root, { repository: repository.name, clock, log });
  return openMemoryStore(repository, context);
}

/** Reads what is there and keeps nothing. */
async function openMemoryStore(repository: Repository, { clock, log }: Context): Promise<SessionStore> {
  const store = await readStore(repository).catch((thrown: unknown) => {
    log.warn(`what earlier runs learned is left out: ${messageOf(thrown)}`);
    return EventStore.create();
  });
  const recorded: StoredEvent[] = [];
  const current = (): EventStore => {
    store.merge(recorded.splice(0));
    return store;
  };
  return {
    path: '',
    project: (projection) => current().project(projection),
    events: (query) => current().events(query),
    recorder(job): Recorder {
      let sequence = 0;
      return {
        record({ kind, version }, data) {
          const key = { repository: repository.name, runId: 'unkept', attempt: 1, job, sequence: sequence++ };
          // A copy of plain JSON, which is what a journal would have made of it.
          recorded.push({ key, at: clock.now(), kind, version, data: JSON.parse(JSON.stringify(data)) });
        },
      };
    },
    async save() {
      return { persisted: false, reason: 'asked not to', events: current().count(), bytes: 0 };
    },
    async close() {
      store.close();
    },
  };
}

async function readStore(repository: Repository): Promise<EventStore> {
  const path = storePath(repository);
  switch (entryAt(path)) {
    case 'file':
      return EventStore.open(await readFile(path));
    case 'missing':
      return EventStore.create();
    case 'other':
      throw new CannotRunError(`${path} is not a file`);
  }
}
