import { expect, it } from 'vitest';
import { changeOf, criticise } from '../marked.ts';

const path = 'src/a.js';
const old = 'const a = 1;\nexport const run = (code) => eval(code);\n';

it('takes a problem in which only names changed for the old one', async () => {
  expect(await criticise(changeOf(path, old.replaceAll('code', 'source'), old))).toEqual([]);
  expect(await criticise(changeOf(path, old.replaceAll('code', 'source'), 'const a = 1;\n'))).toHaveLength(1);
});

it('reports the second of a kind, whether the first was renamed or not', async () => {
  const second = 'export const again = (text) => eval(text);\n';
  const reported = [{ rule: 'dynamic-code', line: 3 }];
  expect(await criticise(changeOf(path, `${old}${second}`, old))).toEqual(reported);
  expect(await criticise(changeOf(path, `${old.replaceAll('code', 'source')}${second}`, old))).toEqual(reported);
});

it('reports another literal in the same place', async () => {
  const text = (value: string): string => `const password = '${value}';\n`;
  expect(await criticise(changeOf(path, text('k9Qz81mmPw'), text('hunter2x')))).toHaveLength(1);
});
