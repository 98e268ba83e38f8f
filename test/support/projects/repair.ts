import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { type FixReport, type FixRequest, fix } from '../../../src/fix/index.ts';
import { openRepository } from '../../../src/git/index.ts';
import { openLocalStore, type StoredEvent } from '../../../src/store/index.ts';
import type { TestRepository } from '../repository.ts';
import { type AcceptanceProject, contents, judge, make, type Verdict } from './project.ts';

export interface Repaired {
  readonly report: FixReport;
  readonly seconds: number;
  /** Of the winner; undefined without one. */
  readonly verdict: Verdict | undefined;
  /** What the repair recorded. */
  readonly events: readonly StoredEvent[];
  /** Paths whose bytes, or git's state, are not what they were. */
  readonly disturbed: readonly string[];
}

/** Repairs the project in a real sandbox, with an empty store outside of the repository. */
export async function repairProject(
  project: AcceptanceProject,
  overrides: Partial<FixRequest> = {},
): Promise<Repaired> {
  const subject = make(project);
  const repository = await openRepository(subject.dir);
  const home = mkdtempSync(join(tmpdir(), 'hone-store-'));
  const store = await openLocalStore(home, { repository: repository.name, clock: systemClock, log: silentLog });
  try {
    const before = stateOf(subject);
    const start = performance.now();
    const request: FixRequest = {
      testCommand: project.command,
      candidates: 3,
      timeLimitMs: project.timeLimit * 1000,
      isolation: 'namespaces',
      seed: 1,
      learned: true,
      order: 'ranked',
      ...overrides,
    };
    const recorder = store.recorder('fix');
    const report = await fix(request, { repository, events: store, recorder, clock: systemClock, log: silentLog });
    const seconds = (performance.now() - start) / 1000;
    const after = stateOf(subject);
    const paths = new Set([...before.keys(), ...after.keys()]);
    return {
      report,
      seconds,
      verdict: report.winner && judge(project, report.winner.patch),
      events: [...store.events()],
      disturbed: [...paths].filter((path) => before.get(path) !== after.get(path)),
    };
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function stateOf(repository: TestRepository): Map<string, string> {
  const git = (...args: string[]): string => repository.git(...args);
  return contents(repository)
    .set('git HEAD', git('rev-parse', 'HEAD'))
    .set('git refs', git('for-each-ref'))
    .set('git index', git('ls-files', '--stage'))
    .set('git stash and worktrees', git('stash', 'list') + git('worktree', 'list'));
}
