import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Path of a file that is shipped beside the bundle, or, when running from source, of the same file in its package.
 *
 * The bundler must not follow these files (it breaks sql.js and leaves .wasm files out), so they are copied by
 * `scripts/build.ts` and found by a name that is computed here.
 *
 * @param bundled file name inside `dist/hone/assets`
 * @param packaged specifier such as `sql.js/dist/sql-wasm.wasm`, resolved through node_modules
 */
export function assetPath(bundled: string, packaged: string): string {
  const beside = fileURLToPath(new URL(`./assets/${bundled}`, import.meta.url));
  return existsSync(beside) ? beside : require.resolve(packaged);
}

/** Loads a CommonJS file found by {@link assetPath}. */
export function requireAsset(bundled: string, packaged: string): unknown {
  return require(assetPath(bundled, packaged));
}

/**
 * Path of a file or folder of our own that no bundler may touch, because it runs in another process than ours.
 *
 * @param bundled name inside `dist/hone/assets`
 * @param source the same, relative to `src`
 */
export function ownAssetPath(bundled: string, source: string): string {
  const beside = fileURLToPath(new URL(`./assets/${bundled}`, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../${source}`, import.meta.url));
}
