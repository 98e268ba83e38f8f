import { languageOf } from '../code/index.ts';
import { repairAttempted, repairFinished, repairTemplates } from './events.ts';
import { TemplateTally } from './learned/index.ts';
import type { Planned } from './plan.ts';
import { lessonsOf, recordLesson, relevantLessons } from './reflect/index.ts';
import { undoTemplate } from './search/undo.ts';
import type { Selected } from './select.ts';
import type { FixSession } from './session.ts';
import type { AttemptShare } from './shapes.ts';
import { mergeOutcomes, type TemplateOutcome } from './template-outcomes.ts';
import type { Attempt, FixReport, Lesson } from './types.ts';

export interface Ended {
  readonly shares: readonly AttemptShare[];
  readonly selected: Selected;
}

/** The report of a repair, and its facts for the store. */
export async function finish(
  session: FixSession,
  planned: Planned,
  ended: Ended | undefined,
  began: number,
): Promise<FixReport> {
  const { deps, workspace, workshop, command } = session;
  const { plan, baseline } = planned;
  const shares = ended?.shares ?? [];
  const outcomes = mergeOutcomes(shares.map((share) => share.outcomes));
  const tried = shares.reduce((sum, share) => sum + share.tried, 0);
  const report: Omit<FixReport, 'lessons'> = {
    status: ended?.selected.status ?? planned.status ?? 'unfixed',
    reason: ended?.selected.reason ?? planned.reason,
    commit: workspace.commit,
    uncommitted: Object.keys(workspace.uncommitted).length,
    testCommand: command.text,
    isolation: workshop.isolation,
    baseline,
    suspicions: (plan?.suspicions ?? []).slice(0, 20),
    winner: ended?.selected.winner,
    candidates: ended?.selected.attempts ?? [],
    consensus: ended?.selected.consensus ?? {
      ...{ agreement: undefined, method: 'none', inputs: 0, clusters: 0, textAgreement: undefined },
    },
    tried,
    plausible: shares.reduce((sum, share) => sum + share.plausible.length, 0),
    durationMs: deps.clock.now() - began,
    notes: [
      ...new Set([
        ...(plan?.notes ?? []),
        ...shares.flatMap(({ notes }) => notes),
        ...(ended?.selected.notes ?? []),
        ...undoneNote(ended?.selected.winner),
      ]),
    ],
  };
  const learned = report.status === 'unfixed' ? lessonsOf(report, outcomes) : [];
  const lessons = await lessonsFor(session, report, learned);
  record(session, report, outcomes, learned);
  session.progress({ stage: 'done', tried });
  return { ...report, lessons };
}

function undoneNote(winner: Attempt | undefined): string[] {
  const undone = winner?.strategy.split('+').includes(undoTemplate) === true;
  return undone
    ? ['the repair takes back what was changed lately: where that was meant, it is the tests that have to change']
    : [];
}

async function lessonsFor(
  { request, deps }: FixSession,
  report: Omit<FixReport, 'lessons'>,
  learned: readonly Lesson[],
): Promise<Lesson[]> {
  const files = [...new Set(report.suspicions.map(({ file }) => file))];
  const earlier = request.learned ? relevantLessons(deps.events, { failing: report.baseline.failing, files }, 10) : [];
  return [...learned, ...earlier.filter((one) => !learned.some((own) => same(own, one)))].slice(0, 10);
}

function same(a: Lesson, b: Lesson): boolean {
  return a.file === b.file && a.signature === b.signature && a.function === b.function;
}

/** What happened, for the store: never the text of a program. */
function record(
  { request, deps, command }: FixSession,
  report: Omit<FixReport, 'lessons'>,
  outcomes: readonly TemplateOutcome[],
  lessons: readonly Lesson[],
): void {
  const { recorder } = deps;
  const { commit, status, winner, candidates } = report;
  const files = [...report.suspicions.map(({ file }) => file), ...candidates.map(({ file }) => file)];
  recorder.record(repairFinished, {
    ...{ commit, status, tried: report.tried, plausible: report.plausible, durationMs: report.durationMs },
    framework: command.framework,
    languages: [...new Set(files.flatMap((file) => languageOf(file) ?? []))].sort(),
    winner: winner === undefined ? null : { template: winner.strategy, context: winner.context },
    agreement: report.consensus.agreement ?? null,
    learned: request.learned,
    seed: request.seed,
  });
  for (const { strategy, context, green, review, cluster, id } of candidates) {
    recorder.record(repairAttempted, {
      ...{ commit, context, green },
      template: strategy,
      accepted: review.verdict === 'accept',
      chosen: id === winner?.id,
      cluster: cluster ?? null,
    });
  }
  const tally = new TemplateTally();
  const all = outcomes.reduce((sum, { belief }) => sum + belief, 0);
  for (const { template, context, tried, plausible, belief } of outcomes)
    tally.add({ template, context, tried, plausible, share: all === 0 ? 0 : belief / all });
  if (winner !== undefined && status === 'fixed') {
    tally.chosen({ template: winner.strategy, context: winner.context });
  }
  if (outcomes.length > 0) recorder.record(repairTemplates, { cells: tally.cells() });
  for (const lesson of lessons) recordLesson(recorder, commit, lesson);
}
