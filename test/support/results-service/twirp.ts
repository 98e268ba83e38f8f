import { signedUrl } from './blobs.ts';
import { type Answer, bodyOf, type Exchange, json, runOf, type StandIn } from './http.ts';
import { type Artifact, digestOf, type Run } from './state.ts';

interface Call {
  readonly standIn: StandIn;
  readonly run: Run;
  readonly job: string;
  readonly body: Record<string, unknown>;
}

type Method = (call: Call) => { status?: number; value: unknown };

const methods: Readonly<Record<string, Method>> = {
  'ArtifactService/CreateArtifact': createArtifact,
  'ArtifactService/FinalizeArtifact': finalizeArtifact,
  'ArtifactService/ListArtifacts': listArtifacts,
  'ArtifactService/GetSignedArtifactURL': signArtifact,
  'ArtifactService/DeleteArtifact': deleteArtifact,
  'CacheService/CreateCacheEntry': createCache,
  'CacheService/FinalizeCacheEntryUpload': finalizeCache,
  'CacheService/GetCacheEntryDownloadURL': findCache,
};

/** The results service: artifacts v4 and cache v2, in the JSON form of Twirp that the toolkit speaks. */
export function serveTwirp(standIn: StandIn, exchange: Exchange): Answer {
  const name = exchange.url.pathname.replace(/^\/twirp\/github\.actions\.results\.api\.v1\./, '');
  const method = methods[name];
  if (!method) return json(error('bad_route', `no method ${name}`), 404);
  const caller = runOf(exchange, standIn.state);
  if (!caller) return json(error('unauthenticated', 'the runtime token names no run'), 401);
  const { status, value } = method({ standIn, ...caller, body: bodyOf(exchange) });
  return json(value, status);
}

function error(code: string, msg: string): { code: string; msg: string } {
  return { code, msg };
}

function text(body: Record<string, unknown>, ...names: string[]): string | undefined {
  for (const name of names) if (typeof body[name] === 'string') return body[name];
  return undefined;
}

function createArtifact({ standIn, run, job, body }: Call) {
  if (!run.mayUpload) return { status: 403, value: error('permission_denied', 'the token may not create artifacts') };
  const name = text(body, 'name') ?? '';
  const expires = text(body, 'expires_at', 'expiresAt');
  const artifact = standIn.state.createArtifact(run, job, name, expires ? Date.parse(expires) : undefined);
  if (!artifact) {
    return {
      status: 409,
      value: error('already_exists', 'an artifact with this name already exists on the workflow run'),
    };
  }
  return { value: { ok: true, signed_upload_url: signedUrl(standIn, artifact.blob) } };
}

function finalizeArtifact({ standIn, run, body }: Call) {
  const artifact = standIn.state.unfinished(run, text(body, 'name') ?? '');
  const content = artifact?.blob.content;
  if (!artifact || !content) return { status: 404, value: error('not_found', 'nothing was uploaded') };
  const claimed = text(body, 'hash');
  if (claimed !== undefined && claimed !== digestOf(content)) {
    return { status: 400, value: error('invalid_argument', 'the hash is not that of the upload') };
  }
  artifact.finalized = true;
  artifact.size = content.length;
  artifact.digest = digestOf(content);
  return { value: { ok: true, artifact_id: String(artifact.id) } };
}

function listArtifacts({ standIn, run, body }: Call) {
  const id = text(body, 'id_filter', 'idFilter');
  const found = standIn.state
    .ofRun(run, text(body, 'name_filter', 'nameFilter'))
    .filter((one) => id === undefined || String(one.id) === id);
  return { value: { artifacts: found.map(describe) } };
}

function describe(artifact: Artifact) {
  return {
    workflow_run_backend_id:
      artifact.run.attempt === 1 ? artifact.run.id : `${artifact.run.id}-${artifact.run.attempt}`,
    workflow_job_run_backend_id: artifact.job,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: new Date(artifact.createdAt).toISOString(),
    ...(artifact.digest ? { digest: artifact.digest } : {}),
  };
}

function signArtifact({ standIn, run, body }: Call) {
  const [artifact] = standIn.state.ofRun(run, text(body, 'name') ?? '');
  if (!artifact) return { status: 404, value: error('not_found', 'no such artifact in this run') };
  return { value: { signed_url: signedUrl(standIn, artifact.blob) } };
}

function deleteArtifact({ standIn, run, body }: Call) {
  const [artifact] = standIn.state.ofRun(run, text(body, 'name') ?? '');
  if (!artifact) return { status: 404, value: error('not_found', 'no such artifact in this run') };
  standIn.state.deleteArtifact(artifact.id);
  return { value: { ok: true, artifact_id: String(artifact.id) } };
}

function createCache({ standIn, run, body }: Call) {
  if (!run.mayCache) return { value: { ok: false, message: 'cache write denied: the token is read-only' } };
  const entry = standIn.state.createCache(run, text(body, 'key') ?? '', text(body, 'version') ?? '');
  if (!entry) return { status: 409, value: error('already_exists', 'cache entry with the same key already exists') };
  return { value: { ok: true, signed_upload_url: signedUrl(standIn, entry.blob) } };
}

function finalizeCache({ standIn, run, body }: Call) {
  const entry = standIn.state.caches.find(
    (one) => one.key === body.key && one.version === body.version && one.ref === run.ref && !one.finalized,
  );
  if (!entry?.blob.content) return { value: { ok: false, message: 'nothing was uploaded' } };
  entry.finalized = true;
  return { value: { ok: true, entry_id: String(entry.id) } };
}

function findCache({ standIn, run, body }: Call) {
  const restoreKeys = body.restore_keys ?? body.restoreKeys;
  const keys = [text(body, 'key') ?? '', ...(Array.isArray(restoreKeys) ? restoreKeys.map(String) : [])];
  const entry = standIn.state.findCache(run, keys, text(body, 'version') ?? '');
  if (!entry) return { value: { ok: false } };
  return { value: { ok: true, signed_download_url: signedUrl(standIn, entry.blob), matched_key: entry.key } };
}
