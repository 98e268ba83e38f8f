import {
  type AttemptShare,
  choicesOf,
  type FixDeps,
  type FixReport,
  type RepairPlan,
  renderJson,
  renderMarkdown,
} from '../../fix/index.ts';
import { counted } from '../../render/layout.ts';
import { escapeMessage } from '../../render/markdown.ts';
import type { Annotation, Outcome } from '../action.ts';
import type { Runner } from '../runner.ts';
import type { FixInputs, FixOutput, Share } from './inputs.ts';
import { type Publication, publishAsPull, renderPublication } from './publication.ts';
import type { Station } from './station.ts';

const nothing: Readonly<Record<FixOutput, string>> = {
  status: '',
  'winner-strategy': '',
  score: '',
  agreement: '',
  patch: '',
  repair: '',
  plan: '',
  'share-file': '',
  matrix: '[]',
  'pull-request': '',
  'pull-request-url': '',
  tried: '0',
  'not-run': '',
};

/** After phase `plan`, when there is something to search for. */
export async function planned(
  plan: RepairPlan,
  { runners }: Pick<FixInputs, 'runners'>,
  station: Station,
): Promise<Outcome<FixOutput>> {
  const shares = Array.from({ length: runners }, (_, index) => `${index + 1}/${runners}`);
  const { failing, tests } = plan.baseline;
  const said = `${counted(failing.length, 'test')} of ${tests} fail. The search is split over ${counted(runners, 'runner')}.`;
  return {
    outputs: {
      ...nothing,
      status: 'planned',
      plan: await station.leavePlan(plan),
      matrix: JSON.stringify(shares),
    },
    summary: `## Hone: repair planned\n\n${said}\n`,
    report: plan,
    annotations: [],
  };
}

/** After phase `attempt`. */
export async function attempted(share: AttemptShare, place: Share, station: Station): Promise<Outcome<FixOutput>> {
  const { tried, plausible, notes } = share;
  const said = `${counted(tried, 'candidate')} tried, ${plausible.length} plausible.`;
  const lines = [
    `## Hone: share ${place.index + 1} of ${place.count}`,
    said,
    ...notes.map((one) => escapeMessage(one)),
  ];
  return {
    outputs: {
      ...nothing,
      status: 'attempted',
      'share-file': await station.leaveShare(place, share),
      tried: String(tried),
    },
    summary: `${lines.join('\n\n')}\n`,
    report: share,
    annotations: [],
  };
}

/** After a repair is decided: files, pull request or patch, and what is said of it. */
export async function concluded(
  report: FixReport,
  inputs: FixInputs,
  deps: Pick<FixDeps, 'repository' | 'events' | 'recorder'> & { readonly runner: Runner; readonly station: Station },
): Promise<Outcome<FixOutput>> {
  const { station } = deps;
  const { winner } = report;
  const { repair, patch } = station.writeRepair(report);
  const proposals = winner === undefined ? choicesOf(report) : [winner];
  const wanted = proposals.length > 0 && (inputs.publish === 'pr' || inputs.phase === 'publish');
  const publication = await publicationOf(report, inputs, deps, wanted);
  // After phase `publish` the artifact is there already: it is where the repair came from.
  const upload = proposals.length > 0 && inputs.publish !== 'none' && !publication.done && inputs.phase !== 'publish';
  const artifact = upload ? await station.uploadRepair(report) : undefined;
  const { agreement } = report.consensus;
  const notRun = [
    winner !== undefined && winner.coverage === undefined && winner.score.coverage === undefined ? ['coverage'] : [],
    winner !== undefined && agreement === undefined ? ['consensus'] : [],
    wanted && !publication.done ? ['publish'] : [],
  ].flat();
  const said = publication.notes.length > 0 || artifact !== undefined;
  const failure = failureOf(report, inputs, publication);
  return {
    outputs: {
      ...nothing,
      status: report.status,
      'winner-strategy': winner?.strategy ?? '',
      score: winner === undefined ? '' : String(Math.round(winner.score.total * 10) / 10),
      agreement: agreement === undefined ? '' : String(Math.round(agreement * 1000) / 1000),
      ...{ patch, repair },
      'pull-request': publication.pull === undefined ? '' : String(publication.pull.number),
      'pull-request-url': publication.pull?.url ?? '',
      tried: String(report.tried),
      'not-run': notRun.join(','),
    },
    summary: `${renderMarkdown(report)}${said ? `\n${renderPublication(publication, artifact)}` : ''}`,
    report: renderJson(report),
    annotations: proposals.map((one) => place(report, one)),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** A pull request proposes one repair: where a person has to choose first, there is none. */
async function publicationOf(
  report: FixReport,
  inputs: FixInputs,
  deps: Parameters<typeof concluded>[2],
  wanted: boolean,
): Promise<Publication> {
  if (!wanted) return { pull: undefined, done: false, notes: [] };
  if (report.winner !== undefined) return publishAsPull(report, inputs, deps);
  const note = 'No pull request: nothing is proposed, a person has to choose among the patches of this report';
  return { pull: undefined, done: false, notes: [note] };
}

function failureOf(report: FixReport, inputs: FixInputs, { failure }: Publication): string | undefined {
  if (failure !== undefined) return failure;
  return report.status === 'unfixed' && inputs.failOnUnfixed ? `not fixed: ${report.reason}` : undefined;
}

function place(report: FixReport, { file, line, strategy }: FixReport['candidates'][number]): Annotation {
  const title = report.status === 'review' ? 'Repair to be reviewed' : 'Repair found';
  return {
    level: 'notice',
    title,
    message: `${strategy}: the summary has the patch`,
    file,
    startLine: line,
    endLine: line,
  };
}
