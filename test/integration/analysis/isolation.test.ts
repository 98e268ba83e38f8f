import { afterAll, expect, it } from 'vitest';
import { mainModule } from '../../../src/analysis/isolation.ts';
import type { AnalystName } from '../../../src/analysis/report.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';
import { analyzeIn } from './setting.ts';

afterAll(removeRepositories);

function hostile(name: string): URL {
  return new URL(`./hostile/${name}.mjs`, import.meta.url);
}

const cases = [
  { door: 'spin', status: 'timed-out', reason: /stopped at its limit of 1\.5 s/ },
  { door: 'throw', status: 'failed', reason: /this analyst is broken/ },
  { door: 'devour', status: 'failed', reason: /memory/i },
  { door: 'leave', status: 'failed', reason: /ended without an answer \(status 7\)/ },
  { door: 'missing', status: 'failed', reason: /missing\.mjs/ },
] as const;

it('reports analysts that loop, throw, devour memory or leave, and lets the others finish', async () => {
  const repository = createRepository();
  repository.commit({ files: { 'src/a.ts': 'export const a = 1;\n' } });
  repository.commit({ files: { 'src/a.ts': 'export const a = 1;\nif (a === NaN) throw new Error();\n' } });
  await Promise.all(
    cases.map(async ({ door, status, reason }) => {
      const analysts = new Map<AnalystName, URL>([
        ['code-critic', mainModule()],
        ['impact-analyst', hostile(door)],
      ]);
      // Enough for the real analyst on a busy machine would be more; only the spinning one must meet its limit.
      const timeoutMs = status === 'timed-out' ? 1500 : 25_000;
      const report = await analyzeIn(repository.dir, {}, { analysts, limits: { timeoutMs, memoryMb: 64 } });
      const outcome = (name: AnalystName) => report.analysts.find((one) => one.name === name);
      expect(outcome('impact-analyst'), door).toMatchObject({ status, reason: expect.stringMatching(reason) });
      expect(report.impact, door).toBeUndefined();
      if (status === 'timed-out') return;
      expect(outcome('code-critic'), door).toMatchObject({ status: 'done' });
      expect(
        report.findings.map(({ rule }) => rule),
        door,
      ).toEqual(['nan-comparison']);
    }),
  );
});

it('stops when it is told to', async () => {
  const repository = createRepository();
  repository.commit({ files: { 'a.ts': 'export const a = 1;\n' } });
  const analysts = new Map<AnalystName, URL>([['code-critic', hostile('spin')]]);
  const signal = AbortSignal.timeout(500);
  await expect(analyzeIn(repository.dir, {}, { analysts, signal })).rejects.toThrow();
});
