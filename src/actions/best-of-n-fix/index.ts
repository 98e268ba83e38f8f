import { startAction } from '../start.ts';
import { inputs, outputs } from './inputs.ts';

/** Entry of `actions/best-of-n-fix`. */
export function start(phase: 'main' | 'post'): Promise<void> {
  return startAction(
    {
      name: 'best-of-n-fix',
      inputs,
      outputs,
      settings: ({ store, summary, githubToken }) => ({ store, summary, token: githubToken }),
      run: async (given, deps) => (await import('./run.ts')).run(given, deps),
    },
    phase,
  );
}
