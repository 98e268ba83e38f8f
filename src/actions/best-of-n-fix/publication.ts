import { CannotRunError, messageOf } from '../../base/errors.ts';
import { type FixReport, observeDecisions, publishRepair } from '../../fix/index.ts';
import type { Repository } from '../../git/index.ts';
import { openRest } from '../../github/index.ts';
import { escapeMarkdown, escapeMessage } from '../../render/markdown.ts';
import type { EventReader, Recorder } from '../../store/index.ts';
import type { Runner } from '../runner.ts';
import type { FixInputs } from './inputs.ts';
import { subjectOf } from './subject.ts';

/** What became of publishing a repair. */
export interface Publication {
  readonly pull: { readonly number: number; readonly url: string } | undefined;
  /** The pull request is there and shows this repair. */
  readonly done: boolean;
  /** Sentences for the summary. */
  readonly notes: readonly string[];
  /** It was asked for, allowed, and went wrong. */
  readonly failure?: string;
}

type Asked = Pick<FixInputs, 'baseBranch' | 'branchPrefix' | 'labels' | 'githubToken'>;

/** Opens or updates the pull request with the winner. Whatever is in the way is said; the patch is there in any case. */
export async function publishAsPull(
  report: FixReport,
  inputs: Asked,
  deps: {
    readonly runner: Runner;
    readonly repository: Repository;
    readonly events: EventReader;
    readonly recorder: Recorder;
  },
): Promise<Publication> {
  const { runner, repository, events, recorder } = deps;
  const target = targetOf(report, inputs, runner);
  if ('reason' in target) return patchOnly(target.reason);
  const [owner = '', repo = ''] = runner.stream.repository.split('/');
  try {
    const rest = await openRest({ token: inputs.githubToken, apiUrl: runner.apiUrl });
    const { branchPrefix, labels } = inputs;
    const published = await publishRepair(
      report,
      { ...target, branchPrefix, labels, runUrl: runner.runUrl },
      { rest, owner, repo, repository, recorder },
    );
    const { outcome, pull, reason } = published;
    const notes = [...published.notes, ...(await observed({ rest, owner, repo, events, recorder }))];
    if (reason !== undefined) return { ...patchOnly(reason), pull: outcome === 'left' ? pull : undefined };
    const how = { opened: 'was opened', updated: 'was brought up to date', unchanged: 'is there already' }[
      outcome as 'opened'
    ];
    return { pull, done: true, notes: [`The pull request to \`${target.base}\` ${how}`, ...notes] };
  } catch (thrown) {
    if (!(thrown instanceof CannotRunError)) throw thrown;
    const failure = `the repair could not be published: ${messageOf(thrown)}`;
    return { pull: undefined, done: false, notes: [`No pull request: ${messageOf(thrown)}`], failure };
  }
}

/** What became of earlier repairs teaches later ones; where it cannot be learned, this one is published all the same. */
async function observed(deps: Parameters<typeof observeDecisions>[0]): Promise<string[]> {
  try {
    await observeDecisions(deps);
    return [];
  } catch (thrown) {
    return [`what became of earlier pull requests is not known: ${messageOf(thrown)}`];
  }
}

/** Where a pull request would go; or why there can be none. */
function targetOf(
  report: FixReport,
  { baseBranch, branchPrefix, githubToken }: Asked,
  runner: Runner,
): { base: string; defaultBranch: string | undefined } | { reason: string } {
  const { branch, commit, defaultBranch, fork } = subjectOf(runner);
  if (fork) return { reason: 'the red code is from a fork, for which nothing is pushed' };
  if (githubToken === '') return { reason: 'input "github-token" is empty' };
  const base = baseBranch ?? branch;
  if (base === undefined) return { reason: 'this run is about no branch: set input "base-branch"' };
  if (base.startsWith(branchPrefix)) return { reason: `\`${base}\` is a repair itself` };
  if (commit !== undefined && commit !== report.commit) {
    const advice = 'give actions/checkout the head of the pull request, or the commit of the failed run, as `ref`';
    return { reason: `what was repaired is not the commit that this run is about: ${advice}` };
  }
  return { base, defaultBranch };
}

function patchOnly(reason: string): Publication {
  return { pull: undefined, done: false, notes: [`No pull request: ${reason}`] };
}

/** The part of the summary about it. */
export function renderPublication({ pull, notes }: Publication, artifact: string | undefined): string {
  const lines = notes.map((note) => `- ${escapeMessage(note)}`);
  if (pull !== undefined) lines.unshift(`- ${linkTo(pull)}`);
  if (artifact !== undefined) lines.push(`- Artifact ${escapeMarkdown(artifact)} holds what \`git apply\` takes`);
  return `### Publishing\n\n${lines.join('\n')}\n`;
}

/** The address is GitHub's own; anything that is not as plain as those is no link. */
function linkTo({ number, url }: NonNullable<Publication['pull']>): string {
  const words = `Pull request ${number}`;
  return /^https:\/\/[\w.:-]+(\/[\w.-]+)+$/.test(url) ? `[${words}](${url})` : words;
}
