import type { StoredEvent } from '../src/store/index.ts';

const RULES = [
  'js/eval',
  'js/floating-promise',
  'py/mutable-default',
  'py/bare-except',
  'sql/lock',
  'api/removed-export',
];
const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'];
const STRATEGIES = [
  'negate-condition',
  'off-by-one',
  'null-guard',
  'swap-arguments',
  'missing-await',
  'wrong-operator',
];

/** Small and seeded: the same events on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Shape {
  /** Events of one run; the last run may have fewer. */
  readonly perRun: number;
  /** Milliseconds since the epoch at which the first run starts. */
  readonly from: number;
  /** Through how many days the runs follow each other. */
  readonly days: number;
  readonly runs: number;
  /** Number of the first run, which makes its id. */
  readonly firstRun: number;
}

/** Findings, samples, attempts and decisions as the jobs of Hone record them, run after run. */
export function* realisticEvents({ perRun, from, days, runs, firstRun }: Shape): Generator<StoredEvent> {
  const pace = (days * 86_400_000) / runs;
  for (let run = firstRun; run < firstRun + runs; run++) {
    const random = generator(run + 1);
    let at = Math.floor(from + (run - firstRun) * pace);
    const runId = String(9_000_000_000 + run * 37);
    const sha = Array.from({ length: 5 }, () =>
      random(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    for (let sequence = 0; sequence < perRun; sequence++) {
      at += random(2000);
      const key = {
        repository: 'octo-org/octo-repo',
        runId,
        attempt: 1,
        job: 'hone / analyze (ubuntu-latest)',
        sequence,
      };
      yield { key, at, version: 1, ...payload(random, sha) };
    }
  }
}

function payload(random: (below: number) => number, sha: string): Pick<StoredEvent, 'kind' | 'data'> {
  const file = `packages/core-${random(12)}/src/feature-${random(40)}/handler-${random(6)}.ts`;
  const line = 1 + random(900);
  switch (random(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return {
        kind: 'analysis.finding',
        data: {
          rule: RULES[random(RULES.length)] ?? '',
          file,
          startLine: line,
          endLine: line + random(12),
          messageId: `finding-${random(80)}`,
          severity: SEVERITIES[random(SEVERITIES.length)] ?? '',
          confidence: random(101) / 100,
          fingerprint:
            random(2 ** 32)
              .toString(16)
              .padStart(8, '0') +
            random(2 ** 32)
              .toString(16)
              .padStart(8, '0'),
        },
      };
    case 4:
    case 5:
    case 6:
      return {
        kind: 'sla.sample',
        data: {
          sla: `delay-${random(20)}`,
          value: random(900_000) / 1000,
          threshold: 300,
          status: 'pass',
          latencyMs: random(400),
        },
      };
    case 7:
    case 8:
      return {
        kind: 'fix.attempt',
        data: {
          strategy: STRATEGIES[random(STRATEGIES.length)] ?? '',
          file,
          line,
          passed: random(4) === 0,
          durationMs: random(60_000),
          tests: { run: random(300), failed: random(5) },
          error: random(2) === 0 ? null : 'assertion',
        },
      };
    default:
      return {
        kind: 'run.finished',
        data: { commit: sha, outcome: 'success', durationMs: random(600_000), cost: random(900) / 1000 },
      };
  }
}
