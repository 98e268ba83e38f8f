import type { EventKind, EventQuery, EventReader, Projection, Recorder, StoredEvent } from '../../src/store/index.ts';

/** Events in memory, folded from the start each time; what a job reads and records without a store. */
export class RecordedEvents implements EventReader, Recorder {
  readonly all: StoredEvent[] = [];
  now = Date.UTC(2026, 0, 1);
  #runs = 0;

  project<S>(projection: Projection<S>): S {
    const kinds = new Set(projection.kinds.map((kind) => (typeof kind === 'string' ? kind : kind.kind)));
    return this.all
      .filter(({ kind }) => kinds.has(kind))
      .reduce((state, event) => projection.apply(state, event), projection.initial());
  }

  *events(query: EventQuery = {}): IterableIterator<StoredEvent> {
    const kinds = query.kinds?.map((kind) => (typeof kind === 'string' ? kind : kind.kind));
    for (const event of this.all) if (!kinds || kinds.includes(event.kind)) yield event;
  }

  /** Starts another run: events recorded from now on are of its stream. */
  nextRun(attempt = 1): this {
    if (attempt === 1) this.#runs++;
    this.attempt = attempt;
    return this;
  }

  attempt = 1;

  record<T extends object>(kind: EventKind<T>, data: T): void {
    const { attempt } = this;
    const key = {
      repository: 'local/test',
      runId: `run-${this.#runs}`,
      attempt,
      job: 'test',
      sequence: this.all.length,
    };
    this.now += 1000;
    this.all.push({
      key,
      at: this.now,
      kind: kind.kind,
      version: kind.version,
      data: JSON.parse(JSON.stringify(data)),
    });
  }
}
