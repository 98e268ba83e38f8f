import { createHash } from 'node:crypto';
import {
  ArtifactGoneError,
  type ArtifactInfo,
  type Artifacts,
  DamagedArtifactError,
  type Files,
  NameTakenError,
  NotPermittedError,
  type SnapshotCache,
} from '../../../src/store/sync/index.ts';

/** Deterministic numbers (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  under(probability: number): boolean {
    return this.next() < probability;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

export interface Actor {
  readonly runId: string;
  readonly attempt: number;
  readonly fork: boolean;
  readonly ref: string;
  readonly mayUpload: boolean;
  readonly mayCache: boolean;
  readonly mayDelete: boolean;
}

interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  readonly actor: Actor;
  readonly createdAt: number;
  /** Step of the world from which lists show it. */
  readonly visibleFrom: number;
  readonly digest: string | undefined;
  files: Files;
  finished: boolean;
  deleted: boolean;
  damaged: boolean;
}

interface FakeEntry {
  readonly ref: string;
  files: Files;
}

export interface Faults {
  /** Probabilities, for each call or step. */
  readonly crash: number;
  readonly failure: number;
  readonly garble: number;
  readonly evict: number;
  readonly late: number;
  readonly rot: number;
}

/** GitHub as the protocol sees it: artifacts and caches in memory, every call a step at which things go wrong. */
export class World {
  now = Date.UTC(2026, 0, 1);
  steps = 0;
  readonly artifacts: FakeArtifact[] = [];
  readonly caches: FakeEntry[] = [];
  readonly chance: Chance;
  faults: Faults;
  pageSize: number;
  /** Milliseconds. */
  longestStep = 40_000;

  constructor(seed: number, faults: Faults, pageSize: number) {
    this.chance = new Chance(seed);
    this.faults = faults;
    this.pageSize = pageSize;
  }

  tick(): void {
    this.steps += 1;
    this.now += this.chance.below(this.longestStep);
    if (this.chance.under(this.faults.evict)) this.caches.splice(this.chance.below(this.caches.length + 1));
    if (this.chance.under(this.faults.rot)) this.rotSomething();
  }

  visible(artifact: FakeArtifact): boolean {
    return artifact.finished && !artifact.deleted && artifact.visibleFrom <= this.steps;
  }

  /** For good: any cached snapshot, a delta, or the newest snapshot artifact while an older one is sound. */
  private rotSomething(): void {
    const cached = this.caches[this.chance.below(this.caches.length + 1)];
    if (cached) {
      cached.files = garbled(cached.files, this.chance);
      return;
    }
    const living = this.artifacts.filter((one) => one.finished && !one.deleted);
    const stores = living.filter((one) => one.name === 'hone-store');
    const deltas = living.filter((one) => one.name !== 'hone-store');
    const mayRot = stores.length > 1 && !stores.some((one) => one.damaged) ? stores.slice(-1) : [];
    const victims = [...mayRot, ...deltas.slice(-3)];
    const victim = victims[this.chance.below(victims.length)];
    if (!victim || victim.damaged) return;
    victim.files = garbled(victim.files, this.chance);
    victim.damaged = true;
  }

  /** `pause` gives the turn to another run, and does not return when this one crashes. */
  services(actor: Actor, pause: () => Promise<void>): { cache: SnapshotCache; artifacts: Artifacts } {
    const call = async <T>(effect: () => T | Promise<T>): Promise<T> => {
      await pause();
      if (this.chance.under(this.faults.failure)) throw new Error('503 from the service');
      const result = await effect();
      await pause();
      return result;
    };
    return {
      cache: {
        restore: () => call(() => this.restoreCache(actor)),
        save: (files) => call(() => this.saveCache(actor, files)),
      },
      artifacts: {
        list: (name, page) => call(() => this.list(name, page)),
        download: (artifact) => call(() => this.download(artifact)),
        upload: (name, files) => call(() => this.upload(actor, name, files, pause)),
        delete: (id) => call(() => this.delete(actor, id)),
      },
    };
  }

  private restoreCache(actor: Actor): Files | undefined {
    for (const ref of [actor.ref, 'main']) {
      const entry = this.caches.findLast((one) => one.ref === ref);
      if (entry) return this.chance.under(this.faults.garble) ? garbled(entry.files, this.chance) : entry.files;
    }
    return undefined;
  }

  private saveCache(actor: Actor, files: Files): void {
    if (!actor.mayCache) throw new Error('saveCache answered -1');
    this.caches.push({ ref: actor.ref, files });
  }

  private list(name: string, page: number): { artifacts: ArtifactInfo[]; more: boolean } {
    const all = this.artifacts.filter((one) => one.name === name && this.visible(one)).reverse();
    const shown = all.slice((page - 1) * this.pageSize, page * this.pageSize);
    return { artifacts: shown.map(infoOf), more: shown.length === this.pageSize };
  }

  private download({ id }: ArtifactInfo): { files: Files; verified: boolean } {
    const artifact = this.artifacts.find((one) => String(one.id) === id);
    if (!artifact || artifact.deleted) throw new ArtifactGoneError(id);
    const files = this.chance.under(this.faults.garble) ? garbled(artifact.files, this.chance) : artifact.files;
    if (artifact.digest !== undefined && artifact.digest !== digestOf(files)) throw new DamagedArtifactError(id);
    return { files, verified: artifact.digest !== undefined };
  }

  private async upload(actor: Actor, name: string, files: Files, pause: () => Promise<void>): Promise<{ id: string }> {
    if (!actor.mayUpload) throw new NotPermittedError('403');
    const taken = this.artifacts.some(
      (one) =>
        one.name === name && one.actor.runId === actor.runId && one.actor.attempt === actor.attempt && !one.deleted,
    );
    if (taken) throw new NameTakenError(name);
    const artifact: FakeArtifact = {
      id: 9_000 + this.artifacts.length,
      name,
      actor,
      createdAt: this.now,
      visibleFrom: this.steps + (this.chance.under(this.faults.late) ? this.chance.below(80) : 0),
      digest: this.chance.under(0.8) ? digestOf(files) : undefined,
      files,
      finished: false,
      deleted: false,
      damaged: false,
    };
    this.artifacts.push(artifact);
    await pause();
    artifact.finished = true;
    return { id: String(artifact.id) };
  }

  private delete(actor: Actor, id: string): void {
    if (!actor.mayDelete) throw new NotPermittedError('403');
    const artifact = this.artifacts.find((one) => String(one.id) === id);
    if (artifact) artifact.deleted = true;
  }
}

function infoOf(artifact: FakeArtifact): ArtifactInfo {
  return {
    id: String(artifact.id),
    name: artifact.name,
    size: 1,
    createdAt: artifact.createdAt,
    expired: false,
    runId: artifact.actor.runId,
    trusted: !artifact.actor.fork,
    digest: artifact.digest,
  };
}

function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(name).update(bytes);
  return hash.digest('hex');
}

function garbled(files: Files, chance: Chance): Files {
  const names = [...files.keys()];
  const victim = names[chance.below(names.length)] ?? '';
  const changed = new Map(files);
  const bytes = new Uint8Array(files.get(victim) ?? []);
  if (chance.under(0.3)) changed.set(victim, bytes.slice(0, chance.below(bytes.length)));
  else {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    changed.set(victim, bytes);
  }
  return changed;
}
