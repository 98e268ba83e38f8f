/** What a person may read while work goes on. Never carries a result: results are values. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  /** Starts a line of progress on long work; silent where there is no one to watch. */
  progress(label: string): Progress;
}

export interface Progress {
  /** `total` is undefined while it is not known. */
  update(done: number, total?: number, note?: string): void;
  end(summary?: string): void;
}

export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  progress: () => ({ update() {}, end() {} }),
};
