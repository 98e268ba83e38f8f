import { messageOf } from '../../base/errors.ts';
import { type ImportGraph, languageOf, parse } from '../../code/index.ts';
import { rangesOf, touches } from '../analyst.ts';
import type { Impact } from '../report.ts';
import { isExample, servesTests } from '../scope.ts';
import { mayHaveRoutes, routesOf } from './routes.ts';
import type { Snapshot } from './snapshot.ts';
import type { ChangedSource } from './sources.ts';

/** Parsing more files than this for their routes would take longer than the answer is worth. */
const maxFilesForRoutes = 500;

/**
 * Who reaches the changed code: files through imports (any number of steps), HTTP routes in those files, and routes
 * whose registration itself was touched.
 */
export async function reachOf(
  sources: readonly ChangedSource[],
  { texts }: Snapshot,
  graph: ImportGraph,
  notes: string[],
): Promise<Impact['blastRadius']> {
  const changed = sources.filter(
    ({ file }) => file.added.length + file.deleted.length > 0 || file.status === 'deleted',
  );
  const reached = await graph.reverse(changed.map(({ file }) => file.path));
  const files = [...reached.keys()].sort();
  const endpoints = new Set(changed.flatMap(touchedRoutes));
  const withRoutes = files.filter(
    (path) => !servesTests(path) && !isExample(path) && mayHaveRoutes(texts.get(path) ?? ''),
  );
  for (const path of withRoutes.slice(0, maxFilesForRoutes))
    for (const name of await routesIn(path, texts.get(path), notes)) endpoints.add(name);
  if (withRoutes.length > maxFilesForRoutes)
    notes.push(`Routes were read in ${maxFilesForRoutes} of ${withRoutes.length} files that reach the change.`);
  return { files, endpoints: [...endpoints].sort(), users: 'unknown' };
}

function touchedRoutes({ file, after }: ChangedSource): string[] {
  if (!after || !mayHaveRoutes(after.text)) return [];
  const ranges = rangesOf(file.added);
  return routesOf(after)
    .filter(({ line, endLine }) => touches(ranges, line, endLine))
    .map(({ name }) => name);
}

async function routesIn(path: string, text: string | undefined, notes: string[]): Promise<string[]> {
  const language = text === undefined ? undefined : languageOf(path, text);
  if (text === undefined || !language) return [];
  try {
    const parsed = await parse(language, text, path);
    try {
      return routesOf(parsed).map(({ name }) => name);
    } finally {
      parsed.dispose();
    }
  } catch (thrown) {
    notes.push(`The routes of ${path} are unknown: ${messageOf(thrown)}.`);
    return [];
  }
}
