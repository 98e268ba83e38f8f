import { writeFileSync } from 'node:fs';
import type { StoredEvent } from '../src/store/index.ts';

/** The part of node:sqlite that is used here: Node 20, whose types the project has, does not know it. */
interface DatabaseSync {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: unknown[]): { lastInsertRowid: number | bigint };
    get(...values: unknown[]): Record<string, unknown> | undefined;
    all(...values: unknown[]): Record<string, unknown>[];
    iterate(...values: unknown[]): Iterable<Record<string, unknown>>;
  };
  close(): void;
}

async function openSqlite(path: string): Promise<DatabaseSync> {
  const name: string = 'node:sqlite';
  const { DatabaseSync } = (await import(name)) as { DatabaseSync: new (path: string) => DatabaseSync };
  return new DatabaseSync(path);
}

/** What one would write first: a row an event, names in dictionaries, data as JSON, native SQLite on a real file. */
export class RowTables {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #names = new Map<string, number>();

  private constructor(path: string, database: DatabaseSync) {
    this.path = path;
    this.#database = database;
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = normal;
      create table name (id integer primary key, text text unique);
      create table event (
        stream integer, sequence integer, at integer, kind integer, version integer, data text,
        primary key (stream, sequence)
      ) without rowid;
      create index event_kind on event (kind, at);
    `);
  }

  static async create(path: string): Promise<RowTables> {
    return new RowTables(path, await openSqlite(path));
  }

  #name(text: string): number {
    let id = this.#names.get(text);
    if (id === undefined) {
      id = Number(this.#database.prepare('insert into name (text) values (?)').run(text).lastInsertRowid);
      this.#names.set(text, id);
    }
    return id;
  }

  #stream({ key }: StoredEvent): number {
    return this.#name(`${key.repository}/${key.runId}/${key.attempt}/${key.job}`);
  }

  insert(events: readonly StoredEvent[]): void {
    const insert = this.#database.prepare('insert or ignore into event values (?, ?, ?, ?, ?, ?)');
    this.#database.exec('begin');
    for (const event of events) {
      const { key, at, kind, version, data } = event;
      insert.run(this.#stream(event), key.sequence, at, this.#name(kind), version, JSON.stringify(data));
    }
    this.#database.exec('commit');
  }

  remove(events: readonly StoredEvent[]): void {
    const remove = this.#database.prepare('delete from event where stream = ?');
    this.#database.exec('begin');
    for (const stream of new Set(events.map((event) => this.#stream(event)))) remove.run(stream);
    this.#database.exec('commit');
  }

  count(kind: string, since: number, until: number): number {
    const sql = 'select count(*) as n from event where kind = ? and at >= ? and at < ?';
    return Number(this.#database.prepare(sql).get(this.#name(kind), since, until)?.n);
  }

  /** Reads and parses, as the store does. */
  read(kind: string, since: number, until: number): number {
    const sql = 'select stream, sequence, at, data from event where kind = ? and at >= ? and at < ? order by at';
    let read = 0;
    for (const row of this.#database.prepare(sql).iterate(this.#name(kind), since, until)) {
      if (typeof JSON.parse(String(row.data)) === 'object') read++;
    }
    return read;
  }

  vacuum(): void {
    this.#database.exec('vacuum; pragma wal_checkpoint(truncate)');
  }

  close(): void {
    this.#database.close();
  }
}

/** Our own file in native SQLite: the floor for finding and fetching the blocks of a query. */
export class BlockTables {
  readonly #database: DatabaseSync;
  readonly #texts: string[];

  private constructor(database: DatabaseSync) {
    this.#database = database;
    const pages = database.prepare('select texts from dictionary order by first').all();
    this.#texts = pages.flatMap(({ texts }) => JSON.parse(String(texts)) as string[]);
  }

  static async open(path: string, bytes: Uint8Array): Promise<BlockTables> {
    writeFileSync(path, bytes);
    return new BlockTables(await openSqlite(path));
  }

  fetch(kind: string, since: number, until: number): number {
    const sql = `select head, body from span join block on block.id = span.block
                 where kind = ? and span.until >= ? and span.since < ?`;
    return this.#database.prepare(sql).all(this.#texts.indexOf(kind), since, until).length;
  }

  close(): void {
    this.#database.close();
  }
}
