import { assetPath, requireAsset } from '../../base/assets.ts';

/** The part of libpg-query's compiled module that parsing needs; pointers are numbers. */
interface PgQueryModule {
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, size: number): void;
  UTF8ToString(pointer: number): string;
  getValue(pointer: number, type: 'i32'): number;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _wasm_parse_query_raw(query: number): number;
  _wasm_free_parse_result(result: number): void;
}

type Factory = (options: { locateFile(): string }) => Promise<PgQueryModule>;

let loading: Promise<PgQueryModule> | undefined;

// Not the package's own entry: it looks for its .wasm beside itself, where a bundle has none.
function load(): Promise<PgQueryModule> {
  const factory = requireAsset('libpg-query.cjs', 'libpg-query/wasm/libpg-query.js') as Factory;
  return factory({ locateFile: () => assetPath('libpg-query.wasm', 'libpg-query/wasm/libpg-query.wasm') });
}

/**
 * PostgreSQL's parse tree, in the JSON form of libpg-query.
 *
 * @throws Error when the text is not PostgreSQL, with the parser's message
 */
export async function parseTree(sql: string): Promise<unknown> {
  loading ??= load();
  const pg = await loading;
  const size = pg.lengthBytesUTF8(sql) + 1;
  const query = pg._malloc(size);
  pg.stringToUTF8(sql, query, size);
  const result = pg._wasm_parse_query_raw(query);
  try {
    // struct PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; }, pg_query.h
    const error = pg.getValue(result + 8, 'i32');
    if (error !== 0) throw new Error(pg.UTF8ToString(pg.getValue(error, 'i32')));
    return JSON.parse(pg.UTF8ToString(pg.getValue(result, 'i32'))) as unknown;
  } finally {
    pg._free(query);
    pg._wasm_free_parse_result(result);
  }
}
