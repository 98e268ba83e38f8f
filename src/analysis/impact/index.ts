import { buildImportGraph, type ImportGraph } from '../../code/index.ts';
import type { Analyst, ChangedFile } from '../analyst.ts';
import type { Finding, Impact } from '../report.ts';
import { databaseEffects } from './database.ts';
import { assemble, type Effect } from './effect.ts';
import { exportImpact } from './exports.ts';
import { interfaceEffects } from './interfaces.ts';
import { performanceEffects } from './performance.ts';
import { reachOf } from './reach.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { type ChangedSource, withSources } from './sources.ts';
import { Surface } from './surface.ts';
import { userEffects } from './user.ts';

/** Says what the change means for those who depend on the code, its data, its speed and its screens. */
export const impactAnalyst: Analyst = {
  name: 'impact-analyst',
  async analyse(input) {
    const notes: string[] = [];
    const { files } = input;
    // Git reads the tree while the changed files are parsed.
    const snapshot = files.some(({ role }) => role === 'source')
      ? readSnapshot(input.repository, input.head, notes)
      : Promise.resolve({ texts: new Map(), paths: new Set() } satisfies Snapshot);
    snapshot.catch(() => {});
    const code = await withSources(files, notes, async (sources) => codeImpact(sources, await snapshot, files, notes));
    const effects = [
      ...code.effects,
      ...(await databaseEffects(files, notes)),
      ...(await performanceEffects(files)),
      ...(await userEffects(files)),
    ];
    return { findings: code.findings, safe: [], impact: assemble(effects, code.reach), notes };
  },
};

interface CodeImpact {
  readonly effects: readonly Effect[];
  readonly findings: readonly Finding[];
  readonly reach: Impact['blastRadius'];
}

async function codeImpact(
  sources: readonly ChangedSource[],
  snapshot: Snapshot,
  files: readonly ChangedFile[],
  notes: string[],
): Promise<CodeImpact> {
  if (sources.length === 0) return { effects: [], findings: [], reach: { files: [], endpoints: [], users: 'unknown' } };
  const graph = await graphOf(snapshot, files);
  // Only needed for names that went or changed.
  const surfaceBefore = lazily(async () => {
    const before = overlay(snapshot, files);
    return new Surface(before, await graphOf(before, []));
  });
  const { effects, findings } = await exportImpact(sources, {
    snapshot,
    graph,
    surface: new Surface(snapshot, graph),
    surfaceBefore,
  });
  return {
    effects: [...effects, ...interfaceEffects(sources)],
    findings,
    reach: await reachOf(sources, snapshot, graph, notes),
  };
}

/** With files that are gone still known as such: what imports them is affected most. */
function graphOf({ texts }: Snapshot, files: readonly ChangedFile[]): Promise<ImportGraph> {
  const stem = (path: string): string => path.replace(/(?:\/(?:index|__init__))?\.\w+$/, '');
  const stems = new Set([...texts.keys()].map(stem));
  // A file that came back with another ending (a.js -> a.ts) is found under its new name.
  const gone = files.filter(({ status }) => status === 'deleted').map(({ path }) => path);
  const sources = [...texts].map(([path, text]) => ({ path, text }));
  return buildImportGraph(
    sources,
    gone.filter((path) => !stems.has(stem(path))),
  );
}

/** The tree as it was before the change, as far as code and packages go. */
function overlay({ texts, paths }: Snapshot, files: readonly ChangedFile[]): Snapshot {
  const oldTexts = new Map(texts);
  const oldPaths = new Set(paths);
  for (const { path, oldPath, status, oldText } of files) {
    if (status === 'added' || status === 'renamed') {
      oldTexts.delete(path);
      oldPaths.delete(path);
    }
    if (status !== 'added') oldPaths.add(oldPath);
    if (oldText !== undefined) oldTexts.set(oldPath, oldText);
  }
  return { texts: oldTexts, paths: oldPaths };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
