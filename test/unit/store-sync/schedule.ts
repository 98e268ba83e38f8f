import fc from 'fast-check';
import type { JsonObject } from '../../../src/base/json.ts';
import type { Recorder, StoredEvent } from '../../../src/store/event.ts';
import type { Projection } from '../../../src/store/projection.ts';
import { EventStore } from '../../../src/store/store.ts';
import {
  acceptRuns,
  commitEvents,
  compactStore,
  decodeCarry,
  encodeCarry,
  quarantinedStreams,
  restoreStore,
  type SyncDeps,
  saveSnapshot,
  streamAccepted,
} from '../../../src/store/sync/index.ts';
import { defaultLimits } from '../../../src/store/sync/limits.ts';
import { Turns } from './turns.ts';
import { type Actor, type Faults, World } from './world.ts';

export interface RunSpec {
  readonly learn: boolean;
  readonly fork: boolean;
  readonly readOnly: boolean;
  readonly branch: number;
  readonly events: number;
  /** Of an earlier run: another attempt, or another job of the same attempt. */
  readonly again: 'no' | 'attempt' | 'job';
  /** Turns of the others between the previous start and this one. */
  readonly gap: number;
  readonly snapshot: boolean;
  readonly acceptForks: boolean;
}

export interface Schedule {
  readonly seed: number;
  readonly pageSize: number;
  readonly runs: readonly RunSpec[];
}

const runSpec: fc.Arbitrary<RunSpec> = fc.record({
  learn: weighted(0.15),
  fork: weighted(0.15),
  readOnly: weighted(0.15),
  branch: fc.nat(3),
  events: fc.integer({ min: 1, max: 4 }),
  again: fc.constantFrom('no', 'no', 'no', 'no', 'attempt', 'job'),
  gap: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(400)),
  snapshot: weighted(0.1),
  acceptForks: weighted(0.3),
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.integer(),
  pageSize: fc.constantFrom(100, 100, 100, 7),
  runs: fc.array(runSpec, { minLength: 1, maxLength: 60, size: 'max' }),
});

function weighted(probability: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((value) => value < probability * 100);
}

export const manyFaults: Faults = { crash: 0.005, failure: 0.01, garble: 0.01, evict: 0.004, late: 0.3, rot: 0.004 };
const noFaults: Faults = { crash: 0, failure: 0, garble: 0, evict: 0, late: 0, rot: 0 };
const hour = 3_600_000;
const limits = { pendingBeforeSnapshot: 4, safetyAge: 6 * hour, carriedBytes: 4_000, carriedDeltaBytes: 1_500 };

/** Order matters to it, so that two stores that agree on it hold the same events in the same order. */
export const sequence: Projection<string[]> = {
  name: 'test.sequence',
  version: 1,
  kinds: ['test.fact'],
  commutative: false,
  initial: () => [],
  apply: (state, event) => [...state, keyOf(event)],
};

export function keyOf(event: StoredEvent): string {
  return `${streamOf(event)}/${event.key.sequence}`;
}

function streamOf({ key }: StoredEvent): string {
  return `${key.runId}/${key.attempt}/${key.job}`;
}

interface Committed {
  readonly event: StoredEvent;
  readonly fork: boolean;
  /** Its artifact. */
  readonly index: number;
}

export interface Outcome {
  readonly world: World;
  readonly committed: ReadonlyMap<string, Committed>;
  /** Runs of forks that some `learn` was told to accept. */
  readonly accepted: ReadonlySet<string>;
  readonly requests: number[];
  readonly reads: number;
  readonly crashed: number;
}

