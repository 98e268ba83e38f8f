import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Repository } from '../git/index.ts';
import type { EventReader, Recorder } from '../store/index.ts';
import type { FixProgress } from './types.ts';

export interface FixDeps {
  readonly repository: Repository;
  readonly events: EventReader;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FixProgress) => void;
}
