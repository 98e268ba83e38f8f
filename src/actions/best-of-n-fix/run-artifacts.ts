import { CannotRunError, messageOf } from '../../base/errors.ts';
import { ActionsArtifacts, statusOf } from '../../github/index.ts';
import { type ArtifactInfo, NameTakenError } from '../../store/sync/services.ts';
import type { Runner } from '../runner.ts';

const pages = 5;
const tries = 6;
const retryMs = 2_000;

/** Files that the jobs of one run hand to each other as artifacts. */
export class RunArtifacts {
  private readonly artifacts: ActionsArtifacts;
  private readonly runId: string;
  private readonly sleep: (milliseconds: number) => Promise<void>;

  constructor(runner: Runner, token: string, sleep = wait) {
    const { stream, apiUrl, temp } = runner;
    this.artifacts = new ActionsArtifacts({ token, apiUrl, repository: stream.repository, temp });
    this.runId = stream.runId;
    this.sleep = sleep;
  }

  /** @throws CannotRunError when they cannot be uploaded */
  async put(name: string, files: Readonly<Record<string, string>>, retentionDays: number): Promise<void> {
    const bytes = new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)]));
    try {
      await this.artifacts.upload(name, bytes, retentionDays);
    } catch (thrown) {
      if (thrown instanceof NameTakenError) {
        throw new CannotRunError(`this run has an artifact ${name} already: set input "artifact" to another name`);
      }
      throw new CannotRunError(`artifact ${name} could not be uploaded: ${messageOf(thrown)}`);
    }
  }

  /**
   * A file of the newest artifact of this run with that name. Lists show an artifact late at times: missing ones are
   * asked for again, for about ten seconds.
   *
   * @returns undefined when there is none
   * @throws CannotRunError when artifacts cannot be read
   */
  async get(name: string, file: string): Promise<string | undefined> {
    try {
      for (let attempt = 1; ; attempt += 1) {
        const found = await this.find(name);
        if (found !== undefined) {
          const bytes = (await this.artifacts.download(found)).files.get(file);
          return bytes === undefined ? undefined : Buffer.from(bytes).toString();
        }
        if (attempt === tries) return undefined;
        await this.sleep(retryMs);
      }
    } catch (thrown) {
      const status = statusOf(thrown);
      const advice = status === 403 || status === 404 ? '; the token needs `actions: read`' : '';
      throw new CannotRunError(`artifact ${name} of this run cannot be read: ${messageOf(thrown)}${advice}`);
    }
  }

  private async find(name: string): Promise<ArtifactInfo | undefined> {
    for (let page = 1; page <= pages; page += 1) {
      const { artifacts, more } = await this.artifacts.list(name, page);
      const found = artifacts.find((artifact) => artifact.runId === this.runId && !artifact.expired);
      if (found !== undefined || !more) return found;
    }
    return undefined;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
