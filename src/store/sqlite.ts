import { readFileSync } from 'node:fs';
import { assetPath, requireAsset } from '../base/assets.ts';

export type SqlValue = number | string | Uint8Array | null;

/** The part of sql.js that is used here; the package brings no types. */
interface SqlJs {
  Database: new (bytes?: Uint8Array) => SqlJsDatabase;
}

interface SqlJsDatabase {
  run(sql: string): void;
  prepare(sql: string): SqlJsStatement;
  export(): Uint8Array;
  close(): void;
}

interface SqlJsStatement {
  bind(values: readonly SqlValue[]): boolean;
  step(): boolean;
  get(): SqlValue[];
  reset(): void;
}

let engine: SqlJs | undefined;

/** Loads SQLite itself; must have ended before a database is made. */
export async function loadSqlite(): Promise<void> {
  if (engine) return;
  const init = requireAsset('sql-wasm.cjs', 'sql.js/dist/sql-wasm.js') as (options: object) => Promise<SqlJs>;
  const wasmBinary = readFileSync(assetPath('sql-wasm.wasm', 'sql.js/dist/sql-wasm.wasm'));
  engine = await init({ wasmBinary });
}

/** One SQLite database in memory. */
export class Sqlite {
  readonly #database: SqlJsDatabase;
  readonly #statements = new Map<string, SqlJsStatement>();

  /** Without bytes, an empty database. SQLite looks at the bytes only when they are first asked for something. */
  constructor(bytes?: Uint8Array) {
    if (!engine) throw new Error('SQLite is not loaded');
    this.#database = new engine.Database(bytes);
    this.#configure();
  }

  #configure(): void {
    // The database lives in memory: a journal serves rollback only, and there is no disk to wait for.
    this.#database.run('pragma journal_mode = memory; pragma synchronous = off; pragma trusted_schema = off');
  }

  #statement(sql: string): SqlJsStatement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  run(sql: string, values: readonly SqlValue[] = []): void {
    const statement = this.#statement(sql);
    try {
      statement.bind(values);
      statement.step();
    } finally {
      statement.reset();
    }
  }

  /** Statements without values, separated by semicolons. */
  script(sql: string): void {
    this.#database.run(sql);
  }

  rows<Row extends SqlValue[]>(sql: string, values: readonly SqlValue[] = []): Row[] {
    const statement = this.#statement(sql);
    const rows: Row[] = [];
    try {
      statement.bind(values);
      while (statement.step()) rows.push(statement.get() as Row);
    } finally {
      statement.reset();
    }
    return rows;
  }

  row<Row extends SqlValue[]>(sql: string, values: readonly SqlValue[] = []): Row | undefined {
    const statement = this.#statement(sql);
    try {
      statement.bind(values);
      return statement.step() ? (statement.get() as Row) : undefined;
    } finally {
      statement.reset();
    }
  }

  /** The rows of a query as one JSON array: a step of sql.js costs microseconds, this costs one step in all. */
  list<Item>(columns: readonly string[], from: string, values: readonly SqlValue[] = []): Item[] {
    const item = columns.length === 1 ? columns[0] : `json_array(${columns.join(', ')})`;
    const [json] = this.row<[string]>(`select json_group_array(${item}) from (${from})`, values) ?? ['[]'];
    return JSON.parse(json) as Item[];
  }

  transaction<T>(work: () => T): T {
    this.run('begin');
    try {
      const result = work();
      this.run('commit');
      return result;
    } catch (error) {
      this.run('rollback');
      throw error;
    }
  }

  export(): Uint8Array {
    // sql.js closes and reopens the database to export it, which frees every statement and forgets the pragmas.
    this.#statements.clear();
    const bytes = this.#database.export();
    this.#configure();
    return bytes;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
