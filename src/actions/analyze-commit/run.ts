import { type AnalysisReport, analyze, renderJson, renderMarkdown, type Severity } from '../../analysis/index.ts';
import type { ActionDeps, Annotation, Outcome } from '../action.ts';
import { checkedOut } from '../checkout.ts';
import type { AnalyzeCommitInputs, AnalyzeCommitOutput } from './inputs.ts';
import { findSubject, type Unreadable } from './subject.ts';
import { highestSeverity, verdict } from './verdict.ts';

/** Analyzes what the event is about. */
export async function run(inputs: AnalyzeCommitInputs, deps: ActionDeps): Promise<Outcome<AnalyzeCommitOutput>> {
  const { runner, store, recorder, clock, log } = deps;
  const repository = await checkedOut(runner.workspace);
  const subject = await findSubject(repository, inputs, runner);
  if ('reason' in subject) {
    log.warn(`nothing was analyzed: ${subject.reason}`);
    return unreadable(subject, inputs.failOn);
  }
  for (const note of subject.notes) log.warn(note);
  const { head, base } = subject;
  const report = await analyze(base === undefined ? { commit: head } : { base, head }, {
    ...{ repository, recorder, clock, log },
    events: store,
  });
  const noted: AnalysisReport = { ...report, notes: [...subject.notes, ...report.notes] };
  const failure = verdict(report, inputs.failOn);
  return {
    outputs: {
      commit: report.commit.sha,
      findings: String(report.findings.length),
      'highest-severity': highestSeverity(report.findings),
      impact: report.impact?.overall ?? 'unknown',
      'approval-required': String(report.impact?.approvalRequired ?? 'unknown'),
      'not-run': report.analysts
        .filter(({ status }) => status !== 'done')
        .map(({ name }) => name)
        .join(','),
    },
    summary: renderMarkdown(noted),
    report: renderJson(noted),
    annotations: inputs.annotations ? annotationsOf(report) : [],
    ...(failure === undefined ? {} : { failure }),
  };
}

function unreadable({ head, reason }: Unreadable, failOn: AnalyzeCommitInputs['failOn']): Outcome<AnalyzeCommitOutput> {
  return {
    outputs: {
      commit: head ?? '',
      findings: 'unknown',
      'highest-severity': 'unknown',
      impact: 'unknown',
      'approval-required': 'unknown',
      'not-run': 'code-critic,test-writer,doc-writer,impact-analyst',
    },
    summary: `## Hone analysis\n\n**Nothing was analyzed:** ${reason}.`,
    report: { commit: head, notAnalyzed: reason },
    annotations: [],
    ...(failOn === 'none' ? {} : { failure: `\`fail-on: ${failOn}\` cannot be decided: ${reason}` }),
  };
}

const levels: Record<Severity, Annotation['level']> = {
  info: 'notice',
  low: 'notice',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

function annotationsOf(report: AnalysisReport): Annotation[] {
  return report.findings.map(({ severity, rule, message, file, startLine, endLine }) => ({
    level: levels[severity],
    title: `${severity}: ${rule}`,
    ...{ message, file, startLine, endLine },
  }));
}
