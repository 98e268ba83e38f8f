import { clipDocument, escapeMarkdown, escapeMessage, inlineCode } from '../../render/markdown.ts';
import type { FixReport } from '../types.ts';
import {
  attemptsSection,
  choicesSection,
  details,
  failedSection,
  lessonsSection,
  notesSection,
  patchSection,
  suspicionsSection,
  whySection,
} from './sections.ts';
import { effort, statusWords, weakIsolation } from './wording.ts';

/** GitHub takes 1 MiB for a step's summary. */
const maxSummaryBytes = 1_000_000;

/** The report as a job summary. Everything that came from the repository is escaped. */
export function renderMarkdown(report: FixReport, maxBytes = maxSummaryBytes): string {
  const [command = '', ...rest] = effort(report);
  const sections = [
    `## Hone: ${statusWords[report.status]}`,
    escapeMessage(report.reason),
    `${[inlineCode(command, 300), ...rest.map((part) => escapeMarkdown(part))].join(' · ')}`,
    report.isolation === 'process' ? `> ${escapeMarkdown(weakIsolation)}` : undefined,
    failedSection(report),
    report.winner && patchSection(report.winner),
    whySection(report),
    choicesSection(report),
    attemptsSection(report),
    details('Where it looks wrong', suspicionsSection(report)),
    report.status === 'unfixed' ? lessonsSection(report) : undefined,
    notesSection(report),
  ];
  return clipDocument(`${sections.filter((section) => section !== undefined).join('\n\n')}\n`, maxBytes);
}
