import { type AnalysisDeps, type AnalysisReport, type AnalysisRequest, analyze } from '../../../src/analysis/index.ts';
import { systemClock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { openRepository } from '../../../src/git/index.ts';
import type { EventKind, Recorder, StoredEvent } from '../../../src/store/event.ts';
import type { EventReader, Projection } from '../../../src/store/projection.ts';

/** Keeps events in memory and folds them as the store does. */
export class MemoryEvents implements Recorder, EventReader {
  readonly all: StoredEvent[] = [];

  record<T extends object>({ kind, version }: EventKind<T>, data: T): void {
    const key = { repository: 'local/test', runId: '1', attempt: 1, job: 'test', sequence: this.all.length };
    this.all.push({ key, at: this.all.length, kind, version, data: JSON.parse(JSON.stringify(data)) });
  }

  project<S>(projection: Projection<S>): S {
    const wanted = this.all.filter(({ kind }) => projection.kinds.includes(kind));
    return wanted.reduce((state, event) => projection.apply(state, event), projection.initial());
  }

  *events(): IterableIterator<StoredEvent> {
    yield* this.all;
  }

  kinds(): string[] {
    return this.all.map(({ kind }) => kind);
  }
}

export async function analyzeIn(
  dir: string,
  request: AnalysisRequest = {},
  options: Partial<AnalysisDeps> & { memory?: MemoryEvents } = {},
): Promise<AnalysisReport> {
  const { memory = new MemoryEvents(), ...rest } = options;
  const repository = await openRepository(dir);
  return analyze(request, {
    repository,
    events: memory,
    recorder: memory,
    clock: systemClock,
    log: silentLog,
    ...rest,
  });
}
