import { z } from 'zod';
import { UsageError } from '../../base/errors.ts';
import type { FixReport } from '../types.ts';

// The report of another job comes from where code of the repository ran: it is data of a stranger until checked.

const known = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const text = z.string().max(200_000);
const count = z.number().int().nonnegative();
// Sums of parts may pass the whole by a rounding error.
const share = z
  .number()
  .min(0)
  .max(1 + 1e-9);
const line = z.object({ file: text, line: count });

const score = z.object({
  total: z
    .number()
    .min(0)
    .max(100 + 1e-6),
  coverage: known(share),
  tests: share,
  quality: share,
  speed: share,
});

const review = z.object({
  verdict: z.enum(['accept', 'reject']),
  findings: z.array(
    line.extend({
      rule: text,
      severity: z.enum(['low', 'medium', 'high', 'critical']),
      category: z.enum(['overfitting', 'security', 'bug', 'performance', 'style']),
      message: text,
    }),
  ),
});

const attempt = line.extend({
  id: text,
  strategy: text,
  context: text,
  function: known(text),
  prior: z.number(),
  rank: z.number(),
  patch: z.string().max(4_000_000),
  texts: z.record(z.string(), z.string()).default({}),
  tests: z.object({ passed: count, total: count }),
  green: z.boolean(),
  reasons: z.array(text),
  durationMs: z.number(),
  coverage: known(share),
  review,
  score,
  cluster: known(count),
});

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

const failing = z.object({
  id: text,
  file: text,
  status: z.enum(['passed', 'failed', 'skipped', 'error', 'timed-out']),
  message: known(text),
  errorClass: known(text),
  stack: z.array(line.extend({ function: known(text) })),
});

const errorClass = z.enum([
  ...(['assertion', 'type', 'syntax', 'import', 'name', 'value'] as const),
  ...(['timeout', 'memory', 'network', 'filesystem', 'crash', 'other'] as const),
]);

const lesson = z.object({
  errorClass,
  file: text,
  function: known(text),
  signature: text,
  avoid: z.array(text),
  suggestion: text,
  occurrences: count,
});

const fixReport = z.object({
  status: z.enum(['fixed', 'review', 'unfixed', 'nothing-to-fix']),
  reason: text,
  commit: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  uncommitted: count,
  testCommand: text,
  isolation: z.enum(['namespaces', 'process']),
  baseline: z.object({
    framework,
    tests: count,
    failing: z.array(failing),
    flaky: z.array(text),
    left: known(z.array(text)),
    durationMs: z.number(),
  }),
  suspicions: z.array(line.extend({ score: share, reasons: z.array(text) })),
  winner: known(attempt),
  candidates: z.array(attempt),
  consensus: z.object({
    agreement: known(share),
    method: z.enum(['behaviour', 'text', 'single', 'none']),
    inputs: count,
    clusters: count,
    textAgreement: known(share),
  }),
  lessons: z.array(lesson),
  tried: count,
  plausible: count,
  durationMs: z.number(),
  notes: z.array(text),
});

/** The report that another job wrote as JSON. @throws UsageError when it is none */
export function readReport(json: unknown): FixReport {
  const parsed = fixReport.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`this is no report of a repair: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return parsed.data;
}
