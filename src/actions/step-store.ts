import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { EventStore, type Recorder } from '../store/index.ts';
import {
  acceptRuns,
  type Carry,
  compactStore,
  decodeCarry,
  encodeCarry,
  type Note,
  type RestoredStore,
  restoreStore,
  type SyncDeps,
  saveSnapshot,
} from '../store/sync/index.ts';
import { defaultLimits } from '../store/sync/limits.ts';
import type { StepStore } from './action.ts';

/** Opens the services of this run that keep the store. Throws where the runner offers none. */
export type OpenServices = (token: string) => Promise<SyncDeps>;

export interface OpenedStore {
  readonly store: StepStore;
  /** What happened to it so far, for the summary. Warnings went to the log already. */
  readonly notes: readonly Note[];
  /** Saves a snapshot for later runs when this one met so many deltas that it is worth it, then frees the store. */
  close(): Promise<void>;
}

export interface StepStoreOptions {
  readonly token: string;
  readonly sweep: boolean;
  /** True: the run may not decide anything for later ones. */
  readonly fork: boolean;
  /** Of the step: what the post step needs of the restore is left there. */
  readonly folder: string;
  readonly recorder: Recorder;
  readonly log: Log;
}

/** Newest snapshot and every delta since. Never throws for what a service does: the store is then empty, and that is said. */
export async function openStepStore(openServices: OpenServices, options: StepStoreOptions): Promise<OpenedStore> {
  const { log, recorder, folder, sweep, fork } = options;
  const notes: Note[] = [];
  const tell = (told: readonly Note[]): void => {
    notes.push(...told);
    for (const { level, text } of told) level === 'warning' ? log.warn(text) : log.info(text);
  };
  let sync: SyncDeps;
  let restored: RestoredStore;
  try {
    sync = await openServices(options.token);
    restored = await restoreStore(sync, { sweep });
    if (!fork) writeFileSync(join(folder, carryFile), encodeCarry(restored.carry, defaultLimits));
  } catch (thrown) {
    const text = `The learning store of earlier runs cannot be read, this run goes on without it: ${messageOf(thrown)}`;
    tell([{ level: 'warning', text }]);
    return { store: unreachable(await EventStore.create(), tell), notes, close: async () => {} };
  }
  tell(restored.report.notes);
  const { store } = restored;
  return {
    notes,
    store: {
      project: (projection) => store.project(projection),
      events: (query) => store.events(query),
      count: () => store.count(),
      accept: (runIds) => acceptRuns(store, recorder, runIds).unknown,
      compact: async (retentionDays) => tell((await compactStore(sync, restored, { retentionDays })).notes),
    },
    async close() {
      if (restored.report.snapshotDue && !sweep && !fork) tell((await saveSnapshot(sync, restored)).notes);
      store.close();
    },
  };
}

/** The store of a step that keeps nothing. */
export async function emptyStepStore(): Promise<OpenedStore> {
  const store = await EventStore.create();
  return { store: unreachable(store, () => {}), notes: [], close: async () => store.close() };
}

function unreachable(store: EventStore, tell: (notes: readonly Note[]) => void): StepStore {
  return {
    project: (projection) => store.project(projection),
    events: (query) => store.events(query),
    count: () => store.count(),
    accept: (runIds) => runIds,
    compact: async () => tell([{ level: 'warning', text: 'No snapshot was published.' }]),
  };
}

const carryFile = 'carry.json';

/** What the main step's restore left for the commit; undefined where there was none. */
export function readCarry(folder: string): Carry | undefined {
  try {
    return decodeCarry(readFileSync(join(folder, carryFile), 'utf8'));
  } catch {
    return undefined;
  }
}
