import { expect, test } from 'vitest';
import type { LanguageId } from '../../../src/code/index.ts';
import { applyCandidate, openSearch } from '../../../src/fix/search/index.ts';

test.each<[string, LanguageId, string, string]>([
  ['used in an annotation', 'python', 'from m import Foo\n\ndef f(n: "Foo"):\n    return g(n)\n', 'Foo(n)'],
  ['lent to others', 'python', 'from m import inner, outer, upper, lower\n\ndef f(n):\n    return n\n', 'return inner'],
  ['a module', 'python', 'import os\n\ndef f(n):\n    return n\n', 'return os'],
  ['JSX', 'javascript', "import React from 'react';\nexport const f = (n) => g(<b>{n}</b>);\n", 'React}'],
])('an import is not taken for a forgotten value: %s', async (_, language, text, never) => {
  const suspicions = text.split('\n').map((_, at) => ({ file: 'file', line: at + 1, score: 1, reasons: [] }));
  const { stream } = await openSearch({ files: [{ path: 'file', language, text }], suspicions });
  for (const candidate of await stream.next(1000)) expect(applyCandidate(text, candidate, 'file')).not.toContain(never);
});
