import { learn, renderMarkdown } from '../../learning/index.ts';
import type { ActionDeps, Outcome } from '../action.ts';
import type { LearnInputs, LearnOutput } from './inputs.ts';

/** Accepts what it is told to, learns from all there is, and leaves later runs a fresh snapshot to start from. */
export async function run(inputs: LearnInputs, deps: ActionDeps): Promise<Outcome<LearnOutput>> {
  const { store, recorder, clock, log } = deps;
  const unknown = store.accept(inputs.acceptForks);
  if (unknown.length > 0) {
    log.warn(`input "accept-forks": nothing is in quarantine from ${unknown.map((id) => `run ${id}`).join(', ')}`);
  }
  const report = await learn({ store, recorder, clock });
  await store.compact(inputs.retentionDays);
  return {
    outputs: { events: String(store.count()), insights: String(report.insights.length) },
    summary: renderMarkdown(report),
    report,
    annotations: [],
  };
}
