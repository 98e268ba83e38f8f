import { eventKind } from '../store/event.ts';
import type { FrameworkName } from '../testing/types.ts';
import type { ErrorClass, FixStatus } from './types.ts';

/** One repair, whatever came of it. */
export const repairFinished = eventKind<{
  commit: string;
  framework: FrameworkName;
  /** Languages of the files that could be edited, each once, in order. */
  languages: string[];
  status: FixStatus;
  /** Candidates whose tests were run. */
  tried: number;
  plausible: number;
  durationMs: number;
  winner: { template: string; context: string } | null;
  /** Share in [0, 1]; null when nothing could be compared. */
  agreement: number | null;
  /** Whether earlier repairs ordered the candidates. */
  learned: boolean;
  seed: number;
}>('repair.finished');

/** One candidate that got a sandbox of its own. */
export const repairAttempted = eventKind<{
  commit: string;
  template: string;
  context: string;
  green: boolean;
  /** By the review gate. */
  accepted: boolean;
  chosen: boolean;
  /** Number of its behavioural cluster; null when it was not compared. */
  cluster: number | null;
}>('repair.attempted');

/** Why something could not be repaired; the fields of `Lesson`, without the text of anybody's program. */
export const repairLesson = eventKind<{
  commit: string;
  errorClass: ErrorClass;
  file: string;
  function: string | null;
  signature: string;
  avoid: string[];
  suggestion: string;
  occurrences: number;
}>('repair.lesson');

/**
 * How one template fared in one context during one repair: counts of candidates, and its share of the belief in all that
 * was tried, in ten thousandths.
 */
export type TemplateCell = [
  template: string,
  context: string,
  tried: number,
  plausible: number,
  chosen: number,
  share: number,
];

/** What a repair says about templates; one event a repair. */
export const repairTemplates = eventKind<{ cells: TemplateCell[] }>('repair.templates');
