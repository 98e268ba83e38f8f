import type { Attempt, FixReport } from '../../../src/fix/index.ts';

const patch = `diff --git a/src/pricing.js b/src/pricing.js
--- a/src/pricing.js
+++ b/src/pricing.js
@@ -20,7 +20,7 @@ export function discountFor(quantity) {
   for (const [from, share] of discounts) {
-    if (quantity > from) return share;
+    if (quantity >= from) return share;
   }
   return 0;
 }
`;

export function attempt(over: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a',
    strategy: 'comparison',
    context: 'javascript/binary_expression/if_statement/>/loop',
    file: 'src/pricing.js',
    line: 21,
    function: 'discountFor',
    prior: 0.4,
    rank: 7,
    patch,
    texts: { 'src/pricing.js': 'the whole text of the file' },
    tests: { passed: 18, total: 18 },
    green: true,
    reasons: [],
    durationMs: 800,
    coverage: 0.95,
    review: { verdict: 'accept', findings: [] },
    score: { total: 96.25, coverage: 0.95, tests: 1, quality: 0.92, speed: 0.98 },
    cluster: 0,
    ...over,
  };
}

export const failedAttempt: Attempt = attempt({
  id: 'b',
  strategy: 'constant',
  line: 16,
  tests: { passed: 17, total: 18 },
  green: false,
  reasons: ['test/pricing.test.js > few parcels have no discount fails now'],
  coverage: undefined,
  score: { total: 0, coverage: undefined, tests: 17 / 18, quality: 0.9, speed: 1 },
  cluster: undefined,
});

/** What a repair of the example repository reports. */
export function report(over: Partial<FixReport> = {}): FixReport {
  const winner = attempt();
  return {
    status: 'fixed',
    reason: 'one candidate passes all 18 tests, and nothing that passes behaves otherwise',
    commit: '0123456789abcdef0123456789abcdef01234567',
    uncommitted: 0,
    testCommand: 'npm test',
    isolation: 'namespaces',
    baseline: {
      framework: 'node',
      tests: 18,
      failing: [
        {
          id: 'test/pricing.test.js > ten parcels are 5% off',
          file: 'test/pricing.test.js',
          status: 'failed',
          message: '\nExpected values to be strictly equal:\n\n0 !== 0.05\n',
          errorClass: 'AssertionError',
          stack: [{ file: 'test/pricing.test.js', line: 29, function: undefined }],
        },
      ],
      flaky: [],
      durationMs: 900,
    },
    suspicions: [
      { file: 'src/pricing.js', line: 21, score: 0.91, reasons: ['run by the failing test', 'few others run it'] },
      { file: 'src/pricing.js', line: 23, score: 0.62, reasons: ['run by the failing test'] },
    ],
    winner,
    candidates: [winner, failedAttempt],
    consensus: { agreement: 1, method: 'behaviour', inputs: 34, clusters: 1, textAgreement: 1 },
    lessons: [
      {
        errorClass: 'assertion',
        file: 'src/pricing.js',
        function: 'discountFor',
        signature: 'Expected values to be strictly equal',
        avoid: ['constant', 'return'],
        suggestion: 'look at the bounds of comparisons',
        occurrences: 2,
      },
    ],
    tried: 214,
    plausible: 2,
    durationMs: 6234,
    notes: [],
    ...over,
  };
}

export const unfixed: FixReport = report({
  status: 'unfixed',
  reason: 'no candidate passes every test',
  winner: undefined,
  candidates: [failedAttempt],
  consensus: { agreement: undefined, method: 'none', inputs: 0, clusters: 0, textAgreement: undefined },
});

/** A report whose candidates behave in three ways, none likely enough to be proposed. */
export const undecided: FixReport = report({
  status: 'review',
  reason: 'candidates pass the whole suite and behave differently, none with a majority (41%): a person has to choose',
  winner: undefined,
  candidates: [
    attempt(),
    attempt({ id: 'c', strategy: 'same-otherwise', line: 99 }),
    attempt({
      ...{ id: 'd', strategy: 'constant', cluster: 1, line: 16 },
      patch: patch.replace('quantity >= from', 'quantity > from - 1'),
    }),
    attempt({ ...failedAttempt, id: 'e' }),
  ],
  consensus: { agreement: 0.41, method: 'behaviour', inputs: 34, clusters: 3, textAgreement: 0.5 },
});

/** A report in which everything that a repository can name or print tries to act on who reads it. */
export function hostileReport(text: string): FixReport {
  const winner = attempt({
    file: text,
    function: text,
    strategy: text,
    patch: `--- a/x\n+++ b/x\n+${text}\n`,
    review: {
      verdict: 'accept',
      findings: [{ rule: text, severity: 'low', category: 'style', file: text, line: 1, message: text }],
    },
  });
  const other = attempt({ id: 'b', green: false, reasons: [text], file: text });
  return report({
    status: 'review',
    reason: text,
    testCommand: text,
    baseline: {
      framework: 'node',
      tests: 2,
      failing: [{ id: text, file: text, status: 'failed', message: text, errorClass: text, stack: [] }],
      flaky: [text],
      durationMs: 1,
    },
    suspicions: [{ file: text, line: 1, score: 1, reasons: [text] }],
    winner,
    candidates: [winner, other],
    lessons: [
      {
        errorClass: 'other',
        file: text,
        function: text,
        signature: text,
        avoid: [text],
        suggestion: text,
        occurrences: 1,
      },
    ],
    notes: [text],
    isolation: 'process',
  });
}
