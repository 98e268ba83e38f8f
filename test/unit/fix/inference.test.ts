import { expect, test } from 'vitest';
import type { LanguageId } from '../../../src/code/index.ts';
import { applyCandidate, openSearch } from '../../../src/fix/search/index.ts';
import { wordsInQuotes } from '../../../src/fix/templates/hints.ts';
import { readModel } from '../../../src/fix/templates/model.ts';

async function typesIn(language: LanguageId, text: string): Promise<Record<string, string>> {
  const model = await readModel({ path: 'file', language, text });
  if (model === undefined) throw new Error(`the snippet does not parse: ${text}`);
  const { bindings, inference } = model;
  return Object.fromEntries(bindings.map((one) => [one.name, inference.typeOfBinding(one)]));
}

test('elements have the type that their collection tells', async () => {
  expect(
    await typesIn(
      'javascript',
      `function f(path) {
  for (const part of path.split('.')) {
    const name = part.slice(1);
    const found = part.match(/x/g) || [];
    for (const digits of found) name.push(digits);
    const [a, b] = part.split(':').map(Number);
    const texts = [name, 'x'].map((each) => each);
  }
}
`,
    ),
  ).toMatchObject({ part: 'string', name: 'string', digits: 'string', a: 'number', b: 'number', each: 'string' });
  expect(
    await typesIn(
      'python',
      `def f(numbers: List[float], words: List[str], rows: list[list[int]]):
    most = max(numbers)
    for i, char in enumerate(sorted(words)[0]):
        last = char
    for row in rows:
        row.clear()
    left, right = words[0].split()
    return [word for word in words if word]
`,
    ),
  ).toMatchObject({
    ...{ most: 'number', i: 'number', char: 'string', last: 'string' },
    ...{ row: 'list', left: 'string', right: 'string', word: 'string' },
  });
});

test('the keys of an object, parts of pairs and mixed lists are not taken for elements of one type', async () => {
  const types = await typesIn(
    'javascript',
    `function f(pairs, names) {
  for (const [first, second] of pairs) first(second);
  for (const key in names) names[key]();
  for (const mixed of [1, 'a']) mixed();
}
`,
  );
  expect(types).toMatchObject({ first: 'unknown', second: 'unknown', key: 'string', mixed: 'unknown' });
});

test('what holds now this and now that, is filled elsewhere, or may be several things, is not taken for one', async () => {
  const python = `def f(text, words: list[str | int]):
    nums = text.split()
    nums = [int(n) for n in nums]
    first = nums[0]
    stack = [0]
    stack.append(text)
    top = stack.pop()
    parts = text.split()
    parts[0] = 1
    part = parts[0]
    longest = max(text.split(), key=len)
    either = words[0]
`;
  expect(await typesIn('python', python)).toMatchObject({
    ...{ first: 'unknown', top: 'unknown', part: 'unknown', either: 'unknown', longest: 'string' },
  });
  const script = 'function f(s) {\n  const [a] = Array.from(s, Number);\n  const b = s.toLocaleString();\n}\n';
  expect(await typesIn('javascript', script)).toMatchObject({ a: 'number', b: 'unknown' });
});

test('a word is spelled as the tests that fail spell it', async () => {
  const text = "planets = ('Mars', 'Jupyter', 'Saturn')\n";
  const testedWords = wordsInQuotes('assert between("Mars", \'Jupiter\') == "no planet"  # isn\'t it');
  expect([...testedWords].sort()).toEqual(['Jupiter', 'Mars', 'planet']);
  const suspicions = [{ file: 'file', line: 1, score: 1, reasons: [] }];
  const { stream } = await openSearch({ files: [{ path: 'file', language: 'python', text }], suspicions, testedWords });
  const texts = (await stream.next(20)).map((one) => applyCandidate(text, one, 'file'));
  expect(texts).toContain(text.replace('Jupyter', 'Jupiter'));
  expect(texts.filter((one) => one.includes('Marsh'))).toEqual([]);
});

test('what is called a distance loses its sign sooner', async () => {
  const placeIn = async (name: string): Promise<number> => {
    const text = `const f = (a, b) => {\n  const ${name} = a - b;\n  return ${name} < 3;\n};\n`;
    const suspicions = [{ file: 'file', line: 2, score: 1, reasons: [] }];
    const { stream } = await openSearch({ files: [{ path: 'file', language: 'javascript', text }], suspicions });
    const made = (await stream.next(200)).map((one) => applyCandidate(text, one, 'file'));
    return made.indexOf(text.replace('a - b', 'Math.abs(a - b)'));
  };
  expect(await placeIn('rest')).toBeGreaterThan(2 * (await placeIn('distance')));
});