/** Plays a schedule over the project's own code, checks every read, and returns what was committed. */
export async function play(schedule: Schedule): Promise<Outcome> {
  const world = new World(schedule.seed, manyFaults, schedule.pageSize);
  const committed = new Map<string, Committed>();
  const accepted = new Set<string>();
  const requests: number[] = [];
  let reads = 0;
  let crashed = 0;

  const oneRun = async (
    spec: RunSpec,
    actor: Actor,
    job: string,
    pause: () => Promise<void>,
    alive: () => boolean,
  ): Promise<void> => {
    const deps: SyncDeps = { ...world.services(actor, pause), clock: world2clock(world), limits };
    const mustSee = visibleEvents(world, committed);
    const restored = await restoreStore(deps, { sweep: spec.learn });
    const { store, report } = restored;
    if (!alive()) return store.close();
    reads += 1;
    const { cache, list, download } = report.requests;
    requests.push(cache + list + download);
    const seen = new Set([...store.events({ kinds: ['test.fact'] })].map(keyOf));
    if (report.complete && schedule.pageSize === 100) {
      for (const key of mustSee) if (!seen.has(key)) throw new Error(`a read missed ${key}, which was there before it`);
    }
    for (const key of seen) {
      const one = committed.get(key);
      if (one?.fork && !accepted.has(one.event.key.runId)) throw new Error(`the fork's ${key} came in unaccepted`);
    }

    const own: StoredEvent[] = [];
    const key = { repository: 'acme/widgets', runId: actor.runId, attempt: actor.attempt, job };
    const recorder: Recorder = {
      record: (kind, data) =>
        own.push({
          key: { ...key, sequence: own.length },
          at: world.now,
          kind: kind.kind,
          version: kind.version,
          data: { ...data } as JsonObject,
        }),
    };
    for (let index = 0; index < spec.events; index += 1) {
      recorder.record({ kind: 'test.fact', version: 1 }, { index, text: 'x'.repeat(world.chance.below(120)) });
    }
    if (spec.learn && !actor.fork) {
      if (spec.acceptForks) {
        const waiting = quarantinedStreams(store).map((stream) => stream.runId);
        for (const runId of waiting) accepted.add(runId);
        acceptRuns(store, recorder, waiting);
      }
      await compactStore(deps, restored);
    } else if (report.snapshotDue || spec.snapshot) {
      await saveSnapshot(deps, restored);
    }
    store.close();
    const before = world.artifacts.length;
    const carry = decodeCarry(encodeCarry(restored.carry, defaultLimits));
    const remember = () => {
      for (let index = before; index < world.artifacts.length; index += 1) {
        const artifact = world.artifacts[index];
        if (artifact?.actor !== actor || !artifact.name.startsWith('hone-delta')) continue;
        for (const event of own) committed.set(keyOf(event), { event, fork: actor.fork, index });
      }
    };
    uploads.push({ actor, remember });
    await commitEvents(deps, own, actor.fork ? undefined : carry);
  };
  const uploads: { actor: Actor; remember: () => void }[] = [];

  const settle = () => {
    for (const { remember } of uploads) remember();
  };
  const turns = new Turns(
    world.chance,
    () => {
      settle();
      world.tick();
    },
    () => {
      const dies = world.chance.under(world.faults.crash);
      if (dies) crashed += 1;
      return dies;
    },
  );

  const actors: Actor[] = [];
  for (const [index, spec] of schedule.runs.entries()) {
    for (let turn = 0; turn < spec.gap && turns.active > 0; turn += 1) await turns.turn();
    if (turns.active === 0) world.now += world.chance.below(16) * hour;
    const earlier = spec.again === 'no' ? undefined : actors[world.chance.below(actors.length)];
    const actor = actorOf(spec, index, earlier);
    actors.push(actor);
    await turns.start((pause, alive) => oneRun(spec, actor, `job-${index}`, pause, alive));
    settle();
  }
  while (turns.active > 0) await turns.turn();
  settle();
  if (turns.failures.length > 0) throw turns.failures[0];
  return { world, committed, accepted, requests, reads, crashed };
}

function world2clock(world: World) {
  return { now: () => world.now };
}

function actorOf(spec: RunSpec, index: number, earlier: Actor | undefined): Actor {
  if (earlier) return spec.again === 'attempt' ? { ...earlier, attempt: earlier.attempt + 1 } : { ...earlier };
  const fork = spec.fork && !spec.learn;
  return {
    runId: String(100 + index),
    attempt: 1,
    fork,
    ref: spec.branch === 0 || spec.learn ? 'main' : `pull-${spec.branch}${fork ? '-fork' : ''}`,
    mayUpload: !(fork && spec.readOnly),
    mayCache: !spec.readOnly,
    mayDelete: spec.learn && !spec.readOnly,
  };
}

