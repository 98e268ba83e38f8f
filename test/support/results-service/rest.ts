import { signedUrl } from './blobs.ts';
import { type Answer, type Exchange, json, permissionOf, type StandIn } from './http.ts';
import { type Artifact, forkRepositoryId, repositoryId } from './state.ts';

/** The REST calls that reach the artifacts of other runs. */
export function serveRest(standIn: StandIn, exchange: Exchange): Answer {
  const [, , owner = '', repo = '', section, resource, id, last] = exchange.url.pathname.split('/');
  const permission = permissionOf(exchange, standIn.state);
  const base = `${standIn.origin}/repos/${owner}/${repo}`;
  if (section === undefined) {
    const full = { id: repositoryId, name: repo, full_name: `${owner}/${repo}`, default_branch: 'main', fork: false };
    return json(full);
  }
  if (section !== 'actions') return notFound();
  if (resource === 'runs' && id && last === 'artifacts') {
    return list(standIn, exchange, permission, base, (one) => one.run.id === id);
  }
  if (resource !== 'artifacts') return notFound();
  if (id === undefined) return list(standIn, exchange, permission, base, () => true);

  const artifact = standIn.state.artifact(Number(id));
  if (exchange.method === 'DELETE') {
    if (permission !== 'write') return denied(permission);
    return standIn.state.deleteArtifact(Number(id)) ? { status: 204 } : notFound();
  }
  if (permission === undefined || permission === 'none') return denied(permission);
  if (!artifact?.finalized) return notFound();
  if (!last) return json(describe(artifact, base));
  if (artifact.expiresAt < Date.now()) return json({ message: 'Artifact has expired' }, 410);
  return { status: 302, headers: { location: signedUrl(standIn, artifact.blob) } };
}

function list(
  standIn: StandIn,
  exchange: Exchange,
  permission: string | undefined,
  base: string,
  wanted: (artifact: Artifact) => boolean,
): Answer {
  if (permission === undefined || permission === 'none') return denied(permission);
  const query = exchange.url.searchParams;
  const perPage = Math.min(Number(query.get('per_page') ?? 30), 100);
  const page = Number(query.get('page') ?? 1);
  const visible = standIn.state
    .list(query.get('name') ?? undefined)
    .filter(wanted)
    .filter((one) => {
      if (one.hiddenFor === 0) return true;
      one.hiddenFor -= 1;
      return false;
    });
  const artifacts = visible.slice((page - 1) * perPage, page * perPage).map((one) => describe(one, base));
  return json({ total_count: visible.length, artifacts });
}

function describe(artifact: Artifact, base: string) {
  const url = `${base}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: `MDg6QXJ0aWZhY3Q${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expiresAt < Date.now(),
    created_at: new Date(artifact.createdAt).toISOString(),
    updated_at: new Date(artifact.createdAt).toISOString(),
    expires_at: new Date(artifact.expiresAt).toISOString(),
    digest: artifact.digest ?? null,
    workflow_run: {
      id: Number(artifact.run.id),
      repository_id: repositoryId,
      head_repository_id: artifact.run.fork ? forkRepositoryId : repositoryId,
      head_branch: artifact.run.ref.replace(/^refs\/heads\//, ''),
      head_sha: '0'.repeat(40),
    },
  };
}

function denied(permission: string | undefined): Answer {
  if (permission === undefined) return json({ message: 'Bad credentials' }, 401);
  return json({ message: 'Resource not accessible by integration' }, 403);
}

function notFound(): Answer {
  return json({ message: 'Not Found' }, 404);
}
