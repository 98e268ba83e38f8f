import { expect, test } from 'vitest';
import { applyCandidate, openSearch } from '../../../src/fix/search/index.ts';
import { namesByCounterparts } from '../../../src/fix/templates/counterparts.ts';
import { readModel } from '../../../src/fix/templates/model.ts';

test.each([
  ['javascript', 'const f = (x1, y1) => { cx += (x1 + x2) * cross; cy += (x1 + y2) * cross; };\n', ['x1 → y1']],
  [
    'javascript',
    'const f = (row, col) => { const nextRow = row + down; const nextCol = row + right; };\n',
    ['row → col'],
  ],
  ['javascript', 'const f = (a, b) => Math.hypot(a.x - b.x, a.y - b.x);\n', ['x → y']],
  [
    'python',
    'def f(joined, waiting, name):\n    joined.remove(joined.index(name))\n    waiting.remove(joined.index(name))\n',
    ['joined → waiting'],
  ],
  // Adapted throughout, or the same: nothing was forgotten.
  ['python', 'def f(a, b):\n    x = a.start - a.end\n    y = b.start - b.end\n    return x, y\n', []],
  ['python', 'def f(a):\n    a.push(1)\n    a.push(1)\n', []],
] as const)('what was forgotten when code was copied and adapted, %s: %s', async (language, text, wanted) => {
  const model = await readModel({ path: 'file', language, text });
  if (model === undefined) throw new Error(`the snippet does not parse: ${text}`);
  const found = [...model.root.walk()]
    .filter(({ kind }) => kind === 'name' || kind === 'property')
    .flatMap((node) => [...namesByCounterparts(node)].map((name) => ({ node, name })));
  const inScope = found.filter(({ name }) => text.includes(name));
  expect(inScope.map(({ node, name }) => `${node.text} → ${name}`)).toEqual(wanted);
});

test('an edit is also made in the statements beside it that are written alike', async () => {
  const text = `function move(dx, dy) {
  x = (x + dx) % width;
  y = (y + dy) % height;
}
`;
  const suspicions = [{ file: 'file', line: 3, score: 1, reasons: [] }];
  const { stream } = await openSearch({ files: [{ path: 'file', language: 'javascript', text }], suspicions });
  const texts = (await stream.next(300)).map((one) => applyCandidate(text, one, 'file'));
  expect(texts).toContain(text.replace('+ dx', '+ dx + width').replace('+ dy', '+ dy + height'));
  // What stands beside a statement is no edit of it.
  expect(texts.filter((one) => one.split('return').length > 2)).toEqual([]);
  expect(texts.filter((one) => one.includes('+ dy) / height') && one.includes('+ dx) / width'))).toHaveLength(1);
});
