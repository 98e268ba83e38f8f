import { CorruptStoreError, NewerFormatError } from './errors.ts';
import { Sqlite } from './sqlite.ts';

/** `Hone` in ASCII, in the header of every store file. */
export const APPLICATION_ID = 0x486f6e65;

/** `migrations[v]` takes a file of schema version v to v + 1; a new file goes through all of them. */
export type Migration = (database: Sqlite) => void;

const migrations: readonly Migration[] = [
  (database) =>
    database.script(`
      create table setting (name text primary key, value integer not null) without rowid;
      create table dictionary (first integer primary key, texts text not null);
      create table stream (
        id integer primary key,
        repository integer not null,
        run text not null,
        attempt integer not null,
        job integer not null,
        quarantined integer not null,
        unique (repository, run, attempt, job, quarantined)
      );
      create table block (
        id integer primary key autoincrement,
        stream integer not null,
        first integer not null,
        last integer not null,
        count integer not null,
        since integer not null,
        until integer not null,
        head blob not null,
        body blob not null
      );
      create index block_stream on block (stream, first);
      create table span (
        kind integer not null,
        until integer not null,
        block integer not null,
        since integer not null,
        primary key (kind, until, block)
      ) without rowid;
      create table ingested (id text primary key) without rowid;
      create table accepted (stream text primary key) without rowid;
      create table projection (
        name text primary key,
        definition text not null,
        folded integer not null,
        last text not null,
        state text not null
      ) without rowid;
    `),
];

export const SCHEMA_VERSION = migrations.length;

export function createDatabase(steps: readonly Migration[] = migrations): Sqlite {
  const database = new Sqlite();
  database.script(`pragma page_size = 4096; pragma application_id = ${APPLICATION_ID}`);
  migrate(database, 0, steps);
  return database;
}

/**
 * Opens a store file and brings it to the newest schema.
 *
 * @param checked its checksum was good; `quick_check`, which reads every page, is left out then
 * @throws CorruptStoreError, NewerFormatError
 */
export function openDatabase(bytes: Uint8Array, checked: boolean, steps: readonly Migration[] = migrations): Sqlite {
  const version = schemaVersion(bytes);
  if (version > steps.length) throw new NewerFormatError('store', version, steps.length);
  let database: Sqlite | undefined;
  try {
    database = new Sqlite(bytes);
    if (!checked) {
      const problem = quickCheck(database);
      if (problem !== undefined) throw new CorruptStoreError(`the store fails SQLite's quick_check: ${problem}`);
    }
    checkSchema(database, version, steps, createDatabase(steps.slice(0, version)));
    migrate(database, version, steps);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof CorruptStoreError) throw error;
    throw new CorruptStoreError(`the store cannot be read: ${String(error)}`);
  }
}

/** The first problem that SQLite finds. */
export function quickCheck(database: Sqlite): string | undefined {
  const [answer] = database.row<[string]>('pragma quick_check(1)') ?? ['no answer'];
  return answer === 'ok' ? undefined : answer;
}

/** Read from the header: a file of a later Hone must be recognised without SQL that may not fit it. */
function schemaVersion(bytes: Uint8Array): number {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  if (bytes.length < 512 || magic !== 'SQLite format 3\0') throw new CorruptStoreError('the bytes are not a store');
  if (header.getUint32(68) !== APPLICATION_ID) throw new CorruptStoreError('the database is not a store of Hone');
  const version = header.getUint32(60);
  if (version === 0) throw new CorruptStoreError('the store has no schema version');
  return version;
}

/** A store holds our tables and nothing else: triggers and views of someone else's making would run inside our queries. */
function checkSchema(database: Sqlite, version: number, steps: readonly Migration[], model: Sqlite): void {
  const listing =
    "select group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), ';') from (select * from sqlite_schema order by name)";
  try {
    const [found] = database.row<[string]>(listing) ?? [];
    const [expected] = model.row<[string]>(listing) ?? [];
    if (found !== expected)
      throw new CorruptStoreError(`the tables of the store are not those of schema ${version} of ${steps.length}`);
  } finally {
    model.close();
  }
}

function migrate(database: Sqlite, from: number, steps: readonly Migration[]): void {
  if (from === steps.length) return;
  database.transaction(() => {
    for (const step of steps.slice(from)) step(database);
    database.script(`pragma user_version = ${steps.length}`);
  });
}
