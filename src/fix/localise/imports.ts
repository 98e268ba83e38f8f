import { buildImportGraph, isGraphInput } from '../../code/index.ts';
import type { Workspace } from '../workspace.ts';

const furthest = 4;

/** Program files that these files import, directly or through others, with the length of the shortest way. */
export async function nearFiles(
  workspace: Workspace,
  from: Iterable<string>,
  isProgram: (file: string) => boolean,
): Promise<Map<string, number>> {
  const texts = await workspace.read(workspace.paths.filter(isGraphInput));
  const graph = await buildImportGraph(
    [...texts].map(([path, text]) => ({ path, text })),
    workspace.paths,
  );
  const distances = new Map<string, number>();
  const seen = new Set([...from].filter((file) => texts.has(file)));
  let edge = [...seen];
  for (let distance = 1; edge.length > 0 && distance <= furthest; distance += 1) {
    const next: string[] = [];
    for (const file of edge) {
      for (const { to, typeOnly } of await graph.imports(file)) {
        if (typeOnly || seen.has(to)) continue;
        seen.add(to);
        next.push(to);
        if (isProgram(to)) distances.set(to, distance);
      }
    }
    edge = next;
  }
  return distances;
}
