import { expect, it } from 'vitest';
import { reachOf } from '../../../../src/analysis/impact/reach.ts';
import { buildImportGraph, parseLimits } from '../../../../src/code/index.ts';
import { changeOf } from '../marked.ts';

it('says of which files the routes are unknown, and goes on with the others', async () => {
  const routes = "import './a.js';\nconst app = express();\napp.get('/one', list);\n";
  const texts = new Map([
    ['a.js', 'export const a = 1;\n'],
    ['huge.js', `${routes}// ${'x'.repeat(parseLimits.maxLength)}\n`],
    ['small.js', routes],
  ]);
  const graph = await buildImportGraph([
    { path: 'a.js', text: texts.get('a.js') ?? '' },
    { path: 'huge.js', text: routes },
    { path: 'small.js', text: routes },
  ]);
  const notes: string[] = [];
  const source = { file: changeOf('a.js', 'export const a = 1;\n'), before: undefined, after: undefined };
  const reach = await reachOf([source], { texts, paths: new Set(texts.keys()) }, graph, notes);
  expect(reach.files).toEqual(['huge.js', 'small.js']);
  expect(reach.endpoints).toEqual(['GET /one']);
  expect(notes).toEqual([expect.stringMatching(/^The routes of huge\.js are unknown: /)]);
});
