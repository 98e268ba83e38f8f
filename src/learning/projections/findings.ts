import type { Projection } from '../../store/projection.ts';
import { entry, number, text } from '../facts.ts';

export interface FindingState {
  rule: string;
  category: string;
  severity: string;
  file: string;
  line: number;
  firstAt: number;
  lastAt: number;
  /** Put on the task list. */
  task: boolean;
  title: string;
}

/** Every finding once, by its id, however often the commit was analysed. */
export const findings: Projection<Record<string, FindingState>> = {
  name: 'learning.findings',
  version: 1,
  kinds: ['analysis.finding', 'task.proposed'],
  commutative: true,
  initial: () => ({}),
  apply(state, { kind, data, at }) {
    const id = text(data, 'id');
    if (id === undefined) return state;
    const file = text(data, 'file') ?? '';
    const line = number(data, 'line') ?? 0;
    const severity = text(data, 'severity') ?? 'info';
    const finding = entry(state, id, () => ({
      rule: '',
      category: '',
      severity,
      file,
      line,
      firstAt: at,
      lastAt: at,
      task: false,
      title: '',
    }));
    finding.firstAt = Math.min(finding.firstAt, at);
    // The place as it was seen last. Within one moment the greater one wins, in whatever order the events come.
    if (at > finding.lastAt || (at === finding.lastAt && place(file, line) > place(finding.file, finding.line))) {
      Object.assign(finding, { file, line, severity, lastAt: at });
    }
    if (kind === 'task.proposed') {
      finding.task = true;
      finding.title = text(data, 'title') ?? '';
    } else {
      finding.rule = text(data, 'rule') ?? '';
      finding.category = text(data, 'category') ?? '';
    }
    return state;
  },
};

function place(file: string, line: number): string {
  return `${file}:${String(line).padStart(9, '0')}`;
}