/** Keys of trusted events whose artifact is sound, and was visible or has since been deleted by a compaction. */
function visibleEvents(world: World, committed: ReadonlyMap<string, Committed>): string[] {
  const keys: string[] = [];
  for (const [key, { fork, index, event }] of committed) {
    const artifact = world.artifacts[index];
    if (!artifact || fork || event.kind !== 'test.fact' || artifact.damaged) continue;
    if (artifact.deleted || (world.visible(artifact) && reachable(artifact.name))) keys.push(key);
  }
  return keys;

  // Two empty slots in a row, of the second and later ones, hide the slots behind them until a sweep.
  function reachable(name: string): boolean {
    const used = (slot: number) =>
      world.artifacts.some((one) => one.name === `hone-delta-${slot}` && world.visible(one));
    const slot = Number(name.slice('hone-delta-'.length) || 1);
    for (let before = 2; before + 1 < slot; before += 1) if (!used(before) && !used(before + 1)) return false;
    return true;
  }
}

/** Lets everything become visible and switches all faults off: what is not found now is lost. */
export async function finalRead(outcome: Outcome, withCache: boolean): Promise<EventStore> {
  const { world } = outcome;
  world.faults = noFaults;
  world.steps += 1_000;
  const actor = actorOf({ learn: true } as RunSpec, 10_000, undefined);
  const services = world.services(actor, async () => {});
  const cache = withCache ? services.cache : undefined;
  const deps: SyncDeps = { artifacts: services.artifacts, cache, clock: world2clock(world), limits };
  const { store } = await restoreStore(deps, { sweep: true });
  return store;
}

/** What a store must and may hold in the end. Deltas that rotted before anybody read them are not asked for. */
export function expectation(outcome: Outcome): { must: StoredEvent[]; may: Set<string> } {
  const must: StoredEvent[] = [];
  const may = new Set<string>();
  const sound = [...outcome.committed.values()].filter(({ index }) => {
    const artifact = outcome.world.artifacts[index];
    return artifact?.finished && !artifact.damaged;
  });
  const decided = new Set(
    sound
      .filter(({ event }) => event.kind === streamAccepted.kind)
      .map(({ event: { data } }) => `${data.runId}/${data.attempt}/${data.job}`),
  );
  for (const { event, fork } of sound) {
    if (event.kind === 'test.fact' && (!fork || decided.has(streamOf(event)))) must.push(event);
  }
  for (const [key, { event, fork }] of outcome.committed) {
    if (!fork || outcome.accepted.has(event.key.runId)) may.add(key);
  }
  return { must, may };
}

/** The control arm: restore the cached store, append, save it again. */
export async function playNaively(schedule: Schedule, faults: Faults): Promise<{ committed: number; lost: number }> {
  const world = new World(schedule.seed, faults, schedule.pageSize);
  const committed = new Set<string>();
  const open = async (bytes: Uint8Array | undefined) => {
    try {
      return bytes ? await EventStore.open(bytes) : await EventStore.create();
    } catch {
      return EventStore.create();
    }
  };
  const turns = new Turns(
    world.chance,
    () => world.tick(),
    () => world.chance.under(world.faults.crash),
  );
  const failing = async <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);
  for (const [index, spec] of schedule.runs.entries()) {
    for (let turn = 0; turn < spec.gap && turns.active > 0; turn += 1) await turns.turn();
    const actor = { ...actorOf(spec, index, undefined), ref: 'main', mayCache: true };
    await turns.start(async (pause) => {
      const { cache } = world.services(actor, pause);
      const store = await open((await failing(cache.restore()))?.get('store.db'));
      const key = { repository: 'acme/widgets', runId: actor.runId, attempt: 1, job: `job-${index}` };
      const own: StoredEvent[] = Array.from({ length: spec.events }, (_, position) => {
        return {
          key: { ...key, sequence: position },
          at: world.now,
          kind: 'test.fact',
          version: 1,
          data: { position },
        };
      });
      store.merge(own);
      const before = world.caches.length;
      await failing(cache.save(new Map([['store.db', store.serialize()]])));
      store.close();
      if (world.caches.length >= before) for (const event of own) committed.add(keyOf(event));
    });
  }
  while (turns.active > 0) await turns.turn();
  if (turns.failures.length > 0) throw turns.failures[0];
  const last = await open(world.caches.at(-1)?.files.get('store.db'));
  const kept = new Set([...last.events()].map(keyOf));
  last.close();
  return { committed: committed.size, lost: [...committed].filter((key) => !kept.has(key)).length };
}
