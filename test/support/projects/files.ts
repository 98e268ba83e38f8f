import type { AcceptanceProject } from './project.ts';

const module = '{ "name": "subject", "version": "1.0.0", "type": "module" }\n';

const interest = `export function balance(start, rate, years) {
  let amount = start;
  for (let year = 0; year < years; year++) amount += amount * rate;
  return amount;
}

export function doublesAfter(rate) {
  let years = 0;
  while (balance(1, rate, years) < 2) years++;
  return years;
}
`;

const dirty: AcceptanceProject = {
  name: 'dirty-work-tree',
  about: 'the bug is an uncommitted change, beside other work that is nobody else’s business',
  command: 'node --test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    'notes.md': '# Notes\n',
    'src/interest.js': interest,
    'src/old.js': 'export const old = true;\n',
    'test/interest.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balance, doublesAfter } from '../src/interest.js';
import { label } from '../src/label.js';

test('at once', () => assert.equal(balance(100, 0.5, 0), 100));
test('two years', () => assert.equal(balance(100, 0.5, 2), 225));
test('doubles', () => assert.equal(doublesAfter(0.5), 2));
test('label', () => assert.equal(label(0.5), '50%'));
`,
  },
  uncommitted: {
    'src/interest.js': interest.replace('year < years', 'year <= years'),
    'src/label.js': "export const label = (rate) => rate * 100 + '%';\n",
    'src/old.js': null,
    'notes.md': '# Notes\n\nnot finished\n',
    'draft.bin': 'no\u0000text\r\n',
  },
  reference: { 'src/interest.js': [['year <= years', 'year < years']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { balance, doublesAfter } from './src/interest.js';
for (let years = 0; years < 20; years++) assert.ok(Math.abs(balance(1, 0.1, years) - 1.1 ** years) < 1e-9);
assert.equal(doublesAfter(0.1), 8);
assert.equal(readFileSync('notes.md', 'utf8'), '# Notes\\n\\nnot finished\\n');
assert.equal(readFileSync('draft.bin', 'latin1'), 'no\\0text\\r\\n');
assert.equal(existsSync('src/old.js'), false);
`,
  },
};

const crlf: AcceptanceProject = {
  name: 'crlf',
  about: 'a file whose lines end as on Windows, and a line is missing',
  command: 'node --test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    'src/parse.js': `/** Reads \`name=value\` lines. */
export function parse(text) {
  const settings = new Map();
  for (const line of text.split('\\n')) {
    const at = line.indexOf('=');
    if (at > 0) continue;
    settings.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return settings;
}
`.replaceAll('\n', '\r\n'),
    'test/parse.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../src/parse.js';

test('reads', () => assert.deepEqual([...parse('a=1\\nb = 2')], [['a', '1'], ['b', '2']]));
test('skips what is none', () => assert.deepEqual([...parse('# a comment\\n\\n=x\\nc=3')], [['c', '3']]));
`,
  },
  reference: { 'src/parse.js': [['if (at > 0) continue', 'if (at <= 0) continue']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { parse } from './src/parse.js';
assert.deepEqual([...parse('=v\\nk=v\\nn\\nk2==')], [['k', 'v'], ['k2', '=']]);
const text = readFileSync('src/parse.js', 'latin1');
assert.equal(text.split('\\n').length, text.split('\\r\\n').length, 'a line ends otherwise');
assert.equal(text.split('\\r').length, text.split('\\r\\n').length, 'a carriage return too many');
`,
  },
};

const unicode: AcceptanceProject = {
  name: 'unicode-names',
  about: 'names, paths and texts beyond ASCII, with characters of two code units before the bug',
  command: 'node --test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    'src/straße 1.js': `// 🏠🏠 Häuser, größer als sie scheinen 🏠
export const zeichen = { haus: '🏠', straße: '🛣️', größe: '📏' };

export class Straße {
  #häuser = [];

  baue(größe, name = \`\${zeichen.haus} №\${this.#häuser.length + 1}\`) {
    this.#häuser.push({ größe, name });
    return this;
  }

  get größtes() {
    let größtes;
    for (const haus of this.#häuser) {
      if (größtes === undefined || haus.größe < größtes.größe) größtes = haus;
    }
    return größtes?.name;
  }
}
`,
    'test/straße.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Straße } from '../src/straße 1.js';

test('größtes Haus 🏠', () => assert.equal(new Straße().baue(3, 'a').baue(9, 'β').baue(4, 'c').größtes, 'β'));
test('leere Straße', () => assert.equal(new Straße().größtes, undefined));
test('Namen 🛣️', () => assert.equal(new Straße().baue(1).größtes, '🏠 №1'));
`,
  },
  reference: { 'src/straße 1.js': [['haus.größe < größtes.größe', 'haus.größe > größtes.größe']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { Straße } from './src/straße 1.js';
for (let n = 1; n < 9; n++) {
  const straße = new Straße();
  for (let i = 0; i < 9; i++) straße.baue((i * n) % 9 === 8 ? 100 : (i * n) % 9, String(i));
  const größen = Array.from({ length: 9 }, (_, i) => ((i * n) % 9 === 8 ? 100 : (i * n) % 9));
  assert.equal(größen[Number(straße.größtes)], Math.max(...größen));
}
`,
  },
};

const pythonUnicode: AcceptanceProject = {
  name: 'python-unicode',
  about: 'Python beyond ASCII: offsets in code points, units and bytes all differ',
  command: 'python3 -m pytest -q',
  needs: 'pytest',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'größen.py': `"""🏠 Größen und Maße, ℝ⁺ 🏠"""

ΔT = {"❄️": -10, "☀️": 25, "🌧️": 12}


def wärmster(orte: dict[str, str]) -> str | None:
    """Der Ort mit dem wärmsten Wetter 🌡️."""
    bester = None
    for ort, wetter in orte.items():
        if bester is None or ΔT[wetter] < ΔT[orte[bester]]:
            bester = ort
    return bester
`,
    'test_größen.py': `import pytest

from größen import wärmster


@pytest.mark.parametrize("orte, erwartet", [
    ({}, None),
    ({"Ulm": "❄️"}, "Ulm"),
    ({"Ulm": "❄️", "Köln": "☀️", "Aš": "🌧️"}, "Köln"),
])
def test_wärmster(orte, erwartet):
    assert wärmster(orte) == erwartet
`,
  },
  reference: { 'größen.py': [['ΔT[wetter] < ΔT', 'ΔT[wetter] > ΔT']] },
  hidden: {
    file: 'check.py',
    text: `import itertools
from größen import wärmster, ΔT
for order in itertools.permutations(ΔT):
    assert wärmster({wetter: wetter for wetter in order}) == "☀️"
assert wärmster({"a": "❄️", "b": "🌧️"}) == "b"
`,
  },
};

export const fileProjects: readonly AcceptanceProject[] = [dirty, crlf, unicode, pythonUnicode];
