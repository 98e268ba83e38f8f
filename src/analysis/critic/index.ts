import type { Analyst } from '../analyst.ts';
import { introducedFindings } from './introduced.ts';
import { lineRules, rules } from './rules/index.ts';

/** Judges code by rules; reports only what the change introduces. */
export const codeCritic: Analyst = {
  name: 'code-critic',
  async analyse({ files }) {
    const notes: string[] = [];
    return { findings: await introducedFindings(files, { rules, lineRules }, notes), safe: [], notes };
  },
};
