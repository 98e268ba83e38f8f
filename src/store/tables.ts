import { at, BLOCK_EVENTS, type Block, type BlockBuilder, type Columns, kindAt, readHead } from './block.ts';
import { Dictionary } from './dictionary.ts';
import { CorruptStoreError } from './errors.ts';
import type { StreamKey } from './event.ts';
import type { Sqlite } from './sqlite.ts';

/** A page of the dictionary is rewritten until it has this many characters, so that small merges share one. */
const PAGE_CHARACTERS = 32_768;

export interface StreamRow {
  readonly id: number;
  readonly key: StreamKey;
  readonly quarantined: boolean;
}

export interface BlockRow {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

export interface LoadedBlock extends Block {
  readonly columns: Columns;
}

/** The tables of one store file, and what is worth keeping in memory of them. */
export class Tables {
  readonly sql: Sqlite;
  #dictionary: Dictionary | undefined;
  #written = 0;
  readonly #streams = new Map<number, StreamKey>();

  constructor(sql: Sqlite) {
    this.sql = sql;
  }

  /** Read when it is first needed: opening a store to mark an id does not need it. */
  get dictionary(): Dictionary {
    if (!this.#dictionary) {
      const pages = this.sql.rows<[number, string]>('select first, texts from dictionary order by first');
      const texts: string[] = [];
      for (const [first, json] of pages) {
        if (first !== texts.length) throw new CorruptStoreError('a page of the dictionary is missing');
        for (const text of JSON.parse(json) as string[]) texts.push(text);
      }
      this.#dictionary = new Dictionary(texts);
      this.#written = texts.length;
    }
    return this.#dictionary;
  }

  /** Runs `work` in a transaction, at whose end new texts of the dictionary are written. */
  change<T>(work: () => T): T {
    try {
      return this.sql.transaction(() => {
        const result = work();
        this.#writeDictionary();
        return result;
      });
    } catch (error) {
      this.#dictionary?.shrink(this.#written);
      this.#streams.clear();
      throw error;
    }
  }

