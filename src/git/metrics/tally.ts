import { conventionalType } from './conventional.ts';
import type { HistoryCommit, HistoryVisitor } from './history.ts';
import type { AuthorMetrics, ChurnMetrics, CommitMetrics, ConventionalMetrics, FileChurn, Series } from './types.ts';

const DAY = 86_400;
const topFiles = 20;

/** Counts a history as it goes by. Its memory grows with different authors, days and paths, not with commits. */
export class Tally implements HistoryVisitor {
  total = 0;
  merges = 0;
  /** Author dates in seconds since the epoch. */
  first: number | undefined;
  last: number | undefined;
  readonly #byHour = new Array<number>(24).fill(0);
  readonly #byWeekday = new Array<number>(7).fill(0);
  readonly #byDay = new Map<number, number>();
  readonly #authors = new Map<string, Map<string, number>>();
  readonly #types = new Map<string, number>();
  readonly #files = new Map<string, { commits: number; insertions: number; deletions: number }>();
  #compliant = 0;
  #filesChanged = 0;
  #insertions = 0;
  #deletions = 0;

  commit(commit: HistoryCommit): void {
    this.total++;
    if (this.first === undefined || commit.at < this.first) this.first = commit.at;
    if (this.last === undefined || commit.at > this.last) this.last = commit.at;
    const local = commit.at + commit.offset * 60;
    const day = Math.floor(local / DAY);
    const hour = Math.floor((local - day * DAY) / 3600);
    const weekday = (((day + 4) % 7) + 7) % 7;
    this.#byHour[hour] = (this.#byHour[hour] ?? 0) + 1;
    this.#byWeekday[weekday] = (this.#byWeekday[weekday] ?? 0) + 1;
    add(this.#byDay, day);
    const emails = this.#authors.get(commit.name) ?? new Map();
    this.#authors.set(commit.name, emails);
    add(emails, commit.email);
    if (commit.merge) {
      this.merges++;
      return;
    }
    const type = conventionalType(commit.header);
    if (type === undefined) return;
    this.#compliant++;
    add(this.#types, type);
  }

  file(path: string, insertions: number, deletions: number): void {
    this.#filesChanged++;
    this.#insertions += insertions;
    this.#deletions += deletions;
    const file = this.#files.get(path);
    if (file) {
      file.commits++;
      file.insertions += insertions;
      file.deletions += deletions;
    } else {
      this.#files.set(path, { commits: 1, insertions, deletions });
    }
  }

  /** @param end last moment of the period, milliseconds since the epoch */
  commits(end: number): CommitMetrics {
    const span = (this.last ?? 0) - (this.first ?? 0);
    const per = (unit: number): number => round(this.total / Math.max(1, span / unit));
    return {
      total: this.total,
      merges: this.merges,
      perHour: per(3600),
      perDay: per(DAY),
      perWeek: per(7 * DAY),
      byHour: this.#byHour,
      byWeekday: this.#byWeekday,
      ...this.#series(end),
    };
  }

  authors(): AuthorMetrics[] {
    const authors = [...this.#authors].map(([name, counts]) => {
      const emails = byCount(counts).map(([email, commits]) => ({ email, commits }));
      const commits = emails.reduce((sum, entry) => sum + entry.commits, 0);
      return { name, email: emails[0]?.email ?? '', commits, emails };
    });
    return authors.sort((a, b) => b.commits - a.commits || compare(a.name, b.name));
  }

  churn(): ChurnMetrics {
    const lines = (file: FileChurn): number => file.insertions + file.deletions;
    const top = [...this.#files]
      .map(([path, counts]) => ({ path, ...counts }))
      .sort((a, b) => lines(b) - lines(a) || b.commits - a.commits || compare(a.path, b.path));
    return {
      filesChanged: this.#filesChanged,
      files: this.#files.size,
      insertions: this.#insertions,
      deletions: this.#deletions,
      top: top.slice(0, topFiles),
    };
  }

  conventional(): ConventionalMetrics {
    return {
      compliant: this.#compliant,
      total: this.total - this.merges,
      byType: Object.fromEntries(byCount(this.#types)),
    };
  }

  #series(end: number): { daily: Series; weekly: Series } {
    const endDay = Math.floor(end / 1000 / DAY);
    // East of Greenwich it may be tomorrow already.
    const lastDay = this.#byDay.has(endDay + 1) ? endDay + 1 : endDay;
    let newest: number | undefined;
    for (const day of this.#byDay.keys())
      if (day <= lastDay && day > (newest ?? Number.NEGATIVE_INFINITY)) newest = day;
    return {
      daily: this.#window(newest, lastDay, (day) => day - 29, 30, 1),
      weekly: this.#window(newest, lastDay, (day) => mondayOf(day) - 51 * 7, 52, 7),
    };
  }

  #window(
    newest: number | undefined,
    lastDay: number,
    firstDay: (last: number) => number,
    length: number,
    days: number,
  ): Series {
    const idle = newest !== undefined && newest < firstDay(lastDay);
    const from = firstDay(idle ? newest : lastDay);
    const counts = Array.from({ length }, (_, i) => {
      let count = 0;
      for (let day = 0; day < days; day++) count += this.#byDay.get(from + i * days + day) ?? 0;
      return count;
    });
    return { from: dateOf(from), counts, idle };
  }
}

function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dateOf(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
