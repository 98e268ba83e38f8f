import { startAction } from '../start.ts';
import { inputs, outputs } from './inputs.ts';

/** Entry of `actions/learn`. */
export function start(phase: 'main' | 'post'): Promise<void> {
  return startAction(
    {
      name: 'learn',
      inputs,
      outputs,
      settings: ({ summary, githubToken }) => ({ store: 'sweep', summary, token: githubToken }),
      run: async (given, deps) => (await import('./run.ts')).run(given, deps),
    },
    phase,
  );
}
