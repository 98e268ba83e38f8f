import type { Artifacts, SnapshotCache } from './services.ts';

/** One plain sentence for the job summary. */
export interface Note {
  readonly level: 'info' | 'warning';
  readonly text: string;
}

/** Calls of each service, retries not counted. */
export interface Requests {
  readonly cache: number;
  readonly list: number;
  readonly download: number;
  readonly upload: number;
  readonly delete: number;
}

/** Where the parts of one operation say what happened. */
export class Notes {
  readonly all: Note[] = [];

  info(text: string): void {
    this.all.push({ level: 'info', text });
  }

  warn(text: string): void {
    this.all.push({ level: 'warning', text });
  }
}

export interface CountedServices {
  readonly cache: SnapshotCache | undefined;
  readonly artifacts: Artifacts;
  readonly requests: Requests;
}

/** The same services, counting. */
export function counted(cache: SnapshotCache | undefined, artifacts: Artifacts): CountedServices {
  const requests = { cache: 0, list: 0, download: 0, upload: 0, delete: 0 };
  const count = <A extends unknown[], R>(kind: keyof Requests, call: (...values: A) => Promise<R>) => {
    return (...values: A): Promise<R> => {
      requests[kind] += 1;
      return call(...values);
    };
  };
  return {
    requests,
    cache: cache && {
      restore: count('cache', () => cache.restore()),
      save: count('cache', (files) => cache.save(files)),
    },
    artifacts: {
      list: count('list', (name, page) => artifacts.list(name, page)),
      download: count('download', (artifact) => artifacts.download(artifact)),
      upload: count('upload', (name, files, days) => artifacts.upload(name, files, days)),
      delete: count('delete', (id) => artifacts.delete(id)),
    },
  };
}

/** Calls so far, of all services. */
export function spent({ requests }: CountedServices): number {
  return Object.values(requests).reduce((sum, calls) => sum + calls, 0);
}

/** `1 delta`, `2 deltas`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
