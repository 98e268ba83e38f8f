import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bundle, root } from '../bundle.ts';
import { createRepository, type TestRepository } from '../repository.ts';
import { type ResultsService, startResultsService } from '../results-service/server.ts';
import { type ActRun, readActLog } from './log.ts';

export interface RunOptions {
  readonly event?: string;
  readonly payload?: unknown;
  /** File in `.github/workflows` of the caller. */
  readonly workflow: string;
  readonly runId: string;
  readonly attempt?: number;
  /** `stand-in`: cache v2 of the stand-in. `act`: the old protocol of act's own server. */
  readonly cache?: 'stand-in' | 'act';
  readonly env?: Readonly<Record<string, string>>;
}

export interface StartedRun {
  readonly process: ChildProcess;
  readonly done: Promise<ActRun>;
}

/**
 * A world for act: Hone as someone else would get it, a caller's repository, and the results service. Everything, act's
 * own configuration and caches too, is in one temporary folder.
 */
export class ActWorld {
  readonly dir: string;
  readonly caller: TestRepository;
  readonly service: ResultsService;
  private readonly act: string;
  private readonly hone: string;

  private constructor(act: string, dir: string, service: ResultsService) {
    this.act = act;
    this.dir = dir;
    this.service = service;
    this.hone = join(dir, 'hone');
    this.caller = createRepository();
    this.caller.git('remote', 'add', 'origin', 'https://github.com/octo/project.git');
  }

  static async create(act: string): Promise<ActWorld> {
    const dir = mkdtempSync(join(tmpdir(), 'hone-act-'));
    const world = new ActWorld(act, dir, await startResultsService());
    for (const part of ['actions', '.github', 'package.json'])
      cpSync(join(root, part), join(world.hone, part), { recursive: true });
    cpSync(await bundle(), join(world.hone, 'dist'), { recursive: true });
    mkdirSync(join(dir, 'home/.config/act'), { recursive: true });
    writeFileSync(join(dir, 'home/.config/act/actrc'), '-P ubuntu-latest=-self-hosted\n');
    return world;
  }

  run(options: RunOptions): Promise<ActRun> {
    return this.start(options).done;
  }

  start(options: RunOptions): StartedRun {
    const { event = 'push', payload = {}, workflow, runId, attempt = 1, cache = 'stand-in' } = options;
    const payloadPath = join(this.dir, `event-${runId}-${attempt}.json`);
    writeFileSync(payloadPath, JSON.stringify(payload));
    const {
      ACTIONS_CACHE_SERVICE_V2,
      GITHUB_TOKEN,
      GITHUB_SERVER_URL: _,
      ...services
    } = this.service.environment({ id: runId, attempt });
    const env = {
      ...services,
      ...(cache === 'stand-in' ? { ACTIONS_CACHE_SERVICE_V2 } : {}),
      GITHUB_RUN_ID: runId,
      GITHUB_RUN_ATTEMPT: String(attempt),
      ...options.env,
    };
    const home = join(this.dir, 'home');
    // Runs at the same time must not share act's folders for jobs, which are named by workflow and job alone.
    const cacheHome = join(home, `cache-${runId}-${attempt}`);
    const started = performance.now();
    const child = spawn(
      this.act,
      [
        event,
        ...['--json', '--action-offline-mode', '--use-gitignore=false'],
        ...['--eventpath', payloadPath, '--workflows', `.github/workflows/${workflow}`],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--local-repository', `owner/hone@v1=${this.hone}`],
        ...['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(this.dir, 'act-cache')],
        ...['--secret', `GITHUB_TOKEN=${GITHUB_TOKEN}`],
        ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ],
      {
        cwd: this.caller.dir,
        env: {
          PATH: [join(root, 'node_modules/node/bin'), process.env.PATH].join(delimiter),
          HOME: home,
          XDG_CACHE_HOME: cacheHome,
          TMPDIR: this.dir,
          GIT_CONFIG_NOSYSTEM: '1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const done = new Promise<ActRun>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ ...readActLog(output), status, milliseconds: performance.now() - started });
      });
    });
    return { process: child, done };
  }

  async remove(): Promise<void> {
    await this.service.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
