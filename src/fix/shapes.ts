import { z } from 'zod';
import { UsageError } from '../base/errors.ts';
import type { TestCommand, TestRun } from '../testing/index.ts';
import type { Confirmation } from './confirm.ts';
import type { Found } from './explore.ts';
import type { Baseline } from './types.ts';

// What one runner hands to another, as JSON. Files that come from elsewhere are checked before anything is believed.

const frame = z.object({ file: z.string(), line: z.number(), function: z.string().optional() });
const testStatus = z.enum(['passed', 'failed', 'skipped', 'error', 'timed-out']);
const framework = z.enum([
  'node',
  'vitest',
  'jest',
  'mocha',
  'tape',
  'ava',
  'pytest',
  'unittest',
  'go',
  'tap',
  'junit',
  'unknown',
]);

const repairPlan = z.object({
  version: z.literal(1),
  commit: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  command: z.object({
    text: z.string(),
    framework,
    argv: z.array(z.string()).min(1),
    env: z.record(z.string(), z.string()),
    cwd: z.string(),
    prelude: z.string().optional(),
    preludeMayFail: z.boolean().optional(),
    sourcesAreLoaded: z.boolean().optional(),
    junit: z.string().optional(),
    leftOut: z.array(z.string()).optional(),
  }),
  baseline: z.object({
    framework,
    tests: z.number(),
    failing: z.array(
      z.object({
        id: z.string(),
        file: z.string(),
        status: testStatus,
        message: z.string().optional(),
        errorClass: z.string().optional(),
        stack: z.array(frame),
      }),
    ),
    flaky: z.array(z.string()),
    failedBefore: z.array(z.string()).optional(),
    durationMs: z.number(),
  }),
  /** The run that a repair is held against. */
  run: z.object({
    exitCode: z.number(),
    authenticated: z.boolean(),
    tests: z.array(z.object({ id: z.string(), file: z.string(), status: testStatus })),
  }),
  suspicions: z.array(
    z.object({ file: z.string(), line: z.number(), score: z.number(), reasons: z.array(z.string()) }),
  ),
  /** Passing tests that the search keeps green, the likeliest to break first. */
  guards: z.array(z.string()),
  /** Files of the failing tests and the guards. */
  testFiles: z.array(z.string()),
  testTimeoutMs: z.number(),
  notes: z.array(z.string()),
});

const edit = z.object({ file: z.string(), start: z.number(), end: z.number(), text: z.string() });

const found = z.object({
  candidate: z.object({
    id: z.string(),
    template: z.string(),
    edits: z.array(edit),
    file: z.string(),
    line: z.number(),
    function: z.string().optional(),
    context: z.string(),
    prior: z.number(),
    learned: z.number().positive().optional(),
    parents: z.array(z.string()).optional(),
  }),
  rank: z.number(),
  texts: z.record(z.string(), z.string()),
  repaired: z.array(z.string()),
});

const confirmation = z.object({
  green: z.boolean(),
  reasons: z.array(z.string()),
  tests: z.object({ passed: z.number(), total: z.number() }),
  durationMs: z.number(),
  coverage: z.number().optional(),
});

const attemptShare = z.object({
  version: z.literal(1),
  commit: z.string(),
  index: z.number().int().nonnegative(),
  count: z.number().int().positive(),
  plausible: z.array(found),
  /** Where nothing is plausible: repairs of the same failing tests, which the others have nothing to do with. */
  partial: z.array(found),
  /** By candidate id: those that already got a sandbox of their own. */
  confirmed: z.record(z.string(), confirmation),
  tried: z.number(),
  outcomes: z.array(
    z.object({
      template: z.string(),
      context: z.string(),
      tried: z.number(),
      plausible: z.number(),
      partial: z.number(),
      belief: z.number().nonnegative(),
      errors: z.record(z.string(), z.number()),
    }),
  ),
  notes: z.array(z.string()),
});

/** What is known before candidates are tried. */
export interface RepairPlan extends Omit<z.infer<typeof repairPlan>, 'command' | 'baseline'> {
  readonly command: TestCommand;
  readonly baseline: Baseline;
}

/** What one runner found. */
export interface AttemptShare extends Omit<z.infer<typeof attemptShare>, 'plausible' | 'partial' | 'confirmed'> {
  readonly plausible: readonly Found[];
  readonly partial: readonly Found[];
  readonly confirmed: Readonly<Record<string, Confirmation>>;
}

/** @throws UsageError when it is no plan of a repair */
export function readPlan(json: unknown): RepairPlan {
  return read(repairPlan, json, 'plan of a repair') as RepairPlan;
}

/** @throws UsageError when it is no share of a repair */
export function readShare(json: unknown): AttemptShare {
  return read(attemptShare, json, 'share of a repair') as AttemptShare;
}

function read<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`this is no ${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** The run that repairs are held against, as it was planned. */
export function plannedRun({ run, baseline }: RepairPlan): TestRun {
  return {
    status: 'completed',
    exitCode: run.exitCode,
    complete: true,
    authenticated: run.authenticated,
    tests: run.tests.map((test) => ({
      ...test,
      name: [],
      durationMs: undefined,
      message: undefined,
      errorClass: undefined,
      stack: [],
    })),
    coverage: new Map(),
    rawTail: '',
    durationMs: baseline.durationMs,
  };
}
