import type { Analyst } from '../analyst.ts';
import { databaseEffects } from './database.ts';
import { assemble } from './effect.ts';
import { performanceEffects } from './performance.ts';
import { userEffects } from './user.ts';

/** Says what the change means for those who depend on the code, its data, its speed and its screens. */
export const impactAnalyst: Analyst = {
  name: 'impact-analyst',
  async analyse({ files }) {
    const notes: string[] = [];
    const effects = [
      ...(await databaseEffects(files, notes)),
      ...(await performanceEffects(files)),
      ...userEffects(files),
    ];
    const impact = assemble(effects, { files: [], endpoints: [], users: 'unknown' });
    return { findings: [], safe: [], impact, notes };
  },
};
