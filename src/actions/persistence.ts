import type { Log } from '../base/log.ts';
import type { EventStore } from '../store/index.ts';
import type { Runner } from './runner.ts';

/** How the store travels from run to run. */
export interface Persistence {
  /** The newest valid snapshot with every delta since. Says through `log` what could not be read; throws when nothing could. */
  restore(runner: Runner, token: string, log: Log): Promise<EventStore>;
  /** Uploads a step's journal as its delta: the commit point of what it recorded. */
  commit(journalPath: string, log: Log): Promise<void>;
}
