import type { JsonObject } from '../../base/json.ts';
import { failureFingerprint } from '../fingerprint.ts';
import type { Attempt, FixReport } from '../types.ts';

/** The report as the document of `hone fix --json`. What is not known is null. */
export function renderJson(report: FixReport): JsonObject {
  const { status, reason, winner, candidates, consensus, tried, plausible, durationMs, ...rest } = report;
  const document = {
    status,
    reason,
    winner: winner && attempt(winner),
    candidates: candidates.map(attempt),
    consensus,
    tried,
    plausible,
    durationMs,
    fingerprint: failureFingerprint(report),
    ...rest,
  };
  return JSON.parse(JSON.stringify(document, (_key, value: unknown) => (value === undefined ? null : value)));
}

/** Without the whole texts of the changed files: the patch says it. */
function attempt({ texts: _texts, ...rest }: Attempt): object {
  return rest;
}
