import { createHash, randomBytes } from 'node:crypto';

/** Permission of a GITHUB_TOKEN on `actions:`. */
export type Permission = 'none' | 'read' | 'write';

export interface Run {
  readonly id: string;
  readonly attempt: number;
  /** Started by a pull request from another repository. */
  readonly fork: boolean;
  /** Scope of the caches it saves. */
  readonly ref: string;
  /** False: the runtime token of the run may not upload artifacts. */
  readonly mayUpload: boolean;
  /** False: the runtime token was downgraded to read-only caches. */
  readonly mayCache: boolean;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: Run;
  readonly job: string;
  readonly blob: Blob;
  createdAt: number;
  expiresAt: number;
  size: number;
  digest: string | undefined;
  finalized: boolean;
  /** REST lists of its name that will not show it yet. */
  hiddenFor: number;
}

export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly blob: Blob;
  createdAt: number;
  finalized: boolean;
}

export interface Blob {
  readonly name: string;
  readonly signature: string;
  /** Milliseconds since the epoch; the URL is refused afterwards. */
  expiresAt: number;
  readonly blocks: Map<string, Buffer>;
  content: Buffer | undefined;
}

export const repositoryId = 1_000;
export const forkRepositoryId = 2_000;
const day = 86_400_000;

/** Everything the stand-in remembers. Ids grow, names are unique within one attempt of a run, as on GitHub. */
export class ResultsState {
  readonly defaultRef = 'refs/heads/main';
  readonly runs = new Map<string, Run>();
  readonly tokens = new Map<string, Permission>();
  readonly caches: CacheEntry[] = [];
  readonly blobs = new Map<string, Blob>();
  /** Permission of a token that nobody registered; undefined refuses it with 401. */
  unknownToken: Permission | undefined = 'write';
  /** For each new artifact: REST lists of its name before it shows up. */
  hideNewArtifactsFor = 0;
  urlLifetime = 3_600_000;
  private readonly artifacts = new Map<number, Artifact>();
  private readonly byName = new Map<string, Artifact[]>();
  private lastId = 1_000_000;

  /** Run and attempt of `RUN` or `RUN-ATTEMPT`, the backend id in a runtime token; made on first sight. */
  run(backendId: string): Run {
    const known = this.runs.get(backendId);
    if (known) return known;
    const [, id = backendId, attempt = '1'] = /^(.*?)(?:-(\d+))?$/.exec(backendId) ?? [];
    return this.addRun({ id, attempt: Number(attempt) });
  }

  addRun(run: Partial<Run> & { id: string }): Run {
    const full: Run = { attempt: 1, fork: false, ref: this.defaultRef, mayUpload: true, mayCache: true, ...run };
    this.runs.set(full.attempt === 1 ? full.id : `${full.id}-${full.attempt}`, full);
    return full;
  }

  createArtifact(run: Run, job: string, name: string, expiresAt: number | undefined): Artifact | undefined {
    const sameName = this.byName.get(name) ?? [];
    if (sameName.some((one) => one.run.id === run.id && one.run.attempt === run.attempt)) return undefined;
    this.lastId += 1;
    const artifact: Artifact = {
      id: this.lastId,
      name,
      run,
      job,
      blob: this.createBlob(`artifacts/${this.lastId}.zip`),
      createdAt: Date.now(),
      expiresAt: expiresAt ?? Date.now() + 90 * day,
      size: 0,
      digest: undefined,
      finalized: false,
      hiddenFor: this.hideNewArtifactsFor,
    };
    this.artifacts.set(artifact.id, artifact);
    sameName.push(artifact);
    this.byName.set(name, sameName);
    return artifact;
  }

  artifact(id: number): Artifact | undefined {
    return this.artifacts.get(id);
  }

  /** Finalized ones, newest first. */
  list(name?: string): Artifact[] {
    const all = name === undefined ? [...this.artifacts.values()] : (this.byName.get(name) ?? []);
    return all.filter((one) => one.finalized).reverse();
  }

  ofRun(run: Run, name?: string): Artifact[] {
    return this.list(name).filter((one) => one.run.id === run.id && one.run.attempt === run.attempt);
  }

  unfinished(run: Run, name: string): Artifact | undefined {
    return (this.byName.get(name) ?? []).find(
      (one) => !one.finalized && one.run.id === run.id && one.run.attempt === run.attempt,
    );
  }

  deleteArtifact(id: number): boolean {
    const artifact = this.artifacts.get(id);
    if (!artifact) return false;
    this.artifacts.delete(id);
    this.blobs.delete(artifact.blob.name);
    const rest = (this.byName.get(artifact.name) ?? []).filter((one) => one.id !== id);
    this.byName.set(artifact.name, rest);
    return true;
  }

  createBlob(name: string): Blob {
    const blob: Blob = {
      name,
      signature: randomBytes(12).toString('hex'),
      expiresAt: Date.now() + this.urlLifetime,
      blocks: new Map(),
      content: undefined,
    };
    this.blobs.set(name, blob);
    return blob;
  }

  createCache(run: Run, key: string, version: string): CacheEntry | undefined {
    if (this.caches.some((one) => one.key === key && one.version === version && one.ref === run.ref)) return undefined;
    this.lastId += 1;
    const blob = this.createBlob(`caches/${this.lastId}`);
    const entry: CacheEntry = {
      id: this.lastId,
      key,
      version,
      ref: run.ref,
      blob,
      createdAt: Date.now(),
      finalized: false,
    };
    this.caches.push(entry);
    return entry;
  }

  /** As GitHub looks: the run's own branch first, then the default branch; exact key, then newest of each prefix. */
  findCache(run: Run, keys: readonly string[], version: string): CacheEntry | undefined {
    for (const ref of new Set([run.ref, this.defaultRef])) {
      const readable = this.caches
        .filter((one) => one.finalized && one.ref === ref && one.version === version)
        .reverse();
      const exact = readable.find((one) => one.key === keys[0]);
      if (exact) return exact;
      for (const prefix of keys) {
        const match = readable.find((one) => one.key.startsWith(prefix));
        if (match) return match;
      }
    }
    return undefined;
  }

  evictCaches(): number {
    return this.caches.splice(0).length;
  }

  /** Artifacts of other workflows, so that nothing works by listing everything. */
  addUnrelatedArtifacts(count: number): void {
    const run = this.addRun({ id: '1' });
    for (let index = 0; index < count; index += 1) {
      const artifact = this.createArtifact(run, 'build', `coverage-${index}`, undefined);
      if (!artifact) continue;
      artifact.finalized = true;
      artifact.size = 1;
    }
  }
}

/** Flips one bit in the middle. */
export function damage(blob: Blob): void {
  if (!blob.content) throw new Error(`nothing was uploaded to ${blob.name}`);
  const changed = Buffer.from(blob.content);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 0x10;
  blob.content = changed;
}

export function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
