const kinds = {
  '/ArtifactService/CreateArtifact': 'artifact.create',
  '/ArtifactService/FinalizeArtifact': 'artifact.finalize',
  '/ArtifactService/ListArtifacts': 'artifact.list',
  '/ArtifactService/GetSignedArtifactURL': 'artifact.sign',
  '/ArtifactService/DeleteArtifact': 'artifact.delete',
  '/CacheService/CreateCacheEntry': 'cache.create',
  '/CacheService/FinalizeCacheEntryUpload': 'cache.finalize',
  '/CacheService/GetCacheEntryDownloadURL': 'cache.find',
} as const;

/** What a request is for; the log counts them and faults choose among them. */
export type RequestKind =
  | (typeof kinds)[keyof typeof kinds]
  | 'blob.put'
  | 'blob.get'
  | 'rest.artifacts.list'
  | 'rest.artifacts.get'
  | 'rest.artifacts.download'
  | 'rest.artifacts.delete'
  | 'rest.other';

export function kindOf(method: string, path: string): RequestKind {
  if (path.startsWith('/blob/')) return method === 'PUT' ? 'blob.put' : 'blob.get';
  if (path.startsWith('/twirp/')) {
    const call = path.replace(/^.*\.v1\./, '/');
    return call in kinds ? kinds[call as keyof typeof kinds] : 'rest.other';
  }
  if (/\/artifacts\/\d+\/zip$/.test(path)) return 'rest.artifacts.download';
  if (/\/artifacts$/.test(path)) return 'rest.artifacts.list';
  if (/\/artifacts\/\d+$/.test(path)) return method === 'DELETE' ? 'rest.artifacts.delete' : 'rest.artifacts.get';
  return 'rest.other';
}

/** The next `times` requests of this kind, after `skip` good ones, are answered with this instead. */
export interface Fault {
  readonly kind: RequestKind;
  readonly times: number;
  readonly skip?: number;
  /** Undefined cuts the connection. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

export interface LoggedRequest {
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
}

export class Faults {
  private planned: { fault: Fault; skip: number; left: number }[] = [];

  add(fault: Fault): void {
    this.planned.push({ fault, skip: fault.skip ?? 0, left: fault.times });
  }

  clear(): void {
    this.planned = [];
  }

  next(kind: RequestKind): Fault | undefined {
    const plan = this.planned.find((one) => one.fault.kind === kind && one.left > 0);
    if (!plan) return undefined;
    if (plan.skip > 0) {
      plan.skip -= 1;
      return undefined;
    }
    plan.left -= 1;
    return plan.fault;
  }
}

export class RequestLog {
  private requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.requests.push(request);
  }

  clear(): void {
    this.requests = [];
  }

  all(): readonly LoggedRequest[] {
    return this.requests;
  }

  /** Requests whose kind starts with one of the prefixes; all of them without any. */
  count(...prefixes: string[]): number {
    if (prefixes.length === 0) return this.requests.length;
    return this.requests.filter((one) => prefixes.some((prefix) => one.kind.startsWith(prefix))).length;
  }

  /** Requests to GitHub's API and to the results service; bytes to and from blob storage are not among them. */
  api(): number {
    return this.count('artifact.', 'cache.', 'rest.');
  }
}
