import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { type BoundedRun, plainEnv, runBounded } from './bounded-process.ts';
import type { MadeTask, Task, Verdict } from './core.ts';
import type { Options, Order } from './options.ts';
import type { CandidateRecord, RepairRecord } from './record.ts';

/** A task is repaired on this many cores. */
const cores = 2;
/** Milliseconds beyond its own time limit after which `hone fix` is killed. */
const patienceMs = 30_000;

const sources = new URL('../../src/main.ts', import.meta.url).href;

/** How to start `hone` as a process of its own, on two cores where the machine has more. */
export function honeCommand(bundle: string | undefined): string[] {
  const node = [process.execPath, '--no-warnings'];
  const entry =
    bundle === undefined
      ? ['--input-type=module', '-e', `import { cli } from '${sources}'; await cli(process.argv.slice(1));`, '--']
      : [join(resolve(bundle), 'hone.js')];
  const pinned = cpus().length > cores && existsSync('/usr/bin/taskset') ? ['taskset', '-c', `0-${cores - 1}`] : [];
  return [...pinned, ...node, ...entry];
}

/** Runs another command of `hone`. @throws Error when it does not end with 0 */
export async function runHone(bundle: string | undefined, args: readonly string[], cwd: string): Promise<string> {
  const run = await runBounded([...honeCommand(bundle), ...args], { cwd, timeoutMs: 60_000, env: plainEnv() });
  if (run.exitCode !== 0) throw new Error(`hone ${args.join(' ')}: ${run.stderr.slice(-500)}`);
  return run.stdout;
}

/** Called with a task and a patch; knows the hidden tests, which the repair never sees. */
export type Judge = (task: Task, patch: string) => Promise<Verdict>;

export interface Arm {
  readonly order: Order;
  /** Keep the store in the repository, to be taken out afterwards or because knowledge was put in. */
  readonly store: boolean;
  /** False: nothing that other repairs taught is used. */
  readonly learned?: boolean;
}

/** `hone fix` on a made task, and the judgement of what it proposes. */
export async function repair(made: MadeTask, arm: Arm, options: Options, judge: Judge): Promise<RepairRecord> {
  const args = [
    ...['fix', '--repo', made.dir, '--test', made.command, '--time-limit', String(options.timeLimit), '--json'],
    ...['--seed', String(options.seed)],
    ...(arm.order === 'random' ? ['--order', 'random'] : []),
    ...(arm.store ? [] : ['--no-store']),
    ...(arm.learned === false ? ['--no-learned'] : []),
    ...(options.candidates === undefined ? [] : ['--candidates', String(options.candidates)]),
  ];
  const run = await runBounded([...honeCommand(options.bundle), ...args], {
    cwd: made.dir,
    timeoutMs: options.timeLimit * 1000 + patienceMs,
    env: plainEnv(),
  });
  return recordOf(run, made.task, options.judgeAll, judge);
}

async function recordOf(run: BoundedRun, task: Task, judgeAll: boolean, judge: Judge): Promise<RepairRecord> {
  const ms = Math.round(run.durationMs);
  const report = reportOf(run);
  if (typeof report === 'string') return { ...failed, ms, reason: report, error: run.stderr.slice(-2000) };
  const proposed = report.status === 'fixed' || report.status === 'review' ? report.winner : undefined;
  const verdict = proposed && (await judge(task, proposed.patch));
  const candidates: CandidateRecord[] = [];
  for (const attempt of report.candidates) {
    const known = attempt.id === proposed?.id ? verdict : undefined;
    candidates.push({
      id: attempt.id,
      strategy: attempt.strategy,
      context: attempt.context,
      prior: attempt.prior,
      rank: attempt.rank,
      green: attempt.green,
      cluster: attempt.cluster,
      score: attempt.score.total,
      review: attempt.review.verdict,
      patch: attempt.patch,
      verdict: known ?? (judgeAll && attempt.green ? await judge(task, attempt.patch) : undefined),
    });
  }
  const { agreement, method, clusters } = report.consensus;
  return {
    status: report.status,
    reason: report.reason,
    verdict,
    ms,
    tried: report.tried,
    plausible: report.plausible,
    strategy: proposed?.strategy,
    agreement,
    method,
    clusters,
    candidates,
    notes: report.notes,
    error: undefined,
  };
}

const failed: RepairRecord = {
  status: 'failed',
  reason: '',
  verdict: undefined,
  ms: 0,
  tried: 0,
  plausible: 0,
  strategy: undefined,
  agreement: undefined,
  method: undefined,
  clusters: undefined,
  candidates: [],
  notes: [],
  error: undefined,
};

/** The parts of the report that are read here, as `hone fix --json` prints them. */
interface PrintedReport {
  readonly status: Exclude<RepairRecord['status'], 'failed'>;
  readonly reason: string;
  readonly winner?: PrintedAttempt;
  readonly candidates: readonly PrintedAttempt[];
  readonly consensus: { readonly agreement?: number; readonly method: string; readonly clusters: number };
  readonly tried: number;
  readonly plausible: number;
  readonly notes: readonly string[];
}

interface PrintedAttempt {
  readonly id: string;
  readonly strategy: string;
  readonly context: string;
  readonly prior: number;
  readonly rank?: number;
  readonly patch: string;
  readonly green: boolean;
  readonly cluster?: number;
  readonly score: { readonly total: number };
  readonly review: { readonly verdict: string };
}

/** Why there is no report, when there is none. */
function reportOf(run: BoundedRun): PrintedReport | string {
  if (run.timedOut) return 'killed: it did not end at its time limit';
  try {
    const parsed: unknown = JSON.parse(run.stdout);
    if (typeof parsed === 'object' && parsed !== null && 'status' in parsed && 'candidates' in parsed) {
      // Hone's own report: a field that is missing later on is a defect to be seen, not to be mended here.
      return withoutNulls(parsed) as unknown as PrintedReport;
    }
  } catch {
    // Told below, with the exit status.
  }
  return `no report, exit status ${run.exitCode ?? 'none'}`;
}

/** JSON has null where a report has undefined. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value === null ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)]));
}
