import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import { sha256 } from '../store/checksum.ts';
import {
  ArtifactGoneError,
  type ArtifactInfo,
  type ArtifactPage,
  type Artifacts,
  DamagedArtifactError,
  type Download,
  type Files,
  NameTakenError,
  NotPermittedError,
  RefusedArtifactError,
} from '../store/sync/index.ts';
import { readArchive } from './archive.ts';
import { openRest, type Rest, type RestOptions, statusOf } from './rest.ts';

const pageSize = 100;
const limits = { files: 256, bytes: 512 * 2 ** 20 };
const archiveBytes = 256 * 2 ** 20;

export interface ActionsArtifactsOptions extends RestOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** Folder for what is being uploaded; default the system's. */
  readonly temp?: string;
}

/**
 * Artifacts of a repository. Uploads go through the runner's own client (they need no permission), everything that reaches
 * other runs through REST (`actions: read`, for deletion `actions: write`).
 */
export class ActionsArtifacts implements Artifacts {
  private readonly options: ActionsArtifactsOptions;
  private readonly where: { readonly owner: string; readonly repo: string };
  private opened: Promise<Rest> | undefined;

  constructor(options: ActionsArtifactsOptions) {
    this.options = options;
    const [owner = '', repo = ''] = options.repository.split('/');
    this.where = { owner, repo };
  }

  async list(name: string, page: number): Promise<ArtifactPage> {
    const rest = await this.rest();
    const answer = await rest.request('GET /repos/{owner}/{repo}/actions/artifacts', {
      ...this.where,
      name,
      page,
      per_page: pageSize,
    });
    const listed: unknown = answer.data.artifacts;
    if (!Array.isArray(listed)) throw new Error('the list of artifacts is none');
    return { artifacts: listed.map(parseArtifact), more: listed.length === pageSize };
  }

  async download(artifact: ArtifactInfo): Promise<Download> {
    if (artifact.size > archiveBytes) {
      throw new RefusedArtifactError(`its ${artifact.size} bytes are more than the allowed ${archiveBytes}`);
    }
    const rest = await this.rest();
    let body: unknown;
    try {
      const answer = await rest.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
        ...this.where,
        artifact_id: Number(artifact.id),
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false },
      });
      body = answer.data;
    } catch (thrown) {
      const status = statusOf(thrown);
      if (status === 404 || status === 410) throw new ArtifactGoneError(`artifact ${artifact.id} is gone`);
      throw thrown;
    }
    const archive = await readAll(body as AsyncIterable<Uint8Array>, archiveBytes);
    const verified = artifact.digest !== undefined;
    if (verified && artifact.digest !== `sha256:${sha256(archive)}`) {
      throw new DamagedArtifactError('what arrived does not match the digest that GitHub keeps');
    }
    try {
      return { files: await readArchive(archive, limits), verified };
    } catch (thrown) {
      // Without a digest nobody can tell a bad upload from a bad download: the latter deserves another try.
      throw verified ? thrown : new DamagedArtifactError(messageOf(thrown));
    }
  }

  async upload(name: string, files: Files, retentionDays: number): Promise<{ id: string }> {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const folder = await mkdtemp(join(this.options.temp ?? tmpdir(), 'hone-upload-'));
    try {
      const paths: string[] = [];
      for (const [file, bytes] of files) {
        const path = join(folder, file);
        await writeFile(path, bytes);
        paths.push(path);
      }
      const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder, { retentionDays });
      if (id === undefined) throw new Error('the upload was not confirmed');
      return { id: String(id) };
    } catch (thrown) {
      const message = messageOf(thrown);
      if (message.includes('(409)')) throw new NameTakenError(message);
      throw thrown;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async delete(id: string): Promise<void> {
    const rest = await this.rest();
    try {
      await rest.request('DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', {
        ...this.where,
        artifact_id: Number(id),
      });
    } catch (thrown) {
      const status = statusOf(thrown);
      if (status === 404) return;
      throw status === 403 ? new NotPermittedError(messageOf(thrown)) : thrown;
    }
  }

  private rest(): Promise<Rest> {
    this.opened ??= openRest(this.options);
    return this.opened;
  }
}

async function readAll(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new DamagedArtifactError(`it is larger than the allowed ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseArtifact(value: unknown): ArtifactInfo {
  const artifact = record(value);
  const run = record(artifact.workflow_run);
  if (typeof artifact.id !== 'number' || typeof artifact.name !== 'string') {
    throw new Error('an artifact in the list has no id or name');
  }
  const { repository_id: own, head_repository_id: head } = run;
  return {
    id: String(artifact.id),
    name: artifact.name,
    size: Number(artifact.size_in_bytes ?? 0),
    createdAt: Date.parse(String(artifact.created_at)) || 0,
    expired: artifact.expired === true,
    runId: typeof run.id === 'number' ? String(run.id) : undefined,
    trusted: typeof own === 'number' && own === head,
    digest: typeof artifact.digest === 'string' ? artifact.digest : undefined,
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
