import type { Analyst } from './analyst.ts';
import { type AnalystName, analystNames } from './report.ts';

// Loaded one at a time: each analyst has its own thread and pays for its own code only.
const loaders: Partial<Record<AnalystName, () => Promise<Analyst>>> = {
  'code-critic': async () => (await import('./critic/index.ts')).codeCritic,
  'impact-analyst': async () => (await import('./impact/index.ts')).impactAnalyst,
};

export const availableAnalysts: readonly AnalystName[] = analystNames.filter((name) => loaders[name]);

export async function loadAnalyst(name: string): Promise<Analyst> {
  const load = loaders[name as AnalystName];
  if (!load) throw new Error(`there is no analyst "${name}"`);
  return load();
}
