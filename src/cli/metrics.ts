import { resolve } from 'node:path';
import { collectMetrics, type GitMetrics, openRepository, type Repository } from '../git/index.ts';
import { heading } from '../render/layout.ts';
import { renderMetrics } from '../render/metrics.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { repositoryTitle } from './title.ts';

export interface MetricsOptions extends CommonOptions {
  readonly repo: string;
  readonly since?: string;
  readonly until?: string;
}

/** `hone metrics`: reads, and records nothing. */
export async function metricsCommand(options: MetricsOptions, context: Context): Promise<number> {
  const repository = await openRepository(resolve(context.surroundings.cwd, options.repo));
  const metrics = await metricsOf(repository, context, options);
  context.answer(metrics, (style) => [
    repositoryTitle(repository, style),
    '',
    heading(periodTitle(options), style),
    ...renderMetrics(metrics, style),
  ]);
  return exitStatus.done;
}

export function metricsOf(
  repository: Repository,
  { clock, log, interruption }: Context,
  { since, until }: { readonly since?: string; readonly until?: string } = {},
): Promise<GitMetrics> {
  return collectMetrics(repository, { since, until, now: clock.now(), log, signal: interruption });
}

function periodTitle({ since, until }: MetricsOptions): string {
  const limits = [since && `since ${since}`, until && `until ${until}`].filter((limit) => limit !== undefined);
  return limits.length === 0 ? 'History' : `History ${limits.join(' ')}`;
}
