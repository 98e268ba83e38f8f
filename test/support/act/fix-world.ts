import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import type { ActRun } from './log.ts';
import { ActWorld, type RunOptions } from './world.ts';

/** The commit that our workflows pin actions/checkout to. */
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';

/**
 * A world for act with the rest of GitHub that a repair meets: branches, pull requests, and a checkout of any commit.
 * (act itself checks out only what it was started for, and the real action wants github.com.)
 */
export class FixWorld {
  readonly act: ActWorld;
  readonly api: GitHubApi;

  private constructor(act: ActWorld, api: GitHubApi) {
    this.act = act;
    this.api = api;
  }

  /** @param files of the caller's repository, which is red */
  static async create(binary: string, files: Readonly<Record<string, string>>): Promise<FixWorld> {
    const act = await ActWorld.create(binary);
    act.caller.commit({ message: 'feat: prices', files });
    act.caller.config('uploadpack.allowAnySHA1InWant', 'true');
    const folder = join(act.dir, 'checkout');
    mkdirSync(folder);
    writeFileSync(join(folder, 'action.yml'), checkoutOf(act.caller.dir));
    appendFileSync(join(act.dir, 'home/.config/act/actrc'), `--local-repository ${checkout}=${folder}\n`);
    const api = await startGitHubApi(act.caller.dir, { actions: act.service.origin });
    api.state.writers.set('stand-in', 'github-actions[bot]');
    return new FixWorld(act, api);
  }

  run(options: RunOptions): Promise<ActRun> {
    return this.act.run({ ...options, env: { GITHUB_API_URL: this.api.origin, ...options.env } });
  }

  async remove(): Promise<void> {
    await this.api.close();
    await this.act.remove();
  }
}

function checkoutOf(origin: string): string {
  return `
name: checkout
inputs:
  ref: { default: HEAD }
  persist-credentials: { default: 'true' }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        REF: \${{ inputs.ref }}
      run: |
        git init --quiet
        git fetch --quiet --depth=1 ${JSON.stringify(origin)} "$REF"
        git checkout --quiet --detach FETCH_HEAD
`;
}