  #writeDictionary(): void {
    if (!this.#dictionary || this.#dictionary.size === this.#written) return;
    const [first, length] = this.sql.row<[number, number]>(
      'select first, length(texts) from dictionary order by first desc limit 1',
    ) ?? [0, 0];
    const start = length < PAGE_CHARACTERS ? first : this.#written;
    this.sql.run('insert or replace into dictionary values (?, ?)', [
      start,
      JSON.stringify(this.#dictionary.from(start)),
    ]);
    this.#written = this.#dictionary.size;
  }

  streamNumber(key: StreamKey, quarantined: boolean): number | undefined {
    const repository = this.dictionary.number(key.repository);
    const job = this.dictionary.number(key.job);
    if (repository === undefined || job === undefined) return undefined;
    return this.sql.row<[number]>(
      'select id from stream where repository = ? and run = ? and attempt = ? and job = ? and quarantined = ?',
      [repository, key.runId, key.attempt, job, quarantined ? 1 : 0],
    )?.[0];
  }

  addStream(key: StreamKey, quarantined: boolean): number {
    const { repository, runId, attempt, job } = key;
    const values = [
      this.dictionary.intern(repository),
      runId,
      attempt,
      this.dictionary.intern(job),
      quarantined ? 1 : 0,
    ];
    const [id] = this.sql.row<[number]>(
      'insert into stream (repository, run, attempt, job, quarantined) values (?, ?, ?, ?, ?) returning id',
      values,
    ) ?? [0];
    return id;
  }

  streams(): StreamRow[] {
    const rows = this.sql.list<[number, number, string, number, number, number]>(
      ['id', 'repository', 'run', 'attempt', 'job', 'quarantined'],
      'select * from stream order by id',
    );
    return rows.map(([id, repository, runId, attempt, job, quarantined]) => ({
      id,
      key: { repository: this.text(repository), runId, attempt, job: this.text(job) },
      quarantined: quarantined === 1,
    }));
  }

  streamKey(id: number): StreamKey {
    let key = this.#streams.get(id);
    if (!key) {
      const row = this.sql.row<[number, string, number, number]>(
        'select repository, run, attempt, job from stream where id = ?',
        [id],
      );
      if (!row) throw new CorruptStoreError(`there is no stream ${id}`);
      const [repository, runId, attempt, job] = row;
      key = { repository: this.text(repository), runId, attempt, job: this.text(job) };
      this.#streams.set(id, key);
    }
    return key;
  }

  forgetStreams(): void {
    this.#streams.clear();
  }

  dropStream(id: number): void {
    this.sql.run('delete from stream where id = ?', [id]);
    this.#streams.delete(id);
  }

  text(number: number): string {
    const text = this.dictionary.text(number);
    if (text === undefined) throw new CorruptStoreError(`there is no text number ${number}`);
    return text;
  }

  /** In order of sequence. */
  blocksOf(stream: number): BlockRow[] {
    return this.sql
      .rows<[number, number, number, number]>(
        'select id, first, last, count from block where stream = ? order by first',
        [stream],
      )
      .map(([id, first, last, count]) => ({ id, first, last, count }));
  }

  /** Undefined when the block is gone. @throws CorruptStoreError */
  load(id: number): LoadedBlock | undefined {
    const row = this.sql.row<[number, Uint8Array, Uint8Array]>('select stream, head, body from block where id = ?', [
      id,
    ]);
    if (!row) return undefined;
    const [stream, head, body] = row;
    return { stream: this.streamKey(stream), head, body, columns: readHead(head, body.length) };
  }

  /** Writes a block, under a given id (replacing the one that is there) or a new and higher one. */
  write(stream: number, quarantined: boolean, builder: BlockBuilder, id: number | null = null): void {
    if (builder.count > BLOCK_EVENTS) throw new RangeError(`a block of ${builder.count} events is too large`);
    const spans = [...builder.spans.values()];
    const [written] = this.sql.row<[number]>(
      'insert or replace into block (id, stream, first, last, count, since, until, head, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id',
      [
        id,
        stream,
        builder.first,
        builder.last,
        builder.count,
        Math.min(...spans.map(({ since }) => since)),
        Math.max(...spans.map(({ until }) => until)),
        builder.head(),
        builder.body.view(),
      ],
    ) ?? [0];
    if (quarantined) return;
    // One statement for all kinds: each call into SQLite costs as much as the rows it writes.
    const slots = spans.map(() => '(?, ?, ?, ?)').join(', ');
    this.sql.run(
      `insert into span (kind, until, block, since) values ${slots}`,
      [...builder.spans].flatMap(([kind, { since, until }]) => [kind, until, written, since]),
    );
  }

  dropBlock(id: number): void {
    const block = this.load(id);
    if (!block) return;
    const { columns } = block;
    const newest = new Map<number, number>();
    for (let i = 0; i < columns.count; i++) {
      const { name } = kindAt(columns, i);
      newest.set(name, Math.max(newest.get(name) ?? Number.NEGATIVE_INFINITY, at(columns.times, i)));
    }
    for (const [kind, until] of newest) {
      this.sql.run('delete from span where kind = ? and until = ? and block = ?', [kind, until, id]);
    }
    this.sql.run('delete from block where id = ?', [id]);
  }

  setting(name: string): number | undefined {
    return this.sql.row<[number]>('select value from setting where name = ?', [name])?.[0];
  }

  set(name: string, value: number): void {
    this.sql.run('insert or replace into setting values (?, ?)', [name, value]);
  }

  /** Events older than this were dropped and stay out. Milliseconds since the epoch; -Infinity before any retention. */
  get horizon(): number {
    return this.setting('horizon') ?? Number.NEGATIVE_INFINITY;
  }

  dropProjections(): void {
    this.sql.run('delete from projection');
  }
}
